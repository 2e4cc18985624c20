import type { GuidingQuestionId } from "../vocabulary/guiding-questions.js";
import type { Definition } from "./definition.js";

/**
 * What the guiding questions mean.
 *
 * @example
 * ```ts
 * import { guidingQuestionDefinitions } from "@vitalcore/domain/definitions";
 * guidingQuestionDefinitions["security-for-whom"].text; // => "Who is to be made secure? People see threats differently by gender, class, race, ethnicity and religion."
 * ```
 */
export const guidingQuestionDefinitions: Readonly<Record<GuidingQuestionId, Definition>> = {
  "security-for-whom": {
    text: "Who is to be made secure? People see threats differently by gender, class, race, ethnicity and religion.",
    sources: ["babbitt-2023#28", "babbitt-2023#48", "babbitt-2023#50"],
  },
  "security-from-what": {
    text: "Which threats, as those affected define them? The state itself may be one.",
    sources: ["babbitt-2023#29", "babbitt-2023#48", "babbitt-2023#50"],
  },
  "security-by-what-means": {
    text: "Which measures, and which actors, those beyond the state included?",
    sources: ["babbitt-2023#30", "babbitt-2023#48", "babbitt-2023#50"],
  },
};
