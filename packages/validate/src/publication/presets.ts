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
  cms: { kind: "count", least: 1, most: 10 },
  "wa-doh": { kind: "count", least: 1, most: 9 },
  "jrc-coverage": { kind: "coverage", atLeast: 0.65 },
} as const;

/** Name of a preset. */
export type PublicationPreset = keyof typeof publicationPresets;

/** Whether and how a value is to be shown, and why. */
export interface Presentation {
  readonly verdict: "present" | "parentheses" | "suppress";
  /** The step that decided, for example `n_eff<30`. */
  readonly reason: string;
  /** `review_df`, `review_0_or_100`, `footnote_complement`. */
  readonly flags: readonly string[];
}
