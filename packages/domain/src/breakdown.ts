/**
 * Axes by which values are broken down, with the SDMX concept that each stands for where there is one.
 * Other axes may be used; these are the ones that mean the same everywhere.
 *
 * @example
 * ```ts
 * import { breakdownAxes } from "@vitalcore/domain";
 * breakdownAxes.sex.sdmx; // => "SEX"
 * ```
 */
export const breakdownAxes = {
  sex: { label: "Sex", sdmx: "SEX" },
  age: { label: "Age", sdmx: "AGE" },
  urbanisation: { label: "Degree of urbanization", sdmx: "URBANISATION" },
  income: { label: "Income or wealth quantile", sdmx: "INCOME_WEALTH_QUANTILE" },
  education: { label: "Education level", sdmx: "EDUCATION_LEV" },
  disability: { label: "Disability status", sdmx: "DISABILITY_STATUS" },
  occupation: { label: "Occupation", sdmx: "OCCUPATION" },
  technology: { label: "Technology", sdmx: null },
  migrationStatus: { label: "Migration status", sdmx: null },
  ethnicity: { label: "Ethnicity", sdmx: null },
  perpetrator: { label: "Perpetrator", sdmx: null },
  platform: { label: "Platform", sdmx: null },
  violenceType: { label: "Type of violence", sdmx: null },
  sexualOrientation: { label: "Sexual orientation", sdmx: null },
  hazard: { label: "Hazard", sdmx: null },
} as const satisfies Record<string, { readonly label: string; readonly sdmx: string | null }>;

/** An axis of breakdown that is known here. */
export type BreakdownAxis = keyof typeof breakdownAxes;

/** The category "total" of SDMX code lists: the axis is not broken down. */
export const TOTAL = "_T";
