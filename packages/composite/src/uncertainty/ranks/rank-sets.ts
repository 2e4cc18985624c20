import { defineResult, type Result, type ResultKind, VitalError } from "@vitalcore/core";
import { binomial, normal, normalQuantile, normalSurvival } from "@vitalcore/stats/distributions";
import { find } from "../catalog.js";
import { require, requireFinite } from "../indices/check-numbers.js";
import { lowerFactor } from "../matrix.js";
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

/** Whether sets are bounded at both ends, or only the best rank (`lower`), or only the worst (`upper`). */
export type RankSetType = "two-sided" | "lower" | "upper";

/** Whether all sets hold together with the coverage, or each by itself. */
export type RankSetScope = "simultaneous" | "marginal";

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
export interface RankSets {
  readonly kind: "RankSets";
  readonly version: 1;
  readonly coverage: number;
  readonly type: RankSetType;
  readonly scope: RankSetScope;
  readonly method: RankSetMethod | "counts";
  /** By the estimates; 1 is the largest, ties share the best. */
  readonly rank: readonly number[];
  /** The best and the worst rank of each unit's set. */
  readonly best: readonly number[];
  readonly worst: readonly number[];
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

function checkCoverage(coverage: number): void {
  require(coverage > 0 && coverage < 1, "The coverage", coverage, "between 0 and 1");
}

function comparisonOf(
  estimates: readonly number[],
  errors: readonly number[] | readonly (readonly number[])[],
): Comparison {
  requireFinite("The estimate", estimates);
  require(errors.length ===
    estimates.length, "The number of errors", errors.length, `${estimates.length}`);
  if (Array.isArray(errors[0])) {
    const covariance = errors as readonly (readonly number[])[];
    require(lowerFactor(covariance) !==
      undefined, "The covariance", covariance.length, "a symmetric matrix without negative eigenvalues, as large as the estimates");
    return { estimates, covariance };
  }
  const sd = errors as readonly number[];
  requireFinite("The standard error", sd);
  sd.forEach((error, i) => {
    require(error >= 0, `The standard error of unit ${i + 1}`, error, "0 or more");
  });
  const covariance = sd.map((error, i) => sd.map((_, j) => (i === j ? error * error : 0)));
  return { estimates, covariance };
}

/** One family of all directed pairs; or one for each unit, of the pairs with it. */
function familiesOf(units: number, type: RankSetType, scope: RankSetScope): readonly Family[] {
  const places = Array.from({ length: units }, (_, i) => i);
  if (scope === "simultaneous") {
    const pairs = places.flatMap((a) => places.filter((b) => b !== a).map((b) => [a, b] as const));
    return [{ over: pairs.map(([a]) => a), under: pairs.map(([, b]) => b) }];
  }
  return places.map((unit) => {
    const others = places.filter((other) => other !== unit);
    const over = [
      ...(type === "upper" ? [] : others),
      ...(type === "lower" ? [] : others.map(() => unit)),
    ];
    const under = [
      ...(type === "upper" ? [] : others.map(() => unit)),
      ...(type === "lower" ? [] : others),
    ];
    return { over, under };
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

function boundsOf(
  units: number,
  type: RankSetType,
  scope: RankSetScope,
  families: readonly Family[],
  tests: readonly FamilyTest[],
): Pick<RankSets, "best" | "worst"> {
  const best = new Array<number>(units).fill(1);
  const worst = new Array<number>(units).fill(units);
  families.forEach(({ over, under }, f) => {
    tests[f]?.rejected.forEach((isRejected, k) => {
      if (!isRejected) return;
      const a = over[k] as number;
      const b = under[k] as number;
      const only = scope === "marginal" ? f : undefined;
      if (type !== "upper" && (only ?? b) === b) best[b] = (best[b] as number) + 1;
      if (type !== "lower" && (only ?? a) === a) worst[a] = (worst[a] as number) - 1;
    });
  });
  return { best, worst };
}

function ranksOf(estimates: readonly number[]): readonly number[] {
  return estimates.map((x) => 1 + estimates.filter((other) => other > x).length);
}

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

/**
 * Joint confidence sets of ranks from intervals of the estimates: an interval that lies wholly above another settles
 * their order. Easy to explain, and wider than those of {@link rankSets}.
 * Source: Klein, Wright and Wieczorek (2020), J. R. Statist. Soc. C 69.
 *
 * @param errors - standard errors.
 * @param options.level - how the levels of the intervals are made: `sidak`, for independent estimates (the
 * default), or `bonferroni`, for any.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { rankSetsOfIntervals } from "@vitalcore/composite/uncertainty";
 * rankSetsOfIntervals([50, 49, 30], [1, 1, 1]).worst; // => [2, 2, 3]
 * ```
 */
export function rankSetsOfIntervals(
  estimates: readonly number[],
  errors: readonly number[],
  options: { readonly coverage?: number; readonly level?: "sidak" | "bonferroni" } = {},
): { readonly best: readonly number[]; readonly worst: readonly number[]; readonly z: number } {
  const { coverage = 0.95, level = "sidak" } = options;
  checkCoverage(coverage);
  comparisonOf(estimates, errors);
  const units = estimates.length;
  const z =
    level === "sidak"
      ? normalQuantile((1 + coverage ** (1 / units)) / 2)
      : normal().upperQuantile((1 - coverage) / (2 * units));
  const low = estimates.map((x, i) => x - z * (errors[i] as number));
  const high = estimates.map((x, i) => x + z * (errors[i] as number));
  return {
    best: high.map((top) => 1 + low.filter((bottom) => bottom > top).length),
    worst: low.map((bottom) => units - high.filter((top) => top < bottom).length),
    z,
  };
}

/**
 * The units that may be among the best: with sets of type `lower`, all that truly are, with the coverage of the sets.
 *
 * @param sets - simultaneous, of type `lower`.
 * @returns their places.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { rankSets, unitsAmongBest } from "@vitalcore/composite/uncertainty";
 * unitsAmongBest(rankSets([50, 49, 30], [1, 1, 1], { type: "lower" }), 1); // => [0, 1]
 * ```
 */
export function unitsAmongBest(
  sets: Pick<RankSets, "best" | "type" | "scope">,
  count: number,
): readonly number[] {
  requireSets(sets, "lower");
  return sets.best.flatMap((best, i) => (best <= count ? [i] : []));
}

/**
 * The units that may be among the worst: with sets of type `upper`, all that truly are, with the coverage of the sets.
 *
 * @param sets - simultaneous, of type `upper`.
 * @returns their places.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { rankSets, unitsAmongWorst } from "@vitalcore/composite/uncertainty";
 * unitsAmongWorst(rankSets([50, 49, 30], [1, 1, 1], { type: "upper" }), 1); // => [2]
 * ```
 */
export function unitsAmongWorst(
  sets: Pick<RankSets, "worst" | "type" | "scope">,
  count: number,
): readonly number[] {
  requireSets(sets, "upper");
  const units = sets.worst.length;
  return sets.worst.flatMap((worst, i) => (worst >= units - count + 1 ? [i] : []));
}

function requireSets({ type, scope }: Pick<RankSets, "type" | "scope">, wanted: RankSetType): void {
  if (type === wanted && scope === "simultaneous") return;
  const facts = { what: "The sets", wanted: `simultaneous and of type ${wanted}` };
  throw new VitalError([find("composite/analysis-invalid", { found: `${scope}, ${type}`, facts })]);
}
