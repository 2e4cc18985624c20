import type { DenominateOptions } from "../methodology.js";

/**
 * Divides a column by another one, so that units of different size can be compared: x per / denominator. With
 * `multiply` it is x denominator / per, which undoes it. Missing in either is missing in the result, and so is
 * a value whose denominator is zero.
 *
 * @param values - of one indicator for all units; NaN is missing.
 * @param denominators - for the same units.
 *
 * @example
 * ```ts
 * import { denominate } from "@vitalcore/composite";
 * [...denominate([50, 30], [1000, 200], { per: 100 })]; // => [5, 15]
 * ```
 */
export function denominate(
  values: ArrayLike<number>,
  denominators: ArrayLike<number>,
  { per = 1, operation = "divide" }: Omit<DenominateOptions, "by"> = {},
): Float64Array {
  return Float64Array.from(values, (value, i) => {
    const by = denominators[i] as number;
    if (operation === "multiply") return value * (by / per);
    return by === 0 ? Number.NaN : value / (by / per);
  });
}
