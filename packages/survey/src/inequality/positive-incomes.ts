import type { Finding } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { DesignParts } from "../design/survey-design.js";
import type { EstimateOptions } from "../estimates/options.js";
import { readNumbers } from "../estimates/read-variable.js";
import { type SelectedRows, selectRows, type Variable } from "../estimates/select-rows.js";

/** Amounts that a measure is defined for, and the rows that have one. */
export interface Incomes {
  readonly rows: SelectedRows;
  readonly y: Float64Array;
  readonly findings: readonly Finding[];
}

/** Positive amounts only: the measures have no value for others. The rest is left out, and counted. */
export function positiveIncomes(
  parts: DesignParts,
  column: string,
  options: EstimateOptions,
  others: readonly Variable[] = [],
): Incomes {
  const { values } = readNumbers(parts.table, column);
  const rows = selectRows(parts, [{ column, values }, ...others], options);
  let left = 0;
  const group = Int32Array.from(values, (value, row) => {
    const g = rows.group === undefined ? 0 : rows.group[row]!;
    if (g >= 0 && !(value > 0)) {
      if (parts.weights[row] !== 0) left += 1;
      return -1;
    }
    return g;
  });
  if (left === 0) return { rows, y: values, findings: [] };
  const n = new Float64Array(rows.groups);
  group.forEach((g, row) => {
    if (g >= 0 && parts.weights[row] !== 0) n[g]! += 1;
  });
  const findings = [find("survey/not-positive", { place: { column }, facts: { count: left } })];
  return { rows: { ...rows, group, n }, y: values, findings };
}
