// Several builds

export type { ComparedUnit, CompareOptions, IndexComparison } from "./compare-indices.js";
export { compareIndices } from "./compare-indices.js";
export type { RemovedElement, RemoveElementsOptions } from "./remove-elements.js";
export { removeElements } from "./remove-elements.js";
export type { WhatIf, WhatIfResult, WhatIfUnit } from "./what-if.js";
export { whatIf } from "./what-if.js";

// Units

export { nodeRanks } from "./node-ranks.js";
export type { ScoreTableOptions } from "./score-table.js";
export { scoreTable } from "./score-table.js";
export type {
  Peer,
  ProfileNode,
  StandingOut,
  Strengths,
  StrengthsOptions,
} from "./unit-profile.js";
export { peers, strengths, unitProfile } from "./unit-profile.js";

// Differences

export type { MeanPower } from "./contributions.js";
export { meanContributions, shapleyContributions } from "./contributions.js";
export type { DifferenceExplanation, DifferencePart } from "./explain-difference.js";
export { explainDifference } from "./explain-difference.js";
export type { SampledContributions, SampledShapleyOptions } from "./sampled-shapley.js";
export { sampledShapley } from "./sampled-shapley.js";
