import type { CoreConceptId } from "../ids.js";
import type { Definition } from "./definition.js";

/**
 * What dimensions, freedoms, open source freedoms and principles mean, in English and in our words.
 *
 * @example
 * ```ts
 * import { definitions } from "@vitalcore/domain/definitions";
 * definitions.health.text; // => "People are protected from disease and can reach prevention and care."
 * ```
 */
export const definitions: Readonly<Record<CoreConceptId, Definition>> = {
  economic: {
    text: "People can rely on a basic income or livelihood and are cushioned when it is lost.",
    sources: [
      "undp-1994",
      "undp-2025#14",
      "undp-2025#9",
      "course-human-security#10",
      "chs-2003-extract#9",
    ],
  },
  food: {
    text: "People can reach enough safe and nourishing food at all times.",
    sources: ["undp-1994", "undp-2025#14", "undp-2025#13"],
  },
  health: {
    text: "People are protected from disease and can reach prevention and care.",
    sources: ["undp-1994", "undp-2025#14", "undp-2025#8", "course-human-security#64"],
  },
  environmental: {
    text: "People are protected from environmental decline, climate stress and natural hazards.",
    sources: ["undp-1994", "undp-2025#14", "undp-2025#3", "untfhs#9"],
  },
  personal: {
    text: "People are safe from physical and psychological violence, coercion, fraud and intrusion, whoever the perpetrator is.",
    sources: ["undp-1994", "undp-2025#14", "undp-2025#9"],
  },
  community: {
    text: "Groups can keep their identity, bonds and ways of life without attack or exclusion.",
    sources: ["undp-1994", "undp-2025#14", "course-human-security#27", "course-human-security#29"],
  },
  political: {
    text: "People can exercise basic rights and take part in public life without repression.",
    sources: ["undp-1994", "undp-2025#14", "course-human-security#10", "chs-2003-extract#7"],
  },
  "from-fear": {
    text: "Living without violence, repression or the threat of either.",
    sources: ["unga-2012", "untfhs#3", "untfhs#11", "course-human-security#10"],
  },
  "from-want": {
    text: "Having the material means for a decent life.",
    sources: ["unga-2012", "untfhs#3", "untfhs#11", "course-human-security#10"],
  },
  "live-in-dignity": {
    text: "Being treated as a person of equal worth, with rights, voice and choice.",
    sources: ["unga-2012", "untfhs#3", "untfhs#11", "babbitt-2023#50"],
  },
  inspect: {
    text: "Anyone may read the code and learn how the tool works, which builds technical literacy and transparency.",
    sources: ["undp-2025#3", "undp-2025#12"],
  },
  use: {
    text: "Anyone may run the software without restriction of purpose, income or place.",
    sources: ["undp-2025#3", "undp-2025#12"],
  },
  modify: {
    text: "Communities may adapt the tool to their own context.",
    sources: ["undp-2025#3", "undp-2025#12"],
  },
  distribute: {
    text: "Copies and adaptations may be passed on, so that solutions spread quickly.",
    sources: ["undp-2025#3", "undp-2025#12"],
  },
  "people-centred": {
    text: "Start from the conditions that endanger people, above all the most exposed, and not from the state.",
    sources: ["untfhs#7", "untfhs#9", "babbitt-2023#21", "babbitt-2023#38"],
  },
  comprehensive: {
    text: "Answer threats across sectors and with partners, because the freedoms they hit depend on one another.",
    sources: ["untfhs#7", "untfhs#11", "babbitt-2023#23", "babbitt-2023#41"],
  },
  "context-specific": {
    text: "Shape responses to local causes, needs, vulnerabilities and capacities, from the ground up.",
    sources: ["untfhs#7", "untfhs#13", "babbitt-2023#22", "babbitt-2023#40", "undp-2025#4"],
  },
  "prevention-oriented": {
    text: "Look for root causes and early signals, and act before harm occurs.",
    sources: ["untfhs#7", "untfhs#15", "babbitt-2023#24", "babbitt-2023#42"],
  },
  "protection-and-empowerment": {
    text: "Join top-down protection by norms and institutions with bottom-up empowerment by participation.",
    sources: ["untfhs#7", "untfhs#17", "chs-2003-extract#3"],
  },
};
