// Measures

export { multidimensionalPovertyCatalog } from "./catalog.js";
// Definitions of the indicators
export {
  multidimensionalHeadcount,
  multidimensionalIntensity,
} from "./definitions.js";
export type {
  CutoffMeasures,
  DimensionMeasures,
  IndicatorMeasures,
  PovertyMeasures,
} from "./measures.js";
export type { PovertyOptions } from "./multidimensional-poverty.js";
export { multidimensionalPoverty } from "./multidimensional-poverty.js";
export { povertyObservations } from "./observations.js";
// Change and robustness
export type { PovertyChange } from "./poverty-change.js";
export { povertyChange } from "./poverty-change.js";
export type { PovertyGaps } from "./poverty-gaps.js";
export { normalizedGap, povertyGaps } from "./poverty-gaps.js";
export type { MultidimensionalPoverty, PovertyGroup } from "./poverty-result.js";
export { multidimensionalPovertyResult } from "./poverty-result.js";
export type { PovertyRobustness, RobustnessTo } from "./poverty-robustness.js";
export { povertyRobustness } from "./poverty-robustness.js";
export { povertyStatistic } from "./poverty-statistic.js";
export type { PovertyColumns } from "./read-rows.js";
export type { ComparedMeasure, Dominance, RankAgreement, WithCutoffs } from "./robustness.js";
export { povertyDominance, rankAgreement } from "./robustness.js";
export type { ScoreTable } from "./score-table.js";
// Specifications
export type {
  Fraction,
  PovertyDimension,
  PovertyIndicator,
  PovertySpecification,
} from "./specification.js";
export { globalMpi } from "./specification.js";
export { equalWeights, withoutIndicators } from "./weights.js";
