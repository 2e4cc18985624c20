/**
 * What the approach adds to other approaches (UN Trust Fund for Human Security).
 *
 * @example
 * ```ts
 * import { addedValueIds } from "@vitalcore/domain/vocabulary";
 * addedValueIds.length; // => 5
 * ```
 */
export const addedValueIds = [
  "av-rethink-security",
  "av-complements-development",
  "av-integrated-response",
  "av-targeted-solutions",
  "av-actor-network",
] as const;

/** Id of an added value of the approach. */
export type AddedValueId = (typeof addedValueIds)[number];
