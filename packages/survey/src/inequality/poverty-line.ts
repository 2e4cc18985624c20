import { type Columns, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import { checkOptions, type EstimateOptions } from "../estimates/options.js";
import { readNumbers } from "../estimates/read-variable.js";
import { selectRows } from "../estimates/select-rows.js";
import { estimateStatistic, type Statistic } from "../estimates/solve-statistic.js";
import { bandwidth, kernelDensity, lowerQuantile, orderOf } from "./weighted-quantile.js";

/** A share of the median, of another quantile or of the mean of all people. */
export interface RelativeLine {
  readonly share: number;
  readonly of: "median" | "mean" | { readonly quantile: number };
}

/** A poverty line: an amount, or a share of the median, another quantile or the mean of all people. */
export type PovertyLine = number | RelativeLine;

/** A poverty line as a statistic of the whole sample. */
export interface LineOfAll {
  value(weights: Float64Array): number;
  /** Influence on the line of every row of the sample, not multiplied by weights. */
  influence(weights: Float64Array): Float64Array;
}

/** A line that is made of the whole sample, whatever the domain; an amount has no sampling error. */
export function lineOfAll(y: Float64Array, line: PovertyLine): LineOfAll {
  if (typeof line === "number") {
    return { value: () => line, influence: () => new Float64Array(y.length) };
  }
  const order = orderOf(y, () => true);
  const { share, of } = line;
  if (of === "mean") return shareOfMean(y, order, share);
  const p = of === "median" ? 0.5 : of.quantile;
  return {
    value: (weights) => share * lowerQuantile(y, order, weights, p),
    influence: (weights) => {
      const q = lowerQuantile(y, order, weights, p);
      const h = bandwidth(y, order, weights);
      const density = kernelDensity(y, order, weights, q, h);
      let people = 0;
      for (const row of order) people += weights[row]!;
      const u = new Float64Array(y.length);
      for (const row of order) {
        u[row] = (-share * ((y[row]! <= q ? 1 : 0) - p)) / (people * density);
      }
      return u;
    },
  };
}

function shareOfMean(y: Float64Array, order: Int32Array, share: number): LineOfAll {
  const meanOf = (weights: Float64Array) => {
    let people = 0;
    let sum = 0;
    for (const row of order) {
      people += weights[row]!;
      sum += weights[row]! * y[row]!;
    }
    return { people, mean: sum / people };
  };
  return {
    value: (weights) => share * meanOf(weights).mean,
    influence: (weights) => {
      const { people, mean } = meanOf(weights);
      const u = new Float64Array(y.length);
      for (const row of order) u[row] = (share * (y[row]! - mean)) / people;
      return u;
    },
  };
}

/** Stops on a line that is no amount or share above 0. */
export function checkLine(line: PovertyLine): void {
  const value = typeof line === "number" ? line : line.share;
  if (value > 0 && Number.isFinite(value)) return;
  const facts = { option: "the poverty line", wanted: "an amount or a share above 0" };
  throwIfErrors([find("survey/option", { found: value, facts })]);
}

/**
 * Estimates a relative poverty line of the whole sample, such as 60 % of the median.
 *
 * @param options.line - a share of the median, of a quantile or of the mean.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Deville (1999), Survey Methodology 25:193-203; Osier (2009), Survey Research Methods 3:167-195.
 *
 * @example
 * ```ts
 * import { povertyLine, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [5, 10, 20, 40] }, {});
 * povertyLine(design, "income", { line: { share: 0.6, of: "median" } }).estimates[0]?.value; // => 6
 * ```
 */
export function povertyLine<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  options: Omit<EstimateOptions<ColumnName<Row>>, "by"> & { readonly line: RelativeLine },
): EstimatesResult {
  checkOptions(options);
  checkLine(options.line);
  const { parts } = design as SurveyDesign;
  const { values: y } = readNumbers(parts.table, column);
  const whole = { ...parts, domain: undefined };
  const rows = selectRows(whole, [{ column, values: y }], options);
  const relative = lineOfAll(y, options.line);
  const line: Statistic = {
    width: 1,
    reachesBeyond: true,
    evaluate: (weights) => Float64Array.of(relative.value(weights)),
    influence: (weights) => [relative.influence(weights)],
  };
  return estimateStatistic(whole, rows, line, {
    statistic: "poverty line",
    names: [{ variable: column }],
    options,
  });
}
