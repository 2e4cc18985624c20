import { VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";
import { toFloats } from "./check-input.js";

/**
 * The values that are not missing (NaN, or anything that is not a number), in their order. All other
 * functions refuse missing values, so leaving them out is always visible in the code that does it.
 *
 * @param values - numbers, NaN where missing.
 * @returns a new array; `values.length - result.length` were missing.
 *
 * @example
 * ```ts
 * import { mean, present } from "@vitalcore/stats";
 * mean(present([1, Number.NaN, 3])); // => 2
 * ```
 */
export function present(values: ArrayLike<number>): Float64Array {
  return toFloats(values).filter((x) => !Number.isNaN(x));
}

/**
 * The positions at which both lists have a value ("pairwise complete"), in their order.
 *
 * @param x - numbers, NaN where missing.
 * @param y - as many numbers, NaN where missing.
 * @throws VitalError `stats/unequal-lengths`.
 *
 * @example
 * ```ts
 * import { completePairs } from "@vitalcore/stats";
 * const { x, y } = completePairs([1, 2, Number.NaN], [4, Number.NaN, 6]);
 * [...x, ...y]; // => [1, 4]
 * ```
 */
export function completePairs(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): { readonly x: Float64Array; readonly y: Float64Array } {
  if (x.length !== y.length) {
    const facts = { argument: "y values", other: "x values", length: x.length };
    throw new VitalError([find("stats/unequal-lengths", { found: y.length, facts })]);
  }
  const [xs, ys] = [toFloats(x), toFloats(y)];
  const isComplete = (_: number, i: number) =>
    !Number.isNaN(xs[i] as number) && !Number.isNaN(ys[i] as number);
  return { x: xs.filter(isComplete), y: ys.filter(isComplete) };
}
