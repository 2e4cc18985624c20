import type { RandomStream } from "@vitalcore/core";
import { requirePoints, streamFor } from "./check-sequence.js";
import type { PointSequence, SequenceOptions } from "./point-sequence.js";

const WHAT = "The Halton sequence";
const MOST_DIMENSIONS = 1000;
const LARGEST = 1 - Number.EPSILON / 2;

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

/** Digits of a base that fill the 53 bits of a double. */
const digitsOf = (base: number) => Math.ceil((53 * Math.LN2) / Math.log(base));

/** One permutation of 0 to base - 1 for each digit, one after the other; each draws base - 1 numbers. */
function digitPermutations(
  base: number,
  stream: RandomStream,
  replication: number,
  firstDraw: number,
): Uint16Array {
  const digits = digitsOf(base);
  const permutations = new Uint16Array(digits * base);
  let draw = firstDraw;
  for (let k = 0; k < digits; k++) {
    const one = permutations.subarray(k * base, (k + 1) * base);
    for (let i = 0; i < base; i++) one[i] = i;
    for (let i = base - 1; i > 0; i--) {
      const j = Math.floor(stream.uniform(replication, draw++) * (i + 1));
      const swapped = one[i] as number;
      one[i] = one[j] as number;
      one[j] = swapped;
    }
  }
  return permutations;
}

/** The digits of an index behind the point, the lowest first. */
function radicalInverse(index: number, base: number): number {
  let value = 0;
  let weight = 1;
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    weight /= base;
    value += (rest % base) * weight;
  }
  return Math.min(value, LARGEST);
}

/** The same with every digit permuted, those beyond the index too. */
function scrambledInverse(index: number, base: number, permutations: Uint16Array): number {
  let value = 0;
  let weight = 1;
  let rest = index;
  for (let k = 0; k < permutations.length; k += base) {
    weight /= base;
    value += (permutations[k + (rest % base)] as number) * weight;
    rest = Math.floor(rest / base);
  }
  return Math.min(value + weight / 2, LARGEST);
}

/**
 * A Halton sequence: van der Corput sequences in the first prime bases, by default with random permutations of
 * the digits. Any number of points may be taken. For more than ten dimensions or so prefer `sobol`.
 *
 * Source: Halton (1960); Owen (2017), "A randomized Halton algorithm in R", an own permutation for each digit.
 *
 * @param options.dimensions - 1 to 1,000.
 * @returns coordinates in [0, 1) and, scrambled, in (0, 1).
 * @throws VitalError `stats/invalid-parameter`, `core/invalid-seed`.
 *
 * @example
 * ```ts
 * import { halton } from "@vitalcore/stats/sequences";
 * const sequence = halton({ dimensions: 2, scramble: false });
 * [...sequence.point(5)]; // => [0.625, 0.7777777777777778]
 * ```
 */
export function halton(options: SequenceOptions): PointSequence {
  const stream = streamFor(WHAT, "halton", options, MOST_DIMENSIONS);
  const { dimensions, scramble = true, replication = 0 } = options;
  const bases = firstPrimes(dimensions);
  let draws = 0;
  const permutations = bases.map((base) => {
    const found = scramble
      ? digitPermutations(base, stream, replication, draws)
      : new Uint16Array(0);
    draws += digitsOf(base) * (base - 1);
    return found;
  });

  const fill = (out: Float64Array, first = 0): Float64Array => {
    requirePoints(WHAT, dimensions, out.length, first, Number.MAX_SAFE_INTEGER);
    for (let at = 0, index = first; at < out.length; index++) {
      for (let d = 0; d < dimensions; d++, at++) {
        const base = bases[d] as number;
        out[at] = scramble
          ? scrambledInverse(index, base, permutations[d] as Uint16Array)
          : radicalInverse(index, base);
      }
    }
    return out;
  };
  const point = (index: number) => fill(new Float64Array(dimensions), index);
  return Object.freeze({ dimensions, point, fill });
}
