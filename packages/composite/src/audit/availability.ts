import type { IndexResult } from "../index-result.js";

/**
 * For each unit and group: the share of the indicators below it, at any depth, that have a raw value.
 *
 * @returns by code of the unit, then by id of the node.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { nodeAvailability } from "@vitalcore/composite/audit";
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
 * nodeAvailability(index).AAA; // => { index: 1 }
 * ```
 */
export function nodeAvailability(
  result: IndexResult,
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const parents = new Map(result.nodes.map(({ id, parent }) => [id, parent]));
  const leaves = result.nodes.filter(({ indicator }) => indicator !== null);
  const below = new Map<string, string[]>();
  for (const { id } of leaves) {
    for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) {
      below.set(at, [...(below.get(at) ?? []), id]);
    }
  }
  return Object.fromEntries(
    result.units.map(({ unit, values }) => [
      unit,
      Object.fromEntries(
        [...below].map(([node, ids]) => {
          const present = ids.filter((id) => (values[id]?.value ?? null) !== null).length;
          return [node, present / ids.length];
        }),
      ),
    ]),
  );
}
