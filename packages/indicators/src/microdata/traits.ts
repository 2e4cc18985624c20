import { MISSING_BOOLEAN, numbersOf, type Table } from "@vitalcore/core";
import { finite, requireInputs } from "../input-checks.js";
import { anyTrue, OPEN, readAnswer } from "../violence/answers.js";
import type { AnswerCode } from "../violence/questionnaire.js";

/** Whether a person has a trait, as the survey asked for it. */
export type Trait =
  /** A coded question. Any other code is refused: it may be a yes. */
  | {
      readonly column: string;
      readonly yes: AnswerCode | readonly AnswerCode[];
      readonly no: AnswerCode | readonly AnswerCode[];
      /** Don't know, refused: not known. */
      readonly noAnswer?: readonly AnswerCode[];
    }
  /** A number that must be reached: Mbit/s, gigabytes. */
  | { readonly column: string; readonly atLeast: number }
  /** All of these: no as soon as one is no, not known as long as one is not known. */
  | { readonly all: readonly Trait[] };

/** 1 for yes, 0 for no, missing where it is not known. */
export function readTrait(table: Table, trait: Trait): Uint8Array {
  if ("all" in trait) {
    const none = trait.all.map((each) => opposite(readTrait(table, each)));
    return opposite(anyTrue(none, table.length));
  }
  if ("atLeast" in trait) {
    requireInputs([finite(`the least of "${trait.column}"`, trait.atLeast)]);
    return Uint8Array.from(numbersOf(table, trait.column), (value) =>
      Number.isNaN(value) ? MISSING_BOOLEAN : Number(value >= trait.atLeast),
    );
  }
  const { column, yes, no, noAnswer } = trait;
  return readAnswer(table, column, { answers: { yes, no }, noAnswer }).map((answer) =>
    answer >= OPEN.noAnswer ? MISSING_BOOLEAN : Number(answer === 0),
  );
}

/** No for yes; what is not known stays so. */
export function opposite(values: Uint8Array): Uint8Array {
  return values.map((value) => (value === MISSING_BOOLEAN ? value : 1 - value));
}

/** Both, in three values. */
export function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  return opposite(anyTrue([opposite(a), opposite(b)], a.length));
}

/** The values where a condition holds; missing where it does not, or is not known to. */
export function where(values: Uint8Array, condition: Uint8Array): Uint8Array {
  return values.map((value, row) => (condition[row] === 1 ? value : MISSING_BOOLEAN));
}
