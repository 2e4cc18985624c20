export type { JsonLdDocument, JsonLdNode, JsonLdValue } from "../rdf/json-ld.js";
export type { ObservationsRead } from "../read-record.js";
export { type RdfQuad, type RdfTerm, readDataCube } from "./read-data-cube.js";
export { type DataCubeOptions, dataCubeJsonLd, dataCubeTurtle } from "./write-data-cube.js";
