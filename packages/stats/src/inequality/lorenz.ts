import { requireProbability } from "../check-input.js";
import { sumError } from "../double-double.js";
import { weightedQuantile } from "../quantile.js";
import { compensatedDot } from "../sum.js";
import { type Incomes, requireIncomes, requireTotal, sortIncomes, zeroTotal } from "./incomes.js";

/** Cumulative shares, from 0 to 1, of the population (poorest first) and of what they have. */
export interface LorenzCurve {
  readonly population: Float64Array;
  readonly income: Float64Array;
}

function cumulativeShares(terms: (k: number) => number, n: number): Float64Array {
  const shares = new Float64Array(n + 1);
  let total = 0;
  let lost = 0;
  for (let k = 0; k < n; k++) {
    const term = terms(k);
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
    shares[k + 1] = total + lost;
  }
  const whole = shares[n] as number;
  return shares.map((share) => share / whole);
}

function curveOf(incomes: Incomes): LorenzCurve {
  const { values, weights } = sortIncomes(incomes);
  return {
    population: cumulativeShares((k) => weights[k] as number, values.length),
    income: cumulativeShares((k) => (weights[k] as number) * (values[k] as number), values.length),
  };
}

/**
 * The Lorenz curve: which share of the total the poorest share of the population has.
 * Source: Lorenz (1905), Publications of the American Statistical Association 9.
 *
 * @param values - incomes, zero or positive, none missing, not all zero.
 * @param weights - as many, zero or positive; equal if left out.
 * @returns points from (0, 0) to (1, 1), one more than there are values with weight; straight lines between.
 * @throws VitalError `stats/negative-value`, `stats/zero-total`, and as `weightedMean`.
 *
 * @example
 * ```ts
 * import { lorenzCurve } from "@vitalcore/stats/inequality";
 * const { population, income } = lorenzCurve([3, 1]);
 * [...population]; // => [0, 0.5, 1]
 * [...income]; // => [0, 0.25, 1]
 * ```
 */
export function lorenzCurve(values: ArrayLike<number>, weights?: ArrayLike<number>): LorenzCurve {
  const what = "The Lorenz curve";
  const incomes = requireIncomes(what, values, weights, "negative");
  requireTotal(what, incomes);
  return curveOf(incomes);
}

/**
 * The share of the total that the poorest share of the population has, on the Lorenz curve.
 *
 * @param curve - from {@link lorenzCurve}.
 * @param share - of the population, 0 to 1, poorest first.
 * @throws VitalError `stats/invalid-probability`.
 *
 * @example
 * ```ts
 * import { lorenzCurve, lorenzShare } from "@vitalcore/stats/inequality";
 * const curve = lorenzCurve([1, 2, 3, 4]);
 * lorenzShare(curve, 0.5); // => 0.3
 * 1 - lorenzShare(curve, 0.75); // => 0.4
 * ```
 */
export function lorenzShare(curve: LorenzCurve, share: number): number {
  requireProbability(share);
  const { population, income } = curve;
  let k = 1;
  while (k < population.length - 1 && (population[k] as number) < share) k++;
  const [p0, p1] = [population[k - 1] as number, population[k] as number];
  const [y0, y1] = [income[k - 1] as number, income[k] as number];
  const between = Math.min(1, (share - p0) / (p1 - p0));
  return (1 - between) * y0 + between * y1;
}

/**
 * The quintile share ratio, S80/S20: what those above the 80 % quantile have in total, over what those at or
 * below the 20 % quantile have. Quantiles are the smallest value with a cumulative weight of at least p.
 * Source: Eurostat (EU-SILC indicators), as in R's laeken and convey.
 *
 * @param values - incomes, zero or positive, none missing.
 * @param weights - as many, zero or positive; equal if left out.
 * @param share - of the population at either end; 0.2 if left out.
 * @throws VitalError `stats/negative-value`, `stats/zero-total` (if those at the bottom have nothing),
 *   `stats/invalid-probability`, and as `weightedMean`.
 *
 * @example
 * ```ts
 * import { quintileShareRatio } from "@vitalcore/stats/inequality";
 * quintileShareRatio([1, 2, 3, 4, 5]); // => 5
 * ```
 */
export function quintileShareRatio(
  values: ArrayLike<number>,
  weights?: ArrayLike<number>,
  share: number = 0.2,
): number {
  requireProbability(share);
  const what = "The quintile share ratio";
  const incomes = requireIncomes(what, values, weights, "negative");
  const at = (p: number) => weightedQuantile(incomes.values, incomes.weights, p, "inverse-cdf");
  const [low, high] = [at(share), at(1 - share)];
  const bottom = totalOf(incomes, (income) => income <= low);
  if (bottom === 0) throw zeroTotal(`${what} (at the bottom)`, incomes);
  return totalOf(incomes, (income) => income > high) / bottom;
}

/** What those have whom a condition picks. */
function totalOf({ values, weights }: Incomes, isInside: (income: number) => boolean): number {
  const inside = weights.map((w, i) => (isInside(values[i] as number) ? w : 0));
  return compensatedDot(values, inside);
}

/**
 * The Palma ratio: the share of the richest 10 % over the share of the poorest 40 %, on the Lorenz curve.
 * Source: Cobham and Sumner (2013), after Palma (2011).
 *
 * @param values - incomes, zero or positive, none missing.
 * @param weights - as many, zero or positive; equal if left out.
 * @throws VitalError `stats/negative-value`, `stats/zero-total`, and as `weightedMean`.
 *
 * @example
 * ```ts
 * import { palmaRatio } from "@vitalcore/stats/inequality";
 * palmaRatio([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]); // => 1
 * ```
 */
export function palmaRatio(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const what = "The Palma ratio";
  const incomes = requireIncomes(what, values, weights, "negative");
  requireTotal(what, incomes);
  const curve = curveOf(incomes);
  const bottom = lorenzShare(curve, 0.4);
  if (bottom === 0) throw zeroTotal(`${what} (at the bottom)`, incomes);
  return (1 - lorenzShare(curve, 0.9)) / bottom;
}
