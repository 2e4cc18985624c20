import { type Finding, MISSING_CODE, type Table } from "@vitalcore/core";
import { median } from "@vitalcore/stats";
import { missingIn, numberView, textView } from "../rules/column-views.js";
import { truthOf } from "../rules/expression.js";
import { keyIndex } from "../rules/keys.js";
import { find } from "./survey-catalog.js";
import type { SurveyQuestion } from "./survey-spec.js";

const LISTED = 100;

/** Codes that are not declared. Don't knows and refusals must be declared as missing, not averaged. */
export function checkCodes(
  table: Table,
  { column, codes, missing = [] }: SurveyQuestion,
): readonly Finding[] {
  if (codes === undefined) return [];
  const known = new Set([...codes, ...missing].map(String));
  const text = textView(table, column);
  const wrong = text.levels.map((level) => !known.has(level) && level.trim() !== "");
  if (!wrong.includes(true)) return [];
  const withhold = table.identifying.has(column);
  const findings: Finding[] = [];
  text.codes.forEach((code, i) => {
    if (code === MISSING_CODE || wrong[code] !== true || findings.length >= LISTED) return;
    const found = text.levels[code] as string;
    const usual = /^-?(?:8|9|88|97|98|99|998|999)$/.test(found);
    const advice = usual
      ? "It often stands for don't know or refused: declare it as missing, so that it enters no mean."
      : "Correct it, or declare it.";
    const place = { row: i + 1, column };
    findings.push(
      find("validate/undeclared-code", { place, found, withhold, facts: { codes, advice } }),
    );
  });
  return findings;
}

/** Routing and item nonresponse: a blank means something else by who was to be asked. */
export function checkRouting(
  table: Table,
  question: SurveyQuestion,
  limit: number,
): readonly Finding[] {
  const { column, askedIf, missing = [] } = question;
  const isMissing = missingIn(table.column(column));
  const declared = new Set(missing.map(String));
  const text = textView(table, column);
  const noAnswer = (i: number) =>
    isMissing(i) || declared.has(text.levels[text.codes[i] as number] ?? "");
  const asked = askedIf === undefined ? () => true : truthOf(askedIf, table);
  const counts = { asked: 0, silent: 0, blank: 0, stray: 0 };
  const first = { blank: 0, stray: 0 };
  for (let i = 0; i < table.length; i++) {
    const wasAsked = asked(i);
    if (wasAsked === true) {
      counts.asked += 1;
      if (noAnswer(i)) counts.silent += 1;
      if (isMissing(i)) {
        counts.blank += 1;
        first.blank ||= i + 1;
      }
    } else if (wasAsked === false && !isMissing(i)) {
      counts.stray += 1;
      first.stray ||= i + 1;
    }
  }
  const findings: Finding[] = [];
  if (counts.stray > 0) {
    const place = { row: first.stray, column };
    findings.push(find("validate/not-asked", { place, facts: { count: counts.stray } }));
  }
  if (askedIf !== undefined && counts.blank > 0) {
    const facts = { count: counts.blank, asked: counts.asked };
    findings.push(find("validate/not-answered", { place: { row: first.blank, column }, facts }));
  }
  const share = counts.asked === 0 ? 0 : counts.silent / counts.asked;
  if (share > limit) {
    const facts = { percent: Math.round(1000 * share) / 10, limit: Math.round(1000 * limit) / 10 };
    findings.push(find("validate/item-nonresponse", { place: { column }, facts }));
  }
  return findings;
}

/** Ages from 23 to 62, as the index is defined (United Nations 1955, Manual II). */
const WHIPPLE = { from: 23, to: 62, least: 100, rough: 125 } as const;

/** Whipple's index: five times the ages that end in 0 or 5 for 100 of all, from 23 to 62. */
export function checkAges(table: Table, column: string): readonly Finding[] {
  let all = 0;
  let round = 0;
  for (const age of numberView(table, column)) {
    if (!(age >= WHIPPLE.from && age <= WHIPPLE.to) || !Number.isInteger(age)) continue;
    all += 1;
    if (age % 5 === 0) round += 1;
  }
  if (all < WHIPPLE.least) return [];
  const index = Math.round((500 * round) / all);
  if (index <= WHIPPLE.rough) return [];
  return [find("validate/age-heaping", { place: { column }, facts: { index } })];
}

/** Least number of questions for a straight line to mean something, and share of people that is too many. */
const LINE = { questions: 5, share: 0.1 } as const;

export function checkBattery(table: Table, columns: readonly string[]): readonly Finding[] {
  if (columns.length < LINE.questions) return [];
  const cells = columns.map((name) => textView(table, name));
  let total = 0;
  let count = 0;
  let first = 0;
  for (let i = 0; i < table.length; i++) {
    const answers = cells.map(({ codes, levels }) => levels[codes[i] as number]);
    if (answers.includes(undefined)) continue;
    total += 1;
    if (!answers.every((answer) => answer === answers[0])) continue;
    count += 1;
    first ||= i + 1;
  }
  if (count <= LINE.share * total) return [];
  const facts = { count, total, columns };
  return [
    find("validate/straight-lining", {
      place: { row: first, column: columns[0] as string },
      facts,
    }),
  ];
}

/** Interviews of an interviewer, and interviewers, below which a comparison says nothing; and how far is far. */
const INTERVIEWER = { interviews: 20, interviewers: 5, deviations: 5, least: 0.1 } as const;
const NORMAL_MAD = 1.4826;

/** Interviewers whose share of missing answers is far from that of the others. */
export function checkInterviewers(
  table: Table,
  interviewer: string,
  columns: readonly string[],
): readonly Finding[] {
  const keys = keyIndex([interviewer]);
  const ids = keys.ids(table);
  return columns.flatMap((column): Finding[] => {
    const isMissing = missingIn(table.column(column));
    const all = new Float64Array(keys.size);
    const silent = new Float64Array(keys.size);
    ids.forEach((id, i) => {
      if (id < 0) return;
      all[id] = (all[id] as number) + 1;
      if (isMissing(i)) silent[id] = (silent[id] as number) + 1;
    });
    const busy = Array.from(all.keys()).filter(
      (id) => (all[id] as number) >= INTERVIEWER.interviews,
    );
    if (busy.length < INTERVIEWER.interviewers) return [];
    const shares = busy.map((id) => (silent[id] as number) / (all[id] as number));
    const middle = median(shares);
    const spread = NORMAL_MAD * median(shares.map((share) => Math.abs(share - middle)));
    return busy.flatMap((id, i): Finding[] => {
      const share = shares[i] as number;
      const distance = share - middle;
      if (distance <= INTERVIEWER.least || distance <= INTERVIEWER.deviations * spread) return [];
      const percent = (value: number) => `${Math.round(1000 * value) / 10} %`;
      const facts = {
        interviewer,
        // Interviewers are people too: told by their order in the file, not by their code.
        number: id + 1,
        what: "the share of missing answers",
        median: percent(middle),
      };
      return [find("validate/interviewer", { place: { column }, found: percent(share), facts })];
    });
  });
}
