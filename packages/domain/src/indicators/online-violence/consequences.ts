import type { IndicatorDefinition } from "../../indicator-definition.js";

/** Chilling effect: share of women who changed or stopped what they do online because of violence that they met, saw or feared. Unit: `PERCENT`. */
export const tfvawChillingEffect: IndicatorDefinition = {
  id: "tfvaw-chilling-effect",
  name: "Chilling effect",
  definition:
    "Share of women who changed or stopped what they do online because of violence that they met, saw or feared.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "political",
  dimensions: ["political", "community", "personal"],
  freedoms: ["live-in-dignity", "from-fear"],
  threats: ["online-harassment", "political-repression"],
  groups: ["women", "journalists", "activists", "women-politicians"],
  numerator: "women who self-censored, left, closed or limited accounts, or left public role",
  denominator: "women (also: victims; internet users)",
  universe: { description: "women aged 15 and over", sex: "F", age: [15, null] },
  formula: "100 * changed / women",
  calculator: "microdata#chillingEffect",
  disaggregation: [
    "age",
    "disability",
    "urbanisation",
    "education",
    "income",
    "ethnicity",
    "migrationStatus",
    "sexualOrientation",
    "occupation",
    "reaction",
  ],
  source: {
    publisher: "National VAW or ICT survey",
    dataset: "TF VAW module (UN Women / WHO joint programme)",
  },
  methodKind: "survey-prevalence",
  ohchrStage: "outcome",
  digital: true,
  status: "experimental",
  notes:
    "Give three denominators: all women, victims, users. Compare female and male for the gender gap in voice.",
};

/** Offline spillover: share of victims for whom online violence came with violence offline by the same perpetrator. Unit: `PERCENT`. */
export const tfvawOfflineSpillover: IndicatorDefinition = {
  id: "tfvaw-offline-spillover",
  name: "Offline spillover",
  definition:
    "Share of victims for whom online violence came with violence offline by the same perpetrator.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "personal",
  dimensions: ["personal"],
  freedoms: ["from-fear"],
  threats: ["online-harassment", "gender-based-violence"],
  numerator: "victims with linked offline violence",
  denominator: "victims",
  universe: {
    description:
      "women aged 15 and over who met technology-facilitated violence in the last twelve months",
    sex: "F",
    age: [15, null],
  },
  formula: "100 * spill / victims",
  calculator: "microdata#violenceFollowUp",
  disaggregation: [
    "age",
    "disability",
    "urbanisation",
    "education",
    "income",
    "ethnicity",
    "migrationStatus",
    "sexualOrientation",
    "occupation",
  ],
  source: {
    publisher: "National VAW or ICT survey",
    dataset: "TF VAW module (UN Women / WHO joint programme)",
  },
  methodKind: "survey-prevalence",
  ohchrStage: "outcome",
  digital: true,
  status: "experimental",
};

/** Victims with psychological, social or economic harm: share of victims with at least one psychological, social or economic harm. Unit: `PERCENT`. */
export const tfvawHarm: IndicatorDefinition = {
  id: "tfvaw-harm",
  name: "Victims with psychological, social or economic harm",
  definition: "Share of victims with at least one psychological, social or economic harm.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "personal",
  dimensions: ["personal", "health", "economic"],
  freedoms: ["from-fear", "live-in-dignity"],
  threats: ["online-harassment"],
  numerator: "victims with harm",
  denominator: "victims",
  universe: {
    description:
      "women aged 15 and over who met technology-facilitated violence in the last twelve months",
    sex: "F",
    age: [15, null],
  },
  formula: "100 * harmed / victims",
  calculator: "microdata#violenceFollowUp",
  disaggregation: [
    "age",
    "disability",
    "urbanisation",
    "education",
    "income",
    "ethnicity",
    "migrationStatus",
    "sexualOrientation",
    "occupation",
    "harm",
  ],
  source: {
    publisher: "National VAW or ICT survey",
    dataset: "TF VAW module (UN Women / WHO joint programme)",
  },
  methodKind: "survey-prevalence",
  ohchrStage: "outcome",
  digital: true,
  status: "experimental",
};

/** Legal coverage of forms: share of the listed forms of technology-facilitated violence that national law covers. Unit: `PERCENT`. */
export const tfvawLegalCoverage: IndicatorDefinition = {
  id: "tfvaw-legal-coverage",
  name: "Legal coverage of forms",
  definition:
    "Share of the listed forms of technology-facilitated violence that national law covers.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "political",
  dimensions: ["political", "personal"],
  freedoms: ["from-fear", "live-in-dignity"],
  threats: ["online-harassment"],
  numerator: "forms covered",
  denominator: "forms on the list",
  formula: "100 * formsCovered / formsListed",
  calculator: "registry#computeIndicator",
  source: {
    publisher: "World Bank; UN Women",
    dataset: "Women, Business and the Law; legal reviews",
  },
  methodKind: "proportion",
  ohchrStage: "structural",
  digital: true,
  status: "experimental",
};

/** Attrition from report to conviction: share of recorded offences that end in conviction. Unit: `PERCENT`. */
export const tfvawConvictionAttrition: IndicatorDefinition = {
  id: "tfvaw-conviction-attrition",
  name: "Attrition from report to conviction",
  definition: "Share of recorded offences that end in conviction.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "political",
  dimensions: ["political", "personal"],
  freedoms: ["from-fear", "live-in-dignity"],
  threats: ["online-harassment", "state-as-threat"],
  numerator: "convictions",
  denominator: "recorded offences (cohort)",
  formula: "100 * convictions / recorded",
  calculator: "registry#computeIndicator",
  disaggregation: ["violenceType"],
  source: {
    publisher: "Justice ministries; UNODC",
    dataset: "Administrative data (ICCS with cyber attribute)",
  },
  methodKind: "rate",
  ohchrStage: "process",
  digital: true,
  status: "experimental",
  notes:
    "Follow a cohort of offences through the steps; convictions and offences of one year are different cases.",
};
