import {
  type Column,
  type Finding,
  MISSING_BOOLEAN,
  type Table,
  type TableLike,
  tableFrom,
  tableOf,
  throwIfErrors,
} from "@vitalcore/core";
import { oneOf, unmet } from "../input-checks.js";
import {
  MISSING_ANSWER_POLICIES,
  type MissingAnswerPolicy,
  type ViolenceDenominator,
  type ViolencePeriod,
  type ViolenceQuestionnaire,
} from "./questionnaire.js";
import { readStatuses, STATUS, type Statuses, UNIVERSE } from "./statuses.js";

/** What is derived, and how. */
export interface ViolenceOptions {
  readonly period: ViolencePeriod;
  /** Ids of the acts that count; all acts of the questionnaire if left out. */
  readonly acts?: readonly string[];
  /** What answers other than yes and no mean; `yes-dominates` if left out. */
  readonly policy?: MissingAnswerPolicy;
  /** Whose prevalence; those `asked` if left out. */
  readonly denominator?: ViolenceDenominator;
  /** What the names of the derived columns begin with; `violence_` if left out. */
  readonly prefix?: string;
}

/** How many rows there are of each kind. */
export interface ViolenceCounts {
  readonly rows: number;
  /** Module not done. */
  readonly outside: number;
  readonly asked: number;
  /** Not asked by the filter. */
  readonly notAsked: number;
  /** Filter not answered. */
  readonly unknown: number;
  /** Asked rows that the policy leaves without a value for any act. */
  readonly withoutValue: number;
  /** Answers of those asked, by act. */
  readonly acts: Readonly<
    Record<
      string,
      {
        readonly yes: number;
        readonly no: number;
        readonly dontKnow: number;
        readonly refused: number;
        readonly missing: number;
      }
    >
  >;
}

/** The table with the derived columns, and what was found on the way. */
export interface DerivedViolence {
  readonly table: Table;
  readonly counts: ViolenceCounts;
  readonly findings: readonly Finding[];
  /** What was assumed, in words: belongs beside every figure. */
  readonly assumptions: readonly string[];
}

/**
 * Derives what prevalence is estimated from, with the routing of the questionnaire: for one period `any`, `severe`, `poly2`
 * and `poly3` (two, three acts or more), each act, `count` (acts of those who answered all) and `count_min` (the same
 * with unknown answers as none, a lower bound). A missing value is outside the denominator; who was not
 * asked is never a no.
 *
 * @param data - a row for each respondent.
 * @param questionnaire - columns, routing and codes.
 * @param options - period, acts, policy, denominator.
 * @returns the table with further columns, true or false (numbers for the counts), missing where the policy
 *   leaves a row out; all original columns are kept.
 * @throws VitalError `indicators/unknown-code`, `indicators/questionnaire`, `indicators/invalid-input`,
 *   `core/unknown-column`.
 *
 * Source: Guide to DHS Statistics, chapter 17 (routing of the domestic violence module); UN Women and WHO (2023),
 * Technology-facilitated violence against women: towards a common definition.
 *
 * @example
 * ```ts
 * import { booleansOf } from "@vitalcore/core";
 * import { deriveViolence } from "@vitalcore/indicators/violence";
 * const { table } = deriveViolence(
 *   [
 *     { online: 1, threat: 1, stalking: 8 },
 *     { online: 1, threat: 2, stalking: 2 },
 *     { online: 1, threat: 2, stalking: 9 },
 *     { online: 2, threat: null, stalking: null },
 *   ],
 *   {
 *     filter: { column: "online", asked: 1, notAsked: 2 },
 *     acts: [{ id: "threat", lifetime: "threat" }, { id: "stalking", lifetime: "stalking" }],
 *     codes: { yes: 1, no: 2, dontKnow: 8, refused: 9 },
 *   },
 *   { period: "lifetime" },
 * );
 * [...booleansOf(table, "violence_any")]; // => [1, 0, 255, 255]
 * ```
 */
export function deriveViolence(
  data: TableLike,
  questionnaire: ViolenceQuestionnaire,
  options: ViolenceOptions,
): DerivedViolence {
  const { period, policy = "yes-dominates", denominator = "asked", prefix = "violence_" } = options;
  const isRecall = typeof period === "object" && typeof period?.recall === "string";
  throwIfErrors(
    unmet([
      ...(isRecall ? [] : [oneOf("the period", period, ["lifetime", "12 months"])]),
      oneOf("the policy", policy, MISSING_ANSWER_POLICIES),
      oneOf("the denominator", denominator, ["asked", "all-declared-zero", "all-upper-bound"]),
    ]),
  );
  const table = tableFrom(data);
  const findings: Finding[] = [];
  const chosen = withActs(questionnaire, options.acts);
  const statuses = readStatuses(table, chosen, period, findings);
  const { acts } = chosen;
  const severe = acts.flatMap(({ severe: isSevere }, i) => (isSevere === true ? [i] : []));
  const all = acts.map((_, i) => i);
  const truths = (of: (answers: readonly number[]) => number, which: readonly number[]) =>
    ofEveryRow(statuses, denominator, which, of);
  const booleans: [string, Uint8Array][] = [
    ["any", truths((answers) => anyOf(answers, policy), all)],
    ...(severe.length === 0
      ? []
      : [["severe", truths((answers) => anyOf(answers, policy), severe)] as [string, Uint8Array]]),
    ["poly2", truths((answers) => atLeast(answers, 2), all)],
    ["poly3", truths((answers) => atLeast(answers, 3), all)],
    ...acts.map(({ id }, i): [string, Uint8Array] => [
      id,
      truths(
        (answers) => anyOf(answers, policy === "missing-as-no" ? policy : "yes-dominates"),
        [i],
      ),
    ]),
  ];
  const columns: [string, Column][] = [
    ...table.names.map((name): [string, Column] => [name, table.column(name)]),
    ...booleans.map(([name, values]): [string, Column] => [
      `${prefix}${name}`,
      { kind: "boolean", values },
    ]),
    [`${prefix}count`, { kind: "number", values: countsOf(statuses, false) }],
    [`${prefix}count_min`, { kind: "number", values: countsOf(statuses, true) }],
  ];
  const any = booleans[0]?.[1] as Uint8Array;
  return {
    table: tableOf(columns, { identifying: table.identifying }),
    counts: describe(statuses, chosen, any),
    findings,
    assumptions: [
      `answers other than yes and no: ${policy}`,
      ...(options.acts === undefined ? [] : [`acts: ${options.acts.join(", ")}`]),
      ...(denominator === "all-declared-zero"
        ? ["who was not asked is taken as not having met any act: assumed, not observed"]
        : []),
      ...(denominator === "all-upper-bound"
        ? ["who was not asked is taken as having met the act: an upper bound"]
        : []),
    ],
  };
}

/** The questionnaire with the acts of these ids only. */
export function withActs(
  questionnaire: ViolenceQuestionnaire,
  ids: readonly string[] | undefined,
): ViolenceQuestionnaire {
  if (ids === undefined) return questionnaire;
  const known = questionnaire.acts.map(({ id }) => id);
  throwIfErrors(unmet(ids.map((id) => oneOf("an act", id, known))));
  return { ...questionnaire, acts: questionnaire.acts.filter(({ id }) => ids.includes(id)) };
}

function ofEveryRow(
  { universe, acts }: Statuses,
  denominator: ViolenceDenominator,
  which: readonly number[],
  of: (answers: readonly number[]) => number,
): Uint8Array {
  return universe.map((where, row) => {
    if (where === UNIVERSE.asked) return of(which.map((i) => acts[i]?.[row] as number));
    if (where !== UNIVERSE.notAsked || denominator === "asked") return MISSING_BOOLEAN;
    return denominator === "all-upper-bound" ? 1 : 0;
  });
}

/** Whether any act was met, by policy: 1, 0, or missing. */
function anyOf(answers: readonly number[], policy: MissingAnswerPolicy): number {
  const has = (status: number) => answers.includes(status);
  const isYes = has(STATUS.yes);
  const isAllNo = answers.every((status) => status === STATUS.no);
  const isAllAnswered = answers.every((status) => status <= STATUS.yes);
  const isNoOrUnknown = answers.every(
    (status) => status === STATUS.no || status === STATUS.dontKnow,
  );
  const ifNo = (isNo: boolean) => (isNo ? 0 : MISSING_BOOLEAN);
  switch (policy) {
    case "missing-as-no":
      return isYes ? 1 : 0;
    case "all-required":
      return isAllAnswered ? Number(isYes) : MISSING_BOOLEAN;
    case "dont-know-as-no":
      return isYes ? 1 : ifNo(isNoOrUnknown);
    case "refused-excluded":
      if (has(STATUS.refused)) return MISSING_BOOLEAN;
      return isYes ? 1 : ifNo(isAllNo);
    case "dont-know-as-no-refused-excluded":
      if (has(STATUS.refused)) return MISSING_BOOLEAN;
      return isYes ? 1 : ifNo(isNoOrUnknown);
    case "any-answer":
      return isYes ? 1 : ifNo(has(STATUS.no));
    default:
      return isYes ? 1 : ifNo(isAllNo);
  }
}

/** 1 once so many acts were met, 0 only if all were answered and fewer were. */
function atLeast(answers: readonly number[], least: number): number {
  const met = answers.filter((status) => status === STATUS.yes).length;
  if (met >= least) return 1;
  return answers.every((status) => status <= STATUS.yes) ? 0 : MISSING_BOOLEAN;
}

function countsOf({ universe, acts }: Statuses, isLowerBound: boolean): Float64Array {
  return Float64Array.from(universe, (where, row) => {
    if (where !== UNIVERSE.asked) return Number.NaN;
    const answers = acts.map((statuses) => statuses[row] as number);
    const isComplete = answers.every((status) => status <= STATUS.yes);
    if (!isLowerBound && !isComplete) return Number.NaN;
    return answers.filter((status) => status === STATUS.yes).length;
  });
}

function describe(
  { universe, acts }: Statuses,
  questionnaire: ViolenceQuestionnaire,
  any: Uint8Array,
): ViolenceCounts {
  const rowsIn = (where: number) => universe.filter((each) => each === where).length;
  const answersOf = (statuses: Uint8Array, status: number) =>
    statuses.filter((each, row) => each === status && universe[row] === UNIVERSE.asked).length;
  return {
    rows: universe.length,
    outside: rowsIn(UNIVERSE.outside),
    asked: rowsIn(UNIVERSE.asked),
    notAsked: rowsIn(UNIVERSE.notAsked),
    unknown: rowsIn(UNIVERSE.unknown),
    withoutValue: any.filter(
      (value, row) => value === MISSING_BOOLEAN && universe[row] === UNIVERSE.asked,
    ).length,
    acts: Object.fromEntries(
      questionnaire.acts.map(({ id }, i) => {
        const statuses = acts[i] as Uint8Array;
        return [
          id,
          {
            yes: answersOf(statuses, STATUS.yes),
            no: answersOf(statuses, STATUS.no),
            dontKnow: answersOf(statuses, STATUS.dontKnow),
            refused: answersOf(statuses, STATUS.refused),
            missing: answersOf(statuses, STATUS.missing),
          },
        ];
      }),
    ),
  };
}
