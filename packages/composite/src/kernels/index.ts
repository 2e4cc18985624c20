export { aggregateGroups } from "./aggregate.js";
export { normalizeLeaves } from "./normalize.js";
export type { GroupPlan, LeafPlan, MeanName, Plan, Workspace } from "./plan.js";
export { createWorkspace } from "./plan.js";
export type { Ties } from "./rank.js";
export { rankColumn } from "./rank.js";
export { rankIndex, runPlan } from "./run.js";
