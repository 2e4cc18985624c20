import type { Finding } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { find } from "./catalog.js";
import type { CoverageEntry, CoverageReason } from "./coverage.js";
import { type PeriodBounds, periodBounds } from "./period-bounds.js";

/** An observation that can be used, where it stood in the input, and the days of its period. */
export interface UsableObservation {
  readonly observation: Observation;
  /** From 1. */
  readonly row: number;
  readonly bounds: PeriodBounds;
}

/** Observations told apart: those of the index by indicator, and what there is besides. */
export interface SortedObservations {
  readonly byIndicator: ReadonlyMap<string, readonly UsableObservation[]>;
  /** Counts of observations by indicators that are not in the framework. */
  readonly unused: ReadonlyMap<string, number>;
  /** Counts of observations by units that are not listed. */
  readonly unlisted: ReadonlyMap<string, number>;
  /** All indicators that occur. */
  readonly indicators: ReadonlySet<string>;
  readonly entries: readonly CoverageEntry[];
  readonly findings: readonly Finding[];
}

/**
 * Sorts observations by what they are good for; checks those that can enter the index.
 *
 * @param wanted - indicators of the framework.
 * @param listed - units, where they are listed.
 */
export function sortObservations(
  input: readonly unknown[],
  wanted: ReadonlySet<string>,
  listed: ReadonlySet<string> | undefined,
): SortedObservations {
  const byIndicator = new Map<string, UsableObservation[]>();
  const unused = new Map<string, number>();
  const unlisted = new Map<string, number>();
  const indicators = new Set<string>();
  const entries = new Map<string, CoverageEntry>();
  const faults = new Faults();
  const bounds = periodReader();
  input.forEach((item, i) => {
    const row = i + 1;
    if (!faults.checkKey(item, row)) return;
    const { indicator, area } = item;
    indicators.add(indicator);
    if (!wanted.has(indicator)) {
      unused.set(indicator, (unused.get(indicator) ?? 0) + 1);
      drop(entries, item, "not-in-framework", "the indicator is not in the framework");
      return;
    }
    if (listed !== undefined && !listed.has(area)) {
      unlisted.set(area, (unlisted.get(area) ?? 0) + 1);
      drop(entries, item, "unit-not-listed", "the unit is not among those listed");
      return;
    }
    const days = bounds(item.period);
    if (!faults.checkContent(item, days, row)) return;
    const group = byIndicator.get(indicator) ?? [];
    if (group.length === 0) byIndicator.set(indicator, group);
    group.push({ observation: item, row, bounds: days });
  });
  return {
    byIndicator,
    unused,
    unlisted,
    indicators,
    entries: [...entries.values()],
    findings: faults.findings(),
  };
}

function periodReader(): (period: unknown) => PeriodBounds | undefined {
  const known = new Map<unknown, PeriodBounds | undefined>();
  return (period) => {
    if (!known.has(period)) {
      known.set(period, typeof period === "string" ? periodBounds(period) : undefined);
    }
    return known.get(period);
  };
}

function drop(
  entries: Map<string, CoverageEntry>,
  { area: unit, indicator }: Observation,
  reason: CoverageReason,
  detail: string,
): void {
  const key = JSON.stringify([unit, indicator]);
  const count = (entries.get(key)?.count ?? 0) + 1;
  entries.set(key, { outcome: "dropped", unit, indicator, node: null, reason, count, detail });
}

interface Fault {
  readonly row: number;
  readonly unit: string;
  readonly found: unknown;
  count: number;
}

/** What is wrong with observations: one finding for each rule and field, with the first case and the count. */
class Faults {
  readonly #fields = new Map<string, Fault>();
  readonly #infinite = new Map<string, Fault>();

  checkKey(item: unknown, row: number): item is Observation {
    if (typeof item !== "object" || item === null || Array.isArray(item)) {
      return this.#note(this.#fields, "observation", row, "", item);
    }
    const { indicator, area } = item as Partial<Observation>;
    if (!isText(indicator)) return this.#note(this.#fields, "indicator", row, "", indicator);
    return isText(area) || this.#note(this.#fields, "area", row, "", area);
  }

  checkContent(
    item: Observation,
    days: PeriodBounds | undefined,
    row: number,
  ): days is PeriodBounds {
    const { area, indicator, period, breakdown } = item;
    const value: unknown = item.value;
    if (days === undefined) return this.#note(this.#fields, "period", row, area, period);
    if (breakdown !== undefined && (typeof breakdown !== "object" || breakdown === null)) {
      return this.#note(this.#fields, "breakdown", row, area, breakdown);
    }
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
      return this.#note(this.#infinite, indicator, row, area, String(value));
    }
    if (value === null || Number.isFinite(value)) return true;
    return this.#note(this.#fields, "value", row, area, value);
  }

  #note(faults: Map<string, Fault>, key: string, row: number, unit: string, found: unknown): false {
    const first = faults.get(key);
    if (first === undefined) faults.set(key, { row, unit, found, count: 1 });
    else first.count += 1;
    return false;
  }

  findings(): readonly Finding[] {
    const fields = [...this.#fields].map(([field, { row, found, count }]) => {
      const facts = { field, count, wanted: WANTED[field as keyof typeof WANTED] };
      const shown = typeof found === "number" ? String(found) : (found ?? null);
      return find("composite/invalid-observation", { place: { row }, found: shown, facts });
    });
    const infinite = [...this.#infinite].map(([indicator, { row, unit, found, count }]) => {
      const facts = { indicator, count };
      return find("composite/infinite-value", { place: { row, unit }, found, facts });
    });
    return [...fields, ...infinite];
  }
}

const WANTED = {
  observation: "an object with indicator, area, period, value and unit",
  indicator: "the id of an indicator",
  area: "the code of an area",
  period: "a year (2018), quarter (2018-Q3), month (2018-07), day (2018-07-31) or span (2014/2018)",
  breakdown: "axis and category, or left out for everybody",
  value: "a number, or null where it is missing",
} as const;

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
