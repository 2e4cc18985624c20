import { requirePoints, streamFor } from "./check-sequence.js";
import { BITS, directionNumbers, MOST_DIMENSIONS } from "./direction-numbers.js";
import { owenScramble } from "./owen-scramble.js";
import type { PointSequence, SequenceOptions } from "./point-sequence.js";

const WHAT = "The Sobol' sequence";
const POINTS = 2 ** BITS;

/** Coordinates, as 32-bit fractions, of the point of an index. */
function startAt(index: number, directions: Uint32Array, fractions: Uint32Array): void {
  const gray = (index ^ (index >>> 1)) >>> 0;
  fractions.fill(0);
  for (let d = 0; d < fractions.length; d++) {
    let fraction = 0;
    for (let j = 0; j < BITS && gray >>> j !== 0; j++) {
      if ((gray >>> j) & 1) fraction ^= directions[d * BITS + j] as number;
    }
    fractions[d] = fraction;
  }
}

/**
 * A Sobol' sequence, a low-discrepancy sequence in base 2, by default with Owen scrambling.
 *
 * Take a power of 2 of points, from the first on: each such block is a net, equally many points falling
 * into each dyadic box. Do not skip the first point: scrambled, it is as random as the others. Replications
 * give independent estimates, and so a standard error.
 *
 * Source: Sobol' (1967); direction numbers of Joe and Kuo (2008), "new-joe-kuo-6"; order of Antonov and
 * Saleev (1979), Gray code; scrambling by hash after Burley (2020), seeded from Philox.
 *
 * @param options.dimensions - 1 to 1,111. Points are those below 2^32.
 * @returns coordinates in [0, 1) and, scrambled, in (0, 1).
 * @throws VitalError `stats/invalid-parameter`, `core/invalid-seed`.
 *
 * @example
 * ```ts
 * import { sobol } from "@vitalcore/stats/sequences";
 * const sequence = sobol({ dimensions: 2, scramble: false });
 * [...sequence.fill(new Float64Array(6))]; // => [0, 0, 0.5, 0.5, 0.75, 0.25]
 * ```
 */
export function sobol(options: SequenceOptions): PointSequence {
  const stream = streamFor(WHAT, "sobol", options, MOST_DIMENSIONS);
  const { dimensions, scramble = true, replication = 0 } = options;
  const directions = directionNumbers(dimensions);
  const seeds = Uint32Array.from({ length: dimensions }, (_, d) =>
    Math.floor(stream.uniform(replication, d) * POINTS),
  );
  const fractions = new Uint32Array(dimensions);

  const fill = (out: Float64Array, first = 0): Float64Array => {
    requirePoints(WHAT, dimensions, out.length, first, POINTS);
    startAt(first, directions, fractions);
    for (let at = 0, index = first; at < out.length; index++) {
      for (let d = 0; d < dimensions; d++, at++) {
        const fraction = fractions[d] as number;
        out[at] = scramble
          ? (owenScramble(fraction, seeds[d] as number) + 0.5) / POINTS
          : fraction / POINTS;
      }
      // From one Gray code to the next changes the bit of the lowest 0 of the index.
      const changed = 31 - Math.clz32(~index & (index + 1));
      for (let d = 0; d < dimensions; d++) {
        fractions[d] = (fractions[d] as number) ^ (directions[d * BITS + changed] as number);
      }
    }
    return out;
  };
  const point = (index: number) => fill(new Float64Array(dimensions), index);
  return Object.freeze({ dimensions, point, fill });
}
