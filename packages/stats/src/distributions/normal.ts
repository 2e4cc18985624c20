import {
  type ContinuousDistribution,
  checkedContinuous,
  requireParameter,
  requirePositive,
} from "./distribution.js";

/** Coefficients of a polynomial, highest power first. */
type Polynomial = readonly number[];

function polynomial(coefficients: Polynomial, x: number): number {
  let value = 0;
  for (let i = 0; i < coefficients.length; i++) value = value * x + (coefficients[i] as number);
  return value;
}

const CENTER: readonly [Polynomial, Polynomial] = [
  [
    0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582,
    18154.981253343561249,
  ],
  [1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956],
];
const FLANK: readonly [Polynomial, Polynomial] = [
  [
    1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
    597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124,
    9842.7148383839780218,
  ],
  [
    1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
    18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
  ],
];
const FAR: readonly [Polynomial, Polynomial] = [
  [
    0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807,
    0.001421619193227893466, 2.9112874951168792e-5,
  ],
  [
    1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
    7.29751555083966205e-5,
  ],
];
const SQRT_HALF_PI_INVERSE = 0.39894228040143267794;

/** exp(-x^2 / 2), with the square split so that its rounding error does not grow with x. */
function expHalfSquare(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (x - coarse) * (x + coarse));
}

/** The probability of a standard normal value above x, for x >= 0.67448975. */
function upperTail(x: number): number {
  if (x > 40) return 0;
  if (x < 5.656854249492380195) {
    return expHalfSquare(x) * (polynomial(FLANK[0], x) / polynomial(FLANK[1], x));
  }
  const square = 1 / (x * x);
  const correction = (square * polynomial(FAR[0], square)) / polynomial(FAR[1], square);
  return (expHalfSquare(x) * (SQRT_HALF_PI_INVERSE - correction)) / x;
}

/**
 * The probability of a standard normal value above x: the kernel of {@link normal}, for inner loops.
 * Source: Cody (1969), Math. Comp. 23, rational Chebyshev approximations.
 *
 * @param x - a number, checked by the caller.
 *
 * @example
 * ```ts
 * import { normalSurvival } from "@vitalcore/stats/distributions";
 * normalSurvival(1.959963984540054); // => 0.025
 * ```
 */
export function normalSurvival(x: number): number {
  if (x >= 0.67448975) return upperTail(x);
  if (x <= -0.67448975) return 1 - upperTail(-x);
  const square = x * x;
  return 0.5 - (x * polynomial(CENTER[0], square)) / polynomial(CENTER[1], square);
}

/**
 * The probability of a standard normal value at or below x: the kernel of {@link normal}, for inner loops.
 * Source: Cody (1969), Math. Comp. 23, rational Chebyshev approximations.
 *
 * @param x - a number, checked by the caller.
 *
 * @example
 * ```ts
 * import { normalCdf } from "@vitalcore/stats/distributions";
 * normalCdf(-40) === 0 || normalCdf(-37) > 0; // => true
 * ```
 */
export function normalCdf(x: number): number {
  return normalSurvival(-x);
}

const QUANTILE_FLANK: readonly [Polynomial, Polynomial] = [
  [
    7.7454501427834140764e-4, 2.27238449892691845833e-2, 2.4178072517745061177e-1,
    1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959,
    1.42343711074968357734,
  ],
  [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2,
    1.4810397642748007459e-1, 6.8976733498510000455e-1, 1.6763848301838038494,
    2.05319162663775882187, 1,
  ],
];
const QUANTILE_FAR: readonly [Polynomial, Polynomial] = [
  [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.2426609473880784386e-3,
    2.6532189526576123093e-2, 2.9656057182850489123e-1, 1.7848265399172913358,
    5.4637849111641143699, 6.6579046435011037772,
  ],
  [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
    7.868691311456132591e-4, 1.48753612908506148525e-2, 1.3692988092273580531e-1,
    5.9983220655588793769e-1, 1,
  ],
];

// The two polynomials of the middle, where most numbers fall, without a loop: simulations draw millions.

function quantileTop(r: number): number {
  let value = 2.509080928730122672e3 * r + 3.3430575583588128105e4;
  value = value * r + 6.7265770927008700853e4;
  value = value * r + 4.5921953931549871457e4;
  value = value * r + 1.3731693765509461125e4;
  value = value * r + 1.9715909503065514427e3;
  value = value * r + 1.3314166789178437745e2;
  return value * r + 3.387132872796366608;
}

function quantileBottom(r: number): number {
  let value = 5.226495278852545925e3 * r + 2.8729085735721942674e4;
  value = value * r + 3.930789580009271061e4;
  value = value * r + 2.1213794301586595867e4;
  value = value * r + 5.394196021424751108e3;
  value = value * r + 6.871870074920579083e2;
  value = value * r + 4.2313330701600911252e1;
  return value * r + 1;
}

/**
 * The standard normal quantile: the kernel of {@link normal}, for inner loops.
 * Source: Wichura (1988), Applied Statistics 37, algorithm AS 241 (PPND16).
 *
 * @param p - a probability, checked by the caller; 0 and 1 give the infinities.
 *
 * @example
 * ```ts
 * import { normalQuantile } from "@vitalcore/stats/distributions";
 * normalQuantile(0.975); // => 1.959963984540054
 * ```
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * quantileTop(r)) / quantileBottom(r);
  }
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const root = Math.sqrt(-Math.log(tail));
  const isNear = root <= 5;
  const [top, bottom] = isNear ? QUANTILE_FLANK : QUANTILE_FAR;
  const x = root - (isNear ? 1.6 : 5);
  const value = polynomial(top, x) / polynomial(bottom, x);
  return q < 0 ? -value : value;
}

/**
 * The normal distribution.
 * Source: Cody (1969) for the tails, Wichura (1988), AS 241, for quantiles.
 *
 * @param parameters.mean - 0 if left out.
 * @param parameters.sd - the standard deviation, positive; 1 if left out.
 * @throws VitalError `stats/invalid-parameter`; its functions also `stats/invalid-probability`.
 *
 * @example
 * ```ts
 * import { normal } from "@vitalcore/stats/distributions";
 * normal().quantile(0.975); // => 1.959963984540054
 * normal({ mean: 100, sd: 15 }).survival(130); // => 0.02275013194817921
 * ```
 */
export function normal(
  parameters: { readonly mean?: number; readonly sd?: number } = {},
): ContinuousDistribution {
  const { mean = 0, sd = 1 } = parameters;
  const what = "The normal distribution";
  requireParameter(what, "the mean", mean, "a finite number", Number.isFinite(mean));
  requirePositive(what, "the standard deviation", sd);
  const standardized = (x: number) => (x - mean) / sd;
  return checkedContinuous({
    pdf: (x) =>
      (SQRT_HALF_PI_INVERSE * expHalfSquare(Math.min(Math.abs(standardized(x)), 1e3))) / sd,
    cdf: (x) => normalCdf(standardized(x)),
    survival: (x) => normalSurvival(standardized(x)),
    quantile: (p) => mean + sd * normalQuantile(p),
    upperQuantile: (q) => mean - sd * normalQuantile(q),
  });
}
