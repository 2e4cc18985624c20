import { addColumns } from "./add-columns.js";
import { averageUnits } from "./aggregate.js";
import { fitColumn } from "./fit-column.js";
import { isLinear, normalizeLeaf } from "./normalize.js";
import type { GroupPlan, LeafPlan, Plan, Workspace } from "./plan.js";
import { rankIndex, runPlan } from "./run.js";

/**
 * Runs a plan for the index and its ranks alone: the last of the workspace's columns, and its ranks, are those of
 * {@link runPlan}; the other columns are scratch. Where all means are arithmetic, the index is one weighted sum of the
 * indicators, and linear in the raw values of those that are scaled and not clamped: neither their scores nor those of
 * the groups are computed, which takes less than half of the time. Other plans are run as they are.
 *
 * The sum is taken in another order than level by level: scores agree to about 1e-15 of the largest term, equal units
 * are tied all the same, and units that tie only by the rounding of unequal ones may not.
 *
 * @param values - raw values, leaves x units, by column; NaN is missing.
 * @param weights - in place of the plan's own, parallel to them; for example perturbed ones.
 *
 * @example
 * ```ts
 * import { createWorkspace, type Plan, scoreUnits } from "@vitalcore/composite/kernels";
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
 * const workspace = createWorkspace(plan, 3);
 * scoreUnits(plan, Float64Array.of(0, 5, 10, 3, 1, 2), workspace);
 * [...(workspace.columns.at(-1) ?? [])]; // => [50, 25, 75]
 * [...workspace.ranks]; // => [2, 3, 1]
 * ```
 */
export function scoreUnits(
  plan: Plan,
  values: Float64Array,
  workspace: Workspace,
  weights: Float64Array = plan.weights,
): void {
  if (!shareOut(plan, weights, workspace.lines.shares)) {
    runPlan(plan, values, workspace, weights);
    return;
  }
  const { sums, gaps } = workspace.lines;
  const base = addLeaves(plan, values, workspace);
  let count = 0;
  for (let i = 0; i < sums.length; i++) {
    const score = (sums[i] as number) + base;
    if (Number.isNaN(score)) gaps[count++] = i;
    sums[i] = score;
  }
  if (count > 0) averageLevels(plan, values, workspace, weights, count);
  workspace.columns.at(-1)?.set(sums);
  rankIndex(plan, workspace);
}

/**
 * Multiplies the weights down the levels; false where the index is no weighted sum of its leaves, or would not be of
 * a unit that has them all.
 */
function shareOut(plan: Plan, weights: Float64Array, shares: Float64Array): boolean {
  const { groups, children, leaves } = plan;
  shares.fill(0);
  shares[shares.length - 1] = 1;
  for (let g = groups.length - 1; g >= 0; g--) {
    const { method, needed, from, to } = groups[g] as GroupPlan;
    let mass = 0;
    for (let c = from; c < to; c++) mass += weights[c] as number;
    if (method !== "arithmetic" || to - from < needed || !(mass > 0)) return false;
    const share = (shares[leaves.length + g] as number) / mass;
    for (let c = from; c < to; c++) {
      shares[children[c] as number] = share * (weights[c] as number);
    }
  }
  return true;
}

/** Leaves whose ends are found, and that are then added while they are near. */
const TOGETHER = 4;

/** Fits the leaves and adds what they give each unit; returns what they give to all alike. */
function addLeaves(plan: Plan, values: Float64Array, workspace: Workspace): number {
  const { units, scores, lines } = workspace;
  const { origins, slopes, areRaw, columns, sums } = lines;
  const count = plan.leaves.length;
  let base = 0;
  sums.fill(0);
  for (let first = 0; first < count; first += TOGETHER) {
    const end = Math.min(first + TOGETHER, count);
    let raw = 0;
    for (let i = first; i < end; i++) {
      base += drawLine(plan, i, values, workspace);
      raw += areRaw[i] as number;
    }
    if (raw === end - first) {
      addColumns(values, columns, origins, slopes, first, end, units, 0, units, sums);
      continue;
    }
    for (let i = first; i < end; i++) {
      const source = areRaw[i] === 1 ? values : scores;
      addColumns(source, columns, origins, slopes, i, i + 1, units, 0, units, sums);
    }
  }
  return base;
}

/** Slopes beyond these lose digits, or all: the column is then scaled as it stands in the definition. */
const [GENTLEST, STEEPEST] = [1e-290, 1e290];

/** Finds what a leaf adds to the index: a line in its raw values, or a share of its scores. Returns its constant part. */
function drawLine(plan: Plan, i: number, values: Float64Array, workspace: Workspace): number {
  const { units, fitted, lines } = workspace;
  const leaf = plan.leaves[i] as LeafPlan;
  const share = lines.shares[i] as number;
  if (isLinear(leaf)) {
    fitColumn(leaf, values, i * units, units, fitted, 2 * i);
    const slope = (share * leaf.span) / (fitted[2 * i + 1] as number);
    const steepness = Math.abs(slope);
    if (steepness > GENTLEST && steepness < STEEPEST) {
      lines.origins[i] = fitted[2 * i] as number;
      lines.slopes[i] = slope;
      lines.areRaw[i] = 1;
      return share * leaf.low;
    }
  }
  normalizeLeaf(plan, i, values, workspace);
  lines.origins[i] = 0;
  lines.slopes[i] = share;
  lines.areRaw[i] = 0;
  return 0;
}

/** Scores the units with gaps level by level, over the children they have: packed at the front of the columns. */
function averageLevels(
  plan: Plan,
  values: Float64Array,
  { units, scores, columns, fitted, lines, block }: Workspace,
  weights: Float64Array,
  count: number,
): void {
  const { sums, gaps, areRaw } = lines;
  const leaves = plan.leaves.length;
  for (let i = 0; i < leaves; i++) {
    const at = i * units;
    if (areRaw[i] === 0) {
      for (let j = 0; j < count; j++) scores[at + j] = scores[at + (gaps[j] as number)] as number;
      continue;
    }
    const { low, span } = plan.leaves[i] as LeafPlan;
    const [origin, width] = [fitted[2 * i] as number, fitted[2 * i + 1] as number];
    for (let j = 0; j < count; j++) {
      const away = (values[at + (gaps[j] as number)] as number) - origin;
      scores[at + j] = low + span * (away / width);
    }
  }
  for (let g = 0; g < plan.groups.length; g++) {
    const group = plan.groups[g] as GroupPlan;
    const into = (leaves + g) * units;
    averageUnits(group, plan.children, weights, scores, units, into, block, count);
  }
  const index = columns.at(-1) as Float64Array;
  for (let j = 0; j < count; j++) sums[gaps[j] as number] = index[j] as number;
}
