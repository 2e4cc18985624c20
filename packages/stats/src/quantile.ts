import {
  requireOption,
  requireProbability,
  requireValues,
  requireWeighted,
} from "./check-input.js";
import { sumError } from "./double-double.js";
import { sortOrder, sortWorkspace } from "./sort-order.js";

/**
 * The nine definitions of sample quantiles of Hyndman and Fan (1996), The American Statistician 50, numbered
 * as in R's `quantile`: 1 inverse of the distribution function, 2 the same with averages at jumps, 3 nearest
 * even order statistic, 4-9 linear interpolations (6 SPSS and Minitab, 7 R's default, S and Excel,
 * 8 median-unbiased).
 */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

const QUANTILE_TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Positions this close to an order statistic are on it: 7 = 0.07 * 100 but for rounding. */
const FUZZ = 4 * Number.EPSILON;

/** Types 4-9 interpolate at position a + p (n + 1 - a - b), with a = b except for type 4. */
const PLOTTING: Readonly<Record<number, readonly [a: number, b: number]>> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

/** Share of the upper of the two order statistics, for the definitions without interpolation. */
function stepShare(type: QuantileType, below: number, isOnStep: boolean): number {
  if (!isOnStep) return 1;
  if (type === 1) return 0;
  if (type === 2) return 0.5;
  return below % 2 === 0 ? 0 : 1;
}

/**
 * The quantile of values that are sorted already. The kernel behind {@link quantile}: checks nothing,
 * allocates nothing.
 *
 * @param sorted - at least one number, ascending, none missing.
 * @param p - a probability, 0 to 1.
 * @param type - the definition, see {@link QuantileType}; 7 if left out.
 *
 * @example
 * ```ts
 * import { quantileOfSorted } from "@vitalcore/stats";
 * quantileOfSorted(Float64Array.of(1, 2, 4), 0.5); // => 2
 * ```
 */
export function quantileOfSorted(sorted: Float64Array, p: number, type: QuantileType = 7): number {
  const n = sorted.length;
  const [a, b] = PLOTTING[type] ?? [type === 3 ? -0.5 : 0, type === 3 ? 1.5 : 1];
  const position = a + p * (n + 1 - a - b);
  const below = Math.floor(position + FUZZ * Math.max(1, position));
  const beyond = position - below;
  const isOnStep = Math.abs(beyond) <= FUZZ * Math.max(1, position);
  const share = type <= 3 ? stepShare(type, below, isOnStep) : isOnStep ? 0 : beyond;
  const lower = sorted[Math.min(Math.max(below - 1, 0), n - 1)] as number;
  const upper = sorted[Math.min(Math.max(below, 0), n - 1)] as number;
  if (share === 0 || lower === upper) return lower;
  return share === 1 ? upper : (1 - share) * lower + share * upper;
}

/**
 * The quantile at one probability.
 *
 * Where p n falls on an order statistic but for rounding (0.07 of 100), it is taken to be on it, as R does
 * since 4.3; earlier R does so for types 4-9 only.
 *
 * @param values - at least one number, none missing, in any order; left as they are.
 * @param p - a probability, 0 to 1.
 * @param type - the definition, see {@link QuantileType}; 7 if left out.
 * @throws VitalError `stats/too-few-values`, `stats/missing-value`, `stats/infinite-value`,
 *   `stats/invalid-probability`, `stats/unknown-option`.
 *
 * @example
 * ```ts
 * import { quantile } from "@vitalcore/stats";
 * quantile([10, 4, 1, 2], 0.25); // => 1.75
 * quantile([10, 4, 1, 2], 0.25, 6); // => 1.25
 * ```
 */
export function quantile(values: ArrayLike<number>, p: number, type: QuantileType = 7): number {
  return quantiles(values, [p], type)[0] as number;
}

/**
 * The quantiles at several probabilities, with one sort.
 *
 * @param values - at least one number, none missing, in any order; left as they are.
 * @param probabilities - each from 0 to 1, in any order.
 * @param type - the definition, see {@link QuantileType}; 7 if left out.
 * @returns one quantile for each probability.
 * @throws VitalError as {@link quantile}.
 *
 * @example
 * ```ts
 * import { quantiles } from "@vitalcore/stats";
 * [...quantiles([3, 1, 2], [0, 0.5, 1])]; // => [1, 2, 3]
 * ```
 */
export function quantiles(
  values: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  type: QuantileType = 7,
): Float64Array {
  requireOption("type of quantile", QUANTILE_TYPES, type);
  for (let i = 0; i < probabilities.length; i++) requireProbability(probabilities[i] as number);
  const sorted = requireValues(values, { what: "A quantile" }).slice().sort();
  return Float64Array.from(probabilities, (p) => quantileOfSorted(sorted, p, type));
}

/**
 * The median: the middle value, or the mean of the two in the middle.
 *
 * @param values - at least one number, none missing, in any order; left as they are.
 * @throws VitalError `stats/too-few-values`, `stats/missing-value`, `stats/infinite-value`.
 *
 * @example
 * ```ts
 * import { median } from "@vitalcore/stats";
 * median([7, 1, 3, 4]); // => 3.5
 * ```
 */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/**
 * Definitions of weighted quantiles. With C_k the cumulative weight of the k smallest values and W the
 * sum of all:
 * - `inverse-cdf`: the smallest value with C_k >= p W. The same for repeated values as for weights.
 * - `averaged`: the same, but the mean of this value and the next where C_k = p W. Gives the usual median.
 * - `midpoint`: linear between points ((C_k - w_k / 2) / W, x_k), flat outside. With equal weights, type 5.
 * - `interpolated`: linear between points (C_{k-1} / C_{n-1}, x_k). With equal weights, type 7.
 */
export type WeightedQuantileType = "inverse-cdf" | "averaged" | "midpoint" | "interpolated";

const WEIGHTED_TYPES = ["inverse-cdf", "averaged", "midpoint", "interpolated"] as const;

/** Values ascending, without those of weight zero, with their cumulative weights. */
interface Cumulative {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly cumulative: Float64Array;
  readonly total: number;
}

function cumulate(values: Float64Array, weights: Float64Array): Cumulative {
  const workspace = sortWorkspace(values.length);
  sortOrder(values, workspace);
  const order = workspace.order.filter((i) => (weights[i] as number) > 0);
  const sortedWeights = Float64Array.from(order, (i) => weights[i] as number);
  const cumulative = new Float64Array(order.length);
  let total = 0;
  let lost = 0;
  for (let k = 0; k < order.length; k++) {
    const w = sortedWeights[k] as number;
    const next = total + w;
    lost += sumError(total, w, next);
    total = next;
    cumulative[k] = total + lost;
  }
  return {
    values: Float64Array.from(order, (i) => values[i] as number),
    weights: sortedWeights,
    cumulative,
    total: total + lost,
  };
}

function stepQuantile({ values, cumulative, total }: Cumulative, p: number, average: boolean) {
  const wanted = p * total;
  const tolerance = FUZZ * total;
  let k = 0;
  while (k < values.length - 1 && (cumulative[k] as number) < wanted - tolerance) k++;
  const isOnStep = Math.abs((cumulative[k] as number) - wanted) <= tolerance;
  const value = values[k] as number;
  return average && isOnStep && k + 1 < values.length
    ? (value + (values[k + 1] as number)) / 2
    : value;
}

function interpolatedQuantile(sorted: Cumulative, p: number, knot: (k: number) => number): number {
  const { values } = sorted;
  const last = values.length - 1;
  if (p <= knot(0)) return values[0] as number;
  let k = 0;
  while (k < last && knot(k + 1) < p) k++;
  if (k === last) return values[last] as number;
  const share = (p - knot(k)) / (knot(k + 1) - knot(k));
  return (1 - share) * (values[k] as number) + share * (values[k + 1] as number);
}

/**
 * The weighted quantile. Values of weight 0 are outside.
 *
 * @param values - at least one number, none missing, in any order.
 * @param weights - as many, zero or positive, not all zero; their scale does not matter.
 * @param p - a probability, 0 to 1.
 * @param type - the definition, see {@link WeightedQuantileType}; `averaged` if left out.
 * @throws VitalError `stats/invalid-probability`, `stats/unknown-option`, and as `weightedMean`.
 *
 * @example
 * ```ts
 * import { weightedQuantile } from "@vitalcore/stats";
 * weightedQuantile([1, 2, 3], [1, 1, 2], 0.5); // => 2.5
 * weightedQuantile([1, 2, 3], [1, 1, 2], 0.5, "inverse-cdf"); // => 2
 * ```
 */
export function weightedQuantile(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  p: number,
  type: WeightedQuantileType = "averaged",
): number {
  requireOption("type of weighted quantile", WEIGHTED_TYPES, type);
  requireProbability(p);
  const sorted = cumulate(...requireWeighted(values, weights, { what: "A weighted quantile" }));
  if (type === "inverse-cdf" || type === "averaged") {
    return stepQuantile(sorted, p, type === "averaged");
  }
  const { cumulative, weights: w, total } = sorted;
  if (type === "midpoint") {
    return interpolatedQuantile(sorted, p, (k) => {
      return ((cumulative[k] as number) - (w[k] as number) / 2) / total;
    });
  }
  const upToLast = cumulative[cumulative.length - 2] ?? 1;
  return interpolatedQuantile(sorted, p, (k) => (cumulative[k - 1] ?? 0) / upToLast);
}
