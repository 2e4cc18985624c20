import type { IndicatorDefinition } from "../indicator-definition.js";
import { sdgIndicator } from "./sdg.js";

/** Gross national income per person: gross national income per person a year, at purchasing power parity in international dollars of 2021. Unit: `PPP_DOLLAR_2021`. */
export const gniPerPerson: IndicatorDefinition = {
  id: "gni-per-person",
  name: "Gross national income per person",
  definition:
    "Gross national income per person a year, at purchasing power parity in international dollars of 2021.",
  unit: "PPP_DOLLAR_2021",
  range: [0, null],
  direction: "higherBetter",
  home: "economic",
  dimensions: ["economic"],
  freedoms: ["from-want"],
  threats: ["poverty", "economic-downturn"],
  numerator: "gross national income in 2021 PPP dollars",
  denominator: "population",
  formula: "GNI / population",
  calculator: "registry#computeIndicator",
  source: {
    publisher: "UNDP, Human Development Report Office",
    dataset: "Human Development Report, composite indices and components",
  },
  methodKind: "ratio",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    "The PPP base is part of the definition: earlier editions of the report are in 2017 dollars and must not be mixed with this one. Indices usually take its logarithm.",
};

/** People below the international poverty line: share of people who live below the international poverty line in force. Unit: `PERCENT`. */
export const extremePovertyRate: IndicatorDefinition = {
  id: "extreme-poverty-rate",
  name: "People below the international poverty line",
  definition: "Share of people who live below the international poverty line in force.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "economic",
  dimensions: ["economic"],
  freedoms: ["from-want"],
  threats: ["extreme-poverty", "poverty"],
  numerator: "people below the line",
  denominator: "population",
  formula: "100 * poor / population",
  calculator: "poverty#extremePoverty",
  parameters: { line: ["3.00 (2021 PPP)", "2.15 (2017 PPP)", "1.90 (2011 PPP)"] },
  disaggregation: ["sex", "age", "employment", "urbanisation"],
  sdg: [/* @__PURE__ */ sdgIndicator("1.1.1", "C010101")],
  source: { publisher: "World Bank", dataset: "WDI / PIP" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    "State the line and its PPP round with every value: $1.90 (2011 PPP), $2.15 (2017 PPP) and $3.00 (2021 PPP) are different quantities.",
};
