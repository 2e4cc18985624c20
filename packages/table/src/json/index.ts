export { type JsonLimits, type JsonOptions, type JsonResult, readJson } from "./read-json.js";
export { readJsonLines } from "./read-json-lines.js";
