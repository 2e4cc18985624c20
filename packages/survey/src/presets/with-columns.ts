import { type Column, type Table, type TableLike, tableFrom, tableOf } from "@vitalcore/core";

/**
 * The table with columns more, or others in place of those of the same name.
 *
 * @example
 * ```ts
 * import { numberColumn } from "@vitalcore/core";
 * import { withColumns } from "@vitalcore/survey";
 * withColumns({ age: [20, 30] }, { adult: numberColumn([1, 1]) }).names; // => ["age", "adult"]
 * ```
 */
export function withColumns(input: TableLike, columns: Readonly<Record<string, Column>>): Table {
  const table = tableFrom(input) as unknown as Table;
  return tableOf(
    [...table.names.map((name) => [name, table.column(name)] as const), ...Object.entries(columns)],
    { identifying: table.identifying },
  );
}
