import type { CoreValueId } from "../vocabulary/core-values.js";
import type { Definition } from "./definition.js";

/**
 * What the core values mean.
 *
 * @example
 * ```ts
 * import { coreValueDefinitions } from "@vitalcore/domain/definitions";
 * coreValueDefinitions.survival.text; // => "Staying alive."
 * ```
 */
export const coreValueDefinitions: Readonly<Record<CoreValueId, Definition>> = {
  survival: {
    text: "Staying alive.",
    sources: ["untfhs#3", "untfhs#9", "untfhs#22", "undp-2025#4"],
  },
  livelihood: {
    text: "Having the means to live, and work and care to live from.",
    sources: [
      "untfhs#3",
      "untfhs#9",
      "untfhs#22",
      "undp-2025#4",
      "chs-2003-extract#11",
      "course-human-security#10",
    ],
  },
  dignity: {
    text: "Living with self-respect, rights and the respect of others.",
    sources: [
      "untfhs#3",
      "untfhs#9",
      "untfhs#22",
      "undp-2025#4",
      "chs-2003-extract#11",
      "course-human-security#10",
    ],
  },
  safety: {
    text: "Being physically secure. Some texts name it beside livelihood and dignity where others name survival.",
    sources: ["chs-2003-extract#11", "course-human-security#10"],
  },
  agency: {
    text: "Being able to choose freely and safely and to shape one's own future.",
    sources: ["undp-2025#4", "undp-2025#5"],
  },
};
