import { countPresets } from "@vitalcore/survey/publication";

/**
 * Presets of what may be published, named after their sources. There is no default: whoever publishes chooses.
 *
 * - `nchs-proportion-2017`: Parker et al. 2017, Vital and Health Statistics 2(175).
 * - `nchs-rate-2023`: Parker et al. 2023, Vital and Health Statistics 2(200).
 * - `dhs`: The DHS Program, guide to tables: fewer than 25 cases not shown, 25 to 49 in parentheses.
 * - `cms`: CMS Cell Size Suppression Policy 2024: no cell of 1 to 10.
 * - `wa-doh`: Washington State Department of Health 2018: no count of 1 to 9.
 * - `jrc-coverage`: JRC COIN Tool: 65 % of values per unit and per indicator.
 */
export const publicationPresets = {
  "nchs-proportion-2017": { kind: "proportion" },
  "nchs-rate-2023": { kind: "rate" },
  dhs: { kind: "cases", suppressBelow: 25, parenthesesBelow: 50 },
  cms: { kind: "count", ...countPresets.cms },
  "wa-doh": { kind: "count", ...countPresets["wa-doh"] },
  "jrc-coverage": { kind: "coverage", atLeast: 0.65 },
} as const;

/** Name of a preset. */
export type PublicationPreset = keyof typeof publicationPresets;
