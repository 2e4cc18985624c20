import { VitalError } from "@vitalcore/core";
import { presentOf, tooShort } from "./series.js";

/** Where a series shifts, and whether chance explains it. */
export interface ChangePoint {
  /** Position of the last value before the shift, from 0. */
  readonly after: number;
  /** Pettitt's statistic K. */
  readonly statistic: number;
  /** Approximate; good for p below 0.5. */
  readonly pValue: number;
  /** Median before and after. */
  readonly before: number;
  readonly since: number;
}

/**
 * The most likely single change of level, by ranks (Pettitt's test): no distribution is assumed, and outliers count no more than others.
 *
 * @param values - by period, NaN where missing; eight at least.
 * @throws VitalError `indicators/too-short-series`.
 *
 * Source: Pettitt (1979), A non-parametric approach to the change-point problem, Applied Statistics 28.
 *
 * @example
 * ```ts
 * import { changePoint } from "@vitalcore/indicators/early-warning";
 * const { after, pValue } = changePoint([5, 6, 4, 5, 6, 5, 9, 10, 9, 11, 10, 9]);
 * after; // => 5
 * pValue < 0.05; // => true
 * ```
 */
export function changePoint(values: ArrayLike<number>): ChangePoint {
  const { times, values: present } = presentOf(values);
  const n = present.length;
  if (n < 8) throw new VitalError([tooShort("A change point", n, 8)]);
  let [sum, statistic, at] = [0, -1, 0];
  for (let t = 0; t < n - 1; t++) {
    for (const other of present) sum += Math.sign((present[t] as number) - other);
    if (Math.abs(sum) > statistic) [statistic, at] = [Math.abs(sum), t];
  }
  const middle = (part: readonly number[]) => {
    const sorted = [...part].sort((a, b) => a - b);
    const half = sorted.length / 2;
    return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2;
  };
  return {
    after: times[at] as number,
    statistic,
    pValue: Math.min(1, 2 * Math.exp((-6 * statistic ** 2) / (n ** 3 + n ** 2))),
    before: middle(present.slice(0, at + 1)),
    since: middle(present.slice(at + 1)),
  };
}
