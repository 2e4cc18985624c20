import { noVariation, requireOption, requireValues } from "./check-input.js";
import { moments } from "./moments.js";

/**
 * Definitions of skewness and kurtosis, after Joanes and Gill (1998), The Statistician 47. With m_k the
 * k-th moment about the mean (divisor n):
 * - 1: g1 = m3 / m2^1.5, g2 = m4 / m2^2 - 3 (the moments themselves; Stata, MATLAB).
 * - 2: unbiased under normality (SAS, SPSS, Excel, COINr; needs n >= 3 or 4).
 * - 3: with the standard deviation of divisor n - 1 (Minitab, BMDP; default of R's e1071).
 */
export type ShapeType = 1 | 2 | 3;

const SHAPE_TYPES = [1, 2, 3] as const;

function momentRatio(
  values: ArrayLike<number>,
  what: string,
  least: number,
  which: "skewness" | "kurtosis",
): { n: number; g: number } {
  const floats = requireValues(values, { what, least });
  const found = moments.finish(moments.accumulate(moments.empty(), floats));
  const g = found[which];
  if (g === null) throw noVariation(what, floats);
  return { n: floats.length, g };
}

/**
 * The skewness.
 *
 * @param values - at least two numbers (three for type 2), none missing, not all equal.
 * @param type - the definition, see {@link ShapeType}; 2 if left out.
 * @throws VitalError `stats/too-few-values`, `stats/no-variation`, `stats/missing-value`,
 *   `stats/infinite-value`, `stats/unknown-option`.
 *
 * @example
 * ```ts
 * import { skewness } from "@vitalcore/stats";
 * skewness([1, 2, 3, 10]); // => 1.763632614803888
 * skewness([1, 2, 3, 10], 1); // => 1.018233764908629
 * ```
 */
export function skewness(values: ArrayLike<number>, type: ShapeType = 2): number {
  requireOption("type of skewness", SHAPE_TYPES, type);
  const least = type === 2 ? 3 : 2;
  const { n, g } = momentRatio(values, "The skewness", least, "skewness");
  if (type === 1) return g;
  if (type === 2) return (g * Math.sqrt(n * (n - 1))) / (n - 2);
  return g * ((n - 1) / n) ** 1.5;
}

/**
 * The excess kurtosis: 0 for a normal distribution.
 *
 * @param values - at least two numbers (four for type 2), none missing, not all equal.
 * @param type - the definition, see {@link ShapeType}; 2 if left out.
 * @throws VitalError `stats/too-few-values`, `stats/no-variation`, `stats/missing-value`,
 *   `stats/infinite-value`, `stats/unknown-option`.
 *
 * @example
 * ```ts
 * import { kurtosis } from "@vitalcore/stats";
 * kurtosis([1, 2, 3, 10]); // => 3.228
 * ```
 */
export function kurtosis(values: ArrayLike<number>, type: ShapeType = 2): number {
  requireOption("type of kurtosis", SHAPE_TYPES, type);
  const least = type === 2 ? 4 : 2;
  const { n, g } = momentRatio(values, "The kurtosis", least, "kurtosis");
  if (type === 1) return g;
  if (type === 2) return (((n + 1) * g + 6) * (n - 1)) / ((n - 2) * (n - 3));
  return (g + 3) * (1 - 1 / n) ** 2 - 3;
}
