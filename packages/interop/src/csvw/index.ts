export type { ObservationsRead } from "../read-record.js";
export { readCsvw } from "./read-csvw.js";
export {
  type CsvwColumn,
  type CsvwMetadata,
  type CsvwOptions,
  type WrittenCsvw,
  writeCsvw,
} from "./write-csvw.js";
