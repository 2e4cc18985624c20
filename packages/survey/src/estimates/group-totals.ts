import { addRows, emptyUnitTotals, settle } from "../kernels/unit-totals.js";
import type { RowGroups } from "./solution.js";

/** Totals of the row variables in every group, without units. */
export function groupTotals(
  weights: Float64Array,
  rows: RowGroups,
  terms: readonly Float64Array[],
): Float64Array[] {
  const totals = emptyUnitTotals(1, rows.groups, terms.length);
  const { length } = weights;
  const { group } = rows;
  // Without groups, all rows are one run.
  const whole = { start: Int32Array.of(0, length), unit: Int32Array.of(0) };
  const unit = group === undefined ? whole.unit : new Int32Array(length);
  addRows(totals, { length, unit, runs: whole, group, weight: weights, terms });
  settle(totals);
  return Array.from({ length: rows.groups }, (_, g) =>
    Float64Array.from(totals.sums, (plane) => plane[g]!),
  );
}
