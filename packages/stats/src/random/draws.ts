import { type RandomStream, VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import { requireValues } from "../check-input.js";
import { logGammaQuantile } from "../distributions/gamma.js";
import { normalQuantile } from "../distributions/normal.js";

/**
 * Fills an array with random numbers of any distribution, by its inverse cdf: one uniform draw for each, so that
 * any of them can be had without the others.
 *
 * @param stream - from `randomStream` of `@vitalcore/core`.
 * @param replication - whose numbers.
 * @param quantile - the inverse cdf, of probabilities strictly between 0 and 1.
 * @param out - receives the numbers.
 * @param first - number of the first draw; 0 if left out.
 *
 * @example
 * ```ts
 * import { randomStream } from "@vitalcore/core";
 * import { triangular } from "@vitalcore/stats/distributions";
 * import { fillFrom } from "@vitalcore/stats/random";
 * const stream = randomStream({ label: "goalposts" });
 * const { quantile } = triangular({ min: 0, mode: 1, max: 4 });
 * const draws = fillFrom(stream, 0, quantile, new Float64Array(100));
 * draws.every((x) => x > 0 && x < 4); // => true
 * ```
 */
export function fillFrom(
  stream: RandomStream,
  replication: number,
  quantile: (p: number) => number,
  out: Float64Array,
  first: number = 0,
): Float64Array {
  stream.fillUniform(replication, out, first);
  for (let i = 0; i < out.length; i++) out[i] = quantile(out[i] as number);
  return out;
}

/**
 * Fills an array with standard normal random numbers, by the inverse cdf (Wichura 1988, AS 241).
 *
 * @param stream - from `randomStream` of `@vitalcore/core`.
 * @param replication - whose numbers.
 * @param out - receives the numbers.
 * @param first - number of the first draw; 0 if left out.
 *
 * @example
 * ```ts
 * import { randomStream } from "@vitalcore/core";
 * import { fillNormal } from "@vitalcore/stats/random";
 * const stream = randomStream({ label: "noise" });
 * const five = fillNormal(stream, 0, new Float64Array(5));
 * fillNormal(stream, 0, new Float64Array(2), 3)[0] === five[3]; // => true
 * ```
 */
export function fillNormal(
  stream: RandomStream,
  replication: number,
  out: Float64Array,
  first: number = 0,
): Float64Array {
  return fillFrom(stream, replication, normalQuantile, out, first);
}

function requireCount(what: string, name: string, value: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= 0 && value <= most) return;
  const facts = { what, name, wanted: `a whole number from 0 to ${most}` };
  throw new VitalError([find("stats/invalid-parameter", { found: value, facts })]);
}

/**
 * Fills an array with random whole numbers from 0 to `below` - 1, all equally likely to within
 * `below` / 2^52.
 *
 * @param stream - from `randomStream` of `@vitalcore/core`.
 * @param replication - whose numbers.
 * @param below - how many different numbers, 1 to 2^32.
 * @param out - receives the numbers.
 * @param first - number of the first draw; 0 if left out.
 * @throws VitalError `stats/invalid-parameter`.
 *
 * @example
 * ```ts
 * import { randomStream } from "@vitalcore/core";
 * import { fillIntegers } from "@vitalcore/stats/random";
 * const resample = fillIntegers(randomStream({ label: "bootstrap" }), 0, 3, new Float64Array(50));
 * resample.every((i) => i === 0 || i === 1 || i === 2); // => true
 * ```
 */
export function fillIntegers(
  stream: RandomStream,
  replication: number,
  below: number,
  out: Float64Array,
  first: number = 0,
): Float64Array {
  requireCount("A random whole number", "the number of values", below, 2 ** 32);
  return fillFrom(stream, replication, (u) => Math.floor(u * below), out, first);
}

/**
 * A random order of 0 to length - 1, all orders equally likely. Takes length - 1 draws.
 * Source: Fisher and Yates (1938), in the form of Durstenfeld (1964), CACM algorithm 235.
 *
 * @param stream - from `randomStream` of `@vitalcore/core`.
 * @param replication - whose order.
 * @param length - how many positions.
 * @param first - number of the first draw; 0 if left out.
 * @throws VitalError `stats/invalid-parameter`.
 *
 * @example
 * ```ts
 * import { randomStream } from "@vitalcore/core";
 * import { permutation } from "@vitalcore/stats/random";
 * [...permutation(randomStream({ label: "order" }), 0, 4)].sort(); // => [0, 1, 2, 3]
 * ```
 */
export function permutation(
  stream: RandomStream,
  replication: number,
  length: number,
  first: number = 0,
): Uint32Array {
  requireCount("A random order", "the length", length, 2 ** 31);
  const order = Uint32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(stream.uniform(replication, first + length - 1 - i) * (i + 1));
    const swapped = order[i] as number;
    order[i] = order[j] as number;
    order[j] = swapped;
  }
  return order;
}

/**
 * A random point of the simplex, such as weights that add up to 1, from the Dirichlet distribution. Takes one draw for
 * each component: gamma quantiles, divided by their sum in logarithms, so that small parameters do not underflow.
 *
 * @param stream - from `randomStream` of `@vitalcore/core`.
 * @param replication - whose point.
 * @param parameters - one for each component, positive; all 1 is uniform over the simplex.
 * @param first - number of the first draw; 0 if left out.
 * @throws VitalError `stats/non-positive-value`, `stats/missing-value`, `stats/too-few-values`.
 *
 * @example
 * ```ts
 * import { randomStream } from "@vitalcore/core";
 * import { sum } from "@vitalcore/stats";
 * import { dirichlet } from "@vitalcore/stats/random";
 * const weights = dirichlet(randomStream({ label: "weights" }), 0, [1, 1, 1]);
 * sum(weights); // => 1
 * ```
 */
export function dirichlet(
  stream: RandomStream,
  replication: number,
  parameters: ArrayLike<number>,
  first: number = 0,
): Float64Array {
  const what = "The Dirichlet distribution";
  const argument = "parameters";
  const shapes = requireValues(parameters, { what, argument });
  const bad = shapes.findIndex((shape) => shape <= 0);
  if (bad >= 0) {
    const count = shapes.reduce((n, shape) => n + Number(shape <= 0), 0);
    const facts = { what, argument, count, position: bad + 1 };
    throw new VitalError([find("stats/non-positive-value", { found: shapes[bad], facts })]);
  }
  const logs = shapes.map((shape, i) => {
    const u = stream.uniform(replication, first + i);
    return u <= 0.5 ? logGammaQuantile(shape, "lower", u) : logGammaQuantile(shape, "upper", 1 - u);
  });
  const largest = logs.reduce((a, b) => Math.max(a, b));
  const parts = logs.map((log) => Math.exp(log - largest));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}
