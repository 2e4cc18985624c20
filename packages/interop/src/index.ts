// What the formats have in common; each format is an entry of its own

export { interopCatalog } from "./catalog.js";
export type { CsvWriting } from "./csv-options.js";
export type { CsvTextOptions } from "./csv-table.js";
export type { ObservationsRead } from "./read-record.js";
