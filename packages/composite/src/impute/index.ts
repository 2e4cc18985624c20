// From other units, other indicators, other periods

export type { ImputeByColumnOptions } from "./by-column.js";
export { imputeByColumn } from "./by-column.js";
export type { ImputeByUnitOptions } from "./by-unit.js";
export { imputeByUnit } from "./by-unit.js";
export type { NearestOptions } from "./nearest.js";
export { imputeByNearest } from "./nearest.js";
export type { ImputedSeries, ImputePanelOptions, PanelMethod } from "./panel.js";
export { imputePanel } from "./panel.js";

// From a model

export type { EmImputation, EmOptions, NormalModel } from "./em.js";
export { imputeByEm } from "./em.js";
export type { LittleTest } from "./little-test.js";
export { littleTest } from "./little-test.js";
export type { MultipleOptions, PooledEstimate } from "./multiple.js";
export { imputeMultiple, poolEstimates } from "./multiple.js";
export type { RegressionImputation } from "./regression.js";
export { imputeByRegression } from "./regression.js";
