import { VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import { requireOption } from "../check-input.js";
import { sumError } from "../double-double.js";
import { type Incomes, requireIncomes, requireTotal, sortIncomes } from "./incomes.js";

/**
 * Definitions of the Gini coefficient. With y ascending, w the weights, C their cumulative sum, N the sum of
 * weights:
 * - `midpoint`: sum(w y (2C - w)) / (N sum(w y)) - 1: half the mean absolute difference over the mean, twice
 *   the area between diagonal and Lorenz curve. The same for repeated values as for weights, and for any
 *   scale of the weights. Eurostat's and laeken's.
 * - `unbiased`: the same times n / (n - 1), n the number of values with weight; for small samples.
 * - `convey`: sum(w y (2C - 1)) / (N sum(w y)) - 1, of R's convey: depends on the scale of the weights and
 *   equals `midpoint` if all are 1.
 */
export type GiniDefinition = "midpoint" | "unbiased" | "convey";

const DEFINITIONS = ["midpoint", "unbiased", "convey"] as const;

/** sum(w (y - mean) (2C - overlap)), centred, so that nearly equal incomes keep their digits. */
function rankCovariance(incomes: Incomes, ownWeight: boolean): number {
  const { values, weights, mean } = incomes;
  let below = 0;
  let total = 0;
  let lost = 0;
  for (let k = 0; k < values.length; k++) {
    const w = weights[k] as number;
    const rank = 2 * below + (ownWeight ? w : 2 * w - 1);
    const term = w * ((values[k] as number) - mean) * rank;
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
    below += w;
  }
  return total + lost;
}

/**
 * The Gini coefficient, 0 if all have the same.
 * Source: Gini (1912); the definitions compared in Langel and Tillé (2013), J. R. Statist. Soc. A 176.
 *
 * @param values - incomes, zero or positive, none missing, not all zero.
 * @param weights - as many, zero or positive; equal if left out.
 * @param definition - see {@link GiniDefinition}; `midpoint` if left out.
 * @returns a proportion.
 * @throws VitalError `stats/negative-value`, `stats/zero-total`, `stats/too-few-values`,
 *   `stats/unknown-option`, and as `weightedMean`.
 *
 * @example
 * ```ts
 * import { gini } from "@vitalcore/stats/inequality";
 * gini([1, 2, 3]); // => 0.2222222222222222
 * gini([0, 0, 0, 1]); // => 0.75
 * ```
 */
export function gini(
  values: ArrayLike<number>,
  weights?: ArrayLike<number>,
  definition: GiniDefinition = "midpoint",
): number {
  const what = "The Gini coefficient";
  requireOption("definition of the Gini coefficient", DEFINITIONS, definition);
  const incomes = requireIncomes(what, values, weights, "negative");
  requireTotal(what, incomes);
  const n = incomes.values.length;
  const { population, mean } = incomes;
  const isConvey = definition === "convey";
  const covariance = rankCovariance(sortIncomes(incomes), !isConvey);
  const centred = covariance / (population * population * mean);
  if (definition === "midpoint") return Math.max(0, centred);
  if (isConvey) {
    // Centring left out mean * sum(w (2C - 1)), which is not N^2 here.
    const { weights: ws } = incomes;
    const squares = ws.reduce((sum, w) => sum + w * w, 0);
    return centred + (squares - population) / (population * population);
  }
  if (n < 2) {
    const facts = { what: `${what} (unbiased)`, needed: 2, argument: "values" };
    throw new VitalError([find("stats/too-few-values", { found: n, facts })]);
  }
  return (Math.max(0, centred) * n) / (n - 1);
}
