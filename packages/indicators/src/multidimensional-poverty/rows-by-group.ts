import { type Column, cellAt, type Table, throwIfErrors } from "@vitalcore/core";
import { find } from "./catalog.js";
import type { DeprivationRows } from "./mask-histogram.js";

/** The rows of each group, in order of first appearance; each row of the data is read once for each column. */
export function rowsByGroup(
  table: Table,
  by: string,
  rows: DeprivationRows,
): Map<string, DeprivationRows> {
  const { groups, codes } = groupsOf(table, by);
  const ends = new Int32Array(groups.length);
  for (const code of codes) ends[code] = (ends[code] as number) + 1;
  for (let g = 1; g < ends.length; g++) ends[g] = (ends[g] as number) + (ends[g - 1] as number);
  const startOf = (g: number) => (g === 0 ? 0 : (ends[g - 1] as number));
  const starts = Int32Array.from(groups, (_, g) => startOf(g));
  const deprivations = rows.deprivations.map((values) => {
    const sorted = new Uint8Array(values.length);
    sortInto(sorted, values, codes, starts.slice());
    return sorted;
  });
  const factors = rows.factors.map((values) => {
    const sorted = new Float64Array(values.length);
    sortInto(sorted, values, codes, starts.slice());
    return sorted;
  });
  return new Map(
    groups.map((group, g) => {
      const [start, end] = [startOf(g), ends[g] as number];
      return [
        group,
        {
          length: end - start,
          deprivations: deprivations.map((values) => values.subarray(start, end)),
          factors: factors.map((values) => values.subarray(start, end)),
        },
      ];
    }),
  );
}

/** Values by group, in their order; `next` holds where each group begins, and is used up. */
function sortInto<Values extends Uint8Array | Float64Array>(
  sorted: Values,
  values: Values,
  codes: Int32Array,
  next: Int32Array,
): void {
  for (let row = 0; row < codes.length; row++) {
    const group = codes[row] as number;
    const at = next[group] as number;
    sorted[at] = values[row] as number;
    next[group] = at + 1;
  }
}

/** Names of the groups in order of first appearance, and the position of each row's group among them. */
function groupsOf(table: Table, by: string): { groups: string[]; codes: Int32Array } {
  const column: Column = table.column(by);
  const positions = new Map<string, number>();
  const positionOf = (group: string): number => {
    const known = positions.get(group);
    if (known !== undefined) return known;
    positions.set(group, positions.size);
    return positions.size - 1;
  };
  const codes = new Int32Array(table.length);
  const ofLevel =
    column.kind === "text" ? new Int32Array(column.levels.length).fill(-1) : undefined;
  for (let row = 0; row < table.length; row++) {
    const level = column.kind === "text" ? (column.codes[row] as number) : -1;
    const known = ofLevel !== undefined && level >= 0 ? (ofLevel[level] as number) : -1;
    if (known >= 0) {
      codes[row] = known;
      continue;
    }
    const cell = cellAt(column, row);
    if (cell === null) {
      throwIfErrors([find("indicators/missing-group", { place: { column: by, row: row + 1 } })]);
    }
    const position = positionOf(String(cell));
    if (ofLevel !== undefined) ofLevel[level] = position;
    codes[row] = position;
  }
  return { groups: [...positions.keys()], codes };
}
