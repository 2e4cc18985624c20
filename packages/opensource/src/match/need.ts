/** What a need can be about. */
export type NeedCriterion =
  | "dimension"
  | "threat"
  | "group"
  | "language"
  | "standard"
  | "kind"
  | "offline"
  | "freedom"
  | "all-freedoms"
  | "dpg"
  | "verified";

/**
 * One thing that is needed. Plain JSON.
 *
 * Values: ids for `dimension`, `threat`, `group` and `freedom`; a BCP 47 tag for `language`; the short name of a
 * `standard`; `software`, `data`, `content` or `service` for `kind`; `registered` or `nominated` for `dpg`; `true`
 * for `offline`, `all-freedoms` and `verified`.
 */
export interface Need {
  readonly criterion: NeedCriterion;
  readonly value: string | true;
  /** Solutions that do not fully meet it are excluded; otherwise it is a preference. */
  readonly required?: boolean;
  /** How much it counts against other needs, 0 to 1000; 1 if left out. Kept to six decimals. */
  readonly weight?: number;
}

/** Whether a solution meets a need. */
export type NeedOutcome = "met" | "partly" | "not-met" | "unknown";

/** What a solution says to a need. */
export interface Judgement {
  readonly outcome: NeedOutcome;
  readonly statement: string;
}
