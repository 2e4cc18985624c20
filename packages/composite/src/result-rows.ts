import type { Cell } from "@vitalcore/core";
import type { IndexResult } from "./index-result.js";

/**
 * An index as rows for a CSV file or a table: one per unit, in the order of the ranking. Columns: `unit`,
 * `label`, `rank`, `indicators` (how many have a value), the score of every node under its id, from the index
 * downwards, and for every leaf its raw value, period and source as `id:value`, `id:period` and `id:source`
 * (these two only where the data have them).
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
