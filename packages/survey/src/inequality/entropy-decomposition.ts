import { type Columns, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { ColumnName, SurveyDesign } from "../design/survey-design.js";
import type { EstimatesResult } from "../estimates/estimates.js";
import type { Functional } from "../estimates/functional.js";
import { checkOptions, type EstimateOptions } from "../estimates/options.js";
import { readCategories } from "../estimates/read-variable.js";
import { estimateFunctional } from "../estimates/solve-statistic.js";
import { entropyFunctional } from "./entropy.js";
import { positiveIncomes } from "./positive-incomes.js";

/**
 * Estimates how much of a generalized entropy index lies between groups, and how much within them.
 *
 * @param column - amounts; those of zero and less are left out and reported.
 * @param groups - the column that divides the people; rows without it are missing.
 * @param options.alpha - default 1; see {@link generalizedEntropy}.
 * @returns three estimates, `category` "total", "within" and "between", which add up; their covariance with
 *   `covariance: true`.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Shorrocks (1984), Econometrica 52:1369-1385; R's `svygeidec`.
 *
 * @example
 * ```ts
 * import { entropyDecomposition, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ income: [1, 3, 3, 9], place: ["r", "r", "u", "u"] }, {});
 * entropyDecomposition(design, "income", "place").estimates.map(({ value }) => value); // => [0.261624, 0.130812, 0.130812]
 * ```
 */
export function entropyDecomposition<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  groups: ColumnName<Row>,
  options: Omit<EstimateOptions<ColumnName<Row>>, "by" | "emptyGroups"> & {
    readonly alpha?: number;
  } = {},
): EstimatesResult {
  checkOptions(options);
  const { alpha = 1 } = options;
  if (!Number.isFinite(alpha)) {
    const facts = { option: "`alpha`", wanted: "a finite number" };
    throwIfErrors([find("survey/option", { found: alpha, facts })]);
  }
  const { parts } = design as SurveyDesign;
  const { variables } = readCategories(parts.table, groups);
  const { rows, y, findings } = positiveIncomes(parts, column, options, variables.slice(0, 1));
  const members = variables.map(({ values }) => values);
  const functional = decomposition(y, members, alpha);
  return estimateFunctional(parts, rows, functional, {
    statistic: `generalized entropy by ${groups}`,
    names: ["total", "within", "between"].map((category) => ({ variable: column, category })),
    options,
    findings,
  });
}

/**
 * Between groups stands the entropy of their means, which is the entropy itself with
 * P = sum_g N_g f(mu_g) in place of the sum of f(y); within them is the rest.
 */
function decomposition(
  y: Float64Array,
  members: readonly Float64Array[],
  alpha: number,
): Functional {
  const whole = entropyFunctional(y, alpha);
  const f =
    alpha === 0
      ? Math.log
      : alpha === 1
        ? (mu: number) => mu * Math.log(mu)
        : (mu: number) => mu ** alpha;
  const slope =
    alpha === 0
      ? (mu: number) => 1 / mu
      : alpha === 1
        ? (mu: number) => Math.log(mu) + 1
        : (mu: number) => alpha * mu ** (alpha - 1);
  const terms = [
    ...whole.terms,
    ...members,
    ...members.map((member) => member.map((inside, row) => (inside === 1 ? y[row]! : 0))),
  ];
  const count = members.length;
  const means = (totals: Float64Array) =>
    members.map((_, g) => ({
      people: totals[3 + g]!,
      mean: totals[3 + count + g]! / totals[3 + g]!,
    }));
  const betweenTotals = (totals: Float64Array) => {
    let sum = 0;
    for (const { people, mean } of means(totals)) if (people > 0) sum += people * f(mean);
    return Float64Array.of(totals[0]!, totals[1]!, sum);
  };
  return {
    terms,
    width: 3,
    evaluate: (totals) => {
      const [total] = whole.evaluate(totals);
      const [between] = whole.evaluate(betweenTotals(totals));
      return Float64Array.of(total!, total! - between!, between!);
    },
    gradient: (totals) => {
      const columns = terms.length + 1;
      const gradient = new Float64Array(3 * columns);
      const ofTotal = whole.gradient(totals);
      const ofBetween = whole.gradient(betweenTotals(totals));
      gradient.set(ofTotal, 0);
      const between = 2 * columns;
      gradient[between] = ofBetween[0]!;
      gradient[between + 1] = ofBetween[1]!;
      means(totals).forEach(({ people, mean }, g) => {
        if (!(people > 0)) return;
        gradient[between + 3 + g] = ofBetween[2]! * (f(mean) - mean * slope(mean));
        gradient[between + 3 + count + g] = ofBetween[2]! * slope(mean);
      });
      for (let t = 0; t < columns; t++) {
        gradient[columns + t] = gradient[t]! - gradient[between + t]!;
      }
      return gradient;
    },
  };
}
