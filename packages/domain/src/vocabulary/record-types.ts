import type { DimensionId, FreedomId, OpenSourceFreedomId } from "../ids.js";
import type { ConceptKind, Reference } from "./kinds.js";

/**
 * What every concept may say of itself. Labels, definitions and citations stand apart, so that an app
 * that needs ids and relations does not carry sentences.
 */
export interface ConceptRecord {
  /** Concepts that a reader should see beside this one. Ours unless a definition says otherwise. */
  readonly related?: readonly Reference[];
  /** No longer to be used. An id is never used again for something else. */
  readonly deprecated?: { readonly since: string; readonly replacedBy?: string };
}

/** A principle of the approach, and the strategies that put it into practice. */
export interface Principle extends ConceptRecord {
  readonly informs?: readonly ("protection" | "empowerment")[];
}

/** A question that a human security analysis answers, and the kinds of concept that answer it. */
export interface GuidingQuestion extends ConceptRecord {
  readonly answeredBy: readonly ConceptKind[];
}

/** A way of answering threats. */
export interface Strategy extends ConceptRecord {
  readonly direction: "top-down" | "bottom-up";
}

/** A field of practice to which the approach is applied. */
export interface IssueArea<ThreatIds extends string = string> extends ConceptRecord {
  /** "Hard" security: arms, terror, attacks on networks. */
  readonly hard?: true;
  /** Threats that it deals with. Our reading. */
  readonly threats?: readonly ThreatIds[];
}

/** A condition on one axis of breakdown. Several values are alternatives. */
export type AxisCondition =
  | { readonly axis: string; readonly in: readonly string[] }
  /** Whole years, both ends included; an end that is left out is open. */
  | { readonly axis: "age"; readonly from?: number; readonly to?: number };

/** A group of people. */
export interface PopulationGroup<Ids extends string = string> extends ConceptRecord {
  readonly broader?: Ids;
  /**
   * How the group is found in disaggregated data: all conditions hold. Our reading; absent where no axis
   * tells who belongs to the group.
   */
  readonly where?: readonly AxisCondition[];
  /** Membership depends on the area: a group of areas such as the least developed countries. */
  readonly areaGroup?: string;
  /** The conditions find a neighbouring group rather than this one. */
  readonly approximate?: true;
}

/** An axis along which threats are felt differently. */
export interface DisaggregationAxis extends ConceptRecord {
  /** Key in `breakdownAxes`, where values are broken down by it. */
  readonly axis?: string;
}

/** What an actor is. */
export type ActorType =
  | "state"
  | "state-coalition"
  | "regional"
  | "un"
  | "commission"
  | "financial-institution"
  | "intergovernmental"
  | "civil-society"
  | "private"
  | "academic"
  | "multi-stakeholder"
  | "armed-or-criminal"
  | "people";

/** What an actor does. One actor may provide security and be a threat: a state can be both. */
export type ActorRole =
  | "provider"
  | "perpetrator"
  | "funder"
  | "data-source"
  | "standard-setter"
  | "advocate"
  | "researcher"
  | "technology-supplier"
  | "affected";

/** Someone who provides, endangers, funds or measures security. */
export interface Actor<Ids extends string = string> extends ConceptRecord {
  readonly type: ActorType;
  readonly roles: readonly ActorRole[];
  readonly broader?: Ids;
}

/** An idea that the literature uses. */
export interface Concept<Ids extends string = string> extends ConceptRecord {
  readonly broader?: Ids;
}

/** A document, agenda or programme. */
export interface Framework extends ConceptRecord {
  readonly year?: number;
  /** Id of the source that is the document itself. */
  readonly source?: string;
}

/** Something done against threats. */
export interface Measure<
  Ids extends string = string,
  ThreatIds extends string = string,
  ActorIds extends string = string,
  LevelIds extends string = string,
> extends ConceptRecord {
  readonly broader?: Ids;
  readonly strategies: readonly ("protection" | "empowerment")[];
  /** Threats that it is meant to reduce; narrower threats are included. Our reading unless stated. */
  readonly mitigates: readonly ThreatIds[];
  readonly carriedOutBy?: readonly ActorIds[];
  readonly levels?: readonly LevelIds[];
  /** Which of these relations the founding texts state. The others are our reading. */
  readonly stated?: readonly ("mitigates" | "carriedOutBy" | "levels")[];
}

/** What kind of harm a threat is. */
export type ThreatCategory =
  | "deprivation"
  | "economic-shock"
  | "health"
  | "environmental"
  | "violence"
  | "crime"
  | "rights"
  | "discrimination"
  | "displacement"
  | "cohesion"
  | "governance"
  | "digital-attack"
  | "digital-surveillance"
  | "digital-exclusion"
  | "digital-governance";

/** A relation of a threat to something else. */
export type ThreatRelation = "broader" | "affects" | "undermines" | "fallsOn" | "perpetratedBy";

/** Something that endangers people. */
export interface Threat<
  Ids extends string = string,
  GroupIds extends string = string,
  ActorIds extends string = string,
> extends ConceptRecord {
  readonly category: ThreatCategory;
  readonly broader?: Ids;
  /** It works through digital technology. Narrower threats of a digital threat are digital. */
  readonly digital?: true;
  /** Dimensions that it strikes directly. */
  readonly affects: readonly DimensionId[];
  /** Dimensions that it reaches through what it does to others. */
  readonly affectsIndirectly?: readonly DimensionId[];
  readonly undermines: readonly FreedomId[];
  /** Groups on which it falls hardest; none means that the texts single out nobody. */
  readonly fallsOn?: readonly GroupIds[];
  readonly perpetratedBy?: readonly ActorIds[];
  /** Which relations the founding texts state. The others are our reading. */
  readonly stated?: readonly ThreatRelation[];
}

/** Something good that may come of a development. */
export interface Opportunity<TechnologyIds extends string = string> extends ConceptRecord {
  readonly benefits: readonly DimensionId[];
  readonly through?: readonly TechnologyIds[];
}

/** What a technology is. */
export type TechnologyNature =
  | "software"
  | "service"
  | "data"
  | "organization"
  | "class"
  | "practice"
  | "agent";

/** What is known of an entry in the registry of the Digital Public Goods Alliance. */
export interface DigitalPublicGoodStatus {
  readonly status: "registered" | "not-registered" | "not-eligible" | "unknown";
  /** Day on which the evidence was looked at. The registry reviews its entries every year. */
  readonly asOf: string;
  readonly evidence?: string;
  /** `false`: from memory, to be checked. */
  readonly verified: boolean;
}

/** A tool, a service, a body of data, or a class of them. */
export interface Technology<Ids extends string = string, MeasureIds extends string = string>
  extends ConceptRecord {
  readonly nature: TechnologyNature;
  readonly broader?: Ids;
  readonly safeguards?: readonly DimensionId[];
  readonly endangers?: readonly DimensionId[];
  /** Freedoms that its licence grants; absent where it is no software or the licences differ. */
  readonly grants?: readonly OpenSourceFreedomId[];
  readonly digitalPublicGood?: DigitalPublicGoodStatus;
  readonly implements?: readonly MeasureIds[];
  /** The founding texts list it as open source, and it is not. */
  readonly disputed?: true;
}

/** How a mechanism runs. */
export type Loop = "virtuous" | "vicious" | "mutual" | "cascade" | "amplification" | "two-sided";

/** A chain or loop of causes that the texts describe as a whole. */
export interface Mechanism extends ConceptRecord {
  readonly loop: Loop;
  /** What takes part, in the order in which the text goes through it. */
  readonly steps: readonly Reference[];
}

/** A place or event that the texts take as an example. */
export interface Case<ThreatIds extends string = string> extends ConceptRecord {
  /** ISO 3166-1 alpha-3 codes; none for a region without fixed members. */
  readonly areas?: readonly string[];
  /** The region in words. */
  readonly region?: string;
  readonly threats?: readonly ThreatIds[];
}

/** A question on which the literature differs, and what it is about. */
export interface Debate extends ConceptRecord {
  readonly about?: readonly Reference[];
}
