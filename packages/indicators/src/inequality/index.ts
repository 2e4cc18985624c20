// Measures of inequality

export type { IncomeWeights } from "./income-weights.js";
export type {
  InequalityByGroup,
  InequalityOptions,
  InequalityProfile,
} from "./inequality-profile.js";
export { concentrationIndex, inequalityByGroup, inequalityProfile } from "./inequality-profile.js";
export type { LorenzDominance } from "./lorenz-dominance.js";
export { lorenzDominance } from "./lorenz-dominance.js";
