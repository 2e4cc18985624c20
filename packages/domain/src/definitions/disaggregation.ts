import type { DisaggregationId } from "../vocabulary/disaggregation.js";
import type { Definition } from "./definition.js";

/**
 * What the axes of difference mean.
 *
 * @example
 * ```ts
 * import { disaggregationDefinitions } from "@vitalcore/domain/definitions";
 * disaggregationDefinitions.gender.text; // => "Women, men and people of other genders see and bear threats differently."
 * ```
 */
export const disaggregationDefinitions: Readonly<Record<DisaggregationId, Definition>> = {
  gender: {
    text: "Women, men and people of other genders see and bear threats differently.",
    sources: ["babbitt-2023#50"],
  },
  class: {
    text: "Social position shapes which threats a person meets.",
    sources: ["babbitt-2023#50"],
  },
  race: { text: "Threats fall, and are seen, differently by race.", sources: ["babbitt-2023#50"] },
  ethnicity: {
    text: "Threats fall, and are seen, differently by ethnic group.",
    sources: ["babbitt-2023#50"],
  },
  religion: {
    text: "Threats fall, and are seen, differently by religion.",
    sources: ["babbitt-2023#50"],
  },
  age: {
    text: "Children, youth and older people meet different threats.",
    sources: ["undp-2025#9", "babbitt-2023#46"],
  },
  income: {
    text: "Poor and rich households differ in exposure and in means to cope.",
    sources: ["undp-2025#9"],
  },
  "migration-status": {
    text: "Refugees, displaced people and migrants differ from those who stayed.",
    sources: ["undp-2025#9", "course-human-security#76"],
  },
  location: {
    text: "Remote or central, urban or rural, one region or another, within and across countries.",
    sources: ["undp-2025#8", "undp-2025#9", "undp-2025#12", "untfhs#13"],
  },
  "development-status": {
    text: "Developed, developing and least developed countries.",
    sources: ["undp-2025#6", "undp-2025#10", "untfhs#3"],
  },
  time: {
    text: "Threats change over time, so that every statement has a date.",
    sources: ["untfhs#13"],
  },
};
