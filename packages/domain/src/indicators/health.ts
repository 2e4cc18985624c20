import type { IndicatorDefinition } from "../indicator-definition.js";
import { sdgIndicator } from "./sdg.js";

/** Life expectancy at birth: years that a newborn would live if the mortality of the year at each age stayed as it is. Unit: `YEARS`. */
export const lifeExpectancy: IndicatorDefinition = {
  id: "life-expectancy",
  name: "Life expectancy at birth",
  definition:
    "Years that a newborn would live if the mortality of the year at each age stayed as it is.",
  unit: "YEARS",
  range: [0, null],
  direction: "higherBetter",
  home: "health",
  dimensions: ["health"],
  freedoms: ["from-want", "from-fear"],
  threats: ["infectious-disease", "noncommunicable-disease"],
  disaggregation: ["sex"],
  source: {
    publisher: "UNDP, Human Development Report Office",
    dataset: "Human Development Report, composite indices and components",
  },
  methodKind: "ratio",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    "From life tables, mostly modelled by the UN Population Division. The Human Development Index sets goalposts at 20 and 85 years.",
};

/** Maternal mortality ratio: maternal deaths per 100,000 live births. Unit: `PER_100000_LIVE_BIRTHS`. */
export const maternalMortality: IndicatorDefinition = {
  id: "maternal-mortality",
  name: "Maternal mortality ratio",
  definition: "Maternal deaths per 100,000 live births.",
  unit: "PER_100000_LIVE_BIRTHS",
  range: [0, null],
  direction: "higherWorse",
  home: "health",
  dimensions: ["health"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["lack-of-basic-services"],
  groups: ["women"],
  numerator: "maternal deaths",
  denominator: "live births",
  universe: { description: "live births", sex: "F" },
  formula: "100000 * deaths / births",
  calculator: "rates#crudeRate",
  disaggregation: ["age"],
  sdg: [/* @__PURE__ */ sdgIndicator("3.1.1", "C030101")],
  source: { publisher: "WHO", dataset: "Global Health Observatory" },
  methodKind: "ratio",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes: "Modelled estimates in most countries.",
};

/** Access to health care node of INFORM: score of lack of access to health care in the coping capacity dimension of the INFORM Risk Index, from 0 (least lack) to 10 (most). Unit: `SCORE_0_10`. */
export const informAccessToHealthCare: IndicatorDefinition = {
  id: "inform-access-to-health-care",
  name: "Access to health care node of INFORM",
  definition:
    "Score of lack of access to health care in the coping capacity dimension of the INFORM Risk Index, from 0 (least lack) to 10 (most).",
  unit: "SCORE_0_10",
  range: [0, 10],
  direction: "higherWorse",
  home: "health",
  dimensions: ["health"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["lack-of-basic-services"],
  source: {
    publisher: "European Commission, Joint Research Centre (INFORM)",
    dataset: "INFORM Risk Index",
  },
  methodKind: "index",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    "A high score means less access, although the node is called Access to health care. An index itself, made of several indicators and rounded to one decimal.",
};
