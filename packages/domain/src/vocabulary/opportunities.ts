import type { Opportunity } from "./record-types.js";
import type { TechnologyId } from "./technologies.js";

/**
 * Good that may come of digitalization, globalization and migration.
 *
 * @example
 * ```ts
 * import { opportunityIds } from "@vitalcore/domain/vocabulary";
 * opportunityIds.includes("access-to-finance"); // => true
 * ```
 */
export const opportunityIds = [
  "access-to-education",
  "access-to-health-care",
  "access-to-finance",
  "disaster-response",
  "economic-opportunity-online",
  "scientific-collaboration",
  "crop-decisions",
  "secure-communication",
  "globalization-benefits",
  "remittance-flows",
] as const;

/** Id of an opportunity that ships here. */
export type OpportunityId = (typeof opportunityIds)[number];

/**
 * Opportunities, the dimensions that they benefit and the technologies through which they come. The
 * dimensions are our reading.
 *
 * @example
 * ```ts
 * import { opportunities } from "@vitalcore/domain/vocabulary";
 * opportunities["access-to-finance"].through; // => ["mobile-money"]
 * ```
 */
export const opportunities: Readonly<Record<OpportunityId, Opportunity<TechnologyId>>> = {
  "access-to-education": {
    benefits: ["community", "economic"],
    through: ["distance-learning", "internet"],
  },
  "access-to-health-care": { benefits: ["health"], through: ["telemedicine"] },
  "access-to-finance": { benefits: ["economic"], through: ["mobile-money"] },
  "disaster-response": {
    benefits: ["environmental"],
    through: ["digital-mapping", "early-warning-system"],
  },
  "economic-opportunity-online": { benefits: ["economic"], through: ["online-platforms"] },
  "scientific-collaboration": { benefits: ["health", "environmental"], through: ["internet"] },
  "crop-decisions": { benefits: ["food"], through: ["smos", "satellite-data"] },
  "secure-communication": {
    benefits: ["political", "personal"],
    through: ["signal", "secure-communication-networks"],
  },
  "globalization-benefits": { benefits: ["economic", "health", "political"] },
  "remittance-flows": { benefits: ["economic", "community"] },
};
