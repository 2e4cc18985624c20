import { doubtScores } from "../weights/doubt-scores.js";
import type { GroupPlan } from "./plan.js";

/**
 * Writes the scores of a group for which the units are compared with each other; returns the units with a child score
 * that the method does not take.
 */
type ComparisonKernel = (
  group: GroupPlan,
  children: Int32Array,
  weights: Float64Array,
  scores: Float64Array,
  units: number,
  into: number,
) => number;

/** Shares of weight that differ by less than this, relative to one half, are a tie: sums of weights round. */
const TIE = 1e-9;

/**
 * Copeland scores: the units that a unit outranks less those that outrank it. One outranks another where it is
 * better in more than half of the weight of the children that both have, equal ones counting half. Source:
 * Copeland (1951); OECD/JRC Handbook (2008), step 6.
 */
const copeland: ComparisonKernel = (group, children, weights, scores, units, into) => {
  const { from, to, needed } = group;
  for (let unit = 0; unit < units; unit++) {
    scores[into + unit] = hasEnough(from, to, needed, children, scores, units, unit)
      ? 0
      : Number.NaN;
  }
  for (let i = 0; i < units; i++) {
    if (Number.isNaN(scores[into + i] as number)) continue;
    for (let j = i + 1; j < units; j++) {
      if (Number.isNaN(scores[into + j] as number)) continue;
      let ahead = 0;
      let behind = 0;
      for (let c = from; c < to; c++) {
        const at = (children[c] as number) * units;
        const difference = (scores[at + i] as number) - (scores[at + j] as number);
        if (difference > 0) ahead += weights[c] as number;
        else if (difference < 0) behind += weights[c] as number;
      }
      if (Math.abs(ahead - behind) <= TIE * (ahead + behind)) continue;
      const winner = ahead > behind ? i : j;
      const loser = ahead > behind ? j : i;
      scores[into + winner] = (scores[into + winner] as number) + 1;
      scores[into + loser] = (scores[into + loser] as number) - 1;
    }
  }
  return 0;
};

/** Hellwig's measure: 1 - d / (mean(d) + 2 sd(d)), d being the weighted distance from the best scores of all. */
const wroclaw: ComparisonKernel = (group, children, weights, scores, units, into) => {
  const { from, to, needed, isSample = false } = group;
  for (let unit = 0; unit < units; unit++) {
    scores[into + unit] = hasEnough(from, to, needed, children, scores, units, unit)
      ? 0
      : Number.NaN;
  }
  const ideals = new Float64Array(to - from);
  let count = 0;
  for (let c = from; c < to; c++) {
    ideals[c - from] = largest(scores, (children[c] as number) * units, units);
    if (weights[c] !== 0) count += 1;
  }
  for (let unit = 0; unit < units; unit++) {
    if (Number.isNaN(scores[into + unit] as number)) continue;
    let sum = 0;
    let mass = 0;
    for (let c = from; c < to; c++) {
      const score = scores[(children[c] as number) * units + unit] as number;
      if (Number.isNaN(score)) continue;
      const away = score - (ideals[c - from] as number);
      sum += (weights[c] as number) * away * away;
      mass += weights[c] as number;
    }
    scores[into + unit] = Math.sqrt((count * sum) / mass);
  }
  const [mean, sd] = momentsOf(scores, into, units, isSample);
  for (let unit = 0; unit < units; unit++) {
    scores[into + unit] = 1 - (scores[into + unit] as number) / (mean + 2 * sd);
  }
  return 0;
};

/**
 * Each unit under the weights that suit it best, over the units that have all children. Source: Cherchye and others
 * (2007), Social Indicators Research 82.
 */
const benefitOfTheDoubt: ComparisonKernel = (
  { from, to, needed, shares = [0, 1] },
  children,
  _weights,
  scores,
  units,
  into,
) => {
  const entering: number[] = [];
  let refused = 0;
  for (let unit = 0; unit < units; unit++) {
    scores[into + unit] = Number.NaN;
    if (!hasEnough(from, to, needed, children, scores, units, unit)) continue;
    let least = 0;
    for (let c = from; c < to; c++) {
      least = Math.min(least, scores[(children[c] as number) * units + unit] as number);
    }
    if (least < 0) refused += 1;
    else entering.push(unit);
  }
  const columns = Array.from(children.subarray(from, to), (column) =>
    Float64Array.from(entering, (unit) => scores[column * units + unit] as number),
  );
  const [low, up] = shares.map((share) => columns.map(() => share)) as [number[], number[]];
  doubtScores(columns, low, up).forEach((best, i) => {
    scores[into + (entering[i] as number)] = best?.score ?? Number.NaN;
  });
  return refused;
};

function hasEnough(
  from: number,
  to: number,
  needed: number,
  children: Int32Array,
  scores: Float64Array,
  units: number,
  unit: number,
): boolean {
  let present = 0;
  for (let c = from; c < to; c++) {
    if (!Number.isNaN(scores[(children[c] as number) * units + unit] as number)) present += 1;
  }
  return present >= needed;
}

function largest(scores: Float64Array, at: number, units: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = at; i < at + units; i++)
    if ((scores[i] as number) > most) most = scores[i] as number;
  return most;
}

function momentsOf(
  scores: Float64Array,
  at: number,
  units: number,
  isSample: boolean,
): readonly [mean: number, sd: number] {
  let sum = 0;
  let n = 0;
  for (let i = at; i < at + units; i++) {
    if (Number.isNaN(scores[i] as number)) continue;
    sum += scores[i] as number;
    n += 1;
  }
  const mean = sum / n;
  let squares = 0;
  for (let i = at; i < at + units; i++) {
    const away = (scores[i] as number) - mean;
    if (!Number.isNaN(away)) squares += away * away;
  }
  return [mean, Math.sqrt(squares / (isSample ? n - 1 : n))];
}

/** The methods in which units are compared with each other. */
export const COMPARISONS = {
  copeland,
  wroclaw,
  "benefit-of-the-doubt": benefitOfTheDoubt,
} as const;
