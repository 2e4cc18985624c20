import {
  type Column,
  cellAt,
  type Finding,
  requireColumns,
  type Table,
  throwIfErrors,
} from "@vitalcore/core";
import { find } from "./catalog.js";
import type {
  AnswerCode,
  ViolencePeriod,
  ViolenceQuestionnaire,
  ViolentAct,
} from "./questionnaire.js";

/** What a woman's answer about an act amounts to, for one period. */
export const STATUS = { no: 0, yes: 1, dontKnow: 2, refused: 3, missing: 4 } as const;

/** Where a row stands: outside the analysis, asked, not asked, or not known to be either. */
export const UNIVERSE = { outside: 0, asked: 1, notAsked: 2, unknown: 3 } as const;

/** Answers of a period, act by act; statuses of rows that were not asked mean nothing. */
export interface Statuses {
  readonly universe: Uint8Array;
  readonly acts: readonly Uint8Array[];
}

/** Reads the statuses of all acts; unknown codes are errors, answers against the routing warnings. */
export function readStatuses(
  table: Table,
  questionnaire: ViolenceQuestionnaire,
  period: ViolencePeriod,
  findings: Finding[],
): Statuses {
  const { module, filter, acts } = questionnaire;
  checkQuestionnaire(questionnaire, period);
  requireColumns(table, [
    ...(module === undefined ? [] : [module.column]),
    ...(filter === undefined ? [] : [filter.column]),
    ...acts.flatMap((act) => {
      const within = columnWithin(act, period);
      return within === undefined ? [act.lifetime] : [act.lifetime, within];
    }),
  ]);
  const universe = readUniverse(table, questionnaire);
  const errors: Finding[] = [];
  const read = (name: string) => readAnswers(table, name, universe, questionnaire, errors);
  const statuses = acts.map((act) => {
    const ever = read(act.lifetime);
    const within = columnWithin(act, period);
    if (within === undefined) return ever;
    return statusesWithin(within, ever, read(within), universe, findings);
  });
  throwIfErrors(errors);
  return { universe, acts: statuses };
}

function checkQuestionnaire({ acts, codes }: ViolenceQuestionnaire, period: ViolencePeriod): void {
  const problem = (name: string, found: unknown, wanted: string) =>
    find("indicators/questionnaire", { found, facts: { name, wanted } });
  const meanings = Object.values(codes);
  throwIfErrors([
    ...(acts.length === 0 ? [problem("the number of acts", 0, "one at least")] : []),
    ...acts
      .filter(({ id }, i) => acts.findIndex((act) => act.id === id) < i)
      .map(({ id }) => problem("an act that stands twice", id, "every act once")),
    ...(new Set(meanings).size < meanings.length
      ? [problem("a code with two meanings", meanings.join(", "), "one meaning for each code")]
      : []),
    ...acts
      .filter((act) => period !== "lifetime" && columnWithin(act, period) === undefined)
      .map(({ id }) => problem(`the column of ${inWords(period)} of ${id}`, null, "its name")),
  ]);
}

/** The column of an act for a period within the lifetime. */
function columnWithin(act: ViolentAct, period: ViolencePeriod): string | undefined {
  if (period === "lifetime") return undefined;
  if (period === "12 months") return act.recent;
  const { recall } = period;
  return act.recalls !== undefined && Object.hasOwn(act.recalls, recall)
    ? act.recalls[recall]
    : undefined;
}

function inWords(period: ViolencePeriod): string {
  return typeof period === "object" ? `"${period.recall}"` : `the last ${period}`;
}

/** Where every row stands: done, asked, not asked. */
export function readUniverse(table: Table, { module, filter }: ViolenceQuestionnaire): Uint8Array {
  const moduleColumn: Column | undefined = module && table.column(module.column);
  const filterColumn: Column | undefined = filter && table.column(filter.column);
  const universe = new Uint8Array(table.length);
  for (let row = 0; row < table.length; row++) {
    if (module && moduleColumn && cellAt(moduleColumn, row) !== module.done) continue;
    const answer = filterColumn === undefined ? null : cellAt(filterColumn, row);
    if (filter === undefined || answer === filter.asked) universe[row] = UNIVERSE.asked;
    else universe[row] = answer === filter.notAsked ? UNIVERSE.notAsked : UNIVERSE.unknown;
  }
  return universe;
}

function readAnswers(
  table: Table,
  name: string,
  universe: Uint8Array,
  { codes }: ViolenceQuestionnaire,
  errors: Finding[],
): Uint8Array {
  const statusOf = new Map<AnswerCode | undefined, number>([
    [codes.yes, STATUS.yes],
    [codes.no, STATUS.no],
    [codes.dontKnow, STATUS.dontKnow],
    [codes.refused, STATUS.refused],
  ]);
  statusOf.delete(undefined);
  const column: Column = table.column(name);
  const statuses = new Uint8Array(table.length).fill(STATUS.missing);
  for (let row = 0; row < table.length; row++) {
    const cell = cellAt(column, row);
    if (cell === null || universe[row] !== UNIVERSE.asked) continue;
    const status = statusOf.get(cell);
    if (status === undefined) {
      const known = [...statusOf.keys()].map(String);
      const details = {
        place: { column: name, row: row + 1 },
        found: cell,
        facts: { codes: known },
        withhold: table.identifying.has(name),
      };
      errors.push(find("indicators/unknown-code", details));
      return statuses;
    }
    statuses[row] = status;
  }
  return statuses;
}

/** A lifetime no is a no; a lifetime answer that is none is carried; after a yes the own answer counts. */
function statusesWithin(
  column: string,
  ever: Uint8Array,
  recent: Uint8Array,
  universe: Uint8Array,
  findings: Finding[],
): Uint8Array {
  let [count, first] = [0, -1];
  const statuses = ever.map((status, row) => {
    if (status === STATUS.yes) return recent[row] as number;
    if (universe[row] === UNIVERSE.asked && recent[row] !== STATUS.missing) {
      if (count++ === 0) first = row;
    }
    return status;
  });
  if (count > 0) {
    const place = { column, row: first + 1 };
    findings.push(find("indicators/against-the-routing", { place, facts: { count } }));
  }
  return statuses;
}
