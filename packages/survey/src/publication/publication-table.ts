import {
  type Cell,
  type Columns,
  defineResult,
  type Finding,
  type Result,
  type ResultData,
  type ResultKind,
  throwIfErrors,
  VitalError,
} from "@vitalcore/core";
import { find } from "../catalog.js";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import { type PrevalenceEstimate, prevalence } from "../proportions/prevalence.js";
import type { ProportionOf, ProportionOptions } from "../proportions/proportion.js";
import type { Protection } from "./attack.js";
import { type CountPreset, type CountPresetName, countPresets } from "./count-presets.js";
import { countCells, linkedCounts } from "./linked-counts.js";
import { type ProtectCountsOptions, protectCounts } from "./protect.js";

/** Why a cell of a published table shows no number. */
export type CellStatus =
  | "shown"
  /** Hidden so that nobody can be singled out. */
  | "confidential"
  /** Too few cases or too wide an interval, by the reliability presets. */
  | "unreliable"
  /** Nobody in the cell. */
  | "empty";

/** A cell of a published table: what is hidden is not in it. */
export interface TableCell {
  /** Value of the row's column; "Total" for the margin. */
  readonly row: Cell;
  readonly column: Cell;
  readonly status: CellStatus;
  /** Prevalence and limits in percent, rounded; null unless shown. */
  readonly percent: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Answers, unweighted; null where hidden. */
  readonly n: number | null;
  /** DHS: 25 to 49 cases, set in parentheses. */
  readonly parentheses: boolean;
}

/** A prevalence table that may be printed. */
export interface PublicationTable extends ResultData {
  readonly kind: "SurveyPublicationTable";
  readonly title: string;
  readonly rowName: string;
  readonly columnName: string;
  readonly rows: readonly Cell[];
  readonly columns: readonly Cell[];
  readonly cells: readonly TableCell[];
  /** The rule on small numbers of people, with its source. */
  readonly counts: CountPreset;
  /** The rules on uncertain percentages. */
  readonly reliability: readonly ReliabilityPreset[];
  /** Decimals of percentages. */
  readonly digits: number;
  /** The verdict of the attack on the table, before it is printed. */
  readonly protection: Protection;
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
}

/** Which percentages are too uncertain to be shown: see `nchsProportion` and `dhsVerdict`. */
export type ReliabilityPreset = "nchs-proportion-2017" | "dhs";

/** How a table is made and protected. */
export interface PublicationOptions<Name extends string = string>
  extends Pick<ProtectCountsOptions, "against">,
    Pick<ProportionOptions<Name>, "level" | "interval" | "missing"> {
  readonly rows: Name;
  readonly columns: Name;
  /** The rule on small numbers of people: a preset's name, or a threshold with its source. There is no default. */
  readonly counts: CountPresetName | CountPreset;
  /** The rules on uncertain percentages; an empty list for none. There is no default. */
  readonly reliability: readonly ReliabilityPreset[];
  readonly title?: string;
  /** Decimals of percentages; default 1. */
  readonly digits?: number;
}

const TOTAL = "Total";

function display(
  { percent, lower, upper, status, parentheses }: TableCell,
  digits: number,
): string {
  if (status === "confidential") return "*";
  if (status === "unreliable") return "–";
  if (status === "empty" || percent === null) return "";
  const limits =
    lower === null || upper === null ? "" : ` [${lower.toFixed(digits)}, ${upper.toFixed(digits)}]`;
  const text = `${percent.toFixed(digits)}${limits}`;
  return parentheses ? `(${text})` : text;
}

/** Published tables; how they are shown and read back from JSON. */
export const publicationResult: ResultKind<PublicationTable> =
  /* @__PURE__ */ defineResult<PublicationTable>({
    kind: "SurveyPublicationTable",
    version: 1,
    summarize: ({ title, rowName, rows, columns, cells, notes, digits }) => ({
      title,
      tables: [
        {
          columns: [
            { name: rowName },
            ...columns.flatMap((column) => [
              { name: `${String(column)}, %`, kind: "text" as const },
              { name: "n", kind: "number" as const },
            ]),
          ],
          rows: rows.map((row) => [
            row,
            ...columns.flatMap((column) => {
              const cell = cells.find((own) => own.row === row && own.column === column);
              return cell === undefined ? [null, null] : [display(cell, digits), cell.n];
            }),
          ]),
        },
      ],
      notes,
    }),
  });

/**
 * Makes a two-way table of a prevalence that may be printed: percentages that the named rules call unreliable are
 * left out, and every percentage is hidden from which the number of people behind it could tell who they are. The
 * attacker is taken to know the number of yes and of no answers behind every percentage that is shown, all
 * margins, and that zeros are printed.
 *
 * @param design - the domain of those who were asked.
 * @param what - a 0/1 column, or `{ column, event }`.
 * @param options.rows - column that makes the rows of the table.
 * @param options.columns - column that makes its columns.
 * @param options.counts - the rule on small numbers of people, see {@link countPresets}.
 * @param options.reliability - the rules on uncertain percentages.
 * @returns the table, which names its rules; `protection` is the verdict of the attack on it.
 * @throws VitalError `survey/option`, and as `prevalence` does.
 *
 * Source: Hundepool and others (2012), *Statistical Disclosure Control*, chapter 4; see {@link protectCounts}.
 *
 * @example
 * ```ts
 * import { surveyDesign } from "@vitalcore/survey";
 * import { publicationTable } from "@vitalcore/survey/publication";
 * const rows = Array.from({ length: 400 }, (_, i) => ({
 *   age: i % 2 === 0 ? "18-34" : "35+",
 *   place: i % 4 < 2 ? "urban" : "rural",
 *   threat: i % 5 === 0 ? 1 : 0,
 * }));
 * const table = publicationTable(surveyDesign(rows, {}), "threat", {
 *   rows: "age",
 *   columns: "place",
 *   counts: "cms",
 *   reliability: ["nchs-proportion-2017", "dhs"],
 * });
 * table.protection; // => "protected"
 * table.cells[0]?.percent; // => 20
 * ```
 */
export function publicationTable<Row extends Columns>(
  design: SurveyDesign<Row>,
  what: ColumnName<Row> | ProportionOf<ColumnName<Row>>,
  options: PublicationOptions<ColumnName<Row>>,
): Result<PublicationTable> {
  const outcome: ProportionOf = typeof what === "string" ? { column: what } : what;
  const names = [options.rows, options.columns] as const;
  const { digits = 1, reliability } = options;
  const preset = countPresetOf(options.counts);
  checkReliability(reliability);
  const plain = design as SurveyDesign;
  const { counts, labels } = countCells(plain, outcome, names);
  const size = [labels[0].length, labels[1].length] as const;
  const { cells, relations } = linkedCounts(counts, size);
  const shared = {
    ...(options.level !== undefined && { level: options.level }),
    ...(options.interval !== undefined && { interval: options.interval }),
    ...(options.missing !== undefined && { missing: options.missing }),
  };
  const estimates = new Map<string, PrevalenceEstimate>();
  const findings: Finding[] = [];
  const layers = [names, [names[0]], [names[1]], []] as readonly (readonly string[])[];
  for (const by of layers) {
    const result = prevalence(plain, outcome, { ...shared, by });
    findings.push(...result.findings);
    for (const estimate of result.estimates) {
      const key = (name: string, i: 0 | 1) =>
        by.includes(name) ? String(labels[i].indexOf(estimate.group[name] ?? null)) : "*";
      estimates.set(`${key(names[0], 0)}|${key(names[1], 1)}`, estimate);
    }
  }
  const unreliable = new Set(
    [...estimates]
      .filter(
        ([, { nchs2017, dhs }]) =>
          (reliability.includes("nchs-proportion-2017") && nchs2017?.verdict === "suppress") ||
          (reliability.includes("dhs") && dhs === "suppress"),
      )
      .map(([key]) => key),
  );
  const suppression = protectCounts(cells, relations, {
    threshold: preset.threshold,
    ...(options.against !== undefined && { against: options.against }),
  });
  const hidden = new Set([...suppression.primary, ...suppression.complementary]);
  if (suppression.verdict !== "protected") {
    findings.push(find("survey/not-protected", { facts: { verdict: suppression.verdict } }));
  }
  const rounded = (value: number | null | undefined) =>
    value === null || value === undefined ? null : Number((100 * value).toFixed(digits));
  const published = [...labels[0], TOTAL].flatMap((row, i) =>
    [...labels[1], TOTAL].map((column, j): TableCell => {
      const key = `${i < size[0] ? i : "*"}|${j < size[1] ? j : "*"}`;
      const estimate = estimates.get(key);
      const n = counts.get(key)?.n ?? 0;
      const secret = hidden.has(`yes|${key}`) || hidden.has(`no|${key}`) || hidden.has(`n|${key}`);
      const status: CellStatus =
        n === 0 ? "empty" : secret ? "confidential" : unreliable.has(key) ? "unreliable" : "shown";
      const shown = status === "shown";
      return {
        row,
        column,
        status,
        percent: shown ? rounded(estimate?.value) : null,
        lower: shown ? rounded(estimate?.interval?.lower) : null,
        upper: shown ? rounded(estimate?.interval?.upper) : null,
        n: hidden.has(`n|${key}`) ? null : n,
        parentheses: shown && reliability.includes("dhs") && estimate?.dhs === "parentheses",
      };
    }),
  );
  return publicationResult.create({
    title:
      options.title ?? `Prevalence of ${outcome.column} by ${names[0]} and ${names[1]}, percent`,
    rowName: names[0],
    columnName: names[1],
    rows: [...labels[0], TOTAL],
    columns: [...labels[1], TOTAL],
    cells: published,
    counts: preset,
    reliability,
    digits,
    protection: suppression.verdict,
    notes: [
      `Percent with ${+(100 * (options.level ?? 0.95)).toFixed(4)} % confidence interval; n is the unweighted number of answers.`,
      `* hidden to protect respondents (${preset.source}), and what would give them away.`,
      ...(reliability.length > 0
        ? [`– too uncertain to print: ${reliability.map((name) => RULES[name]).join("; ")}.`]
        : []),
    ],
    findings: dedupe(findings),
  });
}

const RULES: Readonly<Record<ReliabilityPreset, string>> = {
  "nchs-proportion-2017": "NCHS data presentation standards for proportions (2017)",
  dhs: "DHS, fewer than 25 cases; ( ) 25 to 49",
};

function countPresetOf(given: CountPresetName | CountPreset | undefined): CountPreset {
  if (typeof given === "object") return given;
  if (given !== undefined && Object.hasOwn(countPresets, given)) return countPresets[given];
  const wanted = `one of ${Object.keys(countPresets).join(", ")}, or a threshold with its source`;
  const facts = { option: "`counts`", wanted };
  throw new VitalError([find("survey/option", { found: given ?? null, facts })]);
}

function checkReliability(given: readonly ReliabilityPreset[] | undefined): void {
  const wanted = `a list of ${Object.keys(RULES).join(", ")}, or an empty one`;
  const facts = { option: "`reliability`", wanted };
  const unknown = (given ?? [null]).filter((name) => name === null || !Object.hasOwn(RULES, name));
  throwIfErrors(unknown.map((found) => find("survey/option", { found, facts })));
}

function dedupe(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ message }) => !seen.has(message) && seen.add(message));
}
