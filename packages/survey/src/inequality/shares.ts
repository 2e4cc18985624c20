import { type Columns, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import { checkOptions, type EstimateOptions } from "../estimates/options.js";
import { readNumbers } from "../estimates/read-variable.js";
import { selectRows } from "../estimates/select-rows.js";
import { estimateStatistic, type Statistic } from "../estimates/solve-statistic.js";
import { bandwidth, kernelDensity, lowerQuantile, ordersOf } from "./weighted-quantile.js";

interface Below {
  /** Income of those at or below the p quantile. */
  readonly income: number;
  readonly quantile: number;
}

function incomeBelow(y: Float64Array, order: Int32Array, weights: Float64Array, p: number): Below {
  const quantile = lowerQuantile(y, order, weights, p);
  let income = 0;
  for (const row of order) if (y[row]! <= quantile) income += weights[row]! * y[row]!;
  return { income, quantile };
}

/** Influence on the income at or below the p quantile, not multiplied by weights. */
function influenceBelow(
  y: Float64Array,
  order: Int32Array,
  weights: Float64Array,
  p: number,
): Float64Array {
  const { quantile } = incomeBelow(y, order, weights, p);
  const h = bandwidth(y, order, weights);
  const density = kernelDensity(y, order, weights, quantile, h);
  const incomeDensity = kernelDensity(y, order, weights, quantile, h, 1);
  const u = new Float64Array(y.length);
  for (const row of order) {
    const below = y[row]! <= quantile ? 1 : 0;
    u[row] = y[row]! * below - (incomeDensity / density) * (below - p);
  }
  return u;
}

/** Options of income shares. */
export type ShareOptions<Name extends string = string> = EstimateOptions<Name>;

/**
 * Estimates the quintile share ratio S80/S20: the income of the richest fifth over that of the poorest.
 *
 * @param options.share - size of the two tails; default 0.2.
 * @returns one estimate per group, 1 or more.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Langel and Tillé (2011), Statistical Methods and Applications; Osier (2009); conventions of R's
 * convey: the top is all incomes above the quantile, the bottom all at or below it.
 *
 * @example
 * ```ts
 * import { quintileShareRatio, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [1, 2, 3, 4, 10] }, {});
 * quintileShareRatio(design, "income").estimates[0]?.value; // => 10
 * ```
 */
export function quintileShareRatio<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  options: ShareOptions<ColumnName<Row>> & { readonly share?: number } = {},
): EstimatesResult {
  checkOptions(options);
  const { share = 0.2 } = options;
  if (!(share > 0 && share <= 0.5)) {
    const facts = { option: "`share`", wanted: "a share above 0 and at most 0.5" };
    throwIfErrors([find("survey/option", { found: share, facts })]);
  }
  const { parts } = design as SurveyDesign;
  const { values: y } = readNumbers(parts.table, column);
  const rows = selectRows(parts, [{ column, values: y }], options);
  const orders = ordersOf(y, rows);
  const tails = (weights: Float64Array, order: Int32Array) => {
    let all = 0;
    for (const row of order) all += weights[row]! * y[row]!;
    const bottom = incomeBelow(y, order, weights, share).income;
    const top = all - incomeBelow(y, order, weights, 1 - share).income;
    return { bottom, top };
  };
  const ratio: Statistic = {
    width: 1,
    reachesBeyond: false,
    evaluate: (weights, g) => {
      const { bottom, top } = tails(weights, orders[g]!);
      return Float64Array.of(top / bottom);
    },
    influence: (weights, g) => {
      const order = orders[g]!;
      const { bottom, top } = tails(weights, order);
      const low = influenceBelow(y, order, weights, share);
      const high = influenceBelow(y, order, weights, 1 - share);
      const u = new Float64Array(y.length);
      for (const row of order) {
        u[row] = (y[row]! - high[row]!) / bottom - (top / bottom ** 2) * low[row]!;
      }
      return [u];
    },
  };
  return estimateStatistic(parts, rows, ratio, {
    statistic: "quintile share ratio",
    names: [{ variable: column }],
    options,
  });
}

/**
 * Estimates the total income of the poorest: of all at or below a quantile.
 *
 * @param options.share - which quantile, as a share of people; default 0.2.
 * @returns one estimate per group, in the unit of the column.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Deville (1999), Survey Methodology 25:193-203; Osier (2009); R's `svyisq`.
 *
 * @example
 * ```ts
 * import { incomeOfPoorest, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [1, 2, 3, 4, 10] }, {});
 * incomeOfPoorest(design, "income", { share: 0.4 }).estimates[0]?.value; // => 3
 * ```
 */
export function incomeOfPoorest<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  options: ShareOptions<ColumnName<Row>> & { readonly share?: number } = {},
): EstimatesResult {
  checkOptions(options);
  const { share = 0.2 } = options;
  if (!(share > 0 && share < 1)) {
    const facts = { option: "`share`", wanted: "a share between 0 and 1" };
    throwIfErrors([find("survey/option", { found: share, facts })]);
  }
  const { parts } = design as SurveyDesign;
  const { values: y } = readNumbers(parts.table, column);
  const rows = selectRows(parts, [{ column, values: y }], options);
  const orders = ordersOf(y, rows);
  const below: Statistic = {
    width: 1,
    reachesBeyond: false,
    evaluate: (weights, g) => Float64Array.of(incomeBelow(y, orders[g]!, weights, share).income),
    influence: (weights, g) => [influenceBelow(y, orders[g]!, weights, share)],
  };
  return estimateStatistic(parts, rows, below, {
    statistic: `income of the poorest ${+(100 * share).toFixed(4)} %`,
    names: [{ variable: column }],
    options,
  });
}

/** The poorest p of people, the one in whom p is reached in part; the quantile lies on the line between two. */
function poorest(y: Float64Array, order: Int32Array, weights: Float64Array, p: number) {
  let people = 0;
  let income = 0;
  for (const row of order) {
    people += weights[row]!;
    income += weights[row]! * y[row]!;
  }
  let before = 0;
  let below = 0;
  let quantile = Number.NaN;
  order.forEach((row, k) => {
    const weight = weights[row]!;
    if (weight === 0) return;
    const part = Math.min(1, Math.max(0, (p * people - before) / weight));
    below += weight * y[row]! * part;
    before += weight;
    if (part > 0) {
      const previous = k > 0 ? y[order[k - 1]!]! : y[row]!;
      quantile = previous + part * (y[row]! - previous);
    }
  });
  return { income, quantile, share: below / income };
}

/**
 * Estimates points of the Lorenz curve: the share of all income that the poorest p of people have.
 *
 * @param shares - the p, each between 0 and 1.
 * @returns one estimate per group and p; `category` is the p.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Kovacevic and Binder (1997), Journal of Official Statistics 13:41-58; Langel and Tillé (2013).
 *
 * @example
 * ```ts
 * import { lorenzShares, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [1, 2, 3, 4, 10] }, {});
 * lorenzShares(design, "income", [0.4]).estimates[0]?.value; // => 0.15
 * ```
 */
export function lorenzShares<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  shares: readonly number[],
  options: ShareOptions<ColumnName<Row>> = {},
): EstimatesResult {
  checkOptions(options);
  throwIfErrors(
    shares
      .filter((p) => !(p > 0 && p < 1))
      .map((found) =>
        find("survey/option", { found, facts: { option: "a share", wanted: "between 0 and 1" } }),
      ),
  );
  const { parts } = design as SurveyDesign;
  const { values: y } = readNumbers(parts.table, column);
  const rows = selectRows(parts, [{ column, values: y }], options);
  const orders = ordersOf(y, rows);
  const points: Statistic = {
    width: shares.length,
    reachesBeyond: false,
    evaluate: (weights, g) =>
      Float64Array.from(shares, (p) => poorest(y, orders[g]!, weights, p).share),
    influence: (weights, g) =>
      shares.map((p) => {
        const { income, quantile, share } = poorest(y, orders[g]!, weights, p);
        const u = new Float64Array(y.length);
        for (const row of orders[g]!) {
          const own = p * quantile - (y[row]! <= quantile ? quantile - y[row]! : 0);
          u[row] = (own - share * y[row]!) / income;
        }
        return u;
      }),
  };
  return estimateStatistic(parts, rows, points, {
    statistic: "Lorenz curve",
    names: shares.map((p) => ({ variable: column, category: p })),
    options,
    scale: "proportion",
  });
}
