import { type ContinuousDistribution, checkedContinuous, requirePositive } from "./distribution.js";
import { betaPoint, betaPointOfLogOdds, betaTails, logBetaSlope } from "./incomplete-beta.js";
import { logGamma } from "./log-gamma.js";
import { solveLogTail } from "./log-newton.js";
import { normalQuantile } from "./normal.js";

/** Where Newton's method begins for the lower tail: the larger of the normal and the leading term. */
function startOf(a: number, b: number, probability: number): number {
  const spread = Math.sqrt(1 / a + 1 / b);
  const normal = Math.log(a / b) + normalQuantile(probability) * spread;
  const logShapeBeta = logGamma(a + 1) + logGamma(b) - logGamma(a + b);
  const leading = (Math.log(probability) + logShapeBeta) / a;
  return a < 1 ? Math.min(leading, 40) : Math.max(normal, leading);
}

/**
 * The log odds, ln(x / (1 - x)), of the value with probability `below` under it and `above` over it; these
 * add up to 1, and the smaller of them counts.
 */
export function betaLogOddsQuantile(a: number, b: number, below: number, above: number): number {
  if (below > above) return -betaLogOddsQuantile(b, a, above, below);
  return solveLogTail(Math.log(below), startOf(a, b, below), (logOdds) => {
    const tails = betaTails(a, b, betaPointOfLogOdds(a, b, logOdds));
    const log = tails.direct === "lower" ? tails.logDirect : Math.log(tails.lower);
    return { log, derivative: Math.exp(tails.logSlope - log) };
  });
}

/** The beta quantile from both tail probabilities, which add up to 1. */
function quantileOf(a: number, b: number, below: number, above: number): number {
  if (below === 0) return 0;
  if (above === 0) return 1;
  const logOdds = betaLogOddsQuantile(a, b, below, above);
  return logOdds < 0 ? Math.exp(logOdds) / (1 + Math.exp(logOdds)) : 1 / (1 + Math.exp(-logOdds));
}

function densityAtEdge(shape: number, other: number): number {
  if (shape === 1) return other;
  return shape > 1 ? 0 : Infinity;
}

/**
 * The beta distribution.
 * Source: see the incomplete beta function (Abramowitz and Stegun 1964, 26.5; Loader 2000); quantiles by
 * Newton's method on the logarithm of the smaller tail.
 *
 * @param parameters.alpha - first shape, positive.
 * @param parameters.beta - second shape, positive.
 * @throws VitalError `stats/invalid-parameter`; its functions also `stats/invalid-probability`.
 *
 * @example
 * ```ts
 * import { beta } from "@vitalcore/stats/distributions";
 * beta({ alpha: 2, beta: 1 }).quantile(0.25); // => 0.5
 * ```
 */
export function beta(parameters: {
  readonly alpha: number;
  readonly beta: number;
}): ContinuousDistribution {
  const { alpha: a, beta: b } = parameters;
  const what = "The beta distribution";
  requirePositive(what, "alpha", a);
  requirePositive(what, "beta", b);
  return checkedContinuous({
    pdf(x) {
      if (x < 0 || x > 1) return 0;
      if (x === 0) return densityAtEdge(a, b);
      if (x === 1) return densityAtEdge(b, a);
      return Math.exp(logBetaSlope(a, b, betaPoint(a, b, x))) / x / (1 - x);
    },
    cdf(x) {
      if (x <= 0) return 0;
      return x >= 1 ? 1 : betaTails(a, b, betaPoint(a, b, x)).lower;
    },
    survival(x) {
      if (x <= 0) return 1;
      return x >= 1 ? 0 : betaTails(a, b, betaPoint(a, b, x)).upper;
    },
    quantile: (p) => quantileOf(a, b, p, 1 - p),
    upperQuantile: (q) => quantileOf(a, b, 1 - q, q),
  });
}
