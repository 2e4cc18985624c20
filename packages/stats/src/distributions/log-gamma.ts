import { log1pMinus } from "../log1p-minus.js";

/** ln(sqrt(2 pi)). */
export const HALF_LOG_TWO_PI = 0.9189385332046728;
const EULER_GAMMA = 0.5772156649015329;

/** (zeta(k) - 1) / k for k = 2, 3, ... */
const ZETA_TERMS = [
  0.3224670334241132, 0.0673523010531981, 0.020580808427784546, 0.007385551028673986,
  0.0028905103307415234, 0.001192753911703261, 0.0005096695247430425, 0.00022315475845357939,
  9.945751278180853e-5, 4.492623673813314e-5, 2.050721277567069e-5, 9.439488275268397e-6,
  4.374866789907488e-6, 2.039215753801366e-6, 9.55141213040742e-7, 4.492469198764566e-7,
  2.1207184805554665e-7, 1.0043224823968099e-7, 4.7698101693639804e-8, 2.2711094608943164e-8,
  1.0838659214896955e-8, 5.183475041970047e-9, 2.4836745438024785e-9, 1.1921401405860912e-9,
  5.731367241678862e-10, 2.7595228851242334e-10,
];

/**
 * ln Gamma(1 + a) for -1/2 <= a <= 1/2, with full relative accuracy as a goes to 0.
 * Source: Abramowitz and Stegun (1964), 6.1.33, with the first term of zeta summed.
 */
export function logGamma1p(a: number): number {
  let sum = 0;
  for (let k = ZETA_TERMS.length - 1; k >= 0; k--) sum = (ZETA_TERMS[k] as number) - a * sum;
  return -log1pMinus(a) + a * (a * sum - EULER_GAMMA);
}

/** From here on Stirling's series of eight terms is exact to rounding. */
const STIRLING_FROM = 10;

function stirlingSeries(x: number): number {
  const y = 1 / (x * x);
  return (
    (1 / 12 -
      y *
        (1 / 360 -
          y *
            (1 / 1260 -
              y *
                (1 / 1680 -
                  y * (1 / 1188 - y * (691 / 360360 - y * (1 / 156 - (y * 3617) / 122400))))))) /
    x
  );
}

/**
 * The error of Stirling's formula, ln Gamma(x) - (x - 1/2) ln x + x - ln(sqrt(2 pi)), for x > 0.
 * Source: Stirling's series (Abramowitz and Stegun 1964, 6.1.41) and, below 10, its recurrence; the use in
 * probabilities is Loader's (2000), "Fast and accurate computation of binomial probabilities".
 */
export function stirlingError(x: number): number {
  if (x >= STIRLING_FROM) return stirlingSeries(x);
  if (x < 1) {
    const step = (x + 0.5) * (Math.log1p(x) - Math.log(x)) - 1;
    return step + stirlingError(x + 1);
  }
  let error = 0;
  let shifted = x;
  for (; shifted < STIRLING_FROM; shifted++) {
    // error(x) - error(x + 1) = (x + 1/2) ln(1 + 1/x) - 1, without the cancellation
    error += (shifted + 0.5) * log1pMinus(1 / shifted) + 0.5 / shifted;
  }
  return error + stirlingSeries(shifted);
}

/**
 * The logarithm of the gamma function, for positive arguments, with full relative accuracy also near its
 * zeros at 1 and 2. Source: Stirling's series above 10, recurrence and Taylor series below (Abramowitz and
 * Stegun 1964, 6.1.15, 6.1.33, 6.1.41).
 *
 * @param x - a positive number.
 * @returns ln Gamma(x); Infinity at 0 and NaN below, as this is a kernel.
 *
 * @example
 * ```ts
 * import { logGamma } from "@vitalcore/stats/distributions";
 * Math.exp(logGamma(5)); // => 24
 * logGamma(2); // => 0
 * ```
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  if (x >= STIRLING_FROM) {
    return (x - 0.5) * (Math.log(x) - 1) - 0.5 + HALF_LOG_TWO_PI + stirlingSeries(x);
  }
  if (x < 0.5) return logGamma1p(x) - Math.log(x);
  if (x <= 1.5) return logGamma1p(x - 1);
  let product = 1;
  let reduced = x;
  while (reduced > 2.5) {
    reduced -= 1;
    product *= reduced;
  }
  return Math.log(product) + Math.log1p(reduced - 2) + logGamma1p(reduced - 2);
}

/**
 * ln Gamma(b + a) - ln Gamma(b) for 0 <= a <= 1 and b > 0, with full relative accuracy as a goes to 0.
 */
export function logGammaIncrease(b: number, a: number): number {
  let recurrence = 0;
  let shifted = b;
  for (; shifted < STIRLING_FROM; shifted++) recurrence += Math.log1p(a / shifted);
  const ratio = a / shifted;
  const stirling =
    a * Math.log(shifted) +
    (shifted + a - 0.5) * Math.log1p(ratio) -
    a +
    stirlingDifference(shifted, a);
  return stirling - recurrence;
}

/** stirlingError(x + a) - stirlingError(x) for x >= 10, without cancellation to first order. */
function stirlingDifference(x: number, a: number): number {
  // The terms differ by c (x^-k - (x + a)^-k) = c x^-k (1 - (1 + a/x)^-k).
  const log = Math.log1p(a / x);
  const change = (k: number) => Math.expm1(-k * log) * x ** -k;
  return (
    change(1) / 12 -
    change(3) / 360 +
    change(5) / 1260 -
    change(7) / 1680 +
    change(9) / 1188 -
    (change(11) * 691) / 360360 +
    change(13) / 156
  );
}
