export { type CsvwOptions, checkCsvw, type LoadFile } from "./check-csvw.js";
export { csvwCatalog } from "./csvw-catalog.js";
