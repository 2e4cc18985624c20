import type { Columns } from "@vitalcore/core";
import { studentT } from "@vitalcore/stats/distributions";
import type { MissingPolicy } from "../design/design-spec.js";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import { criticalValue } from "../estimates/build-estimates.js";
import type { Interval } from "../estimates/estimates.js";
import { mean } from "../estimates/means-and-totals.js";
import { readNumbers } from "../estimates/read-variable.js";
import { sortedCodes } from "../kernels/codes.js";
import { regression } from "../models/regression.js";
import { requireDegrees, requireGroups } from "./requirements.js";

/** The outcome of a t test. */
export interface TTest {
  /** The difference of the two means (second category less first), or the mean. */
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly interval: Interval;
}

/**
 * Tests whether a mean is zero, or whether two groups have the same mean.
 *
 * @param what.column - numbers.
 * @param what.by - a column of two categories or values; left out: the mean is tested against `null`.
 * @param what.null - the mean under the hypothesis, without `by`; default 0.
 * @returns the test with the degrees of freedom of the design less 1, as R's `svyttest` has it in both cases.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`, `survey/number-of-groups`,
 *   `survey/untestable`.
 *
 * Source: Lumley (2010), section 2.3.
 *
 * @example
 * ```ts
 * import { surveyDesign, tTest } from "@vitalcore/survey";
 * const design = surveyDesign({ change: [1, 2, 4, 1], place: ["u", "r", "u", "r"] }, {});
 * tTest(design, { column: "change", by: "place" }).estimate; // => 1
 * ```
 */
export function tTest<Row extends Columns>(
  design: SurveyDesign<Row>,
  what: {
    readonly column: ColumnName<Row>;
    readonly by?: ColumnName<Row>;
    readonly null?: number;
  },
  options: { readonly level?: number; readonly missing?: MissingPolicy } = {},
): TTest {
  const { level = 0.95 } = options;
  if (what.by !== undefined) {
    const { by } = what;
    const groups = groupsOf(design as SurveyDesign, what.column, by);
    requireGroups(by, groups, groups === 2, "exactly 2 are");
    const model = regression(design, { outcome: what.column, terms: [what.by] }, options);
    const slope = model.coefficients[1]!;
    const df = model.degreesOfFreedom;
    return outcome(slope.value!, slope.standardError!, df, level);
  }
  const [estimate] = mean(design, what.column, options).estimates;
  const hypothesis = what.null ?? 0;
  const df = (estimate!.degreesOfFreedom ?? 0) - 1;
  const tested = outcome(estimate!.value! - hypothesis, estimate!.standardError!, df, level);
  const { lower, upper } = tested.interval;
  return {
    ...tested,
    estimate: estimate!.value!,
    interval: { ...tested.interval, lower: lower! + hypothesis, upper: upper! + hypothesis },
  };
}

/** Different values of a column among the rows of the domain that have an outcome. */
function groupsOf({ parts }: SurveyDesign, column: string, by: string): number {
  const { table, domain, weights } = parts;
  const { values } = readNumbers(table, column);
  const { codes } = sortedCodes(table.column(by));
  const isCounted = (_: number, row: number) =>
    weights[row] !== 0 && domain?.[row] !== 0 && !Number.isNaN(values[row]!);
  return new Set(codes.filter(isCounted).filter((code) => code >= 0)).size;
}

function outcome(estimate: number, standardError: number, df: number, level: number): TTest {
  requireDegrees("The t test", df);
  const t = estimate / standardError;
  const half = (criticalValue(level, df) ?? Number.NaN) * standardError;
  return {
    estimate,
    standardError,
    t,
    degreesOfFreedom: df,
    pValue: 2 * studentT({ df }).survival(Math.abs(t)),
    interval: { level, lower: estimate - half, upper: estimate + half, method: "t" },
  };
}
