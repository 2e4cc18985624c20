import type { Source } from "../source.js";
import { citedWorks } from "./cited-works.js";
import { foundingTexts } from "./founding-texts.js";
import { standards } from "./standards.js";

export type { Anomaly, Basis, Citation } from "../vocabulary/evidence-types.js";
export { anomalies } from "./anomalies.js";
export { parseCitation } from "./citation.js";

/** Id of a source that ships here. */
export type SourceId =
  | (typeof foundingTexts)[number]["id"]
  | (typeof citedWorks)[number]["id"]
  | (typeof standards)[number]["id"];

/**
 * The sources of the vocabulary, as CSL-JSON: the five founding texts first, then the works that they cite,
 * then resolutions and classifications.
 *
 * @example
 * ```ts
 * import { sources } from "@vitalcore/domain/sources";
 * sources.find(({ id }) => id === "chs-2003")?.issued; // => { "date-parts": [[2003]] }
 * ```
 */
export const sources: readonly Source[] = [...foundingTexts, ...citedWorks, ...standards];
