import {
  type AnyTable,
  type Cell,
  type Column,
  type Columns,
  cellAt,
  type TypedTable,
} from "@vitalcore/core";

function cellsOf(column: Column, length: number): Cell[] {
  return Array.from({ length }, (_, row) => cellAt(column, row));
}

/**
 * The columns of a table as lists of plain values, `null` where a cell is missing: ready for
 * `JSON.stringify`. Objects put names that look like whole numbers first; the order of the columns
 * is in `table.names`.
 *
 * @param table - any table; `tableFrom` of `@vitalcore/core` makes one.
 * @returns an object of lists, all of length `table.length`. A column called `__proto__` is an
 *   ordinary property of it.
 *
 * @example
 * ```ts
 * import { tableFrom } from "@vitalcore/core";
 * import { columnsOf } from "@vitalcore/table";
 * columnsOf(tableFrom([{ area: "NA", users: 0.51 }, { area: "ER", users: null }])); // => { area: ["NA", "ER"], users: [0.51, null] }
 * ```
 */
export function columnsOf<Row extends Columns>(
  table: TypedTable<Row>,
): { [Name in keyof Row & string]: (Row[Name] | null)[] };
export function columnsOf(table: AnyTable): Record<string, Cell[]>;
export function columnsOf(table: AnyTable): Record<string, Cell[]> {
  const columns = table.names.map((name) => [name, cellsOf(table.column(name), table.length)]);
  // Unlike assignment, `fromEntries` makes "__proto__" an own property.
  return Object.fromEntries(columns);
}
