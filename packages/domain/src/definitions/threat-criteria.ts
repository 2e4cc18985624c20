import type { ThreatCriterionId } from "../vocabulary/threat-criteria.js";
import type { Definition } from "./definition.js";

/**
 * What the criteria for threats mean.
 *
 * @example
 * ```ts
 * import { threatCriterionDefinitions } from "@vitalcore/domain/definitions";
 * threatCriterionDefinitions.critical.text; // => "The threat is severe: it strikes the vital core of life."
 * ```
 */
export const threatCriterionDefinitions: Readonly<Record<ThreatCriterionId, Definition>> = {
  critical: {
    text: "The threat is severe: it strikes the vital core of life.",
    sources: ["undp-2025#4", "chs-2003-extract#3", "chs-2003-extract#9"],
  },
  pervasive: {
    text: "The threat is large in scale or returns again and again.",
    sources: ["undp-2025#4", "chs-2003-extract#3", "chs-2003-extract#9"],
  },
  widespread: {
    text: "The threat reaches many people and places.",
    sources: ["untfhs#3", "untfhs#22"],
  },
  "cross-cutting": {
    text: "The threat touches several dimensions or freedoms at once.",
    sources: ["untfhs#3", "untfhs#22"],
  },
  current: { text: "The threat is at work now.", sources: ["untfhs#3", "untfhs#15"] },
  emerging: {
    text: "The threat is taking shape or is to be expected.",
    sources: ["untfhs#3", "untfhs#15", "undp-2025#7"],
  },
  sudden: {
    text: "The threat arrives fast and reverses earlier gains: downside risk.",
    sources: ["chs-2003-extract#9"],
  },
  transnational: {
    text: "The threat crosses borders.",
    sources: ["course-human-security#27", "course-human-security#66"],
  },
  "internal-or-external": {
    text: "Its root causes lie inside the country, outside it, or both; causes may be structural or behavioural.",
    sources: ["untfhs#15"],
  },
};
