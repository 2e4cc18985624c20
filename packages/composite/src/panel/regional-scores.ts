import type { IndexResult, LeafValue } from "../index-result.js";

/** How units are taken together. */
export interface RegionalOptions {
  /** Group of each unit by its code; units without one are in no group. */
  readonly groups: Readonly<Record<string, string>>;
  /** Weight of each unit by its code, mostly its population; equal if left out. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Least share of a group's weight that must have a score for the group to have one; 0.5 if left out. */
  readonly coverage?: number;
  /** `scores` of all nodes if left out; `values` takes the raw values of the indicators together, in their units. */
  readonly of?: "scores" | "values";
}

/** A group of units at one node. */
export interface RegionalScore {
  readonly group: string;
  readonly node: string;
  /** Weighted mean of the scores, or values; `null` where too little is covered. */
  readonly score: number | null;
  /** Units with a score and a weight, of all of the group. */
  readonly units: number;
  readonly of: number;
  /** Share of the weight of the group that has a score. */
  readonly coverage: number;
}

/**
 * Scores, or values of indicators, of regions, income groups or the world: the weighted mean of their units at every node, where enough of
 * their weight is covered. The rule of half the population is that of the World Bank's regional aggregates.
 * Units whose weight is not known count in the number of units, and nowhere else.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { regionalScores } from "@vitalcore/composite/panel";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const index = buildIndex(
 *   { area: ["AAA", "BBB"], "gni-per-person": [100, 10000], "life-expectancy": [65, 56] },
 *   {
 *     kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *     nodes: [
 *       { id: "index" },
 *       { id: "income", parent: "index", weight: 3, indicator: "gni-per-person" },
 *       { id: "life", parent: "index", weight: 1, indicator: "life-expectancy" },
 *     ],
 *     normalize: { method: "min-max" },
 *   },
 *   { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] },
 * );
 * regionalScores(index, { groups: { AAA: "World", BBB: "World" } })[0]?.score; // => 50
 * ```
 */
export function regionalScores(
  result: IndexResult,
  { groups, weights, coverage: least = 0.5, of: what = "scores" }: RegionalOptions,
): readonly RegionalScore[] {
  const names = [...new Set(result.units.flatMap(({ unit }) => groups[unit] ?? []))].sort();
  return names.flatMap((group) => {
    const members = result.units.filter(({ unit }) => groups[unit] === group);
    const nodes = result.nodes.filter(({ indicator }) => what === "scores" || indicator !== null);
    return nodes.map(({ id }): RegionalScore => {
      let sum = 0;
      let covered = 0;
      let mass = 0;
      let units = 0;
      for (const { unit, scores, values } of members) {
        const weight = weights === undefined ? 1 : (weights[unit] ?? 0);
        mass += weight;
        const score = (what === "scores" ? scores[id] : rawValue(values[id])) ?? null;
        if (score === null || weight === 0) continue;
        sum += weight * score;
        covered += weight;
        units += 1;
      }
      const coverage = mass === 0 ? 0 : covered / mass;
      const score = covered > 0 && coverage >= least ? sum / covered : null;
      return { group, node: id, score, units, of: members.length, coverage };
    });
  });
}

/** As measured: after denomination, before imputation and treatment. */
function rawValue(value: LeafValue | undefined): number | null {
  if (value === undefined) return null;
  return value.denominated === undefined ? value.value : value.denominated;
}
