import { LinearProgram, type LinearRow } from "@vitalcore/stats/linear-program";

/** The score of a unit under the weights that suit it best. */
export interface DoubtScore {
  /** 1 for units that nobody outdoes under their own weights. */
  readonly score: number;
  /** One optimal set of weights; for units that score 1 there are often many. */
  readonly weights: readonly number[];
  /** The share of each indicator in the score under them. */
  readonly shares: readonly number[];
}

/**
 * Benefit-of-the-doubt scores by a linear program for each unit: max w'y, w'y <= 1 for all units, and w_k y_k between
 * `low` and `up` times w'y. `undefined` for a unit whose score nothing bounds.
 *
 * @param columns - complete, none of their values below zero.
 */
export function doubtScores(
  columns: readonly ArrayLike<number>[],
  low: readonly number[],
  up: readonly number[],
): readonly (DoubtScore | undefined)[] {
  const units = columns[0]?.length ?? 0;
  const all = Array.from({ length: units }, (_, i) => columns.map((column) => column[i] as number));
  return all.map((own) => {
    // Linear in w, with 0 on the right.
    const limits = own.flatMap((y, k) => {
      const lower = own.map((other, l) => (low[k] as number) * other - (l === k ? y : 0));
      const upper = own.map((other, l) => (l === k ? y : 0) - (up[k] as number) * other);
      return [
        ...((low[k] as number) > 0 ? [lower] : []),
        ...((up[k] as number) < 1 ? [upper] : []),
      ];
    });
    const program = new LinearProgram(
      own.map(() => Number.POSITIVE_INFINITY),
      [...all.map((other) => atMost(other, 1)), ...limits.map((limit) => atMost(limit, 0))],
    );
    const best = program.minimize(new Map(own.map((y, k) => [k, -y])));
    if (best === undefined) return undefined;
    const score = -best.value;
    const weights = [...best.variables];
    return { score, weights, shares: weights.map((w, k) => (w * (own[k] as number)) / score) };
  });
}

function atMost(coefficients: readonly number[], right: number): LinearRow {
  return { terms: [...coefficients.entries()], op: "<=", right };
}
