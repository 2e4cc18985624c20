import { throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { inverse } from "../kernels/dense.js";

/** How the variance between areas is estimated. */
export type AreaVarianceMethod =
  /** Restricted maximum likelihood. */
  | "REML"
  /** Maximum likelihood. */
  | "ML"
  /** The moment equation of Fay and Herriot. */
  | "FH";

/** Direct estimates y with variances d, and their auxiliaries. */
export interface AreaSample {
  readonly y: Float64Array;
  readonly d: Float64Array;
  readonly x: readonly (readonly number[])[];
  readonly p: number;
}

/** The regression at a variance between areas. */
export interface AreaFit {
  readonly beta: Float64Array;
  /** (X' V^-1 X)^-1, row by row. */
  readonly q: Float64Array;
  readonly residuals: Float64Array;
  readonly v: Float64Array;
}

/** x' M x. */
export function quadratic(matrix: Float64Array, x: readonly number[]): number {
  const p = x.length;
  let sum = 0;
  for (let j = 0; j < p; j++) {
    for (let k = 0; k < p; k++) sum += x[j]! * matrix[j * p + k]! * x[k]!;
  }
  return sum;
}

/** Generalized least squares at a variance between areas. */
export function fitAt({ y, d, x, p }: AreaSample, a: number): AreaFit {
  const information = new Float64Array(p * p);
  const right = new Float64Array(p);
  const v = d.map((variance) => variance + a);
  for (let i = 0; i < y.length; i++) {
    for (let j = 0; j < p; j++) {
      const left = x[i]![j]! / v[i]!;
      right[j]! += left * y[i]!;
      for (let k = 0; k < p; k++) information[j * p + k]! += left * x[i]![k]!;
    }
  }
  const q = inverse(information, p);
  if (q === undefined) {
    const facts = { option: "the auxiliaries", wanted: "columns that do not depend on each other" };
    throwIfErrors([find("survey/option", { found: `${p} columns`, facts })]);
  }
  const beta = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    for (let k = 0; k < p; k++) beta[j]! += q![j * p + k]! * right[k]!;
  }
  const residuals = y.map((value, i) => value - x[i]!.reduce((s, xj, j) => s + xj * beta[j]!, 0));
  return { beta, q: q!, residuals, v };
}

/** tr[(X'V^-1X)^-1 X'V^-2X]. */
function traceTerm({ x }: AreaSample, { q, v }: AreaFit): number {
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += quadratic(q, x[i]!) / v[i]! ** 2;
  return sum;
}

/** An equation in A that is positive below the estimate and negative above it. */
function equation(sample: AreaSample, method: AreaVarianceMethod, a: number): number {
  const fit = fitAt(sample, a);
  const { residuals, v } = fit;
  if (method === "FH") {
    let sum = 0;
    for (let i = 0; i < v.length; i++) sum += residuals[i]! ** 2 / v[i]!;
    return sum - (v.length - sample.p);
  }
  let score = 0;
  for (let i = 0; i < v.length; i++) score += (residuals[i]! / v[i]!) ** 2 - 1 / v[i]!;
  return method === "ML" ? score : score + traceTerm(sample, fit);
}

/** The estimate of the variance between areas, 0 at the least. */
export function solveVariance(sample: AreaSample, method: AreaVarianceMethod): number {
  if (equation(sample, method, 0) <= 0) return 0;
  let low = 0;
  let high = sample.d.reduce((sum, value) => sum + value, 0) / sample.d.length || 1;
  while (equation(sample, method, high) > 0 && high < 1e300) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (equation(sample, method, middle) > 0) low = middle;
    else high = middle;
  }
}

/** Asymptotic variance of A and the bias of its estimator. */
export function accuracyOfVariance(
  sample: AreaSample,
  fit: AreaFit,
  method: AreaVarianceMethod,
): { readonly variance: number; readonly bias: number } {
  let inverses = 0;
  let squares = 0;
  for (const value of fit.v) {
    inverses += 1 / value;
    squares += 1 / value ** 2;
  }
  const m = fit.v.length;
  if (method === "FH") {
    return {
      variance: (2 * m) / inverses ** 2,
      bias: (2 * (m * squares - inverses ** 2)) / inverses ** 3,
    };
  }
  return { variance: 2 / squares, bias: method === "ML" ? -traceTerm(sample, fit) / squares : 0 };
}
