import { oneOf, requireInputs, wholeCount } from "../input-checks.js";

/** Displaced people of a place and time, by what they are; those not known are left out. */
export interface DisplacedGroups {
  /** Refugees under the mandate of UNHCR. */
  readonly refugees: number;
  /** People whose claim is pending. */
  readonly asylumSeekers: number;
  /** Other people in need of international protection (Venezuelans abroad, since 2018). */
  readonly othersInNeed?: number;
  /** Palestine refugees under the mandate of UNRWA, who are not among those of UNHCR. */
  readonly palestineRefugees?: number;
  /** People displaced inside the country, from one source: the counts of IDMC and UNHCR differ. */
  readonly internallyDisplaced?: { readonly count: number; readonly source: "IDMC" | "UNHCR" };
}

/** People who were forced to flee, each counted once. */
export interface DisplacedPeople {
  readonly total: number;
  /** Those who crossed a border. */
  readonly acrossBorders: number;
  readonly internally: number | null;
  /** Where the count of the internally displaced comes from. */
  readonly source: "IDMC" | "UNHCR" | null;
  /** Groups that are not in the total since they were not given. */
  readonly notIncluded: readonly (keyof DisplacedGroups)[];
}

const OPTIONAL = ["othersInNeed", "palestineRefugees", "internallyDisplaced"] as const;

/**
 * People who were forced to flee: refugees, asylum seekers, others in need of protection and the internally
 * displaced, who are taken from one source, so that nobody is counted twice. Returned people and host communities
 * are not displaced; the stateless may be, and are then among the others already.
 *
 * @param groups - counts of people.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: UNHCR, Global Trends (methodology of the "forcibly displaced"); IDMC, Global Report on Internal
 * Displacement.
 *
 * @example
 * ```ts
 * import { displacedPeople } from "@vitalcore/indicators/displacement";
 * const { total, notIncluded } = displacedPeople({
 *   refugees: 5_952_174,
 *   asylumSeekers: 300_000,
 *   internallyDisplaced: { count: 7_400_000, source: "IDMC" },
 * });
 * total; // => 13652174
 * notIncluded; // => ["othersInNeed", "palestineRefugees"]
 * ```
 */
export function displacedPeople(groups: DisplacedGroups): DisplacedPeople {
  const { refugees, asylumSeekers, othersInNeed, palestineRefugees, internallyDisplaced } = groups;
  const optional = { othersInNeed, palestineRefugees };
  requireInputs([
    wholeCount("refugees", refugees),
    wholeCount("asylumSeekers", asylumSeekers),
    ...Object.entries(optional)
      .filter(([, count]) => count !== undefined)
      .map(([name, count]) => wholeCount(name, count)),
    ...(internallyDisplaced === undefined
      ? []
      : [
          wholeCount("internallyDisplaced", internallyDisplaced.count),
          oneOf("the source of internallyDisplaced", internallyDisplaced.source, ["IDMC", "UNHCR"]),
        ]),
  ]);
  const acrossBorders = refugees + asylumSeekers + (othersInNeed ?? 0) + (palestineRefugees ?? 0);
  return {
    total: acrossBorders + (internallyDisplaced?.count ?? 0),
    acrossBorders,
    internally: internallyDisplaced?.count ?? null,
    source: internallyDisplaced?.source ?? null,
    notIncluded: OPTIONAL.filter((name) => groups[name] === undefined),
  };
}
