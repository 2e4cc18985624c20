/**
 * An orthonormal basis of the columns, by modified Gram-Schmidt done twice, with the triangle that
 * turns it back into them. A column whose remainder is below `tolerance` of its length adds nothing.
 */
export interface Orthonormal {
  /** One array per basis vector. */
  readonly basis: readonly Float64Array[];
  /** Indices of the columns that span. */
  readonly pivots: readonly number[];
  /** Coefficients of spanning column `j` in the basis. */
  readonly triangle: readonly Float64Array[];
}

function dotOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]! * b[i]!;
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return sum + lost;
}

function subtract(from: Float64Array, factor: number, vector: Float64Array): void {
  for (let i = 0; i < from.length; i++) from[i]! -= factor * vector[i]!;
}

/** See {@link Orthonormal}. The columns are not changed. */
export function orthonormalize(columns: readonly Float64Array[], tolerance = 1e-11): Orthonormal {
  const basis: Float64Array[] = [];
  const pivots: number[] = [];
  const triangle: Float64Array[] = [];
  columns.forEach((column, j) => {
    const rest = column.slice();
    const length = Math.sqrt(dotOf(rest, rest));
    const coefficients = new Float64Array(basis.length + 1);
    for (let pass = 0; pass < 2; pass++) {
      for (let b = 0; b < basis.length; b++) {
        const c = dotOf(rest, basis[b]!);
        coefficients[b]! += c;
        subtract(rest, c, basis[b]!);
      }
    }
    const left = Math.sqrt(dotOf(rest, rest));
    if (!(left > tolerance * length)) return;
    for (let i = 0; i < rest.length; i++) rest[i]! /= left;
    coefficients[basis.length] = left;
    basis.push(rest);
    pivots.push(j);
    triangle.push(coefficients);
  });
  return { basis, pivots, triangle };
}

/** Takes from a vector, in place, its projection on a basis. */
export function residual(vector: Float64Array, { basis }: Orthonormal): Float64Array {
  for (let pass = 0; pass < 2; pass++) {
    for (const axis of basis) subtract(vector, dotOf(vector, axis), axis);
  }
  return vector;
}

/** Least-squares coefficients of a response on the spanning columns; 0 for those that add nothing. */
export function leastSquares(
  { basis, pivots, triangle }: Orthonormal,
  response: Float64Array,
  columns: number,
): Float64Array {
  const projected = basis.map((axis) => dotOf(response, axis));
  const solution = new Float64Array(columns);
  for (let j = pivots.length - 1; j >= 0; j--) {
    let value = projected[j]!;
    for (let k = j + 1; k < pivots.length; k++) value -= triangle[k]![j]! * solution[pivots[k]!]!;
    solution[pivots[j]!] = value / triangle[j]![j]!;
  }
  return solution;
}

/** How many columns are linearly independent, as R's `qr(x, tol)` counts them. */
export function rankOfColumns(columns: readonly Float64Array[], tolerance: number): number {
  return orthonormalize(columns, tolerance).pivots.length;
}

/** Solves `matrix * x = right` by elimination with pivoting; undefined if the matrix is singular. */
export function solve(
  matrix: Float64Array,
  right: Float64Array,
  size: number,
): Float64Array | undefined {
  const a = matrix.slice();
  const x = right.slice();
  const width = x.length / size;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(a[row * size + column]!) > Math.abs(a[pivot * size + column]!)) pivot = row;
    }
    const head = a[pivot * size + column]!;
    if (!(Math.abs(head) > 0)) return undefined;
    if (pivot !== column) {
      swapRows(a, size, pivot, column);
      swapRows(x, width, pivot, column);
    }
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = a[row * size + column]! / head;
      if (factor === 0) continue;
      for (let k = column; k < size; k++) a[row * size + k]! -= factor * a[column * size + k]!;
      for (let k = 0; k < width; k++) x[row * width + k]! -= factor * x[column * width + k]!;
    }
  }
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < width; k++) x[row * width + k]! /= a[row * size + row]!;
  }
  return x;
}

function swapRows(matrix: Float64Array, width: number, one: number, other: number): void {
  for (let k = 0; k < width; k++) {
    const kept = matrix[one * width + k]!;
    matrix[one * width + k] = matrix[other * width + k]!;
    matrix[other * width + k] = kept;
  }
}

/** The inverse; undefined if the matrix is singular. */
export function inverse(matrix: Float64Array, size: number): Float64Array | undefined {
  const identity = new Float64Array(size * size);
  for (let i = 0; i < size; i++) identity[i * size + i] = 1;
  return solve(matrix, identity, size);
}

/** `a * b` for an (n x m) and an (m x p) matrix, row by row. */
export function product(
  a: Float64Array,
  b: Float64Array,
  n: number,
  m: number,
  p: number,
): Float64Array {
  const out = new Float64Array(n * p);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < m; k++) {
      const value = a[i * m + k]!;
      if (value === 0) continue;
      for (let j = 0; j < p; j++) out[i * p + j]! += value * b[k * p + j]!;
    }
  }
  return out;
}

/** `g * matrix * g'` for g of (p x k): the delta method. */
export function sandwich(
  g: Float64Array,
  matrix: Float64Array,
  p: number,
  k: number,
): Float64Array {
  const half = product(g, matrix, p, k, k);
  const out = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) {
      let sum = 0;
      for (let m = 0; m < k; m++) sum += half[i * k + m]! * g[j * k + m]!;
      out[i * p + j] = sum;
    }
  }
  return out;
}
