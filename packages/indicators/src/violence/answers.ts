import {
  type Column,
  cellAt,
  type Finding,
  MISSING_BOOLEAN,
  type Table,
  throwIfErrors,
} from "@vitalcore/core";
import { find } from "./catalog.js";
import type { AnswerCode } from "./questionnaire.js";

/** What a cell of a coded question amounts to, below the numbers of the answers. */
export const OPEN = { blank: 255, noAnswer: 254 } as const;

const listOf = (codes: AnswerCode | readonly AnswerCode[]): readonly AnswerCode[] =>
  Array.isArray(codes) ? codes : [codes as AnswerCode];

/** Codes of a question by what they mean. */
export interface Coding {
  readonly answers: Readonly<Record<string, AnswerCode | readonly AnswerCode[]>>;
  readonly noAnswer?: readonly AnswerCode[] | undefined;
}

/**
 * Which answer every row gives, by its position among the answers; {@link OPEN} where it gives none.
 *
 * @throws VitalError `indicators/unknown-code` for the first code that has no meaning, `indicators/questionnaire` for a
 *   code that has two.
 */
export function readAnswer(table: Table, name: string, coding: Coding): Uint8Array {
  const meaning = new Map<AnswerCode, number>();
  const twice: AnswerCode[] = [];
  const mean = (code: AnswerCode, what: number) => {
    if (meaning.has(code)) twice.push(code);
    meaning.set(code, what);
  };
  Object.values(coding.answers).forEach((codes, i) => {
    for (const code of listOf(codes)) mean(code, i);
  });
  for (const code of coding.noAnswer ?? []) mean(code, OPEN.noAnswer);
  throwIfErrors(
    twice.map((code) =>
      find("indicators/questionnaire", {
        found: code,
        facts: { name: `a code with two meanings in "${name}"`, wanted: "one meaning each" },
      }),
    ),
  );
  const column: Column = table.column(name);
  const answers = new Uint8Array(table.length).fill(OPEN.blank);
  const problems: Finding[] = [];
  for (let row = 0; row < table.length && problems.length === 0; row++) {
    const cell = cellAt(column, row);
    if (cell === null) continue;
    const answer = meaning.get(cell);
    if (answer !== undefined) answers[row] = answer;
    else {
      problems.push(
        find("indicators/unknown-code", {
          place: { column: name, row: row + 1 },
          found: cell,
          facts: { codes: [...meaning.keys()].map(String) },
          withhold: table.identifying.has(name),
        }),
      );
    }
  }
  throwIfErrors(problems);
  return answers;
}

/** One truth value of several, in three values: yes if any is, no if all are known and none is. */
export function anyTrue(columns: readonly Uint8Array[], length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, row) => {
    if (columns.some((values) => values[row] === 1)) return 1;
    return columns.some((values) => values[row] === MISSING_BOOLEAN) ? MISSING_BOOLEAN : 0;
  });
}
