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
  source: {
    publisher: "European Commission, Joint Research Centre (INFORM)",
    dataset: "INFORM Risk Index",
  },
  methodKind: "index",
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
  numerator: "seats held by women",
  denominator: "seats",
  formula: "100 * seats(F) / seats",
  disaggregation: ["chamber"],
  sdg: [/* @__PURE__ */ sdgIndicator("5.5.1", "C050501")],
  source: { publisher: "IPU", dataset: "Parline" },
  methodKind: "proportion",
  digital: false,
  status: "established",
  notes: "Parity is 50 percent; in an index, cap at 50 or say why not.",
};
