import { type Finding, throwIfErrors } from "@vitalcore/core";
import { sum } from "@vitalcore/stats";
import { notNegative, positive, requireInputs } from "../input-checks.js";
import { find } from "./catalog.js";

/** People of an area (or a cell of a grid) and the air that they breathe. */
export interface AirOfArea {
  /** Name or code, for findings. */
  readonly area: string;
  readonly population: number;
  /** Annual mean of fine particles, µg/m³; `null` where it is not known. */
  readonly concentration: number | null;
}

/** Exposure of a population to fine particles. */
export interface Pm25Exposure {
  /** Population-weighted annual mean, µg/m³: of the people whose air is known. */
  readonly value: number;
  readonly unit: "UG_PER_M3";
  /** People above each level, as proportions of those whose air is known. */
  readonly above: readonly { readonly level: number; readonly share: number }[];
  /** People whose air is known, as a proportion of all. */
  readonly covered: number;
  readonly findings: readonly Finding[];
}

/**
 * The guideline for the annual mean of fine particles and the four interim targets before it, µg/m³.
 *
 * Source: World Health Organization (2021), WHO global air quality guidelines, table 0.1.
 */
export const pm25Levels: readonly number[] = [5, 10, 15, 25, 35];

/** No annual mean of a city has been as high. */
const HIGHEST = 1000;

/**
 * Mean exposure to fine particles: the concentration of each area, weighted by who lives there, so that empty land does not
 * dilute it; and how many people breathe air above the levels of the World Health Organization.
 *
 * @param areas - people and annual means, µg/m³.
 * @param options - `levels`: {@link pm25Levels} if left out.
 * @returns a value that `observe` takes for `pm25Exposure`; what share of the people it covers.
 * @throws VitalError `indicators/invalid-input`, `indicators/implausible-concentration`.
 *
 * Source: metadata of SDG indicator 11.6.2 (World Health Organization); Shaddick et al. (2018), Environmental Science and
 * Technology 52.
 *
 * @example
 * ```ts
 * import { pm25ExposureOf } from "@vitalcore/indicators/environment";
 * const { value, above } = pm25ExposureOf([
 *   { area: "city", population: 3000, concentration: 30 },
 *   { area: "coast", population: 1000, concentration: 4 },
 * ]);
 * value; // => 23.5
 * above[0]; // => { level: 5, share: 0.75 }
 * ```
 */
export function pm25ExposureOf(
  areas: readonly AirOfArea[],
  options: { readonly levels?: readonly number[] } = {},
): Pm25Exposure {
  const { levels = pm25Levels } = options;
  requireInputs([
    ...areas.map(({ area, population }) => notNegative(`the population of ${area}`, population)),
    ...levels.map((level) => positive("a level", level)),
  ]);
  throwIfErrors(
    areas
      .filter(({ concentration: c }) => c !== null && !(c >= 0 && c <= HIGHEST))
      .map(({ area, concentration: found }) =>
        find("indicators/implausible-concentration", {
          place: { unit: area },
          found,
          facts: { area },
        }),
      ),
  );
  const known = areas.filter((area): area is Known => area.concentration !== null);
  const people = sum(known.map(({ population }) => population));
  requireInputs([positive("the number of people whose air is known", people)]);
  const all = sum(areas.map(({ population }) => population));
  const unknown = areas.find(
    ({ concentration, population }) => concentration === null && population > 0,
  );
  return {
    value: sum(known.map((area) => area.population * area.concentration)) / people,
    unit: "UG_PER_M3",
    above: levels.map((level) => ({
      level,
      share: sum(known.map((area) => (area.concentration > level ? area.population : 0))) / people,
    })),
    covered: people / all,
    findings:
      unknown === undefined
        ? []
        : [
            find("indicators/people-without-value", {
              place: { unit: unknown.area },
              facts: { area: unknown.area, share: Number((100 * (1 - people / all)).toFixed(1)) },
            }),
          ],
  };
}

type Known = AirOfArea & { readonly concentration: number };
