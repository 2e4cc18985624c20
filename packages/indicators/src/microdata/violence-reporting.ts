import {
  booleansOf,
  type Column,
  type Finding,
  MISSING_BOOLEAN,
  type Table,
  type TableLike,
  tableOf,
} from "@vitalcore/core";
import type { DesignSpec, Estimate } from "@vitalcore/survey";
import { oneOf, requireInputs } from "../input-checks.js";
import {
  deriveFollowUp,
  type FollowUpCounts,
  type FollowUpOptions,
  type FollowUpQuestion,
} from "../violence/follow-up.js";
import type { AnswerCodes, ViolenceQuestionnaire } from "../violence/questionnaire.js";
import { type ShareEstimation, sharesOf } from "./shares.js";

/** A yes/no question. */
export interface YesNoQuestion {
  readonly column: string;
  readonly codes: AnswerCodes;
}

/** What victims were asked about telling others. */
export interface ReportingQuestions {
  /** Whether they told anybody. */
  readonly reported: YesNoQuestion;
  /** Whom; asked after a yes. One answer, or several. */
  readonly to?: FollowUpQuestion;
  /** Answers of `to` that are an authority: the police, a platform if the study counts it. */
  readonly authorities?: readonly string[];
  /** The answer of `to` that is the platform. */
  readonly platform?: string;
  /** Whether the platform acted; asked of who told it. */
  readonly acted?: YesNoQuestion;
  /** Whether they sought help of services, family or friends. */
  readonly help?: YesNoQuestion;
}

/** Shares of victims who spoke, and of what came of it; one estimate for each group. */
export interface ViolenceReporting {
  /** Who told anybody, of the victims. */
  readonly reported: readonly Estimate[];
  /** Whom, of those who told. */
  readonly to?: Readonly<Record<string, readonly Estimate[]>>;
  /** Whom, of all victims: whoever told nobody told none of them. */
  readonly toOfVictims?: Readonly<Record<string, readonly Estimate[]>>;
  /** The dark figure: victims who told no authority. */
  readonly unreported?: readonly Estimate[];
  /** Reports to the platform on which it acted. */
  readonly platformActed?: readonly Estimate[];
  /** Victims who sought help. */
  readonly helpSought?: readonly Estimate[];
  readonly counts: FollowUpCounts;
  readonly findings: readonly Finding[];
}

/** Who is a victim, groups and intervals. */
export type ReportingOptions = Pick<FollowUpOptions, "period" | "policy" | "acts"> &
  ShareEstimation;

/**
 * What victims did and what came of it, by design: who told anybody and whom, who told no authority (the dark figure), on how
 * many reports the platform acted, who sought help. What the study did not ask is left out.
 *
 * @param data - a row for each respondent.
 * @param questionnaire - about the acts: says who is a victim.
 * @param design - of the sample.
 * @param questions - columns and codes.
 * @param options - period, acts and policy that make a victim; groups and interval.
 * @throws VitalError as `deriveFollowUp`; `indicators/invalid-input` for an authority or platform that is no answer;
 *   `survey/...` for the design.
 *
 * Source: UNSD (2014), Guidelines for Producing Statistics on Violence against Women, on reporting and help-seeking;
 * SDG indicator 16.3.1; Taylor linearization as in R's `survey`.
 *
 * @example
 * ```ts
 * import { violenceReporting } from "@vitalcore/indicators/microdata";
 * const { reported, toOfVictims, unreported } = violenceReporting(
 *   { psu: [1, 1, 2, 2, 3], threat: [1, 1, 1, 1, 2], told: [1, 2, 1, 2, null], whom: [1, null, 3, null, null] },
 *   { acts: [{ id: "threat", lifetime: "threat" }], codes: { yes: 1, no: 2 } },
 *   { clusters: "psu" },
 *   {
 *     reported: { column: "told", codes: { yes: 1, no: 2 } },
 *     to: { column: "whom", answers: { police: 1, platform: 2, friend: 3 } },
 *     authorities: ["police"],
 *   },
 *   { period: "lifetime" },
 * );
 * reported[0]?.value; // => 0.5
 * toOfVictims?.police?.[0]?.value; // => 0.25
 * unreported?.[0]?.value; // => 0.75
 * ```
 */
export function violenceReporting(
  data: TableLike,
  questionnaire: ViolenceQuestionnaire,
  design: DesignSpec,
  questions: ReportingQuestions,
  options: ReportingOptions,
): ViolenceReporting {
  const { period, policy, acts, ...estimation } = options;
  checkQuestions(questions);
  const victims = {
    period,
    ...(policy !== undefined && { policy }),
    ...(acts !== undefined && { acts }),
  };
  const findings: Finding[] = [];
  const ask = (of: TableLike, question: FollowUpQuestion, prefix: string) => {
    const derived = deriveFollowUp(of, questionnaire, question, { ...victims, prefix });
    findings.push(...derived.findings);
    return derived;
  };
  const estimate = <Name extends string>(of: Table, columns: Readonly<Record<Name, string>>) =>
    sharesOf(of, design, columns, estimation, findings);
  const told = ask(data, yesNo(questions.reported), "reported_");
  const yes = told.columns.yes as string;
  const { reported } = estimate(told.table, { reported: yes });
  const help = questions.help === undefined ? undefined : ask(data, yesNo(questions.help), "help_");
  const rest = {
    counts: told.counts,
    findings,
    reported,
    ...(help && {
      helpSought: estimate(help.table, { help: help.columns.yes as string }).help,
    }),
  };
  const { to, authorities, platform, acted } = questions;
  if (to === undefined) return rest;
  const after = { column: questions.reported.column, is: questions.reported.codes.yes };
  const whom = ask(told.table, { ...to, after: to.after ?? after }, "to_");
  const answers = Object.keys(whom.columns);
  const ofVictims = spread(whom.table, yes, whom.columns);
  const names = Object.fromEntries(answers.map((name) => [name, `victims_${name}`]));
  return {
    ...rest,
    to: estimate(whom.table, whom.columns),
    toOfVictims: estimate(ofVictims, names),
    ...(authorities !== undefined && {
      unreported: estimate(
        withNone(
          ofVictims,
          authorities.map((name) => `victims_${name}`),
        ),
        { unreported: "victims_told_no_authority" },
      ).unreported,
    }),
    ...(acted !== undefined &&
      platform !== undefined && {
        platformActed: platformShare(whom.table, whom.columns[platform] as string, acted),
      }),
  };

  function platformShare(table: Table, told: string, question: YesNoQuestion) {
    const derived = ask(table, { ...yesNo(question), after: { column: told, is: true } }, "acted_");
    return estimate(derived.table, { acted: derived.columns.yes as string }).acted;
  }
}

function yesNo({ column, codes }: YesNoQuestion): FollowUpQuestion {
  const { yes, no, dontKnow, refused } = codes;
  const noAnswer = [dontKnow, refused].filter((code) => code !== undefined);
  return { column, answers: { yes, no }, noAnswer };
}

function checkQuestions({ to, authorities = [], platform, acted }: ReportingQuestions): void {
  const known = Object.keys(to === undefined ? {} : "columns" in to ? to.columns : to.answers);
  requireInputs([
    ...authorities.map((name) => oneOf("an authority", name, known)),
    ...(platform === undefined ? [] : [oneOf("the platform", platform, known)]),
    ...(acted !== undefined && platform === undefined
      ? [{ name: "platform", value: null, wanted: "the answer that is the platform", isMet: false }]
      : []),
  ]);
}

/** Answers of all victims: whoever told nobody told none of them. */
function spread(table: Table, told: string, columns: Readonly<Record<string, string>>): Table {
  const reported = booleansOf(table, told);
  return withColumns(
    table,
    Object.entries(columns).map(([name, column]) => {
      const values = booleansOf(table, column);
      return [
        `victims_${name}`,
        reported.map((each, row) => (each === 1 ? (values[row] as number) : each)),
      ];
    }),
  );
}

/** Whether a victim told none of these; not known as soon as it may have been one of them. */
function withNone(table: Table, columns: readonly string[]): Table {
  const told = columns.map((column) => booleansOf(table, column));
  const none = Uint8Array.from({ length: table.length }, (_, row) => {
    if (told.some((values) => values[row] === 1)) return 0;
    return told.some((values) => values[row] === MISSING_BOOLEAN) ? MISSING_BOOLEAN : 1;
  });
  return withColumns(table, [["victims_told_no_authority", none]]);
}

function withColumns(table: Table, columns: readonly (readonly [string, Uint8Array])[]): Table {
  return tableOf(
    [
      ...table.names.map((name): [string, Column] => [name, table.column(name)]),
      ...columns.map(([name, values]): [string, Column] => [name, { kind: "boolean", values }]),
    ],
    { identifying: table.identifying },
  );
}
