import type { MergeableStatistic } from "@vitalcore/core";
import { requireValues, requireWeighted } from "./check-input.js";
import { productError, sumError } from "./double-double.js";
import { type SplitNumber, splitQuotient } from "./mean.js";
import { compensatedSum } from "./sum.js";

/**
 * Sums from which mean, variance, skewness and kurtosis follow; plain JSON. `m2`, `m3`, `m4` are sums of
 * (weighted) powers of deviations from the mean.
 */
export interface MomentsState {
  /** Number of values. */
  readonly n: number;
  /** Sum of the weights; n without weights. */
  readonly weight: number;
  /** Sum of the (weighted) values. */
  readonly sum: number;
  /** What rounding took from `sum`, so that merging many parts loses nothing. */
  readonly sumLow: number;
  readonly m2: number;
  readonly m3: number;
  readonly m4: number;
}

/** Mean, variance and shape; `null` where too few or constant values leave them undefined. */
export interface Moments {
  readonly n: number;
  /** Sum of the weights; n without weights. */
  readonly weight: number;
  readonly mean: number | null;
  /** Unweighted: divisor n - 1. Weighted: divisor the sum of weights (kind `population`). */
  readonly variance: number | null;
  readonly standardDeviation: number | null;
  /** Type 1: m3 / m2^1.5 of the moments about the mean. */
  readonly skewness: number | null;
  /** Type 1, excess: m4 / m2^2 - 3. */
  readonly kurtosis: number | null;
}

/** Values with their weights, in parts. */
export interface WeightedChunk {
  readonly values: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

const NOTHING: MomentsState = { n: 0, weight: 0, sum: 0, sumLow: 0, m2: 0, m3: 0, m4: 0 };

/** Whether all values with weight are the same: their spread is then 0, not rounding. */
function isConstant(values: Float64Array, weights?: Float64Array): boolean {
  let constant: number | undefined;
  for (let i = 0; i < values.length; i++) {
    if (weights?.[i] === 0) continue;
    constant ??= values[i];
    if (values[i] !== constant) return false;
  }
  return true;
}

/** sum(w x) to about 30 digits; `weights` of undefined stands for ones. */
function splitTotal(values: Float64Array, weights?: Float64Array): SplitNumber {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number;
    const w = weights === undefined ? 1 : (weights[i] as number);
    const term = w * x;
    const next = total + term;
    lost += sumError(total, term, next);
    if (weights !== undefined) lost += productError(w, x, term);
    total = next;
  }
  const high = total + lost;
  return { high, low: sumError(total, lost, high) };
}

/** Moments of one part, in two passes. `weights` of undefined stands for ones. */
function momentsOfPart(values: Float64Array, weights?: Float64Array): MomentsState {
  const n = values.length;
  const weight = weights === undefined ? n : compensatedSum(weights);
  if (weight === 0) return { ...NOTHING, n };
  const { high: sum, low: sumLow } = splitTotal(values, weights);
  const state = { ...NOTHING, n, weight, sum, sumLow };
  if (isConstant(values, weights)) return state;
  const { high: mean, low: meanLow } = splitQuotient(sum, sumLow, weight);
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  let lost2 = 0;
  let lost3 = 0;
  let lost4 = 0;
  for (let i = 0; i < values.length; i++) {
    const d = (values[i] as number) - mean - meanLow;
    const term2 = (weights === undefined ? d : (weights[i] as number) * d) * d;
    const term3 = term2 * d;
    const term4 = term3 * d;
    const next2 = m2 + term2;
    const next3 = m3 + term3;
    const next4 = m4 + term4;
    lost2 += sumError(m2, term2, next2);
    lost3 += sumError(m3, term3, next3);
    lost4 += sumError(m4, term4, next4);
    m2 = next2;
    m3 = next3;
    m4 = next4;
  }
  return { ...state, m2: m2 + lost2, m3: m3 + lost3, m4: m4 + lost4 };
}

/** The moments of two parts together: Pébay (2008), SAND2008-6212, equations 1.5, 2.1 and 3.1. */
function mergeMoments(a: MomentsState, b: MomentsState): MomentsState {
  if (b.weight === 0) return { ...a, n: a.n + b.n };
  if (a.weight === 0) return { ...b, n: a.n + b.n };
  const weight = a.weight + b.weight;
  const meanA = splitQuotient(a.sum, a.sumLow, a.weight);
  const meanB = splitQuotient(b.sum, b.sumLow, b.weight);
  const delta = meanB.high - meanA.high + (meanB.low - meanA.low);
  const shareA = a.weight / weight;
  const shareB = b.weight / weight;
  const between = delta * delta * a.weight * shareB;
  const sum = a.sum + b.sum;
  return {
    n: a.n + b.n,
    weight,
    sum,
    sumLow: sumError(a.sum, b.sum, sum) + a.sumLow + b.sumLow,
    m2: a.m2 + b.m2 + between,
    m3:
      a.m3 +
      b.m3 +
      between * delta * (shareA - shareB) +
      3 * delta * (shareA * b.m2 - shareB * a.m2),
    m4:
      a.m4 +
      b.m4 +
      between * delta * delta * (shareA * shareA - shareA * shareB + shareB * shareB) +
      6 * delta * delta * (shareA * shareA * b.m2 + shareB * shareB * a.m2) +
      4 * delta * (shareA * b.m3 - shareB * a.m3),
  };
}

function finishMoments(state: MomentsState, divisor: number): Moments {
  const { n, weight, sum, sumLow, m2, m3, m4 } = state;
  const variance = weight > 0 && divisor > 0 ? m2 / divisor : null;
  const isVaried = weight > 0 && m2 > 0;
  return {
    n,
    weight,
    mean: weight > 0 ? splitQuotient(sum, sumLow, weight).high : null,
    variance,
    standardDeviation: variance === null ? null : Math.sqrt(variance),
    skewness: isVaried ? (m3 / m2) * Math.sqrt(weight / m2) : null,
    kurtosis: isVaried ? (m4 / m2) * (weight / m2) - 3 : null,
  };
}

/**
 * Mean, variance (n - 1), skewness and kurtosis (type 1) of values that come in parts: chunks of a
 * file, workers, groups of a query.
 * Source: Chan, Golub and LeVeque (1983); Pébay (2008), SAND2008-6212.
 *
 * A chunk is a list of numbers, none missing.
 *
 * @example
 * ```ts
 * import { overChunks } from "@vitalcore/core";
 * import { moments } from "@vitalcore/stats";
 * overChunks(moments, [[1, 2], [3, 4]]).variance; // => 1.6666666666666667
 * ```
 */
export const moments: MergeableStatistic<ArrayLike<number>, MomentsState, Moments> = {
  empty: () => NOTHING,
  accumulate(state, chunk) {
    const values = requireValues(chunk, { what: "The moments", least: 0 });
    return mergeMoments(state, momentsOfPart(values));
  },
  merge: mergeMoments,
  finish: (state) => finishMoments(state, state.n - 1),
};

/**
 * Weighted mean, variance (kind `population`), skewness and kurtosis of values that come in parts.
 * Source: as {@link moments}, with weights in place of counts.
 *
 * A chunk is `{ values, weights }`, none missing, weights zero or positive.
 *
 * @example
 * ```ts
 * import { overChunks } from "@vitalcore/core";
 * import { weightedMoments } from "@vitalcore/stats";
 * const parts = [{ values: [1, 4], weights: [2, 1] }, { values: [2], weights: [1] }];
 * overChunks(weightedMoments, parts).mean; // => 2
 * ```
 */
export const weightedMoments: MergeableStatistic<WeightedChunk, MomentsState, Moments> = {
  empty: () => NOTHING,
  accumulate(state, { values, weights }) {
    const [xs, ws] = requireWeighted(values, weights, {
      what: "The weighted moments",
      least: 0,
      allowZeroTotal: true,
    });
    return mergeMoments(state, momentsOfPart(xs, ws));
  },
  merge: mergeMoments,
  finish: (state) => finishMoments(state, state.weight),
};
