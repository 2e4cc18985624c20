import type { Columns } from "@vitalcore/core";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import { checkOptions, type EstimateOptions } from "../estimates/options.js";
import { readNumbers } from "../estimates/read-variable.js";
import { selectRows } from "../estimates/select-rows.js";
import { estimateStatistic, type Statistic } from "../estimates/solve-statistic.js";
import { ordersOf } from "./weighted-quantile.js";

/** How the weights of a person and of those below are counted in a Gini coefficient. */
export type GiniDefinition =
  /** `2 C - 1`, as R's convey has it: changes a little when all weights are multiplied. */
  | "convey"
  /** `2 C - w`, the area under the polygon: does not change when all weights are multiplied. */
  | "midpoint";

/** Options of the Gini coefficient. */
export interface GiniOptions<Name extends string = string> extends EstimateOptions<Name> {
  /** Default "midpoint". */
  readonly definition?: GiniDefinition;
}

interface Ordered {
  readonly order: Int32Array;
  /** sum of weights through each position. */
  readonly people: Float64Array;
  /** sum of w y through each position. */
  readonly income: Float64Array;
}

function ordered(y: Float64Array, order: Int32Array, weights: Float64Array): Ordered {
  const people = new Float64Array(order.length);
  const income = new Float64Array(order.length);
  let sum = 0;
  let sumOfIncome = 0;
  order.forEach((row, k) => {
    sum += weights[row]!;
    sumOfIncome += weights[row]! * y[row]!;
    people[k] = sum;
    income[k] = sumOfIncome;
  });
  return { order, people, income };
}

/** T1 = sum C w y, and its correction by the own weight under the midpoint definition. */
function ranked(
  { order, people }: Ordered,
  y: Float64Array,
  weights: Float64Array,
  definition: GiniDefinition,
): number {
  let sum = 0;
  let lost = 0;
  order.forEach((row, k) => {
    const rank = definition === "convey" ? people[k]! : people[k]! - weights[row]! / 2 + 0.5;
    const term = rank * weights[row]! * y[row]!;
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  });
  return sum + lost;
}

/**
 * Estimates the Gini coefficient, with linearized or replicate errors.
 *
 * @param design - from {@link surveyDesign} or {@link replicateDesign}.
 * @param column - incomes or other amounts; zero and negative amounts count.
 * @param options.definition - default "midpoint"; see {@link GiniDefinition}.
 * @returns one estimate per group, from 0 (all alike) to 1.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Deville (1999), Survey Methodology 25:193-203; Langel and Tillé (2013), JRSS A 176:521-540.
 *
 * @example
 * ```ts
 * import { gini, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [1, 2, 3, 10], w: [1, 1, 1, 1] }, { weights: "w" });
 * gini(design, "income").estimates[0]?.value; // => 0.4375
 * ```
 */
export function gini<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  options: GiniOptions<ColumnName<Row>> = {},
): EstimatesResult {
  checkOptions(options);
  const { parts } = design as SurveyDesign;
  const { definition = "midpoint" } = options;
  const { values: y } = readNumbers(parts.table, column);
  const rows = selectRows(parts, [{ column, values: y }], options);
  const orders = ordersOf(y, rows);
  const parts3 = (weights: Float64Array, g: number) => {
    const known = ordered(y, orders[g]!, weights);
    const last = known.order.length - 1;
    return {
      known,
      t1: ranked(known, y, weights, definition),
      t2: last < 0 ? 0 : known.income[last]!,
      t3: last < 0 ? 0 : known.people[last]!,
    };
  };
  const coefficient: Statistic = {
    width: 1,
    reachesBeyond: false,
    evaluate: (weights, g) => {
      const { t1, t2, t3 } = parts3(weights, g);
      return Float64Array.of((2 * t1 - t2) / (t2 * t3) - 1);
    },
    influence: (weights, g) => {
      const { known, t1, t2, t3 } = parts3(weights, g);
      const u = new Float64Array(y.length);
      const byT1 = 2 / (t2 * t3);
      const byT2 = (-2 * t1) / (t2 * t2 * t3);
      const byT3 = -((2 * t1) / t2 - 1) / (t3 * t3);
      known.order.forEach((row, k) => {
        const own = weights[row]! * y[row]!;
        const above = t2 - known.income[k]! + own;
        const rank =
          definition === "convey"
            ? above + known.people[k]! * y[row]!
            : above - own + (known.people[k]! + 0.5) * y[row]!;
        u[row] = byT1 * rank + byT2 * y[row]! + byT3;
      });
      return [u];
    },
  };
  return estimateStatistic(parts, rows, coefficient, {
    statistic: "Gini coefficient",
    names: [{ variable: column }],
    options,
    scale: "proportion",
  });
}
