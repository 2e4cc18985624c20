import { requireWhole, streamFor } from "./check-sequence.js";

/**
 * A Latin hypercube sample: in each dimension, one point in each of n equal intervals, at random within it, and
 * the intervals matched at random between dimensions.
 * Source: McKay, Beckman and Conover (1979), Technometrics 21.
 *
 * @param options.points - n, at least 1.
 * @param options.dimensions - number of coordinates, at least 1.
 * @param options.seed - a whole number from 0; 1 if left out.
 * @param options.replication - which of the independent samples of a seed; 0 if left out.
 * @returns the coordinates in (0, 1), point by point.
 * @throws VitalError `stats/invalid-parameter`, `core/invalid-seed`.
 *
 * @example
 * ```ts
 * import { latinHypercube } from "@vitalcore/stats/sequences";
 * const sample = latinHypercube({ points: 4, dimensions: 1 });
 * [...sample].map((u) => Math.floor(4 * u)).sort(); // => [0, 1, 2, 3]
 * ```
 */
export function latinHypercube(options: {
  readonly points: number;
  readonly dimensions: number;
  readonly seed?: number;
  readonly replication?: number;
}): Float64Array {
  const what = "The Latin hypercube";
  const { points, dimensions, replication = 0 } = options;
  requireWhole(what, "the number of points", points, 1, 2 ** 31);
  const stream = streamFor(what, "latin hypercube", options, 2 ** 20);
  const out = new Float64Array(points * dimensions);
  const intervals = new Uint32Array(points);
  for (let d = 0; d < dimensions; d++) {
    const firstDraw = 2 * points * d;
    for (let i = 0; i < points; i++) intervals[i] = i;
    for (let i = points - 1; i > 0; i--) {
      const j = Math.floor(stream.uniform(replication, firstDraw + i) * (i + 1));
      const swapped = intervals[i] as number;
      intervals[i] = intervals[j] as number;
      intervals[j] = swapped;
    }
    for (let i = 0; i < points; i++) {
      const within = stream.uniform(replication, firstDraw + points + i);
      const coordinate = ((intervals[i] as number) + within) / points;
      out[i * dimensions + d] = Math.min(coordinate, 1 - Number.EPSILON / 2);
    }
  }
  return out;
}
