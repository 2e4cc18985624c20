import {
  type Columns,
  defineResult,
  type Result,
  type ResultData,
  type ResultKind,
  throwIfErrors,
} from "@vitalcore/core";
import { chiSquare, fisherF } from "@vitalcore/stats/distributions";
import { find } from "../catalog.js";
import type { MissingPolicy } from "../design/design-spec.js";
import type { ColumnName, DesignParts, SurveyDesign } from "../design/survey-design.js";
import { failOnLonely } from "../estimates/build-estimates.js";
import { meansFunctional, totalsFunctional } from "../estimates/functional.js";
import { groupDegrees, type SelectedRows } from "../estimates/select-rows.js";
import { shown } from "../estimates/shown.js";
import { solveFunctional } from "../estimates/solve-functional.js";
import { solve } from "../kernels/dense.js";
import { symmetricEigenvalues } from "../kernels/eigenvalues.js";
import { chiSquareMixtureSaddlepoint, chiSquareMixtureTail } from "./chi-square-mixture.js";
import { type CrossTable, readCells, tableOfCells, tableOfShares } from "./cross-table.js";
import {
  designEffectMatrix,
  pearsonStatistic,
  symmetrized,
  waldStatistic,
} from "./independence-statistics.js";
import { ROUNDING, requireDegrees, requireVariation } from "./requirements.js";

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

/** The outcome of a test of independence. */
export interface IndependenceTest extends ResultData {
  readonly kind: "SurveyIndependenceTest";
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

/** Tests of independence; how they are shown and read back from JSON. */
export const independenceTestResult: ResultKind<IndependenceTest> =
  /* @__PURE__ */ defineResult<IndependenceTest>({
    kind: "SurveyIndependenceTest",
    version: 1,
    summarize: ({ method, statistic, pearson, df1, df2, pValue, table }) => ({
      title: `Test of independence of ${table.variables[0]} and ${table.variables[1]} (${method})`,
      facts: [
        ["statistic", shown(statistic)],
        ["Pearson's X²", shown(pearson)],
        ["degrees of freedom", df2 === null ? df1 : `${df1} and ${df2}`],
        ["p", shown(pValue)],
      ],
      tables: [tableOfShares(table)],
    }),
  });

/** Rows of the design in the domain, with or without an answer: the n of the Pearson statistic. */
function sampleRows({ table }: DesignParts, { domains }: SelectedRows): number {
  if (domains.group === undefined) return table.length;
  return domains.group.reduce((count, g) => count + (g === 0 ? 1 : 0), 0);
}

/**
 * Tests whether two categorical columns are independent in the population.
 *
 * @param what - the columns of the table.
 * @param options.method - default "rao-scott".
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/untestable`, `survey/no-variation`,
 *   `survey/option` for a table with one row or column.
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
): Result<IndependenceTest> {
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
  const test = "The test of independence";
  requireDegrees(test, degrees);
  if (method === "wald" || method === "wald-adjusted") {
    const df = (nr - 1) * (nc - 1);
    const wald = waldStatistic(values, covariance, nr, nc);
    const factor = method === "wald" ? 1 : (degrees - df + 1) / degrees;
    const df2 = method === "wald" ? degrees : degrees - df + 1;
    requireDegrees(test, df2);
    requireVariation(test, what.rows, Number.isFinite(wald));
    const statistic = (wald / df) * factor;
    const pValue = fisherF({ df1: df, df2 }).survival(statistic);
    return independenceTestResult.create({ ...shared, statistic, df1: df, df2, pValue });
  }
  const { denominator, numerator, df } = designEffectMatrix(values, covariance, n, nr, nc);
  const delta = solve(denominator, numerator, df);
  requireVariation(test, what.rows, delta !== undefined);
  let trace = 0;
  let traceOfSquare = 0;
  for (let i = 0; i < df; i++) {
    trace += delta[i * df + i]!;
    for (let k = 0; k < df; k++) traceOfSquare += delta[i * df + k]! * delta[k * df + i]!;
  }
  requireVariation(test, what.rows, trace > ROUNDING);
  if (method === "rao-scott-first-order") {
    const pValue = chiSquare({ df }).survival(pearson / (trace / df));
    return independenceTestResult.create({
      ...shared,
      statistic: pearson,
      df1: df,
      df2: null,
      pValue,
    });
  }
  const df1 = trace ** 2 / traceOfSquare;
  const df2 = df1 * degrees;
  if (method === "rao-scott-exact" || method === "rao-scott-saddlepoint") {
    const effects = symmetricEigenvalues(symmetrized(denominator, numerator, df), df);
    const tail = method === "rao-scott-exact" ? chiSquareMixtureTail : chiSquareMixtureSaddlepoint;
    const pValue = tail(pearson, effects, df2);
    return independenceTestResult.create({ ...shared, statistic: pearson, df1, df2, pValue });
  }
  const statistic = pearson / trace;
  const pValue = fisherF({ df1, df2 }).survival(statistic);
  return independenceTestResult.create({ ...shared, statistic, df1, df2, pValue });
}
