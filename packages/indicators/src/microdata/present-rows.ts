import type { Expression } from "@vitalcore/core";

/** Rows that have a value in a column. */
export function present(column: string): Expression {
  return { op: "not", args: [{ op: "missing", args: [{ column }] }] };
}
