import { VitalError } from "@vitalcore/core";
import { correlationMatrix } from "@vitalcore/stats";
import { chiSquare } from "@vitalcore/stats/distributions";
import { findIn as find } from "../function-catalog.js";
import { cholesky, choleskySolve } from "../impute/spd.js";
import { requireColumns, type WeightColumns } from "./data-driven.js";
import { jacobiEigen } from "./symmetric-eigen.js";

/** Factors fitted by maximum likelihood. */
export interface LikelihoodFactors {
  /** Share of the variance of each column that the factors do not have, by id. */
  readonly uniqueness: Readonly<Record<string, number>>;
  /** Unrotated loadings, a row for each column; the largest of each factor is positive. */
  readonly loadings: readonly (readonly number[])[];
  /** Test that so many factors are enough; `null` without degrees of freedom. */
  readonly test: {
    readonly statistic: number;
    readonly df: number;
    readonly pValue: number;
  } | null;
}

const LEAST_UNIQUENESS = 0.005;
const STEPS = 500;

/**
 * Factor analysis by maximum likelihood of the correlations, unrotated: how many things columns measure, with a test. The
 * uniquenesses are bounded by 0.005 from below, as in R's `factanal`. Source: Jöreskog (1967), Psychometrika 32, with
 * his approximation of the second derivatives; Lawley and Maxwell (1971); the test has Bartlett's (1951) correction.
 *
 * @param factors - fewer than there are degrees of freedom for: (p - k)^2 >= p + k.
 * @throws VitalError `composite/invalid-input`: gaps, constant columns, columns that depend on each other, too many
 *   factors.
 *
 * @example
 * ```ts
 * import { likelihoodFactors } from "@vitalcore/composite/weights";
 * const columns = { a: [1, 2, 3, 4, 5, 7], b: [2, 1, 4, 3, 6, 6], c: [1, 3, 2, 5, 4, 8] };
 * const { uniqueness } = likelihoodFactors(columns, 1);
 * Object.values(uniqueness).every((share) => share < 0.5); // => true
 * ```
 */
export function likelihoodFactors(columns: WeightColumns, factors: number): LikelihoodFactors {
  requireColumns(columns, WHAT);
  const ids = Object.keys(columns);
  const p = ids.length;
  const n = columns[ids[0] as string]?.length ?? 0;
  const degrees = ((p - factors) ** 2 - p - factors) / 2;
  if (!(Number.isInteger(factors) && factors >= 1 && factors < p && degrees >= 0)) {
    throw invalid(`${factors} factors cannot be told from ${p} columns`);
  }
  const correlations = correlationMatrix(columns).values.map((row) => Float64Array.from(row));
  const flat = Float64Array.from({ length: p * p }, (_, i) =>
    Math.floor(i / p) === i % p ? 1 : (correlations[Math.floor(i / p)]?.[i % p] as number),
  );
  const lower = cholesky(flat, p);
  if (lower === undefined) throw invalid("the columns depend on each other");
  const psi = minimize(correlations, lower, factors);
  const { values, vectors } = scaledEigen(correlations, psi);
  const loadings = ids.map((_, i) =>
    Array.from({ length: factors }, (_factor, k) => {
      const size = Math.sqrt(Math.max(0, (values[k] as number) - 1));
      return Math.sqrt(psi[i] as number) * size * (vectors[k]?.[i] as number);
    }),
  );
  const statistic = (n - 1 - (2 * p + 5) / 6 - (2 * factors) / 3) * discrepancy(values, factors);
  return {
    uniqueness: Object.fromEntries(ids.map((id, i) => [id, psi[i] as number])),
    loadings: turned(loadings),
    test:
      degrees === 0
        ? null
        : { statistic, df: degrees, pValue: chiSquare({ df: degrees }).survival(statistic) },
  };
}

const WHAT = "Factors by maximum likelihood";

function invalid(why: string): VitalError {
  return new VitalError([find("composite/invalid-input", { facts: { what: WHAT, why } })]);
}

/** Eigenvalues and eigenvectors of the correlations, rows and columns divided by the roots of the uniquenesses. */
function scaledEigen(correlations: readonly Float64Array[], psi: readonly number[]) {
  return jacobiEigen(
    correlations.map((row, i) =>
      row.map((r, j) => (i === j ? 1 : r) / Math.sqrt((psi[i] as number) * (psi[j] as number))),
    ),
  );
}

/** The discrepancy of the best loadings for given uniquenesses: what the other eigenvalues lack of 1. */
function discrepancy(values: readonly number[], factors: number): number {
  return values.slice(factors).reduce((sum, value) => sum + value - Math.log(value) - 1, 0);
}

/** Newton's method on the logarithms of the uniquenesses; steps are halved until they gain. */
function minimize(
  correlations: readonly Float64Array[],
  lower: Float64Array,
  factors: number,
): readonly number[] {
  const p = correlations.length;
  // As factanal starts: (1 - k / 2p) over the diagonal of the inverse.
  let x = correlations.map((_, i) => {
    const unit = Float64Array.from(correlations, (_row, j) => (j === i ? 1 : 0));
    return Math.log((1 - factors / (2 * p)) / (choleskySolve(lower, p, unit)[i] as number));
  });
  const bound = Math.log(LEAST_UNIQUENESS);
  const at = (point: readonly number[]) =>
    discrepancy(scaledEigen(correlations, point.map(Math.exp)).values, factors);
  x = x.map((each) => Math.max(bound, each));
  let value = at(x);
  for (let round = 0; round < STEPS; round++) {
    const { values, vectors } = scaledEigen(correlations, x.map(Math.exp));
    const rest = vectors.slice(factors);
    // With y the other eigenvectors and t their eigenvalues: h_i = sum (1 - t) y_i^2, G_ij = (sum y_i y_j)^2.
    const slope = x.map((_, i) =>
      rest.reduce(
        (s, y, k) => s + (1 - (values[factors + k] as number)) * (y[i] as number) ** 2,
        0,
      ),
    );
    const free = x.flatMap((each, i) => (each <= bound && (slope[i] as number) > 0 ? [] : [i]));
    if (free.every((i) => Math.abs(slope[i] as number) < 1e-13)) break;
    const matrix = Float64Array.from({ length: free.length ** 2 }, (_, cell) => {
      const i = free[Math.floor(cell / free.length)] as number;
      const j = free[cell % free.length] as number;
      const g = rest.reduce((s, y) => s + (y[i] as number) * (y[j] as number), 0) ** 2;
      return i === j ? g + 1e-9 : g;
    });
    const factor = cholesky(matrix, free.length);
    const target = Float64Array.from(free, (i) => slope[i] as number);
    const step = factor === undefined ? target : choleskySolve(factor, free.length, target);
    let moved = x;
    let reached = value;
    for (let share = 1; share > 1e-6; share /= 2) {
      const tried = [...x];
      free.forEach((i, k) => {
        tried[i] = Math.max(bound, (x[i] as number) - share * (step[k] as number));
      });
      reached = at(tried);
      moved = tried;
      if (reached < value) break;
    }
    if (!(reached < value)) break;
    x = moved;
    value = reached;
  }
  return x.map(Math.exp);
}

/** Signs such that the largest loading of each factor is positive. */
function turned(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const signs = (rows[0] ?? []).map((_, k) => {
    const largest = rows.reduce(
      (best, row) => (Math.abs(row[k] as number) > Math.abs(best) ? (row[k] as number) : best),
      0,
    );
    return largest < 0 ? -1 : 1;
  });
  return rows.map((row) => row.map((x, k) => x * (signs[k] as number)));
}
