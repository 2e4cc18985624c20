import type { Finding, TableLike } from "@vitalcore/core";
import { type DesignSpec, type Estimate, mean } from "@vitalcore/survey";
import { deriveFrequency, type FrequencyOptions } from "../violence/frequency.js";
import type { ViolenceQuestionnaire } from "../violence/questionnaire.js";
import { addOnce, type ShareEstimation, sharesOf, withValues } from "./shares.js";

/** How often acts were met, with errors by design. */
export interface ViolenceFrequency {
  /** Shares of the answers among those who met the act and said how often; by act, then by answer. */
  readonly acts: Readonly<Record<string, Readonly<Record<string, readonly Estimate[]>>>>;
  /** Victims who met an act more than once, of the victims of whom it is known. */
  readonly repeated: readonly Estimate[];
  readonly findings: readonly Finding[];
}

/**
 * How often victims of the last twelve months met each act, and the share who met any of them more than once (`tfvaw-frequency-repeat`).
 *
 * @param data - a row for each respondent.
 * @param questionnaire - with `frequency` columns and codes.
 * @param design - of the sample.
 * @param options - acts; groups and interval.
 * @throws VitalError as `deriveFrequency`, and `survey/...` for the design.
 *
 * Source: UNSD (2014), Guidelines for Producing Statistics on Violence against Women, on frequency; Taylor
 * linearization as in R's `survey`.
 *
 * @example
 * ```ts
 * import { violenceFrequency } from "@vitalcore/indicators/microdata";
 * const { acts, repeated } = violenceFrequency(
 *   { psu: [1, 1, 2, 2], threat: [1, 1, 1, 2], threat_12m: [1, 1, 1, null], often: [1, 3, 3, null] },
 *   {
 *     acts: [{ id: "threat", lifetime: "threat", recent: "threat_12m", frequency: "often" }],
 *     codes: { yes: 1, no: 2 },
 *     frequency: { answers: { often: 1, sometimes: 2, once: 3 }, repeated: ["often", "sometimes"] },
 *   },
 *   { clusters: "psu" },
 * );
 * acts.threat?.once?.[0]?.value; // => 0.666667
 * repeated[0]?.value; // => 0.333333
 * ```
 */
export function violenceFrequency(
  data: TableLike,
  questionnaire: ViolenceQuestionnaire,
  design: DesignSpec,
  options: Omit<FrequencyOptions, "prefix"> & ShareEstimation = {},
): ViolenceFrequency {
  const { acts, ...estimation } = options;
  const derived = deriveFrequency(data, questionnaire, { ...(acts !== undefined && { acts }) });
  const findings: Finding[] = [...derived.findings];
  const { table, columns, repeated } = derived;
  return {
    acts: Object.fromEntries(
      Object.entries(columns).map(([act, names]) => [
        act,
        sharesOf(table, design, names, estimation, findings),
      ]),
    ),
    repeated: sharesOf(table, design, { repeated }, estimation, findings).repeated,
    findings,
  };
}

/** The severity index with errors by design. */
export interface ViolenceSeverity {
  /** The mean score of all who answered all acts, 0 to 100; one for each group. */
  readonly estimates: readonly Estimate[];
  readonly findings: readonly Finding[];
}

/**
 * The severity index (`tfvaw-severity-index`): the mean of the severity scores of all respondents, who met nothing included.
 *
 * @param data - a row for each respondent.
 * @param questionnaire - with `frequency` columns, codes and `scores`.
 * @param design - of the sample.
 * @param options - `severity`: severities by act, a choice of the study that is published with the figure; acts; groups and
 *   level.
 * @throws VitalError as `deriveFrequency`, and `survey/...` for the design.
 *
 * Source: Hegarty, Bush and Sheehan (2005), The composite abuse scale, Violence and Victims 20; Taylor linearization as
 * in R's `survey`.
 *
 * @example
 * ```ts
 * import { violenceSeverity } from "@vitalcore/indicators/microdata";
 * const { estimates } = violenceSeverity(
 *   { psu: [1, 1, 2, 2], threat: [1, 1, 1, 2], threat_12m: [1, 1, 2, null], often: [1, 3, null, null] },
 *   {
 *     acts: [{ id: "threat", lifetime: "threat", recent: "threat_12m", frequency: "often" }],
 *     codes: { yes: 1, no: 2 },
 *     frequency: { answers: { often: 1, once: 3 }, repeated: ["often"], scores: { often: 2, once: 1 } },
 *   },
 *   { clusters: "psu" },
 *   { severity: { threat: 3 } },
 * );
 * estimates[0]?.value; // => 37.5
 * ```
 */
export function violenceSeverity(
  data: TableLike,
  questionnaire: ViolenceQuestionnaire,
  design: DesignSpec,
  options: {
    readonly severity: Readonly<Record<string, number>>;
  } & Omit<FrequencyOptions, "prefix"> &
    Pick<ShareEstimation, "by" | "level" | "df">,
): ViolenceSeverity {
  const { acts, severity, ...estimation } = options;
  const derived = deriveFrequency(data, questionnaire, {
    severity,
    ...(acts !== undefined && { acts }),
  });
  const column = derived.severity as string;
  const result = mean(withValues(derived.table, design, [column]), column, estimation);
  const findings: Finding[] = [...derived.findings];
  addOnce(findings, result.findings);
  const estimates = result.estimates.map((estimate) => ({ ...estimate, variable: "severity" }));
  return { estimates, findings };
}
