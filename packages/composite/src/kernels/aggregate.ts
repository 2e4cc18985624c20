import { addColumns } from "./add-columns.js";
import { COMPARISONS } from "./comparisons.js";
import { aggregateFamilies } from "./families.js";
import { BLOCK, type Block, type GroupPlan, type Plan, type Workspace } from "./plan.js";

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
      nonpositive[g] = fast(group, plan.children, weights, scores, units, into, workspace.block);
      continue;
    }
    const together = COMPARISONS[group.method as keyof typeof COMPARISONS];
    if (together === undefined) {
      nonpositive[g] = aggregateFamilies(group, plan.children, weights, workspace, into);
      continue;
    }
    nonpositive[g] = together(group, plan.children, weights, scores, units, into);
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
  block: Block,
) => number;

const arithmetic: MeanKernel = (group, children, weights, scores, units, into, block) => {
  averageUnits(group, children, weights, scores, units, into, block, units);
  return 0;
};

/**
 * Writes the arithmetic means of the first `count` units, block by block of them, as scores lie column by column; the
 * terms of a unit are added in the order of its children all the same.
 */
export function averageUnits(
  group: GroupPlan,
  children: Int32Array,
  weights: Float64Array,
  scores: Float64Array,
  units: number,
  into: number,
  block: Block,
  count: number,
): void {
  const { from, to, needed } = group;
  const { sums, masses, counts, zeros } = block;
  let mass = 0;
  for (let c = from; c < to; c++) mass += weights[c] as number;
  const isPossible = mass > 0 && to - from >= needed;
  for (let start = 0; start < count; start += BLOCK) {
    const size = Math.min(BLOCK, count - start);
    const out = into + start;
    if (isPossible) {
      for (let i = 0; i < size; i++) sums[i] = 0;
      addColumns(scores, children, zeros, weights, from, to, units, start, size, sums);
      // One missing score makes the sum NaN: only then are the children counted.
      if (divideInto(scores, out, sums, mass, size)) continue;
    }
    addPresent(group, children, weights, scores, units, start, size, sums, masses, counts);
    for (let i = 0; i < size; i++) {
      const enough = (counts[i] as number) >= needed && (masses[i] as number) > 0;
      scores[out + i] = enough ? (sums[i] as number) / (masses[i] as number) : Number.NaN;
    }
  }
}

/** Whether all quotients are numbers. */
function divideInto(
  scores: Float64Array,
  out: number,
  sums: Float64Array,
  mass: number,
  size: number,
): boolean {
  let isWhole = true;
  for (let i = 0; i < size; i++) {
    const mean = (sums[i] as number) / mass;
    if (Number.isNaN(mean)) isWhole = false;
    scores[out + i] = mean;
  }
  return isWhole;
}

/** Sums, masses and counts over the children present. */
function addPresent(
  { from, to }: GroupPlan,
  children: Int32Array,
  weights: Float64Array,
  scores: Float64Array,
  units: number,
  start: number,
  size: number,
  sums: Float64Array,
  masses: Float64Array,
  counts: Int32Array,
): void {
  for (let i = 0; i < size; i++) {
    sums[i] = 0;
    masses[i] = 0;
    counts[i] = 0;
  }
  for (let c = from; c < to; c++) {
    const at = (children[c] as number) * units + start;
    const weight = weights[c] as number;
    for (let i = 0; i < size; i++) {
      const score = scores[at + i] as number;
      if (Number.isNaN(score)) continue;
      sums[i] = (sums[i] as number) + weight * score;
      masses[i] = (masses[i] as number) + weight;
      counts[i] = (counts[i] as number) + 1;
    }
  }
}

/**
 * exp(sum(w ln x) / sum(w)), as a product of many scores would overflow; or sum(w) / sum(w / x). Gives the units with a
 * score of zero or less.
 */
function curvedMean(
  isGeometric: boolean,
  { from, to, needed }: GroupPlan,
  children: Int32Array,
  weights: Float64Array,
  scores: Float64Array,
  units: number,
  into: number,
): number {
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
      sum += isGeometric ? weight * Math.log(score) : weight / score;
      mass += weight;
    }
    const enough = present >= needed && mass > 0;
    if (enough && least <= 0) refused += 1;
    const mean = isGeometric ? Math.exp(sum / mass) : mass / sum;
    scores[into + unit] = enough ? mean : Number.NaN;
  }
  return refused;
}

const geometric: MeanKernel = (group, children, weights, scores, units, into) =>
  curvedMean(true, group, children, weights, scores, units, into);

const harmonic: MeanKernel = (group, children, weights, scores, units, into) =>
  curvedMean(false, group, children, weights, scores, units, into);

const MEANS = { arithmetic, geometric, harmonic } as const;
