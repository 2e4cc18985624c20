/** A value at a time. */
interface TimedValue {
  readonly time: number;
  readonly value: number;
}

/** The points of a series that have a value, in the order of time. */
function presentPoints(values: ArrayLike<number>, times: ArrayLike<number>): TimedValue[] {
  return Array.from(times, (time, i) => ({ time, value: values[i] as number }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => a.time - b.time);
}

/**
 * The compound annual growth rate between the first and the last value: (last / first)^(1 / time) - 1. Equal ends give
 * 0.
 *
 * @param values - NaN is missing.
 * @param times - in years, parallel to them.
 * @returns NaN for fewer than two values, or where the ratio has no real root.
 *
 * @example
 * ```ts
 * import { growthRate } from "@vitalcore/composite/panel";
 * growthRate([100, Number.NaN, 121], [2018, 2019, 2020])?.toFixed(6); // => "0.100000"
 * ```
 */
export function growthRate(values: ArrayLike<number>, times: ArrayLike<number>): number {
  const points = presentPoints(values, times);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return Number.NaN;
  if (first.value === last.value) return 0;
  return (last.value / first.value) ** (1 / (last.time - first.time)) - 1;
}

/**
 * The change in percent over a span of time: along the least-squares line if there are three values or more, relative
 * to its value at the first time; else between the two values. A constant series changes by 0.
 *
 * @param values - NaN is missing.
 * @param times - in years, parallel to them.
 * @param per - the span of time; 1 year if left out.
 * @returns NaN for fewer than two values.
 *
 * @example
 * ```ts
 * import { percentChange } from "@vitalcore/composite/panel";
 * percentChange([10, 12, 14], [2018, 2019, 2020]); // => 20
 * ```
 */
export function percentChange(
  values: ArrayLike<number>,
  times: ArrayLike<number>,
  per: number = 1,
): number {
  const points = presentPoints(values, times);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return Number.NaN;
  if (points.every(({ value }) => value === first.value)) return 0;
  if (points.length < 3) {
    const change = (100 * (last.value - first.value)) / first.value;
    return (change * per) / (last.time - first.time);
  }
  const n = points.length;
  const time = points.reduce((sum, point) => sum + point.time, 0) / n;
  const value = points.reduce((sum, point) => sum + point.value, 0) / n;
  let products = 0;
  let squares = 0;
  for (const point of points) {
    products += (point.time - time) * (point.value - value);
    squares += (point.time - time) ** 2;
  }
  const slope = products / squares;
  return (100 * slope * per) / (value + slope * (first.time - time));
}
