import type {
  AggregateMethod,
  CustomName,
  ImputeMethod,
  NormalizeMethod,
  TreatFunction,
} from "./methodology.js";
import type { WeightingMethod } from "./weighting-options.js";

/** The methods of normalization, as they are spelled. */
export const NORMALIZE_METHODS = [
  "goalposts",
  "min-max",
  "z-score",
  "percentile-rank",
  "rank",
  "borda",
  "distance-to-target",
  "distance-to-reference",
  "fraction-of-max",
  "above-mean",
  "percentile-scale",
  "categories",
  "none",
] as const satisfies readonly Exclude<NormalizeMethod, CustomName>[];

/** The methods of imputation, as they are spelled. */
export const IMPUTE_METHODS = [
  "none",
  "mean",
  "median",
  "unit-mean",
  "unit-median",
  "regression",
  "nearest",
  "em",
  "multiple",
] as const satisfies readonly ImputeMethod[];

/** The functions of treatment, as they are spelled. */
export const TREAT_FUNCTIONS = [
  "none",
  "winsorize",
  "log-ct",
  "log-ct-orig",
  "log-ct-plus",
  "log-gii",
  "box-cox",
] as const satisfies readonly Exclude<TreatFunction, CustomName>[];

/** The methods of aggregation, as they are spelled. */
export const AGGREGATE_METHODS = [
  "arithmetic",
  "geometric",
  "harmonic",
  "generalized",
  "median",
  "minimum",
  "mean-min",
  "mazziotta-pareto",
  "owa",
  "wroclaw",
  "copeland",
  "benefit-of-the-doubt",
] as const satisfies readonly AggregateMethod[];

/** The methods of weighting, as they are spelled. */
export const WEIGHTING_METHODS = [
  "given",
  "equal",
  "pca",
  "factor",
  "entropy",
  "critic",
  "regression",
  "balance",
  "information",
  "ahp",
  "budget",
] as const satisfies readonly WeightingMethod[];
