import type { Catalog } from "@vitalcore/core";
import { areaCatalog } from "./areas/catalog.js";
import { labelCatalog } from "./label-catalog.js";
import { modelCatalog } from "./model/catalog.js";
import { observationCatalog } from "./observation-catalog.js";
import { periodCatalog } from "./periods/catalog.js";

/**
 * The rules that `domain` checks, by code: what a translation has to cover. Each part of the package
 * holds its own, so that a page that reads periods does not carry the sentences of observations.
 *
 * @example
 * ```ts
 * import { domainCatalog } from "@vitalcore/domain";
 * domainCatalog["domain/not-a-country"]?.severity; // => "warning"
 * ```
 */
export const domainCatalog: Catalog = /* @__PURE__ */ Object.assign(
  {},
  areaCatalog,
  labelCatalog,
  modelCatalog,
  observationCatalog,
  periodCatalog,
);
