import {
  type Cell,
  type Column,
  cellAt,
  type Expression,
  evaluate,
  type Finding,
  numberColumn,
  type Table,
  type TableLike,
  type TextColumn,
  tableFrom,
  throwIfErrors,
} from "@vitalcore/core";
import { find } from "../catalog.js";
import type { DesignSpec, ReplicateSpec } from "../design/design-spec.js";
import { replicateDesign } from "../design/replicate-design.js";
import { type SurveyDesign, surveyDesign } from "../design/survey-design.js";
import {
  type Answer,
  type AnyPolicy,
  answers,
  anyOf,
  atLeast,
  countYes,
  outcomeOf,
  type Question,
} from "./answers.js";
import { withColumns } from "./with-columns.js";

/** An outcome of a questionnaire: one question, or several taken together. */
export type OutcomeRecipe =
  | Question
  /** Whether any of the acts happened. */
  | { readonly anyOf: readonly Question[]; readonly policy?: AnyPolicy }
  /** Whether at least so many of the acts happened. */
  | { readonly atLeast: number; readonly of: readonly Question[] }
  /** How many of the acts happened. */
  | { readonly count: readonly Question[]; readonly unknown?: "missing" | "zero" };

/**
 * How the file of a survey is read, from its codes to its outcomes: plain JSON for any survey, to be stored
 * beside the results, compared in review, and run again on the next round.
 */
export interface SurveyRecipe {
  readonly version: 1;
  /** Of what survey, round and file. */
  readonly title?: string;
  readonly design: DesignSpec | ReplicateSpec;
  /** Codes that are no values ("don't know" 98, "refused" 99) by column: they become missing. */
  readonly missingCodes?: Readonly<Record<string, Cell | readonly Cell[]>>;
  /** New columns by name, made in this order: age groups, units changed. */
  readonly columns?: Readonly<Record<string, Expression>>;
  /** Outcomes by name. Each becomes a column of 1, 0 and missing (or a number), and `NAME_asked` beside it. */
  readonly outcomes?: Readonly<Record<string, OutcomeRecipe>>;
  /** Who is represented, such as women of 15 to 49; all rows, if left out. The design keeps all its units. */
  readonly population?: Expression;
}

/** How often each answer stands in the rows of the file, before weights. */
export type AnswerTally = Readonly<Record<Answer, number>> & { readonly outcome: string };

/** A file that was read by a recipe. */
export interface PreparedSurvey {
  /** The sample, seen in the population of the recipe; `asked` seen in those who were asked. */
  readonly design: SurveyDesign;
  /**
   * The part of the population that was asked for an outcome: its denominator. Not asked is not no.
   *
   * @throws VitalError `survey/option` for an outcome that the recipe has not.
   */
  asked(outcome: string): SurveyDesign;
  readonly tallies: readonly AnswerTally[];
  readonly findings: readonly Finding[];
}

const listOf = (cells: Cell | readonly Cell[]): readonly Cell[] =>
  Array.isArray(cells) ? cells : [cells as Cell];

/** A column without the codes that are no values. */
function withoutCodes(column: Column, codes: readonly Cell[]): Column {
  if (column.kind === "number") {
    const values = column.values.map((value) => (codes.includes(value) ? Number.NaN : value));
    return { kind: "number", values };
  }
  if (column.kind === "boolean") return column;
  const gone = column.levels.map((level) => codes.includes(level));
  return { ...column, codes: column.codes.map((code) => (gone[code] ? -1 : code)) };
}

function questionsOf(outcome: OutcomeRecipe): readonly Question[] {
  if ("anyOf" in outcome) return outcome.anyOf;
  if ("of" in outcome) return outcome.of;
  return "count" in outcome ? outcome.count : [outcome];
}

function valuesOf(outcome: OutcomeRecipe, read: readonly TextColumn[]) {
  if ("anyOf" in outcome) return anyOf(read, outcome.policy);
  if ("of" in outcome) return atLeast(read, outcome.atLeast);
  return "count" in outcome ? countYes(read, outcome.unknown) : outcomeOf(read[0]!);
}

/** Codes in the file that a question does not list: read as missing, which the reader must know. */
function unlisted(table: Table, question: Question, found: Map<string, Finding>): void {
  if (question.after !== undefined) unlisted(table, question.after, found);
  const column: Column = table.column(question.column);
  const read = answers(table, question);
  const counts = new Map<Cell, { count: number; row: number }>();
  for (let row = 0; row < table.length; row++) {
    const cell = cellAt(column, row);
    // A listed code under a "missing" is carried from the question before, which has been looked at.
    if (cell === null || cellAt(read, row) !== "missing" || isListed(question, cell)) continue;
    const known = counts.get(cell);
    if (known === undefined) counts.set(cell, { count: 1, row: row + 1 });
    else known.count += 1;
  }
  for (const [value, { count, row }] of counts) {
    const place = { column: question.column, row };
    const withhold = table.identifying.has(question.column);
    found.set(
      `${question.column}\u0000${String(value)}`,
      find("survey/unlisted-code", { place, found: value, withhold, facts: { count } }),
    );
  }
}

function isListed({ yes, no, dontKnow, refused }: Question, cell: Cell): boolean {
  return [yes, no, dontKnow ?? [], refused ?? []].some((cells) => listOf(cells).includes(cell));
}

/** The answer that an outcome of several questions stands for. */
function tallyOf(outcome: string, recipe: OutcomeRecipe, read: readonly TextColumn[]): AnswerTally {
  const tally = {
    yes: 0,
    no: 0,
    "dont-know": 0,
    refused: 0,
    missing: 0,
    "not-asked": 0,
  } satisfies Record<Answer, number>;
  const values = valuesOf(recipe, read).values;
  values.forEach((value, row) => {
    const seen = read.map((column) => cellAt(column, row) as Answer);
    const answer: Answer =
      read.length === 1
        ? seen[0]!
        : seen.includes("not-asked")
          ? "not-asked"
          : Number.isNaN(value)
            ? "missing"
            : value > 0
              ? "yes"
              : "no";
    tally[answer] += 1;
  });
  return { outcome, ...tally };
}

function isReplicates(spec: DesignSpec | ReplicateSpec): spec is ReplicateSpec {
  return "replicates" in spec;
}

/** The table with its codes read, new columns made and outcomes decided. */
function readTable(given: Table, recipe: SurveyRecipe) {
  const findings: Finding[] = [];
  let table = given;
  for (const [name, codes] of Object.entries(recipe.missingCodes ?? {})) {
    table = withColumns(table, { [name]: withoutCodes(table.column(name), listOf(codes)) });
  }
  for (const [name, expression] of Object.entries(recipe.columns ?? {})) {
    const made = evaluate(expression, table);
    findings.push(...made.findings);
    table = withColumns(table, { [name]: made.column });
  }
  const strange = new Map<string, Finding>();
  const tallies: AnswerTally[] = [];
  const outcomes: Record<string, Column> = {};
  for (const [name, outcome] of Object.entries(recipe.outcomes ?? {})) {
    const questions = questionsOf(outcome);
    const taken = [name, `${name}_asked`].filter((own) => table.names.includes(own));
    if (questions.length === 0 || taken.length > 0) {
      const wanted = questions.length === 0 ? "one question or more" : "a name that is no column";
      const facts = { option: `the outcome "${name}"`, wanted };
      findings.push(find("survey/option", { found: taken[0] ?? "empty", facts }));
      continue;
    }
    for (const question of questions) unlisted(table, question, strange);
    const source = table;
    const read = questions.map((question) => answers(source, question));
    outcomes[name] = valuesOf(outcome, read);
    outcomes[`${name}_asked`] = numberColumn(
      Float64Array.from({ length: table.length }, (_, row) =>
        read.some((column) => cellAt(column, row) === "not-asked") ? 0 : 1,
      ),
    );
    tallies.push(tallyOf(name, outcome, read));
  }
  return {
    table: withColumns(table, outcomes),
    tallies,
    findings: [...findings, ...strange.values()],
  };
}

/**
 * Reads the file of a survey by a recipe: codes that are no values become missing, columns and outcomes are made,
 * routing is followed, the design is prepared, and the population taken as a domain of it.
 *
 * @param input - the file, as rows, columns, an Arrow or Arquero table, or a `Table`.
 * @param recipe - how it is to be read.
 * @returns the design with the outcomes as columns; for each outcome, those who were asked; how often each
 *   answer stands in the file; findings, among them codes that no question lists.
 * @throws VitalError `core/unknown-column`, `survey/option`, and what {@link surveyDesign} throws.
 *
 * Source: Guide to DHS Statistics (2023), chapter 1, on denominators and missing answers; Lohr (2022), *Sampling*, chapter
 * 8.
 *
 * @example
 * ```ts
 * import { prepareSurvey, proportion, type SurveyRecipe } from "@vitalcore/survey";
 * const asked = { op: "==", args: [{ column: "internet" }, 1] } as const;
 * const recipe: SurveyRecipe = {
 *   version: 1,
 *   design: { weights: "w", clusters: "village", missing: "exclude" },
 *   missingCodes: { age: [98, 99] },
 *   columns: { adult: { op: ">=", args: [{ column: "age" }, 18] } },
 *   outcomes: { threatened: { column: "q7", yes: 1, no: 2, dontKnow: 8, asked } },
 *   population: { column: "adult" },
 * };
 * const file = {
 *   village: [1, 1, 2, 2, 3, 3],
 *   w: [10, 10, 20, 20, 10, 10],
 *   age: [30, 17, 40, 99, 25, 50],
 *   internet: [1, 1, 1, 1, 2, 1],
 *   q7: [1, 2, 2, 1, null, 8],
 * };
 * const survey = prepareSurvey(file, recipe);
 * const [threatened] = proportion(survey.asked("threatened"), "threatened").estimates;
 * [threatened?.value, threatened?.n, threatened?.nMissing]; // => [0.333333, 2, 1]
 * survey.tallies[0]?.["not-asked"]; // => 1
 * ```
 */
export function prepareSurvey(input: TableLike, recipe: SurveyRecipe): PreparedSurvey {
  if (recipe.version !== 1) {
    const facts = { option: "`version` of the recipe", wanted: "1" };
    throwIfErrors([find("survey/option", { found: recipe.version, facts })]);
  }
  const read = readTable(tableFrom(input) as unknown as Table, recipe);
  throwIfErrors(read.findings);
  const { design: spec, population } = recipe;
  const whole = (isReplicates(spec)
    ? replicateDesign(read.table, spec as never)
    : surveyDesign(read.table, spec as never)) as unknown as SurveyDesign;
  const design = population === undefined ? whole : whole.subset(population);
  const names = Object.keys(recipe.outcomes ?? {});
  return {
    design,
    asked: (outcome) => {
      if (!names.includes(outcome)) {
        const facts = { option: "the outcome", wanted: `one of: ${names.join(", ")}` };
        throwIfErrors([find("survey/option", { found: outcome, facts })]);
      }
      return design.subset({ op: "==", args: [{ column: `${outcome}_asked` }, 1] });
    },
    tallies: read.tallies,
    findings: [...read.findings, ...design.findings],
  };
}
