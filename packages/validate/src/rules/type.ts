import { type Column, columnLength, MISSING_BOOLEAN, MISSING_CODE } from "@vitalcore/core";
import type { Tally } from "../report/tally.js";
import { plainNumber } from "./column-views.js";
import { numberAdvice } from "./number-advice.js";
import type { TypeRule } from "./rule.js";
import type { Chunk, RuleKind } from "./rule-kind.js";

const BOOLEAN = /^(?:true|false)$/i;

function checkText(
  column: Extract<Column, { kind: "text" }>,
  { type, column: name }: TypeRule,
  { rowOf }: Chunk,
  tally: Tally,
): void {
  const numeric = type === "number" || type === "integer";
  const wrong = column.levels.map((level) => {
    if (level.trim() === "") return undefined;
    if (type === "text") return undefined;
    if (!numeric) return BOOLEAN.test(level) ? undefined : "validate/not-a-truth-value";
    const value = plainNumber(level);
    if (Number.isNaN(value)) return "validate/not-a-number";
    return type === "integer" && !Number.isInteger(value) ? "validate/not-an-integer" : undefined;
  });
  if (wrong.every((code) => code === undefined)) return;
  for (let i = 0; i < column.codes.length; i++) {
    const code = column.codes[i] as number;
    if (code === MISSING_CODE) continue;
    const rule = wrong[code];
    if (rule === undefined) continue;
    const found = column.levels[code] as string;
    const place = { row: rowOf(i), column: name };
    if (rule === "validate/not-a-number") {
      const { advice, suggestion } = numberAdvice(found);
      tally.fail(rule, { place, found, suggestion, facts: { advice } });
    } else tally.fail(rule as "validate/not-an-integer", { place, found });
  }
}

function checkNumbers(
  values: Float64Array,
  { type, column }: TypeRule,
  { rowOf, facts }: Chunk,
  tally: Tally,
): void {
  if (type === "number") return;
  if (type === "integer") {
    facts.forEachFraction(column, (value, i) => {
      if (tally.countsOnly("validate/not-an-integer")) return;
      tally.fail("validate/not-an-integer", { place: { row: rowOf(i), column }, found: value });
    });
    return;
  }
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    const place = { row: rowOf(i), column };
    if (type === "text") tally.fail("validate/not-text", { place, found: value });
    else tally.fail("validate/not-a-truth-value", { place, found: value });
  }
}

export const type: RuleKind<TypeRule> = {
  level: 1,
  columns: ({ column }) => [column],
  asks: ({ column, type }) => (type === "integer" ? { column, whole: true } : undefined),
  start: (rule) => ({
    chunk(chunk, tally) {
      const column: Column = chunk.table.column(rule.column);
      tally.checked(columnLength(column));
      if (column.kind === "text") checkText(column, rule, chunk, tally);
      else if (column.kind === "number") checkNumbers(column.values, rule, chunk, tally);
      else if (rule.type !== "boolean") {
        const code = rule.type === "text" ? "validate/not-text" : "validate/not-a-number";
        const facts = { advice: "Write digits." };
        column.values.forEach((value, i) => {
          if (value === MISSING_BOOLEAN) return;
          const place = { row: chunk.rowOf(i), column: rule.column };
          tally.fail(code, { place, found: value === 1, facts });
        });
      }
    },
  }),
};
