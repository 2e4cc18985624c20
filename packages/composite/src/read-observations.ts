import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";
import { type IndexData, sortedUnits } from "./index-data.js";
import type { Leaf } from "./leaf.js";
import { reportAbsent, reportUnlisted, reportUnused } from "./report-mismatch.js";
import { selectForLeaf } from "./select-observations.js";
import { sortObservations, type UsableObservation } from "./sort-observations.js";

/**
 * Reads observations for the leaves of an index; everything that is not used is accounted for.
 *
 * @param listed - the units to rank; all that have an observation of an indicator if left out.
 */
export function readObservations(
  input: readonly unknown[],
  leaves: readonly Leaf[],
  listed: readonly string[] | undefined,
): IndexData {
  const wanted = new Set(leaves.map(({ indicator }) => indicator));
  const sorted = sortObservations(input, wanted, listed && new Set(listed));
  const units = sortedUnits(listed ?? areasOf(sorted.byIndicator.values()));
  const selections = leaves.map((leaf) =>
    selectForLeaf(leaf, sorted.byIndicator.get(leaf.indicator) ?? [], units),
  );
  const values = new Float64Array(leaves.length * units.length).fill(Number.NaN);
  selections.forEach(({ taken }, i) => {
    taken.forEach((item, unit) => {
      values[i * units.length + unit] = item?.observation.value ?? Number.NaN;
    });
  });
  return {
    units,
    values,
    isTable: false,
    observation: (leaf, unit) => selections[leaf]?.taken[unit]?.observation,
    entries: [...sorted.entries, ...selections.flatMap(({ entries }) => entries)],
    findings: [
      ...sorted.findings,
      ...reportAbsent(leaves, sorted.indicators),
      ...reportUnused(sorted.unused, leaves, sorted.indicators),
      ...reportUnlisted(sorted.unlisted, listed ?? []),
      ...leaves.flatMap((leaf) => checkUnits(leaf, sorted.byIndicator.get(leaf.indicator) ?? [])),
      ...selections.flatMap(({ findings }) => findings),
    ],
  };
}

function* areasOf(groups: Iterable<readonly UsableObservation[]>): Iterable<string> {
  for (const group of groups) for (const { observation } of group) yield observation.area;
}

/** One finding for each unit of measurement that is not the definition's. */
function checkUnits(leaf: Leaf, observations: readonly UsableObservation[]): Finding[] {
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
