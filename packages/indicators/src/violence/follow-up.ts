import {
  booleansOf,
  type Column,
  cellAt,
  type Finding,
  MISSING_BOOLEAN,
  requireColumns,
  type Table,
  type TableLike,
  tableFrom,
  tableOf,
} from "@vitalcore/core";
import { oneOf, requireInputs } from "../input-checks.js";
import { anyTrue, OPEN, readAnswer } from "./answers.js";
import { find } from "./catalog.js";
import { deriveViolence, type ViolenceOptions } from "./derive-violence.js";
import type { AnswerCode, AnswerCodes, ViolenceQuestionnaire } from "./questionnaire.js";
import { readUniverse, UNIVERSE } from "./statuses.js";

/** Who was asked a further question, beside being a victim: whoever gave such an answer before. */
export interface AskedAfter {
  readonly column: string;
  readonly is: AnswerCode | readonly AnswerCode[];
}

/** A question with one answer: who it was, on which platform, whether it was reported. */
export interface SingleAnswerQuestion {
  readonly column: string;
  /** Codes by what they mean, such as `{ partner: [1, 2], stranger: 4 }`. */
  readonly answers: Readonly<Record<string, AnswerCode | readonly AnswerCode[]>>;
  /** Codes that leave it open: don't know, refused. */
  readonly noAnswer?: readonly AnswerCode[];
  readonly after?: AskedAfter;
}

/** A question with several answers, each in a column of its own: consequences, what was given up, where help was sought. */
export interface SeveralAnswersQuestion {
  /** Columns by what they mean, such as `{ fear: "h1", "lost work": "h2" }`. */
  readonly columns: Readonly<Record<string, string>>;
  readonly codes: AnswerCodes;
  readonly after?: AskedAfter;
}

/** A question that victims, or all, were asked about what they met. */
export type FollowUpQuestion = SingleAnswerQuestion | SeveralAnswersQuestion;

/** Who the shares are of. */
export type FollowUpUniverse =
  /** Who met any act in the period. */
  | "victims"
  /** Who was asked about the acts: users of the internet, where the filter is that. */
  | "asked"
  /** Who did the module. */
  | "interviewed";

/** Whose answers count. */
export interface FollowUpOptions extends Pick<ViolenceOptions, "period" | "policy" | "acts"> {
  /** Victims if left out. */
  readonly among?: FollowUpUniverse;
  /** What the names of the derived columns begin with; `answer_` if left out. */
  readonly prefix?: string;
}

/** How many of those in question gave an answer. */
export interface FollowUpCounts {
  /** Rows of the universe that were asked the question. */
  readonly asked: number;
  readonly answered: number;
  /** Don't know, refused. */
  readonly noAnswer: number;
  /** Should have answered, and did not. */
  readonly missing: number;
  /** Not known to be victims, because of answers about the acts. */
  readonly unknown: number;
}

/** The table with a column for each answer, and one for any of them where several may be given. */
export interface DerivedFollowUp {
  readonly table: Table;
  /** Names of the derived columns, by answer. */
  readonly columns: Readonly<Record<string, string>>;
  readonly counts: FollowUpCounts;
  readonly findings: readonly Finding[];
}

const ANY = "any";

/**
 * Derives truth-valued columns from a further question: one for each answer, `true` or `false` for whoever gave one, missing for whoever is
 * outside: no victim, not asked, without an answer. Where several answers may be given there is a column `any` too: yes if one
 * is yes, no only if all are.
 *
 * @param data - a row for each respondent.
 * @param questionnaire - about the acts: says who is a victim.
 * @param question - columns, codes and who was asked.
 * @param options - period, acts and policy that make a victim; `among`: victims if left out.
 * @returns the table with further columns, their names, and counts of those without an answer.
 * @throws VitalError `indicators/unknown-code`, `indicators/questionnaire`, `indicators/invalid-input`,
 *   `core/unknown-column`.
 *
 * Source: UN Women and WHO (2023), Technology-facilitated violence against women: towards a common definition; Guide
 * to DHS Statistics, chapter 17 (who was not asked is outside).
 *
 * @example
 * ```ts
 * import { booleansOf } from "@vitalcore/core";
 * import { deriveFollowUp } from "@vitalcore/indicators/violence";
 * const { table, columns, counts } = deriveFollowUp(
 *   { threat: [1, 1, 2, 1], by: [1, 4, null, 8] },
 *   { acts: [{ id: "threat", lifetime: "threat" }], codes: { yes: 1, no: 2 } },
 *   { column: "by", answers: { partner: [1, 2], stranger: 4 }, noAnswer: [8] },
 *   { period: "lifetime" },
 * );
 * [...booleansOf(table, columns.partner!)]; // => [1, 0, 255, 255]
 * counts; // => { asked: 3, answered: 2, noAnswer: 1, missing: 0, unknown: 0 }
 * ```
 */
export function deriveFollowUp(
  data: TableLike,
  questionnaire: ViolenceQuestionnaire,
  question: FollowUpQuestion,
  options: FollowUpOptions,
): DerivedFollowUp {
  const { among = "victims", prefix = "answer_", ...violence } = options;
  requireInputs([oneOf("among", among, ["victims", "asked", "interviewed"])]);
  const { table, findings } = deriveViolence(tableFrom(data), questionnaire, {
    ...violence,
    prefix: "violence_",
  });
  requireColumns(table, columnsOf(question));
  const inside = universeOf(table, questionnaire, among);
  const unknown = inside.filter((each) => each === MISSING_BOOLEAN).length;
  const path = question.after === undefined ? inside : asked(table, inside, question.after);
  const read = "columns" in question ? readSeveral(table, question) : readSingle(table, question);
  const stray = read.states.flatMap((state, row) =>
    path[row] !== 1 && state === "answered" && isOffPath(among, violence.period) ? [row] : [],
  );
  const kept = read.answers.map(([name, values]): [string, Uint8Array] => [
    name,
    values.map((value, row) => (path[row] === 1 ? value : MISSING_BOOLEAN)),
  ]);
  const count = (state: State) =>
    read.states.filter((each, row) => each === state && path[row] === 1).length;
  const names = kept.map(([name]): [string, string] => [name, `${prefix}${name}`]);
  return {
    table: tableOf(
      [
        ...table.names.map((name): [string, Column] => [name, table.column(name)]),
        ...kept.map(([name, values]): [string, Column] => [
          `${prefix}${name}`,
          { kind: "boolean", values },
        ]),
      ],
      { identifying: table.identifying },
    ),
    columns: Object.fromEntries(names),
    counts: {
      asked: path.filter((each) => each === 1).length,
      answered: count("answered"),
      noAnswer: count("no answer"),
      missing: count("missing"),
      unknown,
    },
    findings: [...findings, ...offPath(question, stray)],
  };
}

/** A question to lifetime victims may be answered by more than the victims of twelve months. */
function isOffPath(among: FollowUpUniverse, period: ViolenceOptions["period"]): boolean {
  return among !== "victims" || period === "lifetime";
}

function offPath(question: FollowUpQuestion, rows: readonly number[]): Finding[] {
  const [first] = rows;
  if (first === undefined) return [];
  const [column = ""] = "columns" in question ? Object.values(question.columns) : [question.column];
  const place = { column, row: first + 1 };
  return [find("indicators/against-the-routing", { place, facts: { count: rows.length } })];
}

function columnsOf(question: FollowUpQuestion): string[] {
  const own = "columns" in question ? Object.values(question.columns) : [question.column];
  return question.after === undefined ? own : [...own, question.after.column];
}

/** 1 for rows of the universe, missing where that is not known. */
function universeOf(
  table: Table,
  questionnaire: ViolenceQuestionnaire,
  among: FollowUpUniverse,
): Uint8Array {
  const where = readUniverse(table, questionnaire);
  if (among === "interviewed") return where.map((each) => Number(each !== UNIVERSE.outside));
  if (among === "asked") return where.map((each) => Number(each === UNIVERSE.asked));
  const any = booleansOf(table, "violence_any");
  return any.map((value, row) => (where[row] === UNIVERSE.asked ? value : 0));
}

function asked(table: Table, inside: Uint8Array, { column, is }: AskedAfter): Uint8Array {
  const before: Column = table.column(column);
  const codes: readonly unknown[] = Array.isArray(is) ? is : [is];
  return inside.map((each, row) => (codes.includes(cellAt(before, row)) ? each : 0));
}

type State = "answered" | "no answer" | "missing";

interface Read {
  readonly answers: readonly [string, Uint8Array][];
  readonly states: readonly State[];
}

function readSingle(table: Table, question: SingleAnswerQuestion): Read {
  const { column, answers, noAnswer } = question;
  const given = readAnswer(table, column, { answers, noAnswer });
  return {
    answers: Object.keys(answers).map((name, i): [string, Uint8Array] => [
      name,
      given.map((answer) => (answer >= OPEN.noAnswer ? MISSING_BOOLEAN : Number(answer === i))),
    ]),
    states: Array.from(given, (answer) =>
      answer === OPEN.blank ? "missing" : answer === OPEN.noAnswer ? "no answer" : "answered",
    ),
  };
}

function readSeveral(table: Table, { columns, codes }: SeveralAnswersQuestion): Read {
  const { yes, no, dontKnow, refused } = codes;
  const noAnswer = [dontKnow, refused].filter((code) => code !== undefined);
  const given = Object.values(columns).map((column) =>
    readAnswer(table, column, { answers: { yes, no }, noAnswer }),
  );
  const truths = given.map((answers) =>
    answers.map((answer) => (answer >= OPEN.noAnswer ? MISSING_BOOLEAN : Number(answer === 0))),
  );
  const named = Object.keys(columns).map((name, i): [string, Uint8Array] => [
    name,
    truths[i] as Uint8Array,
  ]);
  const any = anyTrue(truths, table.length);
  return {
    answers: [...named, [ANY, any]],
    states: Array.from(any, (value, row) => {
      if (value !== MISSING_BOOLEAN) return "answered";
      return given.every((answers) => answers[row] === OPEN.blank) ? "missing" : "no answer";
    }),
  };
}
