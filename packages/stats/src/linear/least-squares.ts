import { type Finding, VitalError } from "@vitalcore/core";
import { Matrix, QrDecomposition } from "ml-matrix";
import { find } from "../catalog.js";
import { numberFindings, toFloats } from "../check-input.js";
import { compensatedDot } from "../sum.js";

/** Coefficients of a least-squares fit, and what they leave. */
export interface LeastSquares {
  /** One for each column of the design, in its order. */
  readonly coefficients: Float64Array;
  /** Observed less fitted values. */
  readonly residuals: Float64Array;
  readonly residualSumOfSquares: number;
}

const WHAT = "Least squares";
/** Diagonal entries of R below this, for columns of length about 1, mean dependent columns. */
const RANK_TOLERANCE = 1e-14;
/** Rounds of refinement; more change nothing. */
const REFINEMENTS = 3;

function requireDesign(
  columns: readonly ArrayLike<number>[],
  observed: ArrayLike<number>,
): { design: Float64Array[]; y: Float64Array } {
  const y = toFloats(observed);
  const design = columns.map(toFloats);
  const findings: Finding[] = numberFindings(y, observed, "observed values");
  design.forEach((column, j) => {
    const argument = `values of column ${j + 1}`;
    findings.push(...numberFindings(column, columns[j] as ArrayLike<number>, argument));
    if (column.length === y.length) return;
    const facts = { argument, other: "observed values", length: y.length };
    findings.push(find("stats/unequal-lengths", { found: column.length, facts }));
  });
  const needed = Math.max(1, design.length);
  if (y.length < needed || design.length === 0) {
    const argument = design.length === 0 ? "columns" : "observed values";
    const found = design.length === 0 ? 0 : y.length;
    findings.push(find("stats/too-few-values", { found, facts: { what: WHAT, needed, argument } }));
  }
  if (findings.length > 0) throw new VitalError(findings);
  return { design, y };
}

/** The nearest power of 2 to the length of a column: dividing by it rounds nothing. */
function scaleOf(column: Float64Array): number {
  const length = Math.sqrt(compensatedDot(column, column));
  return length > 0 ? 2 ** Math.round(Math.log2(length)) : 1;
}

/** How many columns are independent of those before, by the diagonal of R. */
function rankOf(qr: QrDecomposition): number {
  const diagonal = qr.upperTriangularMatrix.diagonal();
  return diagonal.filter((entry) => Math.abs(entry) > RANK_TOLERANCE).length;
}

/**
 * The coefficients b that make sum((y - X b)^2) smallest. Columns are scaled, decomposed by Householder QR, and
 * coefficients and residuals are refined together with errors in doubled precision.
 * Source: Golub (1965), from the library ml-matrix; refinement of Björck (1967), BIT 7.
 *
 * @param columns - the design X, column by column; give a column of ones for an intercept.
 * @param observed - y, at least as many values as columns, none missing.
 * @throws VitalError `stats/not-invertible` (dependent columns), `stats/unequal-lengths`,
 *   `stats/too-few-values`, `stats/missing-value`, `stats/infinite-value`.
 *
 * @example
 * ```ts
 * import { leastSquares } from "@vitalcore/stats/linear";
 * const { coefficients } = leastSquares([[1, 1, 1], [0, 1, 2]], [1, 3, 5]);
 * [...coefficients]; // => [1, 2]
 * ```
 */
export function leastSquares(
  columns: readonly ArrayLike<number>[],
  observed: ArrayLike<number>,
): LeastSquares {
  const { design, y } = requireDesign(columns, observed);
  const scales = design.map(scaleOf);
  const scaled = design.map((column, j) => column.map((x) => x / (scales[j] as number)));
  const qr = new QrDecomposition(new Matrix(scaled).transpose());
  const rank = rankOf(qr);
  if (rank < design.length) {
    const facts = { what: WHAT, rank, columns: design.length };
    throw new VitalError([find("stats/not-invertible", { facts })]);
  }
  const { coefficients, residuals } = refined(scaled, y, qr);
  return {
    coefficients: coefficients.map((b, j) => b / (scales[j] as number)),
    residuals,
    residualSumOfSquares: compensatedDot(residuals, residuals),
  };
}

/** Solves r + X b = y, X'r = 0 for coefficients b and residuals r, correcting both by what is left of either. */
function refined(
  design: readonly Float64Array[],
  y: Float64Array,
  qr: QrDecomposition,
): { coefficients: Float64Array; residuals: Float64Array } {
  const { orthogonalMatrix: q, upperTriangularMatrix: upper } = qr;
  const qTransposed = q.transpose();
  const coefficients = new Float64Array(design.length);
  const residuals = new Float64Array(y.length);
  for (let round = 0; round <= REFINEMENTS; round++) {
    const unexplained = Matrix.columnVector(fitErrors(design, y, coefficients, residuals));
    const overlap = design.map((column) => -compensatedDot(column, residuals));
    const along = Matrix.sub(qTransposed.mmul(unexplained), forwardSolve(upper, overlap));
    const change = backSolve(upper, along.to1DArray());
    const residualChange = Matrix.sub(unexplained, q.mmul(along));
    for (let j = 0; j < coefficients.length; j++) {
      coefficients[j] = (coefficients[j] as number) + (change[j] as number);
    }
    for (let i = 0; i < residuals.length; i++) {
      residuals[i] = (residuals[i] as number) + residualChange.get(i, 0);
    }
  }
  return { coefficients, residuals };
}

/** y - r - X b, in doubled precision. */
function fitErrors(
  design: readonly Float64Array[],
  y: Float64Array,
  coefficients: Float64Array,
  residuals: Float64Array,
): Float64Array {
  const factors = Float64Array.of(1, -1, ...coefficients.map((b) => -b));
  const row = new Float64Array(design.length + 2);
  return y.map((observed, i) => {
    row[0] = observed;
    row[1] = residuals[i] as number;
    for (let j = 0; j < design.length; j++) row[j + 2] = design[j]?.[i] as number;
    return compensatedDot(row, factors);
  });
}

/** Solves R'x = g, R upper triangular. */
function forwardSolve(upper: Matrix, g: readonly number[]): Matrix {
  const x: number[] = [];
  for (const [j, value] of g.entries()) {
    let rest = value;
    for (let k = 0; k < j; k++) rest -= upper.get(k, j) * (x[k] as number);
    x.push(rest / upper.get(j, j));
  }
  return Matrix.columnVector(x);
}

/** Solves R x = h, R upper triangular. */
function backSolve(upper: Matrix, h: readonly number[]): Float64Array {
  const x = Float64Array.from(h);
  for (let j = x.length - 1; j >= 0; j--) {
    for (let k = j + 1; k < x.length; k++) {
      x[j] = (x[j] as number) - upper.get(j, k) * (x[k] as number);
    }
    x[j] = (x[j] as number) / upper.get(j, j);
  }
  return x;
}
