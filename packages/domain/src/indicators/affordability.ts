import type { IndicatorDefinition } from "../indicator-definition.js";

/** Data-only mobile broadband basket price: price of the entry basket of mobile broadband as a share of monthly gross national income per person. Unit: `PERCENT`. */
export const affordabilityRatio: IndicatorDefinition = {
  id: "affordability-ratio",
  name: "Data-only mobile broadband basket price",
  definition:
    "Price of the entry basket of mobile broadband as a share of monthly gross national income per person.",
  unit: "PERCENT",
  range: [0, null],
  direction: "higherWorse",
  home: "economic",
  dimensions: ["economic"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "monthly basket price",
  denominator: "monthly GNI per capita",
  formula: "100 * basketPrice / (GNIpc / 12)",
  calculator: "connectivity#affordability",
  inputs: [
    { name: "basketPrice", what: "monthly price of the entry basket" },
    {
      name: "GNIpc",
      what: "gross national income per person a year, in the currency of the price",
    },
  ],
  parameters: { basket: ["data-only-mobile", "mobile-data-and-voice", "fixed"] },
  source: { publisher: "ITU", dataset: "ICT Price Baskets" },
  methodKind: "ratio",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
  notes: "Target of the UN Broadband Commission: below 2 percent.",
  unverified: ["the target of 2 percent is cited from ITU and UN Broadband Commission"],
};

/** Affordability gap: percentage points by which the price of the entry basket exceeds the target; zero where the target is met. Unit: `PERCENTAGE_POINT`. */
export const affordabilityGap: IndicatorDefinition = {
  id: "affordability-gap",
  name: "Affordability gap",
  definition:
    "Percentage points by which the price of the entry basket exceeds the target; zero where the target is met.",
  unit: "PERCENTAGE_POINT",
  range: [0, null],
  direction: "higherWorse",
  home: "economic",
  dimensions: ["economic"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  groups: ["low-income-communities"],
  numerator: "affordabilityRatio - 2",
  formula: "max(0, affordabilityRatio - target)",
  calculator: "connectivity#affordabilityGap",
  inputs: [{ name: "affordabilityRatio", indicator: "affordability-ratio" }],
  parameters: { target: [2] },
  disaggregation: ["income"],
  source: { publisher: "ITU", dataset: "ICT Price Baskets" },
  methodKind: "gap",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
  notes:
    "National averages hide the poorest: compute by quintile with quintile income as denominator.",
};

/** Entry device cost: price of the cheapest handset that can use the internet as a share of monthly income. Unit: `PERCENT`. */
export const deviceAffordability: IndicatorDefinition = {
  id: "device-affordability",
  name: "Entry device cost",
  definition:
    "Price of the cheapest handset that can use the internet as a share of monthly income.",
  unit: "PERCENT",
  range: [0, null],
  direction: "higherWorse",
  home: "economic",
  dimensions: ["economic"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  numerator: "price of entry handset",
  denominator: "average monthly income (whole population or quintile)",
  formula: "100 * devicePrice / monthlyIncome",
  calculator: "connectivity#affordability",
  inputs: [
    { name: "devicePrice", what: "price of the cheapest handset" },
    { name: "monthlyIncome", what: "monthly income per person, in the currency of the price" },
  ],
  disaggregation: ["income"],
  source: { publisher: "GSMA", dataset: "State of Mobile Internet Connectivity" },
  methodKind: "ratio",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
  notes: "With the income of the poorest fifth it is another and higher number: name the income.",
};

/** Device gap: share of the people within a signal who have no device of their own that can use the internet. Unit: `PERCENT`. */
export const deviceGap: IndicatorDefinition = {
  id: "device-gap",
  name: "Device gap",
  definition:
    "Share of the people within a signal who have no device of their own that can use the internet.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "economic"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["digital-exclusion"],
  groups: ["women", "low-income-communities"],
  numerator: "covered people without own smartphone or computer",
  denominator: "covered people",
  formula: "100 * (C - D) / C",
  calculator: "microdata#connectivityEstimates",
  disaggregation: ["sex", "age", "urbanisation", "income", "education", "disability"],
  source: {
    publisher: "GSMA; national ICT surveys",
    dataset: "State of Mobile Internet Connectivity",
  },
  methodKind: "gap",
  ohchrStage: "outcome",
  digital: true,
  status: "established",
};
