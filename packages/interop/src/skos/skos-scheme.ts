/** Texts by language (BCP 47 tags). */
export type SkosTexts = Readonly<Record<string, string>>;

/** The names of a concept in one language: one preferred, any number of others. */
export interface SkosLabels {
  readonly preferred: string;
  readonly alternative?: readonly string[];
}

/** How a concept of another scheme matches: `broad` says that the other one is broader. */
export type SkosMatch = "exact" | "close" | "broad" | "narrow" | "related";

/** A link to a concept of another scheme. */
export interface SkosMapping {
  readonly match: SkosMatch;
  /** The other concept: an absolute IRI, or an id below the base. */
  readonly target: string;
  /** Its code there, if the target is an IRI of ours that stands for it. */
  readonly notation?: string;
}

/** A concept. Ids are below the base (`threat/poverty`), or absolute IRIs. */
export interface SkosConcept {
  readonly id: string;
  /** By language. */
  readonly labels: Readonly<Record<string, SkosLabels>>;
  readonly definition?: SkosTexts;
  /** Notes for those who maintain the vocabulary. */
  readonly editorialNote?: SkosTexts;
  readonly notation?: string;
  readonly broader?: readonly string[];
  readonly related?: readonly string[];
  /** Relations of ours by name: `affects`, `fallsOn`. */
  readonly relations?: Readonly<Record<string, readonly string[]>>;
  readonly mappings?: readonly SkosMapping[];
  /** Sources: ids below the base, or absolute IRIs. */
  readonly sources?: readonly string[];
  /** Where in the sources, in words. */
  readonly citations?: readonly string[];
  readonly deprecated?: { readonly replacedBy?: string };
}

/** A concept scheme: a vocabulary with its concepts. */
export interface SkosScheme {
  readonly id: string;
  readonly title: SkosTexts;
  readonly description?: SkosTexts;
  readonly editorialNote?: SkosTexts;
  /** IRI of the license. */
  readonly license?: string;
  readonly concepts: readonly SkosConcept[];
}
