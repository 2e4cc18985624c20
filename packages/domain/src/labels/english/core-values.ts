import type { CoreValueId } from "../../vocabulary/core-values.js";

/**
 * English labels of core values.
 *
 * @example
 * ```ts
 * import { coreValueLabels } from "@vitalcore/domain/labels/en";
 * coreValueLabels.survival; // => "Survival"
 * ```
 */
export const coreValueLabels: Readonly<Record<CoreValueId, string>> = {
  survival: "Survival",
  livelihood: "Livelihood",
  dignity: "Dignity",
  safety: "Safety",
  agency: "Agency",
};
