const STEP = 1 / 16;
const FROM = -3.75;
const TO = 4;

/**
 * The integral over s from 0 to infinity of exp(-fall(s)), where `fall` is convex and 0 at 0: what is left
 * of a log-concave density beyond a point, in units of the density there. The number of evaluations does
 * not grow with the parameters, which is what continued fractions lack.
 * Source: the double-exponential rule of Takahasi and Mori (1974), Publ. RIMS 9, for exponential decay.
 *
 * @param slope - first derivative of `fall` at 0.
 * @param curvature - second derivative of `fall` at 0.
 */
export function tailIntegral(
  fall: (s: number) => number,
  slope: number,
  curvature: number,
): number {
  // Where fall(s) is about 1, from its first two derivatives.
  const width = 2 / (slope + Math.sqrt(slope * slope + 2 * curvature));
  let sum = 0;
  for (let t = FROM; t <= TO; t += STEP) {
    const shrink = Math.exp(-t);
    const s = width * Math.exp(t - shrink);
    const height = Math.exp(-fall(s));
    sum += height * s * (1 + shrink);
    if (t > 0 && height * s < 1e-18 * sum) break;
  }
  return STEP * sum;
}
