import { VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import { requireOption } from "../check-input.js";
import { meanOf, requireIncomes } from "./incomes.js";

/** Who is poor: those `at-or-below` the line (as R's convey) or only those `below` it. */
export type PoorRule = "at-or-below" | "below";

/**
 * The poverty measure of Foster, Greer and Thorbecke: the mean over all of ((z - y) / z)^a of the poor, 0 of the
 * others. a = 0 is the headcount ratio, 1 the poverty gap, 2 its square.
 * Source: Foster, Greer and Thorbecke (1984), Econometrica 52.
 *
 * @param values - incomes, none missing; negative ones are allowed and have gaps above 1.
 * @param line - z, the poverty line, positive, in the unit of the incomes.
 * @param aversion - a, zero or positive.
 * @param weights - as many as values, zero or positive; equal if left out.
 * @param poor - who is poor; `at-or-below` if left out. Matters for a = 0 only.
 * @returns a proportion.
 * @throws VitalError `stats/invalid-parameter`, `stats/unknown-option`, and as `weightedMean`.
 *
 * @example
 * ```ts
 * import { fosterGreerThorbecke } from "@vitalcore/stats/inequality";
 * fosterGreerThorbecke([1, 2, 4, 9], 4, 0); // => 0.75
 * fosterGreerThorbecke([1, 2, 4, 9], 4, 1); // => 0.3125
 * ```
 */
export function fosterGreerThorbecke(
  values: ArrayLike<number>,
  line: number,
  aversion: number,
  weights?: ArrayLike<number>,
  poor: PoorRule = "at-or-below",
): number {
  const what = "The poverty measure";
  requireOption("rule for who is poor", ["at-or-below", "below"], poor);
  const problems = [
    {
      name: "the line",
      found: line,
      wanted: "a positive number",
      isRight: line > 0 && line < Infinity,
    },
    {
      name: "the aversion",
      found: aversion,
      wanted: "a finite number, zero or positive",
      isRight: aversion >= 0 && aversion < Infinity,
    },
  ].filter(({ isRight }) => !isRight);
  if (problems.length > 0) {
    throw new VitalError(
      problems.map(({ name, found, wanted }) =>
        find("stats/invalid-parameter", { found, facts: { what, name, wanted } }),
      ),
    );
  }
  const incomes = requireIncomes(what, values, weights, "nothing");
  const isPoor = (y: number) => y < line || (y === line && poor === "at-or-below");
  return meanOf(incomes, (y) => (isPoor(y) ? ((line - y) / line) ** aversion : 0));
}
