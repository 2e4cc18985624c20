import {
  type Cell,
  type Columns,
  defineResult,
  type Result,
  type ResultData,
  type ResultKind,
  type SummaryTable,
} from "@vitalcore/core";
import type { MissingPolicy } from "../design/design-spec.js";
import type { ColumnName, DesignParts, SurveyDesign } from "../design/survey-design.js";
import { totalsFunctional } from "../estimates/functional.js";
import { type SelectedRows, selectRows } from "../estimates/select-rows.js";
import { solveFunctional } from "../estimates/solve-functional.js";
import { sortedCodes } from "../kernels/codes.js";

/** A weighted two-way table. */
export interface CrossTable extends ResultData {
  readonly kind: "SurveyCrossTable";
  /** The columns of the sample that make the rows and the columns. */
  readonly variables: readonly [rows: string, columns: string];
  readonly rows: readonly Cell[];
  readonly columns: readonly Cell[];
  /** Sums of weights: `people[i][j]` of row i and column j. */
  readonly people: readonly (readonly number[])[];
  /** Shares of all people. */
  readonly shares: readonly (readonly number[])[];
  readonly n: number;
  readonly nMissing: number;
}

/** The shares of a table, as they are shown. */
export function tableOfShares({ variables, rows, columns, shares }: CrossTable): SummaryTable {
  return {
    columns: [
      { name: variables[0] },
      ...columns.map((column) => ({ name: String(column), kind: "number" as const, digits: 4 })),
    ],
    rows: rows.map((row, i) => [row, ...shares[i]!]),
  };
}

/** Two-way tables; how they are shown and read back from JSON. */
export const crossTableResult: ResultKind<CrossTable> = /* @__PURE__ */ defineResult<CrossTable>({
  kind: "SurveyCrossTable",
  version: 1,
  summarize: (table) => ({
    title: `${table.variables[0]} by ${table.variables[1]}: share of people`,
    facts: [
      ["rows of the sample", table.n],
      ["without an answer", table.nMissing],
    ],
    tables: [tableOfShares(table)],
  }),
});

/** The cells of a two-way table, as variables of the sample. */
export interface Cells {
  readonly variables: readonly [rows: string, columns: string];
  readonly rows: SelectedRows;
  readonly rowLabels: readonly Cell[];
  readonly columnLabels: readonly Cell[];
  /** One 0/1 variable for each cell, rows fastest. */
  readonly terms: readonly Float64Array[];
}

/** Reads the cells that a table of two columns has in the domain. */
export function readCells(
  parts: DesignParts,
  what: { readonly rows: string; readonly columns: string },
  missing: MissingPolicy | undefined,
): Cells {
  const rowsOf = sortedCodes(parts.table.column(what.rows));
  const columnsOf = sortedCodes(parts.table.column(what.columns));
  const asNumbers = (codes: Int32Array) =>
    Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code));
  const rows = selectRows(
    parts,
    [
      { column: what.rows, values: asNumbers(rowsOf.codes) },
      { column: what.columns, values: asNumbers(columnsOf.codes) },
    ],
    { ...(missing !== undefined && { missing }) },
  );
  const inDomain = (row: number) =>
    rows.domains.group === undefined || rows.domains.group[row] === 0;
  const keep = (codes: Int32Array, labels: readonly Cell[]) => {
    const seen = new Uint8Array(labels.length);
    codes.forEach((code, row) => {
      if (code >= 0 && inDomain(row)) seen[code] = 1;
    });
    return labels.map((_, level) => level).filter((level) => seen[level] === 1);
  };
  const rowLevels = keep(rowsOf.codes, rowsOf.labels);
  const columnLevels = keep(columnsOf.codes, columnsOf.labels);
  const terms = columnLevels.flatMap((column) =>
    rowLevels.map((row) =>
      Float64Array.from(rowsOf.codes, (code, i) =>
        code === row && columnsOf.codes[i] === column ? 1 : 0,
      ),
    ),
  );
  const withhold = (column: string, labels: readonly Cell[]) =>
    parts.table.identifying.has(column) ? labels.map((_, i) => `category ${i + 1}`) : labels;
  return {
    variables: [what.rows, what.columns],
    rows,
    rowLabels: withhold(
      what.rows,
      rowLevels.map((level) => rowsOf.labels[level]!),
    ),
    columnLabels: withhold(
      what.columns,
      columnLevels.map((level) => columnsOf.labels[level]!),
    ),
    terms,
  };
}

/** The table of the totals of all cells. */
export function tableOfCells(
  { variables, rows, rowLabels, columnLabels }: Cells,
  people: Float64Array,
): Result<CrossTable> {
  const total = people.reduce((sum, value) => sum + value, 0);
  const layout = (scale: number) =>
    rowLabels.map((_, i) =>
      columnLabels.map((_column, j) => people[j * rowLabels.length + i]! / scale),
    );
  return crossTableResult.create({
    variables,
    rows: rowLabels,
    columns: columnLabels,
    people: layout(1),
    shares: layout(total),
    n: rows.n[0]!,
    nMissing: rows.nMissing[0]!,
  });
}

/**
 * A weighted two-way table: how many people, and what share of all, are in each cell.
 *
 * @param what - the columns that make the rows and the columns of the table.
 * @throws VitalError `survey/missing-values`.
 *
 * @example
 * ```ts
 * import { crossTable, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ sex: ["F", "M", "F"], online: [true, true, false], w: [2, 3, 5] }, { weights: "w" });
 * crossTable(design, { rows: "sex", columns: "online" }).people; // => [[5, 2], [0, 3]]
 * ```
 */
export function crossTable<Row extends Columns>(
  design: SurveyDesign<Row>,
  what: { readonly rows: ColumnName<Row>; readonly columns: ColumnName<Row> },
  options: { readonly missing?: MissingPolicy } = {},
): Result<CrossTable> {
  const { parts } = design as SurveyDesign;
  const cells = readCells(parts, what, options.missing);
  const solution = solveFunctional(
    { ...parts, lonely: { policy: "remove", inDomains: false } },
    cells.rows,
    totalsFunctional(cells.terms),
  );
  return tableOfCells(cells, solution.groups[0]!.values);
}
