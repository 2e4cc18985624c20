import type { CustomMean, Family, GroupPlan, Workspace } from "./plan.js";

/**
 * Aggregates a group unit by unit, from the children that the unit has: for methods that need them
 * together. Returns how many units have a score that the method does not take.
 */
export function aggregateFamilies(
  group: GroupPlan,
  children: Int32Array,
  weights: Float64Array,
  { units, scores, family }: Workspace,
  into: number,
): number {
  const { from, to, needed, method } = group;
  const mean = meanOf(group);
  // Places have weights there, not children.
  const isWeighted = method !== "owa";
  let refused = 0;
  for (let unit = 0; unit < units; unit++) {
    let size = 0;
    let present = 0;
    for (let c = from; c < to; c++) {
      const score = scores[(children[c] as number) * units + unit] as number;
      if (Number.isNaN(score)) continue;
      present += 1;
      if (isWeighted && weights[c] === 0) continue;
      family.scores[size] = score;
      family.weights[size] = weights[c] as number;
      size += 1;
    }
    const enough = present >= needed && size > 0;
    const score = enough ? mean(family, size, group) : Number.NaN;
    if (enough && Number.isNaN(score)) refused += 1;
    scores[into + unit] = score;
  }
  return refused;
}

/** NaN for scores that the method does not take. */
type FamilyMean = (family: Family, size: number, group: GroupPlan) => number;

function meanOf(group: GroupPlan): FamilyMean {
  const { custom } = group;
  if (custom !== undefined) return ownMean(custom);
  return FAMILY_MEANS[group.method as keyof typeof FAMILY_MEANS];
}

function ownMean(custom: CustomMean): FamilyMean {
  return ({ scores, weights }, size) => custom(scores.subarray(0, size), weights.subarray(0, size));
}

function massOf(weights: Float64Array, size: number): number {
  let mass = 0;
  for (let i = 0; i < size; i++) mass += weights[i] as number;
  return mass;
}

function weightedMean({ scores, weights }: Family, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += (weights[i] as number) * (scores[i] as number);
  return sum / massOf(weights, size);
}

function least(scores: Float64Array, size: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < size; i++) lowest = Math.min(lowest, scores[i] as number);
  return lowest;
}

/** (sum(w x^p) / sum(w))^(1/p), each x taken relative to the largest (or, for p < 0, least) so that none overflows. */
const generalized: FamilyMean = ({ scores, weights }, size, { exponent: p = 1 }) => {
  const lowest = least(scores, size);
  if (lowest < 0 || (lowest === 0 && p < 0)) return Number.NaN;
  let unit = lowest;
  if (p > 0) for (let i = 0; i < size; i++) unit = Math.max(unit, scores[i] as number);
  if (unit === 0) return 0;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    sum += (weights[i] as number) * ((scores[i] as number) / unit) ** p;
  }
  return unit * (sum / massOf(weights, size)) ** (1 / p);
};

/** Where half of the weight lies below and half above; between two scores if it is met exactly there. */
const median: FamilyMean = ({ scores, weights }, size) => {
  sortByScore(scores, weights, size);
  const half = massOf(weights, size) / 2;
  let below = 0;
  for (let i = 0; i < size; i++) {
    below += weights[i] as number;
    if (Math.abs(below - half) <= 1e-12 * half && i + 1 < size) {
      return ((scores[i] as number) + (scores[i + 1] as number)) / 2;
    }
    if (below > half) return scores[i] as number;
  }
  return scores[size - 1] as number;
};

/** Sorts scores and their weights in place; families are small. */
function sortByScore(scores: Float64Array, weights: Float64Array, size: number): void {
  for (let i = 1; i < size; i++) {
    const [score, weight] = [scores[i] as number, weights[i] as number];
    let at = i - 1;
    while (at >= 0 && (scores[at] as number) > score) {
      scores[at + 1] = scores[at] as number;
      weights[at + 1] = weights[at] as number;
      at -= 1;
    }
    scores[at + 1] = score;
    weights[at + 1] = weight;
  }
}

const meanMin: FamilyMean = (family, size, { alpha = 1, beta = 0 }) => {
  const mean = weightedMean(family, size);
  const gap = mean - least(family.scores, size);
  return mean - alpha * (Math.sqrt(gap * gap + beta * beta) - beta);
};

/** M -/+ S cv with cv = S / M: Mazziotta and Pareto (2013). */
const mazziottaPareto: FamilyMean = (family, size, { penalty = -1, isSample = false }) => {
  const { scores, weights } = family;
  const mean = weightedMean(family, size);
  if (!(mean > 0)) return Number.NaN;
  let squares = 0;
  for (let i = 0; i < size; i++) {
    const away = (scores[i] as number) - mean;
    squares += (weights[i] as number) * away * away;
  }
  const variance = squares / massOf(weights, size);
  const corrected = isSample && size > 1 ? (variance * size) / (size - 1) : variance;
  return mean + (penalty * corrected) / mean;
};

const owa: FamilyMean = ({ scores, sorted }, size, { order }) => {
  sorted.set(scores.subarray(0, size));
  const ascending = sorted.subarray(0, size).sort();
  let sum = 0;
  let mass = 0;
  for (let i = 0; i < size; i++) {
    const weight = order?.[i] ?? 0;
    sum += weight * (ascending[size - 1 - i] as number);
    mass += weight;
  }
  return sum / mass;
};

const FAMILY_MEANS = {
  generalized,
  median,
  minimum: ({ scores }: Family, size: number) => least(scores, size),
  "mean-min": meanMin,
  "mazziotta-pareto": mazziottaPareto,
  owa,
} as const;
