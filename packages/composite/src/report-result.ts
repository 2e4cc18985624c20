import type { Finding, Severity } from "@vitalcore/core";
import { find } from "./catalog.js";
import type { UnitResult } from "./index-result.js";
import type { Leaf } from "./leaf.js";
import type { LeafAccount } from "./leaf-values.js";

/** That no unit has a rank. */
export function reportUnranked(units: readonly UnitResult[]): readonly Finding[] {
  if (units.some(({ rank }) => rank !== null)) return [];
  return [find("composite/nothing-ranked", { facts: { count: units.length } })];
}

/** Values beyond a goalpost, by indicator and goalpost. */
export function reportClamped(
  leaves: readonly Leaf[],
  units: readonly UnitResult[],
): readonly Finding[] {
  return leaves.flatMap(({ node, indicator, normalize }) =>
    (["worst", "best"] as const).flatMap((side) => {
      if (normalize[side] === undefined) return [];
      const beyond = units.filter(({ values }) => values[node.id]?.clamped === side);
      if (beyond.length === 0) return [];
      const codes = beyond.map(({ unit }) => unit).sort();
      const facts = {
        indicator,
        side,
        count: codes.length,
        units: codes,
        goalpost: normalize[side] ?? null,
      };
      return [find("composite/clamped", { place: { node: node.id }, facts })];
    }),
  );
}

/** Indicators without a value, by unit. */
export function reportMissing(
  leaves: readonly Leaf[],
  accounts: readonly LeafAccount[],
  codes: readonly string[],
  units: readonly UnitResult[],
): readonly Finding[] {
  const place = new Map(codes.map((unit, u) => [unit, u]));
  return units.flatMap(({ unit }) => {
    const u = place.get(unit) as number;
    const without = leaves.filter((_, leaf) => accounts[leaf]?.values[u]?.value === null);
    if (without.length === 0) return [];
    const indicators = without.map(({ indicator }) => indicator);
    const facts = { count: without.length, total: leaves.length, indicators };
    return [find("composite/missing-values", { place: { unit }, facts })];
  });
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Findings with the most severe first, else in their order. */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return SEVERITIES.flatMap((wanted) => findings.filter(({ severity }) => severity === wanted));
}
