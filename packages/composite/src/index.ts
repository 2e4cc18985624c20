// The methodology

export type {
  AggregateMethod,
  AggregateOptions,
  DirectionOverride,
  FrameworkNode,
  IndexMethodology,
  NormalizeMethod,
  NormalizeOptions,
  RankOptions,
  ScreeningOptions,
  SelectOptions,
  TieRule,
  Transform,
} from "./methodology.js";
export { formatVersion } from "./methodology.js";

// Checking and building

export type { BuildIndexOptions } from "./build-index.js";
export { buildIndex } from "./build-index.js";
export type { CheckMethodologyOptions } from "./check-methodology.js";
export { checkMethodology } from "./check-methodology.js";
export type { IndexDataOptions, IndexInput } from "./inspect-index.js";
export type { IndexPlan } from "./plan-index.js";
export { planIndex } from "./plan-index.js";

// Results

export type { CoverageEntry, CoverageReason } from "./coverage.js";
export type { ExplainedLeaf, ExplainedNode, IndexExplanation } from "./explain.js";
export { explain, indexExplanation } from "./explain.js";
export type {
  Coverage,
  Failure,
  IndexResult,
  IndicatorCoverage,
  InputRecord,
  LeafValue,
  NotRanked,
  ResultAggregation,
  ResultNode,
  ResultNormalization,
  UnitResult,
} from "./index-result.js";
export { indexResult } from "./index-result.js";
export type { RankedTableOptions } from "./ranked-table.js";
export { rankedTable } from "./ranked-table.js";
export { resultRows } from "./result-rows.js";

// Findings

export { compositeCatalog } from "./catalog.js";
