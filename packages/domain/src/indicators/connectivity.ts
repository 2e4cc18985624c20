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
  numerator: "people who used the internet in the last 3 months",
  denominator: "population in scope (state the age bounds)",
  formula: "100 * users / population",
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  sdg: [/* @__PURE__ */ sdgIndicator("17.8.1", "C170801")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "proportion",
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
  numerator: "people within a 3G or better signal",
  denominator: "total population",
  formula: "100 * covered / population",
  disaggregation: ["technology", "urbanisation"],
  sdg: [/* @__PURE__ */ sdgIndicator("9.c.1", "C090c01")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "proportion",
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
  numerator: "P - C (people not covered)",
  denominator: "P (total population)",
  formula: "100 - coverage",
  disaggregation: ["technology", "urbanisation"],
  sdg: [/* @__PURE__ */ sdgIndicator("9.c.1", "C090c01")],
  source: {
    publisher: "ITU",
    dataset: "ITU DataHub (World Telecommunication/ICT Indicators); GSMA",
  },
  methodKind: "gap",
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
  numerator: "C - U (covered non-users)",
  denominator: "P (total population)",
  formula: "100 * (C - U) / P",
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  source: { publisher: "GSMA; ITU", dataset: "State of Mobile Internet Connectivity; DataHub" },
  methodKind: "gap",
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
  numerator: "C - U",
  denominator: "C (covered people)",
  formula: "100 * (1 - use / coverage)",
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  source: { publisher: "GSMA; ITU", dataset: "State of Mobile Internet Connectivity; DataHub" },
  methodKind: "gap",
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
  numerator: "non-users",
  denominator: "population in scope",
  formula: "100 - internetUse",
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  sdg: [/* @__PURE__ */ sdgIndicator("17.8.1", "C170801")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "gap",
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
  numerator: "non-users",
  formula: "population - users",
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  sdg: [/* @__PURE__ */ sdgIndicator("17.8.1", "C170801")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "count",
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
  numerator: "people owning a mobile phone",
  denominator: "population in scope",
  formula: "100 * owners / population",
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  sdg: [/* @__PURE__ */ sdgIndicator("5.b.1", "C050b01")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "proportion",
  digital: true,
  status: "established",
};

/** Gender gap in internet use, absolute: share of men minus share of women who use the internet, in percentage points. Unit: `PERCENTAGE_POINT`. */
export const genderGapAbsolute: IndicatorDefinition = {
  id: "gender-gap-absolute",
  name: "Gender gap in internet use, absolute",
  definition: "Share of men minus share of women who use the internet, in percentage points.",
  unit: "PERCENTAGE_POINT",
  range: [-100, 100],
  direction: "targetZero",
  home: "community",
  dimensions: ["community", "economic", "political"],
  numerator: "use(M) - use(F)",
  formula: "use(M) - use(F)",
  disaggregation: ["age", "urbanisation", "income"],
  sdg: [/* @__PURE__ */ sdgIndicator("17.8.1", "C170801")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "gap",
  digital: true,
  status: "established",
  notes: "Signed: negative means women lead.",
};

/** Gender gap in internet use, relative (GSMA form): by how much women are less likely than men to use the internet, as a share of the share of men. Unit: `PERCENT`. */
export const genderGapRelative: IndicatorDefinition = {
  id: "gender-gap-relative",
  name: "Gender gap in internet use, relative (GSMA form)",
  definition:
    "By how much women are less likely than men to use the internet, as a share of the share of men.",
  unit: "PERCENT",
  range: [null, 100],
  direction: "targetZero",
  home: "community",
  dimensions: ["community", "economic", "political"],
  numerator: "use(M) - use(F)",
  denominator: "use(M)",
  formula: "100 * (use(M) - use(F)) / use(M)",
  disaggregation: ["age", "urbanisation", "income"],
  sdg: [/* @__PURE__ */ sdgIndicator("17.8.1", "C170801")],
  source: { publisher: "GSMA", dataset: "Mobile Gender Gap Report" },
  methodKind: "gap",
  digital: true,
  status: "established",
  notes:
    "State the base: ITU has used the share of men and the share of women. Negative where women lead. Never recompute it from rounded shares.",
};

/** Gender parity score in internet use: share of women who use the internet divided by the share of men. Unit: `RATIO`. */
export const genderParityScore: IndicatorDefinition = {
  id: "gender-parity-score",
  name: "Gender parity score in internet use",
  definition: "Share of women who use the internet divided by the share of men.",
  unit: "RATIO",
  range: [0, null],
  direction: "targetOne",
  home: "community",
  dimensions: ["community", "economic", "political"],
  numerator: "use(F)",
  denominator: "use(M)",
  formula: "use(F) / use(M)",
  disaggregation: ["age", "urbanisation"],
  sdg: [/* @__PURE__ */ sdgIndicator("17.8.1", "C170801")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "ratio",
  digital: true,
  status: "established",
  notes: "ITU publishes it from unrounded shares: the ratio of published shares differs.",
};

/** Gender gap in mobile phone ownership: share of men minus share of women who own a mobile phone, in percentage points. Unit: `PERCENTAGE_POINT`. */
export const mobileOwnershipGenderGap: IndicatorDefinition = {
  id: "mobile-ownership-gender-gap",
  name: "Gender gap in mobile phone ownership",
  definition: "Share of men minus share of women who own a mobile phone, in percentage points.",
  unit: "PERCENTAGE_POINT",
  range: [-100, 100],
  direction: "targetZero",
  home: "community",
  dimensions: ["community", "economic", "political"],
  numerator: "own(M) - own(F)",
  formula: "own(M) - own(F)",
  disaggregation: ["age", "urbanisation"],
  sdg: [/* @__PURE__ */ sdgIndicator("5.b.1", "C050b01")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "gap",
  digital: true,
  status: "established",
  notes: "Signed: negative where women lead.",
};

/** Gender gap in mobile phone ownership, relative: by how much women are less likely than men to own a mobile phone, as a share of the share of men. Unit: `PERCENT`. */
export const mobileOwnershipGenderGapRelative: IndicatorDefinition = {
  id: "mobile-ownership-gender-gap-relative",
  name: "Gender gap in mobile phone ownership, relative",
  definition:
    "By how much women are less likely than men to own a mobile phone, as a share of the share of men.",
  unit: "PERCENT",
  range: [null, 100],
  direction: "targetZero",
  home: "community",
  dimensions: ["community", "economic", "political"],
  numerator: "own(M) - own(F)",
  denominator: "own(M)",
  formula: "100 * (own(M) - own(F)) / own(M)",
  disaggregation: ["age", "urbanisation"],
  sdg: [/* @__PURE__ */ sdgIndicator("5.b.1", "C050b01")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "gap",
  digital: true,
  status: "established",
  notes: "The form of GSMA, with the share of men as base. Never recompute it from rounded shares.",
};

/** Gender parity score in mobile phone ownership: share of women who own a mobile phone divided by the share of men. Unit: `RATIO`. */
export const mobileOwnershipParityScore: IndicatorDefinition = {
  id: "mobile-ownership-parity-score",
  name: "Gender parity score in mobile phone ownership",
  definition: "Share of women who own a mobile phone divided by the share of men.",
  unit: "RATIO",
  range: [0, null],
  direction: "targetOne",
  home: "community",
  dimensions: ["community", "economic", "political"],
  numerator: "own(F)",
  denominator: "own(M)",
  formula: "own(F) / own(M)",
  disaggregation: ["age", "urbanisation"],
  sdg: [/* @__PURE__ */ sdgIndicator("5.b.1", "C050b01")],
  source: { publisher: "ITU", dataset: "ITU DataHub (World Telecommunication/ICT Indicators)" },
  methodKind: "ratio",
  digital: true,
  status: "established",
  notes: "1 is parity; above 1 women lead. Undefined where no men own one.",
};
