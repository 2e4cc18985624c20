import { type Columns, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { ColumnName, DesignParts, SurveyDesign } from "../design/survey-design.js";
import { buildEstimates } from "../estimates/build-estimates.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import { meansFunctional } from "../estimates/functional.js";
import { checkOptions, type EstimateOptions } from "../estimates/options.js";
import { readNumbers } from "../estimates/read-variable.js";
import { selectRows } from "../estimates/select-rows.js";
import { solveFunctional } from "../estimates/solve-functional.js";
import { insideGroup, solveStatistic } from "./solve-statistic.js";
import { bandwidth, kernelDensity, lowerQuantile, orderOf } from "./weighted-quantile.js";

/** A poverty line: an amount, or a share of the median, another quantile or the mean of all people. */
export type PovertyLine =
  | number
  | { readonly share: number; readonly of: "median" | "mean" | { readonly quantile: number } };

type RelativeLine = Exclude<PovertyLine, number>;

interface LineOfAll {
  readonly order: Int32Array;
  value(weights: Float64Array): number;
  /** Influence on the line of every row of the sample, not multiplied by weights. */
  influence(weights: Float64Array): Float64Array;
}

/** Rows that a relative line is made of: the whole sample, whatever the domain. */
function lineOfAll(parts: DesignParts, y: Float64Array, line: RelativeLine): LineOfAll {
  const order = orderOf(y, () => true);
  const { share, of } = line;
  const p = of === "median" ? 0.5 : of === "mean" ? undefined : of.quantile;
  void parts;
  if (p === undefined) {
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
      order,
      value: (weights) => share * meanOf(weights).mean,
      influence: (weights) => {
        const { people, mean } = meanOf(weights);
        const u = new Float64Array(y.length);
        for (const row of order) u[row] = (share * (y[row]! - mean)) / people;
        return u;
      },
    };
  }
  return {
    order,
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

function checkLine(line: PovertyLine): void {
  const value = typeof line === "number" ? line : line.share;
  if (value > 0 && Number.isFinite(value)) return;
  const facts = { option: "the poverty line", wanted: "an amount or a share above 0" };
  throwIfErrors([find("survey/option", { found: value, facts })]);
}

/** ((z - y)/z)^g for the poor, y = z included. */
function gap(y: number, z: number, g: number): number {
  if (!(y <= z)) return 0;
  return g === 0 ? 1 : ((z - y) / z) ** g;
}

/** What of a relative line is estimated beside the measure. */
export interface PovertyOptions<Name extends string = string>
  extends Omit<EstimateOptions<Name>, "designEffect" | "covariance"> {
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
  const shared = {
    statistic: `poverty (alpha ${alpha})`,
    parts,
    rows,
    names: [{ variable: column }],
    options,
    scale: "proportion" as const,
  };
  if (typeof line === "number") {
    const gaps = y.map((value) => gap(value, line, alpha));
    return buildEstimates({
      ...shared,
      solution: solveFunctional(parts, rows, meansFunctional([gaps])),
    });
  }
  const relative = lineOfAll(parts, y, line);
  const orders = rows.labels.map((_, g) => orderOf(y, insideGroup(rows, g)));
  const meanGap = (weights: Float64Array, g: number, z: number) => {
    let people = 0;
    let sum = 0;
    for (const row of orders[g]!) {
      people += weights[row]!;
      sum += weights[row]! * gap(y[row]!, z, alpha);
    }
    return { people, value: sum / people };
  };
  const solution = solveStatistic(parts, rows, {
    width: 1,
    reachesBeyond: true,
    evaluate: (weights, g) => Float64Array.of(meanGap(weights, g, relative.value(weights)).value),
    influence: (weights, g) => {
      const z = relative.value(weights);
      const { people, value } = meanGap(weights, g, z);
      const slope = slopeAtLine(
        y,
        orders[g]!,
        weights,
        z,
        alpha,
        bandwidth(y, orders[g]!, weights),
      );
      const u = relative.influence(weights).map((own) => slope * own);
      for (const row of orders[g]!) u[row]! += (gap(y[row]!, z, alpha) - value) / people;
      return [u];
    },
  });
  return buildEstimates({ ...shared, solution });
}

/** Derivative of the measure in the line. */
function slopeAtLine(
  y: Float64Array,
  order: Int32Array,
  weights: Float64Array,
  z: number,
  alpha: number,
  h: number,
): number {
  if (alpha === 0) return kernelDensity(y, order, weights, z, h);
  let people = 0;
  let sum = 0;
  for (const row of order) {
    people += weights[row]!;
    if (y[row]! <= z) {
      sum += (weights[row]! * alpha * gap(y[row]!, z, alpha - 1) * y[row]!) / (z * z);
    }
  }
  return sum / people;
}

/**
 * Estimates a relative poverty line of the whole sample, such as 60 % of the median.
 *
 * @param options.line - a share of the median, of a quantile or of the mean.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Deville (1999), Survey Methodology 25:193-203; Osier (2009).
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
  options: Omit<EstimateOptions<ColumnName<Row>>, "by" | "designEffect" | "covariance"> & {
    readonly line: RelativeLine;
  },
): EstimatesResult {
  checkOptions(options);
  checkLine(options.line);
  const { parts } = design as SurveyDesign;
  const { values: y } = readNumbers(parts.table, column);
  const whole = { ...parts, domain: undefined };
  const rows = selectRows(whole, [{ column, values: y }], options);
  const relative = lineOfAll(whole, y, options.line);
  const solution = solveStatistic(whole, rows, {
    width: 1,
    reachesBeyond: true,
    evaluate: (weights) => Float64Array.of(relative.value(weights)),
    influence: (weights) => [relative.influence(weights)],
  });
  return buildEstimates({
    statistic: "poverty line",
    parts: whole,
    rows,
    solution,
    names: [{ variable: column }],
    options,
  });
}
