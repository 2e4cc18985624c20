import { type Columns, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import type { Functional } from "../estimates/functional.js";
import { checkOptions, type EstimateOptions } from "../estimates/options.js";
import { estimateFunctional } from "../estimates/solve-statistic.js";
import { positiveIncomes } from "./positive-incomes.js";

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
  const labels = { statistic, names: [{ variable: column }], options, findings };
  return estimateFunctional(parts, rows, functional(y), labels);
}

/** A function of the amounts above zero; 0 for others, which no group holds. */
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
  options: EstimateOptions<ColumnName<Row>> & {
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
  options: EstimateOptions<ColumnName<Row>> & {
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

/** A generalized entropy as a function of the totals of 1, y and of a power, a logarithm or both. */
export function entropyFunctional(y: Float64Array, alpha: number): Functional {
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

/**
 * Estimates the J-divergence of incomes and people above zero: the sum of the mean log deviation and of
 * Theil's index.
 *
 * @returns one estimate per group, 0 where all are alike. Amounts of zero and less are left out and reported.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Rohde (2016), Journal of the Royal Statistical Society A 179:847-872.
 *
 * @example
 * ```ts
 * import { jDivergence, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [1, 3] }, {});
 * jDivergence(design, "income").estimates[0]?.value; // => 0.274653
 * ```
 */
export function jDivergence<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  options: EstimateOptions<ColumnName<Row>> = {},
): EstimatesResult {
  return estimate(design as SurveyDesign, column, options, "J-divergence", (y) => ({
    terms: [y, transformed(y, (value) => value * Math.log(value)), transformed(y, Math.log)],
    width: 1,
    evaluate: ([n, sum, products, logs]) => Float64Array.of(products! / sum! - logs! / n!),
    gradient: ([n, sum, products, logs]) =>
      Float64Array.of(logs! / n! ** 2, -products! / sum! ** 2, 1 / sum!, -1 / n!),
  }));
}
