/** Pivots below this share of the diagonal are taken as zero: the rows then depend on those before. */
const NEGLIGIBLE = 1e-12;

/**
 * The lower triangular factor L of a symmetric matrix, L L' = S (Cholesky), row by row. Rows that depend on those
 * before get a zero on the diagonal, so that degenerate distributions can be drawn from.
 *
 * @returns `undefined` if the matrix is not square, not symmetric, or has a negative eigenvalue.
 */
export function lowerFactor(matrix: readonly ArrayLike<number>[]): Float64Array | undefined {
  const size = matrix.length;
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = matrix[i] as ArrayLike<number>;
    if (row.length !== size) return undefined;
    for (let j = 0; j <= i; j++) {
      const value = row[j] as number;
      const mirrored = (matrix[j] as ArrayLike<number>)[i] as number;
      if (!(Math.abs(value - mirrored) <= 1e-9 * (Math.abs(value) + Math.abs(mirrored)))) {
        return undefined;
      }
      let rest = value;
      for (let k = 0; k < j; k++) {
        rest -= (factor[i * size + k] as number) * (factor[j * size + k] as number);
      }
      if (j < i) {
        const pivot = factor[j * size + j] as number;
        factor[i * size + j] = pivot > 0 ? rest / pivot : 0;
        continue;
      }
      if (!(rest >= -NEGLIGIBLE * value)) return undefined;
      factor[i * size + i] = rest > NEGLIGIBLE * value ? Math.sqrt(rest) : 0;
    }
  }
  return factor;
}
