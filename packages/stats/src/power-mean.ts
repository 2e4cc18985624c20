import { VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";
import { requireValues, requireWeighted } from "./check-input.js";
import { sumError } from "./double-double.js";

type Weights = ArrayLike<number> | undefined;

/** Checked values of positive weight, and their weights scaled to sum 1. */
function weightedParts(
  values: ArrayLike<number>,
  weights: Weights,
  what: string,
): [Float64Array, Float64Array] {
  if (weights === undefined) {
    const xs = requireValues(values, { what });
    return [xs, new Float64Array(xs.length).fill(1 / xs.length)];
  }
  const [xs, ws] = requireWeighted(values, weights, { what });
  const isInside = (_: number, i: number) => (ws[i] as number) > 0;
  const inside = ws.filter(isInside);
  const total = inside.reduce((sum, w) => sum + w, 0);
  return [xs.filter(isInside), inside.map((w) => w / total)];
}

function refuse(
  code: "stats/non-positive-value" | "stats/negative-value",
  xs: Float64Array,
  isBad: (x: number) => boolean,
  what: string,
): void {
  const first = xs.findIndex(isBad);
  if (first < 0) return;
  const count = xs.reduce((n, x) => n + Number(isBad(x)), 0);
  const facts = { what, argument: "values", count, position: first + 1 };
  throw new VitalError([find(code, { found: xs[first], facts })]);
}

/** sum(w f(x)), compensated. */
function meanOf(xs: Float64Array, ws: Float64Array, transform: (x: number) => number): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < xs.length; i++) {
    const term = (ws[i] as number) * transform(xs[i] as number);
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
  }
  return total + lost;
}

/** The geometric mean of positive numbers, about their largest, so that logarithms stay small. */
function geometric(xs: Float64Array, ws: Float64Array): number {
  const largest = xs.reduce((a, b) => Math.max(a, b));
  return largest * Math.exp(meanOf(xs, ws, (x) => logRatio(x, largest)));
}

/** ln(x / y), also where the quotient would underflow. */
function logRatio(x: number, y: number): number {
  const quotient = x / y;
  return quotient > 1e-300 ? Math.log(quotient) : Math.log(x) - Math.log(y);
}

/**
 * The weighted geometric mean, exp(sum(w ln x) / sum(w)). Neither overflows nor underflows on the way.
 *
 * @param values - at least one positive number, none missing. Values of weight 0 are outside.
 * @param weights - as many, zero or positive, not all zero; equal if left out.
 * @throws VitalError `stats/non-positive-value`, and as `weightedMean`.
 *
 * @example
 * ```ts
 * import { geometricMean } from "@vitalcore/stats";
 * geometricMean([1, 4, 16]); // => 4
 * ```
 */
export function geometricMean(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const what = "The geometric mean";
  const [xs, ws] = weightedParts(values, weights, what);
  refuse("stats/non-positive-value", xs, (x) => x <= 0, what);
  return geometric(xs, ws);
}

/**
 * The weighted harmonic mean, sum(w) / sum(w / x).
 *
 * @param values - at least one positive number, none missing. Values of weight 0 are outside.
 * @param weights - as many, zero or positive, not all zero; equal if left out.
 * @throws VitalError `stats/non-positive-value`, and as `weightedMean`.
 *
 * @example
 * ```ts
 * import { harmonicMean } from "@vitalcore/stats";
 * harmonicMean([40, 60]); // => 48
 * ```
 */
export function harmonicMean(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const what = "The harmonic mean";
  const [xs, ws] = weightedParts(values, weights, what);
  refuse("stats/non-positive-value", xs, (x) => x <= 0, what);
  const smallest = xs.reduce((a, b) => Math.min(a, b));
  return smallest / meanOf(xs, ws, (x) => smallest / x);
}

/**
 * (sum(w x^p))^(1/p) about a center c, as c (1 + sum(w ((x/c)^p - 1)))^(1/p): exact as p goes to 0, and
 * without overflow, since (x/c)^p is at most 1 (far from 0) or near 1 (close to 0).
 */
function powerMean(xs: Float64Array, ws: Float64Array, p: number): number {
  const smallest = xs.reduce((a, b) => Math.min(a, b));
  const largest = xs.reduce((a, b) => Math.max(a, b));
  const isNarrow = smallest > 0 && Math.abs(p) * logRatio(largest, smallest) < 1;
  if (isNarrow) {
    const center = geometric(xs, ws);
    const excess = meanOf(xs, ws, (x) => Math.expm1(p * logRatio(x, center)));
    return center * Math.exp(Math.log1p(excess) / p);
  }
  const extreme = p > 0 ? largest : smallest;
  if (extreme === 0) return 0;
  return extreme * meanOf(xs, ws, (x) => (x / extreme) ** p) ** (1 / p);
}

/**
 * The weighted generalized (power) mean of exponent p: (sum(w x^p) / sum(w))^(1/p). p = 1 is the
 * arithmetic, 0 the geometric, -1 the harmonic mean, plus and minus infinity are maximum and minimum.
 *
 * @param values - numbers, none missing: positive for p <= 0, zero or positive for p > 0. Values of weight
 *   0 are outside.
 * @param exponent - p, any number or an infinity.
 * @param weights - as many as values, zero or positive, not all zero; equal if left out.
 * @throws VitalError `stats/non-positive-value`, `stats/negative-value`, `stats/invalid-parameter`, and as
 *   `weightedMean`.
 *
 * @example
 * ```ts
 * import { generalizedMean } from "@vitalcore/stats";
 * generalizedMean([1, 7], 2); // => 5
 * generalizedMean([1, 4], 0); // => 2
 * ```
 */
export function generalizedMean(
  values: ArrayLike<number>,
  exponent: number,
  weights?: ArrayLike<number>,
): number {
  const what = "The generalized mean";
  if (Number.isNaN(exponent)) {
    const facts = { what, name: "the exponent", wanted: "a number" };
    throw new VitalError([find("stats/invalid-parameter", { found: exponent, facts })]);
  }
  const [xs, ws] = weightedParts(values, weights, what);
  if (exponent <= 0) refuse("stats/non-positive-value", xs, (x) => x <= 0, what);
  else refuse("stats/negative-value", xs, (x) => x < 0, what);
  if (exponent === 0) return geometric(xs, ws);
  if (exponent === Infinity) return xs.reduce((a, b) => Math.max(a, b));
  if (exponent === -Infinity) return xs.reduce((a, b) => Math.min(a, b));
  return powerMean(xs, ws, exponent);
}
