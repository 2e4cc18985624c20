// Sums and means
export { lag1Autocorrelation } from "./autocorrelation.js";
export { statsCatalog } from "./catalog.js";
// Correlation
export type { CorrelationMethod } from "./correlation.js";
export { kendall, pearson, spearman } from "./correlation.js";
export type { CorrelationMatrix } from "./correlation-matrix.js";
export { correlationMatrix } from "./correlation-matrix.js";
export { mean, weightedMean } from "./mean.js";
// Moments
export type { Moments, MomentsState, WeightedChunk } from "./moments.js";
export { moments, weightedMoments } from "./moments.js";
export { generalizedMean, geometricMean, harmonicMean } from "./power-mean.js";
// Missing values
export { completePairs, present } from "./present.js";
// Quantiles and ranks
export type { QuantileType, WeightedQuantileType } from "./quantile.js";
export { median, quantile, quantileOfSorted, quantiles, weightedQuantile } from "./quantile.js";
export type { RankOptions, TieRule } from "./rank.js";
export { rankInto, ranks } from "./rank.js";
export type { ShapeType } from "./shape.js";
export { kurtosis, skewness } from "./shape.js";
export type { SortWorkspace } from "./sort-order.js";
export { sortOrder, sortWorkspace } from "./sort-order.js";
export { cumulativeSum, dot, sum } from "./sum.js";
export type { WeightKind } from "./variance.js";
export {
  standardDeviation,
  variance,
  weightedStandardDeviation,
  weightedVariance,
} from "./variance.js";
