import { VitalError } from "@vitalcore/core";
import { median } from "@vitalcore/stats";
import { normalQuantile, normalSurvival, studentT } from "@vitalcore/stats/distributions";
import { between, requireInputs } from "../input-checks.js";
import { presentOf, tooShort } from "./series.js";

/** A monotone trend, whatever its form, and whether chance explains it. */
export interface MonotoneTrend {
  /** Mann and Kendall's S: pairs that rise less pairs that fall. */
  readonly s: number;
  /** Kendall's tau-b between time and value. */
  readonly tau: number;
  readonly pValue: number;
  /** Median change per period (Theil and Sen). */
  readonly slope: number;
  /** Sen's limits of the slope. */
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number };
  /** Median level at time 0, the first period. */
  readonly intercept: number;
  readonly n: number;
}

/**
 * A robust trend: Mann and Kendall's test with correction for ties and continuity, and Theil and Sen's slope with Sen's limits.
 * Missing periods keep their place in time. The test takes values as independent: a series that remembers
 * its past gives smaller p-values than it should.
 *
 * @param values - by period, NaN where missing; four at least.
 * @param options - `level` of the limits: 0.95 if left out.
 * @throws VitalError `indicators/too-short-series`, `indicators/invalid-input`.
 *
 * Source: Mann (1945), Econometrica 13; Kendall (1975); Theil (1950); Sen (1968), JASA 63.
 *
 * @example
 * ```ts
 * import { monotoneTrend } from "@vitalcore/indicators/early-warning";
 * const { s, slope, pValue } = monotoneTrend([3, 4, 4, 6, 7, 9, 8, 11]);
 * s; // => 25
 * slope; // => 1
 * pValue < 0.01; // => true
 * ```
 */
export function monotoneTrend(
  values: ArrayLike<number>,
  options: { readonly level?: number } = {},
): MonotoneTrend {
  const { level = 0.95 } = options;
  requireInputs([between("the level", level, 0.5, 0.9999)]);
  const { times, values: present } = presentOf(values);
  const n = present.length;
  if (n < 4) throw new VitalError([tooShort("A trend", n, 4)]);
  let s = 0;
  const slopes: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const change = (present[j] as number) - (present[i] as number);
      s += Math.sign(change);
      slopes.push(change / ((times[j] as number) - (times[i] as number)));
    }
  }
  slopes.sort((a, b) => a - b);
  const ties = [...countsOf(present).values()];
  const of = (k: number) => k * (k - 1) * (2 * k + 5);
  const variance = (of(n) - ties.reduce((sum, k) => sum + of(k), 0)) / 18;
  const z = variance === 0 ? 0 : (Math.abs(s) - (s === 0 ? 0 : 1)) / Math.sqrt(variance);
  const pairs = (n * (n - 1)) / 2;
  const tied = ties.reduce((sum, k) => sum + (k * (k - 1)) / 2, 0);
  const slope = median(slopes);
  const reach = -normalQuantile((1 - level) / 2) * Math.sqrt(variance);
  const at = (rank: number) =>
    slopes[Math.min(slopes.length, Math.max(1, Math.round(rank))) - 1] as number;
  return {
    s,
    tau: tied === pairs ? 0 : s / Math.sqrt(pairs * (pairs - tied)),
    pValue: Math.min(1, 2 * normalSurvival(z)),
    slope,
    interval: { lower: at((pairs - reach) / 2), upper: at((pairs + reach) / 2 + 1), level },
    intercept: median(present.map((value, i) => value - slope * (times[i] as number))),
    n,
  };
}

function countsOf(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** A value some periods ahead if the trend goes on. */
export interface Projection {
  /** Periods after the last, from 1. */
  readonly ahead: number;
  readonly value: number;
  /** Limits for a single value, not for the trend. */
  readonly lower: number;
  readonly upper: number;
}

/** The scale on which the trend is a straight line; shares take `logit`, counts and prices `log`. */
export type TrendScale = "linear" | "log" | "logit";

/** A projection, and when a threshold is met. */
export interface TrendProjection {
  readonly projections: readonly Projection[];
  /** Periods ahead until the projection, and its limits, meet the threshold; `null` where they do not. */
  readonly timeToThreshold: {
    readonly expected: number | null;
    readonly earliest: number | null;
    readonly latest: number | null;
  } | null;
  readonly level: number;
  readonly n: number;
}

/**
 * Projects a series along a straight line through its values on a scale, with limits for single values, and says when a
 * threshold is met. It says what the past implies if nothing changes, not what will be.
 *
 * @param values - by period, NaN where missing; four at least; proportions for `logit`, positive for `log`.
 * @param options - `periods` ahead; `scale` (`linear` if left out); `threshold`; `level` (0.95).
 * @throws VitalError `indicators/too-short-series`, `indicators/invalid-input`.
 *
 * Source: prediction limits of simple regression, Draper and Smith (1998), Applied Regression Analysis, section 3.1.
 *
 * @example
 * ```ts
 * import { projectTrend } from "@vitalcore/indicators/early-warning";
 * const { projections, timeToThreshold } = projectTrend([10, 12, 14.5, 16, 18], { periods: 5, threshold: 25 });
 * projections[0]?.value; // => 20.1
 * timeToThreshold?.expected; // => 4
 * ```
 */
export function projectTrend(
  values: ArrayLike<number>,
  options: {
    readonly periods: number;
    readonly scale?: TrendScale;
    readonly threshold?: number;
    readonly level?: number;
  },
): TrendProjection {
  const { periods, scale = "linear", threshold, level = 0.95 } = options;
  const { times, values: present } = presentOf(values);
  const n = present.length;
  if (n < 4) throw new VitalError([tooShort("A projection", n, 4)]);
  const { to, from, wanted, takes } = SCALES[scale] ?? SCALES.linear;
  requireInputs([
    between("the level", level, 0.5, 0.9999),
    between("the number of periods", periods, 1, 10_000),
    { name: "the scale", value: scale, wanted: "linear, log or logit", isMet: scale in SCALES },
    ...[...present, ...(threshold === undefined ? [] : [threshold])]
      .filter((value) => !takes(value))
      .map((value) => ({ name: "a value", value, wanted, isMet: false })),
  ]);
  const heights = present.map(to);
  const meanTime = times.reduce((a, b) => a + b, 0) / n;
  const meanHeight = heights.reduce((a, b) => a + b, 0) / n;
  const spread = times.reduce((sum, t) => sum + (t - meanTime) ** 2, 0);
  const slope =
    times.reduce((sum, t, i) => sum + (t - meanTime) * ((heights[i] as number) - meanHeight), 0) /
    spread;
  const residual = times.reduce(
    (sum, t, i) => sum + ((heights[i] as number) - meanHeight - slope * (t - meanTime)) ** 2,
    0,
  );
  const quantile = studentT({ df: n - 2 }).upperQuantile((1 - level) / 2);
  const projections = Array.from({ length: Math.floor(periods) }, (_, i) => {
    const time = values.length + i;
    const height = meanHeight + slope * (time - meanTime);
    const half =
      quantile * Math.sqrt((residual / (n - 2)) * (1 + 1 / n + (time - meanTime) ** 2 / spread));
    return {
      ahead: i + 1,
      value: from(height),
      lower: from(height - half),
      upper: from(height + half),
    };
  });
  if (threshold === undefined) return { projections, timeToThreshold: null, level, n };
  const isBelow = (present.at(-1) as number) < threshold;
  const first = (of: (projection: Projection) => number) =>
    projections.find((each) => (isBelow ? of(each) >= threshold : of(each) <= threshold))?.ahead ??
    null;
  return {
    projections,
    timeToThreshold: {
      expected: first(({ value }) => value),
      earliest: first(({ lower, upper }) => (isBelow ? upper : lower)),
      latest: first(({ lower, upper }) => (isBelow ? lower : upper)),
    },
    level,
    n,
  };
}

interface Scale {
  readonly to: (value: number) => number;
  readonly from: (height: number) => number;
  readonly takes: (value: number) => boolean;
  readonly wanted: string;
}

const SCALES: Readonly<Record<TrendScale, Scale>> = {
  linear: { to: (x) => x, from: (x) => x, takes: Number.isFinite, wanted: "a number" },
  log: {
    to: Math.log,
    from: Math.exp,
    takes: (x) => x > 0,
    wanted: "a positive number, for the log scale",
  },
  logit: {
    to: (p) => Math.log(p / (1 - p)),
    from: (x) => 1 / (1 + Math.exp(-x)),
    takes: (p) => p > 0 && p < 1,
    wanted: "a proportion between 0 and 1, for the logit scale",
  },
};
