import { type Columns, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { ColumnName, DesignParts, SurveyDesign } from "../design/survey-design.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import { meansFunctional } from "../estimates/functional.js";
import { checkOptions, type EstimateOptions } from "../estimates/options.js";
import { readNumbers } from "../estimates/read-variable.js";
import { type SelectedRows, selectRows } from "../estimates/select-rows.js";
import {
  estimateFunctional,
  estimateStatistic,
  type MeasureLabels,
  type Statistic,
} from "../estimates/solve-statistic.js";
import { positiveIncomes } from "./positive-incomes.js";
import { checkLine, lineOfAll, type PovertyLine } from "./poverty-line.js";
import { bandwidth, kernelDensity, ordersOf } from "./weighted-quantile.js";

/** What a poverty measure counts for a person: 0 for those above the line. */
interface Shortfall {
  /** Of an income y at or below the line z. */
  readonly gap: (y: number, z: number) => number;
  /** Its derivative in z. */
  readonly slope: (y: number, z: number) => number;
  /** What it jumps by at the line: 1 for the share of the poor. */
  readonly jump: number;
}

/** The mean shortfall of all people, whose line may itself be estimated. */
function meanShortfall(
  parts: DesignParts,
  incomes: { readonly rows: SelectedRows; readonly y: Float64Array },
  line: PovertyLine,
  { gap, slope, jump }: Shortfall,
  labels: MeasureLabels,
): EstimatesResult {
  const { rows, y } = incomes;
  const gapAt = (value: number, z: number) => (value <= z ? gap(value, z) : 0);
  if (typeof line === "number") {
    const gaps = y.map((value) => gapAt(value, line));
    return estimateFunctional(parts, rows, meansFunctional([gaps]), labels);
  }
  const relative = lineOfAll(y, line);
  const orders = ordersOf(y, rows);
  const meanGap = (weights: Float64Array, g: number, z: number) => {
    let people = 0;
    let sum = 0;
    let slopes = 0;
    for (const row of orders[g]!) {
      people += weights[row]!;
      sum += weights[row]! * gapAt(y[row]!, z);
      if (y[row]! <= z) slopes += weights[row]! * slope(y[row]!, z);
    }
    return { people, value: sum / people, slope: slopes / people };
  };
  const measure: Statistic = {
    width: 1,
    reachesBeyond: true,
    evaluate: (weights, g) => Float64Array.of(meanGap(weights, g, relative.value(weights)).value),
    influence: (weights, g) => {
      const order = orders[g]!;
      const z = relative.value(weights);
      const { people, value, slope: smooth } = meanGap(weights, g, z);
      const density =
        jump === 0 ? 0 : kernelDensity(y, order, weights, z, bandwidth(y, order, weights));
      const u = relative.influence(weights).map((own) => (smooth + jump * density) * own);
      for (const row of order) u[row]! += (gapAt(y[row]!, z) - value) / people;
      return [u];
    },
  };
  return estimateStatistic(parts, rows, measure, labels);
}

/** What a poverty measure is of. */
export interface PovertyOptions<Name extends string = string> extends EstimateOptions<Name> {
  readonly line: PovertyLine;
  /** 0: share of the poor; 1: poverty gap; 2: severity. Default 0. */
  readonly alpha?: number;
}

/**
 * Estimates a poverty measure of Foster, Greer and Thorbecke: the mean of ((z - y)/z)^alpha over all people,
 * 0 for those above the line z. A person on the line is poor. A relative line is that of the whole
 * sample, also in domains and groups, and its own sampling error is in the standard error.
 *
 * @param column - incomes or consumption.
 * @param options.line - an amount, or a share of the median, of a quantile or of the mean.
 * @param options.alpha - default 0.
 * @returns one estimate per group.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Foster, Greer and Thorbecke (1984); Deville (1999); Osier (2009), Survey Research Methods 3:167-195;
 * the density at a relative line is that of R's convey (normal kernel, bandwidth sd / N^0.2, N the sum of
 * weights).
 *
 * @example
 * ```ts
 * import { fosterGreerThorbecke, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [5, 10, 20, 40] }, {});
 * fosterGreerThorbecke(design, "income", { line: 10 }).estimates[0]?.value; // => 0.5
 * fosterGreerThorbecke(design, "income", { line: 10, alpha: 1 }).estimates[0]?.value; // => 0.125
 * ```
 */
export function fosterGreerThorbecke<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  options: PovertyOptions<ColumnName<Row>>,
): EstimatesResult {
  checkOptions(options);
  const { parts } = design as SurveyDesign;
  const { line, alpha = 0 } = options;
  checkLine(line);
  if (!(alpha >= 0)) {
    const facts = { option: "`alpha`", wanted: "0 or more" };
    throwIfErrors([find("survey/option", { found: alpha, facts })]);
  }
  const { values: y } = readNumbers(parts.table, column);
  const rows = selectRows(parts, [{ column, values: y }], options);
  const gap = (value: number, z: number) => (alpha === 0 ? 1 : ((z - value) / z) ** alpha);
  const slope = (value: number, z: number) =>
    alpha === 0
      ? 0
      : (alpha * (alpha === 1 ? 1 : ((z - value) / z) ** (alpha - 1)) * value) / (z * z);
  const jump = alpha === 0 ? 1 : 0;
  return meanShortfall(
    parts,
    { rows, y },
    line,
    { gap, slope, jump },
    {
      statistic: `poverty (alpha ${alpha})`,
      names: [{ variable: column }],
      options,
      scale: "proportion",
    },
  );
}

/**
 * Estimates the Watts index: the mean over all people of the logarithm of the line over the income of the
 * poor, 0 for those above the line. Its change is that of the time to leave poverty.
 *
 * @param column - incomes or consumption. Amounts of zero and less are left out and reported.
 * @param options.line - an amount, or a share of the median, of a quantile or of the mean.
 * @returns one estimate per group, 0 or more.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Watts (1968); Zheng (1993), Economics Letters 42; Deville (1999), Survey Methodology 25:193-203.
 *
 * @example
 * ```ts
 * import { surveyDesign, watts } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [5, 10, 20, 40] }, {});
 * watts(design, "income", { line: 10 }).estimates[0]?.value; // => 0.173287
 * ```
 */
export function watts<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  options: EstimateOptions<ColumnName<Row>> & { readonly line: PovertyLine },
): EstimatesResult {
  checkOptions(options);
  checkLine(options.line);
  const { parts } = design as SurveyDesign;
  const { findings, ...incomes } = positiveIncomes(parts, column, options);
  const shortfall: Shortfall = {
    gap: (value, z) => (value > 0 ? Math.log(z / value) : 0),
    slope: (value, z) => (value > 0 ? 1 / z : 0),
    jump: 0,
  };
  return meanShortfall(parts, incomes, options.line, shortfall, {
    statistic: "Watts index",
    names: [{ variable: column }],
    options,
    findings,
  });
}
