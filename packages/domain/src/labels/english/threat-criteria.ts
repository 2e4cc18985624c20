import type { ThreatCriterionId } from "../../vocabulary/threat-criteria.js";

/**
 * English labels of criteria for threats.
 *
 * @example
 * ```ts
 * import { threatCriterionLabels } from "@vitalcore/domain/labels/en";
 * threatCriterionLabels.critical; // => "Critical"
 * ```
 */
export const threatCriterionLabels: Readonly<Record<ThreatCriterionId, string>> = {
  critical: "Critical",
  pervasive: "Pervasive",
  widespread: "Widespread",
  "cross-cutting": "Cross-cutting",
  current: "Current",
  emerging: "Emerging",
  sudden: "Sudden",
  transnational: "Transnational",
  "internal-or-external": "Internal or external origin",
};
