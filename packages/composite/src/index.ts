// The methodology

export type {
  AggregateMethod,
  AggregateOptions,
  CustomName,
  DenominateOptions,
  DirectionOverride,
  FixedTreatment,
  FrameworkNode,
  ImputationsOptions,
  ImputeMethod,
  ImputeOptions,
  IndexMethodology,
  LeafDirection,
  LevelOptions,
  NormalizeMethod,
  NormalizeOptions,
  PanelOptions,
  RankOptions,
  ScreeningException,
  ScreeningOptions,
  SelectOptions,
  TieRule,
  Transform,
  TreatFunction,
  TreatOptions,
} from "./methodology.js";
export { formatVersion } from "./methodology.js";
export type { Budget, WeightingMethod, WeightingOptions } from "./weighting-options.js";

// Checking and building

export type { BuildIndexOptions } from "./build-index.js";
export { buildIndex } from "./build-index.js";
export type { CheckDocumentOptions } from "./check-document.js";
export { checkDocument } from "./check-document.js";
export type { CheckMethodologyOptions } from "./check-methodology.js";
export { checkMethodology } from "./check-methodology.js";
export type {
  CustomImputation,
  CustomMethods,
  CustomTreatment,
  CustomWeighting,
} from "./custom-methods.js";
export type { ImputedSets } from "./imputed-sets.js";
export { imputedSets } from "./imputed-sets.js";
export type { IndexDataOptions, IndexInput } from "./inspect-index.js";
export type { IndexPlan, PlanIndexOptions } from "./plan-index.js";
export { planIndex } from "./plan-index.js";

// Stages alone; treatment and imputation are in @vitalcore/composite/treat and /impute

export { denominate } from "./stages/denominate.js";
export type { GroupLabels } from "./stages/groupings.js";
export type { Availability } from "./stages/screen.js";
export { availability } from "./stages/screen.js";

// Results

export type { CoverageEntry, CoverageReason } from "./coverage.js";
export type { ExplainedLeaf, ExplainedNode, IndexExplanation } from "./explain.js";
export { explain, indexExplanation } from "./explain.js";
export type {
  BesideValues,
  Coverage,
  Failure,
  Fingerprints,
  IndexResult,
  IndicatorCoverage,
  InputRecord,
  LeafValue,
  NotRanked,
  PooledScore,
  ResultAggregation,
  ResultImputation,
  ResultNode,
  ResultNormalization,
  ResultTreatment,
  ResultWeighting,
  UnitResult,
} from "./index-result.js";
export { indexResult } from "./index-result.js";
export type { RankedTableOptions } from "./ranked-table.js";
export { rankedTable } from "./ranked-table.js";
export { resultRows } from "./result-rows.js";

// Findings

export { compositeCatalog } from "./catalog.js";
