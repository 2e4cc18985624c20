import { defineResult, type Result, type ResultKind } from "@vitalcore/core";
import { normalSurvival } from "@vitalcore/stats/distributions";
import { require } from "../indices/check-numbers.js";
import {
  bonferroni,
  bootstrapCritical,
  type Comparison,
  differences,
  errorDraws,
  exactCritical,
  type Family,
  type FamilyTest,
  holm,
  stepDown,
} from "./pair-tests.js";
import {
  boundsOf,
  checkCoverage,
  comparisonOf,
  familiesOf,
  type RankBounds,
  type RankSetScope,
  type RankSetType,
  ranksOf,
} from "./rank-families.js";

/**
 * How comparisons are tested. `bootstrap`: Mogstad, Romano, Shaikh and Wilhelm (2024); `exact`: its limit, for marginal
 * sets of independent estimates; `bonferroni` and `holm` need no draws and are a little wider.
 */
export type RankSetMethod = "bootstrap" | "exact" | "bonferroni" | "holm";

/** Options of {@link rankSets}. */
export interface RankSetOptions {
  /** 0.95 if left out. */
  readonly coverage?: number;
  readonly type?: RankSetType;
  /** `simultaneous` if left out: what may be said of the whole table. */
  readonly scope?: RankSetScope;
  /** `bootstrap` if left out. */
  readonly method?: RankSetMethod;
  /** Whether to test again without what is settled, which can only narrow the sets; true if left out. */
  readonly stepdown?: boolean;
  /** Of the bootstrap; 10,000 if left out. */
  readonly draws?: number;
  readonly seed?: number;
}

/** Confidence sets of ranks: see {@link rankSets}. */
export interface RankSets extends RankBounds {
  readonly kind: "RankSets";
  readonly version: 1;
  readonly coverage: number;
  readonly type: RankSetType;
  readonly scope: RankSetScope;
  readonly method: RankSetMethod | "counts";
  /** By the estimates; 1 is the largest, ties share the best. */
  readonly rank: readonly number[];
  /** The last critical value: one, or for marginal sets one for each unit; `null` where there is none. */
  readonly critical: readonly (number | null)[];
}

/** The kind of {@link RankSets}, for `revive`. */
export const rankSetsResult: ResultKind<RankSets> = /* @__PURE__ */ defineResult({
  kind: "RankSets",
  version: 1,
  summarize: (sets) => ({
    title: `${100 * sets.coverage}% confidence sets of ranks, ${sets.scope}, ${sets.type}`,
    tables: [
      {
        columns: [{ name: "Unit" }, { name: "Rank" }, { name: "Best" }, { name: "Worst" }],
        rows: sets.rank.map((rank, i) => [
          i + 1,
          rank,
          sets.best[i] as number,
          sets.worst[i] as number,
        ]),
      },
    ],
  }),
});

/**
 * Confidence sets of the ranks of units whose values are estimates: each holds the true rank with the probability
 * asked for, or all of them together. They come from tests of pairs: a unit's best rank is one more than the number
 * of units that are significantly above it. Unlike intervals from redrawn estimates, which count the noise twice,
 * they support inference. Source: Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91.
 *
 * @param estimates - by unit.
 * @param errors - standard errors, if the estimates are independent; their covariance matrix, if not.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { rankSets } from "@vitalcore/composite/uncertainty";
 * const sets = rankSets([50, 49, 30], [1, 1, 1]);
 * sets.best; // => [1, 1, 3]
 * sets.worst; // => [2, 2, 3]
 * ```
 */
export function rankSets(
  estimates: readonly number[],
  errors: readonly number[] | readonly (readonly number[])[],
  options: RankSetOptions = {},
): Result<RankSets> {
  const {
    coverage = 0.95,
    type = "two-sided",
    scope = "simultaneous",
    method = "bootstrap",
  } = options;
  checkCoverage(coverage);
  const comparison = comparisonOf(estimates, errors);
  const families = familiesOf(estimates.length, type, scope);
  const test = testerOf(comparison, scope, method, coverage, options);
  const tests = families.map((family, unit) => test(family, unit));
  return rankSetsResult.create({
    coverage,
    type,
    scope,
    method,
    rank: ranksOf(estimates),
    ...boundsOf(estimates.length, type, scope, families, tests),
    critical: tests.map(({ critical }) => critical),
  });
}

function testerOf(
  comparison: Comparison,
  scope: RankSetScope,
  method: RankSetMethod,
  coverage: number,
  { stepdown = true, draws = 10_000, seed = 1 }: RankSetOptions,
): (family: Family, unit: number) => FamilyTest {
  if (method === "bonferroni")
    return (family) => bonferroni(differences(comparison, family), coverage);
  if (method === "holm") {
    return (family) => ({
      rejected: holm(differences(comparison, family).map(normalSurvival), coverage),
      critical: null,
    });
  }
  if (method === "exact") {
    const { covariance } = comparison;
    const isIndependent = covariance.every((row, i) =>
      row.every((value, j) => i === j || value === 0),
    );
    const wanted = "marginal, of independent estimates, for exact critical values";
    require(scope === "marginal" && isIndependent, "The scope", scope, wanted);
    return (family, unit) =>
      stepDown(
        family,
        differences(comparison, family),
        exactCritical(comparison, unit, coverage),
        stepdown,
      );
  }
  require(Number.isInteger(draws) && draws >= 100, "The number of draws", draws, "100 or more");
  const sample = errorDraws(comparison.covariance, draws, seed);
  const critical = bootstrapCritical(comparison, sample, coverage);
  return (family) => stepDown(family, differences(comparison, family), critical, stepdown);
}
