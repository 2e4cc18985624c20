import { type Column, numbersOf, type Table, tableOf } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { ColumnCheck } from "./read-columns.js";

function gather(column: Column, rows: Int32Array): Column {
  if (column.kind === "text") {
    return { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]!) };
  }
  if (column.kind === "boolean") {
    return { kind: "boolean", values: Uint8Array.from(rows, (row) => column.values[row]!) };
  }
  return { kind: "number", values: Float64Array.from(rows, (row) => column.values[row]!) };
}

/** The table with every row repeated as often as its frequency says. */
export function expandFrequencies(check: ColumnCheck, column: string | undefined): Table {
  const { table, findings } = check;
  if (column === undefined) return table;
  const frequency = numbersOf(table, column);
  const rows: number[] = [];
  for (let row = 0; row < table.length; row++) {
    const times = frequency[row]!;
    if (!Number.isInteger(times) || times < 0) {
      findings.push(
        find("survey/frequency-not-whole", {
          place: { column, row: row + 1 },
          found: Number.isNaN(times) ? null : times,
          withhold: table.identifying.has(column),
        }),
      );
      return table;
    }
    for (let i = 0; i < times; i++) rows.push(row);
  }
  const repeated = Int32Array.from(rows);
  return tableOf(
    table.names.map((name) => [name, gather(table.column(name), repeated)] as const),
    { identifying: table.identifying },
  );
}
