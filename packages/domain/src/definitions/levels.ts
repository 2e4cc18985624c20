import type { LevelId } from "../vocabulary/levels.js";
import type { Definition } from "./definition.js";

/**
 * What the levels mean.
 *
 * @example
 * ```ts
 * import { levelDefinitions } from "@vitalcore/domain/definitions";
 * levelDefinitions.local.text; // => "Where people live: village, district, town."
 * ```
 */
export const levelDefinitions: Readonly<Record<LevelId, Definition>> = {
  local: {
    text: "Where people live: village, district, town.",
    sources: ["untfhs#30", "babbitt-2023#40"],
  },
  national: { text: "A country.", sources: ["untfhs#30"] },
  regional: { text: "Several neighbouring countries.", sources: ["untfhs#30", "undp-2025#7"] },
  international: {
    text: "The world, or countries of several regions.",
    sources: ["untfhs#30", "course-human-security#29"],
  },
};
