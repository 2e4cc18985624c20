import { fisherF, normalSurvival } from "@vitalcore/stats/distributions";

/**
 * P(sum_i a_i X_i > x * Y/df) with X_i chi-square of 1 degree of freedom and Y of `df`, all independent:
 * the tail of a quadratic form, by Imhof's inversion integral. Absolute error below 1e-10.
 * Source: Imhof (1961), Biometrika 48:419-426.
 *
 * @param coefficients - the a_i, positive.
 * @param df - degrees of freedom of the denominator; Infinity for none.
 */
export function chiSquareMixtureTail(
  x: number,
  coefficients: ArrayLike<number>,
  df: number,
): number {
  // Q = sum a_i X_i - (x/df) Y > 0, or Q = sum a_i X_i > x.
  const a = Array.from(coefficients).filter((value) => value > 0);
  const c = Number.isFinite(df) ? x / df : 0;
  const offset = Number.isFinite(df) ? 0 : x;
  const scale = Math.max(...a, c);
  if (!(scale > 0)) return x > 0 ? 0 : 1;
  const integrand = (u: number): number => {
    if (u === 0) return 0;
    let angle = (-offset * u) / 2;
    let logRho = 0;
    for (const value of a) {
      angle += Math.atan(value * u) / 2;
      logRho += Math.log1p((value * u) ** 2) / 4;
    }
    if (c > 0) {
      angle -= (df * Math.atan(c * u)) / 2;
      logRho += (df * Math.log1p((c * u) ** 2)) / 4;
    }
    return Math.sin(angle) / (u * Math.exp(logRho));
  };
  // u = exp(v)/scale: the integrand in v is smooth and falls off on both sides; the trapezoid rule of a
  // smooth function that vanishes at both ends converges faster than any power of the step.
  const inV = (v: number) => {
    const u = Math.exp(v) / scale;
    return integrand(u) * u;
  };
  const sum = (from: number, to: number, steps: number) => {
    const h = (to - from) / steps;
    let total = 0;
    for (let i = 0; i <= steps; i++)
      total += inV(from + i * h) * (i === 0 || i === steps ? 0.5 : 1);
    return total * h;
  };
  let upper = 4;
  while (upper < 60 && amplitude(a, c, df, Math.exp(upper) / scale) > 1e-13) upper += 2;
  let steps = 256;
  let previous = sum(-40, upper, steps);
  for (; steps < 1 << 20; ) {
    steps *= 2;
    const next = sum(-40, upper, steps);
    const change = Math.abs(next - previous);
    previous = next;
    if (change < 1e-13) break;
  }
  return Math.min(1, Math.max(0, 0.5 + previous / Math.PI));
}

function amplitude(a: readonly number[], c: number, df: number, u: number): number {
  let logRho = 0;
  for (const value of a) logRho += Math.log1p((value * u) ** 2) / 4;
  if (c > 0) logRho += (df * Math.log1p((c * u) ** 2)) / 4;
  return Math.exp(-logRho);
}

/**
 * The same tail by the saddlepoint approximation, for a finite `df`. Where the saddlepoint lies at 0 the
 * approximation has no value, and Satterthwaite's F is given. The denominator is taken as the whole number
 * of chi-squares below `df`, as R's survey has it. Source: Kuonen (1999), Biometrika 86:929-935.
 */
export function chiSquareMixtureSaddlepoint(
  x: number,
  coefficients: ArrayLike<number>,
  df: number,
): number {
  const positive = Array.from(coefficients);
  const mean = positive.reduce((sum, value) => sum + value, 0) / positive.length;
  const ratio = positive.reduce((sum, value) => sum + value ** 2, 0) / positive.length / mean ** 2;
  const df1 = positive.length / ratio;
  const satterthwaite = fisherF({ df1, df2: df }).survival(x / (df1 * mean * ratio));
  const scale = Math.max(...positive);
  const weights = [
    ...positive.map((value) => [value / scale, 1]),
    [-x / df / scale, Math.floor(df)],
  ] as [number, number][];
  const slope = (zeta: number) =>
    weights.reduce((sum, [a, m]) => sum + (m * a) / (1 - 2 * zeta * a), 0);
  let low = -df / (2 * (x / scale)); // the pole of the denominator
  let high = 0.5;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  const zeta = (low + high) / 2;
  if (Math.abs(zeta) < 1e-4) return satterthwaite;
  const cumulant = -weights.reduce((sum, [a, m]) => sum + m * Math.log1p(-2 * zeta * a), 0) / 2;
  const curvature =
    2 * weights.reduce((sum, [a, m]) => sum + (m * a * a) / (1 - 2 * zeta * a) ** 2, 0);
  const w = Math.sign(zeta) * Math.sqrt(-2 * cumulant);
  const v = zeta * Math.sqrt(curvature);
  return normalSurvival(w + Math.log(v / w) / w);
}
