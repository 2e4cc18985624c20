import type { Reference } from "./kinds.js";

/**
 * Where something is said: the id of a source, with the paragraph of its plain text after `#` where the
 * paragraph is known. `undp-2025#9` is the ninth line of the text, counted with headings and blank lines.
 */
export type Citation = string;

/** Whether a statement is taken from a text or a judgement of the authors of Vital Core. */
export type Basis = "text" | "own";

/** How a cause bears on an effect. */
export type Polarity = "supports" | "aggravates" | "reduces" | "mixed" | "shapes" | "insufficient";

/** How firmly a text says something, from the firmest down. */
export type Hedge = "asserted" | "often" | "can" | "conditional" | "may" | "implied";

/** One causal statement, as we read it in a text. It is not a finding of ours. */
export interface Claim {
  /** For example "c057". */
  readonly id: string;
  /** The cause in words. */
  readonly cause: string;
  readonly effect: string;
  /** Concepts that stand for the cause; none where the vocabulary has none. */
  readonly causes: readonly Reference[];
  readonly effects: readonly Reference[];
  readonly polarity: Polarity;
  readonly hedge: Hedge;
  /** The hedge as the text words it, where that says more. */
  readonly wording?: string;
  readonly sources: readonly Citation[];
}

/** A number as a text prints it. Never an estimate of ours, and never parsed again. */
export interface Statistic {
  readonly id: string;
  readonly label: string;
  /** As printed. */
  readonly printed: string;
  /** The number, or `null` where the text gives an order of magnitude only. */
  readonly value: number | null;
  /** The number is a lower bound ("more than"). */
  readonly bound?: "lower";
  readonly unit: string;
  /** What the number is a share or a growth of, where the text leaves it open. */
  readonly base?: string;
  /** ISO 3166-1 alpha-3, "world" or a group of areas. */
  readonly area: string;
  /** The year or span that the number describes, in words or digits; not the year of publication. */
  readonly referencePeriod?: string;
  /** Year in which the cited source came out. */
  readonly publicationYear?: number;
  /** Id of the source that the text cites for it. */
  readonly cited?: string;
  /** Indicator of which it is a value, or to which it comes closest. */
  readonly indicator?: string;
  /** What is wrong or open with it. */
  readonly flags?: readonly string[];
  readonly sources: readonly Citation[];
}

/** Something in a text that is wrong, dated or contradicts another text. */
export interface Anomaly {
  readonly id: string;
  readonly note: string;
  /** What it touches. */
  readonly about?: readonly (Reference | `statistic/${string}` | `source/${string}`)[];
  readonly sources: readonly Citation[];
}

/** How close a concept of another scheme is (SKOS mapping properties). */
export type Match = "exact" | "close" | "broad" | "narrow" | "related";

/** A link from a concept to a concept of another scheme: code and IRI only, never its labels. */
export interface Mapping {
  readonly concept: Reference;
  /** Id in `mappingSchemes`. */
  readonly scheme: string;
  readonly code: string;
  readonly iri?: string;
  readonly match: Match;
  /** `false`: the code or the match is to be checked against the scheme. */
  readonly verified: boolean;
}

/** A scheme to which concepts are mapped. */
export interface MappingScheme {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Terms under which its codes may be used. */
  readonly license: string;
  readonly URL?: string;
}
