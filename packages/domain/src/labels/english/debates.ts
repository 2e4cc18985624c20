import type { DebateId } from "../../vocabulary/debates.js";

/**
 * English labels of debates.
 *
 * @example
 * ```ts
 * import { debateLabels } from "@vitalcore/domain/labels/en";
 * debateLabels["whose-security-is-primary"]; // => "Individual or state first?"
 * ```
 */
export const debateLabels: Readonly<Record<DebateId, string>> = {
  "whose-security-is-primary": "Individual or state first?",
  "narrow-or-broad": "Violence or broad development needs?",
  "globalization-good-or-bad": "Does globalization help?",
  "hard-security-lens": "Can the lens serve hard security?",
  "state-sovereignty": "Human security without undermining sovereignty and cooperation",
  "ngo-coordination": "Coordination without duplication",
  "representation-accountability": "Representation and accountability in institutions",
  "rights-vs-diplomacy": "Individual rights against diplomatic and practical limits in migration",
  "open-source-not-panacea": "Open source is not a cure-all",
  "digital-gap-in-theory": "Digital gap in capability literature",
  "ill-timed-consensus": "Is a call for a new consensus ill timed?",
  "how-to-define": "How should human security be defined; where are its boundaries?",
  "globalization-pace": "Opportunity against cushioning",
};
