import {
  type Cell,
  type Column,
  cellAt,
  type Expression,
  numberColumn,
  select,
  type Table,
  type TextColumn,
  textColumn,
} from "@vitalcore/core";

/**
 * What a cell of a routed questionnaire means. A blank alone does not tell: not asked is not no.
 */
export type Answer =
  | "yes"
  | "no"
  | "dont-know"
  | "refused"
  /** Should have been asked, and there is no answer. */
  | "missing"
  /** Not asked: outside the denominator. */
  | "not-asked";

/** A yes/no question: its codes, and who was asked. */
export interface Question {
  readonly column: string;
  readonly yes: Cell | readonly Cell[];
  readonly no: Cell | readonly Cell[];
  readonly dontKnow?: Cell | readonly Cell[];
  readonly refused?: Cell | readonly Cell[];
  /** Who was asked; all, if left out. Rows in which it is false or missing were not asked. */
  readonly asked?: Expression;
  /**
   * The question before, whose yes leads to this one. A no there is a no here (an act that never happened did
   * not happen in the last 12 months); "don't know", refused and missing are carried.
   */
  readonly after?: Question;
}

const listOf = (cells: Cell | readonly Cell[] | undefined): readonly Cell[] =>
  cells === undefined ? [] : Array.isArray(cells) ? cells : [cells as Cell];

/**
 * Reads a routed yes/no question: what each cell means, by its code and by the path of the questionnaire.
 *
 * @param question - codes and routing.
 * @returns a text column of {@link Answer}; a code that the question does not list is missing.
 * @throws VitalError for a faulty condition or an unknown column.
 *
 * @example
 * ```ts
 * import { tableFrom, cellAt } from "@vitalcore/core";
 * import { answers } from "@vitalcore/survey";
 * const table = tableFrom({ internet: [1, 1, 2], ever: [1, 2, null], year: [2, null, null] });
 * const asked = { op: "==", args: [{ column: "internet" }, 1] } as const;
 * const ever = { column: "ever", yes: 1, no: 2, asked };
 * const lastYear = answers(table, { column: "year", yes: 1, no: 2, after: ever });
 * [0, 1, 2].map((row) => cellAt(lastYear, row)); // => ["no", "no", "not-asked"]
 * ```
 */
export function answers(table: Table, question: Question): TextColumn {
  const column: Column = table.column(question.column);
  const before = question.after === undefined ? undefined : answers(table, question.after);
  const asked = new Uint8Array(table.length);
  if (question.asked === undefined) asked.fill(1);
  else for (const row of select(question.asked, table).rows) asked[row] = 1;
  const meaning = new Map<Cell, Answer>();
  for (const cell of listOf(question.yes)) meaning.set(cell, "yes");
  for (const cell of listOf(question.no)) meaning.set(cell, "no");
  for (const cell of listOf(question.dontKnow)) meaning.set(cell, "dont-know");
  for (const cell of listOf(question.refused)) meaning.set(cell, "refused");
  const cells = Array.from({ length: table.length }, (_, row): Answer => {
    const earlier = before === undefined ? "yes" : (cellAt(before, row) as Answer);
    if (earlier !== "yes") return earlier;
    if (asked[row] === 0) return "not-asked";
    return meaning.get(cellAt(column, row)) ?? "missing";
  });
  return textColumn(cells);
}

/**
 * An answer as an outcome: 1 for yes, 0 for no, missing otherwise.
 *
 * @example
 * ```ts
 * import { tableFrom } from "@vitalcore/core";
 * import { answers, outcomeOf } from "@vitalcore/survey";
 * const table = tableFrom({ threat: [1, 2, 8] });
 * const read = answers(table, { column: "threat", yes: 1, no: 2, dontKnow: 8 });
 * [...outcomeOf(read).values].map((value) => (Number.isNaN(value) ? null : value)); // => [1, 0, null]
 * ```
 */
export function outcomeOf(answer: TextColumn) {
  const cells = Array.from(answer.codes, (_, row) => {
    const cell = cellAt(answer, row);
    return cell === "yes" ? 1 : cell === "no" ? 0 : null;
  });
  return numberColumn(cells);
}

/** How several answers make one: what "don't know", refused and missing answers do to an any. */
export type AnyPolicy =
  /** One yes is a yes; no only if all are no; else missing. The default. */
  | "yes-dominates"
  /** Missing as soon as one act is not answered yes or no, even beside a yes. */
  | "all-required"
  /** "Don't know" is a no. */
  | "dont-know-as-no"
  /** Missing as soon as one act is refused, even beside a yes. */
  | "refused-excluded"
  /** Both. */
  | "dont-know-as-no-refused-excluded"
  /** No if there is at least one no and no yes. */
  | "any-answer"
  /** Everything but a yes is a no: what DHS indicator code does. */
  | "missing-as-no";

function decide(seen: ReadonlyMap<Answer, number>, size: number, policy: AnyPolicy): number | null {
  const count = (answer: Answer) => seen.get(answer) ?? 0;
  const yes = count("yes") > 0;
  const no = count("no");
  const denied = no + count("dont-know");
  switch (policy) {
    case "yes-dominates":
      return yes ? 1 : no === size ? 0 : null;
    case "all-required":
      if (count("yes") + no < size) return null;
      return yes ? 1 : 0;
    case "dont-know-as-no":
      return yes ? 1 : denied === size ? 0 : null;
    case "refused-excluded":
      if (count("refused") > 0) return null;
      return yes ? 1 : no === size ? 0 : null;
    case "dont-know-as-no-refused-excluded":
      if (count("refused") > 0) return null;
      return yes ? 1 : denied === size ? 0 : null;
    case "any-answer":
      return yes ? 1 : no > 0 ? 0 : null;
    case "missing-as-no":
      return yes ? 1 : 0;
  }
}

function perRow(
  columns: readonly TextColumn[],
  decideRow: (seen: ReadonlyMap<Answer, number>) => number | null,
) {
  const length = columns[0]?.codes.length ?? 0;
  const cells = Array.from({ length }, (_, row) => {
    const seen = new Map<Answer, number>();
    for (const column of columns) {
      const answer = cellAt(column, row) as Answer;
      seen.set(answer, (seen.get(answer) ?? 0) + 1);
    }
    // Whoever was not asked is outside, whatever the policy.
    return (seen.get("not-asked") ?? 0) > 0 ? null : decideRow(seen);
  });
  return numberColumn(cells);
}

/**
 * Whether any of several acts happened: 1, 0 or missing. Rows that were not asked are always missing.
 *
 * @param columns - from {@link answers}, one per act.
 * @param policy - default "yes-dominates". State it, and the number of missing, with every figure.
 *
 * @example
 * ```ts
 * import { tableFrom } from "@vitalcore/core";
 * import { answers, anyOf } from "@vitalcore/survey";
 * const table = tableFrom({ a: [1, 2, 8], b: [8, 2, 2] });
 * const acts = ["a", "b"].map((column) => answers(table, { column, yes: 1, no: 2, dontKnow: 8 }));
 * [...anyOf(acts, "dont-know-as-no").values]; // => [1, 0, 0]
 * ```
 */
export function anyOf(columns: readonly TextColumn[], policy: AnyPolicy = "yes-dominates") {
  return perRow(columns, (seen) => decide(seen, columns.length, policy));
}

/**
 * Whether at least k of several acts happened: 1 once the yes count reaches k, 0 only if all are answered and
 * it does not, else missing.
 *
 * @example
 * ```ts
 * import { tableFrom } from "@vitalcore/core";
 * import { answers, atLeast } from "@vitalcore/survey";
 * const table = tableFrom({ a: [1, 1], b: [1, 2] });
 * const acts = ["a", "b"].map((column) => answers(table, { column, yes: 1, no: 2 }));
 * [...atLeast(acts, 2).values]; // => [1, 0]
 * ```
 */
export function atLeast(columns: readonly TextColumn[], k: number) {
  return perRow(columns, (seen) => {
    const yes = seen.get("yes") ?? 0;
    if (yes >= k) return 1;
    return yes + (seen.get("no") ?? 0) === columns.length ? 0 : null;
  });
}

/**
 * How many of several acts happened.
 *
 * @param unknown - "missing": no count unless all are answered; "zero": a lower bound, unknown as not happened.
 *
 * @example
 * ```ts
 * import { tableFrom } from "@vitalcore/core";
 * import { answers, countYes } from "@vitalcore/survey";
 * const table = tableFrom({ a: [1, 1], b: [1, 2] });
 * const acts = ["a", "b"].map((column) => answers(table, { column, yes: 1, no: 2 }));
 * [...countYes(acts).values]; // => [2, 1]
 * ```
 */
export function countYes(columns: readonly TextColumn[], unknown: "missing" | "zero" = "missing") {
  return perRow(columns, (seen) => {
    const yes = seen.get("yes") ?? 0;
    const answered = yes + (seen.get("no") ?? 0);
    return unknown === "missing" && answered < columns.length ? null : yes;
  });
}
