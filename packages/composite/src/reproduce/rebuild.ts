import { type Result, VitalError } from "@vitalcore/core";
import type { Direction, IndicatorDefinition } from "@vitalcore/domain";
import { type BuildIndexOptions, buildIndex } from "../build-index.js";
import type { CustomMethods } from "../custom-methods.js";
import { dataFingerprint, methodologyFingerprint } from "../fingerprint/fingerprints.js";
import { findIn as find } from "../function-catalog.js";
import {
  type IndexResult,
  indexResult,
  type ResultNode,
  type UnitResult,
} from "../index-result.js";
import { seriesKey } from "../leaf.js";
import type { DenominateOptions, IndexMethodology, LeafDirection } from "../methodology.js";
import type { GroupLabels } from "../stages/groupings.js";
import type { WeightingOptions } from "../weighting-options.js";

/** What a result, being JSON, cannot carry. */
export interface RebuildOptions {
  readonly methods?: CustomMethods;
}

/**
 * Builds an index again from nothing but its result: the methodology, raw values, denominators and groups in it, which are
 * held to their fingerprints first. Every score, rank, weight and fitted number comes out the same, bit for bit;
 * the account of observations that were not used, which only the data tell, is carried over.
 *
 * @throws VitalError `composite/changed-result` if values or methodology are not those that the result was built from.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { rebuild } from "@vitalcore/composite/reproduce";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const index = buildIndex(
 *   { area: ["AAA", "BBB"], "gni-per-person": [100, 10000], "life-expectancy": [65, 56] },
 *   {
 *     kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *     nodes: [
 *       { id: "index" },
 *       { id: "income", parent: "index", indicator: "gni-per-person" },
 *       { id: "life", parent: "index", indicator: "life-expectancy" },
 *     ],
 *     normalize: { method: "min-max" },
 *   },
 *   { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] },
 * );
 * JSON.stringify(rebuild(index)) === JSON.stringify(index); // => true
 * ```
 */
export function rebuild(result: IndexResult, options: RebuildOptions = {}): Result<IndexResult> {
  const leaves = result.nodes.filter(({ indicator }) => indicator !== null);
  const units = [...result.units].sort((a, b) => (a.unit < b.unit ? -1 : 1));
  requireUnchanged(result, leaves, units);
  const columns = leaves.map(
    ({ id }) => [leafColumn(id), units.map(({ values }) => values[id]?.value ?? null)] as const,
  );
  const series = Object.entries(result.beside.series).map(
    ([key, values]) => [seriesColumn(key), units.map(({ unit }) => values[unit] ?? null)] as const,
  );
  const data = {
    [UNIT]: units.map(({ unit }) => unit),
    ...Object.fromEntries(columns),
    ...Object.fromEntries(series),
  };
  const build: BuildIndexOptions = {
    unitColumn: UNIT,
    definitions: definitionsOf(result, leaves),
    labels: new Map(units.map(({ unit, label }) => [unit, label])),
    inputs: result.inputs,
    groups: knownGroups(result),
    ...options,
  };
  const again = buildIndex(data, asColumns(result.methodology), build);
  const byUnit = new Map(result.units.map((unit) => [unit.unit, unit]));
  const byNode = new Map(result.nodes.map((node) => [node.id, node]));
  return indexResult.create({
    methodology: result.methodology,
    versions: again.versions,
    inputs: result.inputs,
    fingerprints: result.fingerprints,
    beside: result.beside,
    nodes: again.nodes.map((node) => {
      const { indicator, denominate } = byNode.get(node.id) as ResultNode;
      return { ...node, indicator, ...(denominate !== undefined && { denominate }) };
    }),
    units: again.units.map((unit) => ({
      ...unit,
      values: byUnit.get(unit.unit)?.values ?? unit.values,
    })),
    notRanked: again.notRanked,
    coverage: {
      ...again.coverage,
      indicators: result.coverage.indicators,
      entries: result.coverage.entries,
    },
    findings: result.findings,
  });
}

function requireUnchanged(
  { methodology, fingerprints, beside }: IndexResult,
  leaves: readonly ResultNode[],
  units: readonly UnitResult[],
): void {
  const ids = leaves.map(({ id }) => id).sort();
  const values = ids.flatMap((id) => units.map((unit) => unit.values[id]?.value ?? Number.NaN));
  const data = dataFingerprint({
    units: units.map(({ unit }) => unit),
    leaves: ids,
    values: Float64Array.from(values),
    beside,
  });
  const pairs = [
    ["methodology", methodologyFingerprint(methodology), fingerprints.methodology],
    ["data", data, fingerprints.data],
  ] as const;
  const changed = pairs.flatMap(([what, found, wanted]) =>
    found === wanted ? [] : [find("composite/changed-result", { found, facts: { what, wanted } })],
  );
  if (changed.length > 0) throw new VitalError(changed);
}

/** No indicator is called so. */
const UNIT = "unit of the result";
const leafColumn = (id: string) => `value of ${id}`;
const seriesColumn = (key: string) => `series ${key}`;

/** Units without a group are in none. */
function knownGroups({ beside }: IndexResult): GroupLabels {
  return Object.fromEntries(
    Object.entries(beside.groups).map(([name, labels]) => [
      name,
      Object.fromEntries(
        Object.entries(labels).flatMap(([unit, label]) => (label === null ? [] : [[unit, label]])),
      ),
    ]),
  );
}

/**
 * The methodology with each leaf and each series reading a column of its own: periods, editions and parts of the
 * population were chosen already.
 */
function asColumns(methodology: IndexMethodology): IndexMethodology {
  const { select: _select, definitions: _definitions, ...rest } = methodology;
  return {
    ...rest,
    ...(rest.weighting !== undefined && { weighting: fromColumn(rest.weighting) }),
    ...(rest.levels !== undefined && {
      levels: rest.levels.map(({ select: _own, weighting, ...level }) => ({
        ...level,
        ...(weighting !== undefined && { weighting: fromColumn(weighting) }),
      })),
    }),
    nodes: methodology.nodes.map(({ select: _own, indicator, denominate, weighting, ...node }) => ({
      ...node,
      ...(weighting !== undefined && { weighting: fromColumn(weighting) }),
      ...(indicator !== undefined && { indicator: leafColumn(node.id) }),
      ...(denominate !== undefined && { denominate: denominateFromColumn(denominate) }),
    })),
  };
}

function fromColumn({ outcome, ...options }: WeightingOptions): WeightingOptions {
  return outcome === undefined ? options : { ...options, outcome: seriesColumn(outcome) };
}

function denominateFromColumn({ by, select, ...options }: DenominateOptions): DenominateOptions {
  return { ...options, by: seriesColumn(seriesKey(by, select)) };
}

/** What the result knows of the definitions. */
function definitionsOf(
  { methodology }: IndexResult,
  leaves: readonly ResultNode[],
): readonly IndicatorDefinition[] {
  const overruled = new Set(
    methodology.nodes.flatMap(({ id, direction }) => (direction === undefined ? [] : [id])),
  );
  return leaves.map(({ id, label, unit, normalize }) => ({
    id: leafColumn(id),
    name: label,
    definition: label,
    unit: (unit ?? "POINTS") as IndicatorDefinition["unit"],
    range: [null, null],
    direction: definedDirection(overruled.has(id) ? undefined : normalize?.direction),
    home: "economic",
    dimensions: ["economic"],
    digital: false,
    status: "experimental",
  }));
}

/** What the document overrules need not be known, nor is a target of its own a direction of the definition. */
function definedDirection(direction: LeafDirection | undefined): Direction {
  return direction === undefined || direction === "target" ? "ambiguous" : direction;
}
