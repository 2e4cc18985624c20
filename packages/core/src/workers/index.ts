export { type Job, runTasks } from "./run-tasks.js";
export { type Answer, type Port, type Request, serveTasks } from "./serve-tasks.js";
export { startThread, type Thread } from "./thread.js";
