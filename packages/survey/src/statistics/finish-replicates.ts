import { throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import type { Functional } from "../estimates/functional.js";
import { solveReplicateTotals } from "../estimates/solve-replicates.js";
import { type ReplicateSet, replicateScales } from "../replicates/replicate-set.js";
import { checkReplicatePlan, type ReplicatePlan } from "./plan.js";
import { type FinishOptions, finishEstimates, groupedRows } from "./planned-estimates.js";
import { functionalOf } from "./planned-functional.js";
import type { UnitTable } from "./unit-table.js";

/** Estimates of a plan from totals under the full weight and under every replicate. */
export function estimateFromReplicates(
  plan: ReplicatePlan,
  table: UnitTable,
  options: FinishOptions,
): EstimatesResult {
  checkReplicatePlan(plan);
  if (options.replicates !== undefined) {
    const facts = { option: "`replicates`", wanted: "none: the plan has replicate weights" };
    throwIfErrors([find("survey/option", { found: options.replicates.type, facts })]);
  }
  if (table.length === 0) throwIfErrors([find("survey/empty-table", {})]);
  const { rows, rowsInGroup } = groupedRows(table, plan);
  const functional = functionalOf(plan);
  const terms = functional.terms.length + 1;
  const totals = rows.labels.map(() => new Float64Array(table.totals.length));
  for (let i = 0; i < table.length; i++) {
    const g = rows.group![i]!;
    if (g < 0) continue;
    table.totals.forEach((sums, t) => {
      totals[g]![t]! += sums[i]! + table.lost[t]![i]!;
    });
  }
  const ofWeight = (s: number) => totals.map((all) => all.subarray(s * terms, (s + 1) * terms));
  const count = plan.design.replicates.columns.length;
  const set: ReplicateSet = {
    ...replicateScales(plan.design.replicates),
    count,
    fill: (_, out) => out,
  };
  const solve = (of: Functional, joint: boolean) =>
    solveReplicateTotals(set, ofWeight(0), (r) => ofWeight(r + 1), of, joint);
  return finishEstimates({
    plan,
    replicates: set,
    rows,
    rowsInGroup,
    solution: solve(functional, options.covariance === true),
    solveAgain: (logits) => solve(logits, false),
    degrees: new Float64Array(rows.groups).fill(plan.degreesOfFreedom ?? count - 1),
    options,
  });
}
