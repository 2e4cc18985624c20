import type { IssueArea } from "./record-types.js";
import type { ThreatId } from "./threats/ids.js";

/**
 * Fields of practice to which the approach is applied.
 *
 * @example
 * ```ts
 * import { issueAreaIds } from "@vitalcore/domain/vocabulary";
 * issueAreaIds.includes("cybersecurity"); // => true
 * ```
 */
export const issueAreaIds = [
  "gender-based-violence",
  "climate-change",
  "human-trafficking",
  "forced-migration",
  "drug-policy",
  "civilian-protection",
  "multi-track-diplomacy",
  "youth-and-conflict",
  "financial-inclusion",
  "basic-services",
  "non-state-armed-groups",
  "terrorism",
  "cybersecurity",
  "poverty",
  "health",
  "population-movements",
  "governance",
  "globalization",
  "digitalization",
] as const;

/** Id of an issue area that ships here. */
export type IssueAreaId = (typeof issueAreaIds)[number];

/**
 * Issue areas and the threats that they deal with. The threats are our reading.
 *
 * @example
 * ```ts
 * import { issueAreas } from "@vitalcore/domain/vocabulary";
 * issueAreas.cybersecurity.hard; // => true
 * ```
 */
export const issueAreas: Readonly<Record<IssueAreaId, IssueArea<ThreatId>>> = {
  "gender-based-violence": {
    threats: [
      "gender-based-violence",
      "domestic-violence",
      "online-harassment",
      "exploitation-of-displaced",
    ],
  },
  "climate-change": {
    threats: ["climate-change", "drought", "flooding", "environmental-degradation"],
  },
  "human-trafficking": { threats: ["human-trafficking"] },
  "forced-migration": {
    threats: ["forced-displacement", "statelessness", "burden-on-host-communities"],
  },
  "drug-policy": { threats: ["drug-related-harm"] },
  "civilian-protection": {
    threats: ["violent-conflict", "genocide", "gross-human-rights-violations"],
  },
  "multi-track-diplomacy": { threats: ["violent-conflict", "social-conflict"] },
  "youth-and-conflict": { threats: ["militant-recruitment", "violent-conflict"] },
  "financial-inclusion": { threats: ["poverty", "digital-exclusion"] },
  "basic-services": { threats: ["lack-of-basic-services"] },
  "non-state-armed-groups": {
    hard: true,
    threats: ["non-state-armed-violence", "militant-recruitment"],
  },
  terrorism: { hard: true, threats: ["terrorism", "bioterrorism"] },
  cybersecurity: {
    hard: true,
    threats: ["cyberattack-critical-infrastructure", "data-breach", "malware"],
  },
  poverty: { threats: ["poverty", "extreme-poverty"] },
  health: {
    threats: [
      "infectious-disease",
      "pandemic",
      "hiv-aids",
      "noncommunicable-disease",
      "bioterrorism",
    ],
  },
  "population-movements": {
    threats: ["forced-displacement", "human-trafficking", "statelessness"],
  },
  governance: {
    threats: ["weak-or-collapsed-state", "governance-gap", "underrepresentation-of-women"],
  },
  globalization: {
    threats: ["livelihood-disruption", "anti-globalization-backlash", "organized-crime"],
  },
  digitalization: {
    threats: [
      "digital-exclusion",
      "privacy-risk",
      "algorithmic-discrimination",
      "technology-power-concentration",
    ],
  },
};
