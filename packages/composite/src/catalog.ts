import { type Finder, finder } from "@vitalcore/core";
import { dataRules } from "./catalog/data-rules.js";
import { documentRules } from "./catalog/document-rules.js";
import { frameworkRules } from "./catalog/framework-rules.js";
import { optionRules } from "./catalog/option-rules.js";
import { stageRules } from "./catalog/stage-rules.js";
import { functionCatalog } from "./function-catalog.js";

/** The rules that `composite` checks: the methodology, the data that enter, and the two together. */
const indexCatalog = {
  ...documentRules,
  ...frameworkRules,
  ...optionRules,
  ...dataRules,
  ...stageRules,
};

/** Everything that this package finds: in the methodology, the data, and in its functions alone. */
export const compositeCatalog: typeof indexCatalog & typeof functionCatalog = {
  ...indexCatalog,
  ...functionCatalog,
};

export const find: Finder<typeof indexCatalog> = /* @__PURE__ */ finder(indexCatalog);

/** The beginning of a hint that names what was probably meant. */
export function meant(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : `Did you mean "${suggestion}"? `;
}
