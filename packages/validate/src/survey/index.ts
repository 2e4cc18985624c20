export { checkSurvey, type SurveyCheck, startSurveyCheck } from "./check-survey.js";
export type { FindIdentifiersOptions } from "./identifiers.js";
export { findIdentifiers } from "./identifiers.js";
export { surveyCatalog } from "./survey-catalog.js";
export type { SurveyQuestion, SurveySpec } from "./survey-spec.js";
