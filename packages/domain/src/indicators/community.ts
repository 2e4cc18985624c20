import type { IndicatorDefinition } from "../indicator-definition.js";

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
  numerator:
    "refugees, asylum-seekers and other people in need of international protection from the country, at the end of the year",
  denominator: "population",
  formula: "100000 * (refugees + asylumSeekers + othersInNeedOfProtection) / population",
  disaggregation: ["sex", "age", "asylumCountry"],
  source: { publisher: "UNHCR", dataset: "Refugee Data Finder" },
  methodKind: "rate",
  digital: false,
  status: "established",
  notes:
    "SDG indicator 10.7.4 counts refugees alone and has no IRI in the UNSD graph of 2020. Palestine refugees under the mandate of UNRWA are not in the data of UNHCR. It measures flight that was possible, not all who wished to flee. May exceed 100,000: the people counted live outside the population that divides them.",
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
  numerator: "internally displaced people at the end of the year",
  denominator: "population",
  formula: "100000 * idps / population",
  disaggregation: ["cause", "sex", "age"],
  source: { publisher: "IDMC", dataset: "GIDD" },
  methodKind: "rate",
  digital: false,
  status: "established",
  notes:
    "Per 100,000, although the id says share: the share in percent is this divided by 1,000. IDMC and UNHCR count differently: never add them. Not listed may mean not monitored.",
};
