export type { ImportedMethodology, ImportOptions } from "./import-coinr.js";
export { importCoinr } from "./import-coinr.js";
