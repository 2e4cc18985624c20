import type { IndicatorDefinition } from "../indicator-definition.js";
import type { Source } from "../source.js";
import type { Citation, Claim, Mapping } from "../vocabulary/evidence-types.js";
import type { ConceptKind, Reference } from "../vocabulary/kinds.js";
import type { RecordOf } from "./parts.js";

/** A concept as a pack brings it: its record, with id, English label and definition. */
export type PackRecord<Kind extends ConceptKind> = RecordOf[Kind] & {
  /** The name of the third party, a colon, and lower-case words: "org.example:crop-theft". */
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  readonly sources?: readonly Citation[];
};

/** The kinds to which packs may add, by the name of the list in the pack. */
export const packKinds = {
  issueAreas: "issue-area",
  populationGroups: "population-group",
  disaggregation: "disaggregation",
  actors: "actor",
  concepts: "concept",
  theories: "theory",
  frameworks: "framework",
  measures: "measure",
  threats: "threat",
  opportunities: "opportunity",
  technologies: "technology",
  mechanisms: "mechanism",
  cases: "case",
  debates: "debate",
} as const satisfies Record<string, ConceptKind>;

type PackLists = {
  readonly [Name in keyof typeof packKinds]?: readonly PackRecord<(typeof packKinds)[Name]>[];
};

/**
 * What a third party adds to the vocabulary, as plain JSON. Ids in relations are those of the core, or of the
 * pack with its prefix.
 */
export interface Pack extends PackLists {
  /** Name of the third party, as a domain name or a word: "org.example". The prefix of all its ids. */
  readonly origin: string;
  readonly version: string;
  /** Version of the vocabulary for which it was made: exact, or `^` for compatible ones. */
  readonly requires?: string;
  readonly indicators?: readonly IndicatorDefinition[];
  readonly claims?: readonly Claim[];
  readonly sources?: readonly Source[];
  readonly mappings?: readonly Mapping[];
  /** Labels in other languages, of its own concepts and of the core: by language, then by reference. */
  readonly labels?: Readonly<Record<string, Readonly<Record<Reference, string>>>>;
}
