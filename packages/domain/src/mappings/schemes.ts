import type { MappingScheme } from "../vocabulary/evidence-types.js";

/**
 * The schemes to which concepts are mapped. Hazard codes of 2020 and of 2025 are two schemes: the same code
 * means different things in them.
 *
 * @example
 * ```ts
 * import { mappingSchemes } from "@vitalcore/domain/mappings";
 * mappingSchemes.map(({ id }) => id).slice(0, 2); // => ["hips-2025", "hips-2020"]
 * ```
 */
export const mappingSchemes: readonly MappingScheme[] = [
  {
    id: "hips-2025",
    title: "UNDRR-ISC Hazard Information Profiles",
    version: "2025",
    license: "UN and ISC terms; codes only",
    URL: "https://www.undrr.org/publication/hazard-information-profiles-hips",
  },
  {
    id: "hips-2020",
    title: "UNDRR-ISC Hazard Information Profiles",
    version: "2020",
    license: "UN and ISC terms; codes only",
    URL: "https://www.preventionweb.net/drr-glossary/hips",
  },
  {
    id: "iccs-1.0",
    title: "International Classification of Crime for Statistical Purposes",
    version: "1.0 (2015)",
    license: "UN copyright; codes only",
  },
  {
    id: "sdmx-concepts",
    title: "Concepts of SDMX and of the SDG data structure",
    version: "cross-domain concepts 2.0",
    license: "open standard",
    URL: "https://sdmx.org",
  },
  {
    id: "fsf-freedoms",
    title:
      "The four essential freedoms of free software, numbered as by the Free Software Foundation",
    version: "undated",
    license: "numbers only",
    URL: "https://www.gnu.org/philosophy/free-sw.html",
  },
  {
    id: "isco-08",
    title: "International Standard Classification of Occupations",
    version: "2008",
    license: "ILO terms; codes only",
  },
];
