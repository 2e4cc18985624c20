/**
 * Status of an observation: the codes of the SDMX code list CL_OBS_STATUS, version 2.2. Several may
 * hold at once.
 */
export type ObsStatus =
  | "A" // normal
  | "B" // time series break
  | "D" // definition differs
  | "E" // estimated
  | "F" // forecast
  | "G" // experimental
  | "H" // missing: holiday or weekend
  | "I" // imputed by the receiving agency
  | "J" // derogation
  | "K" // included in another category
  | "L" // missing: exists but was not collected
  | "M" // missing: cannot exist
  | "N" // not significant
  | "O" // missing value
  | "P" // provisional
  | "Q" // missing: suppressed
  | "S" // strike and other special events
  | "U" // low reliability
  | "V" // unvalidated
  | "W"; // includes another category

/**
 * The codes of CL_OBS_STATUS with their labels, from the one that matters most to the one that
 * matters least. The order is the "observation status hierarchy" of SDMX, Possible Ways of Implementing
 * the Observation Status Concept, version 2.0 (2019), section 2.
 *
 * @example
 * ```ts
 * import { statusLabels } from "@vitalcore/domain";
 * statusLabels.Q; // => "Missing value; suppressed"
 * ```
 */
export const statusLabels: Readonly<Record<ObsStatus, string>> = {
  B: "Time series break",
  O: "Missing value",
  M: "Missing value; data cannot exist",
  L: "Missing value; data exist but were not collected",
  H: "Missing value; holiday or weekend",
  Q: "Missing value; suppressed",
  J: "Derogation",
  S: "Strike and other special events",
  D: "Definition differs",
  K: "Data included in another category",
  W: "Includes data from another category",
  I: "Imputed value",
  F: "Forecast value",
  E: "Estimated value",
  P: "Provisional value",
  N: "Not significant",
  U: "Low reliability",
  V: "Unvalidated value",
  G: "Experimental value",
  A: "Normal value",
};

/** The codes that say why a value is missing: with one of them a value may be `null`. */
export type MissingStatus = "H" | "K" | "L" | "M" | "O" | "Q";

const HIERARCHY = "BOMLHQJSDKWIFEPNUVGA";
const SAYS_WHY_MISSING = "HKLMOQ";
const FORBIDS_VALUE = "HLMOQ";

/**
 * Whether a value is a code of CL_OBS_STATUS.
 *
 * @example
 * ```ts
 * import { isObsStatus } from "@vitalcore/domain";
 * isObsStatus("E"); // => true
 * isObsStatus("Z"); // => false
 * ```
 */
export function isObsStatus(value: unknown): value is ObsStatus {
  return typeof value === "string" && value.length === 1 && HIERARCHY.includes(value);
}

/**
 * Whether a status says why a value is missing, so that `null` may stand with it: `H`, `L`, `M`, `O`,
 * `Q`, and `K` (the value is counted elsewhere), the codes that SDMX (2019, section 2) keeps for missing
 * values.
 *
 * @example
 * ```ts
 * import { allowsNull } from "@vitalcore/domain";
 * allowsNull("M"); // => true
 * allowsNull("E"); // => false
 * ```
 */
export function allowsNull(status: ObsStatus): status is MissingStatus {
  return SAYS_WHY_MISSING.includes(status);
}

/**
 * Whether a status denies that there is a value: a number with it contradicts itself.
 *
 * @example
 * ```ts
 * import { forbidsValue } from "@vitalcore/domain";
 * forbidsValue("Q"); // => true
 * forbidsValue("K"); // => false
 * ```
 */
export function forbidsValue(status: ObsStatus): boolean {
  return FORBIDS_VALUE.includes(status);
}

/**
 * Reduces several statuses to the one that matters most, for formats that hold one flag only. A time
 * series break goes before everything, `A` (normal) after everything.
 *
 * Source: SDMX, Possible Ways of Implementing the Observation Status Concept, version 2.0 (2019),
 * section 2 ("One flag only per value").
 *
 * @returns the status, or `undefined` for an empty list.
 *
 * @example
 * ```ts
 * import { mainStatus } from "@vitalcore/domain";
 * mainStatus(["Q", "B"]); // => "B"
 * mainStatus(["E", "D"]); // => "D"
 * ```
 */
export function mainStatus(statuses: readonly ObsStatus[]): ObsStatus | undefined {
  let main: ObsStatus | undefined;
  for (const status of statuses) {
    if (main === undefined || HIERARCHY.indexOf(status) < HIERARCHY.indexOf(main)) main = status;
  }
  return main;
}
