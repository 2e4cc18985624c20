export { aggregateGroups } from "./aggregate.js";
export { normalizeLeaves } from "./normalize.js";
export type { GroupPlan, LeafPlan, MeanName, Plan, Workspace } from "./plan.js";
export { createWorkspace } from "./plan.js";
export { rankIndex, runPlan } from "./run.js";
