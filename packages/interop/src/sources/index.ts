export { bibTeX } from "./bibtex.js";
export { type CslItem, cslJson, readCslJson, type SourcesRead } from "./csl-json.js";
