import type { IndicatorDefinition } from "../indicator-definition.js";

/** Natural hazard and exposure node of INFORM: score of exposure of people to natural hazards in the INFORM Risk Index, from 0 (least) to 10 (most). Unit: `SCORE_0_10`. */
export const informNaturalHazardExposure: IndicatorDefinition = {
  id: "inform-natural-hazard-exposure",
  name: "Natural hazard and exposure node of INFORM",
  definition:
    "Score of exposure of people to natural hazards in the INFORM Risk Index, from 0 (least) to 10 (most).",
  unit: "SCORE_0_10",
  range: [0, 10],
  direction: "higherWorse",
  home: "environmental",
  dimensions: ["environmental"],
  source: {
    publisher: "European Commission, Joint Research Centre (INFORM)",
    dataset: "INFORM Risk Index",
  },
  methodKind: "index",
  digital: false,
  status: "established",
  notes:
    "Physical exposure, not harm done. An index itself, made of several indicators and rounded to one decimal. Favours small and calm countries.",
};

/** Recent shocks node of INFORM: score of people affected by recent disasters in the vulnerability dimension of the INFORM Risk Index, from 0 (fewest) to 10 (most). Unit: `SCORE_0_10`. */
export const informRecentDisasterShocks: IndicatorDefinition = {
  id: "inform-recent-disaster-shocks",
  name: "Recent shocks node of INFORM",
  definition:
    "Score of people affected by recent disasters in the vulnerability dimension of the INFORM Risk Index, from 0 (fewest) to 10 (most).",
  unit: "SCORE_0_10",
  range: [0, 10],
  direction: "higherWorse",
  home: "environmental",
  dimensions: ["environmental"],
  source: {
    publisher: "European Commission, Joint Research Centre (INFORM)",
    dataset: "INFORM Risk Index",
  },
  methodKind: "index",
  digital: false,
  status: "established",
  notes:
    "Recent means the years that the edition names. An index itself, made of several indicators and rounded to one decimal.",
};
