// Tables that may be printed

export type { CountPreset, CountPresetName } from "./count-presets.js";
export { countPresets } from "./count-presets.js";
export type {
  CellStatus,
  PublicationOptions,
  PublicationTable,
  ReliabilityPreset,
  TableCell,
} from "./publication-table.js";
export { publicationResult, publicationTable } from "./publication-table.js";

// Hiding counts, and trying to find them out

export type { Attack, AttackerKnowledge, HiddenCounts, Protection, Recovered } from "./attack.js";
export { attackCounts } from "./attack.js";
export type { CountCell, CountRelation } from "./counts.js";
export type { ProtectCountsOptions, ProtectedCounts } from "./protect.js";
export { protectCounts } from "./protect.js";
