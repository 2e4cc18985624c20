import type { CoverageEntry } from "./coverage.js";
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
  beside: readonly Leaf[] = [],
): IndexData {
  const ranked = new Set(leaves.map(({ indicator }) => indicator));
  const wanted = new Set([...ranked, ...beside.map(({ indicator }) => indicator)]);
  const sorted = sortObservations(input, wanted, listed && new Set(listed));
  const ofIndex = [...sorted.byIndicator].flatMap(([id, group]) => (ranked.has(id) ? [group] : []));
  const units = sortedUnits(listed ?? areasOf(ofIndex));
  const unitIndex = new Map(units.map((unit, i) => [unit, i]));
  const series = [...leaves, ...beside];
  const strangers: CoverageEntry[] = [];
  const selections = series.map((leaf) => {
    const observations = sorted.byIndicator.get(leaf.indicator) ?? [];
    const [known, others] = split(observations, unitIndex);
    strangers.push(...others.map((item) => withoutIndicators(leaf, item)));
    return selectForLeaf(leaf, known, unitIndex);
  });
  const values = new Float64Array(series.length * units.length).fill(Number.NaN);
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
    entries: [...sorted.entries, ...selections.flatMap(({ entries }) => entries), ...strangers],
    findings: [
      ...sorted.findings,
      ...reportAbsent(series, sorted.indicators),
      ...reportUnused(sorted.unused, series, sorted.indicators),
      ...reportUnlisted(sorted.unlisted, withoutData(listed ?? [], sorted.byIndicator)),
      ...selections.flatMap(({ findings }) => findings),
    ],
  };
}

/** Observations of units that have a denominator, but no indicator of the index, stand apart. */
function split(
  observations: readonly UsableObservation[],
  units: ReadonlyMap<string, number>,
): readonly [known: readonly UsableObservation[], others: readonly UsableObservation[]] {
  const isKnown = ({ observation }: UsableObservation) => units.has(observation.area);
  if (observations.every(isKnown)) return [observations, []];
  return [observations.filter(isKnown), observations.filter((item) => !isKnown(item))];
}

function withoutIndicators(leaf: Leaf, { observation }: UsableObservation): CoverageEntry {
  return {
    outcome: "dropped",
    unit: observation.area,
    indicator: leaf.indicator,
    node: null,
    reason: "unit-not-listed",
    count: 1,
    detail: "the unit has no value of any indicator",
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
