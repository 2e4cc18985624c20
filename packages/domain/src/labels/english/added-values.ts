import type { AddedValueId } from "../../vocabulary/added-values.js";

/**
 * English labels of added values.
 *
 * @example
 * ```ts
 * import { addedValueLabels } from "@vitalcore/domain/labels/en";
 * addedValueLabels["av-rethink-security"]; // => "Rethinks security"
 * ```
 */
export const addedValueLabels: Readonly<Record<AddedValueId, string>> = {
  "av-rethink-security": "Rethinks security",
  "av-complements-development": "Strengthens human development",
  "av-integrated-response": "Integrated response",
  "av-targeted-solutions": "Targeted solutions",
  "av-actor-network": "Network of actors",
};
