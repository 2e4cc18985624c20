import type { Cell } from "@vitalcore/core";
import type { IndexResult } from "./index-result.js";

/**
 * An index as rows for a CSV file or a table: one per unit, in the order of the ranking. Columns: `unit`,
 * `label`, `rank`, `indicators` (how many have a value), the score of every node under its id, from the index
 * downwards, and for every leaf its raw value, period and source as `id:value`, `id:period` and `id:source`
 * (these two only where the data have them).
 *
 * @example
 * ```ts
 * import { buildIndex, resultRows, type IndexMethodology } from "@vitalcore/composite";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology",
 *   version: 1,
 *   id: "example",
 *   title: "Income and health",
 *   nodes: [
 *     { id: "index" },
 *     { id: "income", parent: "index", indicator: "gni-per-person", normalize: { transform: "ln", worst: 100, best: 10000 } },
 *     { id: "life", parent: "index", indicator: "life-expectancy", normalize: { worst: 20, best: 80 } },
 *   ],
 *   normalize: { method: "goalposts" },
 * };
 * const data = { area: ["AAA", "BBB"], "gni-per-person": [1000, 10000], "life-expectancy": [56, 65] };
 * const definitions = [gniPerPerson, lifeExpectancy];
 * const result = buildIndex(data, methodology, { unitColumn: "area", definitions });
 * resultRows(result)[0]; // => { unit: "BBB", label: "BBB", rank: 1, indicators: 2, index: 87.5, income: 100, life: 75, "income:value": 10000, "life:value": 65 }
 * ```
 */
export function resultRows(result: IndexResult): readonly Readonly<Record<string, Cell>>[] {
  const nodes = [...result.nodes].sort((a, b) => a.depth - b.depth);
  const leaves = nodes.filter(({ indicator }) => indicator !== null);
  const withPeriod = leaves.some(({ id }) =>
    result.units.some(({ values }) => values[id]?.period !== undefined),
  );
  const withSource = leaves.some(({ id }) =>
    result.units.some(({ values }) => values[id]?.source !== undefined),
  );
  return result.units.map(({ unit, label, rank, indicators, scores, values }) =>
    Object.fromEntries<Cell>([
      ["unit", unit],
      ["label", label],
      ["rank", rank],
      ["indicators", indicators],
      ...nodes.map(({ id }): [string, Cell] => [id, scores[id] ?? null]),
      ...leaves.flatMap(({ id }): [string, Cell][] => [
        [`${id}:value`, values[id]?.value ?? null],
        ...(withPeriod ? [[`${id}:period`, values[id]?.period ?? null] as [string, Cell]] : []),
        ...(withSource ? [[`${id}:source`, values[id]?.source ?? null] as [string, Cell]] : []),
      ]),
    ]),
  );
}
