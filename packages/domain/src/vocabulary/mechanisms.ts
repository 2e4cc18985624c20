import type { Mechanism } from "./record-types.js";

/**
 * Chains and loops of causes that the texts describe as a whole.
 *
 * @example
 * ```ts
 * import { mechanismIds } from "@vitalcore/domain/vocabulary";
 * mechanismIds.includes("poverty-insecurity-cycle"); // => true
 * ```
 */
export const mechanismIds = [
  "virtuous-cycle-open-source",
  "poverty-insecurity-cycle",
  "downturn-conflict-spiral",
  "state-people-codependence",
  "threat-expansion",
  "displacement-risk-chain",
  "disease-state-capacity-erosion",
  "closed-tech-centralization",
  "brain-drain-loop",
  "bias-amplification",
  "globalization-ambivalence",
  "technology-winners-losers",
  "empowered-feedback-to-data",
] as const;

/** Id of a mechanism that ships here. */
export type MechanismId = (typeof mechanismIds)[number];

/**
 * Mechanisms, how they run, and what takes part. The steps are our reading.
 *
 * @example
 * ```ts
 * import { mechanisms } from "@vitalcore/domain/vocabulary";
 * mechanisms["poverty-insecurity-cycle"].loop; // => "vicious"
 * ```
 */
export const mechanisms: Readonly<Record<MechanismId, Mechanism>> = {
  "virtuous-cycle-open-source": {
    loop: "virtuous",
    steps: [
      "concept/digital-literacy",
      "concept/resilience",
      "concept/infrastructure-like-properties",
      "core-value/agency",
    ],
  },
  "poverty-insecurity-cycle": {
    loop: "vicious",
    steps: [
      "threat/poverty",
      "concept/grievance",
      "threat/civil-unrest",
      "threat/political-repression",
      "threat/violent-conflict",
      "threat/forced-displacement",
      "threat/poverty",
    ],
  },
  "downturn-conflict-spiral": {
    loop: "vicious",
    steps: ["threat/economic-downturn", "threat/violent-conflict"],
  },
  "state-people-codependence": {
    loop: "mutual",
    steps: ["concept/state-security", "concept/human-security", "concept/state-security"],
  },
  "threat-expansion": { loop: "cascade", steps: [] },
  "displacement-risk-chain": {
    loop: "cascade",
    steps: [
      "threat/violent-conflict",
      "threat/forced-displacement",
      "threat/lack-of-basic-services",
      "threat/environmental-degradation",
      "threat/militant-recruitment",
    ],
  },
  "disease-state-capacity-erosion": {
    loop: "cascade",
    steps: [
      "threat/hiv-aids",
      "threat/lack-of-basic-services",
      "threat/weakened-social-cohesion",
      "threat/weak-or-collapsed-state",
    ],
  },
  "closed-tech-centralization": {
    loop: "vicious",
    steps: [
      "concept/proprietary-model",
      "threat/artificial-scarcity-information-asymmetry",
      "threat/technology-power-concentration",
    ],
  },
  "brain-drain-loop": {
    loop: "vicious",
    steps: ["threat/tech-brain-drain", "threat/regulatory-capacity-gap", "threat/tech-brain-drain"],
  },
  "bias-amplification": {
    loop: "amplification",
    steps: [
      "technology/automated-decision-systems",
      "concept/bias-of-automated-systems",
      "threat/algorithmic-discrimination",
    ],
  },
  "globalization-ambivalence": {
    loop: "two-sided",
    steps: [
      "concept/globalization",
      "opportunity/globalization-benefits",
      "threat/livelihood-disruption",
    ],
  },
  "technology-winners-losers": {
    loop: "two-sided",
    steps: [
      "concept/digitalization",
      "threat/technology-power-concentration",
      "concept/winners-and-losers",
    ],
  },
  "empowered-feedback-to-data": {
    loop: "virtuous",
    steps: ["technology/smos", "opportunity/crop-decisions", "technology/smos"],
  },
};
