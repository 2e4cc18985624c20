import type { IndicatorDefinition } from "../indicator-definition.js";
import { sdgIndicator } from "./sdg.js";

/** Intentional homicide: victims of intentional homicide per 100,000 people a year. Unit: `PER_100000`. */
export const homicideRate: IndicatorDefinition = {
  id: "homicide-rate",
  name: "Intentional homicide",
  definition: "Victims of intentional homicide per 100,000 people a year.",
  unit: "PER_100000",
  range: [0, null],
  direction: "higherWorse",
  home: "personal",
  dimensions: ["personal"],
  numerator: "homicide victims",
  denominator: "population",
  formula: "100000 * victims / population",
  disaggregation: ["sex", "age", "mechanism", "relation"],
  sdg: [/* @__PURE__ */ sdgIndicator("16.1.1", "C160101")],
  source: { publisher: "UNODC", dataset: "UN-CTS / dataUNODC" },
  methodKind: "rate",
  digital: false,
  status: "established",
  notes:
    "Where only rates by sex are published, their plain mean assumes as many women as men: say so in the note of the value.",
};

/** Conflict deaths: conflict deaths per 100,000 people a year. Unit: `PER_100000`. */
export const conflictDeathRate: IndicatorDefinition = {
  id: "conflict-death-rate",
  name: "Conflict deaths",
  definition: "Conflict deaths per 100,000 people a year.",
  unit: "PER_100000",
  range: [0, null],
  direction: "higherWorse",
  home: "personal",
  dimensions: ["personal", "political"],
  numerator: "conflict deaths",
  denominator: "population",
  formula: "100000 * deaths / population",
  disaggregation: ["sex", "age", "cause"],
  sdg: [/* @__PURE__ */ sdgIndicator("16.1.2", "C160102")],
  source: { publisher: "OHCHR; UCDP", dataset: "16.1.2; GED" },
  methodKind: "rate",
  digital: false,
  status: "established",
  notes:
    "State which deaths are counted: battle-related deaths of UCDP leave out non-state and one-sided violence, and conflicts below 25 deaths a year.",
};
