import { type Result, throwIfErrors } from "@vitalcore/core";
import type { CoverageEntry } from "./coverage.js";
import { failureFinder } from "./failures.js";
import { dataFingerprint, methodologyFingerprint } from "./fingerprint/fingerprints.js";
import type { PlacedNode } from "./framework.js";
import {
  type BesideValues,
  type IndexResult,
  type InputRecord,
  indexResult,
  type LeafValue,
  type NotRanked,
  type PooledScore,
  type UnitResult,
} from "./index-result.js";
import {
  type IndexDataOptions,
  type IndexInput,
  type IndexInspection,
  inspectIndex,
} from "./inspect-index.js";
import type { Leaf } from "./leaf.js";
import { type LeafAccount, leafAccount } from "./leaf-values.js";
import type { IndexMethodology } from "./methodology.js";
import { bySeverity, reportClamped, reportMissing, reportUnranked } from "./report-result.js";
import { resultCoverage } from "./result-coverage.js";
import { resultNodes } from "./result-nodes.js";
import { leafStages } from "./stages/leaf-stages.js";
import { screeningFailure } from "./stages/screen.js";
import { VERSION } from "./version.js";

/** What goes with the data of an index, and what is recorded with the result. */
export interface BuildIndexOptions extends IndexDataOptions {
  /** Names of the units, by code. */
  readonly labels?: Readonly<Record<string, string>> | ReadonlyMap<string, string>;
  /** The files that the data were read from. */
  readonly inputs?: readonly InputRecord[];
}

/**
 * Builds a composite index: selects one value per unit and indicator, screens the units, normalizes,
 * aggregates from the leaves to the root, and ranks. The steps are those of the OECD/JRC Handbook on
 * Constructing Composite Indicators (2008); a weighted mean is taken over the children present, with the
 * weights rescaled, where at least the share that the methodology asks for is there.
 *
 * @param data - observations in the units of their definitions; or, with `unitColumn`, a table with a row
 *   per unit and a column per indicator.
 * @param methodology - see {@link IndexMethodology}.
 * @returns the index, with everything that was not used, is missing or doubtful in `coverage` and `findings`.
 * @throws VitalError with every error of the methodology and of the data, see {@link checkMethodology}.
 *
 * @example
 * ```ts
 * import { buildIndex, type IndexMethodology } from "@vitalcore/composite";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology",
 *   version: 1,
 *   id: "example",
 *   title: "Income and health",
 *   nodes: [
 *     { id: "index" },
 *     { id: "income", parent: "index", indicator: "gni-per-person", normalize: { transform: "ln", worst: 100, best: 10000 } },
 *     { id: "life", parent: "index", indicator: "life-expectancy", normalize: { worst: 20, best: 80 } },
 *   ],
 *   normalize: { method: "goalposts" },
 * };
 * const data = { area: ["AAA", "BBB"], "gni-per-person": [1000, 10000], "life-expectancy": [56, 65] };
 * const definitions = [gniPerPerson, lifeExpectancy];
 * const result = buildIndex(data, methodology, { unitColumn: "area", definitions });
 * result.units.map(({ unit, rank, score }) => [unit, rank, score]); // => [["BBB", 1, 87.5], ["AAA", 2, 55]]
 * ```
 */
export function buildIndex(
  data: IndexInput,
  methodology: IndexMethodology,
  options: BuildIndexOptions = {},
): Result<IndexResult> {
  const inspection = inspectIndex(data, methodology, options);
  throwIfErrors(inspection.findings);
  return indexResult.create(assemble(inspection, methodology, options));
}

type Run = NonNullable<IndexInspection["run"]>;

function assemble(
  inspection: IndexInspection,
  methodology: IndexMethodology,
  options: BuildIndexOptions,
): Omit<IndexResult, "kind" | "version"> {
  const { framework, leaves } = inspection;
  // Without errors there are both.
  const run = inspection.run as Run;
  const tree = framework as NonNullable<typeof framework>;
  const nodes = resultNodes(inspection.methodology, tree, leaves, run);
  const dropped = entriesByNode(run.data.entries);
  const accounts = leaves.map((leaf, i) =>
    leafAccount(leaf, i, run.data, leafStages(i, leaf, run), dropped.get(leaf.node.id) ?? []),
  );
  const columns = run.compiled.columns.map((i) => (tree.nodes[i] as PlacedNode).node.id);
  const labelOf = new Map(nodes.map(({ id, label }) => [id, label]));
  const failures = failureFinder(
    run.compiled,
    columns,
    columns.map((id) => labelOf.get(id) as string),
  );
  const units = unitResults(run, leaves, accounts, columns, failures, labelReader(options.labels));
  const notRanked = units.filter(({ rank }) => rank === null).map(reasonsOf);
  const entries = [...run.data.entries, ...accounts.flatMap((account) => account.entries)];
  const beside = besideValues(inspection, run);
  // The result is frozen, and the caller's document must not be.
  const document = JSON.parse(JSON.stringify(methodology)) as IndexMethodology;
  return {
    methodology: document,
    versions: { "@vitalcore/composite": VERSION },
    inputs: (options.inputs ?? []).map((input) => ({ ...input })),
    fingerprints: {
      methodology: methodologyFingerprint(document),
      data: dataFingerprint({
        units: run.data.units,
        leaves: leaves.map(({ node }) => node.id),
        values: run.data.values.subarray(0, leaves.length * run.data.units.length),
        beside,
      }),
    },
    beside,
    nodes,
    units,
    notRanked,
    coverage: resultCoverage(leaves, accounts, run.data.units, units, entries),
    findings: bySeverity([
      ...inspection.findings,
      ...reportUnranked(units),
      ...reportClamped(leaves, units),
      ...reportMissing(leaves, accounts, run.data.units, units),
    ]),
  };
}

/** Denominators, outcomes and groups as they were read. */
function besideValues(
  { leaves, denominators, outcomes }: IndexInspection,
  { data: { units, values }, groupings }: Run,
): BesideValues {
  const series = [...denominators, ...outcomes].map(({ node }, i) => {
    const from = (leaves.length + i) * units.length;
    const own = units.map((unit, u) => [unit, presentOrNull(values[from + u])] as const);
    return [node.id, Object.fromEntries(own)] as const;
  });
  const groups = [...groupings].map(([name, labels]) => {
    const own = units.map((unit, u) => [unit, labels[u] ?? null] as const);
    return [name, Object.fromEntries(own)] as const;
  });
  return { series: Object.fromEntries(series), groups: Object.fromEntries(groups) };
}

function entriesByNode(
  entries: readonly CoverageEntry[],
): ReadonlyMap<string | null, readonly CoverageEntry[]> {
  const byNode = new Map<string | null, CoverageEntry[]>();
  for (const entry of entries) {
    const group = byNode.get(entry.node);
    if (group === undefined) byNode.set(entry.node, [entry]);
    else group.push(entry);
  }
  return byNode;
}

function labelReader(labels: BuildIndexOptions["labels"]): (unit: string) => string {
  if (labels === undefined) return (unit) => unit;
  const byCode = labels instanceof Map ? labels : new Map(Object.entries(labels));
  return (unit) => byCode.get(unit) ?? unit;
}

function unitResults(
  { data, prepared, compiled, workspace, sets }: Run,
  leaves: readonly Leaf[],
  accounts: readonly LeafAccount[],
  columns: readonly string[],
  findFailures: ReturnType<typeof failureFinder>,
  labelOf: (unit: string) => string,
): readonly UnitResult[] {
  const { screened } = prepared;
  const place = new Map(screened.included.map((unit, i) => [unit, i]));
  const root = columns.at(-1) as string;
  const ids = leaves.map(({ node }) => node.id);
  const groupColumns = workspace.columns.slice(leaves.length);
  // Where every group has a score there is nothing to find out.
  const isWhole = (at: number | undefined) =>
    at !== undefined && groupColumns.every((column) => !Number.isNaN(column[at] as number));
  const results = data.units.map((unit, u): UnitResult => {
    const at = place.get(u);
    const score = (column: number) =>
      at === undefined ? null : presentOrNull(workspace.scores[column * workspace.units + at]);
    // A unit that was screened out is told what it lacks, as far as its values tell.
    const hasValue = (leaf: number) =>
      at === undefined ? accounts[leaf]?.values[u]?.value !== null : score(leaf) !== null;
    const failures = [
      ...(at === undefined ? [screeningFailure(root, u, screened, leaves.length)] : []),
      ...(isWhole(at)
        ? []
        : findFailures(hasValue, (group) => at !== undefined && score(group) === null)),
    ];
    return {
      unit,
      label: labelOf(unit),
      rank: at === undefined ? null : presentOrNull(workspace.ranks[at]),
      score: score(compiled.columns.length - 1),
      indicators: screened.present[u] as number,
      scores: byId(columns, score),
      values: byId(ids, (leaf) => accounts[leaf]?.values[u] ?? NOTHING),
      ...pooledOf(sets, at),
      failures,
    };
  });
  return results.sort(byRank);
}

const NOTHING: LeafValue = /* @__PURE__ */ Object.freeze({ value: null });

function pooledOf(sets: Run["sets"], at: number | undefined): { readonly pooled?: PooledScore } {
  if (sets === undefined || at === undefined) return {};
  const scores = sets.map(({ columns }) => columns.at(-1)?.[at] as number);
  if (scores.some((score) => Number.isNaN(score))) return {};
  const m = scores.length;
  const score = scores.reduce((sum, x) => sum + x, 0) / m;
  const between = scores.reduce((sum, x) => sum + (x - score) ** 2, 0) / (m - 1);
  const ranks = sets.map((set) => set.ranks[at] as number);
  return {
    pooled: {
      sets: m,
      score,
      standardError: Math.sqrt((1 + 1 / m) * between),
      ranks: [Math.min(...ranks), Math.max(...ranks)],
    },
  };
}

/**
 * One property after the other: several times as fast as by `Object.fromEntries`, and there are many units. The values
 * are numbers or frozen; with the record frozen too, freezing the result need not visit its keys.
 */
function byId<Value>(
  ids: readonly string[],
  at: (place: number) => Value,
): Readonly<Record<string, Value>> {
  const record: Record<string, Value> = {};
  for (let i = 0; i < ids.length; i++) record[ids[i] as string] = at(i);
  return Object.freeze(record);
}

function presentOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** By rank, ties by code; without a rank last. */
function byRank(a: UnitResult, b: UnitResult): number {
  const ranks = (a.rank ?? Number.MAX_VALUE) - (b.rank ?? Number.MAX_VALUE);
  if (ranks !== 0) return ranks;
  return a.unit < b.unit ? -1 : 1;
}

function reasonsOf({ unit, label, failures }: UnitResult): NotRanked {
  return { unit, label, reasons: failures };
}
