export type {
  Block,
  CustomMean,
  CustomScores,
  Family,
  GroupPlan,
  LeafPlan,
  Lines,
  MeanName,
  Plan,
  Workspace,
} from "./plan.js";
export { createWorkspace } from "./plan.js";
export { runPlan } from "./run.js";
export { scoreUnits } from "./score-units.js";
