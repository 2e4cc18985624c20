import * as defined from "@vitalcore/domain/definitions";
import { dimensionIds, freedomIds, openSourceFreedomIds } from "@vitalcore/domain/ids";
import * as english from "@vitalcore/domain/labels/en";
import type { ConceptKind } from "@vitalcore/domain/vocabulary";
import * as held from "@vitalcore/domain/vocabulary";

/** All that the vocabulary says about the concepts of a kind. */
export interface KindTable {
  readonly kind: ConceptKind;
  /** The kind in the plural, as a title. */
  readonly title: string;
  readonly ids: readonly string[];
  /** English labels; absent for the closed kinds, whose labels are in six languages. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly definitions: Readonly<Record<string, defined.Definition>>;
  /** Relations and facts by id; absent where the kind has none. */
  readonly records?: Readonly<Record<string, object>>;
}

/** The tables of all kinds, in the order of `conceptKinds`. */
export function kindTables(): readonly KindTable[] {
  const { definitions } = defined;
  return [
    { kind: "dimension", title: "Dimensions", ids: dimensionIds, definitions },
    { kind: "freedom", title: "Freedoms", ids: freedomIds, definitions },
    {
      kind: "open-source-freedom",
      title: "Freedoms of open source software",
      ids: openSourceFreedomIds,
      definitions,
    },
    {
      kind: "principle",
      title: "Principles",
      ids: Object.keys(held.principles),
      definitions,
      records: held.principles,
    },
    {
      kind: "core-value",
      title: "Core values",
      ids: held.coreValueIds,
      labels: english.coreValueLabels,
      definitions: defined.coreValueDefinitions,
    },
    {
      kind: "guiding-question",
      title: "Guiding questions",
      ids: held.guidingQuestionIds,
      labels: english.guidingQuestionLabels,
      definitions: defined.guidingQuestionDefinitions,
      records: held.guidingQuestions,
    },
    {
      kind: "threat-criterion",
      title: "Criteria of threats",
      ids: held.threatCriterionIds,
      labels: english.threatCriterionLabels,
      definitions: defined.threatCriterionDefinitions,
    },
    {
      kind: "strategy",
      title: "Strategies",
      ids: held.strategyIds,
      labels: english.strategyLabels,
      definitions: defined.strategyDefinitions,
      records: held.strategies,
    },
    {
      kind: "added-value",
      title: "Added values of the approach",
      ids: held.addedValueIds,
      labels: english.addedValueLabels,
      definitions: defined.addedValueDefinitions,
    },
    {
      kind: "issue-area",
      title: "Issue areas",
      ids: held.issueAreaIds,
      labels: english.issueAreaLabels,
      definitions: defined.issueAreaDefinitions,
      records: held.issueAreas,
    },
    {
      kind: "population-group",
      title: "Population groups",
      ids: held.populationGroupIds,
      labels: english.populationGroupLabels,
      definitions: defined.populationGroupDefinitions,
      records: held.populationGroups,
    },
    {
      kind: "disaggregation",
      title: "Axes of disaggregation",
      ids: held.disaggregationIds,
      labels: english.disaggregationLabels,
      definitions: defined.disaggregationDefinitions,
      records: held.disaggregation,
    },
    {
      kind: "level",
      title: "Levels",
      ids: held.levelIds,
      labels: english.levelLabels,
      definitions: defined.levelDefinitions,
    },
    {
      kind: "actor",
      title: "Actors",
      ids: held.actorIds,
      labels: english.actorLabels,
      definitions: defined.actorDefinitions,
      records: held.actors,
    },
    {
      kind: "concept",
      title: "Concepts",
      ids: held.conceptIds,
      labels: english.conceptLabels,
      definitions: defined.conceptDefinitions,
      records: held.concepts,
    },
    {
      kind: "theory",
      title: "Theories",
      ids: held.theoryIds,
      labels: english.theoryLabels,
      definitions: defined.theoryDefinitions,
      records: held.theories,
    },
    {
      kind: "framework",
      title: "Frameworks",
      ids: held.frameworkIds,
      labels: english.frameworkLabels,
      definitions: defined.frameworkDefinitions,
      records: held.frameworks,
    },
    {
      kind: "measure",
      title: "Measures",
      ids: held.measureIds,
      labels: english.measureLabels,
      definitions: defined.measureDefinitions,
      records: held.measures,
    },
    {
      kind: "threat",
      title: "Threats",
      ids: held.threatIds,
      labels: english.threatLabels,
      definitions: defined.threatDefinitions,
      records: held.threats,
    },
    {
      kind: "opportunity",
      title: "Opportunities",
      ids: held.opportunityIds,
      labels: english.opportunityLabels,
      definitions: defined.opportunityDefinitions,
      records: held.opportunities,
    },
    {
      kind: "technology",
      title: "Technologies",
      ids: held.technologyIds,
      labels: english.technologyLabels,
      definitions: defined.technologyDefinitions,
      records: held.technologies,
    },
    {
      kind: "mechanism",
      title: "Mechanisms",
      ids: held.mechanismIds,
      labels: english.mechanismLabels,
      definitions: defined.mechanismDefinitions,
      records: held.mechanisms,
    },
    {
      kind: "case",
      title: "Cases",
      ids: held.caseIds,
      labels: english.caseLabels,
      definitions: defined.caseDefinitions,
      records: held.cases,
    },
    {
      kind: "debate",
      title: "Debates",
      ids: held.debateIds,
      labels: english.debateLabels,
      definitions: defined.debateDefinitions,
      records: held.debates,
    },
  ];
}

/** The kind of the concepts that a field of a record names by their ids. */
export const KIND_OF_RELATION: Readonly<Record<string, ConceptKind>> = {
  affects: "dimension",
  affectsIndirectly: "dimension",
  benefits: "dimension",
  carriedOutBy: "actor",
  endangers: "dimension",
  fallsOn: "population-group",
  grants: "open-source-freedom",
  implements: "measure",
  informs: "strategy",
  levels: "level",
  mitigates: "threat",
  perpetratedBy: "actor",
  safeguards: "dimension",
  strategies: "strategy",
  threats: "threat",
  through: "technology",
  undermines: "freedom",
};

/** Fields of a record that name concepts with their kinds. */
export const REFERENCES: readonly string[] = ["about", "steps"];
