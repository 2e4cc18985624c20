import type { IndicatorDefinition } from "../indicator-definition.js";
import { sdgIndicator } from "./sdg.js";

/** Individuals using the internet: share of people who used the internet from anywhere in the last three months. Unit: `PERCENT`. */
export const internetUse: IndicatorDefinition = {
  id: "internet-use",
  name: "Individuals using the internet",
  definition: "Share of people who used the internet from anywhere in the last three months.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "community",
  dimensions: ["community", "economic", "political", "health"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "people who used the internet in the last 3 months",
  denominator: "population in scope (state the age bounds)",
  formula: "100 * users / population",
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  sdg: [/* @__PURE__ */ sdgIndicator("17.8.1", "C170801")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
  notes:
    "The base of most gaps. Never mix age scopes: total population, 10+, 15+, 15-74. ITU counts any network and any device, so that use may exceed the coverage of one technology.",
};

/** Population covered by mobile broadband: share of people who live within reach of a mobile broadband signal of a technology (3G or better unless stated), subscribed or not. Unit: `PERCENT`. */
export const mobileBroadbandCoverage: IndicatorDefinition = {
  id: "mobile-broadband-coverage",
  name: "Population covered by mobile broadband",
  definition:
    "Share of people who live within reach of a mobile broadband signal of a technology (3G or better unless stated), subscribed or not.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "community",
  dimensions: ["community", "economic"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "people within a 3G or better signal",
  denominator: "total population",
  formula: "100 * covered / population",
  disaggregation: ["technology", "urbanisation"],
  sdg: [/* @__PURE__ */ sdgIndicator("9.c.1", "C090c01")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
};

/** Coverage gap: share of people with no mobile broadband signal where they live. Unit: `PERCENT`. */
export const coverageGap: IndicatorDefinition = {
  id: "coverage-gap",
  name: "Coverage gap",
  definition: "Share of people with no mobile broadband signal where they live.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "economic"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  groups: ["people-in-remote-areas", "people-in-ldcs"],
  numerator: "P - C (people not covered)",
  denominator: "P (total population)",
  formula: "100 - coverage",
  inputs: [{ name: "coverage", indicator: "mobile-broadband-coverage" }],
  parameters: { technology: ["3G", "4G", "5G"] },
  disaggregation: ["technology", "urbanisation"],
  sdg: [/* @__PURE__ */ sdgIndicator("9.c.1", "C090c01")],
  source: {
    publisher: "ITU",
    dataset: "ITU DataHub (World Telecommunication/ICT Indicators); GSMA",
  },
  methodKind: "gap",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
  notes: "State the technology. It comes before the usage gap: who has no signal cannot use it.",
};

/** Usage gap: share of all people who live within a mobile broadband signal and do not use the internet. Unit: `PERCENT`. */
export const usageGap: IndicatorDefinition = {
  id: "usage-gap",
  name: "Usage gap",
  definition:
    "Share of all people who live within a mobile broadband signal and do not use the internet.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "ambiguous",
  home: "community",
  dimensions: ["community", "economic", "political"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "C - U (covered non-users)",
  denominator: "P (total population)",
  formula: "100 * (C - U) / P",
  inputs: [
    { name: "use", indicator: "internet-use" },
    { name: "coverage", indicator: "mobile-broadband-coverage" },
  ],
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  source: { publisher: "GSMA; ITU", dataset: "State of Mobile Internet Connectivity; DataHub" },
  methodKind: "gap",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
  notes:
    "Not for an index: it falls when coverage falls; use the usage gap among the covered beside the coverage gap. use + usage gap + coverage gap = 100 holds by construction; what can be checked is 0 <= use <= coverage.",
};

/** Usage gap among covered people: share of the people within a mobile broadband signal who do not use the internet. Unit: `PERCENT`. */
export const usageGapCovered: IndicatorDefinition = {
  id: "usage-gap-covered",
  name: "Usage gap among covered people",
  definition: "Share of the people within a mobile broadband signal who do not use the internet.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "economic",
  dimensions: ["economic", "community"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "C - U",
  denominator: "C (covered people)",
  formula: "100 * (1 - use / coverage)",
  inputs: [
    { name: "use", indicator: "internet-use" },
    { name: "coverage", indicator: "mobile-broadband-coverage" },
  ],
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  source: { publisher: "GSMA; ITU", dataset: "State of Mobile Internet Connectivity; DataHub" },
  methodKind: "gap",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
  notes:
    "Divided by the covered, not by all people: name the denominator beside the value. Undefined where nobody is covered.",
};

/** Offline population share: share of people who do not use the internet: the sum of coverage gap and usage gap. Unit: `PERCENT`. */
export const offlineShare: IndicatorDefinition = {
  id: "offline-share",
  name: "Offline population share",
  definition: "Share of people who do not use the internet: the sum of coverage gap and usage gap.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "economic", "political"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "non-users",
  denominator: "population in scope",
  formula: "100 - internetUse",
  inputs: [{ name: "use", indicator: "internet-use" }],
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  sdg: [/* @__PURE__ */ sdgIndicator("17.8.1", "C170801")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "gap",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
};

/** Offline population: number of people who do not use the internet. Unit: `PERSONS`. */
export const offlinePopulation: IndicatorDefinition = {
  id: "offline-population",
  name: "Offline population",
  definition: "Number of people who do not use the internet.",
  unit: "PERSONS",
  range: [0, null],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "economic"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "non-users",
  formula: "population - users",
  inputs: [
    { name: "use", indicator: "internet-use" },
    { name: "population", what: "population in scope" },
  ],
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  sdg: [/* @__PURE__ */ sdgIndicator("17.8.1", "C170801")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "count",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
};

/** Mobile phone ownership: share of people who own a mobile phone. Unit: `PERCENT`. */
export const deviceOwnership: IndicatorDefinition = {
  id: "device-ownership",
  name: "Mobile phone ownership",
  definition: "Share of people who own a mobile phone.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "community",
  dimensions: ["community", "economic"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "people owning a mobile phone",
  denominator: "population in scope",
  formula: "100 * owners / population",
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  sdg: [/* @__PURE__ */ sdgIndicator("5.b.1", "C050b01")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
};
