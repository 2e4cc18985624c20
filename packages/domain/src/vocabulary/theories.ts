import type { ConceptRecord } from "./record-types.js";

/**
 * Theories of security and development that the texts draw on.
 *
 * @example
 * ```ts
 * import { theoryIds } from "@vitalcore/domain/vocabulary";
 * theoryIds.includes("constructivism"); // => true
 * ```
 */
export const theoryIds = [
  "realism",
  "rationalism",
  "constructivism",
  "feminism",
  "critical-security-studies",
  "capability-theory",
  "liberalism",
] as const;

/** Id of a theory that ships here. */
export type TheoryId = (typeof theoryIds)[number];

/**
 * Theories, and what they are related to. The relations are our reading.
 *
 * @example
 * ```ts
 * import { theories } from "@vitalcore/domain/vocabulary";
 * theories.realism.related; // => ["concept/state-security", "concept/hard-power"]
 * ```
 */
export const theories: Readonly<Record<TheoryId, ConceptRecord>> = {
  realism: { related: ["concept/state-security", "concept/hard-power"] },
  rationalism: {},
  constructivism: { related: ["concept/subjectivity-of-security", "concept/security-dilemma"] },
  feminism: { related: ["threat/gender-based-violence", "threat/underrepresentation-of-women"] },
  "critical-security-studies": {
    related: [
      "guiding-question/security-for-whom",
      "guiding-question/security-from-what",
      "guiding-question/security-by-what-means",
    ],
  },
  "capability-theory": { related: ["concept/capability", "concept/capability-approach"] },
  liberalism: { related: ["opportunity/globalization-benefits"] },
};
