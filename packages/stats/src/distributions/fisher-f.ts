import { betaLogOddsQuantile } from "./beta.js";
import {
  type ContinuousDistribution,
  checkedContinuous,
  requireParameter,
  requirePositive,
} from "./distribution.js";
import { chiSquare } from "./gamma.js";
import { betaPointOfRatio, betaTails, logBetaSlope } from "./incomplete-beta.js";

/** With infinite denominator degrees of freedom, F is chi-square over its degrees of freedom. */
function scaledChiSquare(df: number): ContinuousDistribution {
  const whole = chiSquare({ df });
  return checkedContinuous({
    pdf: (x) => df * whole.pdf(df * x),
    cdf: (x) => whole.cdf(df * x),
    survival: (x) => whole.survival(df * x),
    quantile: (p) => whole.quantile(p) / df,
    upperQuantile: (q) => whole.upperQuantile(q) / df,
  });
}

/**
 * Fisher's F distribution, of the ratio of two mean squares.
 * Source: the relation to the beta distribution (Abramowitz and Stegun 1964, 26.6.2); see `beta`.
 *
 * @param parameters.df1 - degrees of freedom of the numerator, positive, not necessarily whole.
 * @param parameters.df2 - degrees of freedom of the denominator, positive; may be Infinity.
 * @throws VitalError `stats/invalid-parameter`; its functions also `stats/invalid-probability`.
 *
 * @example
 * ```ts
 * import { fisherF } from "@vitalcore/stats/distributions";
 * fisherF({ df1: 2, df2: 10 }).upperQuantile(0.05); // => 4.1028210151
 * ```
 */
export function fisherF(parameters: {
  readonly df1: number;
  readonly df2: number;
}): ContinuousDistribution {
  const { df1, df2 } = parameters;
  const what = "The F distribution";
  requirePositive(what, "df1", df1);
  requireParameter(what, "df2", df2, "a positive number", df2 > 0);
  if (df2 === Infinity) return scaledChiSquare(df1);
  const [a, b] = [df1 / 2, df2 / 2];
  const tails = (x: number) => betaTails(a, b, betaPointOfRatio(a, b, x));
  const quantileOf = (below: number, above: number) => {
    if (below === 0) return 0;
    if (above === 0) return Infinity;
    return Math.exp(betaLogOddsQuantile(a, b, below, above) + Math.log(b / a));
  };
  return checkedContinuous({
    pdf(x) {
      if (x < 0 || x === Infinity) return 0;
      if (x === 0) return df1 > 2 ? 0 : df1 === 2 ? 1 : Infinity;
      return Math.exp(logBetaSlope(a, b, betaPointOfRatio(a, b, x))) / x;
    },
    cdf(x) {
      if (x <= 0) return 0;
      return x === Infinity ? 1 : tails(x).lower;
    },
    survival(x) {
      if (x <= 0) return 1;
      return x === Infinity ? 0 : tails(x).upper;
    },
    quantile: (p) => quantileOf(p, 1 - p),
    upperQuantile: (q) => quantileOf(1 - q, q),
  });
}
