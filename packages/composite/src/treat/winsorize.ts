import { checkShape, type ShapeBounds, type ShapeCheck } from "./shape-check.js";

/** How far a column is winsorized. */
export interface WinsorizeOptions extends ShapeBounds {
  /** How many points may be changed; 5 if left out, `null` for no limit. Ties can push the count above it. */
  readonly atMost?: number | null;
  /** Whether to go on up to the limit although the check is passed; false if left out. */
  readonly exhaust?: boolean;
}

/** What winsorizing did to a point: it was pulled down from above, pulled up from below, or left. */
export type WinsorizedPoint = "high" | "low" | null;

/** A column after winsorizing. */
export interface Winsorized {
  readonly values: Float64Array;
  /** For each point. */
  readonly points: readonly WinsorizedPoint[];
  /** How many points were changed. */
  readonly count: number;
}

/** The default number of points that may be winsorized. */
export const WINSORIZE_AT_MOST = 5;

/**
 * Pulls the extreme points of a column in, one value at a time, until it passes {@link checkShape}: while the
 * skewness is positive, all points at the maximum take the next lower value, else all points at the minimum
 * take the next higher one. Stops too when the limit is reached, and leaves a column as it is whose check is
 * not defined, or becomes so on the way. Source: OECD/JRC Handbook (2008), step 4, in the form of COINr (2022).
 *
 * @param values - NaN is missing, and stays so.
 *
 * @example
 * ```ts
 * import { winsorize } from "@vitalcore/composite/treat";
 * const { values, points, count } = winsorize([1, 2, 3, 4, 5, 6, 7, 8, 9, 100]);
 * [...values]; // => [1, 2, 3, 4, 5, 6, 7, 8, 9, 9]
 * points[9]; // => "high"
 * count; // => 1
 * ```
 */
export function winsorize(values: ArrayLike<number>, options: WinsorizeOptions = {}): Winsorized {
  const { values: column, points, count } = winsorizeChecked(Float64Array.from(values), options);
  return { values: column, points, count };
}

/** As {@link winsorize}, with the last check made: it is undefined where no check of the column was. */
export function winsorizeChecked(
  original: Float64Array,
  options: WinsorizeOptions,
): Winsorized & { readonly check: ShapeCheck } {
  const { atMost = WINSORIZE_AT_MOST, exhaust = false } = options;
  const limit = atMost ?? Number.POSITIVE_INFINITY;
  const column = original.slice();
  let [high, low] = [0, 0];
  let check = checkShape(column, options);
  while (high + low < limit && (exhaust || check.passes === false)) {
    if (check.passes === null || check.skewness === null) break;
    if (check.skewness >= 0) high = pullIn(column, 1);
    else low = pullIn(column, -1);
    check = checkShape(column, options);
  }
  const isForced = exhaust && high + low >= limit;
  if (check.passes === null && !isForced) {
    return { values: original, points: markOf(original, original), count: 0, check };
  }
  return { values: column, points: markOf(original, column), count: high + low, check };
}

/** Moves all points at one end to the next value within; returns how many. */
function pullIn(column: Float64Array, side: 1 | -1): number {
  let end = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < column.length; i++) {
    const at = side * (column[i] as number);
    if (at > end) {
      next = end;
      end = at;
    } else if (at < end && at > next) next = at;
  }
  let moved = 0;
  for (let i = 0; i < column.length; i++) {
    if (side * (column[i] as number) !== end) continue;
    column[i] = side * next;
    moved += 1;
  }
  return moved;
}

function markOf(before: Float64Array, after: Float64Array): readonly WinsorizedPoint[] {
  const points: WinsorizedPoint[] = new Array(before.length).fill(null);
  for (let i = 0; i < before.length; i++) {
    const [was, now] = [before[i] as number, after[i] as number];
    if (now < was) points[i] = "high";
    else if (now > was) points[i] = "low";
  }
  return points;
}
