/**
 * The seven dimensions of human security, in the order of the Human Development Report that named
 * them (UNDP 1994, chapter 2).
 *
 * @example
 * ```ts
 * import { dimensionIds } from "@vitalcore/domain/ids";
 * dimensionIds.length; // => 7
 * ```
 */
export const dimensionIds = [
  "economic",
  "food",
  "health",
  "environmental",
  "personal",
  "community",
  "political",
] as const;

/** One of the seven dimensions of human security (UNDP 1994). A closed set. */
export type DimensionId = (typeof dimensionIds)[number];

/**
 * The three freedoms that human security joins (UN General Assembly resolution 66/290, 2012).
 *
 * @example
 * ```ts
 * import { freedomIds } from "@vitalcore/domain/ids";
 * freedomIds[0]; // => "from-fear"
 * ```
 */
export const freedomIds = ["from-fear", "from-want", "live-in-dignity"] as const;

/** One of the three freedoms (UN General Assembly resolution 66/290). A closed set. */
export type FreedomId = (typeof freedomIds)[number];

/**
 * The four freedoms of open source software, as UNDP (2025) names them.
 *
 * @example
 * ```ts
 * import { openSourceFreedomIds } from "@vitalcore/domain/ids";
 * openSourceFreedomIds.join(", "); // => "inspect, use, modify, distribute"
 * ```
 */
export const openSourceFreedomIds = ["inspect", "use", "modify", "distribute"] as const;

/** One of the four freedoms of open source software. A closed set. */
export type OpenSourceFreedomId = (typeof openSourceFreedomIds)[number];

/**
 * The five principles of the human security approach (UN Trust Fund for Human Security).
 *
 * @example
 * ```ts
 * import { principleIds } from "@vitalcore/domain/ids";
 * principleIds[0]; // => "people-centred"
 * ```
 */
export const principleIds = [
  "people-centred",
  "comprehensive",
  "context-specific",
  "prevention-oriented",
  "protection-and-empowerment",
] as const;

/** One of the five principles of the human security approach. A closed set. */
export type PrincipleId = (typeof principleIds)[number];

/** Any id of the closed core: a dimension, a freedom, an open source freedom or a principle. */
export type CoreConceptId = DimensionId | FreedomId | OpenSourceFreedomId | PrincipleId;

function isOneOf<Id extends string>(ids: readonly Id[], text: unknown): text is Id {
  return (ids as readonly unknown[]).includes(text);
}

/**
 * Whether a value is the id of a dimension.
 *
 * @example
 * ```ts
 * import { isDimensionId } from "@vitalcore/domain/ids";
 * isDimensionId("food"); // => true
 * isDimensionId("digital"); // => false
 * ```
 */
export function isDimensionId(value: unknown): value is DimensionId {
  return isOneOf(dimensionIds, value);
}

/**
 * Whether a value is the id of a freedom.
 *
 * @example
 * ```ts
 * import { isFreedomId } from "@vitalcore/domain/ids";
 * isFreedomId("from-want"); // => true
 * ```
 */
export function isFreedomId(value: unknown): value is FreedomId {
  return isOneOf(freedomIds, value);
}

/**
 * Whether a value is the id of an open source freedom.
 *
 * @example
 * ```ts
 * import { isOpenSourceFreedomId } from "@vitalcore/domain/ids";
 * isOpenSourceFreedomId("inspect"); // => true
 * ```
 */
export function isOpenSourceFreedomId(value: unknown): value is OpenSourceFreedomId {
  return isOneOf(openSourceFreedomIds, value);
}

/**
 * Whether a value is the id of a principle.
 *
 * @example
 * ```ts
 * import { isPrincipleId } from "@vitalcore/domain/ids";
 * isPrincipleId("comprehensive"); // => true
 * ```
 */
export function isPrincipleId(value: unknown): value is PrincipleId {
  return isOneOf(principleIds, value);
}
