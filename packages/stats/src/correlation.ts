import { noVariation, requirePairs } from "./check-input.js";
import { sumError } from "./double-double.js";
import { kendallCounts } from "./kendall.js";
import { splitMean } from "./mean.js";
import { rankInto } from "./rank.js";

/** Pearson's product-moment, Spearman's rank or Kendall's tau-b correlation. */
export type CorrelationMethod = "pearson" | "spearman" | "kendall";

/** Whether a sum of squares can be used: squares of extreme values overflow or vanish. */
const isUsable = (squares: number) => squares > 1e-280 && squares < Infinity;

/** Deviations from the mean divided by the largest of them; NaN if there are none. */
function scaledDeviations(values: Float64Array): Float64Array {
  const half = values.map((x) => x / 2);
  const { high, low } = splitMean(half);
  const deviations = half.map((x) => x - high - low);
  const largest = deviations.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
  return deviations.map((d) => d / largest);
}

/**
 * Pearson's correlation in two passes with compensated sums; NaN if a list does not vary. The kernel
 * behind {@link pearson}: checks nothing and, save for extreme values, allocates nothing.
 */
export function pearsonKernel(x: Float64Array, y: Float64Array): number {
  const r = plainPearson(x, y);
  return Number.isNaN(r) ? plainPearson(scaledDeviations(x), scaledDeviations(y)) : r;
}

/** NaN also if the squares overflow or vanish. */
function plainPearson(x: Float64Array, y: Float64Array): number {
  const { high: xMean, low: xMeanLow } = splitMean(x);
  const { high: yMean, low: yMeanLow } = splitMean(y);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  let xxLost = 0;
  let yyLost = 0;
  let xyLost = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = (x[i] as number) - xMean - xMeanLow;
    const dy = (y[i] as number) - yMean - yMeanLow;
    const nextXx = xx + dx * dx;
    const nextYy = yy + dy * dy;
    const nextXy = xy + dx * dy;
    xxLost += sumError(xx, dx * dx, nextXx);
    yyLost += sumError(yy, dy * dy, nextYy);
    xyLost += sumError(xy, dx * dy, nextXy);
    xx = nextXx;
    yy = nextYy;
    xy = nextXy;
  }
  if (!isUsable(xx) || !isUsable(yy)) return Number.NaN;
  // Two roots, since the product of two sums of squares may overflow or underflow.
  const r = (xy + xyLost) / Math.sqrt(xx + xxLost) / Math.sqrt(yy + yyLost);
  return Math.max(-1, Math.min(1, r));
}

/** Spearman's correlation, NaN if a list does not vary; checks nothing. */
export function spearmanKernel(x: Float64Array, y: Float64Array): number {
  const xRanks = rankInto(x, new Float64Array(x.length));
  const yRanks = rankInto(y, new Float64Array(y.length));
  return pearsonKernel(xRanks, yRanks);
}

/** Kendall's tau-b, NaN if a list does not vary; checks nothing. */
export function kendallKernel(x: Float64Array, y: Float64Array): number {
  const { score, untiedX, untiedY } = kendallCounts(x, y);
  const tau = score / Math.sqrt(untiedX * untiedY);
  return Math.max(-1, Math.min(1, tau));
}

/** The kernel of each method: pairs without missing values in, NaN if undefined. */
export const CORRELATION_KERNELS: Readonly<
  Record<CorrelationMethod, (x: Float64Array, y: Float64Array) => number>
> = { pearson: pearsonKernel, spearman: spearmanKernel, kendall: kendallKernel };

function checked(
  what: string,
  kernel: (x: Float64Array, y: Float64Array) => number,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): number {
  const [xs, ys] = requirePairs(x, y, { what, least: 2 });
  const r = kernel(xs, ys);
  if (!Number.isNaN(r)) return r;
  const xVaries = xs.some((value) => value !== xs[0]);
  throw xVaries ? noVariation(what, ys, "y values") : noVariation(what, xs, "x values");
}

/**
 * Pearson's product-moment correlation.
 *
 * @param x - at least two numbers, none missing, not all equal; see `completePairs` for lists with gaps.
 * @param y - as many numbers.
 * @throws VitalError `stats/unequal-lengths`, `stats/too-few-values`, `stats/missing-value`,
 *   `stats/infinite-value`, `stats/no-variation`.
 *
 * @example
 * ```ts
 * import { pearson } from "@vitalcore/stats";
 * pearson([1, 2, 3], [1, 3, 2]); // => 0.5
 * ```
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return checked("Pearson's correlation", pearsonKernel, x, y);
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, equal values having the average of their ranks.
 *
 * @param x - at least two numbers, none missing, not all equal.
 * @param y - as many numbers.
 * @throws VitalError as {@link pearson}.
 *
 * @example
 * ```ts
 * import { spearman } from "@vitalcore/stats";
 * spearman([1, 10, 100], [2, 3, 9]); // => 1
 * ```
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return checked("Spearman's correlation", spearmanKernel, x, y);
}

/**
 * Kendall's rank correlation tau-b, corrected for ties, in O(n log n).
 * Source: Knight (1966), J. American Statistical Association 61; Kendall (1945), Biometrika 33.
 *
 * @param x - at least two numbers, none missing, not all equal.
 * @param y - as many numbers.
 * @throws VitalError as {@link pearson}.
 *
 * @example
 * ```ts
 * import { kendall } from "@vitalcore/stats";
 * kendall([1, 2, 3, 4], [1, 2, 4, 3]); // => 0.6666666666666666
 * ```
 */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return checked("Kendall's tau", kendallKernel, x, y);
}
