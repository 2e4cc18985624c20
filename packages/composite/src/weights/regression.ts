import { VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";
import { cholesky, choleskySolve } from "../impute/spd.js";
import { requireColumns, rescaled, type WeightColumns, type Weights } from "./data-driven.js";

/** Weights from a regression, and the regression. */
export interface RegressionWeights {
  readonly weights: Weights;
  /** Of the columns as they are, none below zero. */
  readonly coefficients: Weights;
  readonly intercept: number;
  /** Share of the variance of the outcome that is explained. */
  readonly r2: number;
  /** Columns whose coefficient would be below zero, and is zero. */
  readonly dropped: readonly string[];
}

/**
 * Weights relative to the coefficients of a least-squares regression of an outcome on the columns, of which none may be
 * below zero: a weight below zero would turn an indicator round. Columns should be scores on one scale, as the
 * coefficients depend on it. Source: OECD/JRC Handbook (2008), step 6; Lawson and Hanson (1974), chapter 23.
 *
 * @param outcome - for the same units, more of it being better.
 * @throws VitalError `composite/invalid-input`: gaps, columns that depend on each other, or none that goes with the
 *   outcome.
 *
 * @example
 * ```ts
 * import { regressionWeights } from "@vitalcore/composite/weights";
 * const { weights, r2 } = regressionWeights({ a: [0, 1, 0, 1], b: [0, 0, 1, 1] }, [1, 4, 2, 5]);
 * [weights.a?.toFixed(6), weights.b?.toFixed(6), r2.toFixed(6)]; // => ["0.750000", "0.250000", "1.000000"]
 * ```
 */
export function regressionWeights(
  columns: WeightColumns,
  outcome: ArrayLike<number>,
): RegressionWeights {
  requireColumns(columns, WHAT);
  requireColumns({ outcome }, WHAT);
  const ids = Object.keys(columns);
  const p = ids.length;
  const x = ids.map((id) => standardized(columns[id] as ArrayLike<number>));
  const y = standardized(outcome);
  const gram = Float64Array.from({ length: p * p }, (_, i) =>
    dot((x[Math.floor(i / p)] as Standardized).values, (x[i % p] as Standardized).values),
  );
  if (cholesky(gram, p) === undefined) {
    throw invalid("the columns depend on each other, or the units are too few");
  }
  const target = Float64Array.from(x, ({ values }) => dot(values, y.values));
  const slopes = nonnegativeSolution(gram, target, p);
  if (slopes.every((slope) => slope === 0)) throw invalid("no column goes with the outcome");
  const coefficients = slopes.map((slope, k) => (slope * y.length) / (x[k] as Standardized).length);
  const fit = y.values.map((_, i) =>
    slopes.reduce((sum, slope, k) => sum + slope * ((x[k] as Standardized).values[i] as number), 0),
  );
  const rest = y.values.reduce((sum, value, i) => sum + (value - (fit[i] as number)) ** 2, 0);
  return {
    weights: rescaled(ids, coefficients),
    coefficients: Object.fromEntries(ids.map((id, k) => [id, coefficients[k] as number])),
    intercept: coefficients.reduce((sum, b, k) => sum - b * (x[k] as Standardized).mean, y.mean),
    r2: 1 - rest,
    dropped: ids.filter((_, k) => slopes[k] === 0),
  };
}

const WHAT = "Weights by regression";

function invalid(why: string): VitalError {
  return new VitalError([find("composite/invalid-input", { facts: { what: WHAT, why } })]);
}

/** A column less its mean, brought to length 1. */
interface Standardized {
  readonly values: Float64Array;
  readonly mean: number;
  readonly length: number;
}

function standardized(column: ArrayLike<number>): Standardized {
  const raw = Float64Array.from(column);
  const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
  const centered = raw.map((value) => value - mean);
  const length = Math.sqrt(dot(centered, centered));
  return { values: centered.map((value) => value / length), mean, length };
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

/** Minimizes b'Gb / 2 - t'b over b >= 0: columns enter one by one, and leave where they would turn negative. */
function nonnegativeSolution(
  gram: Float64Array,
  target: Float64Array,
  p: number,
): readonly number[] {
  let b = new Array<number>(p).fill(0);
  const inside = new Set<number>();
  for (let round = 0; round < 10 * p + 10; round++) {
    const gains = b.map(
      (_, k) =>
        (target[k] as number) - b.reduce((s, x, l) => s + (gram[k * p + l] as number) * x, 0),
    );
    const next = gains.reduce(
      (best, gain, k) => (!inside.has(k) && gain > (gains[best] ?? 1e-12) ? k : best),
      -1,
    );
    if (next < 0) break;
    inside.add(next);
    for (;;) {
      const free = [...inside].sort((k, l) => k - l);
      const solution = solveOn(free, gram, target, p);
      const step = free.reduce((least, k, i) => {
        const to = solution[i] as number;
        return to > 0 ? least : Math.min(least, (b[k] as number) / ((b[k] as number) - to));
      }, 1);
      const moved = b.map(() => 0);
      free.forEach((k, i) => {
        moved[k] = (b[k] as number) + step * ((solution[i] as number) - (b[k] as number));
      });
      b = moved;
      if (step === 1) break;
      for (const k of free) {
        if ((b[k] as number) > 1e-14) continue;
        b[k] = 0;
        inside.delete(k);
      }
    }
  }
  return b;
}

function solveOn(
  free: readonly number[],
  gram: Float64Array,
  target: Float64Array,
  p: number,
): Float64Array {
  const size = free.length;
  const block = Float64Array.from(
    { length: size * size },
    (_, i) =>
      gram[(free[Math.floor(i / size)] as number) * p + (free[i % size] as number)] as number,
  );
  // A block of a matrix that has a factor has one.
  const lower = cholesky(block, size) as Float64Array;
  return choleskySolve(
    lower,
    size,
    Float64Array.from(free, (k) => target[k] as number),
  );
}
