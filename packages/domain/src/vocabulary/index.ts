// Kinds and references

export type { ConceptKind, Reference } from "./kinds.js";
export { conceptKinds } from "./kinds.js";
export type {
  Actor,
  ActorRole,
  ActorType,
  AxisCondition,
  Case,
  Concept,
  ConceptRecord,
  Debate,
  DigitalPublicGoodStatus,
  DisaggregationAxis,
  Framework,
  GuidingQuestion,
  IssueArea,
  Loop,
  Measure,
  Mechanism,
  Opportunity,
  PopulationGroup,
  Principle,
  Strategy,
  Technology,
  TechnologyNature,
  Threat,
  ThreatCategory,
  ThreatRelation,
} from "./record-types.js";
export { parseReference, referenceTo } from "./reference.js";

// The approach

export type { AddedValueId } from "./added-values.js";
export { addedValueIds } from "./added-values.js";
export type { CoreValueId } from "./core-values.js";
export { coreValueIds } from "./core-values.js";
export type { GuidingQuestionId } from "./guiding-questions.js";
export { guidingQuestionIds, guidingQuestions } from "./guiding-questions.js";
export type { IssueAreaId } from "./issue-areas.js";
export { issueAreaIds, issueAreas } from "./issue-areas.js";
export type { LevelId } from "./levels.js";
export { levelIds } from "./levels.js";
export { principles } from "./principles.js";
export type { StrategyId } from "./strategies.js";
export { strategies, strategyIds } from "./strategies.js";
export type { ThreatCriterionId } from "./threat-criteria.js";
export { threatCriterionIds } from "./threat-criteria.js";

// For whom

export type { DisaggregationId } from "./disaggregation.js";
export { disaggregation, disaggregationIds } from "./disaggregation.js";
export type { PopulationGroupId } from "./population-groups.js";
export { populationGroupIds, populationGroups } from "./population-groups.js";

// From what

export type { MechanismId } from "./mechanisms.js";
export { mechanismIds, mechanisms } from "./mechanisms.js";
export type { ThreatId } from "./threats/index.js";
export { threatIds, threats } from "./threats/index.js";

// By what means

export type { ActorId } from "./actors.js";
export { actorIds, actors } from "./actors.js";
export type { MeasureId } from "./measures.js";
export { measureIds, measures } from "./measures.js";
export type { OpportunityId } from "./opportunities.js";
export { opportunities, opportunityIds } from "./opportunities.js";
export type { TechnologyId } from "./technologies.js";
export { technologies, technologyIds } from "./technologies.js";

// Ideas and examples

export type { CaseId } from "./cases.js";
export { caseIds, cases } from "./cases.js";
export type { ConceptId } from "./concepts.js";
export { conceptIds, concepts } from "./concepts.js";
export type { DebateId } from "./debates.js";
export { debateIds, debates } from "./debates.js";
export type { FrameworkId } from "./frameworks.js";
export { frameworkIds, frameworks } from "./frameworks.js";
export type { TheoryId } from "./theories.js";
export { theories, theoryIds } from "./theories.js";
