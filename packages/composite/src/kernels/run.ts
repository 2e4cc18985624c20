import { rankInto } from "@vitalcore/stats";
import { aggregateGroups } from "./aggregate.js";
import { normalizeLeaves } from "./normalize.js";
import type { Plan, Workspace } from "./plan.js";

/**
 * Runs a plan: normalizes, aggregates and ranks. Nothing is allocated; the workspace holds the result.
 * Nothing is checked: `planIndex` of `@vitalcore/composite` makes plans that are sound, and the workspace
 * counts what a mean does not take.
 *
 * @param values - raw values, leaves x units, by column; NaN is missing.
 * @param weights - in place of the plan's own, parallel to them; for example perturbed ones.
 *
 * @example
 * ```ts
 * import { createWorkspace, type Plan, runPlan } from "@vitalcore/composite/kernels";
 * const leaf = {
 *   method: "min-max", transform: "none", target: Number.NaN, ascending: true,
 *   origin: Number.NaN, width: Number.NaN, low: 0, span: 100, clamp: false, ties: "min",
 * } as const;
 * const plan: Plan = {
 *   leaves: [leaf, leaf],
 *   groups: [{ method: "arithmetic", needed: 2, from: 0, to: 2 }],
 *   children: Int32Array.of(0, 1),
 *   weights: Float64Array.of(1, 1),
 *   ties: "min",
 *   digits: -1,
 * };
 * const values = Float64Array.of(0, 5, 10, 3, 1, 2);
 * const workspace = createWorkspace(plan, 3);
 * runPlan(plan, values, workspace);
 * [...workspace.ranks]; // => [2, 3, 1]
 * runPlan(plan, values, workspace, Float64Array.of(0, 1));
 * [...workspace.ranks]; // => [1, 3, 2]
 * ```
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
