export { indicatorsCatalog } from "./all-catalogs.js";
export * from "./connectivity/index.js";
export * from "./displacement/index.js";
export * from "./human-development/index.js";
export * from "./inequality/index.js";
export * from "./multidimensional-poverty/index.js";
export * from "./poverty/index.js";
export * from "./rates/index.js";
export * from "./risk/index.js";
