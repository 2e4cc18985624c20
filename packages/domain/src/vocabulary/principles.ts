import type { PrincipleId } from "../ids.js";
import type { Principle } from "./record-types.js";

/**
 * The principles, and the strategies that put them into practice.
 *
 * @example
 * ```ts
 * import { principles } from "@vitalcore/domain/vocabulary";
 * principles["protection-and-empowerment"].informs; // => ["protection", "empowerment"]
 * ```
 */
export const principles: Readonly<Record<PrincipleId, Principle>> = {
  "people-centred": {},
  comprehensive: {},
  "context-specific": {},
  "prevention-oriented": {},
  "protection-and-empowerment": { informs: ["protection", "empowerment"] },
};
