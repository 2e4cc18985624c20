import { VitalError } from "@vitalcore/core";
import { median } from "@vitalcore/stats";
import { between, positive, requireInputs } from "../input-checks.js";
import { requireNoInfinity, tooShort } from "./series.js";

/** A series taken apart; NaN where a part cannot be known. */
export interface SeasonalDecomposition {
  /** Centred moving average over a year. */
  readonly trend: Float64Array;
  /** The usual deviation of the season, repeated; adds up to 0 over a year. */
  readonly seasonal: Float64Array;
  readonly remainder: Float64Array;
  /** One for each season, from that of the first value. */
  readonly indices: readonly number[];
}

/**
 * Takes a series apart into trend, season and remainder, which add up: a centred moving average, and the mean (or median) deviation of
 * each season from it.
 *
 * @param values - by period, NaN where missing; two years at least.
 * @param seasons - periods in a year: 12, 4.
 * @param options - `by`: the `mean` deviation of each season, as R's `decompose` (if left out), or the `median`, which an outlier
 *   does not move.
 * @throws VitalError `indicators/too-short-series`, `indicators/invalid-input`.
 *
 * Source: Kendall and Stuart (1983), The Advanced Theory of Statistics 3; R's `decompose`.
 *
 * @example
 * ```ts
 * import { seasonalDecomposition } from "@vitalcore/indicators/early-warning";
 * const { indices } = seasonalDecomposition([1, 5, 3, 7, 2, 6, 4, 8, 3, 7, 5, 9], 4);
 * indices.reduce((sum, index) => sum + index, 0); // => 0
 * indices[0]; // => -2.625
 * ```
 */
export function seasonalDecomposition(
  values: ArrayLike<number>,
  seasons: number,
  options: { readonly by?: "mean" | "median" } = {},
): SeasonalDecomposition {
  requireInputs([
    {
      ...between("the number of seasons", seasons, 2, 366),
      isMet: Number.isInteger(seasons) && seasons >= 2 && seasons <= 366,
    },
  ]);
  requireNoInfinity(values);
  const n = values.length;
  if (n < 2 * seasons) {
    throw new VitalError([tooShort("A seasonal decomposition", n, 2 * seasons)]);
  }
  const trend = Float64Array.from({ length: n }, (_, i) => movingAverage(values, i, seasons));
  const deviations = Array.from({ length: seasons }, () => [] as number[]);
  for (let i = 0; i < n; i++) {
    const deviation = (values[i] as number) - (trend[i] as number);
    if (Number.isFinite(deviation)) deviations[i % seasons]?.push(deviation);
  }
  const raw = deviations.map((list) => {
    if (list.length === 0) return Number.NaN;
    if (options.by === "median") return median(list);
    return list.reduce((a, b) => a + b, 0) / list.length;
  });
  const level = raw.reduce((a, b) => a + b, 0) / seasons;
  const indices = raw.map((index) => index - level);
  const seasonal = Float64Array.from({ length: n }, (_, i) => indices[i % seasons] as number);
  const remainder = Float64Array.from(
    { length: n },
    (_, i) => (values[i] as number) - (trend[i] as number) - (seasonal[i] as number),
  );
  return { trend, seasonal, remainder, indices };
}

/** Over one year about a value; with an even number of seasons the ends count half. */
function movingAverage(values: ArrayLike<number>, at: number, seasons: number): number {
  const half = Math.floor(seasons / 2);
  if (at < half || at + half >= values.length) return Number.NaN;
  let sum = 0;
  for (let i = at - half; i <= at + half; i++) {
    const isHalf = seasons % 2 === 0 && Math.abs(i - at) === half;
    sum += (values[i] as number) * (isHalf ? 0.5 : 1);
  }
  return sum / seasons;
}

/** A value that neither trend nor season explains. */
export interface SeasonalAnomaly {
  /** Position in the series, from 0. */
  readonly index: number;
  readonly value: number;
  /** What trend and season lead to expect. */
  readonly expected: number;
  /** The remainder in robust standard deviations (1.4826 × median absolute deviation). */
  readonly score: number;
}

/**
 * Values that neither trend nor season explains: remainders of a robust decomposition beyond so many robust standard
 * deviations.
 *
 * @param values - by period, NaN where missing; two years at least.
 * @param seasons - periods in a year.
 * @param options - `threshold`: 3.5 if left out.
 * @returns anomalies in order; half a year at either end has no trend and cannot be judged.
 * @throws VitalError as {@link seasonalDecomposition}.
 *
 * Source: Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers, on the threshold.
 *
 * @example
 * ```ts
 * import { seasonalAnomalies } from "@vitalcore/indicators/early-warning";
 * const values = Array.from({ length: 48 }, (_, i) => 100 + i + 20 * Math.sin(i / 1.9) + (i % 5) + (i === 30 ? 60 : 0));
 * seasonalAnomalies(values, 12).map(({ index }) => index); // => [30]
 * ```
 */
export function seasonalAnomalies(
  values: ArrayLike<number>,
  seasons: number,
  options: { readonly threshold?: number } = {},
): SeasonalAnomaly[] {
  const { threshold = 3.5 } = options;
  requireInputs([positive("the threshold", threshold)]);
  const { trend, seasonal, remainder } = seasonalDecomposition(values, seasons, { by: "median" });
  const known = [...remainder].filter(Number.isFinite);
  if (known.length === 0) return [];
  const centre = median(known);
  const spread = 1.4826 * median(known.map((value) => Math.abs(value - centre)));
  if (spread === 0) return [];
  return [...remainder].flatMap((rest, index) => {
    const score = (rest - centre) / spread;
    if (!(Math.abs(score) > threshold)) return [];
    const expected = (trend[index] as number) + (seasonal[index] as number);
    return [{ index, value: values[index] as number, expected, score }];
  });
}
