export type { DocumentPath, DocumentReading, Misfit } from "./read-document.js";
export { readDocument } from "./read-document.js";
export type { Fields, Shape } from "./shape.js";
