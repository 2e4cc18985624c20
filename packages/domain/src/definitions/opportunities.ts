import type { OpportunityId } from "../vocabulary/opportunities.js";
import type { Definition } from "./definition.js";

/**
 * What the opportunities mean.
 *
 * @example
 * ```ts
 * import { opportunityDefinitions } from "@vitalcore/domain/definitions";
 * opportunityDefinitions["access-to-education"].text; // => "Children who live far from schools can learn at a distance."
 * ```
 */
export const opportunityDefinitions: Readonly<Record<OpportunityId, Definition>> = {
  "access-to-education": {
    text: "Children who live far from schools can learn at a distance.",
    sources: ["undp-2025#3", "undp-2025#8"],
  },
  "access-to-health-care": {
    text: "Care at a distance, in real time, for prevention, diagnosis and treatment.",
    sources: ["undp-2025#3", "undp-2025#8"],
  },
  "access-to-finance": {
    text: "People without a bank account can pay and save by telephone.",
    sources: ["undp-2025#3", "undp-2025#8"],
  },
  "disaster-response": {
    text: "Digital maps and early warning help before and after disasters.",
    sources: ["undp-2025#3", "undp-2025#8"],
  },
  "economic-opportunity-online": {
    text: "Platforms open markets to people who start a business.",
    sources: ["undp-2025#8"],
  },
  "scientific-collaboration": {
    text: "Researchers work together across the world.",
    sources: ["undp-2025#8"],
  },
  "crop-decisions": {
    text: "Data on soil help farmers to decide what to grow and when.",
    sources: ["undp-2025#13"],
  },
  "secure-communication": {
    text: "Encrypted tools let people speak without being overheard.",
    sources: ["undp-2025#13"],
  },
  "globalization-benefits": {
    text: "Ideas of freedom, information, trade and ties that go with less conflict, less poverty and better health.",
    sources: ["course-human-security#25"],
  },
  "remittance-flows": {
    text: "Migrants support those at home and take part in making peace there.",
    sources: ["course-human-security#82"],
  },
};
