export { indicatorsCatalog } from "./catalog.js";
export * from "./connectivity/index.js";
