import type { CoverageEntry } from "./coverage.js";
import type { Coverage, IndicatorCoverage, LeafValue, UnitResult } from "./index-result.js";
import type { Leaf } from "./leaf.js";
import type { LeafAccount } from "./leaf-values.js";
import { periodBounds } from "./period-bounds.js";

/**
 * The account of the data of an index.
 *
 * @param accounts - of the leaves, each with a value for each of `codes`.
 */
export function resultCoverage(
  leaves: readonly Leaf[],
  accounts: readonly LeafAccount[],
  codes: readonly string[],
  units: readonly UnitResult[],
  entries: readonly CoverageEntry[],
): Coverage {
  const ranked = units.filter(({ rank }) => rank !== null);
  const counts = new Map<number, number>();
  for (const { indicators } of ranked) counts.set(indicators, (counts.get(indicators) ?? 0) + 1);
  const codesRanked = new Set(ranked.map(({ unit }) => unit));
  const isRanked = codes.map((unit) => codesRanked.has(unit));
  return {
    units: units.length,
    ranked: ranked.length,
    byCount: [...counts].sort(([a], [b]) => b - a),
    indicators: leaves.map((leaf, i) =>
      indicatorCoverage(leaf, accounts[i]?.values ?? [], isRanked),
    ),
    entries,
  };
}

function indicatorCoverage(
  { node: { id }, indicator }: Leaf,
  values: readonly LeafValue[],
  isRanked: readonly boolean[],
): IndicatorCoverage {
  let [present, ranked, flagged, clamped] = [0, 0, 0, 0];
  const periods = new Set<string>();
  for (let u = 0; u < values.length; u++) {
    const value = values[u] as LeafValue;
    if (value.value === null) continue;
    present += 1;
    if (isRanked[u] === true) ranked += 1;
    if (value.status?.some((status) => status !== "A") || value.note !== undefined) flagged += 1;
    if (value.clamped !== undefined) clamped += 1;
    if (value.period !== undefined) periods.add(value.period);
  }
  const missing = values.length - present;
  return {
    node: id,
    indicator,
    present,
    missing,
    ranked,
    flagged,
    clamped,
    periods: ends(periods),
  };
}

function ends(periods: ReadonlySet<string>): readonly [string, string] | null {
  let earliest: string | undefined;
  let latest: string | undefined;
  for (const period of periods) {
    if (earliest === undefined || first(period) < first(earliest)) earliest = period;
    if (latest === undefined || last(period) > last(latest)) latest = period;
  }
  return earliest === undefined || latest === undefined ? null : [earliest, latest];
}

const first = (period: string): number => periodBounds(period)?.first ?? 0;
const last = (period: string): number => periodBounds(period)?.last ?? 0;
