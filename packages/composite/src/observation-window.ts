import { type Observation, TOTAL } from "@vitalcore/domain";
import type { CoverageReason } from "./coverage.js";
import type { SelectOptions } from "./methodology.js";
import { type PeriodBounds, periodBounds } from "./period-bounds.js";

/** Tells why an observation is not a candidate for a leaf; `undefined` if it is one. */
export type Sieve = (observation: Observation, bounds: PeriodBounds) => CoverageReason | undefined;

/** Makes the sieve of a leaf from its rules of selection. */
export function sieveOf(select: SelectOptions): Sieve {
  const first = bound(select.from)?.first ?? Number.NEGATIVE_INFINITY;
  const last = bound(select.to)?.last ?? Number.POSITIVE_INFINITY;
  const breakdown = breakdownKey(select.breakdown);
  return (observation, bounds) => {
    if (breakdownKey(observation.breakdown) !== breakdown) return "other-breakdown";
    if (select.edition !== undefined && observation.edition !== select.edition)
      return "other-edition";
    return bounds.first < first || bounds.last > last ? "outside-window" : undefined;
  };
}

function bound(period: string | undefined): PeriodBounds | undefined {
  return period === undefined ? undefined : periodBounds(period);
}

/** The same text for the same breakdown, whatever the order of its axes; "" for everybody. */
export function breakdownKey(breakdown: Readonly<Record<string, string>> | undefined): string {
  if (breakdown === undefined) return "";
  const axes = Object.entries(breakdown).filter(([, category]) => category !== TOTAL);
  return axes.length === 0 ? "" : JSON.stringify(axes.sort(([a], [b]) => (a < b ? -1 : 1)));
}
