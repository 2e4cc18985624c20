// The sensitivity of an index

export type {
  FactorSensitivity,
  IndexEstimate,
  OutputSpec,
  SensitivityResult,
} from "./uncertainty/sensitivity-result.js";
export { sensitivityResult } from "./uncertainty/sensitivity-result.js";
export type { SensitivityOptions } from "./uncertainty/sensitivity-run.js";
export { sensitivity } from "./uncertainty/sensitivity-run.js";

// Where the variance of all ranks comes from

export type { DoubtSource, FactorGroups } from "./uncertainty/factor-groups.js";
export type {
  UnitVariance,
  VarianceSplit,
  VarianceSplitOptions,
} from "./uncertainty/variance-split.js";
export { varianceSplit, varianceSplitResult } from "./uncertainty/variance-split.js";

// Other ways to look at the factors of an index

export type {
  FactorMeasures,
  MomentIndependentMeasures,
  MomentIndependentOptions,
} from "./uncertainty/moment-independent.js";
export { momentIndependent, momentIndependentResult } from "./uncertainty/moment-independent.js";
export type {
  AlternativeOutput,
  OneAtATime,
  OneAtATimeOptions,
} from "./uncertainty/one-at-a-time.js";
export { oneAtATime } from "./uncertainty/one-at-a-time.js";
export type {
  FactorEffect,
  FactorScreening,
  ScreenFactorsOptions,
} from "./uncertainty/screen-factors.js";
export { factorScreeningResult, screenFactors } from "./uncertainty/screen-factors.js";

// Sobol' indices

export type { ExactIndices, FactorialTable } from "./uncertainty/indices/exact-indices.js";
export { exactIndices } from "./uncertainty/indices/exact-indices.js";
export type {
  SobolEstimator,
  SobolIndices,
  SobolOutputs,
} from "./uncertainty/indices/sobol-estimators.js";
export { sobolIndices, sobolPairs } from "./uncertainty/indices/sobol-estimators.js";

// Shapley effects

export type {
  LinearGaussian,
  LinearGaussianIndices,
} from "./uncertainty/indices/shapley.js";
export { linearGaussianIndices, shapleyValues } from "./uncertainty/indices/shapley.js";

// Screening, and measures from any sample

export type { GivenDataMeasures } from "./uncertainty/indices/given-data.js";
export { givenDataMeasures } from "./uncertainty/indices/given-data.js";
export type { MorrisDesign, MorrisEffects } from "./uncertainty/indices/morris.js";
export { morrisDesign, morrisEffects } from "./uncertainty/indices/morris.js";
