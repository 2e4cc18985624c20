import type { OpportunityId } from "../../vocabulary/opportunities.js";

/**
 * English labels of opportunities.
 *
 * @example
 * ```ts
 * import { opportunityLabels } from "@vitalcore/domain/labels/en";
 * opportunityLabels["access-to-education"]; // => "Better access to education"
 * ```
 */
export const opportunityLabels: Readonly<Record<OpportunityId, string>> = {
  "access-to-education": "Better access to education",
  "access-to-health-care": "Better access to health care",
  "access-to-finance": "Better access to finance",
  "disaster-response": "Better disaster response",
  "economic-opportunity-online": "Economic opportunity online",
  "scientific-collaboration": "Global scientific collaboration",
  "crop-decisions": "Better crop decisions",
  "secure-communication": "Secure communication",
  "globalization-benefits": "Globalization benefits",
  "remittance-flows": "Remittances and diaspora ties",
};
