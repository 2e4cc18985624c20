export { definitionsCatalog } from "./definitions-catalog.js";
export type { FrameworkRow } from "./framework-table.js";
export { checkFramework } from "./framework-table.js";
export { checkMetadata } from "./metadata.js";
export { checkTableSchema } from "./table-schema.js";
