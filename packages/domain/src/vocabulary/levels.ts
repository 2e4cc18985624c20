/**
 * Levels at which threats are answered, from the nearest up.
 *
 * @example
 * ```ts
 * import { levelIds } from "@vitalcore/domain/vocabulary";
 * levelIds[0]; // => "local"
 * ```
 */
export const levelIds = ["local", "national", "regional", "international"] as const;

/** Id of a level. */
export type LevelId = (typeof levelIds)[number];
