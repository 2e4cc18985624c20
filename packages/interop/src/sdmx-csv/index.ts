export type { ObservationsRead } from "../read-record.js";
export type { SdmxReading } from "../sdmx/reading-options.js";
export type { SdmxStructureId } from "../sdmx/structure-id.js";
export { type ReadSdmxCsvOptions, readSdmxCsv } from "./read-sdmx-csv.js";
export { type WriteSdmxCsvOptions, writeSdmxCsv } from "./write-sdmx-csv.js";
