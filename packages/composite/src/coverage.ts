/** Why an observation was not used, why a value is missing, or what a reader must know about one used. */
export type CoverageReason =
  // dropped
  | "not-in-framework"
  | "unit-not-listed"
  | "other-breakdown"
  | "other-edition"
  | "outside-window"
  | "other-period"
  // missing, as well as the three before the last above
  | "no-observation"
  | "no-value"
  | "no-denominator"
  // flagged
  | "status"
  | "note"
  | "clamped";

/** One line of the account of what entered the index, what did not, and why. */
export interface CoverageEntry {
  readonly outcome: "dropped" | "missing" | "flagged";
  readonly unit: string;
  readonly indicator: string;
  /** The leaf concerned; `null` where the indicator or unit is not in the index at all. */
  readonly node: string | null;
  readonly reason: CoverageReason;
  /** Observations or cells. */
  readonly count: number;
  /** The reason in words, with periods, status and note. */
  readonly detail: string;
}

/** Why a value is missing, in words. */
export const MISSING_IN_WORDS: Readonly<Partial<Record<CoverageReason, string>>> = {
  "no-observation": "no observation",
  "no-value": "no value",
  "no-denominator": "no value of the denominator",
  "outside-window": "no observation within the periods that are taken",
  "other-edition": "no observation of the edition that is taken",
  "other-breakdown": "no observation for the part of the population that is taken",
};
