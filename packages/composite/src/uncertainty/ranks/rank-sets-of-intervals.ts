import { normal, normalQuantile } from "@vitalcore/stats/distributions";
import { checkCoverage, comparisonOf, type RankBounds } from "./rank-families.js";

/**
 * Joint confidence sets of ranks from intervals of the estimates: an interval that lies wholly above another settles
 * their order. Easy to explain, and wider than those of {@link rankSets}.
 * Source: Klein, Wright and Wieczorek (2020), J. R. Statist. Soc. C 69.
 *
 * @param errors - standard errors.
 * @param options.level - how the levels of the intervals are made: `sidak`, for independent estimates (the
 * default), or `bonferroni`, for any.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { rankSetsOfIntervals } from "@vitalcore/composite/uncertainty";
 * rankSetsOfIntervals([50, 49, 30], [1, 1, 1]).worst; // => [2, 2, 3]
 * ```
 */
export function rankSetsOfIntervals(
  estimates: readonly number[],
  errors: readonly number[],
  options: { readonly coverage?: number; readonly level?: "sidak" | "bonferroni" } = {},
): RankBounds & { readonly z: number } {
  const { coverage = 0.95, level = "sidak" } = options;
  checkCoverage(coverage);
  comparisonOf(estimates, errors);
  const units = estimates.length;
  const z =
    level === "sidak"
      ? normalQuantile((1 + coverage ** (1 / units)) / 2)
      : normal().upperQuantile((1 - coverage) / (2 * units));
  const low = estimates.map((x, i) => x - z * (errors[i] as number));
  const high = estimates.map((x, i) => x + z * (errors[i] as number));
  return {
    best: high.map((top) => 1 + low.filter((bottom) => bottom > top).length),
    worst: low.map((bottom) => units - high.filter((top) => top < bottom).length),
    z,
  };
}
