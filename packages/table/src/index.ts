export { tableCatalog } from "./catalog.js";
// The way out, as plain JSON
export { columnsOf } from "./columns-of.js";
export { rowsOf } from "./rows-of.js";
