import { meanOf, medianOf } from "./by-column.js";

/** How gaps of a unit are filled from its own other indicators. */
export interface ImputeByUnitOptions {
  /** `mean` if left out. */
  readonly statistic?: "mean" | "median";
  /** 1 where more is better, -1 where it is worse; for `rescale`. All 1 if left out. */
  readonly directions?: ArrayLike<number>;
  /** The group of each indicator, in which the statistic is taken; all together if left out. */
  readonly families?: ArrayLike<number>;
  /** Whether indicators are brought to 0..1, in their direction, first (the default), or taken as they are. */
  readonly rescale?: boolean;
}

/**
 * Fills the gaps of each unit by the mean or median of its other indicators, brought to a common scale by
 * their least and largest value, and takes the result back to the scale of the indicator. A unit without a
 * value in a group of indicators keeps its gaps there.
 *
 * @param columns - one for each indicator, over the same units; NaN is missing.
 * @returns new columns; values present are never changed.
 *
 * @example
 * ```ts
 * import { imputeByUnit } from "@vitalcore/composite/impute";
 * const filled = imputeByUnit([[0, 10, 20], [100, Number.NaN, 300]]);
 * filled[1]?.[1]; // => 200
 * ```
 */
export function imputeByUnit(
  columns: readonly ArrayLike<number>[],
  options: ImputeByUnitOptions = {},
): readonly Float64Array[] {
  const { statistic = "mean", directions, families, rescale = true } = options;
  const take = statistic === "mean" ? meanOf : medianOf;
  const filled = columns.map((column) => Float64Array.from(column));
  const scales = columns.map((column, c) => scaleOf(column, rescale, directions?.[c] ?? 1));
  const units = columns[0]?.length ?? 0;
  for (let unit = 0; unit < units; unit++) {
    filled.forEach((column, c) => {
      const own = columns[c] as ArrayLike<number>;
      if (!Number.isNaN(own[unit] as number)) return;
      const others: number[] = [];
      columns.forEach((other, k) => {
        const value = other[unit] as number;
        if (Number.isNaN(value) || families?.[k] !== families?.[c]) return;
        const { from, width } = scales[k] as Scale;
        if (width !== 0) others.push((value - from) / width);
      });
      const { from, width } = scales[c] as Scale;
      column[unit] = from + width * take(Float64Array.from(others));
    });
  }
  return filled;
}

/** A value scores (value - from) / width. A constant column has the width 0, and its gaps take the constant. */
interface Scale {
  readonly from: number;
  readonly width: number;
}

function scaleOf(column: ArrayLike<number>, rescale: boolean, direction: number): Scale {
  if (!rescale) return { from: 0, width: 1 };
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (most < least) return { from: Number.NaN, width: Number.NaN };
  return direction < 0 ? { from: most, width: least - most } : { from: least, width: most - least };
}
