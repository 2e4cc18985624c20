import type { Columns } from "@vitalcore/core";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import { checkOptions, type EstimateOptions } from "../estimates/options.js";
import { estimateStatistic, type Statistic } from "../estimates/solve-statistic.js";
import { positiveIncomes } from "./positive-incomes.js";
import { ordersOf } from "./weighted-quantile.js";

/** Where people with the same income stand in the Zenga index. */
export type ZengaTies =
  /** Together: the index does not depend on the order of rows. */
  | "together"
  /** One after the other, in the order of the table, as R's convey has it. */
  | "in-order";

/** Options of the Zenga index. */
export interface ZengaOptions<Name extends string = string> extends EstimateOptions<Name> {
  /** Default "together". */
  readonly ties?: ZengaTies;
}

/** People of one group from the poorest to the richest, and which positions share an income. */
interface Ranked {
  readonly order: Int32Array;
  /** First and last position of the people who stand together with each. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

function ranked(y: Float64Array, order: Int32Array, ties: ZengaTies): Ranked {
  const first = Int32Array.from(order, (_, k) => k);
  const last = first.slice();
  if (ties === "in-order") return { order, first, last };
  const alike = (k: number) => y[order[k]!] === y[order[k - 1]!];
  for (let k = 1; k < order.length; k++) if (alike(k)) first[k] = first[k - 1]!;
  for (let k = order.length - 1; k > 0; k--) if (alike(k)) last[k - 1] = last[k]!;
  return { order, first, last };
}

interface Curves {
  readonly people: number;
  readonly income: number;
  /** H: people at or below each position. */
  readonly atOrBelow: Float64Array;
  /** K: income of those at or above it. */
  readonly incomeFrom: Float64Array;
}

function curves(y: Float64Array, { order, first, last }: Ranked, weights: Float64Array): Curves {
  const size = order.length;
  const through = new Float64Array(size);
  const from = new Float64Array(size);
  let people = 0;
  let income = 0;
  for (let k = 0; k < size; k++) {
    people += weights[order[k]!]!;
    through[k] = people;
  }
  for (let k = size - 1; k >= 0; k--) {
    income += weights[order[k]!]! * y[order[k]!]!;
    from[k] = income;
  }
  return {
    people,
    income,
    atOrBelow: through.map((_, k) => through[last[k]!]!),
    incomeFrom: from.map((_, k) => from[first[k]!]!),
  };
}

/**
 * Estimates Zenga's index of inequality of amounts above zero: over all people, the mean of 1 less the ratio
 * of the mean income of those poorer to that of those richer. It weighs all of the distribution alike, where
 * the Gini coefficient looks to its middle.
 *
 * @param options.ties - default "together"; see {@link ZengaTies}.
 * @returns one estimate per group, from 0 (all alike) to 1. Amounts of zero and less are left out and reported.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Zenga (2007), Statistica & Applicazioni 5; Barabesi, Diana and Perri (2016), Statistics
 * 50:1161-1172: 1 - sum_k w_k (N - H_k)(Y - K_k)/(N H_k K_k), H_k the people at or below the income of k and
 * K_k the income of those at or above it.
 *
 * @example
 * ```ts
 * import { surveyDesign, zenga } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [1, 2, 3, 10] }, {});
 * zenga(design, "income").estimates[0]?.value; // => 0.964103
 * ```
 */
export function zenga<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  options: ZengaOptions<ColumnName<Row>> = {},
): EstimatesResult {
  checkOptions(options);
  const { parts } = design as SurveyDesign;
  const { ties = "together" } = options;
  const { rows, y, findings } = positiveIncomes(parts, column, options);
  const groups = ordersOf(y, rows).map((order) => ranked(y, order, ties));
  const index: Statistic = {
    width: 1,
    reachesBeyond: false,
    evaluate: (weights, g) => {
      const own = groups[g]!;
      const { people, income, atOrBelow, incomeFrom } = curves(y, own, weights);
      let sum = 0;
      own.order.forEach((row, k) => {
        if (weights[row] === 0) return;
        sum += weights[row]! * (1 / atOrBelow[k]! - 1 / people) * (income / incomeFrom[k]! - 1);
      });
      return Float64Array.of(1 - sum);
    },
    influence: (weights, g) => [influenceOn(y, groups[g]!, weights)],
  };
  return estimateStatistic(parts, rows, index, {
    statistic: "Zenga index",
    names: [{ variable: column }],
    options,
    scale: "proportion",
    findings,
  });
}

/** Derivative of the index in each weight: by its own term, N, Y, the H of those above and the K below. */
function influenceOn(y: Float64Array, own: Ranked, weights: Float64Array): Float64Array {
  const { order, first, last } = own;
  const { people, income, atOrBelow, incomeFrom } = curves(y, own, weights);
  const size = order.length;
  const byThrough = new Float64Array(size + 1);
  const byFrom = new Float64Array(size + 1);
  let ofPeople = 0;
  let ofIncome = 0;
  for (let k = size - 1; k >= 0; k--) {
    const weight = weights[order[k]!]!;
    const rest = income / incomeFrom[k]! - 1;
    byThrough[k] = byThrough[k + 1]!;
    if (weight === 0) continue;
    ofPeople += weight * rest;
    byThrough[k]! += (weight * rest) / atOrBelow[k]! ** 2;
  }
  for (let k = 0; k < size; k++) {
    const weight = weights[order[k]!]!;
    byFrom[k + 1] = byFrom[k]!;
    if (weight === 0) continue;
    const share = 1 / atOrBelow[k]! - 1 / people;
    ofIncome += (weight * share) / incomeFrom[k]!;
    byFrom[k + 1]! += (weight * share) / incomeFrom[k]! ** 2;
  }
  const u = new Float64Array(y.length);
  order.forEach((row, k) => {
    if (weights[row] === 0) return;
    const term = (1 / atOrBelow[k]! - 1 / people) * (income / incomeFrom[k]! - 1);
    u[row] =
      byThrough[first[k]!]! -
      ofPeople / people ** 2 -
      term +
      y[row]! * (income * byFrom[last[k]! + 1]! - ofIncome);
  });
  return u;
}
