import { normalCdf } from "@vitalcore/stats/distributions";
import { lowerFactor } from "../matrix.js";
import { require, requireFinite } from "./check-numbers.js";

const MOST_FACTORS = 20;

/**
 * Shapley values of a game: the mean of what a factor adds to the sets of others, over all orders in which they
 * join. Source: Shapley (1953); for variances Owen (2014), SIAM/ASA J. Uncertainty Quantification 2.
 *
 * @param count - factors, 20 at the most.
 * @param value - of a set of factors, given as bits: factor i is in it if bit i is set.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { shapleyValues } from "@vitalcore/composite/sensitivity";
 * // Worth something only together.
 * shapleyValues(2, (set) => (set === 3 ? 1 : 0)); // => [0.5, 0.5]
 * ```
 */
export function shapleyValues(count: number, value: (set: number) => number): readonly number[] {
  require(Number.isInteger(count) &&
    count >= 1 &&
    count <= MOST_FACTORS, "The number of factors", count, `1 to ${MOST_FACTORS}`);
  return shapleyOf(count, value);
}

/** As {@link shapleyValues}, unchecked. */
export function shapleyOf(count: number, value: (set: number) => number): readonly number[] {
  // (size)! (count - size - 1)! / count! for a set without the factor.
  const weights = [1 / count];
  for (let size = 1; size < count; size++) {
    weights.push(((weights[size - 1] as number) * size) / (count - size));
  }
  const sets = 2 ** count;
  const values = Float64Array.from({ length: sets }, (_, set) => (set === 0 ? 0 : value(set)));
  const empty = value(0);
  values[0] = empty;
  const effects = new Float64Array(count);
  for (let set = 0; set < sets; set++) {
    let size = 0;
    for (let bits = set; bits > 0; bits &= bits - 1) size += 1;
    const weight = weights[size];
    for (let i = 0; i < count; i++) {
      if ((set & (1 << i)) !== 0) continue;
      const gain = (values[set | (1 << i)] as number) - (values[set] as number);
      effects[i] = (effects[i] as number) + (weight as number) * gain;
    }
  }
  return [...effects];
}

/** A linear model of normal inputs: y = b'x, x ~ N(., S). */
export interface LinearGaussian {
  readonly beta: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/** Indices of a linear model of normal inputs: see {@link linearGaussianIndices}. */
export interface LinearGaussianIndices {
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
  readonly shapley: readonly number[];
  /** Borgonovo's delta: half the expected L1 distance between the density of y and that given x_i. */
  readonly delta: readonly number[];
}

/**
 * Exact indices of a linear index of normally distributed, dependent inputs: where inputs are correlated, first-order
 * indices do not sum to 1 and can exceed the total ones; Shapley effects remain shares.
 * Source: Owen and Prieur (2017), SIAM/ASA J. Uncertainty Quantification 5; Borgonovo (2007), Reliability
 * Engineering & System Safety 92.
 *
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { linearGaussianIndices } from "@vitalcore/composite/sensitivity";
 * const { shapley } = linearGaussianIndices({ beta: [1, 2], covariance: [[1, 0.6], [0.6, 2.25]] });
 * shapley.map((share) => share.toFixed(4)); // => ["0.2290", "0.7710"]
 * ```
 */
export function linearGaussianIndices({ beta, covariance }: LinearGaussian): LinearGaussianIndices {
  const count = beta.length;
  require(count >= 1 &&
    count <= MOST_FACTORS, "The number of inputs", count, `1 to ${MOST_FACTORS}`);
  requireFinite("The coefficient", beta);
  const isRight = covariance.length === count && lowerFactor(covariance) !== undefined;
  require(isRight, "The covariance", covariance.length, "symmetric, positive and as large as beta");
  const all = 2 ** count - 1;
  const members = (set: number) => beta.flatMap((_, i) => ((set & (1 << i)) !== 0 ? [i] : []));
  const left = (set: number) =>
    conditionalVariance(beta, covariance, members(set), members(all - set));
  const variance = left(0);
  const share = (set: number) => (variance === 0 ? 0 : 1 - left(set) / variance);
  const first = beta.map((_, i) => share(1 << i));
  return {
    variance,
    first,
    total: beta.map((_, i) => (variance === 0 ? 0 : left(all - (1 << i)) / variance)),
    shapley: shapleyOf(count, share),
    delta: first.map((each) => normalDelta(each)),
  };
}

/** Var(sum of b_i x_i over `rest` | x of `given`), by sweeping the given ones out of the covariance. */
function conditionalVariance(
  beta: readonly number[],
  covariance: readonly (readonly number[])[],
  given: readonly number[],
  rest: readonly number[],
): number {
  const swept = covariance.map((row) => Float64Array.from(row));
  for (const g of given) {
    const pivotRow = swept[g] as Float64Array;
    const pivot = pivotRow[g] as number;
    if (pivot <= 1e-13 * (covariance[g]?.[g] ?? 0)) continue;
    const column = pivotRow.slice();
    for (const row of swept.keys()) {
      const target = swept[row] as Float64Array;
      const factor = (target[g] as number) / pivot;
      for (let j = 0; j < target.length; j++) {
        target[j] = (target[j] as number) - factor * (column[j] as number);
      }
    }
  }
  let variance = 0;
  for (const i of rest) {
    for (const j of rest) {
      variance += (beta[i] as number) * (beta[j] as number) * (swept[i]?.[j] as number);
    }
  }
  return variance;
}

const STEPS = 4000;
const REACH = 9;

/**
 * Half the expected L1 distance between N(0, 1) and N(z sqrt(S), 1 - S) over z ~ N(0, 1). The densities cross in two
 * points that solve a quadratic; the expectation is a sum over an even grid, exact for such smooth functions.
 */
function normalDelta(explained: number): number {
  if (explained <= 0) return 0;
  if (explained >= 1) return 1;
  const variance = 1 - explained;
  const sd = Math.sqrt(variance);
  const step = (2 * REACH) / STEPS;
  let sum = 0;
  for (let k = 0; k <= STEPS; k++) {
    const z = -REACH + k * step;
    const mean = z * Math.sqrt(explained);
    // (x - mean)^2 / variance - x^2 + ln(variance) = 0
    const a = 1 / variance - 1;
    const b = (-2 * mean) / variance;
    const c = (mean * mean) / variance + Math.log(variance);
    const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
    const low = (-b - root) / (2 * a);
    const high = (-b + root) / (2 * a);
    const within = normalCdf((high - mean) / sd) - normalCdf((low - mean) / sd);
    const without = normalCdf(high) - normalCdf(low);
    sum += Math.exp((-z * z) / 2) * (within - without);
  }
  return (sum * step) / Math.sqrt(2 * Math.PI);
}
