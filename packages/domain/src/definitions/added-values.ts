import type { AddedValueId } from "../vocabulary/added-values.js";
import type { Definition } from "./definition.js";

/**
 * What the added values mean.
 *
 * @example
 * ```ts
 * import { addedValueDefinitions } from "@vitalcore/domain/definitions";
 * addedValueDefinitions["av-rethink-security"].text; // => "Puts widespread and cross-cutting threats to people at the centre, and makes their security a basis of national development."
 * ```
 */
export const addedValueDefinitions: Readonly<Record<AddedValueId, Definition>> = {
  "av-rethink-security": {
    text: "Puts widespread and cross-cutting threats to people at the centre, and makes their security a basis of national development.",
    sources: ["untfhs#22"],
  },
  "av-complements-development": {
    text: "Supplies what peace, development and progress presuppose.",
    sources: ["untfhs#24"],
  },
  "av-integrated-response": {
    text: "Answers threats together, which limits their harm and keeps them from growing into wider crises.",
    sources: ["untfhs#26"],
  },
  "av-targeted-solutions": {
    text: "Looks at causes, forms and effects of threats to find what people need, where they are vulnerable, what they can do, and what comes first.",
    sources: ["untfhs#28"],
  },
  "av-actor-network": {
    text: "Joins the strengths of many actors at local, national, regional and international level.",
    sources: ["untfhs#30"],
  },
};
