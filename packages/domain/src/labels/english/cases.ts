import type { CaseId } from "../../vocabulary/cases.js";

/**
 * English labels of cases.
 *
 * @example
 * ```ts
 * import { caseLabels } from "@vitalcore/domain/labels/en";
 * caseLabels["rwanda-genocide"]; // => "Rwandan genocide"
 * ```
 */
export const caseLabels: Readonly<Record<CaseId, string>> = {
  "rwanda-genocide": "Rwandan genocide",
  afghanistan: "Afghanistan",
  iraq: "Iraq",
  palestine: "Palestine",
  "asia-latin-america-downturns": "Downturns in Asia and Latin America",
  syria: "Syrian conflict",
  "turkey-lebanon-jordan": "Turkey, Lebanon, Jordan",
  "rohingya-bangladesh": "Rohingya in Bangladesh",
  "sub-saharan-africa-hiv": "HIV/AIDS in sub-Saharan Africa",
  "mobile-money-regions": "Mobile money in sub-Saharan Africa, South Asia, East Asia",
  "great-lakes": "Great Lakes region of Africa",
  "japan-digital-inclusion": "Japan frames digital inclusion as human security",
  "canada-japan-adopters": "Canada and Japan as early adopters",
};
