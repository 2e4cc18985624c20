/**
 * The criteria by which threats are judged.
 *
 * @example
 * ```ts
 * import { threatCriterionIds } from "@vitalcore/domain/vocabulary";
 * threatCriterionIds.slice(0, 2); // => ["critical", "pervasive"]
 * ```
 */
export const threatCriterionIds = [
  "critical",
  "pervasive",
  "widespread",
  "cross-cutting",
  "current",
  "emerging",
  "sudden",
  "transnational",
  "internal-or-external",
] as const;

/** Id of a criterion for threats. */
export type ThreatCriterionId = (typeof threatCriterionIds)[number];
