import { inputCatalog } from "./catalog.js";
import { connectivityCatalog } from "./connectivity/catalog.js";
import { humanDevelopmentCatalog } from "./human-development/catalog.js";
import { multidimensionalPovertyCatalog } from "./multidimensional-poverty/catalog.js";

/** The rules that calculators check, by code: what a translation of their sentences needs. */
export const indicatorsCatalog = {
  ...inputCatalog,
  ...connectivityCatalog,
  ...humanDevelopmentCatalog,
  ...multidimensionalPovertyCatalog,
} as const;
