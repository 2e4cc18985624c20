import { productDifference } from "../double-double.js";
import { expm1Minus, log1pMinus } from "../log1p-minus.js";
import { type Tails, tailsOf } from "./incomplete-gamma.js";
import { HALF_LOG_TWO_PI, logGamma1p, logGammaIncrease, stirlingError } from "./log-gamma.js";
import { tailIntegral } from "./tail-integral.js";

/**
 * A point of the beta distribution of shapes a and b, with what would lose digits if derived from x:
 * its complement, both logarithms, and its odds relative to the mean odds a / b.
 */
export interface BetaPoint {
  readonly x: number;
  /** 1 - x. */
  readonly y: number;
  readonly logX: number;
  readonly logY: number;
  /** (x / y) / (a / b). */
  readonly oddsRatio: number;
  /** The odds ratio less 1. */
  readonly excess: number;
}

/** The point x, 0 < x < 1, exactly as the double says. */
export function betaPoint(a: number, b: number, x: number): BetaPoint {
  const y = 1 - x;
  const yLow = 1 - y - x;
  const difference = productDifference(b, x, a, y) - a * yLow;
  return {
    x,
    y,
    logX: Math.log(x),
    logY: Math.log1p(-x),
    oddsRatio: (x / y) * (b / a),
    excess: difference / (a * y),
  };
}

/** The point of given log odds, ln(x / (1 - x)). */
export function betaPointOfLogOdds(a: number, b: number, logOdds: number): BetaPoint {
  const relative = logOdds - Math.log(a / b);
  const [x, y] = [1 / (1 + Math.exp(-logOdds)), 1 / (1 + Math.exp(logOdds))];
  return {
    x,
    y,
    logX: logOdds < -700 ? logOdds : -Math.log1p(Math.exp(-logOdds)),
    logY: logOdds > 700 ? -logOdds : -Math.log1p(Math.exp(logOdds)),
    oddsRatio: Math.exp(relative),
    excess: Math.expm1(relative),
  };
}

/** The point whose odds are a given multiple of the mean odds, as of F and of t squared. */
export function betaPointOfRatio(a: number, b: number, oddsRatio: number): BetaPoint {
  const odds = oddsRatio * (a / b);
  const inverse = b / a / oddsRatio;
  return {
    x: 1 / (1 + inverse),
    y: 1 / (1 + odds),
    logX: odds < 1 ? Math.log(odds) - Math.log1p(odds) : -Math.log1p(inverse),
    logY: -Math.log1p(odds),
    oddsRatio,
    excess: oddsRatio - 1,
  };
}

function mirrored(point: BetaPoint): BetaPoint {
  return {
    x: point.y,
    y: point.x,
    logX: point.logY,
    logY: point.logX,
    oddsRatio: 1 / point.oddsRatio,
    excess: -point.excess / point.oddsRatio,
  };
}

/** a ln((a / (a + b)) / x) + b ln((b / (a + b)) / y): how far the point is from the mean. */
function deviance(a: number, b: number, point: BetaPoint): number {
  if (a > b) return deviance(b, a, mirrored(point));
  const { oddsRatio, excess } = point;
  const share = a / (a + b);
  if (oddsRatio > 0.25 && oddsRatio < 4) {
    return (a + b) * log1pMinus(share * excess) - a * log1pMinus(excess);
  }
  const isRepresentable = oddsRatio > 1e-290 && oddsRatio < 1e290;
  const logOddsRatio = isRepresentable
    ? Math.log(oddsRatio)
    : point.logX - point.logY - Math.log(a / b);
  return (a + b) * Math.log1p(share * excess) - a * logOddsRatio;
}

/**
 * ln(x^a y^b / B(a, b)), the density of the log odds.
 * Source: Loader (2000), the saddle-point expansion, for shapes that need not be whole.
 */
export function logBetaSlope(a: number, b: number, point: BetaPoint): number {
  if (a < 1 || b < 1) return a * point.logX + b * point.logY - logBeta(a, b);
  return (
    0.5 * Math.log(a * (b / (a + b))) -
    HALF_LOG_TWO_PI +
    (stirlingError(a + b) - stirlingError(a) - stirlingError(b)) -
    deviance(a, b, point)
  );
}

/** ln B(a, b) where one of the shapes is below 1. */
function logBeta(a: number, b: number): number {
  const smaller = Math.min(a, b);
  return logShapeBeta(smaller, Math.max(a, b)) - Math.log(smaller);
}

/** ln(a B(a, b)) for a < 1, with full relative accuracy as a goes to 0. */
function logShapeBeta(a: number, b: number): number {
  const logGammaOf1p = a <= 0.5 ? logGamma1p(a) : Math.log(a) + logGamma1p(a - 1);
  return logGammaOf1p - logGammaIncrease(b, a);
}

/** From this sum of shapes on the tails are integrated: the fraction takes sqrt(a + b) terms. */
const LARGE_SHAPES = 5000;

/**
 * Both tails of the beta distribution at a point: `lower` is the regularized incomplete beta function
 * I_x(a, b). Each has full relative accuracy.
 * Source: Abramowitz and Stegun (1964), 26.5.4 (series) and 26.5.8 (continued fraction);
 * {@link tailIntegral} for large shapes.
 */
export function betaTails(a: number, b: number, point: BetaPoint): Tails {
  if (point.x * (a + b + 2) > a + 1) {
    const { lower, upper, direct, logDirect, logSlope } = lowerSide(b, a, mirrored(point));
    return {
      lower: upper,
      upper: lower,
      direct: direct === "lower" ? "upper" : "lower",
      logDirect,
      logSlope,
    };
  }
  return lowerSide(a, b, point);
}

/** The tails where x is not far beyond the mean, from the lower one. */
function lowerSide(a: number, b: number, point: BetaPoint): Tails {
  const logSlope = logBetaSlope(a, b, point);
  if (a < 1) {
    const sum = smallShapeSum(a, b, point.x);
    const logLower = a * point.logX - logShapeBeta(a, b) + Math.log1p(a * sum);
    return tailsOf("lower", logLower, logSlope);
  }
  const factor =
    a + b > LARGE_SHAPES ? lowerIntegral(a, b, point) : lowerFraction(a, b, point.x) / a;
  return tailsOf("lower", logSlope + Math.log(factor), logSlope);
}

/** Sum over n >= 1 of (1 - b)(2 - b)...(n - b) / n! x^n / (a + n). */
function smallShapeSum(a: number, b: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= ((n - b) / n) * x;
    const next = sum + term / (a + n);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

const TINY = 1e-300;
/** Far beyond what any shapes need; ends loops on arguments that are not numbers. */
const MOST_TERMS = 100_000;

/** The continued fraction 26.5.8, by the modified Lentz algorithm (Thompson and Barnett 1986). */
function lowerFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < TINY) d = TINY;
  d = 1 / d;
  let value = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + even / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + odd / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const change = d * c;
    value *= change;
    if (Math.abs(change - 1) <= Number.EPSILON) break;
  }
  return value;
}

/**
 * Lower tail in units of the slope: the integral of exp(-fall), where fall(s) is
 * a s + (a + b) ln(1 + x (e^-s - 1)), also equal to -b s + (a + b) ln(1 + y (e^s - 1)). Of the two, the one that
 * starts from the smaller of x and y, with the terms that cancel to first order taken out.
 */
function lowerIntegral(a: number, b: number, { x, y, excess }: BetaPoint): number {
  const slope = -a * y * excess;
  const curvature = (a + b) * x * y;
  const fallFromX = (s: number) =>
    slope * s + (a + b) * (x * expm1Minus(-s) + log1pMinus(x * Math.expm1(-s)));
  const fallFromY = (s: number) => {
    const change = y * Math.expm1(s);
    if (change > 1) return (a + b) * Math.log1p(change) - b * s;
    return slope * s + (a + b) * (y * expm1Minus(s) + log1pMinus(change));
  };
  return tailIntegral(x < y ? fallFromX : fallFromY, slope, curvature);
}
