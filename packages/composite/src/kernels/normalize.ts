import { quantileOfSorted, rankInto } from "@vitalcore/stats";
import type { CustomScores, LeafPlan, Plan, Workspace } from "./plan.js";

/** Normalizes every leaf of a plan: `values` (leaves x units, by column) into the workspace's scores. */
export function normalizeLeaves(plan: Plan, values: Float64Array, workspace: Workspace): void {
  const { units, scores, fitted } = workspace;
  for (let i = 0; i < plan.leaves.length; i++) {
    const leaf = plan.leaves[i] as LeafPlan;
    const at = i * units;
    let source = values;
    if (leaf.transform !== "none" || !Number.isNaN(leaf.target)) {
      transformColumn(leaf, values, scores, at, units);
      source = scores;
    }
    if (leaf.method === "percentile-rank" || leaf.method === "rank" || leaf.method === "borda") {
      rankColumn(leaf, source, at, scores, workspace);
      continue;
    }
    if (leaf.edges !== undefined) {
      classifyColumn(leaf, leaf.edges, source, at, workspace);
      continue;
    }
    if (leaf.custom !== undefined) {
      scoreByOwn(leaf.custom, leaf.ascending, source, at, workspace);
      continue;
    }
    fitColumn(leaf, source, at, units, fitted, 2 * i);
    scaleColumn(
      leaf,
      source,
      scores,
      at,
      units,
      fitted[2 * i] as number,
      fitted[2 * i + 1] as number,
    );
  }
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

/** Origin and width of a column: given by goalposts, or taken from the units. */
function fitColumn(
  leaf: LeafPlan,
  column: Float64Array,
  at: number,
  units: number,
  fitted: Float64Array,
  slot: number,
): void {
  if (leaf.method === "goalposts" || leaf.method === "none") {
    fitted[slot] = leaf.origin;
    fitted[slot + 1] = leaf.width;
    return;
  }
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = at; i < at + units; i++) {
    const value = column[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (most < least) {
    fitted[slot] = Number.NaN;
    fitted[slot + 1] = Number.NaN;
    return;
  }
  const sign = leaf.ascending ? 1 : -1;
  const worst = leaf.ascending ? least : most;
  switch (leaf.method) {
    case "min-max":
      fitted[slot] = worst;
      fitted[slot + 1] = sign * (most - least);
      return;
    case "distance-to-target":
      fitted[slot] = worst;
      fitted[slot + 1] = (leaf.best ?? Number.NaN) - worst;
      return;
    case "distance-to-reference":
      fitted[slot] = worst;
      fitted[slot + 1] = referenceOf(leaf, column, at) - worst;
      return;
    case "fraction-of-max":
      fitted[slot] = 0;
      fitted[slot + 1] = most;
      return;
  }
  const mean = meanOf(column, at, units);
  fitted[slot] = mean;
  // Of equal values the sum of squares can come out above zero by rounding.
  fitted[slot + 1] = most > least ? sign * deviationOf(column, at, units, mean) : 0;
}

/** NaN where the unit of reference is not in the index: before the first unit lies another column. */
function referenceOf({ reference = -1 }: LeafPlan, column: Float64Array, at: number): number {
  return reference < 0 ? Number.NaN : (column[at + reference] as number);
}

/** In two passes, the second over what is left of the first: of large values that hardly differ, one loses digits. */
function meanOf(column: Float64Array, at: number, units: number): number {
  const first = meanAbout(0, column, at, units);
  return first + meanAbout(first, column, at, units);
}

function meanAbout(center: number, column: Float64Array, at: number, units: number): number {
  let sum = 0;
  let present = 0;
  for (let i = at; i < at + units; i++) {
    const value = column[i] as number;
    if (Number.isNaN(value)) continue;
    sum += value - center;
    present += 1;
  }
  return sum / present;
}

/** Standard deviation with n - 1, in a second pass, so that a large mean costs no digits. */
function deviationOf(column: Float64Array, at: number, units: number, mean: number): number {
  let squares = 0;
  let present = 0;
  for (let i = at; i < at + units; i++) {
    const value = column[i] as number;
    if (Number.isNaN(value)) continue;
    squares += (value - mean) * (value - mean);
    present += 1;
  }
  return Math.sqrt(squares / (present - 1));
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
