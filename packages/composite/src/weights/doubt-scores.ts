import { LinearProgram, type LinearRow } from "@vitalcore/stats/linear-program";

/** The score of a unit under the weights that suit it best. */
export interface DoubtScore {
  /** 1 for units that nobody outdoes under their own weights. */
  readonly score: number;
  /** One optimal set of weights; for units that score 1 there are often many. */
  readonly weights: readonly number[];
  /** The share of each indicator in the score under them; zero for a unit that scores zero. */
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
  // The scores do not depend on the units of measurement; the tolerances of the program do.
  const scales = columns.map((column) => largest(column) || 1);
  const all = Array.from({ length: units }, (_, i) =>
    columns.map((column, k) => (column[i] as number) / (scales[k] as number)),
  );
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
    // Units that nobody outdoes must tie, whatever rounding did to their programs.
    const score = best.value < EFFICIENT - 1 ? 1 : 0 - best.value;
    const parts = Array.from(best.variables, (w, k) => w * (own[k] as number));
    return {
      score,
      weights: Array.from(best.variables, (w, k) => w / (scales[k] as number)),
      shares: parts.map((part) => (score === 0 ? 0 : part / score)),
    };
  });
}

/** Scores as near to 1 are 1. */
const EFFICIENT = 1e-10;

function largest(column: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < column.length; i++) most = Math.max(most, column[i] as number);
  return most;
}

function atMost(coefficients: readonly number[], right: number): LinearRow {
  return { terms: [...coefficients.entries()], op: "<=", right };
}
