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
  RankSetMethod,
  RankSetOptions,
  RankSetScope,
  RankSets,
  RankSetType,
} from "./ranks/rank-sets.js";
export {
  rankSets,
  rankSetsOfCounts,
  rankSetsOfIntervals,
  rankSetsResult,
  unitsAmongBest,
  unitsAmongWorst,
} from "./ranks/rank-sets.js";

// Sampling error of scores with fixed goalposts, in closed form

export type { PairProbabilities, UncertainScores } from "./ranks/propagation.js";
export { pairProbabilities, rankProbabilities } from "./ranks/propagation.js";
export type { ScoreError } from "./ranks/score-errors.js";
export { scoreErrors } from "./ranks/score-errors.js";

// Weights

export type { RankAcceptability, WeightReversal } from "./ranks/smaa.js";
export { rankAcceptability, rankAcceptabilityOfTwo, reversingWeights } from "./ranks/smaa.js";

// Findings

export { uncertaintyCatalog } from "./catalog.js";
