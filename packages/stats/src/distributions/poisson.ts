import { checkedDiscrete, type DiscreteDistribution, requireParameter } from "./distribution.js";
import { gammaTails, logGammaSlope } from "./incomplete-gamma.js";
import { normalQuantile } from "./normal.js";

/**
 * The Poisson distribution: events at a constant rate.
 * Source: Loader (2000) for probabilities, the relation to the gamma distribution (Abramowitz and Stegun
 * 1964, 26.4.21) for tails.
 *
 * @param parameters.mean - expected number of events, zero or positive.
 * @throws VitalError `stats/invalid-parameter`; its functions also `stats/invalid-probability`.
 *
 * @example
 * ```ts
 * import { poisson } from "@vitalcore/stats/distributions";
 * poisson({ mean: 2 }).cdf(1); // => 0.4060058497098381
 * poisson({ mean: 2 }).upperQuantile(0.05); // => 5
 * ```
 */
export function poisson(parameters: { readonly mean: number }): DiscreteDistribution {
  const { mean } = parameters;
  const isRight = mean >= 0 && mean < Infinity;
  requireParameter("The Poisson distribution", "the mean", mean, "zero or positive", isRight);
  const pointAt = (shape: number) => ({
    x: mean,
    logX: Math.log(mean),
    excess: (mean - shape) / shape,
  });
  const tailsAbove = (k: number) => gammaTails(k + 1, pointAt(k + 1));
  const kernel = {
    most: Infinity,
    mean,
    standardDeviation: Math.sqrt(mean),
    pmf(k: number) {
      if (mean === 0) return Number(k === 0);
      return k === 0 ? Math.exp(-mean) : Math.exp(logGammaSlope(k, pointAt(k))) / k;
    },
    cdf: (k: number) => (mean === 0 ? 1 : tailsAbove(k).upper),
    survival: (k: number) => (mean === 0 ? 0 : tailsAbove(k).lower),
  };
  return checkedDiscrete(kernel, normalQuantile);
}
