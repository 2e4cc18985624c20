// Air and disasters

export { environmentCatalog } from "./catalog.js";
export type { DisasterImpact, DisasterIndicators, DisasterRate } from "./disaster-impact.js";
export { disasterIndicators } from "./disaster-impact.js";
export type { AirOfArea, Pm25Exposure } from "./pm25-exposure.js";
export { pm25ExposureOf, pm25Levels } from "./pm25-exposure.js";
