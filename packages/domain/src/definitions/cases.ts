import type { CaseId } from "../vocabulary/cases.js";
import type { Definition } from "./definition.js";

/**
 * What the cases mean.
 *
 * @example
 * ```ts
 * import { caseDefinitions } from "@vitalcore/domain/definitions";
 * caseDefinitions["rwanda-genocide"].text; // => "The genocide of 1994, one of the worst failures of protection, whose effects were felt across the region nearly ten years later."
 * ```
 */
export const caseDefinitions: Readonly<Record<CaseId, Definition>> = {
  "rwanda-genocide": {
    text: "The genocide of 1994, one of the worst failures of protection, whose effects were felt across the region nearly ten years later.",
    sources: ["chs-2003-extract#7"],
  },
  afghanistan: {
    text: "Security of state and people were both at stake when the text was written, in 2003.",
    sources: ["chs-2003-extract#5"],
  },
  iraq: {
    text: "Security of state and people were both at stake when the text was written, in 2003.",
    sources: ["chs-2003-extract#5"],
  },
  palestine: {
    text: "Security of state and people were both at stake when the text was written, in 2003.",
    sources: ["chs-2003-extract#5"],
  },
  "asia-latin-america-downturns": {
    text: "Economic crises that met people without safety nets.",
    sources: ["chs-2003-extract#9"],
  },
  syria: {
    text: "Mass flight across borders and within the country.",
    sources: ["course-human-security#78"],
  },
  "turkey-lebanon-jordan": {
    text: "Neighbours of Syria that struggle to take in those who fled.",
    sources: ["course-human-security#78"],
  },
  "rohingya-bangladesh": {
    text: "Rohingya refugees, and what their long stay means for those who host them.",
    sources: ["course-human-security#80"],
  },
  "sub-saharan-africa-hiv": {
    text: "The region that HIV and AIDS hit hardest.",
    sources: ["course-human-security#68"],
  },
  "mobile-money-regions": {
    text: "Fast growth of mobile money in Sub-Saharan Africa, South Asia and East Asia.",
    sources: ["undp-2025#8"],
  },
  "great-lakes": {
    text: "Countries around the Great Lakes of Africa, where the effects of the genocide were felt for years.",
    sources: ["chs-2003-extract#7"],
  },
  "japan-digital-inclusion": {
    text: "A state that makes digital inclusion part of its human security policy.",
    sources: ["undp-2025#7"],
  },
  "canada-japan-adopters": {
    text: "Two states that took up the concept in the 1990s.",
    sources: ["undp-2025#7"],
  },
};
