/** Eigenvalues, largest first, and eigenvectors of length 1, parallel to them. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly Float64Array[];
}

const SWEEPS = 100;

/**
 * Eigenvalues of a symmetric matrix by Jacobi's rotations, which are as exact as any for the small matrices of a
 * framework, in a page of code that every build of an index can carry. Source: Golub and Van Loan (2013),
 * section 8.5.
 *
 * @param matrix - row by row.
 */
export function jacobiEigen(matrix: readonly ArrayLike<number>[]): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  // Row k becomes the k-th eigenvector.
  const v = matrix.map((_, i) => Float64Array.from({ length: n }, (_cell, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(a) > 0; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  }
  const order = a.map((_, k) => k).sort((k, l) => valueAt(a, l) - valueAt(a, k));
  return {
    values: order.map((k) => valueAt(a, k)),
    vectors: order.map((k) => v[k] as Float64Array),
  };
}

function valueAt(a: readonly Float64Array[], k: number): number {
  return a[k]?.[k] as number;
}

function offDiagonal(a: readonly Float64Array[]): number {
  return a.reduce((sum, row, i) => sum + row.reduce((s, x, j) => (i === j ? s : s + x * x), 0), 0);
}

/** Makes the entry (p, q) zero. */
function rotate(
  a: readonly Float64Array[],
  v: readonly Float64Array[],
  p: number,
  q: number,
): void {
  const [rowP, rowQ] = [a[p] as Float64Array, a[q] as Float64Array];
  const entry = rowP[q] as number;
  if (entry === 0) return;
  const [app, aqq] = [rowP[p] as number, rowQ[q] as number];
  // Next to nothing beside both: no rotation would change them.
  if (Math.abs(entry) < 1e-17 * Math.min(Math.abs(app), Math.abs(aqq))) {
    rowP[q] = 0;
    rowQ[p] = 0;
    return;
  }
  const theta = (aqq - app) / (2 * entry);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of a) turn(row, p, q, c, s);
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [rowP[k] as number, rowQ[k] as number];
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  }
  rowP[q] = 0;
  rowQ[p] = 0;
  const [vp, vq] = [v[p] as Float64Array, v[q] as Float64Array];
  for (let k = 0; k < vp.length; k++) {
    const [x, y] = [vp[k] as number, vq[k] as number];
    vp[k] = c * x - s * y;
    vq[k] = s * x + c * y;
  }
}

function turn(row: Float64Array, p: number, q: number, c: number, s: number): void {
  const [x, y] = [row[p] as number, row[q] as number];
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}
