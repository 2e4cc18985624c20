import { type Finding, throwIfErrors } from "@vitalcore/core";
import { notNegative, positive, unmet } from "../input-checks.js";
import { findNonProportions } from "../proportion.js";
import { find } from "./catalog.js";

/** A group with its share, as a proportion, and its people. */
export interface GroupShare {
  readonly name: string;
  readonly share: number;
  readonly population: number;
}

/** What is published of everybody. */
export interface WholeShare {
  readonly share: number;
  readonly population: number;
}

/**
 * Whether groups cover the population that they are compared within: their people add up to all people, and their shares to the share of all.
 * A gap between groups that leave somebody out says nothing of the whole.
 *
 * @param groups - shares as proportions, with populations.
 * @param whole - share and population of everybody.
 * @param options - `tolerance` of both sums: 0.01 of the population, and one point of the share, if left out.
 * @returns findings `indicators/groups-do-not-cover`, `indicators/groups-against-total`.
 * @throws VitalError `indicators/not-a-proportion`, `indicators/invalid-input`.
 *
 * Source: ITU (2020), Manual for Measuring ICT Access and Use by Households and Individuals, on breakdowns and totals.
 *
 * @example
 * ```ts
 * import { checkGroupCoverage } from "@vitalcore/indicators/connectivity";
 * const groups = [
 *   { name: "women", share: 0.4, population: 500 },
 *   { name: "men", share: 0.5, population: 480 },
 * ];
 * checkGroupCoverage(groups, { share: 0.45, population: 980 }); // => []
 * checkGroupCoverage(groups, { share: 0.6, population: 1200 }).length; // => 2
 * ```
 */
export function checkGroupCoverage(
  groups: readonly GroupShare[],
  whole: WholeShare,
  options: { readonly tolerance?: number } = {},
): Finding[] {
  const { tolerance = 0.01 } = options;
  const shares = Object.fromEntries(
    groups.map(({ name, share }) => [`the share of ${name}`, share]),
  );
  throwIfErrors([
    ...findNonProportions({ ...shares, "the share of all": whole.share, tolerance }),
    ...unmet([
      positive("the population", whole.population),
      positive("the number of groups", groups.length),
      ...groups.map(({ name, population }) => notNegative(`the population of ${name}`, population)),
    ]),
  ]);
  const people = groups.reduce((sum, { population }) => sum + population, 0);
  const names = groups.map(({ name }) => name);
  const covers = Math.abs(people / whole.population - 1) <= tolerance + 1e-12;
  const having = groups.reduce((sum, { share, population }) => sum + share * population, 0);
  const mean = people === 0 ? Number.NaN : having / people;
  const agrees = Math.abs(mean - whole.share) <= tolerance + 1e-12;
  return [
    ...(covers
      ? []
      : [
          find("indicators/groups-do-not-cover", {
            found: people,
            facts: { groups: names, population: whole.population },
          }),
        ]),
    ...(agrees
      ? []
      : [
          find("indicators/groups-against-total", {
            found: Number(mean.toPrecision(6)),
            facts: { groups: names, share: whole.share },
          }),
        ]),
  ];
}
