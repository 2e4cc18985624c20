import { type Cell, type Columns, throwIfErrors } from "@vitalcore/core";
import { chiSquare, fisherF } from "@vitalcore/stats/distributions";
import { find } from "../catalog.js";
import type { MissingPolicy } from "../design/design-spec.js";
import type { ColumnName, DesignParts, SurveyDesign } from "../design/survey-design.js";
import { failOnLonely } from "../estimates/build-estimates.js";
import { meansFunctional, totalsFunctional } from "../estimates/functional.js";
import { groupDegrees, type SelectedRows, selectRows } from "../estimates/select-rows.js";
import { solveFunctional } from "../estimates/solve-functional.js";
import { sortedCodes } from "../kernels/codes.js";
import { inverse, orthonormalize, product, residual, sandwich, solve } from "../kernels/dense.js";
import { symmetricEigenvalues } from "../kernels/eigenvalues.js";
import { chiSquareMixtureSaddlepoint, chiSquareMixtureTail } from "./chi-square-mixture.js";

/** How the statistic of a contingency table is referred to a distribution. */
export type IndependenceMethod =
  /** Second-order Rao-Scott: F with Satterthwaite's degrees of freedom. The default. */
  | "rao-scott"
  /** First-order Rao-Scott: chi-square of the statistic over the mean generalized design effect. */
  | "rao-scott-first-order"
  /** Exact tail of the mixture of chi-squares over a chi-square with the denominator's degrees of freedom. */
  | "rao-scott-exact"
  /** The same tail by the saddlepoint approximation, as R's `statistic = "saddlepoint"` has it. */
  | "rao-scott-saddlepoint"
  /** Wald test of the differences between observed and expected totals. */
  | "wald"
  /** The same, adjusted for the degrees of freedom (Thomas and Rao). */
  | "wald-adjusted";

/** A weighted two-way table. */
export interface CrossTable {
  readonly rows: readonly Cell[];
  readonly columns: readonly Cell[];
  /** Sums of weights: `people[i][j]` of row i and column j. */
  readonly people: readonly (readonly number[])[];
  /** Shares of all people. */
  readonly shares: readonly (readonly number[])[];
  readonly n: number;
  readonly nMissing: number;
}

/** The outcome of a test of independence. */
export interface IndependenceTest {
  readonly method: IndependenceMethod;
  /** X^2, or F, or the Wald statistic over its degrees of freedom. */
  readonly statistic: number;
  /** Pearson's X^2 on the table of shares times the rows of the sample. */
  readonly pearson: number;
  readonly df1: number;
  /** Infinite for a chi-square. */
  readonly df2: number | null;
  readonly pValue: number;
  readonly table: CrossTable;
}

interface Cells {
  readonly rows: SelectedRows;
  readonly rowLabels: readonly Cell[];
  readonly columnLabels: readonly Cell[];
  /** One 0/1 variable for each cell, rows fastest. */
  readonly terms: readonly Float64Array[];
}

function readCells(
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

function tableOfCells({ rows, rowLabels, columnLabels }: Cells, people: Float64Array): CrossTable {
  const total = people.reduce((sum, value) => sum + value, 0);
  const layout = (scale: number) =>
    rowLabels.map((_, i) =>
      columnLabels.map((_column, j) => people[j * rowLabels.length + i]! / scale),
    );
  return {
    rows: rowLabels,
    columns: columnLabels,
    people: layout(1),
    shares: layout(total),
    n: rows.n[0]!,
    nMissing: rows.nMissing[0]!,
  };
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
): CrossTable {
  const { parts } = design as SurveyDesign;
  const cells = readCells(parts, what, options.missing);
  const solution = solveFunctional(
    { ...parts, lonely: { policy: "remove", inDomains: false } },
    cells.rows,
    totalsFunctional(cells.terms),
  );
  return tableOfCells(cells, solution.groups[0]!.values);
}

/** Contrasts of interaction, orthogonal to the main effects: (cells x df), row by row. */
function interactionContrasts(nr: number, nc: number): Float64Array {
  const size = nr * nc;
  const indicator = (holds: (i: number, j: number) => boolean) =>
    Float64Array.from({ length: size }, (_, cell) =>
      holds(cell % nr, Math.floor(cell / nr)) ? 1 : 0,
    );
  const main = [
    indicator(() => true),
    ...Array.from({ length: nr - 1 }, (_, a) => indicator((i) => i === a + 1)),
    ...Array.from({ length: nc - 1 }, (_, b) => indicator((_i, j) => j === b + 1)),
  ];
  const basis = orthonormalize(main);
  const df = (nr - 1) * (nc - 1);
  const contrasts = new Float64Array(size * df);
  for (let b = 1; b < nc; b++) {
    for (let a = 1; a < nr; a++) {
      const column = residual(
        indicator((i, j) => i === a && j === b),
        basis,
      );
      const k = (b - 1) * (nr - 1) + a - 1;
      for (let cell = 0; cell < size; cell++) contrasts[cell * df + k] = column[cell]!;
    }
  }
  return contrasts;
}

function transposed(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(matrix.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[j * rows + i] = matrix[i * columns + j]!;
  }
  return out;
}

/** Rows of the design in the domain, with or without an answer: the n of the Pearson statistic. */
function sampleRows({ table }: DesignParts, { domains }: SelectedRows): number {
  if (domains.group === undefined) return table.length;
  return domains.group.reduce((count, g) => count + (g === 0 ? 1 : 0), 0);
}

/** Generalized design effects: `[C'D^-1 C / n]^-1 C'D^-1 V D^-1 C`, and the size of C. */
function designEffectMatrix(
  shares: Float64Array,
  covariance: Float64Array,
  n: number,
  nr: number,
  nc: number,
): { readonly denominator: Float64Array; readonly numerator: Float64Array; readonly df: number } {
  const size = nr * nc;
  const df = (nr - 1) * (nc - 1);
  const contrasts = interactionContrasts(nr, nc);
  const weighted = contrasts.map((value, at) => {
    const share = shares[Math.floor(at / df)]!;
    return share === 0 ? 0 : value / share;
  });
  const left = transposed(weighted, size, df);
  return {
    denominator: product(left, contrasts, df, size, df).map((value) => value / n),
    numerator: sandwich(left, covariance, df, size),
    df,
  };
}

/**
 * Tests whether two categorical columns are independent in the population.
 *
 * @param what - the columns of the table.
 * @param options.method - default "rao-scott".
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option` for a table with one
 *   row or column.
 *
 * Source: Rao and Scott (1984), Annals of Statistics 12:46-60; Thomas and Rao (1990); R's `svychisq`.
 *
 * @example
 * ```ts
 * import { independenceTest, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign(
 *   { sex: ["F", "M", "F", "M", "F", "M", "F", "M"], online: [1, 1, 0, 1, 0, 1, 1, 0] },
 *   {},
 * );
 * independenceTest(design, { rows: "sex", columns: "online" }).pValue; // => 0.516490
 * ```
 */
export function independenceTest<Row extends Columns>(
  design: SurveyDesign<Row>,
  what: { readonly rows: ColumnName<Row>; readonly columns: ColumnName<Row> },
  options: { readonly method?: IndependenceMethod; readonly missing?: MissingPolicy } = {},
): IndependenceTest {
  const { parts } = design as SurveyDesign;
  const { method = "rao-scott" } = options;
  const cells = readCells(parts, what, options.missing);
  const nr = cells.rowLabels.length;
  const nc = cells.columnLabels.length;
  if (nr < 2 || nc < 2) {
    const facts = { option: "the table", wanted: "two or more rows and columns" };
    throwIfErrors([find("survey/option", { found: `${nr} x ${nc}`, facts })]);
  }
  const functional = method.startsWith("wald")
    ? totalsFunctional(cells.terms)
    : meansFunctional(cells.terms);
  const solution = solveFunctional(parts, cells.rows, functional);
  failOnLonely(solution);
  const { values, covariance, totals } = solution.groups[0]!;
  const people = totals.slice(1);
  const table = tableOfCells(cells, people);
  const degrees = groupDegrees(parts, cells.rows.domains)[0]!;
  const n = sampleRows(parts, cells.rows);
  const pearson = pearsonStatistic(people, totals[0]!, n, nr, nc);
  const shared = { method, pearson, table };
  if (method === "wald" || method === "wald-adjusted") {
    const df = (nr - 1) * (nc - 1);
    const wald = waldStatistic(values, covariance, nr, nc);
    const factor = method === "wald" ? 1 : (degrees - df + 1) / degrees;
    const df2 = method === "wald" ? degrees : degrees - df + 1;
    const statistic = (wald / df) * factor;
    return {
      ...shared,
      statistic,
      df1: df,
      df2,
      pValue: fisherF({ df1: df, df2 }).survival(statistic),
    };
  }
  const { denominator, numerator, df } = designEffectMatrix(values, covariance, n, nr, nc);
  const delta = solve(denominator, numerator, df)!;
  let trace = 0;
  let traceOfSquare = 0;
  for (let i = 0; i < df; i++) {
    trace += delta[i * df + i]!;
    for (let k = 0; k < df; k++) traceOfSquare += delta[i * df + k]! * delta[k * df + i]!;
  }
  if (method === "rao-scott-first-order") {
    const pValue = chiSquare({ df }).survival(pearson / (trace / df));
    return { ...shared, statistic: pearson, df1: df, df2: null, pValue };
  }
  const df1 = trace ** 2 / traceOfSquare;
  const df2 = df1 * degrees;
  if (method === "rao-scott-exact" || method === "rao-scott-saddlepoint") {
    const effects = symmetricEigenvalues(symmetrized(denominator, numerator, df), df);
    const tail = method === "rao-scott-exact" ? chiSquareMixtureTail : chiSquareMixtureSaddlepoint;
    return { ...shared, statistic: pearson, df1, df2, pValue: tail(pearson, effects, df2) };
  }
  const statistic = pearson / trace;
  return { ...shared, statistic, df1, df2, pValue: fisherF({ df1, df2 }).survival(statistic) };
}

/** L^-1 N L^-T for D = L L': symmetric, with the eigenvalues of D^-1 N. */
function symmetrized(
  denominator: Float64Array,
  numerator: Float64Array,
  size: number,
): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = denominator[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      lower[i * size + j] = i === j ? Math.sqrt(sum) : sum / lower[j * size + j]!;
    }
  }
  return sandwich(inverse(lower, size)!, numerator, size, size);
}

function pearsonStatistic(
  people: Float64Array,
  total: number,
  n: number,
  nr: number,
  nc: number,
): number {
  let statistic = 0;
  for (let i = 0; i < nr; i++) {
    let rowSum = 0;
    for (let j = 0; j < nc; j++) rowSum += people[j * nr + i]!;
    for (let j = 0; j < nc; j++) {
      let columnSum = 0;
      for (let k = 0; k < nr; k++) columnSum += people[j * nr + k]!;
      const expected = (rowSum * columnSum) / total;
      if (expected > 0) statistic += (people[j * nr + i]! - expected) ** 2 / expected;
    }
  }
  return (statistic * n) / total;
}

/** Wald statistic of observed less expected totals in (r-1)(c-1) cells. */
function waldStatistic(
  totals: Float64Array,
  covariance: Float64Array,
  nr: number,
  nc: number,
): number {
  const size = nr * nc;
  const df = (nr - 1) * (nc - 1);
  const all = totals.reduce((sum, value) => sum + value, 0);
  const rowSum = (i: number) => {
    let sum = 0;
    for (let j = 0; j < nc; j++) sum += totals[j * nr + i]!;
    return sum;
  };
  const columnSum = (j: number) => {
    let sum = 0;
    for (let i = 0; i < nr; i++) sum += totals[j * nr + i]!;
    return sum;
  };
  const differences = new Float64Array(df);
  const gradient = new Float64Array(df * size);
  for (let b = 1; b < nc; b++) {
    for (let a = 1; a < nr; a++) {
      const k = (b - 1) * (nr - 1) + a - 1;
      const r = rowSum(a);
      const c = columnSum(b);
      differences[k] = totals[b * nr + a]! - (r * c) / all;
      for (let j = 0; j < nc; j++) {
        for (let i = 0; i < nr; i++) {
          let slope = (r * c) / all ** 2;
          if (i === a && j === b) slope += 1;
          if (i === a) slope -= c / all;
          if (j === b) slope -= r / all;
          gradient[k * size + j * nr + i] = slope;
        }
      }
    }
  }
  const matrix = sandwich(gradient, covariance, df, size);
  const solved = solve(matrix, differences, df);
  return differences.reduce((sum, value, i) => sum + value * (solved?.[i] ?? Number.NaN), 0);
}
