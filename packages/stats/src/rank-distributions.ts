import { normalSurvival } from "./distributions/normal.js";

/** Probabilities of a value at most, and at least, as large as the one observed. */
export interface ObservedTails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Kendall's number of concordant pairs without association: both tails, over all n! orders.
 * Source: Kendall (1938), Biometrika 30: the numbers of inversions are a convolution of uniform ones.
 *
 * @param concordant - the number observed, 0 to n (n - 1) / 2.
 */
export function kendallTails(concordant: number, n: number): ObservedTails {
  const most = (n * (n - 1)) / 2;
  let probabilities = Float64Array.of(1);
  for (let size = 2; size <= n; size++) {
    const next = new Float64Array((size * (size - 1)) / 2 + 1);
    for (let count = 0; count < next.length; count++) {
      let sum = 0;
      for (let added = 0; added < size; added++) sum += probabilities[count - added] ?? 0;
      next[count] = sum / size;
    }
    probabilities = next;
  }
  let lower = 0;
  let upper = 0;
  for (let count = 0; count <= concordant; count++) lower += probabilities[count] as number;
  for (let count = most; count >= concordant; count--) upper += probabilities[count] as number;
  return { lower, upper };
}

/** Up to this many pairs all orders are counted, as in R. */
const COUNTED_UP_TO = 9;

/**
 * Spearman's sum of squared rank differences without association: both tails, the observed value included
 * in each. All orders counted up to n = 9, above by an Edgeworth series.
 * Source: Best and Roberts (1975), Applied Statistics 24, algorithm AS 89, in the form of R's `cor.test`.
 *
 * @param squares - the sum observed; even but for rounding.
 */
export function spearmanTails(squares: number, n: number): ObservedTails & { isExact: boolean } {
  const observed = 2 * Math.round(squares / 2);
  if (n <= COUNTED_UP_TO) return { ...countedTails(observed, n), isExact: true };
  const most = (n ** 3 - n) / 3;
  return {
    lower: observed + 2 > most ? 1 : seriesTail(-1, observed + 2, n),
    upper: observed <= 0 ? 1 : seriesTail(1, observed, n),
    isExact: false,
  };
}

/** The numbers of orders of n by their sum of squared rank differences, position by position. */
function countedTails(observed: number, n: number): ObservedTails {
  const most = (n ** 3 - n) / 3;
  // Orders of the first positions by the set of ranks they use: each set is reached after all its subsets.
  const counts = Array.from({ length: 2 ** n }, () => new Map<number, number>());
  counts[0]?.set(0, 1);
  for (let used = 0; used < 2 ** n; used++) {
    const position = bitCount(used);
    for (let rank = 0; rank < n; rank++) {
      if ((used >> rank) & 1) continue;
      const target = counts[used | (1 << rank)];
      const square = (rank - position) ** 2;
      for (const [sum, orders] of counts[used] ?? []) {
        target?.set(sum + square, (target.get(sum + square) ?? 0) + orders);
      }
    }
  }
  let [lower, upper, all] = [0, 0, 0];
  for (const [sum, orders] of counts.at(-1) ?? []) {
    if (sum <= observed) lower += orders;
    if (sum >= Math.min(observed, most)) upper += orders;
    all += orders;
  }
  return { lower: lower / all, upper: upper / all };
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The probability of a sum of squares of at least s (`sign` 1) or less than s (-1), by the Edgeworth series of
 * AS 89.
 */
function seriesTail(sign: 1 | -1, s: number, n: number): number {
  const b = 1 / n;
  const x = ((6 * (s - 1) * b) / (n * n - 1) - 1) * Math.sqrt(n - 1);
  const y = x * x;
  const series =
    x *
    b *
    (0.2274 +
      b * (0.2531 + 0.1745 * b) +
      y *
        (-0.0758 +
          b * (0.1033 + 0.3932 * b) -
          y *
            b *
            (0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 0.00046 * y)))));
  const probability = normalSurvival(sign * x) + (sign * series) / Math.exp(y / 2);
  return Math.min(1, Math.max(0, probability));
}
