import type { IndicatorDefinition } from "../indicator-definition.js";
import { sdgIndicator } from "./sdg.js";

/** Own decisions on reproductive health: share of women aged 15 to 49 who make their own informed decisions on sexual relations, contraceptive use and reproductive health care. Unit: `PERCENT`. */
export const reproductiveAutonomy: IndicatorDefinition = {
  id: "reproductive-autonomy",
  name: "Own decisions on reproductive health",
  definition:
    "Share of women aged 15 to 49 who make their own informed decisions on sexual relations, contraceptive use and reproductive health care.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "personal",
  dimensions: ["personal", "health"],
  freedoms: ["live-in-dignity"],
  threats: ["gender-based-violence"],
  groups: ["women"],
  numerator: "women who decide for themselves on all three",
  denominator: "women aged 15 to 49 who are married or in a union",
  universe: {
    description: "women aged 15 to 49 who are married or in a union",
    sex: "F",
    age: [15, 49],
  },
  formula: "100 * deciding / women",
  calculator: "registry/microdata#estimateIndicator",
  disaggregation: ["age", "urbanisation", "income", "education"],
  sdg: [/* @__PURE__ */ sdgIndicator("5.6.1", "C050601")],
  source: { publisher: "UNFPA", dataset: "SDG indicator 5.6.1" },
  methodKind: "survey-prevalence",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes: "A measure of agency. All three decisions must be the woman's own.",
  unverified: ["the IRI, formed after the pattern of the UNSD graph"],
};

/** Satisfaction with freedom of choice: share of people who are satisfied with their freedom to choose what they do with their lives. Unit: `PERCENT`. */
export const freedomOfChoice: IndicatorDefinition = {
  id: "freedom-of-choice",
  name: "Satisfaction with freedom of choice",
  definition:
    "Share of people who are satisfied with their freedom to choose what they do with their lives.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "political",
  dimensions: ["political", "personal"],
  freedoms: ["live-in-dignity"],
  threats: ["political-repression"],
  numerator: "people who are satisfied",
  denominator: "people who answered",
  formula: "100 * satisfied / answered",
  calculator: "registry/microdata#estimateIndicator",
  disaggregation: ["sex", "age", "urbanisation", "income", "education"],
  source: { publisher: "Gallup", dataset: "World Poll" },
  methodKind: "survey-prevalence",
  ohchrStage: "outcome",
  digital: false,
  status: "experimental",
  notes:
    "A measure of agency. Preferences adapt: people who expect little may be satisfied with it.",
  unverified: ["the wording of the question"],
};

/** Relative autonomy: mean over people of how far they act from motives of their own, after the relative autonomy index. Unit: `Z_SCORE`. */
export const relativeAutonomy: IndicatorDefinition = {
  id: "relative-autonomy",
  name: "Relative autonomy",
  definition:
    "Mean over people of how far they act from motives of their own, after the relative autonomy index.",
  unit: "Z_SCORE",
  range: [null, null],
  direction: "higherBetter",
  home: "personal",
  dimensions: ["personal", "political"],
  freedoms: ["live-in-dignity"],
  numerator: "weighted sum of scores of autonomous motives minus controlled ones",
  denominator: "people who answered",
  formula: "mean over people of the weighted sum over motives, standardized",
  parameters: { domain: ["work", "household", "mobility", "health", "participation"] },
  disaggregation: ["sex", "age", "urbanisation", "education"],
  source: { publisher: "OPHI", dataset: "Missing dimensions of poverty: agency module" },
  methodKind: "index",
  ohchrStage: "outcome",
  digital: false,
  status: "experimental",
  notes:
    "A measure of agency. State the domain, the weights of the motives and the reference population.",
  unverified: ["weights of the motives"],
};

/** Voter turnout: share of the population of voting age that voted in the last national election. Unit: `PERCENT`. */
export const voterTurnout: IndicatorDefinition = {
  id: "voter-turnout",
  name: "Voter turnout",
  definition: "Share of the population of voting age that voted in the last national election.",
  unit: "PERCENT",
  range: [0, null],
  direction: "ambiguous",
  home: "political",
  dimensions: ["political"],
  freedoms: ["live-in-dignity"],
  threats: ["political-repression"],
  numerator: "votes cast",
  denominator: "population of voting age",
  formula: "100 * votes / population",
  calculator: "registry#computeIndicator",
  parameters: { election: ["parliamentary", "presidential"], base: ["voting-age", "registered"] },
  disaggregation: ["sex", "age"],
  source: { publisher: "International IDEA", dataset: "Voter Turnout Database" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: false,
  status: "experimental",
  notes:
    "A measure of participation that is not free everywhere: a high value may mean compulsion, so it has no direction. May exceed 100 where citizens abroad vote.",
};

/** Political efficacy: share of people who feel that people like them have a say in what the government does. Unit: `PERCENT`. */
export const politicalEfficacy: IndicatorDefinition = {
  id: "political-efficacy",
  name: "Political efficacy",
  definition:
    "Share of people who feel that people like them have a say in what the government does.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "political",
  dimensions: ["political"],
  freedoms: ["live-in-dignity"],
  threats: ["underrepresentation-of-women", "political-repression"],
  numerator: "people who feel that they have a say",
  denominator: "people who answered",
  formula: "100 * agreeing / answered",
  calculator: "registry/microdata#estimateIndicator",
  disaggregation: ["sex", "age", "disability", "education", "urbanisation"],
  source: { publisher: "OECD; National surveys", dataset: "Trust surveys" },
  methodKind: "survey-prevalence",
  ohchrStage: "outcome",
  digital: false,
  status: "experimental",
  notes: "A measure of participation; related to SDG indicator 16.7.2, and not the same question.",
  unverified: ["the wording of the question"],
};

/** Civic participation: share of people who took part in a group, a public meeting or voluntary work in the last twelve months. Unit: `PERCENT`. */
export const civicParticipation: IndicatorDefinition = {
  id: "civic-participation",
  name: "Civic participation",
  definition:
    "Share of people who took part in a group, a public meeting or voluntary work in the last twelve months.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "community",
  dimensions: ["community", "political"],
  freedoms: ["live-in-dignity"],
  threats: ["weakened-social-cohesion"],
  numerator: "people who took part",
  denominator: "people who answered",
  formula: "100 * taking part / answered",
  calculator: "registry/microdata#estimateIndicator",
  parameters: { recallMonths: [12] },
  disaggregation: ["sex", "age", "disability", "education", "urbanisation", "migrationStatus"],
  source: { publisher: "National surveys", dataset: "Time use, volunteering and value surveys" },
  methodKind: "survey-prevalence",
  ohchrStage: "outcome",
  digital: false,
  status: "experimental",
  notes: "A measure of participation. The list of activities decides the value: publish it.",
};
