import type { CustomMean } from "./kernels/plan.js";
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

/** Methods of your own, by the names under which a methodology asks for them. */
export interface CustomMethods {
  readonly aggregate?: Readonly<Record<CustomName, CustomMean>>;
  readonly impute?: Readonly<Record<CustomName, CustomImputation>>;
}
