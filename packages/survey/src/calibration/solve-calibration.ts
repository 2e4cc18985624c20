import { throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { leastSquares, orthonormalize, solve } from "../kernels/dense.js";

/** What calibration works on. */
export interface CalibrationProblem {
  readonly columns: readonly Float64Array[];
  readonly totals: Float64Array;
  readonly names: readonly string[];
  readonly weights: Float64Array;
  readonly sigma2: Float64Array;
}

interface Limits {
  readonly distance: "linear" | "raking" | "logit";
  readonly bounds: readonly [number, number];
  readonly tolerance: number;
  readonly maxIterations: number;
}

interface Distance {
  /** g - 1 at a value of the linear predictor. */
  readonly change: (u: number) => number;
  readonly slope: (u: number) => number;
}

/** Deville and Särndal (1992), cases 1, 2, 6 and 7. */
function distanceOf({ distance, bounds: [lower, upper] }: Limits): Distance {
  if (distance === "linear") {
    return {
      change: (u) => Math.min(upper - 1, Math.max(lower - 1, u)),
      slope: (u) => (u < upper - 1 && u > lower - 1 ? 1 : 0),
    };
  }
  if (distance === "raking") {
    return {
      change: (u) => Math.min(upper - 1, Math.max(lower - 1, Math.expm1(u))),
      slope: (u) => {
        const change = Math.expm1(u);
        return change < upper - 1 && change > lower - 1 ? Math.exp(u) : 0;
      },
    };
  }
  const a = (upper - lower) / ((upper - 1) * (1 - lower));
  const low = upper - 1;
  const high = 1 - lower;
  // Written with exp(-|u|), so that no step overflows.
  const factor = (u: number) =>
    u > 0
      ? (lower * low * Math.exp(-a * u) + upper * high) / (low * Math.exp(-a * u) + high)
      : (lower * low + upper * high * Math.exp(a * u)) / (low + high * Math.exp(a * u));
  return {
    change: (u) => factor(u) - 1,
    slope: (u) => {
      const e = Math.exp(-Math.abs(a * u));
      const bottom = u > 0 ? low * e + high : low + high * e;
      return ((upper - lower) * a * low * high * e) / bottom ** 2;
    },
  };
}

/**
 * The factors g of calibrated weights, by Newton's method from 0.
 *
 * @throws VitalError `survey/calibration-failed`.
 */
export function solveCalibration(problem: CalibrationProblem, limits: Limits): Float64Array {
  const { columns, totals, weights, sigma2, names } = problem;
  const { change, slope } = distanceOf(limits);
  const p = columns.length;
  const n = weights.length;
  const g = new Float64Array(n).fill(1);
  const derivative = new Float64Array(n).fill(1);
  let lambda: Float64Array = new Float64Array(p);
  const misfitAt = (eta: Float64Array): Float64Array => {
    for (let row = 0; row < n; row++) {
      let u = 0;
      for (let j = 0; j < p; j++) u += columns[j]![row]! * eta[j]!;
      u /= sigma2[row]!;
      g[row] = 1 + change(u);
      derivative[row] = slope(u);
    }
    return Float64Array.from(totals, (total, j) => {
      let sum = 0;
      let lost = 0;
      const x = columns[j]!;
      for (let row = 0; row < n; row++) {
        const term = weights[row]! * g[row]! * x[row]!;
        const next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
        sum = next;
      }
      return total - (sum + lost);
    });
  };
  const relative = (misfit: Float64Array) =>
    misfit.map((value, j) => Math.abs(value) / (1 + Math.abs(totals[j]!)));
  let misfit = misfitAt(lambda);
  const exact =
    limits.distance === "linear" && limits.bounds.every((bound) => !Number.isFinite(bound));
  let steps = 0;
  for (; steps < limits.maxIterations; steps++) {
    const step = newtonStep(columns, weights, sigma2, derivative, misfit);
    let next = lambda.map((value, j) => value + step[j]!);
    let nextMisfit = misfitAt(next);
    for (let half = 0; half < 30 && !g.every(Number.isFinite); half++) {
      next = next.map((value, j) => (value + lambda[j]!) / 2);
      nextMisfit = misfitAt(next);
    }
    lambda = next;
    misfit = nextMisfit;
    // A linear problem is solved by one step; the second takes off its rounding error.
    if (Math.max(...relative(misfit)) < limits.tolerance && (!exact || steps >= 1)) return g;
    if (exact && steps >= 2) break;
  }
  const off = relative(misfit);
  const worst = off.indexOf(Math.max(...off));
  throwIfErrors([
    find("survey/calibration-failed", {
      facts: { steps, misfit: off[worst] ?? Number.NaN, auxiliary: names[worst] ?? "" },
    }),
  ]);
  return g;
}

function newtonStep(
  columns: readonly Float64Array[],
  weights: Float64Array,
  sigma2: Float64Array,
  derivative: Float64Array,
  misfit: Float64Array,
): Float64Array {
  const p = columns.length;
  const matrix = new Float64Array(p * p);
  for (let row = 0; row < weights.length; row++) {
    const factor = (weights[row]! * derivative[row]!) / sigma2[row]!;
    if (factor === 0) continue;
    for (let j = 0; j < p; j++) {
      const left = factor * columns[j]![row]!;
      for (let k = 0; k <= j; k++) matrix[j * p + k]! += left * columns[k]![row]!;
    }
  }
  for (let j = 0; j < p; j++) {
    for (let k = j + 1; k < p; k++) matrix[j * p + k] = matrix[k * p + j]!;
  }
  // Auxiliaries that depend on each other leave the matrix singular: least squares on those that do not.
  const asColumns = Array.from({ length: p }, (_, j) =>
    Float64Array.from({ length: p }, (_row, i) => matrix[i * p + j]!),
  );
  const basis = orthonormalize(asColumns, 1e-12);
  if (basis.pivots.length < p) return leastSquares(basis, misfit, p);
  return solve(matrix, misfit, p) ?? leastSquares(basis, misfit, p);
}
