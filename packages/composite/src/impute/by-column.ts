import { mean, median } from "@vitalcore/stats";

/** How gaps of an indicator are filled from the other units. */
export interface ImputeByColumnOptions {
  /** `mean` if left out. */
  readonly statistic?: "mean" | "median";
  /** Group of each unit, in which the statistic is taken; `null` where it is not known. */
  readonly groups?: readonly (string | null)[];
  /**
   * What a unit takes whose group has no value, or that has none: nothing (the default), or the `overall`
   * statistic.
   */
  readonly fallback?: "none" | "overall";
}

/**
 * Fills the gaps of an indicator by the mean or median of the units, or of those of the same group. A column
 * without any value stays as it is, and so does, without a fallback, a group.
 *
 * @param values - of one indicator for all units; NaN is missing.
 * @returns a new column; values present are never changed.
 *
 * @example
 * ```ts
 * import { imputeByColumn } from "@vitalcore/composite/impute";
 * [...imputeByColumn([1, Number.NaN, 5])]; // => [1, 3, 5]
 * [...imputeByColumn([1, Number.NaN, 5], { groups: ["a", "b", "b"] })]; // => [1, 5, 5]
 * ```
 */
export function imputeByColumn(
  values: ArrayLike<number>,
  { statistic = "mean", groups, fallback = "none" }: ImputeByColumnOptions = {},
): Float64Array {
  const take = statistic === "mean" ? meanOf : medianOf;
  const filled = Float64Array.from(values);
  const overall = () => take(filled.filter((value) => !Number.isNaN(value)));
  if (groups === undefined) {
    const center = overall();
    return filled.map((value) => (Number.isNaN(value) ? center : value));
  }
  const members = new Map<string, number[]>();
  filled.forEach((value, i) => {
    const group = groups[i] ?? null;
    if (group === null || Number.isNaN(value)) return;
    const list = members.get(group);
    if (list === undefined) members.set(group, [value]);
    else list.push(value);
  });
  const centers = new Map(
    [...members].map(([group, list]) => [group, take(Float64Array.from(list))]),
  );
  const last = fallback === "overall" ? overall() : Number.NaN;
  return filled.map((value, i) => {
    if (!Number.isNaN(value)) return value;
    return centers.get(groups[i] ?? "") ?? last;
  });
}

/** NaN of nothing. */
export function meanOf(values: Float64Array): number {
  return values.length === 0 ? Number.NaN : mean(values);
}

/** NaN of nothing. */
export function medianOf(values: Float64Array): number {
  return values.length === 0 ? Number.NaN : median(values);
}
