import { log1pMinus } from "../log1p-minus.js";
import { betaLogOddsQuantile } from "./beta.js";
import {
  type ContinuousDistribution,
  checkedContinuous,
  requireParameter,
} from "./distribution.js";
import { type BetaPoint, betaPointOfRatio, betaTails } from "./incomplete-beta.js";
import { HALF_LOG_TWO_PI, stirlingError } from "./log-gamma.js";
import { normal } from "./normal.js";

/** From here on t^2 overflows. */
const HUGE = 1e150;

/** t^2 as the odds of a beta distribution with shapes 1/2 and df / 2. */
function pointOf(t: number, df: number): BetaPoint {
  const size = Math.abs(t);
  if (size < HUGE) return betaPointOfRatio(0.5, df / 2, t * t);
  const logOdds = 2 * (Math.log(size) - 0.5 * Math.log(df));
  return {
    x: 1,
    y: Math.exp(-logOdds),
    logX: 0,
    logY: -logOdds,
    oddsRatio: Infinity,
    excess: Infinity,
  };
}

/** The probability beyond |t| on one side. */
function outerTail(t: number, df: number): number {
  if (t === 0) return 0.5;
  if (Math.abs(t) === Infinity) return 0;
  return betaTails(0.5, df / 2, pointOf(t, df)).upper / 2;
}

/** The probability between 0 and |t|. */
function innerPart(t: number, df: number): number {
  if (t === 0) return 0;
  if (Math.abs(t) === Infinity) return 0.5;
  return betaTails(0.5, df / 2, pointOf(t, df)).lower / 2;
}

/** ln of the density at 0: Gamma((df + 1) / 2) / (Gamma(df / 2) sqrt(pi df)), by Stirling's formula. */
function logPeak(df: number): number {
  const half = df / 2;
  const power = half * log1pMinus(0.5 / half);
  return power + stirlingError(half + 0.5) - stirlingError(half) - HALF_LOG_TWO_PI;
}

/** The point with probability `tail` <= 1/2 above it. */
function upperPoint(tail: number, df: number): number {
  if (tail === 0) return Infinity;
  if (tail === 0.5) return 0;
  const logOdds = betaLogOddsQuantile(0.5, df / 2, 1 - 2 * tail, 2 * tail);
  return Math.exp(0.5 * (logOdds + Math.log(df)));
}

/**
 * Student's t distribution.
 * Source: the relation to the beta distribution (Abramowitz and Stegun 1964, 26.7.1); see `beta`.
 *
 * @param parameters.df - degrees of freedom, positive, not necessarily whole; Infinity is the normal.
 * @throws VitalError `stats/invalid-parameter`; its functions also `stats/invalid-probability`.
 *
 * @example
 * ```ts
 * import { studentT } from "@vitalcore/stats/distributions";
 * studentT({ df: 10 }).quantile(0.975); // => 2.2281388520
 * ```
 */
export function studentT(parameters: { readonly df: number }): ContinuousDistribution {
  const { df } = parameters;
  requireParameter("Student's t distribution", "df", df, "a positive number", df > 0);
  if (df === Infinity) return normal();
  const above = (t: number) => (t > 0 ? outerTail(t, df) : 0.5 + innerPart(t, df));
  const peak = logPeak(df);
  return checkedContinuous({
    pdf(t) {
      const size = Math.abs(t);
      const log =
        size < HUGE ? Math.log1p((size / df) * size) : 2 * (Math.log(size) - 0.5 * Math.log(df));
      return Math.exp(peak - ((df + 1) / 2) * log);
    },
    cdf: (t) => above(-t),
    survival: above,
    quantile: (p) => (p < 0.5 ? -upperPoint(p, df) : upperPoint(1 - p, df)),
    upperQuantile: (q) => (q <= 0.5 ? upperPoint(q, df) : -upperPoint(1 - q, df)),
  });
}
