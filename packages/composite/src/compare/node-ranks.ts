import { ranks } from "@vitalcore/stats";
import type { IndexResult } from "../index-result.js";

/** Ranks of units by their code. */
export type RankByUnit = ReadonlyMap<string, number>;

/**
 * Ranks the units on any node, 1 being the highest score, with the tie rule of the index.
 *
 * @param groups - group of each unit by its code: ranks are then taken within the groups, and units without a
 *   group have none.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { nodeRanks } from "@vitalcore/composite/compare";
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
 * nodeRanks(index, "life").get("AAA"); // => 1
 * ```
 */
export function nodeRanks(
  result: IndexResult,
  node: string,
  groups?: Readonly<Record<string, string>>,
): RankByUnit {
  const scored = result.units.flatMap(({ unit, scores }) => {
    const score = scores[node] ?? null;
    const group = groups === undefined ? "" : groups[unit];
    return score === null || group === undefined ? [] : [{ unit, score, group }];
  });
  const ties = result.methodology.ranks?.ties ?? "min";
  const byUnit = new Map<string, number>();
  for (const group of new Set(scored.map((each) => each.group))) {
    const members = scored.filter((each) => each.group === group);
    const places = ranks(
      members.map(({ score }) => score),
      { ties, order: "descending" },
    );
    members.forEach(({ unit }, i) => {
      byUnit.set(unit, places[i] as number);
    });
  }
  return byUnit;
}
