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
