/**
 * The values at stake. Three belong together in each text: survival or safety, livelihood, dignity.
 *
 * @example
 * ```ts
 * import { coreValueIds } from "@vitalcore/domain/vocabulary";
 * coreValueIds.length; // => 5
 * ```
 */
export const coreValueIds = ["survival", "livelihood", "dignity", "safety", "agency"] as const;

/** Id of a core value. */
export type CoreValueId = (typeof coreValueIds)[number];
