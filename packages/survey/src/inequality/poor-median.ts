import type { Columns } from "@vitalcore/core";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import { checkOptions, type EstimateOptions } from "../estimates/options.js";
import { readNumbers } from "../estimates/read-variable.js";
import { selectRows } from "../estimates/select-rows.js";
import { estimateStatistic, type Statistic } from "../estimates/solve-statistic.js";
import { checkLine, lineOfAll, type PovertyLine } from "./poverty-line.js";
import { bandwidth, kernelDensity, ordersOf } from "./weighted-quantile.js";

/** Options of measures of how poor the poor are. */
export interface PoorOptions<Name extends string = string> extends EstimateOptions<Name> {
  /** Default: 60 % of the median. */
  readonly line?: PovertyLine;
}

function ofMedianPoor(
  design: SurveyDesign,
  column: string,
  options: PoorOptions,
  what: "median" | "gap",
): EstimatesResult {
  checkOptions(options);
  const { parts } = design;
  const { line = { share: 0.6, of: "median" } } = options;
  checkLine(line);
  const { values: y } = readNumbers(parts.table, column);
  const rows = selectRows(parts, [{ column, values: y }], options);
  const relative = lineOfAll(y, line);
  const orders = ordersOf(y, rows);
  const medianPoor = (weights: Float64Array, g: number, z: number): number => {
    let poor = 0;
    for (const row of orders[g]!) if (y[row]! <= z) poor += weights[row]!;
    let below = 0;
    for (const row of orders[g]!) {
      below += weights[row]!;
      if (weights[row] !== 0 && y[row]! <= z && below / poor >= 0.5) return y[row]!;
    }
    return Number.NaN;
  };
  const measure: Statistic = {
    width: 1,
    reachesBeyond: true,
    evaluate: (weights, g) => {
      const z = relative.value(weights);
      const m = medianPoor(weights, g, z);
      return Float64Array.of(what === "median" ? m : 1 - m / z);
    },
    influence: (weights, g) => {
      const order = orders[g]!;
      const z = relative.value(weights);
      const m = medianPoor(weights, g, z);
      const ofLine = relative.influence(weights);
      const h = bandwidth(y, order, weights);
      const atLine = kernelDensity(y, order, weights, z, h);
      const atMedian = kernelDensity(y, order, weights, m, h);
      let people = 0;
      let poor = 0;
      for (const row of order) {
        people += weights[row]!;
        if (y[row]! <= z) poor += weights[row]!;
      }
      // The share at or below the median poor is half the share of the poor: F(m) = F(z) / 2.
      const u = ofLine.map((own) => (atLine * own) / 2);
      for (const row of order) {
        const half = ((y[row]! <= z ? 1 : 0) - poor / people) / 2;
        u[row]! += (half - ((y[row]! <= m ? 1 : 0) - poor / people / 2)) / people;
      }
      const ofMedian = u.map((value) => value / atMedian);
      if (what === "median") return [ofMedian];
      return [ofMedian.map((value, row) => -value / z + (m / (z * z)) * ofLine[row]!)];
    },
  };
  return estimateStatistic(parts, rows, measure, {
    statistic: what === "median" ? "median income of the poor" : "relative median poverty gap",
    names: [{ variable: column }],
    options,
    scale: what === "median" ? "number" : "proportion",
  });
}

/**
 * Estimates the median income of the poor: of those at or below a poverty line.
 *
 * @param column - incomes or consumption.
 * @param options.line - default: 60 % of the median of the whole sample.
 * @returns one estimate per group, null where nobody is poor.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Osier (2009), Survey Research Methods 3:167-195; R's `svypoormed`.
 *
 * @example
 * ```ts
 * import { medianOfPoor, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [3, 5, 9, 20, 40] }, {});
 * medianOfPoor(design, "income", { line: 10 }).estimates[0]?.value; // => 5
 * ```
 */
export function medianOfPoor<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  options: PoorOptions<ColumnName<Row>> = {},
): EstimatesResult {
  return ofMedianPoor(design as SurveyDesign, column, options, "median");
}

/**
 * Estimates the relative median poverty gap: how far the median income of the poor is below the line, as a share
 * of the line.
 *
 * @param column - incomes or consumption.
 * @param options.line - default: 60 % of the median of the whole sample, which is Eurostat's definition.
 * @returns one estimate per group, null where nobody is poor.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Osier (2009), Survey Research Methods 3:167-195; Eurostat indicator tessi180; R's `svyrmpg`.
 *
 * @example
 * ```ts
 * import { relativeMedianPovertyGap, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [3, 5, 9, 20, 40] }, {});
 * relativeMedianPovertyGap(design, "income", { line: 10 }).estimates[0]?.value; // => 0.5
 * ```
 */
export function relativeMedianPovertyGap<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  options: PoorOptions<ColumnName<Row>> = {},
): EstimatesResult {
  return ofMedianPoor(design as SurveyDesign, column, options, "gap");
}
