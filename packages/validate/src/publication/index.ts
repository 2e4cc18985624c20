// Whether a value may be shown

export type { PublicationCheck } from "./check-publication.js";
export { checkPublication } from "./check-publication.js";
export type { ProportionEstimate, ProportionPresentation } from "./present-proportion.js";
export { kornGraubardInterval, presentProportion } from "./present-proportion.js";
export type { RatePresentation, RegisteredRate, SampledRate } from "./present-rate.js";
export { presentCases, presentRate } from "./present-rate.js";
export type { Presentation, PublicationPreset } from "./presets.js";
export { publicationPresets } from "./presets.js";

// Hiding cells

export type { FeasibleInterval } from "./attack.js";
export type { CellRelation, PublishedCell } from "./cells.js";
export type {
  AuditCellsOptions,
  CellAudit,
  CellProtection,
  ProtectCellsOptions,
} from "./protect-cells.js";
export { auditCells, protectCells } from "./protect-cells.js";
export type { CellTable, TableCells } from "./table-cells.js";
export { cellsOfTable, checkHiddenCells } from "./table-cells.js";

// Microdata

export type { Anonymity, AnonymityOptions } from "./anonymity.js";
export { checkAnonymity } from "./anonymity.js";
export { publicationCatalog } from "./publication-catalog.js";
