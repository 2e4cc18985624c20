import type { IndicatorDefinition } from "../indicator-definition.js";
import { sdgIndicator } from "./sdg.js";

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
  freedoms: ["from-fear", "from-want"],
  threats: ["natural-disaster"],
  source: {
    publisher: "European Commission, Joint Research Centre (INFORM)",
    dataset: "INFORM Risk Index",
  },
  methodKind: "index",
  ohchrStage: "outcome",
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
  freedoms: ["from-fear", "from-want"],
  threats: ["natural-disaster"],
  source: {
    publisher: "European Commission, Joint Research Centre (INFORM)",
    dataset: "INFORM Risk Index",
  },
  methodKind: "index",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes:
    "Recent means the years that the edition names. An index itself, made of several indicators and rounded to one decimal.",
};

/** People killed, missing or directly affected by disasters: people who died, went missing or were directly affected because of disasters, per 100,000 people a year. Unit: `PER_100000`. */
export const disasterAffected: IndicatorDefinition = {
  id: "disaster-affected",
  name: "People killed, missing or directly affected by disasters",
  definition:
    "People who died, went missing or were directly affected because of disasters, per 100,000 people a year.",
  unit: "PER_100000",
  range: [0, null],
  direction: "higherWorse",
  home: "environmental",
  dimensions: ["environmental", "personal"],
  freedoms: ["from-fear", "from-want"],
  threats: ["natural-disaster", "flooding", "drought", "climate-change"],
  numerator: "people dead, missing, affected",
  denominator: "population",
  formula: "100000 * (dead + missing + affected) / population",
  calculator: "registry#computeIndicator",
  disaggregation: ["hazard", "sex", "age"],
  sdg: [
    /* @__PURE__ */ sdgIndicator("13.1.1", "C200303"),
    /* @__PURE__ */ sdgIndicator("1.5.1", "C200303"),
    /* @__PURE__ */ sdgIndicator("11.5.1", "C200303"),
  ],
  source: { publisher: "UNDRR", dataset: "Sendai Framework Monitor" },
  methodKind: "rate",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};

/** Direct economic loss from disasters: direct economic loss from disasters as a share of gross domestic product. Unit: `PERCENT`. */
export const disasterEconomicLoss: IndicatorDefinition = {
  id: "disaster-economic-loss",
  name: "Direct economic loss from disasters",
  definition: "Direct economic loss from disasters as a share of gross domestic product.",
  unit: "PERCENT",
  range: [0, null],
  direction: "higherWorse",
  home: "environmental",
  dimensions: ["environmental", "economic"],
  freedoms: ["from-want"],
  threats: ["natural-disaster", "climate-change"],
  numerator: "direct economic loss",
  denominator: "GDP",
  formula: "100 * loss / GDP",
  calculator: "registry#computeIndicator",
  disaggregation: ["hazard"],
  sdg: [
    /* @__PURE__ */ sdgIndicator("1.5.2", "C010502"),
    /* @__PURE__ */ sdgIndicator("11.5.2", "C110502"),
  ],
  source: { publisher: "UNDRR", dataset: "Sendai Framework Monitor" },
  methodKind: "ratio",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
};

/** People covered by early warning: share of people covered by early warning of several hazards. Unit: `PERCENT`. */
export const earlyWarningCoverage: IndicatorDefinition = {
  id: "early-warning-coverage",
  name: "People covered by early warning",
  definition: "Share of people covered by early warning of several hazards.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "environmental",
  dimensions: ["environmental"],
  freedoms: ["from-fear"],
  threats: ["natural-disaster", "climate-change"],
  numerator: "people covered",
  denominator: "population",
  formula: "100 * covered / population",
  calculator: "registry#computeIndicator",
  disaggregation: ["hazard"],
  source: { publisher: "UNDRR; WMO", dataset: "Sendai Target G" },
  methodKind: "proportion",
  ohchrStage: "process",
  digital: false,
  status: "established",
};

/** Mean PM2.5 exposure: annual mean concentration of fine particles (PM2.5), weighted by population. Unit: `UG_PER_M3`. */
export const pm25Exposure: IndicatorDefinition = {
  id: "pm25-exposure",
  name: "Mean PM2.5 exposure",
  definition: "Annual mean concentration of fine particles (PM2.5), weighted by population.",
  unit: "UG_PER_M3",
  range: [0, null],
  direction: "higherWorse",
  home: "environmental",
  dimensions: ["environmental", "health"],
  freedoms: ["from-want"],
  threats: ["air-pollution"],
  numerator: "weighted concentration",
  denominator: "population",
  formula: "sum(pop*conc)/sum(pop)",
  calculator: "registry#computeIndicator",
  disaggregation: ["urbanisation"],
  sdg: [/* @__PURE__ */ sdgIndicator("11.6.2", "C110602")],
  source: { publisher: "WHO", dataset: "Global Health Observatory" },
  methodKind: "index",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes: "A mean of concentrations, not of harm.",
};

/** People using safely managed water: share of people who use drinking water from an improved source on premises, available when needed and free of contamination. Unit: `PERCENT`. */
export const safeWater: IndicatorDefinition = {
  id: "safe-water",
  name: "People using safely managed water",
  definition:
    "Share of people who use drinking water from an improved source on premises, available when needed and free of contamination.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherBetter",
  home: "environmental",
  dimensions: ["environmental", "health"],
  freedoms: ["from-want", "live-in-dignity"],
  threats: ["unsafe-water", "lack-of-basic-services"],
  numerator: "people served",
  denominator: "population",
  formula: "100 * served / population",
  calculator: "registry#computeIndicator",
  disaggregation: ["urbanisation", "income"],
  sdg: [/* @__PURE__ */ sdgIndicator("6.1.1", "C060101")],
  source: { publisher: "WHO/UNICEF", dataset: "JMP" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes: "The environmental home is a choice: it touches health as much.",
};

/** Degraded land: share of land that is degraded. Unit: `PERCENT`. */
export const landDegradation: IndicatorDefinition = {
  id: "land-degradation",
  name: "Degraded land",
  definition: "Share of land that is degraded.",
  unit: "PERCENT",
  range: [0, 100],
  direction: "higherWorse",
  home: "environmental",
  dimensions: ["environmental", "food"],
  freedoms: ["from-want"],
  threats: ["environmental-degradation"],
  numerator: "degraded area",
  denominator: "total land",
  formula: "100 * degraded / land",
  calculator: "registry#computeIndicator",
  sdg: [/* @__PURE__ */ sdgIndicator("15.3.1", "C150301")],
  source: { publisher: "UNCCD", dataset: "PRAIS" },
  methodKind: "proportion",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes: "Sub-indicators of land cover, productivity and carbon, one out all out.",
};

/** People displaced by disasters: new internal displacements because of disasters in a year. Unit: `MOVEMENTS`. */
export const disasterDisplacement: IndicatorDefinition = {
  id: "disaster-displacement",
  name: "People displaced by disasters",
  definition: "New internal displacements because of disasters in a year.",
  unit: "MOVEMENTS",
  range: [0, null],
  direction: "higherWorse",
  home: "environmental",
  dimensions: ["environmental", "community"],
  freedoms: ["from-fear", "from-want"],
  threats: ["natural-disaster", "forced-displacement", "climate-change"],
  groups: ["internally-displaced"],
  numerator: "new displacements",
  formula: "count",
  disaggregation: ["hazard"],
  source: { publisher: "IDMC", dataset: "GIDD" },
  methodKind: "count",
  ohchrStage: "outcome",
  digital: false,
  status: "established",
  notes: "Movements can count one person more than once.",
};
