import { between, notNegative, positive, requireInputs } from "../input-checks.js";

/** What is known of one school or health facility; `null` where it is not known. */
export interface Facility {
  readonly connected: boolean | null;
  /** Download speed in Mbit/s. */
  readonly speed?: number | null;
  /** Students, or others who share the connection. */
  readonly people?: number | null;
  /** Data allowance in gigabytes a month. */
  readonly data?: number | null;
}

/** What a connection must give to count. */
export interface ConnectionStandard {
  /** Mbit/s of the facility. */
  readonly speed?: number;
  /** kbit/s for each person. */
  readonly speedPerPerson?: number;
  /** Gigabytes a month. */
  readonly data?: number;
}

/**
 * The aspirational targets for schools by 2030: 20 Mbit/s, 50 kbit/s a student, 200 GB.
 *
 * Source: ITU and Office of the UN Secretary-General's Envoy on Technology (2022), Universal and meaningful digital
 * connectivity: aspirational targets for 2030.
 */
export const schoolStandard2030: ConnectionStandard = { speed: 20, speedPerPerson: 50, data: 200 };

/** How many facilities are connected, as proportions of those where it is known. */
export interface FacilityConnectivity {
  /** Connected, of those known to be or not; `null` where nothing is known. */
  readonly connected: number | null;
  /** Meeting the standard, of those where it is known; not connected does not meet it. */
  readonly meetsStandard: number | null;
  /** Bounds for the share that meets it among all: with what is unknown as no, and as yes. */
  readonly bounds: { readonly lower: number; readonly upper: number };
  readonly n: number;
  readonly unknown: { readonly connected: number; readonly meetsStandard: number };
}

/**
 * Connectivity of schools or health facilities: who is connected, and who is connected well enough. A facility of which
 * nothing is known is neither: it is counted apart, and bounds say what it could change.
 *
 * @param facilities - a list of all facilities, known or not.
 * @param standard - what counts as well enough; only connected if left out.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: ITU and UNICEF (Giga); ITU (2022), aspirational targets for 2030.
 *
 * @example
 * ```ts
 * import { facilityConnectivity, schoolStandard2030 } from "@vitalcore/indicators/connectivity";
 * const { connected, meetsStandard, unknown } = facilityConnectivity(
 *   [
 *     { connected: true, speed: 50, people: 400, data: 500 },
 *     { connected: true, speed: 5, people: 200, data: 500 },
 *     { connected: false },
 *     { connected: null },
 *   ],
 *   schoolStandard2030,
 * );
 * connected; // => 0.666667
 * meetsStandard; // => 0.333333
 * unknown.connected; // => 1
 * ```
 */
export function facilityConnectivity(
  facilities: readonly Facility[],
  standard: ConnectionStandard = {},
): FacilityConnectivity {
  requireInputs([
    positive("the number of facilities", facilities.length),
    ...Object.entries(standard).map(([name, value]) => positive(`standard.${name}`, value)),
    ...facilities.flatMap((facility, i) =>
      (["speed", "people", "data"] as const)
        .filter((name) => facility[name] !== undefined && facility[name] !== null)
        .map((name) =>
          name === "people"
            ? between(`people of facility ${i + 1}`, facility.people, 0, 1e9)
            : notNegative(`${name} of facility ${i + 1}`, facility[name]),
        ),
    ),
  ]);
  const connected = facilities.map((facility) => facility.connected);
  const met = facilities.map((facility) => meets(facility, standard));
  const share = (answers: readonly (boolean | null)[]) => {
    const known = answers.filter((answer) => answer !== null);
    return known.length === 0 ? null : known.filter(Boolean).length / known.length;
  };
  const unknown = (answers: readonly (boolean | null)[]) =>
    answers.filter((answer) => answer === null).length;
  const sure = met.filter(Boolean).length;
  return {
    connected: share(connected),
    meetsStandard: share(met),
    bounds: {
      lower: sure / facilities.length,
      upper: (sure + unknown(met)) / facilities.length,
    },
    n: facilities.length,
    unknown: { connected: unknown(connected), meetsStandard: unknown(met) },
  };
}

/** False as soon as one requirement fails, unknown while one is unknown. */
function meets(facility: Facility, standard: ConnectionStandard): boolean | null {
  if (facility.connected !== true) return facility.connected;
  const { speed = null, people = null, data = null } = facility;
  const perPerson = speed === null || people === null ? null : (speed * 1000) / people;
  const answers = [
    reaches(speed, standard.speed),
    reaches(people === 0 ? Number.POSITIVE_INFINITY : perPerson, standard.speedPerPerson),
    reaches(data, standard.data),
  ];
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function reaches(value: number | null, required: number | undefined): boolean | null {
  if (required === undefined) return true;
  return value === null ? null : value >= required;
}
