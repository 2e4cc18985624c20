import { VitalError } from "@vitalcore/core";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { find } from "../catalog.js";
import { requireValues } from "../check-input.js";

/** Eigenvalues of a symmetric matrix, largest first, with their eigenvectors. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** `vectors[k]` belongs to `values[k]`; length 1, its entry of largest size positive. */
  readonly vectors: readonly Float64Array[];
}

/** Entries further apart than this, relative to the largest, are not rounding. */
const SYMMETRY_TOLERANCE = 1e-10;

function checkSymmetric(rows: readonly Float64Array[]): void {
  const size = rows.length;
  const largest = rows
    .flatMap((row) => [...row])
    .reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const [found, other] = [rows[i]?.[j] as number, rows[j]?.[i] as number];
      if (Math.abs(found - other) <= SYMMETRY_TOLERANCE * largest) continue;
      const facts = { i: i + 1, j: j + 1, other };
      throw new VitalError([find("stats/not-symmetric", { found, facts })]);
    }
  }
}

/** The rows of a square matrix, checked: all finite, as many columns as rows. */
function requireSquare(matrix: readonly ArrayLike<number>[]): Float64Array[] {
  const what = "An eigen-decomposition";
  return matrix.map((row, i) => {
    if (row.length !== matrix.length) {
      const facts = { argument: `entries in row ${i + 1}`, other: "rows", length: matrix.length };
      throw new VitalError([find("stats/unequal-lengths", { found: row.length, facts })]);
    }
    return requireValues(row, { what, argument: `entries in row ${i + 1}` });
  });
}

/** Turns a vector so that its entry of largest size is positive: the sign is otherwise arbitrary. */
function oriented(vector: Float64Array): Float64Array {
  let largest = 0;
  for (const entry of vector) {
    // A tie but for rounding goes to the first.
    if (Math.abs(entry) > Math.abs(largest) * (1 + 1e-9)) largest = entry;
  }
  return largest < 0 ? vector.map((entry) => -entry) : vector;
}

/**
 * The eigenvalues and eigenvectors of a symmetric matrix.
 * Source: tridiagonal reduction and implicit QL (Wilkinson and Reinsch 1971), from the library ml-matrix.
 *
 * @param matrix - rows, as many as columns, all entries finite, symmetric to rounding.
 * @returns eigenvalues from the largest down; the sign of a vector is set by its entry of largest size, which
 *   is positive.
 * @throws VitalError `stats/not-symmetric`, `stats/unequal-lengths`, `stats/missing-value`,
 *   `stats/infinite-value`, `stats/too-few-values`.
 *
 * @example
 * ```ts
 * import { symmetricEigen } from "@vitalcore/stats/linear";
 * const { values } = symmetricEigen([[2, 1], [1, 2]]);
 * [...values].map((value) => value.toFixed(10)); // => ["3.0000000000", "1.0000000000"]
 * ```
 */
export function symmetricEigen(matrix: readonly ArrayLike<number>[]): SymmetricEigen {
  if (matrix.length === 0) {
    const facts = { what: "An eigen-decomposition", needed: 1, argument: "rows" };
    throw new VitalError([find("stats/too-few-values", { found: 0, facts })]);
  }
  const rows = requireSquare(matrix);
  checkSymmetric(rows);
  const decomposition = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true });
  const { realEigenvalues, eigenvectorMatrix } = decomposition;
  const order = realEigenvalues
    .map((_, k) => k)
    .sort((a, b) => (realEigenvalues[b] as number) - (realEigenvalues[a] as number));
  return {
    values: Float64Array.from(order, (k) => realEigenvalues[k] as number),
    vectors: order.map((k) => oriented(Float64Array.from(eigenvectorMatrix.getColumn(k)))),
  };
}
