import type { Claim } from "../vocabulary/evidence-types.js";
import { courseClaims } from "./course-chapter.js";
import { digitalContextClaims } from "./digital-context.js";
import { foundationClaims } from "./foundations.js";

export type { Claim, Hedge, Polarity } from "../vocabulary/evidence-types.js";

/**
 * The causal claims of the founding texts, each a reading of its text with the hedge that the text puts on
 * it. Claims of texts, not findings of ours: they say what is held, not what is measured.
 *
 * @example
 * ```ts
 * import { claims } from "@vitalcore/domain/claims";
 * const claim = claims.find(({ id }) => id === "c081");
 * claim?.hedge; // => "may"
 * claim?.effects; // => ["threat/violent-conflict"]
 * ```
 */
export const claims: readonly Claim[] = [
  ...digitalContextClaims,
  ...foundationClaims,
  ...courseClaims,
];
