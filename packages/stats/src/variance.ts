import { VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";
import { requireOption, requireValues, requireWeighted } from "./check-input.js";
import { sumError } from "./double-double.js";
import { splitMean, splitQuotient } from "./mean.js";
import { compensatedDot, compensatedSum } from "./sum.js";

/** Sum of squared deviations from the mean, in two passes with compensated sums; checks nothing. */
function squaredDeviations(values: Float64Array): number {
  const { high, low } = splitMean(values);
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = (values[i] as number) - high - low;
    const square = deviation * deviation;
    const next = total + square;
    lost += sumError(total, square, next);
    total = next;
  }
  return total + lost;
}

/**
 * The sample variance, divisor n - 1. Two passes with compensated sums: right to the last digits even
 * where the deviations are tiny beside the mean.
 *
 * @param values - at least two numbers, none missing.
 * @throws VitalError `stats/too-few-values`, `stats/missing-value`, `stats/infinite-value`.
 *
 * @example
 * ```ts
 * import { variance } from "@vitalcore/stats";
 * variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]); // => 30
 * ```
 */
export function variance(values: ArrayLike<number>): number {
  const floats = requireValues(values, { what: "The variance", least: 2 });
  return squaredDeviations(floats) / (floats.length - 1);
}

/**
 * The sample standard deviation, divisor n - 1: the root of {@link variance}.
 *
 * @param values - at least two numbers, none missing.
 * @throws VitalError `stats/too-few-values`, `stats/missing-value`, `stats/infinite-value`.
 *
 * @example
 * ```ts
 * import { standardDeviation } from "@vitalcore/stats";
 * standardDeviation([1, 3, 5]); // => 2
 * ```
 */
export function standardDeviation(values: ArrayLike<number>): number {
  const floats = requireValues(values, { what: "The standard deviation", least: 2 });
  return Math.sqrt(squaredDeviations(floats) / (floats.length - 1));
}

/**
 * What weights mean, on which the divisor of a weighted variance depends. With S = sum(w (x - mean)^2),
 * W = sum(w) and n the number of positive weights:
 * - `population`: the values and shares are all there is; S / W.
 * - `frequency`: a weight counts equal observations; S / (W - 1).
 * - `sampling`: a weight says how many members of the population an observation stands for; S / W * n / (n - 1),
 *   as `svyvar` of R's `survey`. Does not depend on the scale of the weights.
 * - `reliability`: a weight is inverse to the variance of its observation; S / (W - sum(w^2) / W), unbiased.
 */
export type WeightKind = "population" | "frequency" | "sampling" | "reliability";

const WEIGHT_KINDS = ["population", "frequency", "sampling", "reliability"] as const;

function checkFrequencies(weights: Float64Array): void {
  const position = weights.findIndex((w) => !Number.isInteger(w));
  if (position < 0) return;
  const facts = { position: position + 1 };
  throw new VitalError([find("stats/fractional-frequency", { found: weights[position], facts })]);
}

/** By what sum(w (x - mean)^2) / sum(w) is multiplied; not finite where the variance is undefined. */
function correction(weights: Float64Array, total: number, kind: WeightKind): number {
  if (kind === "population") return 1;
  if (kind === "frequency") return total / (total - 1);
  if (kind === "reliability") {
    return 1 / (1 - compensatedDot(weights, weights) / (total * total));
  }
  const n = weights.reduce((count, w) => count + Number(w > 0), 0);
  return n / (n - 1);
}

/**
 * The weighted variance. The meaning of the weights must be said: it changes the result.
 *
 * @param values - numbers, none missing.
 * @param weights - as many, zero or positive, not all zero. An observation of weight 0 is outside.
 * @param kind - what the weights mean, see {@link WeightKind}.
 * @throws VitalError `stats/too-few-values` (fewer than two observations with weight, except for
 *   `population`), `stats/fractional-frequency`, and as {@link weightedMean}.
 *
 * @example
 * ```ts
 * import { weightedVariance } from "@vitalcore/stats";
 * weightedVariance([1, 3, 5], [2, 1, 1], "frequency"); // => 3.6666666666666665
 * weightedVariance([1, 3, 5], [20, 10, 10], "sampling"); // => 4.125
 * ```
 */
export function weightedVariance(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  kind: WeightKind,
): number {
  requireOption("kind of weights", WEIGHT_KINDS, kind);
  const what = "The weighted variance";
  const [xs, ws] = requireWeighted(values, weights, { what });
  if (kind === "frequency") checkFrequencies(ws);
  const total = compensatedSum(ws);
  const factor = correction(ws, total, kind);
  const positive = ws.reduce((count, w) => count + Number(w > 0), 0);
  const observations = kind === "frequency" ? total : positive;
  if (kind !== "population" && observations < 2) {
    const facts = { what, needed: 2, argument: "observations with weight" };
    throw new VitalError([find("stats/too-few-values", { found: observations, facts })]);
  }
  return (weightedSquaredDeviations(xs, ws, total) / total) * factor;
}

function weightedSquaredDeviations(xs: Float64Array, ws: Float64Array, total: number): number {
  const { high, low } = splitQuotient(compensatedDot(xs, ws), 0, total);
  let squares = 0;
  let lost = 0;
  // Removes what the rounding of the mean adds (the corrected two-pass algorithm, Chan et al. 1983).
  let rest = 0;
  for (let i = 0; i < xs.length; i++) {
    const w = ws[i] as number;
    const deviation = (xs[i] as number) - high - low;
    const square = w * deviation * deviation;
    const next = squares + square;
    lost += sumError(squares, square, next);
    squares = next;
    rest += w * deviation;
  }
  return Math.max(0, squares + lost - (rest * rest) / total);
}

/**
 * The weighted standard deviation: the root of {@link weightedVariance}.
 *
 * @param values - numbers, none missing.
 * @param weights - as many, zero or positive, not all zero.
 * @param kind - what the weights mean, see {@link WeightKind}.
 * @throws VitalError as {@link weightedVariance}.
 *
 * @example
 * ```ts
 * import { weightedStandardDeviation } from "@vitalcore/stats";
 * weightedStandardDeviation([1, 3], [1, 1], "population"); // => 1
 * ```
 */
export function weightedStandardDeviation(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  kind: WeightKind,
): number {
  return Math.sqrt(weightedVariance(values, weights, kind));
}
