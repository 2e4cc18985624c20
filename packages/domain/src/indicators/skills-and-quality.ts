import type { IndicatorDefinition } from "../indicator-definition.js";
import { sdgIndicator } from "./sdg.js";

/** People with basic digital skills: share of people who did at least one activity in each required area of skill in the last three months. Unit: `PERCENT`. */
export const skillsBasic: IndicatorDefinition = {
  id: "skills-basic",
  name: "People with basic digital skills",
  definition:
    "Share of people who did at least one activity in each required area of skill in the last three months.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "community",
  dimensions: ["community", "economic", "political"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "people meeting the skill rule",
  denominator: "population (or internet users) in scope",
  formula: "100 * skilled / population",
  calculator: "microdata#connectivityEstimates",
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability", "skill"],
  sdg: [/* @__PURE__ */ sdgIndicator("4.4.1", "C040401")],
  source: { publisher: "ITU", dataset: "ICT skills (SDG 4.4.1)" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
  notes: "Two denominators occur: all people or internet users.",
};

/** Digital skills gap: share of people below the level of digital skills that was chosen. Unit: `PERCENT`. */
export const skillsGap: IndicatorDefinition = {
  id: "skills-gap",
  name: "Digital skills gap",
  definition: "Share of people below the level of digital skills that was chosen.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "economic", "political"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion", "inaccessible-digital-services"],
  groups: ["older-people", "women"],
  numerator: "people below the level",
  denominator: "population in scope",
  formula: "100 - skillsBasic",
  calculator: "microdata#connectivityEstimates",
  inputs: [{ name: "skillsBasic", indicator: "skills-basic" }],
  parameters: { level: ["basic", "intermediate", "advanced"] },
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability", "skill"],
  sdg: [/* @__PURE__ */ sdgIndicator("4.4.1", "C040401")],
  source: { publisher: "ITU", dataset: "ICT skills (SDG 4.4.1)" },
  methodKind: "gap",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
};

/** Skills-to-use gap: share of internet users who lack basic digital skills. Unit: `PERCENT`. */
export const skillsUseGap: IndicatorDefinition = {
  id: "skills-use-gap",
  name: "Skills-to-use gap",
  definition: "Share of internet users who lack basic digital skills.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "economic"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "users without basic skills",
  denominator: "internet users",
  formula: "100 * (U - S) / U",
  calculator: "microdata#connectivityEstimates",
  inputs: [
    { name: "use", indicator: "internet-use" },
    { name: "skillsBasic", indicator: "skills-basic" },
  ],
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  sdg: [/* @__PURE__ */ sdgIndicator("4.4.1", "C040401")],
  source: { publisher: "ITU", dataset: "ICT skills (SDG 4.4.1)" },
  methodKind: "gap",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
};

/** Network generation gap (4G or 5G): share of people within the signal of an older generation of mobile network who have no signal of the next one. Unit: `PERCENT`. */
export const generationGapNetwork: IndicatorDefinition = {
  id: "generation-gap-network",
  name: "Network generation gap (4G or 5G)",
  definition:
    "Share of people within the signal of an older generation of mobile network who have no signal of the next one.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "economic"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "covered by 3G or better minus 4G or better",
  denominator: "total population",
  formula: "100 * (C3 - C4) / P",
  calculator: "registry#computeIndicator",
  inputs: [
    { name: "C3", indicator: "mobile-broadband-coverage", breakdown: { technology: "3G" } },
    { name: "C4", indicator: "mobile-broadband-coverage", breakdown: { technology: "4G" } },
  ],
  parameters: { older: ["3G", "4G"], newer: ["4G", "5G"] },
  disaggregation: ["urbanisation"],
  sdg: [/* @__PURE__ */ sdgIndicator("9.c.1", "C090c01")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "gap",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
};

/** Connection quality gap: share of internet users whose connection misses the minimum of speed, latency or data allowance. Unit: `PERCENT`. */
export const qualityGap: IndicatorDefinition = {
  id: "quality-gap",
  name: "Connection quality gap",
  definition:
    "Share of internet users whose connection misses the minimum of speed, latency or data allowance.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "economic"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "users below the threshold",
  denominator: "internet users",
  formula: "100 * below / users",
  calculator: "microdata#connectivityEstimates",
  parameters: { minDownMbps: [10] },
  disaggregation: ["technology", "urbanisation"],
  sdg: [/* @__PURE__ */ sdgIndicator("17.6.2", "C170602")],
  source: { publisher: "ITU; measurement platforms", dataset: "DataHub; open speed-test data" },
  methodKind: "gap",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
  notes:
    "Tests of speed by volunteers are no random sample. ITU asks 10 Mbit/s for every fixed subscription.",
};

/** Meaningful connectivity: share of people who meet every criterion at once: daily use, a device of their own, enough data, a link that is fast enough. Unit: `PERCENT`. */
export const meaningfulConnectivity: IndicatorDefinition = {
  id: "meaningful-connectivity",
  name: "Meaningful connectivity",
  definition:
    "Share of people who meet every criterion at once: daily use, a device of their own, enough data, a link that is fast enough.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "community",
  dimensions: ["community", "economic", "political", "health"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "people meeting all criteria",
  denominator: "population in scope",
  formula: "100 * allCriteria / population",
  calculator: "microdata#connectivityEstimates",
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  source: { publisher: "A4AI; ITU", dataset: "Meaningful Connectivity; UMC framework" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
  notes:
    "Needs microdata: from the shares of each criterion only bounds follow, max(0, sum - (k - 1)) and the smallest.",
};

/** Meaningful connectivity gap: share of people who use the internet minus share who are meaningfully connected, in percentage points. Unit: `PERCENTAGE_POINT`. */
export const meaningfulConnectivityGap: IndicatorDefinition = {
  id: "meaningful-connectivity-gap",
  name: "Meaningful connectivity gap",
  definition:
    "Share of people who use the internet minus share who are meaningfully connected, in percentage points.",
  unit: "PERCENTAGE_POINT",
  range: [0, 100],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "economic", "political"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  groups: ["women", "people-in-remote-areas"],
  numerator: "users not meeting all criteria",
  denominator: "population in scope",
  formula: "internetUse - meaningfulConnectivity",
  calculator: "microdata#connectivityEstimates",
  inputs: [
    { name: "internetUse", indicator: "internet-use" },
    { name: "meaningfulConnectivity", indicator: "meaningful-connectivity" },
  ],
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  source: { publisher: "A4AI; ITU", dataset: "Meaningful Connectivity" },
  methodKind: "gap",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
};
