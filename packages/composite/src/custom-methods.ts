import type { CustomMean, CustomScores } from "./kernels/plan.js";
import type { CustomName } from "./methodology.js";

/**
 * An imputation of your own.
 *
 * @param target - the column with gaps (NaN), over the units of the index in the order of their codes.
 * @param others - the columns of the leaf's predictors.
 * @returns the column with its gaps filled; values that were present are not taken from it.
 */
export type CustomImputation = (
  target: Float64Array,
  others: readonly Float64Array[],
) => ArrayLike<number>;

/**
 * A treatment of outliers of your own.
 *
 * @param values - a copy of the column, over the units of the index in the order of their codes; NaN is missing.
 * @returns the column treated; what was missing stays missing.
 */
export type CustomTreatment = (values: Float64Array) => ArrayLike<number>;

/**
 * A weighting of your own.
 *
 * @param scores - of the children of a group by id, for the units that have all of them.
 * @returns weights by id, relative, none below zero.
 */
export type CustomWeighting = (
  scores: Readonly<Record<string, Float64Array>>,
) => Readonly<Record<string, number>>;

/** Methods of your own, by the names under which a methodology asks for them. */
export interface CustomMethods {
  readonly impute?: Readonly<Record<CustomName, CustomImputation>>;
  readonly treat?: Readonly<Record<CustomName, CustomTreatment>>;
  readonly normalize?: Readonly<Record<CustomName, CustomScores>>;
  readonly weight?: Readonly<Record<CustomName, CustomWeighting>>;
  readonly aggregate?: Readonly<Record<CustomName, CustomMean>>;
}
