import { VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";
import { cholesky, choleskySolve } from "./spd.js";

/** A regression by which gaps were filled. */
export interface RegressionImputation {
  /** The target with its gaps filled, where all predictors are there. */
  readonly values: Float64Array;
  /** The intercept, then one for each predictor. */
  readonly coefficients: Float64Array;
  /** Standard deviation of the residuals, divisor n - p - 1; NaN without degrees of freedom. */
  readonly residualSd: number;
  /** The share of the variance of the target that the predictors explain. */
  readonly rSquared: number;
  /** Units from which it was fitted: those without any gap. */
  readonly complete: number;
  /** For each unit whose gap was filled, its position. */
  readonly filled: readonly number[];
  /** Standard deviation of a draw for each of them: that of the residuals and of the fitted mean together. */
  readonly predictionSd: Float64Array;
}

/**
 * Fills the gaps of an indicator by its least-squares regression on others, fitted to the units without gaps.
 * The imputed value is the mean that the regression expects, so variances shrink: `predictionSd` is what a
 * draw would add. Source: OECD/JRC Handbook (2008), step 3; Little and Rubin (2002), chapter 4.
 *
 * @param target - of one indicator for all units; NaN is missing.
 * @param predictors - other indicators for the same units.
 * @throws VitalError `composite/regression-undefined` if there are too few complete units, or predictors that
 *   depend on each other.
 *
 * @example
 * ```ts
 * import { imputeByRegression } from "@vitalcore/composite/impute";
 * const { values } = imputeByRegression([1, 3, 5, Number.NaN], [[0, 1, 2, 3]]);
 * values[3]?.toFixed(6); // => "7.000000"
 * ```
 */
export function imputeByRegression(
  target: ArrayLike<number>,
  predictors: readonly ArrayLike<number>[],
): RegressionImputation {
  const fit = fitRegression(target, predictors);
  if (typeof fit === "string") {
    throw new VitalError([find("composite/regression-undefined", { facts: { why: fit } })]);
  }
  return fit;
}

/** As {@link imputeByRegression}; or says why it cannot be done. */
export function fitRegression(
  target: ArrayLike<number>,
  predictors: readonly ArrayLike<number>[],
): RegressionImputation | string {
  const p = predictors.length;
  const usable = (unit: number) =>
    predictors.every((column) => !Number.isNaN(column[unit] as number));
  const units = Array.from({ length: target.length }, (_, unit) => unit);
  const complete = units.filter((unit) => !Number.isNaN(target[unit] as number) && usable(unit));
  const n = complete.length;
  if (n < p + 1) return `${n} units have neither gap, and ${p + 1} coefficients are to be fitted`;
  const means = predictors.map((column) => centerOf(column, complete));
  const center = centerOf(target, complete);
  // Scaled to unit variance, so that the test for dependence does not depend on units of measurement.
  const scales = predictors.map(
    (column, k) => Math.sqrt(crossProduct(column, means[k], column, means[k], complete)) || 1,
  );
  const gram = new Float64Array(p * p);
  const moments = new Float64Array(p);
  predictors.forEach((column, i) => {
    moments[i] = crossProduct(column, means[i], target, center, complete) / (scales[i] as number);
    predictors.forEach((other, j) => {
      gram[i * p + j] =
        crossProduct(column, means[i], other, means[j], complete) /
        (scales[i] as number) /
        (scales[j] as number);
    });
  });
  const lower = cholesky(gram, p);
  if (lower === undefined) return "the predictors depend on each other";
  const slopes = choleskySolve(lower, p, moments).map((b, k) => b / (scales[k] as number));
  const intercept = slopes.reduce((sum, b, k) => sum - b * (means[k] as number), center);
  const predict = (unit: number) =>
    slopes.reduce((sum, b, k) => sum + b * (predictors[k]?.[unit] as number), intercept);
  let residual = 0;
  for (const unit of complete) residual += ((target[unit] as number) - predict(unit)) ** 2;
  const total = crossProduct(target, center, target, center, complete);
  const residualSd = n > p + 1 ? Math.sqrt(residual / (n - p - 1)) : Number.NaN;
  const filled = units.filter((unit) => Number.isNaN(target[unit] as number) && usable(unit));
  const values = Float64Array.from(target);
  const predictionSd = Float64Array.from(filled, (unit) => {
    values[unit] = predict(unit);
    const z = Float64Array.from(
      predictors,
      (column, k) => ((column[unit] as number) - (means[k] as number)) / (scales[k] as number),
    );
    const leverage = choleskySolve(lower, p, z).reduce(
      (sum, x, k) => sum + x * (z[k] as number),
      0,
    );
    return residualSd * Math.sqrt(1 + 1 / n + leverage);
  });
  return {
    values,
    coefficients: Float64Array.of(intercept, ...slopes),
    residualSd,
    rSquared: total > 0 ? 1 - residual / total : Number.NaN,
    complete: n,
    filled,
    predictionSd,
  };
}

function centerOf(column: ArrayLike<number>, units: readonly number[]): number {
  return units.reduce((sum, unit) => sum + (column[unit] as number), 0) / units.length;
}

function crossProduct(
  x: ArrayLike<number>,
  xCenter: number | undefined,
  y: ArrayLike<number>,
  yCenter: number | undefined,
  units: readonly number[],
): number {
  let sum = 0;
  for (const unit of units) {
    sum += ((x[unit] as number) - (xCenter ?? 0)) * ((y[unit] as number) - (yCenter ?? 0));
  }
  return sum;
}
