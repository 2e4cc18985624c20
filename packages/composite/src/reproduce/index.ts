export type { MethodsStatement, StatedStep } from "./methods-statement.js";
export { methodsStatement, methodsStatementResult } from "./methods-statement.js";
export type { RebuildOptions } from "./rebuild.js";
export { rebuild } from "./rebuild.js";
