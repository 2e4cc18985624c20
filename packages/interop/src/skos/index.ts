export type { JsonLdDocument, JsonLdNode, JsonLdValue } from "../rdf/json-ld.js";
export { checkSkos } from "./check-skos.js";
export type {
  SkosConcept,
  SkosLabels,
  SkosMapping,
  SkosMatch,
  SkosScheme,
  SkosTexts,
} from "./skos-scheme.js";
export { type SkosOptions, skosJsonLd, skosTurtle } from "./write-skos.js";
