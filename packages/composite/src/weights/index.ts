// From data

export type { ShareBounds } from "./benefit-of-the-doubt.js";
export { benefitOfTheDoubt } from "./benefit-of-the-doubt.js";
export type {
  FactorOptions,
  FactorWeights,
  PcaWeights,
  WeightColumns,
  Weights,
} from "./data-driven.js";
export { criticWeights, entropyWeights, factorWeights, pcaWeights } from "./data-driven.js";
export type { DoubtScore } from "./doubt-scores.js";
export type { LikelihoodFactors } from "./likelihood-factors.js";
export { likelihoodFactors } from "./likelihood-factors.js";
export type { OptimizedWeights, OptimizeWeightsOptions } from "./optimize.js";
export { optimizeWeights } from "./optimize.js";

export type { RegressionWeights } from "./regression.js";
export { regressionWeights } from "./regression.js";

// From people

export type { AhpWeights, BudgetWeights } from "./from-experts.js";
export { ahpWeights, budgetWeights } from "./from-experts.js";

// Into a methodology

export { withWeights } from "./with-weights.js";
