// Microdata: routing and missing answers

export { violenceCatalog } from "./catalog.js";
export type { DerivedViolence, ViolenceCounts, ViolenceOptions } from "./derive-violence.js";
export { deriveViolence } from "./derive-violence.js";
export type {
  AnswerCode,
  AnswerCodes,
  MissingAnswerPolicy,
  ViolenceDenominator,
  ViolencePeriod,
  ViolenceQuestionnaire,
  ViolentAct,
} from "./questionnaire.js";
export { MISSING_ANSWER_POLICIES } from "./questionnaire.js";
// Response of platforms and authorities, severity
export type { DarkFigure, PlatformAction, PlatformCounts, SeverityScale } from "./response.js";
export { darkFigure, platformActionRate, severityScore } from "./response.js";
// Studies beside each other
export type {
  NestedPrevalences,
  PooledPrevalence,
  PrevalenceStudy,
  StudyAspect,
} from "./studies.js";
export { checkNestedPrevalences, compareStudies, poolPrevalence } from "./studies.js";
