// Series and rules

export type { Alert, WarningRule } from "./alerts.js";
export { watch } from "./alerts.js";
export { earlyWarningCatalog } from "./catalog.js";
// Methods
export type { ChangePoint } from "./change-point.js";
export { changePoint } from "./change-point.js";
export type { ChangePointOptions, ChangePoints, LevelShift } from "./change-points.js";
export { changePoints } from "./change-points.js";
export type { ChartPoint, ControlChart, InControl } from "./control-charts.js";
export { cusumChart, ewmaChart } from "./control-charts.js";
export type { SeasonalAnomaly, SeasonalDecomposition } from "./seasonal.js";
export { seasonalAnomalies, seasonalDecomposition } from "./seasonal.js";
export type { Series } from "./series.js";
export { seriesOf } from "./series.js";
export type { MonotoneTrend, Projection, TrendProjection, TrendScale } from "./trend.js";
export { monotoneTrend, projectTrend } from "./trend.js";
