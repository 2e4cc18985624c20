import {
  booleansOf,
  type Finding,
  MISSING_BOOLEAN,
  type Table,
  type TableLike,
} from "@vitalcore/core";
import type { DesignSpec, Estimate } from "@vitalcore/survey";
import { oneOf, requireInputs } from "../input-checks.js";
import {
  type DerivedFollowUp,
  deriveFollowUp,
  type FollowUpCounts,
  type FollowUpOptions,
  type FollowUpQuestion,
} from "../violence/follow-up.js";
import type { AnswerCodes, ViolenceQuestionnaire } from "../violence/questionnaire.js";
import { type ShareEstimation, sharesOf } from "./shares.js";
import { withBooleans } from "./with-booleans.js";

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
  const findings: Finding[] = [];
  const ask: Ask = (of, question, prefix) => {
    const derived = deriveFollowUp(of, questionnaire, question, {
      period,
      prefix,
      ...(policy !== undefined && { policy }),
      ...(acts !== undefined && { acts }),
    });
    findings.push(...derived.findings);
    return derived;
  };
  const estimate: EstimateShares = (of, columns) =>
    sharesOf(of, design, columns, estimation, findings);
  const told = ask(data, yesNo(questions.reported), "reported_");
  const yes = told.columns.yes as string;
  const whom = whomTold(told, questions, ask);
  return {
    reported: estimate(told.table, { yes }).yes as readonly Estimate[],
    ...(questions.help && helpSought(ask(data, yesNo(questions.help), "help_"), estimate)),
    ...(whom && sharesOfWhom(whom, yes, questions, ask, estimate)),
    counts: told.counts,
    findings,
  };
}

type Ask = (of: TableLike, question: FollowUpQuestion, prefix: string) => DerivedFollowUp;
type EstimateShares = (
  of: Table,
  columns: Readonly<Record<string, string>>,
) => Readonly<Record<string, readonly Estimate[]>>;

function helpSought(
  { table, columns }: DerivedFollowUp,
  estimate: EstimateShares,
): Pick<ViolenceReporting, "helpSought"> {
  const { help = [] } = estimate(table, { help: columns.yes as string });
  return { helpSought: help };
}

/** Whom those told who told anybody; nothing where the study did not ask. */
function whomTold(
  told: DerivedFollowUp,
  { reported, to }: ReportingQuestions,
  ask: Ask,
): DerivedFollowUp | undefined {
  if (to === undefined) return undefined;
  const after = { column: reported.column, is: reported.codes.yes };
  return ask(told.table, { ...to, after: to.after ?? after }, "to_");
}

type WhomShares = Pick<ViolenceReporting, "to" | "toOfVictims" | "unreported" | "platformActed">;

function sharesOfWhom(
  { table, columns }: DerivedFollowUp,
  told: string,
  { authorities, platform, acted }: ReportingQuestions,
  ask: Ask,
  estimate: EstimateShares,
): WhomShares {
  const ofVictims = spread(table, told, columns);
  const victim = (name: string) => `victims_${name}`;
  const names = Object.fromEntries(Object.keys(columns).map((name) => [name, victim(name)]));
  const unreported =
    authorities &&
    estimate(withNone(ofVictims, authorities.map(victim)), { none: NO_AUTHORITY }).none;
  const platformActed =
    acted && platform && actedOn(table, columns[platform] as string, acted, ask, estimate);
  return {
    to: estimate(table, columns),
    toOfVictims: estimate(ofVictims, names),
    ...(unreported && { unreported }),
    ...(platformActed && { platformActed }),
  };
}

/** Of those who told the platform, on whose report it acted. */
function actedOn(
  table: Table,
  told: string,
  question: YesNoQuestion,
  ask: Ask,
  estimate: EstimateShares,
): readonly Estimate[] {
  const derived = ask(table, { ...yesNo(question), after: { column: told, is: true } }, "acted_");
  return estimate(derived.table, { acted: derived.columns.yes as string }).acted ?? [];
}

const NO_AUTHORITY = "victims_told_no_authority";

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
  return withBooleans(
    table,
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => {
        const values = booleansOf(table, column);
        return [
          `victims_${name}`,
          reported.map((each, row) => (each === 1 ? (values[row] as number) : each)),
        ];
      }),
    ),
  );
}

/** Whether a victim told none of these; not known as soon as it may have been one of them. */
function withNone(table: Table, columns: readonly string[]): Table {
  const told = columns.map((column) => booleansOf(table, column));
  const none = Uint8Array.from({ length: table.length }, (_, row) => {
    if (told.some((values) => values[row] === 1)) return 0;
    return told.some((values) => values[row] === MISSING_BOOLEAN) ? MISSING_BOOLEAN : 1;
  });
  return withBooleans(table, { [NO_AUTHORITY]: none });
}
