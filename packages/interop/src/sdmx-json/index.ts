export type { ObservationsRead } from "../read-record.js";
export type { SdmxReading } from "../sdmx/reading-options.js";
export type { SdmxStructureId } from "../sdmx/structure-id.js";
export { type DataMessageOptions, sdmxDataMessage } from "./data-message.js";
export type {
  SdmxDataMessage,
  SdmxDataSet,
  SdmxDataStructure,
  SdmxMessageHeader,
  SdmxStructureMessage,
} from "./messages.js";
export { readSdmxDataMessage } from "./read-data-message.js";
export { type StructureMessageOptions, sdmxStructureMessage } from "./structure-message.js";
