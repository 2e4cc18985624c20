import { checkedDiscrete, type DiscreteDistribution, requireParameter } from "./distribution.js";
import { betaPoint, betaTails, logBetaSlope } from "./incomplete-beta.js";
import { normalQuantile } from "./normal.js";

/** All the probability at one number. */
function certain(value: number, most: number): DiscreteDistribution {
  const kernel = {
    most,
    mean: value,
    standardDeviation: 0,
    pmf: (k: number) => Number(k === value),
    cdf: (k: number) => Number(k >= value),
    survival: (k: number) => Number(k < value),
  };
  return checkedDiscrete(kernel, normalQuantile);
}

/**
 * The binomial distribution: successes in independent trials.
 * Source: Loader (2000) for probabilities, the relation to the beta distribution (Abramowitz and Stegun
 * 1964, 26.5.24) for tails.
 *
 * @param parameters.size - number of trials, a whole number from 0.
 * @param parameters.probability - of success, 0 to 1.
 * @throws VitalError `stats/invalid-parameter`; its functions also `stats/invalid-probability`.
 *
 * @example
 * ```ts
 * import { binomial } from "@vitalcore/stats/distributions";
 * binomial({ size: 10, probability: 0.5 }).pmf(5); // => 0.24609375
 * binomial({ size: 10, probability: 0.5 }).quantile(0.025); // => 2
 * ```
 */
export function binomial(parameters: {
  readonly size: number;
  readonly probability: number;
}): DiscreteDistribution {
  const { size: n, probability: p } = parameters;
  const what = "The binomial distribution";
  const isWhole = Number.isSafeInteger(n) && n >= 0;
  requireParameter(what, "the size", n, "a whole number from 0", isWhole);
  requireParameter(what, "the probability", p, "from 0 to 1", p >= 0 && p <= 1);
  if (p === 0 || n === 0) return certain(0, n);
  if (p === 1) return certain(n, n);
  const tailsAbove = (k: number) => betaTails(k + 1, n - k, betaPoint(k + 1, n - k, p));
  const kernel = {
    most: n,
    mean: n * p,
    standardDeviation: Math.sqrt(n * p * (1 - p)),
    pmf(k: number) {
      if (k === 0) return Math.exp(n * Math.log1p(-p));
      if (k === n) return Math.exp(n * Math.log(p));
      return Math.exp(logBetaSlope(k, n - k, betaPoint(k, n - k, p))) * (n / k / (n - k));
    },
    cdf: (k: number) => tailsAbove(k).upper,
    survival: (k: number) => tailsAbove(k).lower,
  };
  return checkedDiscrete(kernel, normalQuantile);
}
