import {
  type AnyTable,
  type Cell,
  type Column,
  type Columns,
  cellAt,
  type TypedTable,
} from "@vitalcore/core";

/**
 * The rows of a table as objects of plain values, `null` where a cell is missing: ready for
 * `JSON.stringify`, chart libraries and templates. For computing, the table's columns are faster.
 *
 * @param table - any table; `tableFrom` of `@vitalcore/core` makes one.
 * @returns one object a row, with every column as its own property (one called `__proto__` too).
 *
 * @example
 * ```ts
 * import { tableFrom } from "@vitalcore/core";
 * import { rowsOf } from "@vitalcore/table";
 * rowsOf(tableFrom({ area: ["NA", "ER"], users: [0.51, null] })); // => [{ area: "NA", users: 0.51 }, { area: "ER", users: null }]
 * ```
 */
export function rowsOf<Row extends Columns>(
  table: TypedTable<Row>,
): { [Name in keyof Row & string]: Row[Name] | null }[];
export function rowsOf(table: AnyTable): Record<string, Cell>[];
export function rowsOf(table: AnyTable): Record<string, Cell>[] {
  const columns = table.names.map((name): [string, Column] => [name, table.column(name)]);
  return Array.from({ length: table.length }, (_, row) =>
    // Unlike assignment, `fromEntries` makes "__proto__" an own property.
    Object.fromEntries(columns.map(([name, column]) => [name, cellAt(column, row)])),
  );
}
