export { indicatorsCatalog } from "./all-catalogs.js";
export * from "./connectivity/index.js";
export * from "./human-development/index.js";
export * from "./multidimensional-poverty/index.js";
