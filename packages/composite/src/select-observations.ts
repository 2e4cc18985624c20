import type { Finding } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import type { CoverageEntry, CoverageReason } from "./coverage.js";
import type { Leaf } from "./leaf.js";
import { sieveOf } from "./observation-window.js";
import type { PeriodBounds } from "./period-bounds.js";
import { Conflicts, checkUnits, mixedEditions } from "./selection-conflicts.js";
import type { UsableObservation } from "./sort-observations.js";

/** The observation taken for each unit of a leaf, and what became of the others. */
export interface LeafSelection {
  /** By unit; may hold no value (`null`), with the status that says why. */
  readonly taken: readonly (UsableObservation | undefined)[];
  readonly entries: readonly CoverageEntry[];
  readonly findings: readonly Finding[];
}

/**
 * Selects one observation per unit by the rules of a leaf.
 *
 * @param unitIndex - places of the units.
 */
export function selectForLeaf(
  leaf: Leaf,
  observations: readonly UsableObservation[],
  unitIndex: ReadonlyMap<string, number>,
): LeafSelection {
  const sieve = sieveOf(leaf.select);
  const taken: (UsableObservation | undefined)[] = new Array(unitIndex.size).fill(undefined);
  const candidates: UsableObservation[] = [];
  const account = new Account(leaf);
  for (const item of observations) {
    const reason = sieve(item.observation, item.bounds);
    if (reason !== undefined) {
      account.drop(item.observation, reason);
      continue;
    }
    candidates.push(item);
    const unit = unitIndex.get(item.observation.area) as number;
    const best = taken[unit];
    if (best === undefined || isPreferred(item, best)) taken[unit] = item;
  }
  const conflicts = new Conflicts();
  for (const item of candidates) {
    const best = taken[unitIndex.get(item.observation.area) as number] as UsableObservation;
    if (item === best) continue;
    const onlyOne = leaf.select.take === "only" && bothPresent(item, best);
    if (samePeriod(item.bounds, best.bounds)) conflicts.duplicates.push([best, item]);
    else if (onlyOne) conflicts.periods.push([best, item]);
    else account.drop(item.observation, "other-period");
  }
  return {
    taken,
    entries: account.entries(),
    findings: [
      ...checkUnits(leaf, candidates),
      ...conflicts.findings(leaf),
      ...mixedEditions(leaf, taken),
    ],
  };
}

/** A value before none, then the period that ends last, then of these the shortest. */
function isPreferred(item: UsableObservation, best: UsableObservation): boolean {
  const present = item.observation.value !== null;
  if (present !== (best.observation.value !== null)) return present;
  if (item.bounds.last !== best.bounds.last) return item.bounds.last > best.bounds.last;
  return item.bounds.first > best.bounds.first;
}

function samePeriod(a: PeriodBounds, b: PeriodBounds): boolean {
  return a.first === b.first && a.last === b.last;
}

function bothPresent(a: UsableObservation, b: UsableObservation): boolean {
  return a.observation.value !== null && b.observation.value !== null;
}

const DETAILS = {
  "other-breakdown": "for another part of the population",
  "other-edition": "of another edition",
  "outside-window": "not within the periods that are taken",
  "other-period": "another period is taken",
} as const;

/** Counts what is dropped by unit and reason, and names the periods. */
class Account {
  readonly #leaf: Leaf;
  readonly #dropped = new Map<
    string,
    { unit: string; reason: keyof typeof DETAILS; periods: string[] }
  >();

  constructor(leaf: Leaf) {
    this.#leaf = leaf;
  }

  drop({ area, period }: Observation, reason: CoverageReason): void {
    const key = JSON.stringify([area, reason]);
    const known = this.#dropped.get(key);
    if (known !== undefined) {
      known.periods.push(period);
      return;
    }
    const why = reason as keyof typeof DETAILS;
    this.#dropped.set(key, { unit: area, reason: why, periods: [period] });
  }

  entries(): readonly CoverageEntry[] {
    const { indicator, node } = this.#leaf;
    return [...this.#dropped.values()].map(({ unit, reason, periods }) => ({
      outcome: "dropped",
      unit,
      indicator,
      node: node.id,
      reason,
      count: periods.length,
      detail: `${DETAILS[reason]}: ${span(periods)}`,
    }));
  }
}

function span(periods: readonly string[]): string {
  const distinct = [...new Set(periods)].sort();
  const [first = "", last = ""] = [distinct[0], distinct.at(-1)];
  return distinct.length <= 3 ? distinct.join(", ") : `${first} to ${last}`;
}
