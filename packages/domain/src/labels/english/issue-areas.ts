import type { IssueAreaId } from "../../vocabulary/issue-areas.js";

/**
 * English labels of issue areas.
 *
 * @example
 * ```ts
 * import { issueAreaLabels } from "@vitalcore/domain/labels/en";
 * issueAreaLabels["gender-based-violence"]; // => "Gender-based violence"
 * ```
 */
export const issueAreaLabels: Readonly<Record<IssueAreaId, string>> = {
  "gender-based-violence": "Gender-based violence",
  "climate-change": "Climate change",
  "human-trafficking": "Human trafficking",
  "forced-migration": "Forced migration",
  "drug-policy": "Drug policy",
  "civilian-protection": "Civilian protection",
  "multi-track-diplomacy": "Multi-track diplomacy",
  "youth-and-conflict": "Youth and conflict",
  "financial-inclusion": "Financial inclusion",
  "basic-services": "Basic services",
  "non-state-armed-groups": "Non-state armed groups",
  terrorism: "Terrorism",
  cybersecurity: "Cybersecurity",
  poverty: "Poverty",
  health: "Health",
  "population-movements": "Population movements",
  governance: "Governance",
  globalization: "Globalization",
  digitalization: "Digitalization",
};
