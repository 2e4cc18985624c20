// Tables that may be printed
export type {
  Attack,
  AttackerKnowledge,
  CountCell,
  CountRelation,
  HiddenCounts,
  Protection,
  Recovered,
} from "./attack.js";
export { attackCounts } from "./attack.js";
export type {
  CellStatus,
  PublicationOptions,
  PublicationTable,
  PublishedCell,
} from "./publication-table.js";
export { publicationResult, publicationTable } from "./publication-table.js";
export type { Suppression, SuppressionOptions } from "./suppress.js";
export { suppressCounts } from "./suppress.js";
