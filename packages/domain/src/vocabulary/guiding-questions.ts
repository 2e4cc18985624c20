import type { GuidingQuestion } from "./record-types.js";

/**
 * The three questions of critical security studies (Booth 2005; Babbitt 2023).
 *
 * @example
 * ```ts
 * import { guidingQuestionIds } from "@vitalcore/domain/vocabulary";
 * guidingQuestionIds[0]; // => "security-for-whom"
 * ```
 */
export const guidingQuestionIds = [
  "security-for-whom",
  "security-from-what",
  "security-by-what-means",
] as const;

/** Id of a guiding question. A closed set. */
export type GuidingQuestionId = (typeof guidingQuestionIds)[number];

/**
 * Which kinds of concept answer the guiding questions. Our reading.
 *
 * @example
 * ```ts
 * import { guidingQuestions } from "@vitalcore/domain/vocabulary";
 * guidingQuestions["security-from-what"].answeredBy[0]; // => "threat"
 * ```
 */
export const guidingQuestions: Readonly<Record<GuidingQuestionId, GuidingQuestion>> = {
  "security-for-whom": { answeredBy: ["population-group", "disaggregation"] },
  "security-from-what": { answeredBy: ["threat", "threat-criterion"] },
  "security-by-what-means": { answeredBy: ["measure", "strategy", "actor", "technology"] },
};
