import { quantileOfSorted, rankInto } from "@vitalcore/stats";
import { fitColumn } from "./fit-column.js";
import type { CustomScores, LeafPlan, Plan, Workspace } from "./plan.js";

/** Normalizes every leaf of a plan: `values` (leaves x units, by column) into the workspace's scores. */
export function normalizeLeaves(plan: Plan, values: Float64Array, workspace: Workspace): void {
  for (let i = 0; i < plan.leaves.length; i++) normalizeLeaf(plan, i, values, workspace);
}

/** Normalizes one leaf of a plan. */
export function normalizeLeaf(
  plan: Plan,
  i: number,
  values: Float64Array,
  workspace: Workspace,
): void {
  const { units, scores, fitted } = workspace;
  const leaf = plan.leaves[i] as LeafPlan;
  const at = i * units;
  const source = isTransformed(leaf) ? scores : values;
  if (source === scores) transformColumn(leaf, values, scores, at, units);
  if (isRanked(leaf)) rankColumn(leaf, source, at, scores, workspace);
  else if (leaf.edges !== undefined) classifyColumn(leaf, leaf.edges, source, at, workspace);
  else if (leaf.custom !== undefined) {
    scoreByOwn(leaf.custom, leaf.ascending, source, at, workspace);
  } else {
    fitColumn(leaf, source, at, units, fitted, 2 * i);
    const [origin, width] = [fitted[2 * i] as number, fitted[2 * i + 1] as number];
    scaleColumn(leaf, source, scores, at, units, origin, width);
  }
}

/** Whether the score is `low + span * (x - origin) / width` of the raw value x, once origin and width are fitted. */
export function isLinear(leaf: LeafPlan): boolean {
  return (
    !isTransformed(leaf) &&
    !isRanked(leaf) &&
    !leaf.clamp &&
    leaf.method !== "above-mean" &&
    leaf.edges === undefined &&
    leaf.custom === undefined
  );
}

function isTransformed({ transform, target }: LeafPlan): boolean {
  return transform !== "none" || !Number.isNaN(target);
}

function isRanked({ method }: LeafPlan): boolean {
  return method === "percentile-rank" || method === "rank" || method === "borda";
}

/** Transforms a column, and takes its distance from the target where there is one. */
function transformColumn(
  leaf: LeafPlan,
  from: Float64Array,
  to: Float64Array,
  at: number,
  units: number,
): void {
  const { transform, target } = leaf;
  const end = at + units;
  if (transform === "ln") for (let i = at; i < end; i++) to[i] = Math.log(from[i] as number);
  else if (transform === "ln1p")
    for (let i = at; i < end; i++) to[i] = Math.log1p(from[i] as number);
  else for (let i = at; i < end; i++) to[i] = from[i] as number;
  if (Number.isNaN(target)) return;
  for (let i = at; i < end; i++) to[i] = Math.abs((to[i] as number) - target);
}

/** Divides rather than multiplying by a reciprocal: the goalposts themselves then score exactly 0 and 1. */
function scaleColumn(
  leaf: LeafPlan,
  from: Float64Array,
  to: Float64Array,
  at: number,
  units: number,
  origin: number,
  width: number,
): void {
  const { low, span, clamp } = leaf;
  const end = at + units;
  if (leaf.method === "above-mean") {
    const near = (leaf.band ?? 0) * Math.abs(origin);
    const sign = leaf.ascending ? 1 : -1;
    for (let i = at; i < end; i++) {
      const away = (from[i] as number) - origin;
      to[i] = Math.abs(away) <= near ? 0 : sign * Math.sign(away);
    }
    return;
  }
  if (!clamp) {
    for (let i = at; i < end; i++) to[i] = low + span * (((from[i] as number) - origin) / width);
    return;
  }
  for (let i = at; i < end; i++) {
    const share = ((from[i] as number) - origin) / width;
    to[i] = low + span * Math.min(1, Math.max(0, share));
  }
}

/** Percentile rank (rank - 1) / (n - 1), rank 1 being the worst; or rank - 1 itself. */
function rankColumn(
  leaf: LeafPlan,
  source: Float64Array,
  at: number,
  scores: Float64Array,
  { units, spare, sort, ranks }: Workspace,
): void {
  let present = 0;
  for (let i = 0; i < units; i++) {
    const value = source[at + i] as number;
    spare[i] = value;
    if (!Number.isNaN(value)) present += 1;
  }
  // The ranks of the units are not known yet: their place is free.
  rankInto(spare, ranks, leaf.ties, !leaf.ascending, sort);
  const steps = leaf.method === "percentile-rank" ? present - 1 : 1;
  for (let i = 0; i < units; i++) {
    scores[at + i] = leaf.low + leaf.span * (((ranks[i] as number) - 1) / steps);
  }
}

/** Scores of the user's own making; what was missing stays so. */
function scoreByOwn(
  custom: CustomScores,
  ascending: boolean,
  source: Float64Array,
  at: number,
  { units, scores, spare }: Workspace,
): void {
  for (let i = 0; i < units; i++) spare[i] = source[at + i] as number;
  const own = custom(spare, ascending);
  for (let i = 0; i < units; i++) {
    scores[at + i] = Number.isNaN(source[at + i] as number) ? Number.NaN : (own[i] as number);
  }
}

/** The score of the class between the edges, a value on an edge belonging to the class above it. */
function classifyColumn(
  leaf: LeafPlan,
  edges: Float64Array,
  source: Float64Array,
  at: number,
  { units, scores, spare }: Workspace,
): void {
  const isScale = leaf.method === "percentile-scale";
  const sign = isScale && !leaf.ascending ? -1 : 1;
  let present = 0;
  if (isScale) {
    for (let i = 0; i < units; i++) {
      const value = source[at + i] as number;
      if (!Number.isNaN(value)) spare[present++] = sign * value;
    }
    spare.subarray(0, present).sort();
  }
  const sorted = spare.subarray(0, present);
  const classes = edges.length;
  for (let i = 0; i < units; i++) {
    const value = source[at + i] as number;
    let above = 0;
    for (let k = 0; k < classes; k++) {
      const edge = edges[k] as number;
      const bound = isScale ? quantileOfSorted(sorted, edge / 100) : edge;
      if (sign * value >= bound) above += 1;
    }
    const score = leaf.classes?.[above] ?? leaf.low + (leaf.span * above) / classes;
    scores[at + i] = Number.isNaN(value) ? Number.NaN : score;
  }
}
