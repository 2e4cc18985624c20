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
  const unitIndex = new Map(units.map((unit, i) => [unit, i]));
  const selections = leaves.map((leaf) =>
    selectForLeaf(leaf, sorted.byIndicator.get(leaf.indicator) ?? [], unitIndex),
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
      ...reportUnlisted(sorted.unlisted, withoutData(listed ?? [], sorted.byIndicator)),
      ...selections.flatMap(({ findings }) => findings),
    ],
  };
}

/** The listed units that occur nowhere: for these an unlisted one may have been meant. */
function withoutData(
  listed: readonly string[],
  groups: ReadonlyMap<string, readonly UsableObservation[]>,
): readonly string[] {
  const present = new Set(areasOf(groups.values()));
  return listed.filter((unit) => !present.has(unit));
}

function* areasOf(groups: Iterable<readonly UsableObservation[]>): Iterable<string> {
  for (const group of groups) for (const { observation } of group) yield observation.area;
}
