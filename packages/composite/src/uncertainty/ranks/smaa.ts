import { type RandomStream, randomStream } from "@vitalcore/core";
import { require, requireFinite } from "../indices/check-numbers.js";

/** What weights favour each unit: see {@link rankAcceptability}. */
export interface RankAcceptability {
  /** For each unit, the share of the weights that give it rank 1, 2, ... */
  readonly acceptability: readonly (readonly number[])[];
  /** For each unit, the mean of the weights that make it the first; `null` if none does. */
  readonly centralWeights: readonly (readonly number[] | null)[];
  /** For each unit and each other, the share of the weights that put it above. */
  readonly above: readonly (readonly number[])[];
  readonly draws: number;
}

/**
 * How ranks depend on the weights of a weighted mean when nothing is known of them, or only their order: over
 * weights drawn uniformly from all that are possible. Central weights say whose view makes a unit the first.
 * Source: Lahdelma and Salminen (2001), Operations Research 49 (SMAA-2).
 *
 * @param scores - units by indicators; larger is better.
 * @param options.order - indicators (from 0) from the most to the least important, where that is known.
 * @param options.draws - 10,000 if left out.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { rankAcceptability } from "@vitalcore/composite/uncertainty";
 * const { centralWeights } = rankAcceptability([[1, 0], [0, 1], [0.4, 0.4]]);
 * centralWeights[2]; // => null
 * ```
 */
export function rankAcceptability(
  scores: readonly (readonly number[])[],
  options: {
    readonly order?: readonly number[];
    readonly draws?: number;
    readonly seed?: number;
  } = {},
): RankAcceptability {
  const { order, draws = 10_000, seed = 1 } = options;
  const units = scores.length;
  const size = scores[0]?.length ?? 0;
  require(units >= 1 && size >= 1, "The number of scores", units * size, "1 or more");
  for (const row of scores) {
    require(row.length === size, "The number of scores of a unit", row.length, `${size}`);
    requireFinite("The score", row);
  }
  const isOrder = order === undefined || [...order].sort((a, b) => a - b).every((k, i) => k === i);
  require(isOrder && (order ?? scores[0])?.length === size, "The order", String(
    order,
  ), "each indicator once, from 0");
  const stream = randomStream({ seed, label: "rank acceptability" });
  const weights = new Float64Array(size);
  const totals = new Float64Array(units);
  const byRank = scores.map(() => new Float64Array(units));
  const above = scores.map(() => new Float64Array(units));
  const first = scores.map(() => new Float64Array(size));
  for (let d = 0; d < draws; d++) {
    drawWeights(stream, d, order, weights);
    scores.forEach((row, u) => {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += (weights[k] as number) * (row[k] as number);
      totals[u] = sum;
    });
    for (let u = 0; u < units; u++) {
      let better = 0;
      const mine = above[u] as Float64Array;
      for (let v = 0; v < units; v++) {
        if ((totals[v] as number) > (totals[u] as number)) better += 1;
        else if ((totals[v] as number) < (totals[u] as number)) mine[v] = (mine[v] as number) + 1;
      }
      const ranks = byRank[u] as Float64Array;
      ranks[better] = (ranks[better] as number) + 1;
      if (better > 0) continue;
      const sums = first[u] as Float64Array;
      for (let k = 0; k < size; k++) sums[k] = (sums[k] as number) + (weights[k] as number);
    }
  }
  return {
    acceptability: byRank.map((counts) => Array.from(counts, (count) => count / draws)),
    centralWeights: first.map((sums, u) => {
      const count = byRank[u]?.[0] as number;
      return count === 0 ? null : Array.from(sums, (sum) => sum / count);
    }),
    above: above.map((counts) => Array.from(counts, (count) => count / draws)),
    draws,
  };
}

/** Uniform on the simplex: exponentials divided by their sum, not uniforms. An order is imposed by sorting. */
function drawWeights(
  stream: RandomStream,
  draw: number,
  order: readonly number[] | undefined,
  weights: Float64Array,
): void {
  stream.fillUniform(draw, weights);
  let sum = 0;
  for (let k = 0; k < weights.length; k++) {
    weights[k] = -Math.log(weights[k] as number);
    sum += weights[k] as number;
  }
  for (let k = 0; k < weights.length; k++) weights[k] = (weights[k] as number) / sum;
  if (order === undefined) return;
  const sorted = weights.slice().sort().reverse();
  order.forEach((indicator, i) => {
    weights[indicator] = sorted[i] as number;
  });
}

/**
 * Rank acceptability for two indicators, exactly: ranks change only where two units cross as weight moves from one
 * indicator to the other.
 *
 * @param scores - units by two indicators.
 * @returns for each unit the shares of rank 1, 2, ... over a weight uniform on 0..1; units that are equal
 * throughout share the best rank.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { rankAcceptabilityOfTwo } from "@vitalcore/composite/uncertainty";
 * rankAcceptabilityOfTwo([[1, 0], [0, 1]]); // => [[0.5, 0.5], [0.5, 0.5]]
 * ```
 */
export function rankAcceptabilityOfTwo(
  scores: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  for (const row of scores) {
    require(row.length === 2, "The number of scores of a unit", row.length, "2");
    requireFinite("The score", row);
  }
  const at = (u: number, w: number) => {
    const [x, y] = scores[u] as readonly [number, number];
    return w * x + (1 - w) * y;
  };
  const crossings = [0, 1];
  scores.forEach((_, u) => {
    for (let v = 0; v < u; v++) {
      const start = at(u, 0) - at(v, 0);
      const slope = at(u, 1) - at(v, 1) - start;
      const w = -start / slope;
      if (slope !== 0 && w > 0 && w < 1) crossings.push(w);
    }
  });
  crossings.sort((a, b) => a - b);
  const shares = scores.map(() => scores.map(() => 0));
  for (let i = 1; i < crossings.length; i++) {
    const [from, to] = [crossings[i - 1] as number, crossings[i] as number];
    const totals = scores.map((_, u) => at(u, (from + to) / 2));
    totals.forEach((total, u) => {
      const better = totals.filter((other) => other > total).length;
      const row = shares[u] as number[];
      row[better] = (row[better] as number) + (to - from);
    });
  }
  return shares;
}

/** The smallest change of weights that makes one unit as good as another: see {@link reversingWeights}. */
export interface WeightReversal {
  /** Relative weights at which the two are equal, summing to 1. */
  readonly weights: readonly number[];
  /** Half the sum of the absolute changes: the share of weight that has to move, 0 to 1. */
  readonly moved: number;
}

/**
 * The least weight that has to move between indicators for one unit to draw level with another in a weighted mean:
 * taken from the indicators in which it is furthest behind, and given to that in which it is furthest ahead.
 *
 * @param weights - as they are; relative.
 * @param behind - scores of the unit that is behind.
 * @param ahead - scores of the unit that is ahead.
 * @returns `null` if no weights make them level: the one is ahead in everything.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { reversingWeights } from "@vitalcore/composite/uncertainty";
 * reversingWeights([1, 1], [0, 1], [2, 0])?.moved.toFixed(4); // => "0.1667"
 * ```
 */
export function reversingWeights(
  weights: readonly number[],
  behind: readonly number[],
  ahead: readonly number[],
): WeightReversal | null {
  requireFinite("The weight", weights);
  requireFinite("The score", [...behind, ...ahead]);
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  require(mass > 0 &&
    weights.every((weight) => weight >= 0), "The weights", mass, "0 or more, not all 0");
  require(behind.length === weights.length &&
    ahead.length ===
      weights.length, "The number of scores", behind.length, `${weights.length} for each unit`);
  const found = weights.map((weight) => weight / mass);
  const gains = behind.map((score, k) => score - (ahead[k] as number));
  let gap = -gains.reduce((sum, gain, k) => sum + gain * (found[k] as number), 0);
  if (gap <= 0) return { weights: found, moved: 0 };
  const best = gains.indexOf(Math.max(...gains));
  if ((gains[best] as number) < 0) return null;
  const worstFirst = gains
    .map((_, k) => k)
    .sort((a, b) => (gains[a] as number) - (gains[b] as number));
  let moved = 0;
  for (const k of worstFirst) {
    const closes = (gains[best] as number) - (gains[k] as number);
    if (gap <= 0 || closes <= 0) break;
    const taken = Math.min(found[k] as number, gap / closes);
    found[k] = (found[k] as number) - taken;
    found[best] = (found[best] as number) + taken;
    moved += taken;
    gap -= taken * closes;
  }
  return gap <= 1e-12 ? { weights: found, moved } : null;
}
