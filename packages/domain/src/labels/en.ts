// The closed kinds, as in the other languages

export { en } from "./closed-en.js";

// All other kinds, in English only

export { actorLabels } from "./english/actors.js";
export { addedValueLabels } from "./english/added-values.js";
export { caseLabels } from "./english/cases.js";
export { conceptLabels } from "./english/concepts.js";
export { coreValueLabels } from "./english/core-values.js";
export { debateLabels } from "./english/debates.js";
export { disaggregationLabels } from "./english/disaggregation.js";
export { frameworkLabels } from "./english/frameworks.js";
export { guidingQuestionLabels } from "./english/guiding-questions.js";
export { issueAreaLabels } from "./english/issue-areas.js";
export { levelLabels } from "./english/levels.js";
export { measureLabels } from "./english/measures.js";
export { mechanismLabels } from "./english/mechanisms.js";
export { opportunityLabels } from "./english/opportunities.js";
export { populationGroupLabels } from "./english/population-groups.js";
export { strategyLabels } from "./english/strategies.js";
export { technologyLabels } from "./english/technologies.js";
export { theoryLabels } from "./english/theories.js";
export { threatCriterionLabels } from "./english/threat-criteria.js";
export { threatLabels } from "./english/threats.js";
