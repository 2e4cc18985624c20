export type { CsvWriting } from "../csv-options.js";
export type { ObservationsRead } from "../read-record.js";
export { type HxlReading, readHxl } from "./read-hxl.js";
export { writeHxl } from "./write-hxl.js";
