/** The inverse of a symmetric positive definite matrix, by Cholesky's decomposition; `undefined` if it is none. */
export function inverse(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const n = matrix.length;
  const lower = matrix.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    const row = lower[i] as Float64Array;
    for (let j = 0; j <= i; j++) {
      const other = lower[j] as Float64Array;
      let sum = matrix[i]?.[j] as number;
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (other[k] as number);
      if (i === j && !(sum > 0)) return undefined;
      row[j] = i === j ? Math.sqrt(sum) : sum / (other[j] as number);
    }
  }
  const columns = matrix.map((_, unit) => solved(lower, unit));
  return matrix.map((_, i) => columns.map((column) => column[i] as number));
}

/** L L' x = unit vector. */
function solved(lower: readonly Float64Array[], unit: number): Float64Array {
  const n = lower.length;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = i === unit ? 1 : 0;
    for (let k = 0; k < i; k++) sum -= (lower[i]?.[k] as number) * (x[k] as number);
    x[i] = sum / (lower[i]?.[i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < n; k++) sum -= (lower[k]?.[i] as number) * (x[k] as number);
    x[i] = sum / (lower[i]?.[i] as number);
  }
  return x;
}
