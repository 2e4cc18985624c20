import type { MeasureId } from "../../vocabulary/measures.js";

/**
 * English labels of measures.
 *
 * @example
 * ```ts
 * import { measureLabels } from "@vitalcore/domain/labels/en";
 * measureLabels["norms-policies-institutions"]; // => "Norms, policies and institutions"
 * ```
 */
export const measureLabels: Readonly<Record<MeasureId, string>> = {
  "norms-policies-institutions": "Norms, policies and institutions",
  "early-warning-systems": "Early-warning mechanisms",
  "good-governance": "Good and democratic governance",
  "social-protection": "Social protection and safety nets",
  "rule-of-law": "Rule of law",
  "data-protection": "Data protection",
  "privacy-by-design": "Privacy by design",
  "participatory-processes": "Participatory processes",
  "local-capacity-building": "Local capacity building",
  "digital-literacy-programmes": "Digital literacy programmes",
  "broad-consultation": "Broad consultation, early user engagement and testing",
  "accessible-design": "Accessible technology design",
  "open-source-adoption": "Open-source adoption and contribution",
  "stakeholder-education": "Educate stakeholders and raise awareness",
  "scale-quality-solutions": "Scale quality solutions",
  "neutral-guidance": "Neutral guidance for decision makers",
  "matchmaking-visibility": "Matchmaking and visibility for open-source solutions",
  "multi-stakeholder-cooperation": "Cooperation of governments, organizations, civil society",
  "policy-review": "Review of security, economic, development and social policies",
  "institutional-integration": "Integrate institutions and policies",
  "governance-reform": "Reform of global and local institutions",
  "state-capacity-strengthening": "Strengthen state capacity to deliver services",
  "opportunity-and-mobility": "Access to opportunity and social mobility",
  "post-conflict-rebuilding": "Rebuild after conflict and prevent recurrence",
  "coordinated-health-response": "Coordinated global and multi-sector health response",
  "asylum-support": "Burden sharing and support for asylum countries",
  "safe-repatriation": "Safe and voluntary repatriation",
  "include-vulnerable-in-decisions": "Include vulnerable groups in security decisions",
  "non-violent-action": "Human rights and non-violent action for civilian protection",
  "remove-root-causes": "Structural and behavioural change at root causes",
  "encrypted-communication": "Encrypted communication tools",
  "cushioning-globalization": "Cushion people against globalization risk",
  "diaspora-peace-role": "Diaspora role in peace processes",
  "connect-and-reach": "Connect with and reach those in need",
  "collective-anti-scam": "Collective response to scams",
};
