import { productDifference } from "../double-double.js";
import { type ContinuousDistribution, checkedContinuous, requirePositive } from "./distribution.js";
import { type GammaPoint, gammaTails, logGammaSlope } from "./incomplete-gamma.js";
import { logGamma } from "./log-gamma.js";
import { solveLogTail } from "./log-newton.js";
import { normalQuantile } from "./normal.js";

/** Where Newton's method begins: Wilson and Hilferty (1931), or the leading term of the tail. */
function startOf(shape: number, tail: "lower" | "upper", probability: number): number {
  const z = normalQuantile(probability) * (tail === "lower" ? 1 : -1);
  const cubeRoot = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  if (cubeRoot > 0.1) return Math.log(shape) + 3 * Math.log(cubeRoot);
  if (tail === "lower") return (Math.log(probability) + logGamma(shape + 1)) / shape;
  return Math.log(Math.max(-Math.log(probability), 0.1) + shape);
}

/** The logarithm of the value with the given probability in the given tail, for scale 1. */
export function logGammaQuantile(
  shape: number,
  tail: "lower" | "upper",
  probability: number,
): number {
  const sign = tail === "lower" ? 1 : -1;
  return solveLogTail(Math.log(probability), startOf(shape, tail, probability), (logX) => {
    const x = Math.exp(logX);
    const excess = Math.expm1(logX - Math.log(shape));
    const tails = gammaTails(shape, { x, logX, excess });
    const log = tails.direct === tail ? tails.logDirect : Math.log(tails[tail]);
    return { log, derivative: sign * Math.exp(tails.logSlope - log) };
  });
}

/** The quantile from the smaller tail: `below` and `above` add up to 1. */
function quantileOf(shape: number, scale: number, below: number, above: number): number {
  if (below === 0) return 0;
  if (above === 0) return Infinity;
  const logX =
    below <= above
      ? logGammaQuantile(shape, "lower", below)
      : logGammaQuantile(shape, "upper", above);
  return scale * Math.exp(logX);
}

/** The gamma distribution, parameters unchecked. */
function gammaKernel(shape: number, scale: number): ContinuousDistribution {
  const point = (value: number): GammaPoint => ({
    x: value / scale,
    logX: Math.log(value / scale),
    excess: productDifference(1, value, shape, scale) / (shape * scale),
  });
  return {
    pdf(x) {
      if (x < 0 || x === Infinity) return 0;
      if (x === 0) return shape > 1 ? 0 : shape === 1 ? 1 / scale : Infinity;
      return Math.exp(logGammaSlope(shape, point(x))) / x;
    },
    cdf(x) {
      if (x <= 0) return 0;
      return x === Infinity ? 1 : gammaTails(shape, point(x)).lower;
    },
    survival(x) {
      if (x <= 0) return 1;
      return x === Infinity ? 0 : gammaTails(shape, point(x)).upper;
    },
    quantile: (p) => quantileOf(shape, scale, p, 1 - p),
    upperQuantile: (q) => quantileOf(shape, scale, 1 - q, q),
  };
}

/**
 * The gamma distribution, of mean shape * scale.
 * Source: see the incomplete gamma function (Abramowitz and Stegun 1964, 6.5; Gautschi 1979; Loader 2000);
 * quantiles by Newton's method on the logarithm of the smaller tail.
 *
 * @param parameters.shape - positive.
 * @param parameters.scale - positive; 1 if left out. Where a rate is given, the scale is 1 / rate.
 * @throws VitalError `stats/invalid-parameter`; its functions also `stats/invalid-probability`.
 *
 * @example
 * ```ts
 * import { gamma } from "@vitalcore/stats/distributions";
 * gamma({ shape: 1, scale: 2 }).survival(2); // => 0.36787944117144233
 * ```
 */
export function gamma(parameters: {
  readonly shape: number;
  readonly scale?: number;
}): ContinuousDistribution {
  const { shape, scale = 1 } = parameters;
  const what = "The gamma distribution";
  requirePositive(what, "the shape", shape);
  requirePositive(what, "the scale", scale);
  return checkedContinuous(gammaKernel(shape, scale));
}

/**
 * The chi-square distribution: gamma with shape df / 2 and scale 2.
 * Source: as {@link gamma}.
 *
 * @param parameters.df - degrees of freedom, positive, not necessarily whole.
 * @throws VitalError `stats/invalid-parameter`; its functions also `stats/invalid-probability`.
 *
 * @example
 * ```ts
 * import { chiSquare } from "@vitalcore/stats/distributions";
 * chiSquare({ df: 3 }).upperQuantile(0.05); // => 7.814727903251178
 * ```
 */
export function chiSquare(parameters: { readonly df: number }): ContinuousDistribution {
  const { df } = parameters;
  requirePositive("The chi-square distribution", "df", df);
  return checkedContinuous(gammaKernel(df / 2, 2));
}
