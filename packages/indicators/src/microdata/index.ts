// Indicators from survey microdata, with standard errors by design

// Who is in the estimate
export { microdataCatalog } from "./catalog.js";
export type { UniverseColumns } from "./check-universe.js";
export { checkUniverse } from "./check-universe.js";
// Connectivity
export type {
  Barrier,
  ConnectivityEstimateId,
  ConnectivityEstimates,
  ConnectivityTraits,
  OfflineByBarrier,
} from "./connectivity-estimates.js";
export { connectivityEstimates, offlineByBarrier } from "./connectivity-estimates.js";
// Poverty, inequality, food
export type {
  FoodInsecurityEstimateOptions,
  FoodInsecurityEstimates,
} from "./food-insecurity-estimates.js";
export { foodInsecurityEstimates } from "./food-insecurity-estimates.js";
export type { Bounded, GroupGapEstimate } from "./group-gap.js";
export { groupGapEstimate } from "./group-gap.js";
export type {
  IncomePovertyEstimateOptions,
  IncomePovertyEstimates,
} from "./income-poverty-estimates.js";
export { incomePovertyEstimates } from "./income-poverty-estimates.js";
export type { InequalityEstimateOptions, InequalityEstimates } from "./inequality-estimates.js";
export { inequalityEstimates } from "./inequality-estimates.js";
export type { ItemScaleEstimateOptions, ItemScaleEstimates } from "./item-scale-estimates.js";
export { itemScaleEstimates } from "./item-scale-estimates.js";
// Observations of estimates
export type { BreakdownAxis, ObserveEstimatesOptions } from "./observe-estimates.js";
export { observeEstimates } from "./observe-estimates.js";
export type { PovertyEstimateOptions, PovertyEstimates } from "./poverty-estimates.js";
export { multidimensionalPovertyEstimates } from "./poverty-estimates.js";
export type { PovertyGapEstimates } from "./poverty-gap-estimates.js";
export { povertyGapEstimates } from "./poverty-gap-estimates.js";
export type {
  PovertyTransitionEstimates,
  PovertyTransitionOptions,
} from "./poverty-transition-estimates.js";
export { povertyTransitionEstimates } from "./poverty-transition-estimates.js";
export type { ShareEstimation } from "./shares.js";
export type { Trait } from "./traits.js";
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
