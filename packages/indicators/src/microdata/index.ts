// Indicators from survey microdata, with standard errors by design

export type {
  FoodInsecurityEstimateOptions,
  FoodInsecurityEstimates,
} from "./food-insecurity-estimates.js";
export { foodInsecurityEstimates } from "./food-insecurity-estimates.js";
export type {
  IncomePovertyEstimateOptions,
  IncomePovertyEstimates,
} from "./income-poverty-estimates.js";
export { incomePovertyEstimates } from "./income-poverty-estimates.js";
export type { InequalityEstimateOptions, InequalityEstimates } from "./inequality-estimates.js";
export { inequalityEstimates } from "./inequality-estimates.js";
export type { ItemScaleEstimateOptions, ItemScaleEstimates } from "./item-scale-estimates.js";
export { itemScaleEstimates } from "./item-scale-estimates.js";
export type { PovertyEstimateOptions, PovertyEstimates } from "./poverty-estimates.js";
export { multidimensionalPovertyEstimates } from "./poverty-estimates.js";
export type {
  PovertyTransitionEstimates,
  PovertyTransitionOptions,
} from "./poverty-transition-estimates.js";
export { povertyTransitionEstimates } from "./poverty-transition-estimates.js";
export type { ViolenceEstimateOptions, ViolenceEstimates } from "./violence-prevalence.js";
export { violencePrevalence } from "./violence-prevalence.js";
