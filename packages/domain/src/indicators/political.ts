import type { IndicatorDefinition } from "../indicator-definition.js";
import { sdgIndicator } from "./sdg.js";

/** Governance node of INFORM: score of weakness of governance in the coping capacity dimension of the INFORM Risk Index, from 0 (least weak) to 10 (weakest). Unit: `SCORE_0_10`. */
export const informGovernance: IndicatorDefinition = {
  id: "inform-governance",
  name: "Governance node of INFORM",
  definition:
    "Score of weakness of governance in the coping capacity dimension of the INFORM Risk Index, from 0 (least weak) to 10 (weakest).",
  unit: "SCORE_0_10",
  range: [0, 10],
  direction: "higherWorse",
  home: "political",
  dimensions: ["political"],
  freedoms: ["live-in-dignity"],
  threats: ["weak-or-collapsed-state", "corruption"],
  source: {
    publisher: "European Commission, Joint Research Centre (INFORM)",
    dataset: "INFORM Risk Index",
  },
  methodKind: "index",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    "A high score means weaker governance. Based on perceptions. An index itself, made of several indicators and rounded to one decimal.",
};

/** Women in parliament: share of seats in the national parliament that women hold. Unit: `PERCENT`. */
export const womenInParliament: IndicatorDefinition = {
  id: "women-in-parliament",
  name: "Women in parliament",
  definition: "Share of seats in the national parliament that women hold.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "political",
  dimensions: ["political"],
  freedoms: ["live-in-dignity"],
  threats: ["underrepresentation-of-women"],
  groups: ["women-politicians"],
  numerator: "seats held by women",
  denominator: "seats",
  formula: "100 * seats(F) / seats",
  calculator: "registry#computeIndicator",
  disaggregation: ["chamber"],
  sdg: [/* @__PURE__ */ sdgIndicator("5.5.1", "C050501")],
  source: { publisher: "IPU", dataset: "Parline" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes: "Parity is 50 percent; in an index, cap at 50 or say why not.",
};

/** Killings and attacks on journalists and defenders: verified cases of killing, enforced disappearance, torture, detention, kidnapping and other attacks on journalists, trade unionists and human rights defenders. Unit: `CASES`. */
export const journalistsKilled: IndicatorDefinition = {
  id: "journalists-killed",
  name: "Killings and attacks on journalists and defenders",
  definition:
    "Verified cases of killing, enforced disappearance, torture, detention, kidnapping and other attacks on journalists, trade unionists and human rights defenders.",
  unit: "CASES",
  range: [0, null],
  direction: "higherWorse",
  home: "political",
  dimensions: ["political", "personal"],
  freedoms: ["from-fear", "live-in-dignity"],
  threats: ["political-repression", "state-as-threat"],
  groups: ["journalists", "activists"],
  numerator: "verified cases",
  formula: "count",
  disaggregation: ["sex", "act"],
  sdg: [/* @__PURE__ */ sdgIndicator("16.10.1", "C161001")],
  source: { publisher: "OHCHR; UNESCO; ILO", dataset: "16.10.1" },
  methodKind: "count",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};

/** Belief that decisions are inclusive and responsive: share of people who believe that decision-making is inclusive and responsive. Unit: `PERCENT`. */
export const inclusiveDecisionMaking: IndicatorDefinition = {
  id: "inclusive-decision-making",
  name: "Belief that decisions are inclusive and responsive",
  definition: "Share of people who believe that decision-making is inclusive and responsive.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "political",
  dimensions: ["political"],
  freedoms: ["live-in-dignity"],
  threats: ["underrepresentation-of-women"],
  numerator: "people who agree",
  denominator: "respondents",
  formula: "100 * yes / respondents",
  calculator: "registry/microdata#estimateIndicator",
  disaggregation: ["sex", "age", "disability", "populationGroup"],
  sdg: [/* @__PURE__ */ sdgIndicator("16.7.2", "C160702")],
  source: { publisher: "UNDP", dataset: "16.7.2" },
  methodKind: "survey-prevalence",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};

/** People who paid or were asked for a bribe: share of people with at least one contact with a public official who paid, or were asked for, a bribe in the last twelve months. Unit: `PERCENT`. */
export const briberyRate: IndicatorDefinition = {
  id: "bribery-rate",
  name: "People who paid or were asked for a bribe",
  definition:
    "Share of people with at least one contact with a public official who paid, or were asked for, a bribe in the last twelve months.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "political",
  dimensions: ["political", "economic"],
  freedoms: ["live-in-dignity", "from-want"],
  threats: ["corruption", "weak-or-collapsed-state"],
  numerator: "people who paid or were asked",
  denominator: "people with a contact",
  universe: {
    description:
      "people with at least one contact with a public official in the last twelve months",
  },
  formula: "100 * bribed / contacts",
  calculator: "registry/microdata#estimateIndicator",
  disaggregation: ["sex", "age", "sector"],
  sdg: [/* @__PURE__ */ sdgIndicator("16.5.1", "C160501")],
  source: { publisher: "UNODC", dataset: "UN-CTS / dataUNODC" },
  methodKind: "survey-prevalence",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};

/** Unsentenced detainees: share of prisoners who have not been sentenced. Unit: `PERCENT`. */
export const unsentencedDetainees: IndicatorDefinition = {
  id: "unsentenced-detainees",
  name: "Unsentenced detainees",
  definition: "Share of prisoners who have not been sentenced.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "political",
  dimensions: ["political"],
  freedoms: ["from-fear", "live-in-dignity"],
  threats: ["political-repression"],
  numerator: "unsentenced",
  denominator: "prison population",
  universe: { description: "prison population" },
  formula: "100 * unsentenced / prisoners",
  calculator: "registry#computeIndicator",
  disaggregation: ["sex", "age"],
  sdg: [/* @__PURE__ */ sdgIndicator("16.3.2", "C160302")],
  source: { publisher: "UNODC", dataset: "UN-CTS / dataUNODC" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};

/** Children under five with registered birth: share of children under five whose birth is registered. Unit: `PERCENT`. */
export const birthRegistration: IndicatorDefinition = {
  id: "birth-registration",
  name: "Children under five with registered birth",
  definition: "Share of children under five whose birth is registered.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "political",
  dimensions: ["political", "community"],
  freedoms: ["live-in-dignity"],
  threats: ["statelessness"],
  groups: ["children", "stateless-people"],
  numerator: "registered children",
  denominator: "children under 5",
  universe: { description: "children under five", age: [0, 4] },
  formula: "100 * registered / children",
  calculator: "registry#computeIndicator",
  disaggregation: ["sex", "urbanisation", "income"],
  sdg: [/* @__PURE__ */ sdgIndicator("16.9.1", "C160901")],
  source: { publisher: "UNICEF", dataset: "UNICEF data" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};
