/**
 * The kinds of concept that the vocabulary holds.
 *
 * @example
 * ```ts
 * import { conceptKinds } from "@vitalcore/domain/vocabulary";
 * conceptKinds.includes("threat"); // => true
 * ```
 */
export const conceptKinds = [
  "dimension",
  "freedom",
  "open-source-freedom",
  "principle",
  "core-value",
  "guiding-question",
  "threat-criterion",
  "strategy",
  "added-value",
  "issue-area",
  "population-group",
  "disaggregation",
  "level",
  "actor",
  "concept",
  "theory",
  "framework",
  "measure",
  "threat",
  "opportunity",
  "technology",
  "mechanism",
  "case",
  "debate",
] as const;

/** A kind of concept. */
export type ConceptKind = (typeof conceptKinds)[number];

/**
 * What a claim, a statistic or a mapping points to: a concept or an indicator, written with its kind.
 * `threat/poverty` is ours; `org.example:threat/crop-theft` belongs to a third party.
 */
export type Reference =
  | `${ConceptKind | "indicator"}/${string}`
  | `${string}:${ConceptKind | "indicator"}/${string}`;
