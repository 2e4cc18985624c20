/**
 * ln(1 + u) - u without cancellation, for u > -1.
 * Source: Abramowitz and Stegun (1964), 4.1.27, in powers of (u / (2 + u))^2.
 */
export function log1pMinus(u: number): number {
  if (u < -0.75 || u > 3) return Math.log1p(u) - u;
  const r = u / (2 + u);
  const square = r * r;
  let power = 1;
  let sum = 0;
  for (let k = 3; k < 200; k += 2) {
    const next = sum + power / k;
    if (next === sum) break;
    sum = next;
    power *= square;
  }
  return r * (2 * square * sum - u);
}

/** exp(s) - 1 - s without cancellation. */
export function expm1Minus(s: number): number {
  if (s < -1 || s > 1) return Math.expm1(s) - s;
  let term = s / 2;
  let sum = 0;
  for (let k = 3; k < 100; k++) {
    const next = sum + term;
    if (next === sum) break;
    sum = next;
    term *= s / k;
  }
  return s * sum;
}
