import { normalCdf } from "@vitalcore/stats/distributions";
import { between, finite, positive, requireInputs } from "../input-checks.js";
import { requireNoInfinity } from "./series.js";

/** What a chart compares with: the level and spread of a calm time. */
export interface InControl {
  /** Mean when nothing is wrong. */
  readonly mean: number;
  /** Standard deviation of single values when nothing is wrong. */
  readonly standardDeviation: number;
}

/** A point of a chart. */
export interface ChartPoint {
  /** Position in the series, from 0. */
  readonly index: number;
  /** The charted statistic, in standard deviations. */
  readonly high: number;
  readonly low: number;
  readonly alarm: "high" | "low" | null;
}

/** A chart, and how often it cries wolf. */
export interface ControlChart {
  readonly points: readonly ChartPoint[];
  /** The statistic at which the chart alarms. */
  readonly limit: number;
  /**
   * Periods between false alarms on average when nothing is wrong, for independent normal values; a series that
   * remembers its past has more.
   */
  readonly falseAlarmEvery: number;
}

const inControlDemands = ({ mean, standardDeviation }: InControl) => [
  finite("the mean in control", mean),
  positive("the standard deviation in control", standardDeviation),
];

/** Alarms and their statistics start again at 0 after an alarm; a missing value changes nothing. */
function chart(
  values: ArrayLike<number>,
  { mean, standardDeviation }: InControl,
  limit: number,
  next: (statistic: { high: number; low: number }, z: number) => { high: number; low: number },
): ChartPoint[] {
  requireNoInfinity(values);
  let statistic = { high: 0, low: 0 };
  return Array.from(values, (value, index) => {
    if (!Number.isFinite(value)) return { index, ...statistic, alarm: null };
    statistic = next(statistic, (value - mean) / standardDeviation);
    const { high, low } = statistic;
    const alarm = high > limit ? "high" : low > limit ? "low" : null;
    if (alarm !== null) statistic = { high: 0, low: 0 };
    return { index, high, low, alarm };
  });
}

/**
 * A cumulative sum chart: small shifts that persist add up until they alarm, on either side.
 *
 * @param values - by period, NaN where missing.
 * @param inControl - mean and standard deviation of a calm time, not of the series that is watched.
 * @param options - `allowance` k (0.5: half the shift that matters) and `interval` h (5), in standard deviations.
 * @returns the chart, with the mean time between false alarms.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: Page (1954), Continuous inspection schemes, Biometrika 41; run lengths by Brook and Evans (1972),
 * Biometrika 59.
 *
 * @example
 * ```ts
 * import { cusumChart } from "@vitalcore/indicators/early-warning";
 * const values = [10, 9, 11, 10, 12, 12.5, 12, 12.5, 12, 13];
 * const chart = cusumChart(values, { mean: 10, standardDeviation: 1 });
 * chart.points.find(({ alarm }) => alarm !== null)?.index; // => 7
 * Math.round(chart.falseAlarmEvery); // => 465
 * ```
 */
export function cusumChart(
  values: ArrayLike<number>,
  inControl: InControl,
  options: { readonly allowance?: number; readonly interval?: number } = {},
): ControlChart {
  const { allowance = 0.5, interval = 5 } = options;
  requireInputs([
    ...inControlDemands(inControl),
    between("the allowance", allowance, 0, 10),
    positive("the interval", interval),
  ]);
  const points = chart(values, inControl, interval, ({ high, low }, z) => ({
    high: Math.max(0, high + z - allowance),
    low: Math.max(0, low - z - allowance),
  }));
  const oneSided = cusumRunLength(allowance, interval);
  // Both sides cannot run up at once: their rates of alarm add.
  return { points, limit: interval, falseAlarmEvery: oneSided / 2 };
}

/**
 * An exponentially weighted moving average chart: recent values count more, and a lasting shift moves the average out of
 * its limits.
 *
 * @param values - by period, NaN where missing.
 * @param inControl - mean and standard deviation of a calm time.
 * @param options - `weight` of the newest value (0.2) and `width` L of the limits (2.962: one false alarm in 500
 *   periods for that weight).
 * @returns the chart, with the mean time between false alarms.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: Roberts (1959), Technometrics 1; Lucas and Saccucci (1990), Technometrics 32.
 *
 * @example
 * ```ts
 * import { ewmaChart } from "@vitalcore/indicators/early-warning";
 * const values = [10, 9, 11, 10, 12, 12.5, 12, 12.5, 12, 13];
 * const chart = ewmaChart(values, { mean: 10, standardDeviation: 1 });
 * chart.points.find(({ alarm }) => alarm !== null)?.alarm; // => "high"
 * Math.round(chart.falseAlarmEvery / 10) * 10; // => 500
 * ```
 */
export function ewmaChart(
  values: ArrayLike<number>,
  inControl: InControl,
  options: { readonly weight?: number; readonly width?: number } = {},
): ControlChart {
  const { weight = 0.2, width = 2.962 } = options;
  requireInputs([
    ...inControlDemands(inControl),
    { ...between("the weight", weight, 0, 1), isMet: weight > 0 && weight <= 1 },
    positive("the width", width),
  ]);
  const limit = width * Math.sqrt(weight / (2 - weight));
  const points = chart(values, inControl, limit, ({ high }, z) => {
    const average = (1 - weight) * high + weight * z;
    return { high: average, low: -average };
  });
  return { points, limit, falseAlarmEvery: ewmaRunLength(weight, limit) };
}

const STATES = 201;

/** Mean steps to absorption of a Markov chain, from a state: (I - Q) x = 1. */
function stepsFrom(
  start: number,
  transition: (from: number, to: number) => number,
  n: number,
): number {
  const matrix = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n + 1 }, (__, j) =>
      j === n ? 1 : Number(i === j) - transition(i, j),
    ),
  );
  // Diagonally dominant: elimination needs no pivoting.
  for (let k = 0; k < n; k++) {
    const pivot = matrix[k] as Float64Array;
    for (let i = k + 1; i < n; i++) {
      const row = matrix[i] as Float64Array;
      const factor = (row[k] as number) / (pivot[k] as number);
      if (factor === 0) continue;
      for (let j = k; j <= n; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number);
    }
  }
  const steps = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    const row = matrix[i] as Float64Array;
    let sum = row[n] as number;
    for (let j = i + 1; j < n; j++) sum -= (row[j] as number) * (steps[j] as number);
    steps[i] = sum / (row[i] as number);
  }
  return steps[start] as number;
}

function cusumRunLength(allowance: number, interval: number): number {
  const width = (2 * interval) / (2 * STATES - 1);
  return stepsFrom(
    0,
    (from, to) => {
      const above = normalCdf((to - from + 0.5) * width + allowance);
      return to === 0 ? above : above - normalCdf((to - from - 0.5) * width + allowance);
    },
    STATES,
  );
}

function ewmaRunLength(weight: number, limit: number): number {
  const width = (2 * limit) / STATES;
  const middle = (state: number) => -limit + (state + 0.5) * width;
  return stepsFrom(
    (STATES - 1) / 2,
    (from, to) => {
      const centre = middle(to) - (1 - weight) * middle(from);
      return normalCdf((centre + width / 2) / weight) - normalCdf((centre - width / 2) / weight);
    },
    STATES,
  );
}
