import type { IndicatorDefinition } from "../indicator-definition.js";
import { sdgIndicator } from "./sdg.js";

/** Refugees by country of origin: refugees, asylum-seekers and other people in need of international protection, by country of origin, per 100,000 people of that country. Unit: `PER_100000`. */
export const refugeesByOrigin: IndicatorDefinition = {
  id: "refugees-by-origin",
  name: "Refugees by country of origin",
  definition:
    "Refugees, asylum-seekers and other people in need of international protection, by country of origin, per 100,000 people of that country.",
  unit: "PER_100000",
  range: [0, null],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "political"],
  freedoms: ["from-fear", "live-in-dignity"],
  threats: ["forced-displacement", "persecution", "violent-conflict"],
  groups: ["refugees"],
  numerator:
    "refugees, asylum-seekers and other people in need of international protection from the country, at the end of the year",
  denominator: "population",
  formula: "100000 * (refugees + asylumSeekers + othersInNeedOfProtection) / population",
  calculator: "registry#computeIndicator",
  disaggregation: ["sex", "age", "asylumCountry"],
  source: { publisher: "UNHCR", dataset: "Refugee Data Finder" },
  methodKind: "rate",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    "SDG indicator 10.7.4 counts refugees alone and has no IRI in the UNSD graph of 2020. Palestine refugees under the mandate of UNRWA are not in the data of UNHCR. It measures flight that was possible, not all who wished to flee. May exceed 100,000: the people counted live outside the population that divides them.",
  unverified: ["SDG indicator 10.7.4 in the framework of 2025"],
};

/** Internally displaced people: people displaced inside their country by conflict and violence, at the end of the year, per 100,000 people. Unit: `PER_100000`. */
export const idpShare: IndicatorDefinition = {
  id: "idp-share",
  name: "Internally displaced people",
  definition:
    "People displaced inside their country by conflict and violence, at the end of the year, per 100,000 people.",
  unit: "PER_100000",
  range: [0, null],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "personal"],
  freedoms: ["from-fear", "from-want", "live-in-dignity"],
  threats: ["forced-displacement", "violent-conflict"],
  groups: ["internally-displaced"],
  numerator: "internally displaced people at the end of the year",
  denominator: "population",
  formula: "100000 * idps / population",
  calculator: "registry#computeIndicator",
  disaggregation: ["cause", "sex", "age"],
  source: { publisher: "IDMC", dataset: "GIDD" },
  methodKind: "rate",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    "Per 100,000, although the id says share: the share in percent is this divided by 1,000. IDMC and UNHCR count differently: never add them. Not listed may mean not monitored.",
};

/** People who felt discriminated against or harassed: share of people who felt discriminated against or harassed in the last twelve months on a ground that human rights law prohibits. Unit: `PERCENT`. */
export const discrimination12m: IndicatorDefinition = {
  id: "discrimination-12m",
  name: "People who felt discriminated against or harassed",
  definition:
    "Share of people who felt discriminated against or harassed in the last twelve months on a ground that human rights law prohibits.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community"],
  freedoms: ["live-in-dignity", "from-fear"],
  threats: ["discrimination"],
  groups: ["migrants", "ethnic-groups", "marginalized-groups"],
  numerator: "people reporting discrimination",
  denominator: "respondents",
  formula: "100 * yes / respondents",
  calculator: "registry/microdata#estimateIndicator",
  disaggregation: ["ground", "sex", "age", "disability"],
  sdg: [
    /* @__PURE__ */ sdgIndicator("16.b.1", "C200204"),
    /* @__PURE__ */ sdgIndicator("10.3.1", "C200204"),
  ],
  source: { publisher: "OHCHR", dataset: "16.b.1" },
  methodKind: "survey-prevalence",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};

/** Deaths and disappearances in migration: recorded deaths and disappearances during migration in a year. Unit: `PERSONS`. */
export const migrantDeaths: IndicatorDefinition = {
  id: "migrant-deaths",
  name: "Deaths and disappearances in migration",
  definition: "Recorded deaths and disappearances during migration in a year.",
  unit: "PERSONS",
  range: [0, null],
  direction: "higherWorse",
  home: "community",
  dimensions: ["community", "personal"],
  freedoms: ["from-fear", "live-in-dignity"],
  threats: ["forced-displacement", "human-trafficking"],
  groups: ["migrants"],
  numerator: "recorded deaths and missing",
  formula: "count",
  disaggregation: ["route", "cause"],
  source: { publisher: "IOM", dataset: "Missing Migrants Project" },
  methodKind: "count",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    "A minimum: many deaths go unrecorded. SDG indicator 10.7.3 has no IRI in the UNSD graph of 2020.",
  unverified: ["SDG indicator 10.7.3 in the framework of 2025"],
};

/** Refugees hosted relative to population: refugees hosted per 1,000 people. Unit: `PER_1000`. */
export const hostingBurden: IndicatorDefinition = {
  id: "hosting-burden",
  name: "Refugees hosted relative to population",
  definition: "Refugees hosted per 1,000 people.",
  unit: "PER_1000",
  range: [0, null],
  direction: "ambiguous",
  home: "community",
  dimensions: ["community", "economic"],
  freedoms: ["from-want"],
  threats: ["burden-on-host-communities"],
  groups: ["host-communities"],
  numerator: "refugees hosted",
  denominator: "population",
  formula: "1000 * hosted / population",
  calculator: "registry#computeIndicator",
  source: { publisher: "UNHCR", dataset: "Refugee Data Finder" },
  methodKind: "rate",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes: "Hosting is solidarity, not insecurity: never scored as worse without a written reason.",
};

/** Generalized trust: share of people who say that most people can be trusted. Unit: `PERCENT`. */
export const trustInOthers: IndicatorDefinition = {
  id: "trust-in-others",
  name: "Generalized trust",
  definition: "Share of people who say that most people can be trusted.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "community",
  dimensions: ["community"],
  freedoms: ["live-in-dignity", "from-fear"],
  threats: ["weakened-social-cohesion"],
  numerator: "trusting people",
  denominator: "respondents",
  formula: "100 * yes / respondents",
  calculator: "registry/microdata#estimateIndicator",
  disaggregation: ["sex", "age"],
  source: { publisher: "World Values Survey", dataset: "WVS" },
  methodKind: "survey-prevalence",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};
