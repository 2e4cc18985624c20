export type {
  Block,
  CustomMean,
  CustomScores,
  Family,
  GroupPlan,
  LeafPlan,
  MeanName,
  Plan,
  Workspace,
} from "./plan.js";
export { createWorkspace } from "./plan.js";
export { runPlan } from "./run.js";
