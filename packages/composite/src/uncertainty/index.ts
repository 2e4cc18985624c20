// What is uncertain

export { changeMethodology } from "./change.js";
export type {
  Alternative,
  ChoiceFactor,
  Design,
  ErrorCorrelation,
  Factor,
  MethodologyChange,
  SamplingErrorFactor,
  UncertaintySpec,
  WeightNoise,
  WeightNoiseFactor,
  WeightSet,
  WeightSetsFactor,
} from "./specification.js";

// Scenarios

export type { UncertaintyOptions } from "./uncertainty.js";
export { uncertainty } from "./uncertainty.js";
export type {
  ShareMeaning,
  Spread,
  UncertaintyResult,
  UncertainUnit,
  UndecidedPair,
} from "./uncertainty-result.js";
export { shareInTop, uncertaintyResult, undecidedPairs } from "./uncertainty-result.js";

// Findings

export { uncertaintyCatalog } from "./catalog.js";
