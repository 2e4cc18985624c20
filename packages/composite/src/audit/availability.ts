import type { IndexResult } from "../index-result.js";

/**
 * For each unit and group: the share of the indicators below it, at any depth, that have a raw value.
 *
 * @returns by code of the unit, then by id of the node.
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
