export type { CsvWriting } from "../csv-options.js";
export type { CsvTextOptions } from "../csv-table.js";
export type { ObservationsRead } from "../read-record.js";
export { readTidyCsv, writeTidyCsv } from "./tidy-csv.js";
export { readTidyJson, writeTidyJson } from "./tidy-json.js";
