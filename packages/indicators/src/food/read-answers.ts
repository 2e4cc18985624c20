import {
  type Column,
  cellAt,
  type Finding,
  numbersOf,
  requireColumns,
  type Table,
  throwIfErrors,
} from "@vitalcore/core";
import { find } from "./catalog.js";

/** Weighted counts that the model rests on. */
export interface AnswerCounts {
  readonly items: readonly string[];
  /** Weight by raw score, 0 to the number of items. */
  readonly weightByScore: Float64Array;
  /** Weight of those who said yes to the item, by raw score. */
  readonly yesByScore: readonly Float64Array[];
  readonly n: number;
  readonly nMissing: number;
  /** Respondents who said yes to some items but not all, unweighted. */
  readonly nBetween: number;
}

/** Reads yes and no answers; a row with a missing answer is left out and counted. */
export function readAnswers(
  table: Table,
  items: readonly string[],
  weight: string | undefined,
): AnswerCounts {
  requireColumns(table, [...items, ...(weight === undefined ? [] : [weight])]);
  const findings: Finding[] = [];
  const answers = items.map((item) => codesOf(table, item, findings));
  const weights = weight === undefined ? undefined : numbersOf(table, weight);
  const bad = weights?.findIndex((w) => !(w >= 0)) ?? -1;
  if (weight !== undefined && bad >= 0) {
    const found = weights?.[bad] as number;
    const place = { column: weight, row: bad + 1 };
    const details = { place, found: Number.isNaN(found) ? null : found };
    findings.push(find("indicators/answer-weight", details));
  }
  throwIfErrors(findings);
  const weightByScore = new Float64Array(items.length + 1);
  const yesByScore = items.map(() => new Float64Array(items.length + 1));
  let [n, nMissing, nBetween] = [0, 0, 0];
  for (let row = 0; row < table.length; row++) {
    const given = answers.map((codes) => codes[row] as number);
    if (given.some((code) => code > 1)) {
      nMissing++;
      continue;
    }
    const score = given.reduce((sum, code) => sum + code, 0);
    const w = weights?.[row] ?? 1;
    n++;
    if (score > 0 && score < items.length) nBetween++;
    weightByScore[score] = (weightByScore[score] as number) + w;
    given.forEach((code, i) => {
      const yes = yesByScore[i] as Float64Array;
      yes[score] = (yes[score] as number) + code * w;
    });
  }
  return { items, weightByScore, yesByScore, n, nMissing, nBetween };
}

/** How many items each respondent said yes to; `null` where an answer is missing. */
export function rawScores(table: Table, items: readonly string[]): (number | null)[] {
  const answers = items.map((item) => codesOf(table, item, []));
  return Array.from({ length: table.length }, (_, row) =>
    answers.reduce<number | null>((sum, codes) => {
      const code = codes[row] as number;
      return sum === null || code > 1 ? null : sum + code;
    }, 0),
  );
}

const MISSING = 255;

function codesOf(table: Table, name: string, findings: Finding[]): Uint8Array {
  const column: Column = table.column(name);
  if (column.kind === "boolean") return column.values;
  const codes = new Uint8Array(table.length).fill(MISSING);
  for (let row = 0; row < table.length; row++) {
    const cell = cellAt(column, row);
    if (cell === null) continue;
    if (cell !== 0 && cell !== 1) {
      const withhold = table.identifying.has(name);
      const place = { column: name, row: row + 1 };
      findings.push(find("indicators/not-an-answer", { place, found: cell, withhold }));
      return codes;
    }
    codes[row] = cell;
  }
  return codes;
}
