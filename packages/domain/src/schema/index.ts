// Data

export { expressionSchema } from "./expression.js";
export { findingSchema } from "./finding.js";
export { indicatorDefinitionSchema } from "./indicator-definition.js";
export { intervalSchema, observationSchema } from "./observation.js";
export { sourceSchema } from "./source.js";
export { areaIdSchema, periodSchema } from "./text-forms.js";

// Vocabulary

export {
  anomalySchema,
  claimSchema,
  definitionSchema,
  mappingSchema,
  mappingSchemeSchema,
  statisticSchema,
} from "./evidence.js";
export { packSchema } from "./pack.js";
export {
  actorSchema,
  caseSchema,
  conceptRecordSchema,
  conceptSchema,
  debateSchema,
  disaggregationSchema,
  frameworkSchema,
  guidingQuestionSchema,
  issueAreaSchema,
  measureSchema,
  mechanismSchema,
  opportunitySchema,
  populationGroupSchema,
  principleSchema,
  strategySchema,
  technologySchema,
  threatSchema,
} from "./vocabulary.js";

// Assessments

export { threatAssessmentSchema } from "./assessment.js";

// JSON Schema

export type { JsonSchema } from "./json-schema.js";
export { jsonSchemas } from "./json-schema.js";
