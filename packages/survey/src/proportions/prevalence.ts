import {
  type Columns,
  defineResult,
  type Finding,
  type Result,
  type ResultData,
  type ResultKind,
} from "@vitalcore/core";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import type { Estimate } from "../estimates/estimates.js";
import { type DhsVerdict, dhsVerdict } from "../presentation/dhs.js";
import { nchsProportion, type ProportionVerdict } from "../presentation/nchs.js";
import { type ProportionOf, type ProportionOptions, proportion } from "./proportion.js";

/** An estimated prevalence with everything that decides whether it may be published. */
export interface PrevalenceEstimate extends Estimate {
  /** NCHS 2017; null without an estimate. */
  readonly nchs2017: ProportionVerdict | null;
  readonly dhs: DhsVerdict;
}

/** Prevalences of one call: one per group and category. */
export interface Prevalence extends ResultData {
  readonly kind: "SurveyPrevalence";
  readonly statistic: string;
  readonly estimates: readonly PrevalenceEstimate[];
  readonly covariance: readonly (readonly number[])[] | null;
  readonly findings: readonly Finding[];
}

const percent = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : 100 * value;

/** Results of prevalences; how they are shown and read back from JSON. */
export const prevalenceResult: ResultKind<Prevalence> = /* @__PURE__ */ defineResult<Prevalence>({
  kind: "SurveyPrevalence",
  version: 1,
  summarize: ({ estimates, findings }) => {
    const groups = [...new Set(estimates.flatMap(({ group }) => Object.keys(group)))];
    const [first] = estimates;
    const event = first?.category == null ? "" : ` = ${String(first.category)}`;
    return {
      title: `Prevalence of ${first?.variable ?? "nothing"}${event}`,
      tables: [
        {
          columns: [
            ...groups.map((name) => ({ name })),
            { name: "%", kind: "number", digits: 1 },
            { name: "from", kind: "number", digits: 1 },
            { name: "to", kind: "number", digits: 1 },
            { name: "n", kind: "number" },
            { name: "no answer", kind: "number" },
            { name: "effective n", kind: "number", digits: 0 },
            { name: "deff", kind: "number", digits: 2 },
            { name: "df", kind: "number" },
            { name: "NCHS" },
            { name: "DHS" },
          ],
          rows: estimates.map((e) => [
            ...groups.map((name) => e.group[name] ?? null),
            percent(e.value),
            percent(e.interval?.lower),
            percent(e.interval?.upper),
            e.n,
            e.nMissing,
            e.effectiveSampleSize,
            e.designEffect,
            e.degreesOfFreedom,
            e.nchs2017?.verdict ?? null,
            e.dhs,
          ]),
        },
      ],
      notes: findings.map(({ message }) => message),
    };
  },
});

/**
 * Estimates how common something is, with everything that a report needs: interval, answers and
 * non-answers, effective size, design effect, degrees of freedom, and whether NCHS and DHS rules let it be
 * published. The numbers are those of {@link proportion}.
 *
 * @param design - from {@link surveyDesign} or {@link replicateDesign}; take the `subset` of those who were
 *   asked: not asked is not no.
 * @param what - a 0/1 or truth-valued column, or `{ column, event }` for coded answers.
 * @param options.interval - default "korn-graubard".
 * @throws VitalError `survey/not-binary`, `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: see {@link proportion}, {@link nchsProportion} and {@link dhsVerdict}.
 *
 * @example
 * ```ts
 * import { prevalence, surveyDesign } from "@vitalcore/survey";
 * const answers = Array.from({ length: 60 }, (_, i) => ({ psu: i % 12, threat: i % 5 === 0 ? 1 : 2 }));
 * const design = surveyDesign(answers, { clusters: "psu" });
 * const [estimate] = prevalence(design, { column: "threat", event: 1 }).estimates;
 * estimate?.value; // => 0.2
 * estimate?.dhs; // => "present"
 * ```
 */
export function prevalence<Row extends Columns>(
  design: SurveyDesign<Row>,
  what: ColumnName<Row> | ProportionOf<ColumnName<Row>>,
  options: ProportionOptions<ColumnName<Row>> = {},
): Result<Prevalence> {
  const result = proportion(design, what, {
    interval: "korn-graubard",
    designEffect: "with-replacement",
    ...options,
  });
  return prevalenceResult.create({
    statistic: "prevalence",
    covariance: result.covariance,
    findings: result.findings,
    estimates: result.estimates.map((estimate): PrevalenceEstimate => {
      const { value, standardError, n, degreesOfFreedom } = estimate;
      return {
        ...estimate,
        nchs2017:
          value === null || standardError === null
            ? null
            : nchsProportion({
                p: value,
                standardError,
                n,
                degreesOfFreedom: degreesOfFreedom ?? Number.POSITIVE_INFINITY,
              }),
        dhs: dhsVerdict(n),
      };
    }),
  });
}
