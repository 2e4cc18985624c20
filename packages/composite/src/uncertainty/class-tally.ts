import type { UnitClasses } from "./uncertainty-result.js";

/** Counts the classes in which scores fall. */
export interface ClassTally {
  readonly edges: readonly number[];
  /** Unit after unit; what other threads counted may be added. */
  readonly counts: Float64Array;
  add(scores: Float64Array, weight: number): void;
  of(unit: number, nominal: number): UnitClasses;
}

/**
 * A tally of classes.
 *
 * @param edges - rising; a score on an edge is in the class above it.
 */
export function classTally(edges: readonly number[], units: number): ClassTally {
  const width = edges.length + 1;
  const counts = new Float64Array(units * width);
  return {
    edges,
    counts,
    add: (scores, weight) => {
      for (let u = 0; u < units; u++) {
        const score = scores[u] as number;
        if (Number.isNaN(score)) continue;
        const cell = u * width + classOf(score, edges);
        counts[cell] = (counts[cell] as number) + weight;
      }
    },
    of: (unit, nominal) => {
      const row = counts.subarray(unit * width, (unit + 1) * width);
      const total = row.reduce((sum, count) => sum + count, 0);
      return {
        nominal: Number.isNaN(nominal) ? null : classOf(nominal, edges),
        shares: Array.from(row, (count) => count / total),
      };
    },
  };
}

/** How many edges a score has reached. */
export function classOf(score: number, edges: readonly number[]): number {
  let place = 0;
  while (place < edges.length && score >= (edges[place] as number)) place += 1;
  return place;
}
