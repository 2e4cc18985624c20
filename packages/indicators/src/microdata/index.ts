// Indicators from survey microdata, with standard errors by design

export type { PovertyEstimateOptions, PovertyEstimates } from "./poverty-estimates.js";
export { multidimensionalPovertyEstimates } from "./poverty-estimates.js";
export type { ViolenceEstimateOptions, ViolenceEstimates } from "./violence-prevalence.js";
export { violencePrevalence } from "./violence-prevalence.js";
