import { COMPARISONS } from "./comparisons.js";
import { aggregateFamilies } from "./families.js";
import type { GroupPlan, Plan, Workspace } from "./plan.js";

/**
 * Aggregates the groups of a plan, children before parents, over the leaf scores in the workspace. The
 * weights of a group are rescaled, for each unit, over its children with a score; below the number needed,
 * or where these children weigh nothing, the unit has no score.
 *
 * @param weights - in place of the plan's own, for example perturbed ones.
 */
export function aggregateGroups(
  plan: Plan,
  workspace: Workspace,
  weights: Float64Array = plan.weights,
): void {
  const { units, scores, nonpositive } = workspace;
  for (let g = 0; g < plan.groups.length; g++) {
    const group = plan.groups[g] as GroupPlan;
    const into = (plan.leaves.length + g) * units;
    const fast = MEANS[group.method as keyof typeof MEANS] as MeanKernel | undefined;
    if (fast !== undefined) {
      nonpositive[g] = fast(group, plan.children, weights, scores, units, into);
      continue;
    }
    const together = COMPARISONS[group.method as keyof typeof COMPARISONS];
    if (together === undefined) {
      nonpositive[g] = aggregateFamilies(group, plan.children, weights, workspace, into);
      continue;
    }
    together(group, plan.children, weights, scores, units, into);
    nonpositive[g] = 0;
  }
}

/** Writes the mean of a group's children for all units; returns the units with a nonpositive child. */
type MeanKernel = (
  group: GroupPlan,
  children: Int32Array,
  weights: Float64Array,
  scores: Float64Array,
  units: number,
  into: number,
) => number;

const arithmetic: MeanKernel = (group, children, weights, scores, units, into) => {
  const { from, to, needed } = group;
  for (let unit = 0; unit < units; unit++) {
    let sum = 0;
    let mass = 0;
    let present = 0;
    for (let c = from; c < to; c++) {
      const score = scores[(children[c] as number) * units + unit] as number;
      if (Number.isNaN(score)) continue;
      const weight = weights[c] as number;
      sum += weight * score;
      mass += weight;
      present += 1;
    }
    scores[into + unit] = present >= needed && mass > 0 ? sum / mass : Number.NaN;
  }
  return 0;
};

/** exp(sum(w ln x) / sum(w)); a product of many scores would overflow. */
const geometric: MeanKernel = (group, children, weights, scores, units, into) => {
  const { from, to, needed } = group;
  let refused = 0;
  for (let unit = 0; unit < units; unit++) {
    let sum = 0;
    let mass = 0;
    let present = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let c = from; c < to; c++) {
      const score = scores[(children[c] as number) * units + unit] as number;
      if (Number.isNaN(score)) continue;
      present += 1;
      const weight = weights[c] as number;
      // Without weight it must not enter: 0 ln 0 is not a number.
      if (weight === 0) continue;
      if (score < least) least = score;
      sum += weight * Math.log(score);
      mass += weight;
    }
    const enough = present >= needed && mass > 0;
    if (enough && least <= 0) refused += 1;
    scores[into + unit] = enough ? Math.exp(sum / mass) : Number.NaN;
  }
  return refused;
};

const harmonic: MeanKernel = (group, children, weights, scores, units, into) => {
  const { from, to, needed } = group;
  let refused = 0;
  for (let unit = 0; unit < units; unit++) {
    let sum = 0;
    let mass = 0;
    let present = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let c = from; c < to; c++) {
      const score = scores[(children[c] as number) * units + unit] as number;
      if (Number.isNaN(score)) continue;
      present += 1;
      const weight = weights[c] as number;
      if (weight === 0) continue;
      if (score < least) least = score;
      sum += weight / score;
      mass += weight;
    }
    const enough = present >= needed && mass > 0;
    if (enough && least <= 0) refused += 1;
    scores[into + unit] = enough ? mass / sum : Number.NaN;
  }
  return refused;
};

const MEANS = { arithmetic, geometric, harmonic } as const;
