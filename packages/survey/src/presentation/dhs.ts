import { throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";

/** How DHS reports show a number. */
export type DhsVerdict = "present" | "parentheses" | "suppress";

/**
 * Decides by the rule of DHS reports how a percentage is shown: not at all on fewer than 25 unweighted
 * cases, in parentheses on 25 to 49. The weighted number that is printed in a table does not decide.
 *
 * @param n - unweighted cases of the denominator.
 * @throws VitalError `survey/option` for a weighted number.
 *
 * Source: Guide to DHS Statistics (2023), chapter 1.
 *
 * @example
 * ```ts
 * import { dhsVerdict } from "@vitalcore/survey";
 * [24, 25, 50].map(dhsVerdict); // => ["suppress", "parentheses", "present"]
 * ```
 */
export function dhsVerdict(n: number): DhsVerdict {
  if (!Number.isInteger(n) || n < 0) {
    const facts = { option: "`n`", wanted: "the whole, unweighted number of cases" };
    throwIfErrors([find("survey/option", { found: n, facts })]);
  }
  if (n < 25) return "suppress";
  return n < 50 ? "parentheses" : "present";
}
