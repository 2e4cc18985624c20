import { rankInto } from "@vitalcore/stats";
import { aggregateGroups } from "./aggregate.js";
import { normalizeLeaves } from "./normalize.js";
import type { Plan, Workspace } from "./plan.js";

/**
 * Runs a plan: normalizes, aggregates and ranks. Nothing is allocated; the workspace holds the result.
 *
 * @param values - raw values, leaves x units, by column; NaN is missing.
 * @param weights - in place of the plan's own.
 */
export function runPlan(
  plan: Plan,
  values: Float64Array,
  workspace: Workspace,
  weights: Float64Array = plan.weights,
): void {
  normalizeLeaves(plan, values, workspace);
  aggregateGroups(plan, workspace, weights);
  rankIndex(plan, workspace);
}

/** Ranks the units on the index, the last column; 1 is the highest score. */
export function rankIndex(plan: Plan, { columns, ranks, spare, sort }: Workspace): void {
  const scores = columns.at(-1) as Float64Array;
  if (plan.digits < 0) {
    rankInto(scores, ranks, plan.ties, true, sort);
    return;
  }
  for (let i = 0; i < scores.length; i++) {
    // Rounded as it is printed: 10.235 is a little less and shows as 10.23, but times 100 it is 1023.5.
    spare[i] = Number((scores[i] as number).toFixed(plan.digits));
  }
  rankInto(spare, ranks, plan.ties, true, sort);
}
