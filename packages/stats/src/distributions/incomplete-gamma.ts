import { expm1Minus, log1pMinus } from "../log1p-minus.js";
import { HALF_LOG_TWO_PI, logGamma1p, stirlingError } from "./log-gamma.js";
import { tailIntegral } from "./tail-integral.js";

/**
 * Both tails of a distribution at a point. The one named in `direct` was computed, the other is its
 * complement; `logDirect` is its logarithm, also where it underflows.
 */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly direct: "lower" | "upper";
  readonly logDirect: number;
  /** ln of the density with respect to the logarithm (gamma) or the log odds (beta) of the point. */
  readonly logSlope: number;
}

/** Tails from the logarithm of one of them. */
export function tailsOf(direct: "lower" | "upper", logDirect: number, logSlope: number): Tails {
  const value = Math.exp(logDirect);
  const complement = logDirect > -0.5 ? -Math.expm1(logDirect) : 1 - value;
  const isLower = direct === "lower";
  return {
    lower: isLower ? value : complement,
    upper: isLower ? complement : value,
    direct,
    logDirect,
    logSlope,
  };
}

/** A point x > 0 of the gamma distribution of shape a, with what would lose digits if derived from it. */
export interface GammaPoint {
  readonly x: number;
  readonly logX: number;
  /** (x - a) / a. */
  readonly excess: number;
}

/** From this shape on the tails are integrated: series and fraction take sqrt(a) terms. */
const LARGE_SHAPE = 3000;
/** Below this, x^a is close to 1 and the upper tail would be a difference of equals. */
const SERIES_LIMIT = 1.5;

/**
 * ln(x^a e^-x / Gamma(a)), the density of ln X, as deviance from the most likely point.
 * Source: Loader (2000), the saddle-point expansion.
 */
export function logGammaSlope(a: number, point: GammaPoint): number {
  const { x, logX, excess } = point;
  if (a < 1) return a * logX - x - gammaOf1p(a) + Math.log(a);
  const deviance = excess > -0.75 ? -a * log1pMinus(excess) : x - a - a * (logX - Math.log(a));
  return 0.5 * Math.log(a) - HALF_LOG_TWO_PI - stirlingError(a) - deviance;
}

/** ln Gamma(1 + a) for 0 < a < 1. */
function gammaOf1p(a: number): number {
  return a <= 0.5 ? logGamma1p(a) : Math.log(a) + logGamma1p(a - 1);
}

/**
 * Both tails of the gamma distribution of shape a and scale 1 at a point, each with full relative accuracy.
 * Source: Abramowitz and Stegun (1964), 6.5.29 (series) and 6.5.31 (continued fraction); Gautschi (1979) on
 * the upper tail for small shapes; {@link tailIntegral} for large ones.
 */
export function gammaTails(a: number, point: GammaPoint): Tails {
  const { x, logX, excess } = point;
  const logSlope = logGammaSlope(a, point);
  if (a < 1 && x < SERIES_LIMIT) {
    const logLower = a * logX - gammaOf1p(a) + Math.log1p(a * smallShapeSum(a, x));
    return tailsOf("lower", logLower, logSlope);
  }
  const isLower = excess < 0;
  let factor: number;
  if (a > LARGE_SHAPE) factor = isLower ? lowerIntegral(a, point) : upperIntegral(a, point);
  else factor = isLower ? lowerSeries(a, x) : upperFraction(a, x);
  return tailsOf(isLower ? "lower" : "upper", logSlope + Math.log(factor), logSlope);
}

/** Sum over n >= 1 of (-x)^n / (n! (a + n)). */
function smallShapeSum(a: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= -x / n;
    const next = sum + term / (a + n);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** Lower tail in units of the slope: sum of x^n / (a (a + 1) ... (a + n)). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= x / (a + n);
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

const TINY = 1e-300;
/** Far beyond what any shape needs; ends loops on arguments that are not numbers. */
const MOST_TERMS = 100_000;

/** Upper tail in units of the slope, by the modified Lentz algorithm (Thompson and Barnett 1986). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const change = d * c;
    value *= change;
    if (Math.abs(change - 1) <= Number.EPSILON) break;
  }
  return value;
}

function lowerIntegral(a: number, { x, excess }: GammaPoint): number {
  const slope = -excess * a;
  return tailIntegral((s) => slope * s + x * expm1Minus(-s), slope, x);
}

function upperIntegral(a: number, { x, excess }: GammaPoint): number {
  const slope = excess * a;
  return tailIntegral((s) => slope * s + x * expm1Minus(s), slope, x);
}
