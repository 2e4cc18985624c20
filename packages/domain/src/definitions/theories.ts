import type { TheoryId } from "../vocabulary/theories.js";
import type { Definition } from "./definition.js";

/**
 * What the theories mean.
 *
 * @example
 * ```ts
 * import { theoryDefinitions } from "@vitalcore/domain/definitions";
 * theoryDefinitions.realism.text; // => "The tradition that puts states, their power and their survival first."
 * ```
 */
export const theoryDefinitions: Readonly<Record<TheoryId, Definition>> = {
  realism: {
    text: "The tradition that puts states, their power and their survival first.",
    sources: ["course-human-security#46", "course-human-security#50"],
  },
  rationalism: {
    text: "The view that the structure of the system fixes what actors want.",
    sources: ["course-human-security#48"],
  },
  constructivism: {
    text: "The view that society makes security what it is, and can change it.",
    sources: ["course-human-security#46", "course-human-security#48"],
  },
  feminism: {
    text: "The view that security thinking is biased to men's concerns, and that it must see violence at home, inequality and who is represented.",
    sources: ["course-human-security#46", "course-human-security#50", "babbitt-2023#50"],
  },
  "critical-security-studies": {
    text: "The school that asks for whom, from what and by what means: the origin of the guiding questions.",
    sources: ["babbitt-2023#50", "babbitt-2023#56"],
  },
  "capability-theory": {
    text: "The theory that judges well-being by what people are really able to be and to do.",
    sources: ["undp-2025#4", "undp-2025#5"],
  },
  liberalism: {
    text: "The tradition of free trade, rights and democracy, which globalization spread.",
    sources: ["course-human-security#25"],
  },
};
