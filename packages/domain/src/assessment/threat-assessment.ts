import type { ThreatCriterionId } from "../vocabulary/threat-criteria.js";

/** How sure the assessor is. */
export type Confidence = "low" | "medium" | "high";

/** Something on which a statement rests. Statements name it by its id. */
export interface Evidence {
  readonly id: string;
  readonly kind: "observation" | "source" | "testimony" | "consultation" | "own-observation";
  /** What it says, without anything that identifies a person. */
  readonly text: string;
  /** Key of an observation, or id of a source. */
  readonly reference?: string;
  /** Day, month or year (ISO 8601). */
  readonly date?: string;
}

/** The judgement on one criterion. */
export interface Rating {
  /** A level of the scale; `null` as long as nobody has judged. */
  readonly value: number | string | null;
  readonly confidence?: Confidence;
  /** Ids of evidence. */
  readonly evidence?: readonly string[];
  readonly note?: string;
}

/** A statement in words with what it rests on. */
export interface Statement {
  readonly text: string;
  readonly evidence?: readonly string[];
}

/** What a group, or a government, needs, where it is exposed, and what it can do (UNTFHS 2015). */
export interface GroupAssessment {
  /** Id of a population group, or words of the community's own under `label`. */
  readonly group?: string;
  readonly label?: string;
  readonly needs: readonly Statement[];
  readonly vulnerabilities: readonly Statement[];
  readonly capacities: readonly Statement[];
  readonly note?: string;
}

/** An actor and its part: one actor may be named as provider and as threat. */
export interface ActorPart {
  readonly actor?: string;
  readonly label?: string;
  readonly note?: string;
  readonly evidence?: readonly string[];
}

/** Something that is done, or could be done. */
export interface MeasurePart {
  readonly measure?: string;
  readonly label?: string;
  readonly strategies: readonly ("protection" | "empowerment")[];
  readonly state: "in-place" | "planned" | "missing" | "not-judged";
  /** Ids of actors. */
  readonly by?: readonly string[];
  readonly note?: string;
  readonly evidence?: readonly string[];
}

/** A dimension of security that the community names beside the seven. */
export interface CommunityDimension {
  readonly label: string;
  readonly definition: string;
  /** Who named it, and how they were asked. */
  readonly definedBy: string;
}

/** The point at which, for the community, a matter becomes critical. */
export interface CommunityThreshold {
  /** What is watched, in words. */
  readonly what: string;
  readonly threshold: string;
  /** Id of an indicator with value and unit, where it can be measured. */
  readonly indicator?: string;
  readonly value?: number;
  readonly unit?: string;
  readonly definedBy: string;
}

/**
 * The assessment of one threat in one context, by the three guiding questions. Plain JSON: stored, reviewed
 * and compared like any other document. Ratings are judgements of the assessor; none ships with the library.
 */
export interface ThreatAssessment {
  readonly kind: "ThreatAssessment";
  readonly version: 1;
  readonly title: string;
  /** Id of a threat. */
  readonly threat: string;
  readonly context: {
    /** As in observations: ISO 3166-1 alpha-3, or another scheme with its prefix. */
    readonly area: string;
    readonly period: string;
    readonly description?: string;
  };
  /** Security for whom? */
  readonly forWhom: {
    readonly groups: readonly GroupAssessment[];
    /** The same three things for those who govern. */
    readonly government?: Omit<GroupAssessment, "group" | "label">;
  };
  /** Security from what? */
  readonly fromWhat: {
    readonly ratings: Readonly<Partial<Record<ThreatCriterionId, Rating>>>;
    /** Who names it a threat: the people concerned, or the assessor. */
    readonly namedBy?: string;
    readonly perpetrators: readonly ActorPart[];
    readonly rootCauses: readonly Statement[];
  };
  /** Security by what means? */
  readonly byWhatMeans: {
    readonly measures: readonly MeasurePart[];
    readonly providers: readonly ActorPart[];
  };
  /** What the community sets itself, beside the words of the vocabulary. */
  readonly community: {
    readonly dimensions: readonly CommunityDimension[];
    readonly thresholds: readonly CommunityThreshold[];
  };
  readonly evidence: readonly Evidence[];
  /** Reflective practice: who judges, from where, and what they take for granted. */
  readonly assessor: {
    readonly name?: string;
    readonly date?: string;
    readonly assumptions: readonly string[];
    readonly standpoint: string;
  };
}
