import { requireValues, requireWeighted } from "./check-input.js";
import { productError, sumError } from "./double-double.js";
import { compensatedDot, compensatedSum } from "./sum.js";

/** A number as an unevaluated sum of two doubles: its rounded value, and what rounding lost. */
export interface SplitNumber {
  readonly high: number;
  readonly low: number;
}

/** The mean to about 30 digits. The kernel behind the moments: checks nothing. */
export function splitMean(values: Float64Array): SplitNumber {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number;
    const next = total + x;
    lost += sumError(total, x, next);
    total = next;
  }
  return splitQuotient(total, lost, values.length);
}

/** (high + low) / divisor. */
export function splitQuotient(high: number, low: number, divisor: number): SplitNumber {
  const quotient = (high + low) / divisor;
  const back = quotient * divisor;
  const rest = high - back - productError(quotient, divisor, back) + low;
  const correction = rest / divisor;
  const sum = quotient + correction;
  return { high: sum, low: sumError(quotient, correction, sum) };
}

/**
 * The arithmetic mean, with a compensated sum.
 *
 * @param values - at least one number, none missing.
 * @throws VitalError `stats/too-few-values`, `stats/missing-value`, `stats/infinite-value`.
 *
 * @example
 * ```ts
 * import { mean } from "@vitalcore/stats";
 * mean([1, 2, 6]); // => 3
 * ```
 */
export function mean(values: ArrayLike<number>): number {
  const floats = requireValues(values, { what: "The mean" });
  return compensatedSum(floats) / floats.length;
}

/**
 * The weighted mean: sum(w x) / sum(w), both compensated. The same for every meaning of weights.
 *
 * @param values - at least one number, none missing.
 * @param weights - as many, zero or positive, not all zero; their scale does not matter.
 * @throws VitalError `stats/too-few-values`, `stats/unequal-lengths`, `stats/missing-value`,
 *   `stats/infinite-value`, `stats/negative-weight`, `stats/weights-all-zero`.
 *
 * @example
 * ```ts
 * import { weightedMean } from "@vitalcore/stats";
 * weightedMean([1, 4], [2, 1]); // => 2
 * ```
 */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const [xs, ws] = requireWeighted(values, weights, { what: "The weighted mean" });
  return compensatedDot(xs, ws) / compensatedSum(ws);
}
