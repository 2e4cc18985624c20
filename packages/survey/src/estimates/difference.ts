import {
  type Cell,
  type Columns,
  defineResult,
  type Finding,
  type Result,
  type ResultData,
  type ResultKind,
  throwIfErrors,
} from "@vitalcore/core";
import { studentT } from "@vitalcore/stats/distributions";
import { find } from "../catalog.js";
import type { MissingPolicy } from "../design/design-spec.js";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import { ROUNDING, requireDegrees, requireVariation } from "../hypothesis/requirements.js";
import { type ProportionOf, proportion } from "../proportions/proportion.js";
import { criticalValue } from "./build-estimates.js";
import type { Estimates, Interval } from "./estimates.js";
import { mean } from "./means-and-totals.js";
import { checkOptions } from "./options.js";
import { groupDegrees, selectRows } from "./select-rows.js";
import { shown } from "./shown.js";

/** The means or shares of two groups of one sample, compared with their covariance kept. */
export interface Difference extends ResultData {
  readonly kind: "SurveyDifference";
  readonly variable: string;
  /** The column that makes the groups. */
  readonly by: string;
  readonly groups: readonly [Cell, Cell];
  readonly values: readonly [number, number];
  /** Covariance of the two values: 0 only where no unit holds both groups. */
  readonly covariance: number;
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly t: number;
  /** Null where they are taken as infinite. */
  readonly degreesOfFreedom: number | null;
  readonly pValue: number;
  /** First over second, with limits from its logarithm; null where a value is not positive. */
  readonly ratio: {
    readonly value: number;
    readonly logStandardError: number;
    readonly lower: number;
    readonly upper: number;
  } | null;
}

/** Results of comparisons of two groups; how they are shown and read back from JSON. */
export const differenceResult: ResultKind<Difference> = /* @__PURE__ */ defineResult<Difference>({
  kind: "SurveyDifference",
  version: 1,
  summarize: ({ variable, by, groups, values, difference: gap, ratio, interval, ...rest }) => ({
    title: `${variable} by ${by}: ${String(groups[0])} less ${String(groups[1])}`,
    tables: [
      {
        columns: [
          { name: "what" },
          { name: "value", kind: "number" },
          { name: "std. error", kind: "number" },
          { name: `${+(100 * interval.level).toFixed(4)} % from`, kind: "number" },
          { name: "to", kind: "number" },
          { name: "p", kind: "number" },
        ],
        rows: [
          ...groups.map((group, i) => [group, shown(values[i]!), null, null, null, null]),
          [
            "difference",
            shown(gap),
            shown(rest.standardError),
            shown(interval.lower),
            shown(interval.upper),
            shown(rest.pValue),
          ],
          ...(ratio === null
            ? []
            : [["ratio", shown(ratio.value), null, shown(ratio.lower), shown(ratio.upper), null]]),
        ],
      },
    ],
  }),
});

/**
 * Compares the mean of a column, or the prevalence of an event, between two groups of one sample.
 *
 * @param what - a numeric column, or `{ column, event }` for a share.
 * @param groups.by - the column that makes the groups.
 * @param groups.of - the two groups: the first less the second.
 * @param options.df - default: the degrees of freedom of the design's domain, not of the two groups alone.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/untestable`, `survey/no-variation`,
 *   `survey/option` for an unknown group and for a column of categories without an event.
 *
 * Source: Cochran (1977), section 5A.14; Lumley (2010), section 2.4.
 *
 * @example
 * ```ts
 * import { difference, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign(
 *   { place: ["u", "r", "u", "r", "u", "r"], online: [1, 0, 1, 1, 1, 0], psu: [1, 1, 2, 2, 3, 3] },
 *   { clusters: "psu" },
 * );
 * const gap = difference(design, "online", { by: "place", of: ["u", "r"] });
 * gap.difference; // => 0.666667
 * gap.standardError; // => 0.333333
 * ```
 */
export function difference<Row extends Columns>(
  design: SurveyDesign<Row>,
  what: ColumnName<Row> | ProportionOf<ColumnName<Row>>,
  groups: { readonly by: ColumnName<Row>; readonly of: readonly [Cell, Cell] },
  options: {
    readonly level?: number;
    readonly df?: "infinite" | number;
    readonly missing?: MissingPolicy;
  } = {},
): Result<Difference> {
  checkOptions(options);
  const { level = 0.95 } = options;
  const variable = typeof what === "string" ? what : what.column;
  const shared = {
    by: groups.by,
    covariance: true,
    ...(options.missing !== undefined && { missing: options.missing }),
  };
  const result: Estimates =
    typeof what === "string" ? mean(design, what, shared) : proportion(design, what, shared);
  if (new Set(result.estimates.map(({ category }) => category)).size > 1) {
    const facts = { option: `column "${variable}"`, wanted: "numbers or `{ column, event }`" };
    throwIfErrors([find("survey/option", { found: "text", facts })]);
  }
  const labels = result.estimates.map(({ group }) => group[groups.by] ?? null);
  const [a, b] = groups.of.map((label) => labels.indexOf(label)) as [number, number];
  const findings: Finding[] = groups.of
    .filter((label) => !labels.includes(label))
    .map((found) =>
      find("survey/option", {
        found,
        facts: { option: `a group of "${groups.by}"`, wanted: `one of: ${labels.join(", ")}` },
      }),
    );
  throwIfErrors(findings);
  const { parts } = design as SurveyDesign;
  const whole = selectRows(parts, [], {});
  const ofDesign = groupDegrees(parts, whole.domains)[0]!;
  const df = options.df === "infinite" ? Number.POSITIVE_INFINITY : (options.df ?? ofDesign);
  const values = [a, b].map((i) => result.estimates[i]!.value ?? Number.NaN) as [number, number];
  const matrix = result.covariance!;
  const [va, vb, covariance] = [matrix[a]![a]!, matrix[b]![b]!, matrix[a]![b]!];
  const gap = values[0] - values[1];
  const standardError = Math.sqrt(Math.max(0, va + vb - 2 * covariance));
  requireDegrees("The difference", df);
  const size = Math.max(Math.abs(values[0]), Math.abs(values[1]));
  requireVariation("The difference", variable, standardError > ROUNDING * size);
  const t = criticalValue(level, df) ?? Number.NaN;
  const positive = values[0] > 0 && values[1] > 0;
  const logVariance =
    va / values[0] ** 2 + vb / values[1] ** 2 - (2 * covariance) / (values[0] * values[1]);
  const logStandardError = Math.sqrt(Math.max(0, logVariance));
  const quotient = values[0] / values[1];
  return differenceResult.create({
    variable,
    by: groups.by,
    groups: groups.of,
    values,
    covariance,
    difference: gap,
    standardError,
    interval: {
      level,
      lower: gap - t * standardError,
      upper: gap + t * standardError,
      method: Number.isFinite(df) ? "t" : "normal",
    },
    t: gap / standardError,
    degreesOfFreedom: Number.isFinite(df) ? df : null,
    pValue: 2 * studentT({ df }).survival(Math.abs(gap / standardError)),
    ratio: positive
      ? {
          value: quotient,
          logStandardError,
          lower: quotient * Math.exp(-t * logStandardError),
          upper: quotient * Math.exp(t * logStandardError),
        }
      : null,
  });
}
