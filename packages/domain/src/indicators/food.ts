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
  numerator: "people moderately or severely insecure",
  denominator: "population",
  formula: "100 * E[P(insecure)]",
  disaggregation: ["sex", "age", "urbanisation", "severity"],
  sdg: [/* @__PURE__ */ sdgIndicator("2.1.2", "C020102")],
  source: { publisher: "FAO", dataset: "FAOSTAT Food Security Indicators" },
  methodKind: "survey-prevalence",
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
  numerator: "people below requirement (modelled)",
  denominator: "population",
  formula: "100 * P(intake < MDER)",
  sdg: [/* @__PURE__ */ sdgIndicator("2.1.1", "C020101")],
  source: { publisher: "FAO", dataset: "FAOSTAT Food Security Indicators" },
  methodKind: "proportion",
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
  source: {
    publisher: "European Commission, Joint Research Centre (INFORM)",
    dataset: "INFORM Risk Index",
  },
  methodKind: "index",
  digital: false,
  status: "established",
  notes:
    "A high score means more food insecurity, although the node is called Food Security. An index itself, made of several indicators and rounded to one decimal. It contains the prevalence of undernourishment: never use both in one index.",
};
