import {
  type Cell,
  type Column,
  cellAt,
  columnLength,
  type TableLike,
  tableFrom,
  VitalError,
} from "@vitalcore/core";
import { table as arqueroTable, type ColumnTable } from "arquero";
import { find } from "./finding-list.js";

/** Numbers go over as they are: NaN is missing there too. */
function arrayOf(column: Column): Float64Array | Cell[] {
  if (column.kind === "number") return column.values;
  return Array.from({ length: columnLength(column) }, (_, row) => cellAt(column, row));
}

/**
 * A table as an Arquero table: to filter, join, group and reshape. Numbers are not copied (NaN is
 * missing), text and truth values become lists (null is missing). The way back is `tableFrom` of
 * `@vitalcore/core`.
 *
 * @param table - a table, or anything that `tableFrom` takes.
 * @returns a table of the `arquero` package, an optional peer of this one.
 * @throws VitalError `table/unsupported-name` (`__proto__`); those of `tableFrom`.
 *
 * @example
 * ```ts
 * import { toArquero } from "@vitalcore/table/arquero";
 * const users = toArquero({ area: ["NA", "ER", "DE"], users: [0.51, null, 0.9] });
 * users.filter((row: { users: number }) => row.users > 0.6).array("area"); // => ["DE"]
 * ```
 */
export function toArquero(table: TableLike): ColumnTable {
  const { names, column } = tableFrom(table);
  if (names.includes("__proto__")) {
    throw new VitalError([find("table/unsupported-name", { place: { column: "__proto__" } })]);
  }
  return arqueroTable(names.map((name) => [name, arrayOf(column(name))]) as never);
}
