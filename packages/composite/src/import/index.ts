export type {
  CoinToolOptions,
  CoinToolSheets,
  ImportedCoinTool,
  SheetRows,
} from "./import-coin-tool.js";
export { importCoinTool } from "./import-coin-tool.js";
export type { ImportedMethodology, ImportOptions } from "./import-coinr.js";
export { importCoinr } from "./import-coinr.js";
