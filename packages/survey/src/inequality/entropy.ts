import type { Columns, Finding } from "@vitalcore/core";
import { throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { ColumnName, DesignParts, SurveyDesign } from "../design/survey-design.js";
import { buildEstimates } from "../estimates/build-estimates.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import type { Functional } from "../estimates/functional.js";
import { checkOptions, type EstimateOptions } from "../estimates/options.js";
import { readNumbers } from "../estimates/read-variable.js";
import { type SelectedRows, selectRows } from "../estimates/select-rows.js";
import { solveFunctional } from "../estimates/solve-functional.js";

interface Incomes {
  readonly rows: SelectedRows;
  readonly y: Float64Array;
  readonly findings: readonly Finding[];
}

/** Positive amounts only: the measures have no value for others. The rest is left out, and counted. */
function positiveIncomes(parts: DesignParts, column: string, options: EstimateOptions): Incomes {
  const { values } = readNumbers(parts.table, column);
  const rows = selectRows(parts, [{ column, values }], options);
  let left = 0;
  const group = Int32Array.from(values, (value, row) => {
    const g = rows.group === undefined ? 0 : rows.group[row]!;
    if (g >= 0 && !(value > 0)) {
      if (parts.weights[row] !== 0) left += 1;
      return -1;
    }
    return g;
  });
  if (left === 0) return { rows, y: values, findings: [] };
  const n = new Float64Array(rows.groups);
  group.forEach((g, row) => {
    if (g >= 0 && parts.weights[row] !== 0) n[g]! += 1;
  });
  const findings = [find("survey/not-positive", { place: { column }, facts: { count: left } })];
  return { rows: { ...rows, group, n }, y: values, findings };
}

function estimate(
  design: SurveyDesign,
  column: string,
  options: EstimateOptions,
  statistic: string,
  functional: (y: Float64Array) => Functional,
): EstimatesResult {
  checkOptions(options);
  const { parts } = design;
  const { rows, y, findings } = positiveIncomes(parts, column, options);
  const solution = solveFunctional(parts, rows, functional(y), {
    joint: options.covariance === true,
  });
  return buildEstimates({
    statistic,
    parts,
    rows,
    solution,
    names: [{ variable: column }],
    options,
    findings,
  });
}

const transformed = (y: Float64Array, f: (value: number) => number) =>
  y.map((value) => (value > 0 ? f(value) : 0));

/**
 * Estimates the Atkinson index of amounts above zero.
 *
 * @param options.epsilon - aversion to inequality, above 0; default 1.
 * @returns one estimate per group, from 0 (all alike) to 1. Amounts of zero and less are left out and reported.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Atkinson (1970); Biewen and Jenkins (2006), Oxford Bulletin of Economics and Statistics 68.
 *
 * @example
 * ```ts
 * import { atkinson, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [1, 4] }, {});
 * atkinson(design, "income").estimates[0]?.value; // => 0.2
 * ```
 */
export function atkinson<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  options: Omit<EstimateOptions<ColumnName<Row>>, "designEffect"> & {
    readonly epsilon?: number;
  } = {},
): EstimatesResult {
  const { epsilon = 1 } = options;
  if (!(epsilon > 0 && Number.isFinite(epsilon))) {
    const facts = { option: "`epsilon`", wanted: "a number above 0" };
    throwIfErrors([find("survey/option", { found: epsilon, facts })]);
  }
  const power = 1 - epsilon;
  return estimate(design as SurveyDesign, column, options, "Atkinson index", (y) => ({
    terms: [y, transformed(y, epsilon === 1 ? Math.log : (value) => value ** power)],
    width: 1,
    evaluate: ([n, sum, other]) => {
      const mean = sum! / n!;
      return Float64Array.of(
        epsilon === 1 ? 1 - Math.exp(other! / n!) / mean : 1 - (other! / n!) ** (1 / power) / mean,
      );
    },
    gradient: ([n, sum, other]) => {
      const mean = sum! / n!;
      if (epsilon === 1) {
        const equal = Math.exp(other! / n!) / mean;
        // equal = exp(L/n) n / S
        return Float64Array.of(-equal * (1 / n! - other! / n! ** 2), equal / sum!, -equal / n!);
      }
      const equal = (other! / n!) ** (1 / power) / mean;
      // equal = P^(1/q) n^(1 - 1/q) / S
      return Float64Array.of(
        (-equal * (1 - 1 / power)) / n!,
        equal / sum!,
        -equal / (power * other!),
      );
    },
  }));
}

/**
 * Estimates a generalized entropy index of amounts above zero: 0 is the mean log deviation, 1 is Theil's
 * index, 2 half the squared coefficient of variation.
 *
 * @param options.alpha - default 1.
 * @returns one estimate per group, 0 where all are alike. Amounts of zero and less are left out and reported.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Shorrocks (1980); Biewen and Jenkins (2006), Oxford Bulletin of Economics and Statistics 68.
 *
 * @example
 * ```ts
 * import { generalizedEntropy, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [1, 3] }, {});
 * generalizedEntropy(design, "income", { alpha: 2 }).estimates[0]?.value; // => 0.125
 * ```
 */
export function generalizedEntropy<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  options: Omit<EstimateOptions<ColumnName<Row>>, "designEffect"> & {
    readonly alpha?: number;
  } = {},
): EstimatesResult {
  const { alpha = 1 } = options;
  if (!Number.isFinite(alpha)) {
    const facts = { option: "`alpha`", wanted: "a finite number" };
    throwIfErrors([find("survey/option", { found: alpha, facts })]);
  }
  return estimate(design as SurveyDesign, column, options, "generalized entropy", (y) =>
    entropyFunctional(y, alpha),
  );
}

function entropyFunctional(y: Float64Array, alpha: number): Functional {
  if (alpha === 0) {
    return {
      terms: [y, transformed(y, Math.log)],
      width: 1,
      evaluate: ([n, sum, logs]) => Float64Array.of(Math.log(sum! / n!) - logs! / n!),
      gradient: ([n, sum, logs]) => Float64Array.of(-1 / n! + logs! / n! ** 2, 1 / sum!, -1 / n!),
    };
  }
  if (alpha === 1) {
    return {
      terms: [y, transformed(y, (value) => value * Math.log(value))],
      width: 1,
      evaluate: ([n, sum, logs]) => Float64Array.of(logs! / sum! - Math.log(sum! / n!)),
      gradient: ([n, sum, logs]) =>
        Float64Array.of(1 / n!, -logs! / sum! ** 2 - 1 / sum!, 1 / sum!),
    };
  }
  const scale = 1 / (alpha * alpha - alpha);
  return {
    terms: [y, transformed(y, (value) => value ** alpha)],
    width: 1,
    // P n^(a-1) / S^a
    evaluate: ([n, sum, powers]) =>
      Float64Array.of(scale * (powers! / n! / (sum! / n!) ** alpha - 1)),
    gradient: ([n, sum, powers]) => {
      const ratio = (scale * (powers! / n!)) / (sum! / n!) ** alpha;
      return Float64Array.of((ratio * (alpha - 1)) / n!, (-ratio * alpha) / sum!, ratio / powers!);
    },
  };
}
