import {
  type Columns,
  defineResult,
  type Result,
  type ResultData,
  type ResultKind,
} from "@vitalcore/core";
import { studentT } from "@vitalcore/stats/distributions";
import type { MissingPolicy } from "../design/design-spec.js";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import { criticalValue } from "../estimates/build-estimates.js";
import type { Interval } from "../estimates/estimates.js";
import { mean } from "../estimates/means-and-totals.js";
import { readNumbers } from "../estimates/read-variable.js";
import { shown } from "../estimates/shown.js";
import { sortedCodes } from "../kernels/codes.js";
import { type Coefficient, regression } from "../models/regression.js";
import { ROUNDING, requireDegrees, requireGroups, requireVariation } from "./requirements.js";

/** The outcome of a t test. */
export interface TTest extends ResultData {
  readonly kind: "SurveyTTest";
  /** The column, and the column of groups where two means are compared. */
  readonly variables: readonly string[];
  /** The difference of the two means (second category less first), or the mean. */
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly interval: Interval;
}

/** Results of t tests; how they are shown and read back from JSON. */
export const tTestResult: ResultKind<TTest> = /* @__PURE__ */ defineResult<TTest>({
  kind: "SurveyTTest",
  version: 1,
  summarize: ({ variables, estimate, standardError, t, degreesOfFreedom, pValue, interval }) => ({
    title: `t test of ${variables.join(" by ")}`,
    tables: [
      {
        columns: [
          { name: variables.length > 1 ? "difference of means" : "mean", kind: "number" },
          { name: "std. error", kind: "number" },
          { name: `${+(100 * interval.level).toFixed(4)} % from`, kind: "number" },
          { name: "to", kind: "number" },
          { name: "t", kind: "number" },
          { name: "df", kind: "number" },
          { name: "p", kind: "number" },
        ],
        rows: [
          [
            shown(estimate),
            shown(standardError),
            shown(interval.lower),
            shown(interval.upper),
            shown(t),
            degreesOfFreedom,
            shown(pValue),
          ],
        ],
      },
    ],
  }),
});

/**
 * Tests whether a mean is zero, or whether two groups have the same mean.
 *
 * @param what.column - numbers.
 * @param what.by - a column of two categories or values; left out: the mean is tested against `null`.
 * @param what.null - the mean under the hypothesis, without `by`; default 0.
 * @returns the test with the degrees of freedom of the design less 1, as R's `svyttest` has it in both cases.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`, `survey/number-of-groups`,
 *   `survey/untestable`, `survey/no-variation`.
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
): Result<TTest> {
  const { level = 0.95 } = options;
  if (what.by !== undefined) {
    const { by } = what;
    const groups = groupsOf(design as SurveyDesign, what.column, by);
    requireGroups(by, groups, groups === 2, "exactly 2 are");
    const model = regression(design, { outcome: what.column, terms: [what.by] }, options);
    const [first, slope] = model.coefficients as [Coefficient, Coefficient];
    const size = Math.abs(first.value ?? 0) + Math.abs(slope.value ?? 0);
    const tested = outcome(what.column, { ...slope, size }, model.degreesOfFreedom, level);
    return tTestResult.create({ variables: [what.column, what.by], ...tested });
  }
  const [estimate] = mean(design, what.column, options).estimates;
  const hypothesis = what.null ?? 0;
  const df = (estimate!.degreesOfFreedom ?? 0) - 1;
  const { value, standardError } = estimate!;
  const size = Math.abs(value ?? 0);
  const away = value === null ? null : value - hypothesis;
  const tested = outcome(what.column, { value: away, standardError, size }, df, level);
  const { lower, upper } = tested.interval;
  return tTestResult.create({
    ...tested,
    variables: [what.column],
    estimate: value!,
    interval: { ...tested.interval, lower: lower! + hypothesis, upper: upper! + hypothesis },
  });
}

interface Tested {
  readonly value: number | null;
  readonly standardError: number | null;
  readonly size: number;
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

/** The test of an estimate; `size` is that of the answers, by which a standard error of zero is known. */
function outcome(
  column: string,
  { value, standardError, size }: Tested,
  df: number,
  level: number,
): Omit<TTest, "kind" | "version" | "variables"> {
  requireDegrees("The t test", df);
  const isKnown = standardError !== null && standardError > ROUNDING * size;
  requireVariation("The t test", column, value !== null && isKnown);
  const estimate = value;
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
