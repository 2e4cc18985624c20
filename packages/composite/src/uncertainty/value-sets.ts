import type { IndexData } from "../index-data.js";
import type { Leaf } from "../leaf.js";
import type { ValueSet } from "./specification.js";

/** The data with the values of a set in the place of those that were read. */
export function withValues(
  data: IndexData,
  leaves: readonly Leaf[],
  { values: given }: ValueSet,
): IndexData {
  const values = data.values.slice();
  const total = data.units.length;
  leaves.forEach(({ node, indicator }, leaf) => {
    const byUnit = given[node.id] ?? given[indicator];
    if (byUnit === undefined) return;
    data.units.forEach((unit, u) => {
      if (!Object.hasOwn(byUnit, unit)) return;
      values[leaf * total + u] = byUnit[unit] ?? Number.NaN;
    });
  });
  return { ...data, values };
}
