import type { Definition } from "../definitions/definition.js";
import type { IndicatorDefinition } from "../indicator-definition.js";
import type { Labels } from "../label.js";
import type { Source } from "../source.js";
import type { Anomaly, Claim, Mapping, Statistic } from "../vocabulary/evidence-types.js";
import type { ConceptKind } from "../vocabulary/kinds.js";
import type {
  Actor,
  Case,
  Concept,
  ConceptRecord,
  Debate,
  DisaggregationAxis,
  Framework,
  GuidingQuestion,
  IssueArea,
  Measure,
  Mechanism,
  Opportunity,
  PopulationGroup,
  Principle,
  Strategy,
  Technology,
  Threat,
} from "../vocabulary/record-types.js";

type Records<T> = Readonly<Record<string, T>>;

/** The record of each kind. */
export interface RecordOf {
  readonly dimension: ConceptRecord;
  readonly freedom: ConceptRecord;
  readonly "open-source-freedom": ConceptRecord;
  readonly principle: Principle;
  readonly "core-value": ConceptRecord;
  readonly "guiding-question": GuidingQuestion;
  readonly "threat-criterion": ConceptRecord;
  readonly strategy: Strategy;
  readonly "added-value": ConceptRecord;
  readonly "issue-area": IssueArea;
  readonly "population-group": PopulationGroup;
  readonly disaggregation: DisaggregationAxis;
  readonly level: ConceptRecord;
  readonly actor: Actor;
  readonly concept: Concept;
  readonly theory: ConceptRecord;
  readonly framework: Framework;
  readonly measure: Measure;
  readonly threat: Threat;
  readonly opportunity: Opportunity;
  readonly technology: Technology;
  readonly mechanism: Mechanism;
  readonly case: Case;
  readonly debate: Debate;
}

/**
 * The kinds that parts bring: name of the records among the parts, and the stem of the names of their labels
 * and definitions. Dimensions, freedoms and open source freedoms are in every model.
 */
export const partNames = {
  principle: ["principles", undefined],
  "core-value": ["coreValueIds", "coreValue"],
  "guiding-question": ["guidingQuestions", "guidingQuestion"],
  "threat-criterion": ["threatCriterionIds", "threatCriterion"],
  strategy: ["strategies", "strategy"],
  "added-value": ["addedValueIds", "addedValue"],
  "issue-area": ["issueAreas", "issueArea"],
  "population-group": ["populationGroups", "populationGroup"],
  disaggregation: ["disaggregation", "disaggregation"],
  level: ["levelIds", "level"],
  actor: ["actors", "actor"],
  concept: ["concepts", "concept"],
  theory: ["theories", "theory"],
  framework: ["frameworks", "framework"],
  measure: ["measures", "measure"],
  threat: ["threats", "threat"],
  opportunity: ["opportunities", "opportunity"],
  technology: ["technologies", "technology"],
  mechanism: ["mechanisms", "mechanism"],
  case: ["cases", "case"],
  debate: ["debates", "debate"],
} as const satisfies Partial<Record<ConceptKind, readonly [string, string | undefined]>>;

type OpenKind = keyof typeof partNames;
type NameOf<Kind extends OpenKind> = (typeof partNames)[Kind][0];
type StemOf<Kind extends OpenKind> = NonNullable<(typeof partNames)[Kind][1]>;

type RecordParts = {
  readonly [Kind in OpenKind as NameOf<Kind>]?: NameOf<Kind> extends `${string}Ids`
    ? readonly string[]
    : Records<RecordOf[Kind]>;
};
type LabelParts = {
  readonly [Stem in StemOf<OpenKind> as `${Stem}Labels`]?: Records<string>;
};
type DefinitionParts = {
  readonly [Stem in StemOf<OpenKind> as `${Stem}Definitions`]?: Records<Definition>;
};

/**
 * The parts of a model, named as they are exported: `createModel({ threats, measures, threatLabels })`. Every
 * part may be left out; what is not given is not in the model.
 */
export interface ModelParts extends RecordParts, LabelParts, DefinitionParts {
  /** English labels of dimensions, freedoms, open source freedoms and principles. */
  readonly en?: Labels;
  /** Labels of the same in other languages. */
  readonly translations?: readonly Labels[];
  /** Definitions of the same. */
  readonly definitions?: Records<Definition>;
  readonly indicators?: readonly IndicatorDefinition[];
  readonly claims?: readonly Claim[];
  readonly statistics?: readonly Statistic[];
  readonly anomalies?: readonly Anomaly[];
  readonly sources?: readonly Source[];
  readonly mappings?: readonly Mapping[];
}
