import { inputCatalog } from "./catalog.js";
import { connectivityCatalog } from "./connectivity/catalog.js";
import { digitalGovernanceCatalog } from "./digital-governance/catalog.js";
import { displacementCatalog } from "./displacement/catalog.js";
import { earlyWarningCatalog } from "./early-warning/catalog.js";
import { environmentCatalog } from "./environment/catalog.js";
import { foodCatalog } from "./food/catalog.js";
import { humanDevelopmentCatalog } from "./human-development/catalog.js";
import { microdataCatalog } from "./microdata/catalog.js";
import { multidimensionalPovertyCatalog } from "./multidimensional-poverty/catalog.js";
import { perceptionCatalog } from "./perception/catalog.js";
import { povertyCatalog } from "./poverty/catalog.js";
import { ratesCatalog } from "./rates/catalog.js";
import { registryCatalog } from "./registry/catalog.js";
import { violenceCatalog } from "./violence/catalog.js";

/** The rules that calculators check, by code: what a translation of their sentences needs. */
export const indicatorsCatalog = {
  ...inputCatalog,
  ...connectivityCatalog,
  ...digitalGovernanceCatalog,
  ...environmentCatalog,
  ...perceptionCatalog,
  ...displacementCatalog,
  ...earlyWarningCatalog,
  ...foodCatalog,
  ...humanDevelopmentCatalog,
  ...microdataCatalog,
  ...multidimensionalPovertyCatalog,
  ...povertyCatalog,
  ...ratesCatalog,
  ...registryCatalog,
  ...violenceCatalog,
} as const;
