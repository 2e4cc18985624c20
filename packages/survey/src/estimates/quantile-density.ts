import type { DesignParts } from "../design/survey-design.js";
import { bandwidth, kernelDensity, ordersOf } from "../inequality/weighted-quantile.js";
import { failOnLonely } from "./build-estimates.js";
import type { GroupQuantiles } from "./quantile-covariance.js";
import {
  type QuantileRule,
  quantileOfDistribution,
  weightedDistribution,
} from "./quantile-rules.js";
import type { SelectedRows } from "./select-rows.js";
import { insideGroup, solveStatistic } from "./solve-statistic.js";

/**
 * Quantiles with linearized errors: the influence of a row on a quantile is -(1(x <= q) - p) over the people
 * and the density at q, which a normal kernel estimates. Source: Deville (1999), Survey Methodology 25:193-203;
 * Osier (2009); R's `svyiqalpha` of convey.
 */
export function densityQuantiles(
  parts: DesignParts,
  rows: SelectedRows,
  x: Float64Array,
  probabilities: readonly number[],
  rule: QuantileRule,
): GroupQuantiles[] {
  const width = probabilities.length;
  const orders = ordersOf(x, rows);
  const valuesAt = (weights: Float64Array, g: number) => {
    const distribution = weightedDistribution(x, weights, insideGroup(rows, g));
    return Float64Array.from(probabilities, (p) => quantileOfDistribution(distribution, p, rule));
  };
  const solution = solveStatistic(parts, rows, {
    width,
    reachesBeyond: false,
    evaluate: valuesAt,
    influence: (weights, g) => {
      const order = orders[g]!;
      const h = bandwidth(x, order, weights);
      let people = 0;
      for (const row of order) people += weights[row]!;
      return Array.from(valuesAt(weights, g), (q, j) => {
        const below = people * kernelDensity(x, order, weights, q, h);
        const u = new Float64Array(x.length);
        for (const row of order) u[row] = (probabilities[j]! - (x[row]! <= q ? 1 : 0)) / below;
        return u;
      });
    },
  });
  failOnLonely(solution);
  return solution.groups.map(({ values, covariance }) => ({
    values,
    errors: values.map((_, j) => Math.sqrt(Math.max(0, covariance[j * width + j]!))),
    intervals: [],
  }));
}
