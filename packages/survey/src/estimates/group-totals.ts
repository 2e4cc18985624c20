import { addRows, emptyUnitTotals, settle } from "../kernels/unit-totals.js";
import type { RowGroups } from "./solution.js";

/** Totals of the row variables in every group, without units. */
export function groupTotals(
  weights: Float64Array,
  rows: RowGroups,
  terms: readonly Float64Array[],
): Float64Array[] {
  const totals = emptyUnitTotals(1, rows.groups, terms.length);
  const unit = new Int32Array(weights.length);
  addRows(totals, { length: weights.length, unit, group: rows.group, weight: weights, terms });
  settle(totals);
  return Array.from({ length: rows.groups }, (_, g) =>
    Float64Array.from(totals.sums, (plane) => plane[g]!),
  );
}
