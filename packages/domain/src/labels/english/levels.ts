import type { LevelId } from "../../vocabulary/levels.js";

/**
 * English labels of levels.
 *
 * @example
 * ```ts
 * import { levelLabels } from "@vitalcore/domain/labels/en";
 * levelLabels.local; // => "Local"
 * ```
 */
export const levelLabels: Readonly<Record<LevelId, string>> = {
  local: "Local",
  national: "National",
  regional: "Regional",
  international: "International / global",
};
