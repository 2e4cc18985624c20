export type { Mapping, MappingScheme, Match } from "../vocabulary/evidence-types.js";
export { mappings } from "./mappings.js";
export { mappingSchemes } from "./schemes.js";
