export { type CsvwOptions, checkCsvw, type LoadFile } from "./check-csvw.js";
