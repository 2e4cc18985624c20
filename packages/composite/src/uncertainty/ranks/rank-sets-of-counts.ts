import type { Result } from "@vitalcore/core";
import { binomial } from "@vitalcore/stats/distributions";
import { require } from "../indices/check-numbers.js";
import { type FamilyTest, holm } from "./pair-tests.js";
import { boundsOf, checkCoverage, familiesOf, ranksOf } from "./rank-families.js";
import { type RankSetOptions, type RankSets, rankSetsResult } from "./rank-sets.js";

/**
 * Confidence sets of the ranks of units by counts: for two units, given their sum, the count of one is binomial.
 * Source: Bazylik, Mogstad, Romano, Shaikh and Wilhelm (2021), NBER Working Paper 29519.
 *
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { rankSetsOfCounts } from "@vitalcore/composite/uncertainty";
 * rankSetsOfCounts([120, 98, 20]).worst; // => [2, 2, 3]
 * ```
 */
export function rankSetsOfCounts(
  counts: readonly number[],
  options: Omit<RankSetOptions, "method" | "stepdown" | "draws" | "seed"> & {
    readonly method?: "bonferroni" | "holm";
  } = {},
): Result<RankSets> {
  const { coverage = 0.95, type = "two-sided", scope = "simultaneous", method = "holm" } = options;
  checkCoverage(coverage);
  counts.forEach((count, i) => {
    require(Number.isSafeInteger(count) &&
      count >= 0, `Count ${i + 1}`, count, "a whole number from 0");
  });
  const families = familiesOf(counts.length, type, scope);
  const tests = families.map(({ over, under }): FamilyTest => {
    const pValues = over.map((a, k) => {
      const mine = counts[a] as number;
      const n = mine + (counts[under[k] as number] as number);
      return n === 0 || mine === 0 ? 1 : binomial({ size: n, probability: 0.5 }).survival(mine - 1);
    });
    const level = (1 - coverage) / pValues.length;
    const rejected = method === "holm" ? holm(pValues, coverage) : pValues.map((p) => p <= level);
    return { rejected, critical: null };
  });
  return rankSetsResult.create({
    coverage,
    type,
    scope,
    method: "counts",
    rank: ranksOf(counts),
    ...boundsOf(counts.length, type, scope, families, tests),
    critical: tests.map(() => null),
  });
}
