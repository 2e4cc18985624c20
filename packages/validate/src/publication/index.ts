// Whether a value may be shown

export type { PublicationCheck } from "./check-publication.js";
export { checkPublication } from "./check-publication.js";
export type { PublicationPreset } from "./presets.js";
export { publicationPresets } from "./presets.js";

// Hidden cells: those to hide are chosen by `protectCounts` of `@vitalcore/survey/publication`

export type { AuditCellsOptions, CellAudit } from "./audit-cells.js";
export { auditCells } from "./audit-cells.js";
export type { CellTable, TableCells } from "./table-cells.js";
export { cellsOfTable, checkHiddenCells } from "./table-cells.js";

// Microdata

export type { Anonymity, AnonymityOptions } from "./anonymity.js";
export { checkAnonymity } from "./anonymity.js";
export { publicationCatalog } from "./publication-catalog.js";
