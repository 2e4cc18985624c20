// Reading
export type { ByteSource } from "./byte-source.js";
export type { DecimalMark } from "./number-text.js";
export type {
  CsvCellOf,
  CsvColumn,
  CsvLimits,
  CsvOptions,
  CsvResult,
  CsvRow,
  CsvSchema,
  CsvTable,
} from "./options.js";
export { readCsv } from "./read-csv.js";
export { type CsvChunkOptions, readCsvChunks, readCsvStream } from "./read-csv-stream.js";
// Writing
export { type WriteCsvOptions, writeCsv } from "./write-csv.js";
