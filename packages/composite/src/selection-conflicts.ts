import type { Finding } from "@vitalcore/core";
import { observationKey } from "@vitalcore/domain";
import { find } from "./catalog.js";
import type { Leaf } from "./leaf.js";
import type { UsableObservation } from "./sort-observations.js";

type Pair = readonly [taken: UsableObservation, other: UsableObservation];

/** Observations that the one taken for a unit does not rule out. */
export class Conflicts {
  /** Of the same period. */
  readonly duplicates: Pair[] = [];
  /** Of other periods, where one only may be there. */
  readonly periods: Pair[] = [];

  /** One finding for each kind, with the first case and all units. */
  findings({ indicator, node }: Leaf): readonly Finding[] {
    const findings: Finding[] = [];
    const [duplicate] = this.duplicates;
    if (duplicate !== undefined) {
      const [a, b] = inRowOrder(duplicate);
      const place = {
        node: node.id,
        unit: a.observation.area,
        row: a.row,
        observation: observationKey(a.observation),
      };
      const units = areas(this.duplicates);
      const facts = {
        indicator,
        count: units.length,
        units,
        otherRow: b.row,
        otherFound: b.observation.value,
      };
      findings.push(
        find("composite/duplicate-value", { place, found: a.observation.value, facts }),
      );
    }
    const [several] = this.periods;
    if (several !== undefined) {
      const [a, b] = inRowOrder(several);
      const place = { node: node.id, unit: a.observation.area, row: a.row };
      const units = areas(this.periods);
      const periods = [a.observation.period, b.observation.period].sort();
      findings.push(
        find("composite/several-periods", {
          place,
          facts: { indicator, count: units.length, units, periods },
        }),
      );
    }
    return findings;
  }
}

function inRowOrder([a, b]: Pair): Pair {
  return a.row <= b.row ? [a, b] : [b, a];
}

function areas(pairs: readonly Pair[]): readonly string[] {
  return [...new Set(pairs.map(([{ observation }]) => observation.area))].sort();
}

/** A warning where the values taken for a leaf are of several editions. */
export function mixedEditions(
  { indicator, node }: Leaf,
  taken: readonly (UsableObservation | undefined)[],
): readonly Finding[] {
  const editions = new Set<string>();
  for (const item of taken) {
    if (item !== undefined && item.observation.value !== null) {
      editions.add(item.observation.edition ?? "none named");
    }
  }
  if (editions.size < 2) return [];
  const facts = { indicator, editions: [...editions].sort() };
  return [find("composite/mixed-editions", { place: { node: node.id }, facts })];
}

/** One finding for each unit of measurement that is not the definition's. */
export function checkUnits(leaf: Leaf, observations: readonly UsableObservation[]): Finding[] {
  const wanted = leaf.definition?.unit;
  if (wanted === undefined) return [];
  const others = new Map<unknown, { readonly first: UsableObservation; count: number }>();
  for (const item of observations) {
    const unit: unknown = item.observation.unit;
    if (unit === wanted) continue;
    const other = others.get(unit);
    if (other === undefined) others.set(unit, { first: item, count: 1 });
    else other.count += 1;
  }
  return [...others].map(([unit, { first, count }]) =>
    find("composite/unit-mismatch", {
      place: { node: leaf.node.id, unit: first.observation.area, row: first.row },
      found: unit ?? null,
      facts: { indicator: leaf.indicator, wanted, count },
    }),
  );
}
