// Assessments

export type { AssessmentContext } from "./assessment-template.js";
export { assessmentTemplate } from "./assessment-template.js";
export type {
  ActorPart,
  CommunityDimension,
  CommunityThreshold,
  Confidence,
  Evidence,
  GroupAssessment,
  MeasurePart,
  Rating,
  Statement,
  ThreatAssessment,
} from "./threat-assessment.js";

// Scales

export type { RatingLevel, RatingScale } from "./rating-scales.js";
export { ratingScales } from "./rating-scales.js";

// Check and export

export type { AssessmentRow } from "./assessment-rows.js";
export { assessmentRows } from "./assessment-rows.js";
export { checkAssessment } from "./check-assessment.js";
