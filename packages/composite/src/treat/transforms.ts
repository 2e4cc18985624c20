import { VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";

/**
 * What takes the tails of a column in. With a and b the least and largest value and R = b - a:
 *
 * - `log-ct`: ln(x - a + 0.01 R), of the JRC's COIN Tool;
 * - `log-ct-orig`: ln(x - a + 1);
 * - `log-ct-plus`: as `log-ct` for positive skewness, else -ln(b - x + 0.01 R), which keeps the order;
 * - `log-gii`: ln((b - 1)(x - a) / R + 1), of the Global Innovation Index; needs a maximum above 1;
 * - `box-cox`: with x' = x - a + 1, ln x' for lambda 0, else (x'^lambda - 1) / lambda (Box and Cox, 1964).
 */
export type TreatTransform = "log-ct" | "log-ct-orig" | "log-ct-plus" | "log-gii" | "box-cox";

/** What a transform needs to know beside the column. */
export interface TreatTransformOptions {
  /** Power of `box-cox`; 0, which is the logarithm, if left out. */
  readonly lambda?: number;
  /** Whether the tail to the right is the longer one, for `log-ct-plus`; told from the values if left out. */
  readonly skewed?: "right" | "left";
  /** The least and largest value that the formula takes; those of the column if left out. */
  readonly range?: readonly [least: number, largest: number];
}

/**
 * Transforms a column so that its tails shrink; the order of the values is kept.
 *
 * @param values - NaN is missing, and stays so.
 * @throws VitalError `composite/treatment-undefined` for a column without variation, and for `log-gii` with a
 *   maximum of 1 or less, where the formula would turn the order round.
 *
 * @example
 * ```ts
 * import { treatTransform } from "@vitalcore/composite/treat";
 * [...treatTransform([1, 2, 10], "log-ct-orig")]; // => [0, 0.6931471805599453, 2.302585092994046]
 * ```
 */
export function treatTransform(
  values: ArrayLike<number>,
  transform: TreatTransform,
  options: TreatTransformOptions = {},
): Float64Array {
  const problem = transformProblem(values, transform);
  if (problem !== undefined) {
    const facts = { transform, why: problem };
    throw new VitalError([find("composite/treatment-undefined", { facts })]);
  }
  return applyTransform(Float64Array.from(values), transform, options);
}

/** Why a transform of a column is not defined, if it is not. */
export function transformProblem(
  values: ArrayLike<number>,
  transform: TreatTransform,
): string | undefined {
  const [least, most] = extremes(values);
  if (!(most > least)) return "its values do not differ";
  if (transform === "log-gii" && most <= 1) {
    return `its largest value is ${most}, and the formula keeps the order above 1 only`;
  }
  return undefined;
}

/** As {@link treatTransform}, for a column that was found to allow it. */
export function applyTransform(
  values: Float64Array,
  transform: TreatTransform,
  { lambda = 0, skewed = "right", range: given }: TreatTransformOptions,
): Float64Array {
  const [a, b] = given ?? extremes(values);
  const range = b - a;
  switch (transform) {
    case "log-ct":
      return values.map((x) => Math.log(x - a + 0.01 * range));
    case "log-ct-orig":
      return values.map((x) => Math.log(x - a + 1));
    case "log-ct-plus":
      return skewed === "right"
        ? values.map((x) => Math.log(x - a + 0.01 * range))
        : values.map((x) => -Math.log(b - x + 0.01 * range));
    case "log-gii":
      return values.map((x) => Math.log(((b - 1) * (x - a)) / range + 1));
    case "box-cox":
      return values.map((x) =>
        lambda === 0 ? Math.log(x - a + 1) : ((x - a + 1) ** lambda - 1) / lambda,
      );
  }
}

function extremes(values: ArrayLike<number>): readonly [least: number, most: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
