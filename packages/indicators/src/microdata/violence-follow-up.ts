import type { Finding, TableLike } from "@vitalcore/core";
import type { DesignSpec, Estimate } from "@vitalcore/survey";
import {
  deriveFollowUp,
  type FollowUpCounts,
  type FollowUpOptions,
  type FollowUpQuestion,
} from "../violence/follow-up.js";
import type { ViolenceQuestionnaire } from "../violence/questionnaire.js";
import { type ShareEstimation, sharesOf } from "./shares.js";

/** Whose answers count, groups and intervals. */
export type FollowUpEstimateOptions = Omit<FollowUpOptions, "prefix"> & ShareEstimation;

/** Shares of the answers to a further question, and how many gave none. */
export interface FollowUpEstimates {
  /** By answer, `any` where several may be given; one estimate for each group. */
  readonly shares: Readonly<Record<string, readonly Estimate[]>>;
  readonly counts: FollowUpCounts;
  readonly findings: readonly Finding[];
}

/**
 * How victims (or all) answered a further question, by design: the perpetrator, the platform, consequences for health, work or
 * family, violence that went on offline. Whoever gave no answer is outside the denominator and counted.
 *
 * @param data - a row for each respondent.
 * @param questionnaire - about the acts: says who is a victim.
 * @param design - of the sample.
 * @param question - one column with one answer, or a column for each of several answers.
 * @param options - period, acts and policy that make a victim; `among`; groups and interval.
 * @throws VitalError as `deriveFollowUp`, and `survey/...` for the design.
 *
 * Source: UNSD (2014), Guidelines for Producing Statistics on Violence against Women, on perpetrators and
 * consequences; Taylor linearization as in R's `survey` (Lumley 2010).
 *
 * @example
 * ```ts
 * import { violenceFollowUp } from "@vitalcore/indicators/microdata";
 * const { shares, counts } = violenceFollowUp(
 *   { psu: [1, 1, 2, 2, 3, 3], threat: [1, 1, 1, 2, 1, 2], by: [1, 4, 4, null, 8, null] },
 *   { acts: [{ id: "threat", lifetime: "threat" }], codes: { yes: 1, no: 2 } },
 *   { clusters: "psu" },
 *   { column: "by", answers: { partner: 1, stranger: 4 }, noAnswer: [8] },
 *   { period: "lifetime" },
 * );
 * shares.stranger?.[0]?.value; // => 0.666667
 * counts.noAnswer; // => 1
 * ```
 */
export function violenceFollowUp(
  data: TableLike,
  questionnaire: ViolenceQuestionnaire,
  design: DesignSpec,
  question: FollowUpQuestion,
  options: FollowUpEstimateOptions,
): FollowUpEstimates {
  const { period, policy, acts, among, ...estimation } = options;
  const derived = deriveFollowUp(data, questionnaire, question, {
    period,
    ...(policy !== undefined && { policy }),
    ...(acts !== undefined && { acts }),
    ...(among !== undefined && { among }),
  });
  const findings: Finding[] = [...derived.findings];
  const shares = sharesOf(derived.table, design, derived.columns, estimation, findings);
  return { shares, counts: derived.counts, findings };
}

/** How far fear silences: shares by who is asked, each by what was given up, with `any`. */
export interface ChillingEffect {
  /** Of all who did the interview. */
  readonly interviewed: FollowUpEstimates;
  /** Of those who were asked about the acts: users of the internet. */
  readonly asked: FollowUpEstimates;
  /** Of those who met any act. */
  readonly victims: FollowUpEstimates;
}

/**
 * The chilling effect: who writes less, hides who they are, limits an account or leaves a platform or public role because of violence that they met
 * or fear. It reaches further than the victims, so that it is given of three denominators.
 *
 * @param data - a row for each respondent.
 * @param questionnaire - about the acts.
 * @param design - of the sample.
 * @param question - what was given up, a column each; asked of all, not of victims only: a denominator that was not asked
 *   gives no value.
 * @param options - period, acts and policy that make a victim; groups and interval.
 * @throws VitalError as `deriveFollowUp`, and `survey/...` for the design.
 *
 * Source: Amnesty International (2018), Toxic Twitter, on women silencing themselves; UNESCO and ICFJ (2021), The
 * Chilling; Taylor linearization as in R's `survey`.
 *
 * @example
 * ```ts
 * import { chillingEffect } from "@vitalcore/indicators/microdata";
 * const { interviewed, victims } = chillingEffect(
 *   { psu: [1, 1, 2, 2], threat: [1, 2, 1, 2], silent: [1, 1, 2, 2], left: [2, 2, 1, 2] },
 *   { acts: [{ id: "threat", lifetime: "threat" }], codes: { yes: 1, no: 2 } },
 *   { clusters: "psu" },
 *   { columns: { "wrote less": "silent", left: "left" }, codes: { yes: 1, no: 2 } },
 *   { period: "lifetime" },
 * );
 * interviewed.shares.any?.[0]?.value; // => 0.75
 * victims.shares.any?.[0]?.value; // => 1
 * ```
 */
export function chillingEffect(
  data: TableLike,
  questionnaire: ViolenceQuestionnaire,
  design: DesignSpec,
  question: FollowUpQuestion,
  options: Omit<FollowUpEstimateOptions, "among">,
): ChillingEffect {
  const of = (among: "interviewed" | "asked" | "victims") =>
    violenceFollowUp(data, questionnaire, design, question, { ...options, among });
  return { interviewed: of("interviewed"), asked: of("asked"), victims: of("victims") };
}
