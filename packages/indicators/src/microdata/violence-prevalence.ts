import type { Finding, TableLike } from "@vitalcore/core";
import {
  type DesignSpec,
  type EstimatesResult,
  mean,
  type ProportionOptions,
  proportion,
} from "@vitalcore/survey";
import {
  type DerivedViolence,
  deriveViolence,
  type ViolenceOptions,
} from "../violence/derive-violence.js";
import type { ViolenceQuestionnaire } from "../violence/questionnaire.js";
import { withValues } from "./shares.js";

/** What is estimated: a derived column (`any`, `severe`, `poly2`, `poly3`, the id of an act), or mean acts. */
export interface ViolenceEstimateOptions
  extends Omit<ViolenceOptions, "prefix">,
    Pick<ProportionOptions, "by" | "level" | "interval" | "covariance" | "designEffect" | "df"> {
  /** `any` if left out; `count` and `count_min` are means, the others shares. */
  readonly measure?: string;
}

/** Estimates by design, with what was assumed and left out. */
export interface ViolenceEstimates {
  /** Survey estimates: `observe` takes each of them. */
  readonly result: EstimatesResult;
  readonly counts: DerivedViolence["counts"];
  readonly assumptions: readonly string[];
  readonly findings: readonly Finding[];
}

const PREFIX = "violence_";

/**
 * Prevalence of online violence from the answers of a survey, with standard errors and intervals by design. Who was not
 * asked, and whose answers the policy leaves without a value, is outside the denominator, and stays in the design.
 *
 * @param data - a row for each respondent (and for each sampled person without an interview, for the design).
 * @param questionnaire - columns, routing and codes.
 * @param design - of the sample; weights are those of the selected person, not of the household.
 * @param options - period, acts, policy, denominator; measure; groups and interval.
 * @throws VitalError as `deriveViolence`, and `survey/...` for the design.
 *
 * Source: Guide to DHS Statistics, chapter 17; UNSD (2014), Guidelines for Producing Statistics on Violence against
 * Women; Taylor linearization as in R's `survey`.
 *
 * @example
 * ```ts
 * import { violencePrevalence } from "@vitalcore/indicators/microdata";
 * const { result, counts } = violencePrevalence(
 *   { psu: [1, 1, 2, 2, 3, 3], online: [1, 1, 1, 1, 2, 1], threat: [1, 2, 2, 1, null, 2] },
 *   {
 *     filter: { column: "online", asked: 1, notAsked: 2 },
 *     acts: [{ id: "threat", lifetime: "threat" }],
 *     codes: { yes: 1, no: 2 },
 *   },
 *   { clusters: "psu" },
 *   { period: "lifetime" },
 * );
 * result.estimates[0]?.value; // => 0.4
 * counts.notAsked; // => 1
 * ```
 */
export function violencePrevalence(
  data: TableLike,
  questionnaire: ViolenceQuestionnaire,
  design: DesignSpec,
  options: ViolenceEstimateOptions,
): ViolenceEstimates {
  const { measure = "any", period, acts, policy, denominator, ...estimation } = options;
  const derived = deriveViolence(data, questionnaire, {
    period,
    prefix: PREFIX,
    ...(acts !== undefined && { acts }),
    ...(policy !== undefined && { policy }),
    ...(denominator !== undefined && { denominator }),
  });
  const column = `${PREFIX}${measure}`;
  const domain = withValues(derived.table, design, [column]);
  const { interval, ...plain } = estimation;
  const isMean = derived.table.column(column).kind === "number";
  const result = isMean
    ? mean(domain, column, plain)
    : proportion(domain, column, { ...plain, ...(interval !== undefined && { interval }) });
  const { counts, assumptions, findings } = derived;
  return { result, counts, assumptions, findings };
}
