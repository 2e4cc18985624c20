import { VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";

/**
 * A mean of the form f^-1(sum(w f(x))), told by its power: 1 arithmetic, 0 geometric (f = ln), -1 harmonic,
 * others generalized.
 */
export type MeanPower = number;

function transform(x: number, power: MeanPower): number {
  return power === 0 ? Math.log(x) : x ** power;
}

/** (f(b) - f(a)) / (b - a), and its limit f'(a) where they are equal. */
function slope(a: number, b: number, power: MeanPower): number {
  if (power === 1) return 1;
  if (a === b) return power === 0 ? 1 / a : power * a ** (power - 1);
  // Of near values the difference of logarithms keeps its digits as ln(1 + x).
  if (power === 0) return Math.log1p((b - a) / a) / (b - a);
  return (transform(b, power) - transform(a, power)) / (b - a);
}

/**
 * Splits the difference of two weighted means into contributions of the parts that sum to it exactly:
 * w (f(x1) - f(x0)) times the mean slope of f^-1. For the arithmetic mean this is w (x1 - x0), for the
 * geometric one the logarithmic mean Divisia index, L(M0, M1) w ln(x1 / x0). Source: Ang (2004), Energy Policy
 * 32.
 *
 * @param from - the parts of the first mean; positive for powers below 1.
 * @param to - the parts of the second.
 * @param weights - relative.
 * @param power - 1 for the arithmetic mean, which is what is taken if left out; 0 for the geometric, -1 for the harmonic.
 * @throws VitalError `composite/invalid-input`.
 *
 * @example
 * ```ts
 * import { meanContributions } from "@vitalcore/composite/compare";
 * meanContributions([10, 20], [16, 18], [1, 1]); // => [3, -1]
 * meanContributions([1, 1], [4, 1], [1, 1], 0); // => [1, 0]
 * ```
 */
export function meanContributions(
  from: readonly number[],
  to: readonly number[],
  weights: readonly number[],
  power: MeanPower = 1,
): readonly number[] {
  requireMean(from, to, weights, power);
  return contributionsOf(from, to, weights, power);
}

function requireMean(
  from: readonly number[],
  to: readonly number[],
  weights: readonly number[],
  power: MeanPower,
): void {
  const isPart = (x: number) => (power === 1 ? Number.isFinite(x) : x > 0 && x < Infinity);
  const isWeight = (w: number) => w >= 0 && w < Infinity;
  const wanted = power === 1 ? "finite" : "positive";
  const reasons = [
    ...(Number.isFinite(power) ? [] : [`the power is ${power}`]),
    ...(to.length === from.length && weights.length === from.length
      ? []
      : [`there are ${from.length} parts, ${to.length} others and ${weights.length} weights`]),
    ...[...from, ...to].filter((x) => !isPart(x)).map((x) => `a part is ${x}, not ${wanted}`),
    ...weights.filter((w) => !isWeight(w)).map((w) => `a weight is ${w}`),
    ...(weights.some((w) => w > 0) ? [] : ["no weight is above zero"]),
  ];
  if (reasons.length === 0) return;
  const facts = { what: "The contributions to a mean", why: reasons.join("; ") };
  throw new VitalError([find("composite/invalid-input", { facts })]);
}

/** As {@link meanContributions}, for parts and weights that are known to be sound. */
export function contributionsOf(
  from: readonly number[],
  to: readonly number[],
  weights: readonly number[],
  power: MeanPower,
): readonly number[] {
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  const inverse = (y: number) => (power === 0 ? Math.exp(y) : y ** (1 / power));
  const meanOf = (parts: readonly number[]) =>
    inverse(
      parts.reduce((sum, x, k) => sum + ((weights[k] as number) / mass) * transform(x, power), 0),
    );
  const scale = power === 1 ? 1 : slope(meanOf(from), meanOf(to), power);
  return from.map((x, k) => {
    const y = to[k] as number;
    return (((weights[k] as number) / mass) * slope(x, y, power) * (y - x)) / scale;
  });
}

/** Above this number of parts, 2^k evaluations take too long. */
export const MOST_PARTS = 16;

/**
 * Splits the difference of any function of some parts between two states: each part's mean effect over all orders in
 * which the parts can change. The contributions sum to the difference. Source: Shapley (1953); Shorrocks (2013), J.
 * of Economic Inequality 11.
 *
 * @param value - of a mixture: `changed[k]` says whether part k is in the second state.
 * @param parts - at most 16.
 * @throws VitalError `composite/too-many-parts`, `composite/invalid-input`.
 *
 * @example
 * ```ts
 * import { shapleyContributions } from "@vitalcore/composite/compare";
 * const product = (changed: readonly boolean[]) => (changed[0] ? 3 : 1) * (changed[1] ? 4 : 2);
 * shapleyContributions(product, 2); // => [6, 4]
 * ```
 */
export function shapleyContributions(
  value: (changed: readonly boolean[]) => number,
  parts: number,
): readonly number[] {
  requireParts(parts);
  if (parts > MOST_PARTS) {
    const remedy = "Draw orders instead of taking all: sampledShapley().";
    const facts = { what: "A Shapley decomposition", most: MOST_PARTS, remedy };
    throw new VitalError([find("composite/too-many-parts", { found: parts, facts })]);
  }
  const values = Float64Array.from({ length: 2 ** parts }, (_, set) =>
    value(Array.from({ length: parts }, (_part, k) => ((set >> k) & 1) === 1)),
  );
  // (s! (k - s - 1)!) / k! for a set of s other parts.
  const share = new Float64Array(parts);
  let binomial = 1;
  for (let s = 0; s < parts; s++) {
    share[s] = 1 / (parts * binomial);
    binomial = (binomial * (parts - 1 - s)) / (s + 1);
  }
  return Array.from({ length: parts }, (_, k) => {
    let sum = 0;
    for (let set = 0; set < values.length; set++) {
      if (((set >> k) & 1) === 1) continue;
      const gain = (values[set | (1 << k)] as number) - (values[set] as number);
      sum += (share[bitsOf(set)] as number) * gain;
    }
    return sum;
  });
}

/** Throws unless a number of parts is one. */
export function requireParts(parts: number): void {
  if (Number.isSafeInteger(parts) && parts >= 0) return;
  const facts = { what: "A Shapley decomposition", why: `it cannot be of ${parts} parts` };
  throw new VitalError([find("composite/invalid-input", { facts })]);
}

function bitsOf(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
