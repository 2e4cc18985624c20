// What is uncertain

export { changeMethodology } from "./change.js";
export type { ImputationSetsOptions } from "./imputation-sets.js";
export { imputationSets } from "./imputation-sets.js";
export type {
  Alternative,
  ChoiceFactor,
  Design,
  ErrorCorrelation,
  Factor,
  GoalpostErrorFactor,
  MethodologyChange,
  ParameterDistribution,
  ParameterFactor,
  ReplicateEstimates,
  SamplingErrorFactor,
  UncertaintySpec,
  UnitCorrelation,
  ValueSet,
  ValueSetsFactor,
  WeightNoise,
  WeightNoiseFactor,
  WeightSet,
  WeightSetsFactor,
} from "./specification.js";

// Scenarios

export type { UncertaintyOptions } from "./uncertainty.js";
export { uncertainty } from "./uncertainty.js";
export type {
  Draws,
  ScoreHistogramBins,
  ShareMeaning,
  Spread,
  UncertaintyResult,
  UncertainUnit,
  UndecidedPair,
  UnitClasses,
} from "./uncertainty-result.js";
export {
  shareInBottom,
  shareInTop,
  uncertaintyResult,
  undecidedPairs,
} from "./uncertainty-result.js";

// Inference about ranks

export type {
  IndexErrors,
  IndexRankSetOptions,
  IndexRankSets,
  RankSetUnit,
} from "./ranks/index-rank-sets.js";
export { indexRankSets, indexRankSetsResult } from "./ranks/index-rank-sets.js";
export type { RankBounds, RankSetScope, RankSetType } from "./ranks/rank-families.js";
export type { RankSetMethod, RankSetOptions, RankSets } from "./ranks/rank-sets.js";
export { rankSets, rankSetsResult } from "./ranks/rank-sets.js";
export { rankSetsOfCounts } from "./ranks/rank-sets-of-counts.js";
export { rankSetsOfIntervals } from "./ranks/rank-sets-of-intervals.js";
export { unitsAmongBest, unitsAmongWorst } from "./ranks/units-among.js";

// Sampling error of scores with fixed goalposts, in closed form

export type { PairProbabilities, UncertainScores } from "./ranks/propagation.js";
export { pairProbabilities, rankProbabilities } from "./ranks/propagation.js";
export type { ScoreError } from "./ranks/score-errors.js";
export { scoreErrors } from "./ranks/score-errors.js";

// Weights

export type { IndexWeightReversal, ReversingOptions } from "./ranks/reversing-tree-weights.js";
export { reversingIndexWeights } from "./ranks/reversing-tree-weights.js";
export type { RankAcceptability, WeightReversal } from "./ranks/smaa.js";
export { rankAcceptability, rankAcceptabilityOfTwo, reversingWeights } from "./ranks/smaa.js";

// What to do about it

export type { LeastRegret, LeastRegretOptions, MethodologyRegret } from "./least-regret.js";
export { leastRegret, leastRegretResult } from "./least-regret.js";
export type {
  InformationValue,
  InformationValues,
  ValueOfInformationOptions,
} from "./value-of-information.js";
export { informationValuesResult, valueOfInformation } from "./value-of-information.js";

// Findings

export { uncertaintyCatalog } from "./catalog.js";
