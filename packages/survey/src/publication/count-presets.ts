/** A rule that says which counts are too small to be shown. */
export interface CountPreset {
  /** Counts from 1 to threshold - 1 are not shown. */
  readonly threshold: number;
  readonly source: string;
}

/**
 * Rules on small counts that are in use, named after who made them. There is no default: whoever publishes chooses,
 * by what the law and the data's owner say.
 *
 * @example
 * ```ts
 * import { countPresets } from "@vitalcore/survey/publication";
 * countPresets.cms.threshold; // => 11
 * ```
 */
export const countPresets = {
  cms: { threshold: 11, source: "CMS Cell Size Suppression Policy (2024): no count of 1 to 10" },
  "wa-doh": {
    threshold: 10,
    source: "Washington State Department of Health (2018): no count of 1 to 9",
  },
} as const satisfies Readonly<Record<string, CountPreset>>;

/** Name of a rule on small counts. */
export type CountPresetName = keyof typeof countPresets;
