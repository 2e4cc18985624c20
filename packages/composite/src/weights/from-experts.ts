import { VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";

/** Weights from comparisons in pairs, and how consistent the comparisons are. */
export interface AhpWeights {
  /** In the order of the rows, summing to 1. */
  readonly weights: readonly number[];
  /** Largest eigenvalue; as many as there are criteria if the comparisons are consistent. */
  readonly lambda: number;
  readonly consistencyIndex: number;
  /** Relative to random comparisons; above 0.1 they should be looked at again (Saaty, 1980). 0 for two criteria. */
  readonly consistencyRatio: number;
  /** Weights by the geometric means of the rows (Crawford and Williams, 1985), for comparison. */
  readonly geometric: readonly number[];
  /** Geometric consistency index (Aguaron and Moreno-Jimenez, 2003). */
  readonly geometricIndex: number;
}

/** Mean consistency index of random matrices, by size: Saaty (1980). */
const RANDOM_INDEX = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49] as const;

/**
 * Weights by the analytic hierarchy process: the principal eigenvector of a matrix that says how many times as
 * important each criterion is as each other. Source: Saaty (1980).
 *
 * @param pairwise - rows of positive numbers with 1 on the diagonal and a_ji = 1 / a_ij; 2 to 10 criteria.
 * @throws VitalError `composite/invalid-input` for a matrix that is not of this kind.
 *
 * @example
 * ```ts
 * import { ahpWeights } from "@vitalcore/composite/weights";
 * const { weights, consistencyRatio } = ahpWeights([[1, 3], [1 / 3, 1]]);
 * weights.map((weight) => Number(weight.toFixed(6))); // => [0.75, 0.25]
 * consistencyRatio; // => 0
 * ```
 */
export function ahpWeights(pairwise: readonly (readonly number[])[]): AhpWeights {
  requireReciprocal(pairwise);
  const n = pairwise.length;
  const { vector: weights, lambda } = principalVector(pairwise);
  const consistencyIndex = (lambda - n) / (n - 1);
  const random = RANDOM_INDEX[n] as number;
  const means = pairwise.map((row) => Math.exp(row.reduce((sum, x) => sum + Math.log(x), 0) / n));
  const total = means.reduce((sum, x) => sum + x, 0);
  const geometric = means.map((x) => x / total);
  return {
    weights,
    lambda,
    consistencyIndex,
    consistencyRatio: random === 0 ? 0 : consistencyIndex / random,
    geometric,
    geometricIndex: geometricIndex(pairwise, geometric),
  };
}

function requireReciprocal(pairwise: readonly (readonly number[])[]): void {
  const n = pairwise.length;
  const isSquare = pairwise.every((row) => row.length === n && row.every((x) => x > 0));
  const isReciprocal = pairwise.every((row, i) =>
    row.every((x, j) => Math.abs(x * (pairwise[j]?.[i] ?? Number.NaN) - 1) < 1e-6),
  );
  if (n >= 2 && n < RANDOM_INDEX.length && isSquare && isReciprocal) return;
  const what = "Comparisons in pairs";
  const why =
    "they must be a square matrix of positive numbers for 2 to 10 criteria, each entry one over that across the diagonal";
  throw new VitalError([find("composite/invalid-input", { facts: { what, why } })]);
}

/** By the power method, which converges for positive matrices (Perron). */
function principalVector(matrix: readonly (readonly number[])[]): {
  readonly vector: readonly number[];
  readonly lambda: number;
} {
  let vector: readonly number[] = matrix.map(() => 1 / matrix.length);
  let lambda = 0;
  for (let round = 0; round < 10_000; round++) {
    const image = matrix.map((row) =>
      row.reduce((sum, x, j) => sum + x * (vector[j] as number), 0),
    );
    lambda = image.reduce((sum, x) => sum + x, 0);
    const next = image.map((x) => x / lambda);
    const change = Math.max(...next.map((x, i) => Math.abs(x - (vector[i] as number))));
    vector = next;
    if (change < 1e-16) break;
  }
  return { vector, lambda };
}

function geometricIndex(
  pairwise: readonly (readonly number[])[],
  weights: readonly number[],
): number {
  const n = pairwise.length;
  if (n < 3) return 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const ratio = (weights[j] as number) / (weights[i] as number);
      sum += Math.log((pairwise[i]?.[j] as number) * ratio) ** 2;
    }
  }
  return (2 * sum) / ((n - 1) * (n - 2));
}

/** Weights from budgets, and how far the experts agree. */
export interface BudgetWeights {
  /** In the order of the indicators, summing to 1. */
  readonly weights: readonly number[];
  /** Standard deviation over the experts, of points out of 100. */
  readonly sd: readonly number[];
  /** Kendall's coefficient of concordance, corrected for ties: 0 no agreement, 1 full agreement. */
  readonly agreement: number;
}

/** The share that a trimmed mean leaves out at either end. */
const TRIM = 0.2;

/**
 * Weights by budget allocation: each expert, or community, gives out points. Everybody's points are first brought to a
 * sum of 100, so that nobody counts more. Source: OECD/JRC Handbook (2008), step 6.
 *
 * @param points - a row for each expert, a column for each indicator; none below zero.
 * @param center - `mean` if left out; the `trimmed` mean leaves out a fifth of the experts at either end.
 * @throws VitalError `composite/invalid-input`.
 *
 * @example
 * ```ts
 * import { budgetWeights } from "@vitalcore/composite/weights";
 * budgetWeights([[60, 40], [1, 1]]).weights; // => [0.55, 0.45]
 * ```
 */
export function budgetWeights(
  points: readonly (readonly number[])[],
  center: "mean" | "median" | "trimmed" = "mean",
): BudgetWeights {
  const size = points[0]?.length ?? 0;
  const isSound = points.every(
    (row) =>
      row.length === size &&
      row.every((x) => x >= 0 && Number.isFinite(x)) &&
      row.some((x) => x > 0),
  );
  if (!isSound || size === 0) {
    const why =
      "each expert needs as many points as there are indicators, none below zero, not all zero";
    throw new VitalError([find("composite/invalid-input", { facts: { what: "Budgets", why } })]);
  }
  const rows = points.map((row) => {
    const sum = row.reduce((total, x) => total + x, 0);
    return row.map((x) => (100 * x) / sum);
  });
  const columns = Array.from({ length: size }, (_, k) => rows.map((row) => row[k] as number));
  const centers = columns.map((column) => centerOf(column, center));
  const total = centers.reduce((sum, x) => sum + x, 0);
  if (total === 0) {
    const why = `the ${center} of the points is zero for every indicator: take the mean`;
    throw new VitalError([find("composite/invalid-input", { facts: { what: "Budgets", why } })]);
  }
  return {
    weights: centers.map((x) => x / total),
    sd: columns.map(sampleSd),
    agreement: concordance(rows),
  };
}

function centerOf(column: readonly number[], center: "mean" | "median" | "trimmed"): number {
  const sorted = [...column].sort((a, b) => a - b);
  const n = sorted.length;
  const cut =
    center === "mean" ? 0 : center === "trimmed" ? Math.floor(n * TRIM) : Math.floor((n - 1) / 2);
  const kept = sorted.slice(cut, n - cut);
  return kept.reduce((sum, x) => sum + x, 0) / kept.length;
}

function sampleSd(column: readonly number[]): number {
  const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
  const squares = column.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return Math.sqrt(squares / (column.length - 1));
}

/** Kendall's W: 12 S / (m^2 (n^3 - n) - m T). */
function concordance(rows: readonly (readonly number[])[]): number {
  const m = rows.length;
  const n = rows[0]?.length ?? 0;
  let ties = 0;
  const sums = new Float64Array(n);
  for (const row of rows) {
    row.forEach((x, k) => {
      const below = row.filter((y) => y < x).length;
      const equal = row.filter((y) => y === x).length;
      sums[k] = (sums[k] as number) + below + (equal + 1) / 2;
      // Each of t equal entries adds (t^2 - 1), in all t^3 - t.
      ties += equal * equal - 1;
    });
  }
  const mean = (m * (n + 1)) / 2;
  const squares = sums.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return (12 * squares) / (m * m * (n ** 3 - n) - m * ties);
}
