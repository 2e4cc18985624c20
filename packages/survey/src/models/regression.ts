import {
  type Columns,
  defineResult,
  type Finding,
  type Result,
  type ResultData,
  type ResultKind,
  throwIfErrors,
} from "@vitalcore/core";
import { fisherF, studentT } from "@vitalcore/stats/distributions";
import { adjustInfluence } from "../calibration/adjustment.js";
import { find } from "../catalog.js";
import { degreesOfFreedom } from "../design/degrees-of-freedom.js";
import type { MissingPolicy } from "../design/design-spec.js";
import type { ColumnName, DesignParts, SurveyDesign } from "../design/survey-design.js";
import { criticalValue, failOnLonely, matrixRows } from "../estimates/build-estimates.js";
import type { Interval } from "../estimates/estimates.js";
import { checkOptions } from "../estimates/options.js";
import { readNumbers } from "../estimates/read-variable.js";
import { selectRows } from "../estimates/select-rows.js";
import { influenceCovariance } from "../estimates/solve-influence.js";
import { replicateCovariance } from "../estimates/solve-replicates.js";
import { solve } from "../kernels/dense.js";
import { modelMatrix, type Term } from "./design-matrix.js";
import { FAMILIES, fitModel } from "./fit.js";

/** What a regression explains, and by what. */
export interface RegressionOf<Name extends string = string> {
  readonly outcome: Name;
  /**
   * Numeric and text columns; `{ column, base }` for the base category; `{ expression, name }` for powers and the
   * like; `{ interaction: [...] }` and `{ crossing: [...] }` for products. Ordered by the number of factors.
   */
  readonly terms: readonly Term<Name>[];
  /**
   * "gaussian": linear; "logistic": log odds of a 0/1 outcome; "log-binomial": log prevalence of a 0/1
   * outcome, whose coefficients are logs of prevalence ratios; "poisson": log of a mean. Default "gaussian".
   */
  readonly family?: "gaussian" | "logistic" | "log-binomial" | "poisson";
  /** Default true. */
  readonly intercept?: boolean;
}

/** A coefficient with its design-based doubt. */
export interface Coefficient {
  readonly name: string;
  readonly term: string;
  /** Null where the data do not determine it. */
  readonly value: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly t: number | null;
  readonly pValue: number | null;
  /** exp of value and limits: odds ratio, prevalence ratio or rate ratio; null for a linear model. */
  readonly ratio: { readonly value: number; readonly lower: number; readonly upper: number } | null;
}

/** A regression whose errors come from the design. */
export interface Regression extends ResultData {
  readonly kind: "SurveyRegression";
  readonly outcome: string;
  readonly family: "gaussian" | "logistic" | "log-binomial" | "poisson";
  readonly coefficients: readonly Coefficient[];
  readonly covariance: readonly (readonly number[])[];
  readonly n: number;
  readonly nMissing: number;
  /** Degrees of freedom of the design + 1 - number of coefficients. */
  readonly degreesOfFreedom: number;
  readonly findings: readonly Finding[];
}

/** Results of regressions; how they are shown and read back from JSON. */
export const regressionResult: ResultKind<Regression> = /* @__PURE__ */ defineResult<Regression>({
  kind: "SurveyRegression",
  version: 1,
  summarize: ({ outcome, family, coefficients, n, degreesOfFreedom: df, findings }) => ({
    title: `Regression of ${outcome} (${family})`,
    facts: [
      ["rows", n],
      ["degrees of freedom", df],
    ],
    tables: [
      {
        columns: [
          { name: "coefficient" },
          { name: "value", kind: "number", digits: 4 },
          { name: "std. error", kind: "number", digits: 4 },
          { name: "t", kind: "number", digits: 2 },
          { name: "p", kind: "number", digits: 4 },
          ...(family === "gaussian" ? [] : [{ name: "ratio", kind: "number" as const, digits: 3 }]),
        ],
        rows: coefficients.map((c) => [
          c.name,
          c.value,
          c.standardError,
          c.t,
          c.pValue,
          ...(family === "gaussian" ? [] : [c.ratio?.value ?? null]),
        ]),
      },
    ],
    notes: findings.map(({ message }) => message),
  }),
});

interface Fitted {
  readonly coefficients: Float64Array;
  readonly covariance: Float64Array;
  readonly aliased: readonly number[];
  readonly findings: Finding[];
}

function fitDesign(
  parts: DesignParts,
  columns: readonly Float64Array[],
  y: Float64Array,
  inside: Uint8Array,
  family: keyof typeof FAMILIES,
  tolerance: number | undefined,
): Fitted {
  const p = columns.length;
  const masked = (weights: Float64Array) =>
    weights.map((weight, row) => (inside[row] === 1 ? weight : 0));
  const clean = columns.map((column) =>
    column.map((value, row) => (inside[row] === 1 ? value : 0)),
  );
  const outcome = y.map((value, row) => (inside[row] === 1 ? value : 0));
  const fit = fitModel(clean, outcome, masked(parts.weights), FAMILIES[family], { tolerance });
  const findings: Finding[] = [];
  if (!fit.converged)
    findings.push(find("survey/not-converged", { facts: { what: "The regression" } }));
  const { coefficients, bread, score, aliased } = fit;
  if (parts.replicates !== undefined) {
    const buffer = new Float64Array(y.length);
    const values = Array.from({ length: parts.replicates.count }, (_, r) => {
      const weights = masked(parts.replicates!.fill(r, buffer));
      const start = coefficients;
      return fitModel(clean, outcome, weights, FAMILIES[family], { start, tolerance }).coefficients;
    });
    const { covariance } = replicateCovariance(parts, values, coefficients);
    return { coefficients, covariance, aliased, findings };
  }
  const influence = Array.from({ length: p }, (_, j) => {
    const z = new Float64Array(y.length);
    for (let row = 0; row < z.length; row++) {
      if (score[row] === 0) continue;
      let sum = 0;
      for (let k = 0; k < p; k++) sum += bread[j * p + k]! * clean[k]![row]!;
      z[row] = score[row]! * sum;
    }
    adjustInfluence(z, parts.adjustments);
    return z;
  });
  const { covariance, lonely } = influenceCovariance(parts, influence, inside);
  failOnLonely({ lonely: new Set(lonely) });
  return { coefficients, covariance, aliased, findings };
}

/**
 * Fits a linear, logistic, log-binomial or Poisson regression with weights, and gives the errors that the
 * design asks for.
 *
 * @param design - from {@link surveyDesign} or {@link replicateDesign}.
 * @param what - outcome, terms and family; a text column is a set of contrasts with its first category, and has a
 *   column for every category where there is nothing to contrast it with (no intercept; a product without its parts).
 * @param options.level - default 0.95.
 * @param options.df - degrees of freedom of tests and intervals; default those of the design + 1 - number of
 *   coefficients.
 * @param options.tolerance - stop when the deviance changes by less than this share; R stops at 1e-8, which
 *   leaves errors of 1e-5 in its standard errors. Default: go on until nothing changes.
 * @throws VitalError `survey/missing-values`, `survey/not-binary`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Binder (1983), International Statistical Review 51:279-292; R's `svyglm`.
 *
 * @example
 * ```ts
 * import { regression, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ hours: [1, 2, 3, 4, 5], score: [2, 4, 5, 4, 5] }, {});
 * const { coefficients } = regression(design, { outcome: "score", terms: ["hours"] });
 * coefficients.map(({ value }) => value); // => [2.2, 0.6]
 * const cells = surveyDesign({ y: [1, 2, 4, 9], a: ["p", "q", "p", "q"], b: ["u", "u", "v", "v"] }, {});
 * const crossed = regression(cells, { outcome: "y", terms: [{ crossing: ["a", "b"] }] });
 * crossed.coefficients.map(({ name, value }) => [name, value]); // => [["(Intercept)", 1], ["aq", 1], ["bv", 3], ["aq:bv", 4]]
 * ```
 */
export function regression<Row extends Columns>(
  design: SurveyDesign<Row>,
  what: RegressionOf<ColumnName<Row>>,
  options: {
    readonly level?: number;
    readonly df?: "infinite" | number;
    readonly missing?: MissingPolicy;
    readonly tolerance?: number;
  } = {},
): Result<Regression> {
  checkOptions(options);
  const { parts } = design as SurveyDesign;
  const { outcome, terms, family = "gaussian", intercept = true } = what;
  const { level = 0.95 } = options;
  const y = readNumbers(parts.table, outcome);
  const matrix = modelMatrix(parts.table, terms, intercept);
  const variables = matrix.columns.map((values, j) => ({ column: matrix.termOf[j]!, values }));
  const rows = selectRows(parts, [y, ...variables], options);
  const inside = new Uint8Array(parts.table.length);
  for (let row = 0; row < inside.length; row++) {
    inside[row] = rows.group === undefined || rows.group[row] === 0 ? 1 : 0;
  }
  checkOutcome(parts, y.values, inside, outcome, family);
  const fitted = fitDesign(parts, matrix.columns, y.values, inside, family, options.tolerance);
  const { coefficients, covariance, aliased } = fitted;
  const p = coefficients.length;
  const df =
    options.df === "infinite"
      ? Number.POSITIVE_INFINITY
      : (options.df ?? degreesOfFreedom(parts, inside) + 1 - (p - aliased.length));
  const t = criticalValue(level, df);
  return regressionResult.create({
    outcome,
    family,
    coefficients: matrix.names.map((name, j): Coefficient => {
      const term = matrix.termOf[j]!;
      const value = coefficients[j]!;
      const se = Math.sqrt(Math.max(0, covariance[j * p + j]!));
      if (aliased.includes(j) || !Number.isFinite(se)) {
        return {
          name,
          term,
          value: null,
          standardError: null,
          interval: null,
          t: null,
          pValue: null,
          ratio: null,
        };
      }
      const half = (t ?? Number.NaN) * se;
      const interval =
        t === undefined ? null : { level, lower: value - half, upper: value + half, method: "t" };
      return {
        name,
        term,
        value,
        standardError: se,
        interval,
        t: se > 0 ? value / se : null,
        pValue:
          t !== undefined && se > 0 ? 2 * studentT({ df }).survival(Math.abs(value / se)) : null,
        ratio:
          family === "gaussian" || interval === null
            ? null
            : {
                value: Math.exp(value),
                lower: Math.exp(interval.lower),
                upper: Math.exp(interval.upper),
              },
      };
    }),
    covariance: matrixRows(covariance, p) ?? [],
    n: rows.n[0]!,
    nMissing: rows.nMissing[0]!,
    degreesOfFreedom: df,
    findings: [...matrix.findings, ...rows.findings, ...fitted.findings],
  });
}

function checkOutcome(
  { table }: DesignParts,
  y: Float64Array,
  inside: Uint8Array,
  column: string,
  family: keyof typeof FAMILIES,
): void {
  const binary = family === "logistic" || family === "log-binomial";
  if (!binary && family !== "poisson") return;
  for (let row = 0; row < y.length; row++) {
    const value = y[row]!;
    if (inside[row] === 0 || (binary ? value === 0 || value === 1 : value >= 0)) continue;
    const place = { column, row: row + 1 };
    const withhold = table.identifying.has(column);
    const values = withhold ? "another value" : `the value ${value}`;
    if (binary) throwIfErrors([find("survey/not-binary", { place, facts: { values } })]);
    const facts = { option: `"${column}" in row ${row + 1}`, wanted: "a count of 0 or more" };
    throwIfErrors([find("survey/option", { place, found: value, withhold, facts })]);
  }
}

/** The joint test that several coefficients are zero. */
export interface WaldTest {
  /** Wald statistic over the number of coefficients. */
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly pValue: number;
}

/**
 * Tests whether all coefficients of some terms are zero (Wald, with an F distribution).
 *
 * @param model - from {@link regression}.
 * @param terms - names of terms: columns, or `a:b` for an interaction.
 * @throws VitalError `survey/option` for an unknown term or a singular covariance.
 *
 * Source: Korn and Graubard (1990), The American Statistician 44:270-276; R's `regTermTest`.
 *
 * @example
 * ```ts
 * import { regression, surveyDesign, testTerms } from "@vitalcore/survey";
 * const design = surveyDesign({ hours: [1, 2, 3, 4, 5], score: [2, 4, 5, 4, 5] }, {});
 * const model = regression(design, { outcome: "score", terms: ["hours"] });
 * testTerms(model, ["hours"]).f; // => 8.372093
 * ```
 */
export function testTerms(model: Regression, terms: readonly string[]): WaldTest {
  const known = new Set(model.coefficients.map(({ term }) => term));
  throwIfErrors(
    terms
      .filter((term) => !known.has(term))
      .map((found) =>
        find("survey/option", {
          found,
          facts: { option: "a term to test", wanted: `one of: ${[...known].join(", ")}` },
        }),
      ),
  );
  const chosen = model.coefficients
    .map((coefficient, j) => ({ coefficient, j }))
    .filter(({ coefficient: { term, value } }) => terms.includes(term) && value !== null);
  const q = chosen.length;
  const values = Float64Array.from(chosen, ({ coefficient }) => coefficient.value!);
  const matrix = new Float64Array(q * q);
  chosen.forEach(({ j }, a) => {
    chosen.forEach(({ j: k }, b) => {
      matrix[a * q + b] = model.covariance[j]![k]!;
    });
  });
  const solved = solve(matrix, values, q);
  if (solved === undefined) {
    throwIfErrors([
      find("survey/option", {
        found: null,
        facts: { option: "the covariance of these coefficients", wanted: "a regular matrix" },
      }),
    ]);
  }
  const f = values.reduce((sum, value, i) => sum + value * solved![i]!, 0) / q;
  const df2 = model.degreesOfFreedom;
  return { f, df1: q, df2, pValue: fisherF({ df1: q, df2 }).survival(f) };
}
