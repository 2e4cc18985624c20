import type { CoverageEntry } from "./coverage.js";
import type { Coverage, IndicatorCoverage, LeafValue, UnitResult } from "./index-result.js";
import type { Leaf } from "./leaf.js";
import { periodBounds } from "./period-bounds.js";

/** The account of the data of an index. */
export function resultCoverage(
  leaves: readonly Leaf[],
  units: readonly UnitResult[],
  entries: readonly CoverageEntry[],
): Coverage {
  const ranked = units.filter(({ rank }) => rank !== null);
  const counts = new Map<number, number>();
  for (const { indicators } of ranked) counts.set(indicators, (counts.get(indicators) ?? 0) + 1);
  return {
    units: units.length,
    ranked: ranked.length,
    byCount: [...counts].sort(([a], [b]) => b - a),
    indicators: leaves.map((leaf) => indicatorCoverage(leaf, units)),
    entries,
  };
}

function indicatorCoverage(
  { node: { id }, indicator }: Leaf,
  units: readonly UnitResult[],
): IndicatorCoverage {
  let [present, ranked, flagged, clamped] = [0, 0, 0, 0];
  const periods = new Set<string>();
  for (const unit of units) {
    const value = unit.values[id] as LeafValue;
    if (value.value === null) continue;
    present += 1;
    if (unit.rank !== null) ranked += 1;
    if (value.status?.some((status) => status !== "A") || value.note !== undefined) flagged += 1;
    if (value.clamped !== undefined) clamped += 1;
    if (value.period !== undefined) periods.add(value.period);
  }
  const missing = units.length - present;
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
