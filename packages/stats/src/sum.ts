import { requirePairs, requireValues } from "./check-input.js";
import { productError, sumError } from "./double-double.js";

/**
 * Sums with a running compensation (Neumaier 1974; the error-free form of Knuth), in place of the
 * rounding error. The kernel behind {@link sum}: checks nothing.
 */
export function compensatedSum(values: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number;
    const next = total + x;
    lost += sumError(total, x, next);
    total = next;
  }
  return total + lost;
}

/**
 * The sum, compensated for rounding: as exact as if computed in twice the precision.
 * Source: Neumaier (1974), ZAMM 54; Ogita, Rump and Oishi (2005), algorithm Sum2.
 *
 * @param values - numbers, none missing; an empty list has the sum 0.
 * @throws VitalError `stats/missing-value`, `stats/infinite-value`.
 *
 * @example
 * ```ts
 * import { sum } from "@vitalcore/stats";
 * sum([1e100, 1, -1e100]); // => 1
 * sum([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]); // => 1
 * ```
 */
export function sum(values: ArrayLike<number>): number {
  return compensatedSum(requireValues(values, { what: "The sum", least: 0 }));
}

/** The kernel behind {@link dot}: checks nothing. */
export function compensatedDot(x: Float64Array, y: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < x.length; i++) {
    const xi = x[i] as number;
    const yi = y[i] as number;
    const product = xi * yi;
    const next = total + product;
    lost += sumError(total, product, next) + productError(xi, yi, product);
    total = next;
  }
  return total + lost;
}

/**
 * The inner product, as exact as if computed in twice the precision.
 * Source: Ogita, Rump and Oishi (2005), SIAM J. Sci. Comput. 26, algorithm Dot2.
 *
 * @param x - numbers, none missing.
 * @param y - as many numbers; products beyond 1e290 in size are out of range.
 * @throws VitalError `stats/unequal-lengths`, `stats/missing-value`, `stats/infinite-value`.
 *
 * @example
 * ```ts
 * import { dot } from "@vitalcore/stats";
 * dot([1e20, 1, -1e20], [1, 0.5, 1]); // => 0.5
 * ```
 */
export function dot(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const [xs, ys] = requirePairs(x, y, { what: "The inner product", least: 0 });
  return compensatedDot(xs, ys);
}

/**
 * The cumulative sums, each compensated for rounding.
 *
 * @param values - numbers, none missing.
 * @returns as many sums; the last is the {@link sum} of all.
 * @throws VitalError `stats/missing-value`, `stats/infinite-value`.
 *
 * @example
 * ```ts
 * import { cumulativeSum } from "@vitalcore/stats";
 * [...cumulativeSum([1, 2, 3])]; // => [1, 3, 6]
 * ```
 */
export function cumulativeSum(values: ArrayLike<number>): Float64Array {
  const floats = requireValues(values, { what: "The cumulative sum", least: 0 });
  const out = new Float64Array(floats.length);
  let total = 0;
  let lost = 0;
  for (let i = 0; i < floats.length; i++) {
    const x = floats[i] as number;
    const next = total + x;
    lost += sumError(total, x, next);
    total = next;
    out[i] = total + lost;
  }
  return out;
}
