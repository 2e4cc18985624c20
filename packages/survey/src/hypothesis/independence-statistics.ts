import { inverse, orthonormalize, product, residual, sandwich, solve } from "../kernels/dense.js";

/** Contrasts of interaction, orthogonal to the main effects: (cells x df), row by row. */
function interactionContrasts(nr: number, nc: number): Float64Array {
  const size = nr * nc;
  const indicator = (holds: (i: number, j: number) => boolean) =>
    Float64Array.from({ length: size }, (_, cell) =>
      holds(cell % nr, Math.floor(cell / nr)) ? 1 : 0,
    );
  const main = [
    indicator(() => true),
    ...Array.from({ length: nr - 1 }, (_, a) => indicator((i) => i === a + 1)),
    ...Array.from({ length: nc - 1 }, (_, b) => indicator((_i, j) => j === b + 1)),
  ];
  const basis = orthonormalize(main);
  const df = (nr - 1) * (nc - 1);
  const contrasts = new Float64Array(size * df);
  for (let b = 1; b < nc; b++) {
    for (let a = 1; a < nr; a++) {
      const column = residual(
        indicator((i, j) => i === a && j === b),
        basis,
      );
      const k = (b - 1) * (nr - 1) + a - 1;
      for (let cell = 0; cell < size; cell++) contrasts[cell * df + k] = column[cell]!;
    }
  }
  return contrasts;
}

function transposed(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(matrix.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[j * rows + i] = matrix[i * columns + j]!;
  }
  return out;
}

/** Generalized design effects: `[C'D^-1 C / n]^-1 C'D^-1 V D^-1 C`, and the size of C. */
export function designEffectMatrix(
  shares: Float64Array,
  covariance: Float64Array,
  n: number,
  nr: number,
  nc: number,
): { readonly denominator: Float64Array; readonly numerator: Float64Array; readonly df: number } {
  const size = nr * nc;
  const df = (nr - 1) * (nc - 1);
  const contrasts = interactionContrasts(nr, nc);
  const weighted = contrasts.map((value, at) => {
    const share = shares[Math.floor(at / df)]!;
    return share === 0 ? 0 : value / share;
  });
  const left = transposed(weighted, size, df);
  return {
    denominator: product(left, contrasts, df, size, df).map((value) => value / n),
    numerator: sandwich(left, covariance, df, size),
    df,
  };
}

/** L^-1 N L^-T for D = L L': symmetric, with the eigenvalues of D^-1 N. */
export function symmetrized(
  denominator: Float64Array,
  numerator: Float64Array,
  size: number,
): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = denominator[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      lower[i * size + j] = i === j ? Math.sqrt(sum) : sum / lower[j * size + j]!;
    }
  }
  return sandwich(inverse(lower, size)!, numerator, size, size);
}

/** Pearson's statistic of a table of totals, scaled to n people. */
export function pearsonStatistic(
  people: Float64Array,
  total: number,
  n: number,
  nr: number,
  nc: number,
): number {
  let statistic = 0;
  for (let i = 0; i < nr; i++) {
    let rowSum = 0;
    for (let j = 0; j < nc; j++) rowSum += people[j * nr + i]!;
    for (let j = 0; j < nc; j++) {
      let columnSum = 0;
      for (let k = 0; k < nr; k++) columnSum += people[j * nr + k]!;
      const expected = (rowSum * columnSum) / total;
      if (expected > 0) statistic += (people[j * nr + i]! - expected) ** 2 / expected;
    }
  }
  return (statistic * n) / total;
}

/** Wald statistic of observed less expected totals in (r-1)(c-1) cells. */
export function waldStatistic(
  totals: Float64Array,
  covariance: Float64Array,
  nr: number,
  nc: number,
): number {
  const size = nr * nc;
  const df = (nr - 1) * (nc - 1);
  const all = totals.reduce((sum, value) => sum + value, 0);
  const rowSum = (i: number) => {
    let sum = 0;
    for (let j = 0; j < nc; j++) sum += totals[j * nr + i]!;
    return sum;
  };
  const columnSum = (j: number) => {
    let sum = 0;
    for (let i = 0; i < nr; i++) sum += totals[j * nr + i]!;
    return sum;
  };
  const differences = new Float64Array(df);
  const gradient = new Float64Array(df * size);
  for (let b = 1; b < nc; b++) {
    for (let a = 1; a < nr; a++) {
      const k = (b - 1) * (nr - 1) + a - 1;
      const r = rowSum(a);
      const c = columnSum(b);
      differences[k] = totals[b * nr + a]! - (r * c) / all;
      for (let j = 0; j < nc; j++) {
        for (let i = 0; i < nr; i++) {
          let slope = (r * c) / all ** 2;
          if (i === a && j === b) slope += 1;
          if (i === a) slope -= c / all;
          if (j === b) slope -= r / all;
          gradient[k * size + j * nr + i] = slope;
        }
      }
    }
  }
  const matrix = sandwich(gradient, covariance, df, size);
  const solved = solve(matrix, differences, df);
  return differences.reduce((sum, value, i) => sum + value * (solved?.[i] ?? Number.NaN), 0);
}
