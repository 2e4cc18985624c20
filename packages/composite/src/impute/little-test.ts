import { chiSquare } from "@vitalcore/stats/distributions";
import { conditionalOf, deviations, type EmOptions, imputeByEm, missingPatterns } from "./em.js";
import { choleskySolve } from "./spd.js";

/** Whether values are missing completely at random. */
export interface LittleTest {
  readonly statistic: number;
  readonly df: number;
  /** Small if the units with gaps differ from the others in what was observed of them. */
  readonly pValue: number;
  /** Sets of units with the same gaps. */
  readonly patterns: number;
}

/**
 * Little's test of whether values are missing completely at random, under a multivariate normal distribution:
 * the means of the units with the same gaps against those of the EM algorithm, with the covariance times
 * n / (n - 1). Source: Little (1988), J. American Statistical Association 83.
 *
 * @param columns - one for each indicator, over the same units; NaN is missing.
 * @throws VitalError `composite/em-undefined`.
 *
 * @example
 * ```ts
 * import { littleTest } from "@vitalcore/composite/impute";
 * const x = [1, 2, 3, 4, 5, 6, 7, 8];
 * const { df, patterns } = littleTest([x, [2, 1, 4, 3, 6, 5, Number.NaN, Number.NaN]]);
 * [df, patterns]; // => [1, 2]
 * ```
 */
export function littleTest(
  columns: readonly ArrayLike<number>[],
  options: EmOptions = {},
): LittleTest {
  const { mean, covariance } = imputeByEm(columns, options);
  const units = columns[0]?.length ?? 0;
  const scaled = covariance.map((value) => (value * units) / (units - 1));
  const patterns = missingPatterns(columns, units).filter(({ observed }) => observed.length > 0);
  let statistic = 0;
  let df = -columns.length;
  for (const pattern of patterns) {
    const count = pattern.observed.length;
    const lower = conditionalOf(pattern, scaled, columns.length)?.lower as Float64Array;
    const away = new Float64Array(count);
    for (const unit of pattern.units) {
      deviations(columns, pattern, mean, unit).forEach((value, k) => {
        away[k] = (away[k] as number) + value / pattern.units.length;
      });
    }
    const solved = choleskySolve(lower, count, away);
    const distance = away.reduce((sum, value, k) => sum + value * (solved[k] as number), 0);
    statistic += pattern.units.length * distance;
    df += count;
  }
  const pValue = df > 0 ? chiSquare({ df }).survival(statistic) : Number.NaN;
  return { statistic, df, pValue, patterns: patterns.length };
}
