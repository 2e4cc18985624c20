import { throwIfErrors } from "@vitalcore/core";
import { studentT } from "@vitalcore/stats/distributions";
import { between, finite, requireInputs } from "../input-checks.js";
import { findNonProportions } from "../proportion.js";
import { find } from "./catalog.js";

/** A share at a time. */
export interface YearlyShare {
  readonly year: number;
  /** As a proportion, neither 0 nor 1. */
  readonly value: number;
}

/** Options of {@link projectTarget}. */
export interface ProjectionOptions {
  /** The share to be reached, between 0 and 1: 0.95 stands for universal. */
  readonly target: number;
  /** The last year looked at; 2050 if left out. */
  readonly horizon?: number;
  /** Confidence level of the interval; 0.95 if left out. */
  readonly level?: number;
}

/** A year, or why there is none. */
export type ReachedYear = number | "not reached";

/** When a target is reached if the trend goes on. */
export interface TargetProjection {
  /** Target minus the last share observed, as a proportion; 0 or less where it is met. */
  readonly distance: number;
  /** The last share observed meets the target. */
  readonly isMet: boolean;
  /** First year in which the trend meets the target. */
  readonly reached: ReachedYear;
  /** First years in which the upper and the lower limit of the trend meet it. */
  readonly interval: { readonly from: ReachedYear; readonly to: ReachedYear };
  readonly level: number;
  /** Change of the logit a year. */
  readonly slope: number;
  readonly n: number;
  /** What was assumed, in words. */
  readonly method: string;
}

/**
 * When a share reaches a target if its trend goes on: a straight line through the logits, which bends
 * towards 100 % as adoption does, with limits of the trend. A share is never extrapolated as a straight line. A
 * projection is no forecast: it says what the past implies.
 *
 * @param series - shares by year, three at least, as proportions between 0 and 1.
 * @param options - target, horizon and level.
 * @returns the year, and an interval: the first years in which the limits of the trend meet the target; "not reached"
 *   where they do not until the horizon.
 * @throws VitalError `indicators/not-a-proportion`, `indicators/extreme-share`, `indicators/invalid-input`.
 *
 * Source: Griliches (1957), Hybrid corn: an exploration in the economics of technological change, Econometrica 25
 * (logistic diffusion); limits of a regression line with Student's t.
 *
 * @example
 * ```ts
 * import { projectTarget } from "@vitalcore/indicators/connectivity";
 * const series = [
 *   { year: 2019, value: 0.5 },
 *   { year: 2020, value: 0.56 },
 *   { year: 2021, value: 0.61 },
 *   { year: 2022, value: 0.67 },
 *   { year: 2023, value: 0.71 },
 * ];
 * const { reached, interval } = projectTarget(series, { target: 0.95 });
 * reached; // => 2033
 * [interval.from, interval.to]; // => [2032, 2034]
 * ```
 */
export function projectTarget(
  series: readonly YearlyShare[],
  options: ProjectionOptions,
): TargetProjection {
  const { target, horizon = 2050, level = 0.95 } = options;
  const sorted = [...series].sort((a, b) => a.year - b.year);
  checkSeries(sorted, options);
  const last = sorted.at(-1) as YearlyShare;
  const trend = logitTrend(sorted);
  const quantile = studentT({ df: sorted.length - 2 }).upperQuantile((1 - level) / 2);
  const goal = logit(target);
  const firstYear = (side: -1 | 0 | 1): ReachedYear => {
    for (let year = last.year + 1; year <= horizon; year++) {
      const { value, se } = trend.at(year);
      if (value + side * quantile * se >= goal) return year;
    }
    return "not reached";
  };
  const isMet = last.value >= target;
  return {
    distance: target - last.value,
    isMet,
    reached: isMet ? last.year : firstYear(0),
    interval: isMet
      ? { from: last.year, to: last.year }
      : { from: firstYear(1), to: firstYear(-1) },
    level,
    slope: trend.slope,
    n: sorted.length,
    method: `straight line through the logits of ${sorted.length} years, ${sorted[0]?.year} to ${last.year}`,
  };
}

const logit = (p: number) => Math.log(p / (1 - p));

function logitTrend(series: readonly YearlyShare[]) {
  const n = series.length;
  const mean = (of: (each: YearlyShare) => number) =>
    series.reduce((sum, each) => sum + of(each), 0) / n;
  const year = mean((each) => each.year);
  const height = mean((each) => logit(each.value));
  const spread = series.reduce((sum, each) => sum + (each.year - year) ** 2, 0);
  const slope =
    series.reduce((sum, each) => sum + (each.year - year) * (logit(each.value) - height), 0) /
    spread;
  const residual = series.reduce(
    (sum, each) => sum + (logit(each.value) - height - slope * (each.year - year)) ** 2,
    0,
  );
  const variance = residual / (n - 2);
  return {
    slope,
    at: (when: number) => ({
      value: height + slope * (when - year),
      se: Math.sqrt(variance * (1 / n + (when - year) ** 2 / spread)),
    }),
  };
}

function checkSeries(series: readonly YearlyShare[], options: ProjectionOptions): void {
  const { target, horizon = 2050, level = 0.95 } = options;
  const inside = (name: string, value: number) => ({
    name,
    value,
    wanted: "a number between 0 and 1",
    isMet: value > 0 && value < 1,
  });
  requireInputs([
    inside("the target", target),
    inside("the level", level),
    finite("the horizon", horizon),
    between("the number of years", series.length, 3, 1e6, "three years at least"),
    ...series.map(({ year }) => ({
      name: "a year",
      value: year,
      wanted: "a whole number, once",
      isMet: Number.isInteger(year) && series.filter((other) => other.year === year).length === 1,
    })),
  ]);
  throwIfErrors(
    series.flatMap(({ year, value }) => {
      const problems = findNonProportions({ [`the share of ${year}`]: value });
      if (problems.length > 0 || (value > 0 && value < 1)) return problems;
      return [find("indicators/extreme-share", { found: value, facts: { year } })];
    }),
  );
}
