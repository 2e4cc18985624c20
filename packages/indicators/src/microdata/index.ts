// Indicators from survey microdata, with standard errors by design

export type { PovertyEstimateOptions, PovertyEstimates } from "./poverty-estimates.js";
export { multidimensionalPovertyEstimates } from "./poverty-estimates.js";
export type { ShareEstimation } from "./shares.js";
// Online violence: who met it
export type { ActPair, CoOccurrence, CoOccurrenceOptions } from "./violence-co-occurrence.js";
export { violenceCoOccurrence } from "./violence-co-occurrence.js";
export type { ViolenceContrast, ViolenceContrastOptions } from "./violence-contrast.js";
export { violenceContrast } from "./violence-contrast.js";
// Online violence: who did it, where, what followed
export type {
  ChillingEffect,
  FollowUpEstimateOptions,
  FollowUpEstimates,
} from "./violence-follow-up.js";
export { chillingEffect, violenceFollowUp } from "./violence-follow-up.js";
export type { ViolenceFrequency, ViolenceSeverity } from "./violence-frequency.js";
export { violenceFrequency, violenceSeverity } from "./violence-frequency.js";
export type { ViolenceEstimateOptions, ViolenceEstimates } from "./violence-prevalence.js";
export { violencePrevalence } from "./violence-prevalence.js";
export type {
  ReportingOptions,
  ReportingQuestions,
  ViolenceReporting,
  YesNoQuestion,
} from "./violence-reporting.js";
export { violenceReporting } from "./violence-reporting.js";
