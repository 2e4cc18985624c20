export type { Definition } from "./definition.js";

// The approach

export { addedValueDefinitions } from "./added-values.js";
export { definitions } from "./approach.js";
export { coreValueDefinitions } from "./core-values.js";
export { guidingQuestionDefinitions } from "./guiding-questions.js";
export { issueAreaDefinitions } from "./issue-areas.js";
export { levelDefinitions } from "./levels.js";
export { strategyDefinitions } from "./strategies.js";
export { threatCriterionDefinitions } from "./threat-criteria.js";

// For whom, from what, by what means

export { actorDefinitions } from "./actors.js";
export { disaggregationDefinitions } from "./disaggregation.js";
export { measureDefinitions } from "./measures.js";
export { mechanismDefinitions } from "./mechanisms.js";
export { opportunityDefinitions } from "./opportunities.js";
export { populationGroupDefinitions } from "./population-groups.js";
export { technologyDefinitions } from "./technologies.js";
export { threatDefinitions } from "./threats/index.js";

// Ideas and examples

export { caseDefinitions } from "./cases.js";
export { conceptDefinitions } from "./concepts.js";
export { debateDefinitions } from "./debates.js";
export { frameworkDefinitions } from "./frameworks.js";
export { theoryDefinitions } from "./theories.js";
