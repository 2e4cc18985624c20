import type { Draws } from "./uncertainty-result.js";

/** Keeps every run; runs may come in any order. */
export function drawTable(units: number): {
  add(run: number, scores: Float64Array, ranks: Float64Array): void;
  table(): Draws;
} {
  const scores = Array.from({ length: units }, (): (number | null)[] => []);
  const ranks = Array.from({ length: units }, (): (number | null)[] => []);
  const put = (into: readonly (number | null)[][], run: number, from: Float64Array) => {
    for (let u = 0; u < units; u++) {
      const value = from[u] as number;
      (into[u] as (number | null)[])[run] = Number.isNaN(value) ? null : value;
    }
  };
  return {
    add: (run, scored, ranked) => {
      put(scores, run, scored);
      put(ranks, run, ranked);
    },
    table: () => ({ scores, ranks }),
  };
}
