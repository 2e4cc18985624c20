import type { MechanismId } from "../../vocabulary/mechanisms.js";

/**
 * English labels of mechanisms.
 *
 * @example
 * ```ts
 * import { mechanismLabels } from "@vitalcore/domain/labels/en";
 * mechanismLabels["virtuous-cycle-open-source"]; // => "Virtuous cycle of open source"
 * ```
 */
export const mechanismLabels: Readonly<Record<MechanismId, string>> = {
  "virtuous-cycle-open-source": "Virtuous cycle of open source",
  "poverty-insecurity-cycle": "Poverty–insecurity cycle",
  "downturn-conflict-spiral": "Downturn–conflict spiral",
  "state-people-codependence": "Mutual dependence of state and people's security",
  "threat-expansion": "Expansion of threats into wider crises",
  "displacement-risk-chain": "Displacement risk chain",
  "disease-state-capacity-erosion": "Disease erodes state capacity",
  "closed-tech-centralization": "Closed technology centralizes power",
  "brain-drain-loop": "Brain drain loop",
  "bias-amplification": "Bias amplification",
  "globalization-ambivalence": "Ambivalence of globalization",
  "technology-winners-losers": "Technology winners and losers",
  "empowered-feedback-to-data": "Users feed back local observations",
};
