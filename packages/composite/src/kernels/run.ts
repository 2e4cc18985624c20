import { aggregateGroups } from "./aggregate.js";
import { normalizeLeaves } from "./normalize.js";
import type { Plan, Workspace } from "./plan.js";
import { rankColumn } from "./rank.js";

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
export function rankIndex(plan: Plan, workspace: Workspace): void {
  const { units, scores, ranks, column } = workspace;
  const at = scores.length - units;
  if (plan.digits < 0) {
    rankColumn(scores, at, units, plan.ties, false, ranks);
    return;
  }
  for (let i = 0; i < units; i++) {
    // Rounded as it is printed: 10.235 is a little less and shows as 10.23, but times 100 it is 1023.5.
    column[i] = Number((scores[at + i] as number).toFixed(plan.digits));
  }
  rankColumn(column, 0, units, plan.ties, false, ranks);
}
