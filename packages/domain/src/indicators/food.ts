import type { IndicatorDefinition } from "../indicator-definition.js";
import { sdgIndicator } from "./sdg.js";

/** Moderate or severe food insecurity (FIES): share of people who are moderately or severely food insecure on the Food Insecurity Experience Scale. Unit: `PERCENT`. */
export const foodInsecurityFies: IndicatorDefinition = {
  id: "food-insecurity-fies",
  name: "Moderate or severe food insecurity (FIES)",
  definition:
    "Share of people who are moderately or severely food insecure on the Food Insecurity Experience Scale.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "food",
  dimensions: ["food"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["food-insecurity"],
  numerator: "people moderately or severely insecure",
  denominator: "population",
  formula: "100 * E[P(insecure)]",
  calculator: "food#foodInsecurity",
  disaggregation: ["sex", "age", "urbanisation", "severity"],
  sdg: [/* @__PURE__ */ sdgIndicator("2.1.2", "C020102")],
  source: { publisher: "FAO", dataset: "FAOSTAT Food Security Indicators" },
  methodKind: "survey-prevalence",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    "FAO publishes three-year averages under one year. Values for both sexes are for all ages, those by sex for people of 15 and over: do not average the sexes.",
};

/** Prevalence of undernourishment: share of people whose habitual energy intake is too low for an active and healthy life. Unit: `PERCENT`. */
export const undernourishment: IndicatorDefinition = {
  id: "undernourishment",
  name: "Prevalence of undernourishment",
  definition:
    "Share of people whose habitual energy intake is too low for an active and healthy life.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "food",
  dimensions: ["food"],
  freedoms: ["from-want"],
  threats: ["food-insecurity"],
  numerator: "people below requirement (modelled)",
  denominator: "population",
  formula: "100 * P(intake < MDER)",
  calculator: "food#prevalenceOfUndernourishment",
  sdg: [/* @__PURE__ */ sdgIndicator("2.1.1", "C020101")],
  source: { publisher: "FAO", dataset: "FAOSTAT Food Security Indicators" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    'Modelled. FAO censors values below 2.5 percent ("<2.5"): flag them, never treat them as missing.',
};

/** Food security node of INFORM: score of food insecurity in the vulnerability dimension of the INFORM Risk Index, from 0 (least) to 10 (most). Unit: `SCORE_0_10`. */
export const informFoodSecurity: IndicatorDefinition = {
  id: "inform-food-security",
  name: "Food security node of INFORM",
  definition:
    "Score of food insecurity in the vulnerability dimension of the INFORM Risk Index, from 0 (least) to 10 (most).",
  unit: "SCORE_0_10",
  range: [0, 10],
  direction: "higherWorse",
  home: "food",
  dimensions: ["food"],
  freedoms: ["from-want"],
  threats: ["food-insecurity"],
  source: {
    publisher: "European Commission, Joint Research Centre (INFORM)",
    dataset: "INFORM Risk Index",
  },
  methodKind: "index",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    "A high score means more food insecurity, although the node is called Food Security. An index itself, made of several indicators and rounded to one decimal. It contains the prevalence of undernourishment: never use both in one index.",
};

/** Children under five who are stunted: share of children under five whose height for age is more than two standard deviations below the median of the WHO standards. Unit: `PERCENT`. */
export const stunting: IndicatorDefinition = {
  id: "stunting",
  name: "Children under five who are stunted",
  definition:
    "Share of children under five whose height for age is more than two standard deviations below the median of the WHO standards.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "food",
  dimensions: ["food", "health"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["malnutrition", "food-insecurity"],
  groups: ["children"],
  numerator: "stunted children",
  denominator: "children under 5",
  universe: { description: "children under five", age: [0, 4] },
  formula: "100 * stunted / children",
  calculator: "registry#computeIndicator",
  disaggregation: ["sex", "age", "urbanisation", "income"],
  sdg: [/* @__PURE__ */ sdgIndicator("2.2.1", "C020201")],
  source: { publisher: "UNICEF/WHO/World Bank", dataset: "Joint Malnutrition Estimates" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};

/** Children under five who are wasted: share of children under five whose weight for height is more than two standard deviations below the median of the WHO standards. Unit: `PERCENT`. */
export const wasting: IndicatorDefinition = {
  id: "wasting",
  name: "Children under five who are wasted",
  definition:
    "Share of children under five whose weight for height is more than two standard deviations below the median of the WHO standards.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "food",
  dimensions: ["food", "health"],
  freedoms: ["from-want"],
  threats: ["malnutrition", "food-insecurity"],
  groups: ["children"],
  numerator: "wasted children",
  denominator: "children under 5",
  universe: { description: "children under five", age: [0, 4] },
  formula: "100 * wasted / children",
  calculator: "registry#computeIndicator",
  disaggregation: ["sex", "age"],
  sdg: [/* @__PURE__ */ sdgIndicator("2.2.2", "C020202")],
  source: { publisher: "UNICEF/WHO/World Bank", dataset: "Joint Malnutrition Estimates" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};

/** People in IPC phase 3 or worse: share of the analysed population in phase 3 (crisis) or worse of the Integrated Food Security Phase Classification. Unit: `PERCENT`. */
export const acuteFoodInsecurity: IndicatorDefinition = {
  id: "acute-food-insecurity",
  name: "People in IPC phase 3 or worse",
  definition:
    "Share of the analysed population in phase 3 (crisis) or worse of the Integrated Food Security Phase Classification.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "food",
  dimensions: ["food"],
  freedoms: ["from-want", "from-fear"],
  threats: ["food-insecurity", "drought", "flooding"],
  numerator: "people in IPC 3+",
  denominator: "population analysed",
  universe: { description: "population analysed, often not the whole country" },
  formula: "100 * ipc3plus / analysed",
  calculator: "registry#computeIndicator",
  disaggregation: ["phase"],
  source: { publisher: "IPC / Cadre Harmonise", dataset: "IPC mapping" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes: "Denominator is the analysed population, often not national.",
};

/** Food price anomaly: growth of food prices, as standard deviations from its mean in the same season. Unit: `Z_SCORE`. */
export const foodPriceAnomaly: IndicatorDefinition = {
  id: "food-price-anomaly",
  name: "Food price anomaly",
  definition: "Growth of food prices, as standard deviations from its mean in the same season.",
  unit: "Z_SCORE",
  range: [null, null],
  direction: "higherWorse",
  home: "food",
  dimensions: ["food", "economic"],
  freedoms: ["from-want"],
  threats: ["food-price-shock"],
  numerator: "compound growth rate minus mean",
  denominator: "standard deviation",
  formula: "(CGR - mean) / sd",
  calculator: "food#priceAnomaly",
  disaggregation: ["commodity"],
  sdg: [/* @__PURE__ */ sdgIndicator("2.c.1", "C020c01")],
  source: { publisher: "FAO", dataset: "FPMA" },
  methodKind: "index",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};

/** People who cannot afford a healthy diet: share of people whose income does not cover a healthy diet. Unit: `PERCENT`. */
export const healthyDietUnaffordable: IndicatorDefinition = {
  id: "healthy-diet-unaffordable",
  name: "People who cannot afford a healthy diet",
  definition: "Share of people whose income does not cover a healthy diet.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "food",
  dimensions: ["food", "economic"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["food-insecurity", "poverty"],
  numerator: "people below the cost",
  denominator: "population",
  formula: "100 * belowCost / population",
  calculator: "registry#computeIndicator",
  source: { publisher: "FAO; World Bank", dataset: "Food Prices for Nutrition" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};
