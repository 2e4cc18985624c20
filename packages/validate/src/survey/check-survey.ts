import {
  type Finding,
  requireColumns,
  type Table,
  type TableLike,
  tableFrom,
} from "@vitalcore/core";
import { find as findInTable } from "../catalog.js";
import { columnsIn } from "../rules/expression.js";
import { keyIndex } from "../rules/keys.js";
import { checkAges, checkBattery, checkCodes, checkInterviewers, checkRouting } from "./answers.js";
import { checkCopies, checkDesign } from "./design.js";
import { findIdentifiers } from "./identifiers.js";
import type { SurveySpec } from "./survey-spec.js";
import { tablePile } from "./table-pile.js";
import { checkWeights } from "./weights.js";

const NONRESPONSE = 0.2;
/** Fewer questions are the same by chance. */
const LEAST_QUESTIONS = 10;

function columnsOf({
  id,
  weight,
  strata,
  psu,
  interviewer,
  age,
  questions = [],
  batteries = [],
}: SurveySpec): readonly string[] {
  const single = [id, weight, strata, psu, interviewer, age].filter((name) => name !== undefined);
  const asked = questions.flatMap(({ column, askedIf }) => [column, ...columnsIn(askedIf ?? null)]);
  return [...new Set([...single, ...asked, ...batteries.flat()])];
}

function checkIds(table: Table, id: string): readonly Finding[] {
  const keys = keyIndex([id]);
  const ids = keys.ids(table);
  const firstRows: number[] = [];
  const findings: Finding[] = [];
  ids.forEach((key, i) => {
    const place = { row: i + 1, column: id };
    if (key < 0) findings.push(findInTable("validate/missing", { place }));
    else if (firstRows[key] === undefined) firstRows[key] = i + 1;
    else {
      const facts = { key: keys.label(key), firstRow: firstRows[key] as number };
      findings.push(findInTable("validate/duplicate-key", { place, facts }));
    }
  });
  return findings;
}

/**
 * Checks a file of survey microdata: identifiers of people, ids, weights, strata and sampling units, codes, routing,
 * item nonresponse, heaping of ages, straight lines, copies, interviewers. Values of columns marked as
 * identifying, and of columns that seem to be, are never quoted.
 *
 * @param spec - what the columns are; only what is named is checked, identifiers always.
 * @returns findings, those of identifiers first; `reportFindings` makes a report of them.
 * @throws VitalError `core/unknown-column`, with all columns that are not there; those of `tableFrom`.
 *
 * @example
 * ```ts
 * import { checkSurvey } from "@vitalcore/validate/survey";
 * const file = { stratum: ["S1", "S1", "S2"], psu: [1, 2, 3], weight: [1.2, -1, 0.9] };
 * const findings = checkSurvey(file, { weight: "weight", strata: "stratum", psu: "psu" });
 * findings.map(({ code }) => code); // => ["validate/weight-negative", "validate/single-psu"]
 * ```
 */
export function checkSurvey(input: TableLike, spec: SurveySpec): readonly Finding[] {
  const table = tableFrom(input) as Table;
  requireColumns(table, columnsOf(spec));
  const {
    id,
    weight,
    strata,
    psu,
    nested = false,
    interviewer,
    age,
    questions = [],
    batteries = [],
  } = spec;
  const limit = spec.nonresponse ?? NONRESPONSE;
  const columns = questions.map(({ column }) => column);
  return [
    ...findIdentifiers(table, { violence: spec.violence === true }),
    ...(id === undefined ? [] : checkIds(table, id)),
    ...(weight === undefined ? [] : checkWeights(table, weight)),
    ...(strata === undefined || psu === undefined ? [] : checkDesign(table, strata, psu, nested)),
    ...questions.flatMap((question) => [
      ...checkCodes(table, question),
      ...checkRouting(table, question, limit),
    ]),
    ...(age === undefined ? [] : checkAges(table, age)),
    ...batteries.flatMap((battery) => checkBattery(table, battery)),
    ...(columns.length < LEAST_QUESTIONS ? [] : checkCopies(table, columns)),
    ...(interviewer === undefined ? [] : checkInterviewers(table, interviewer, columns)),
  ];
}

/** A check of a survey file under way: it takes the interviews in chunks. */
export interface SurveyCheck {
  /** Takes the next interviews; all chunks have the columns of the first. */
  add(chunk: TableLike): void;
  /** The findings of all of them. */
  finish(): readonly Finding[];
}

/**
 * Checks a file of survey microdata that comes in chunks, for example those of `readCsvChunks`. The findings are those
 * of {@link checkSurvey} for the whole file, whatever the chunks: medians, copies and interviewers are of all
 * interviews, so their columns are kept, as numbers and codes of texts.
 *
 * @param spec - what the columns are.
 * @throws VitalError `core/unknown-column` at the end, as {@link checkSurvey}.
 *
 * @example
 * ```ts
 * import { startSurveyCheck } from "@vitalcore/validate/survey";
 * const check = startSurveyCheck({ id: "id" });
 * check.add({ id: [1, 2] });
 * check.add({ id: [3, 1] });
 * check.finish().map(({ code, place }) => [code, place.row]); // => [["validate/duplicate-key", 4]]
 * ```
 */
export function startSurveyCheck(spec: SurveySpec): SurveyCheck {
  const pile = tablePile();
  return {
    add: (chunk) => pile.add(tableFrom(chunk) as Table),
    finish: () => checkSurvey(pile.table(), spec),
  };
}
