import type { BooleanColumn, Table } from "@vitalcore/core";
import { withColumns } from "@vitalcore/survey";

/** The table with truth-valued columns more. */
export function withBooleans(table: Table, columns: Readonly<Record<string, Uint8Array>>): Table {
  return withColumns(
    table,
    Object.fromEntries(
      Object.entries(columns).map(([name, values]): [string, BooleanColumn] => [
        name,
        { kind: "boolean", values },
      ]),
    ),
  );
}
