import type { IndicatorDefinition } from "../indicator-definition.js";

/** Perceived human insecurity: index of perceived human insecurity, made from survey items on socioeconomic, personal and community insecurity, from 0 to 1. Unit: `INDEX_0_1`. */
export const perceivedInsecurity: IndicatorDefinition = {
  id: "perceived-insecurity",
  name: "Perceived human insecurity",
  definition:
    "Index of perceived human insecurity, made from survey items on socioeconomic, personal and community insecurity, from 0 to 1.",
  unit: "INDEX_0_1",
  range: [0, 1],
  direction: "higherWorse",
  home: "personal",
  dimensions: ["personal", "economic", "food", "health", "environmental", "community", "political"],
  freedoms: ["from-fear", "from-want", "live-in-dignity"],
  threats: ["development-with-insecurity"],
  numerator: "item scores",
  denominator: "items",
  formula: "weighted mean of item scores",
  calculator: "registry#computeIndicator",
  disaggregation: ["sex", "age"],
  source: { publisher: "UNDP HDRO", dataset: "Index of Perceived Human Insecurity (WVS wave 7)" },
  methodKind: "index",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    "After the Index of Perceived Human Insecurity of UNDP (2022), from wave 7 of the World Values Survey.",
  unverified: ["weights and items are those of the annex of the report, which was not seen"],
};

/** Years of individual human security (King and Murray 2002): expected years of life lived outside generalized poverty, that is above a threshold in every domain of well-being. Unit: `YEARS`. */
export const yearsHumanSecurity: IndicatorDefinition = {
  id: "years-human-security",
  name: "Years of individual human security (King and Murray 2002)",
  definition:
    "Expected years of life lived outside generalized poverty, that is above a threshold in every domain of well-being.",
  unit: "YEARS",
  range: [0, null],
  direction: "higherBetter",
  home: "economic",
  dimensions: ["economic", "food", "health", "environmental", "personal", "community", "political"],
  freedoms: ["from-fear", "from-want", "live-in-dignity"],
  threats: ["poverty"],
  numerator: "expected years above all thresholds",
  formula: "sum_a S(a) * (1 - G(a)) * d^a",
  calculator: "poverty#yearsOfHumanSecurity",
  disaggregation: ["sex", "age"],
  source: { publisher: "Computed", dataset: "Life tables and domain surveys" },
  methodKind: "index",
  ohchrStage: "outcome",
  digital: false,
  status: "experimental",
  notes:
    "Whoever is below a threshold in any domain counts as poor (union rule): it needs the joint distribution over domains, or bounds from the margins.",
};
