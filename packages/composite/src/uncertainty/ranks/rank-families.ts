import { require, requireFinite } from "../indices/check-numbers.js";
import { lowerFactor } from "../matrix.js";
import type { Comparison, Family, FamilyTest } from "./pair-tests.js";

/** Whether sets are bounded at both ends, or only the best rank (`lower`), or only the worst (`upper`). */
export type RankSetType = "two-sided" | "lower" | "upper";

/** Whether all sets hold together with the coverage, or each by itself. */
export type RankSetScope = "simultaneous" | "marginal";

/** The best and the worst rank of each unit's set. */
export interface RankBounds {
  readonly best: readonly number[];
  readonly worst: readonly number[];
}

/** Throws unless a coverage is possible. */
export function checkCoverage(coverage: number): void {
  require(coverage > 0 && coverage < 1, "The coverage", coverage, "between 0 and 1");
}

/** Estimates with the covariance of their errors, checked. */
export function comparisonOf(
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
export function familiesOf(
  units: number,
  type: RankSetType,
  scope: RankSetScope,
): readonly Family[] {
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

/** From pairs to ranks: each significant comparison takes a rank off one end. */
export function boundsOf(
  units: number,
  type: RankSetType,
  scope: RankSetScope,
  families: readonly Family[],
  tests: readonly FamilyTest[],
): RankBounds {
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

/** Ranks by the estimates; ties share the best. */
export function ranksOf(estimates: readonly number[]): readonly number[] {
  return estimates.map((x) => 1 + estimates.filter((other) => other > x).length);
}
