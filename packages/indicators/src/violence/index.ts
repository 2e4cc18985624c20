// Microdata: routing and missing answers

export { violenceCatalog } from "./catalog.js";
// Studies beside each other
export type { PrevalenceStudy, StudyAspect } from "./compare-studies.js";
export { compareStudies } from "./compare-studies.js";
export type { DerivedViolence, ViolenceCounts, ViolenceOptions } from "./derive-violence.js";
export { deriveViolence } from "./derive-violence.js";
export type {
  AskedAfter,
  DerivedFollowUp,
  FollowUpCounts,
  FollowUpOptions,
  FollowUpQuestion,
  FollowUpUniverse,
  SeveralAnswersQuestion,
  SingleAnswerQuestion,
} from "./follow-up.js";
export { deriveFollowUp } from "./follow-up.js";
export type { DerivedFrequency, FrequencyOptions } from "./frequency.js";
export { deriveFrequency } from "./frequency.js";
export type { NestedPrevalences } from "./nested-prevalences.js";
export { checkNestedPrevalences } from "./nested-prevalences.js";
export type { PooledPrevalence, PoolOptions } from "./pool-prevalence.js";
export { poolPrevalence } from "./pool-prevalence.js";
export type { EstimatedPrevalence, PrevalenceRatio } from "./prevalence-ratio.js";
export { prevalenceRatio } from "./prevalence-ratio.js";
export type {
  AnswerCode,
  AnswerCodes,
  FrequencyAnswers,
  MissingAnswerPolicy,
  OtherRecall,
  ViolenceDenominator,
  ViolencePeriod,
  ViolenceQuestionnaire,
  ViolentAct,
} from "./questionnaire.js";
export { MISSING_ANSWER_POLICIES } from "./questionnaire.js";
// Response of platforms and authorities, severity
export type { DarkFigure, PlatformAction, PlatformCounts, SeverityScale } from "./response.js";
export { darkFigure, platformActionRate, severityScore } from "./response.js";
