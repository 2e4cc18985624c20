import type { Finding } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { CustomMethods } from "../custom-methods.js";
import type { Framework } from "../framework.js";
import type { IndexData } from "../index-data.js";
import { type Leaf, seriesKey } from "../leaf.js";
import type { IndexMethodology } from "../methodology.js";
import { denominate } from "./denominate.js";
import type { Groupings } from "./groupings.js";
import { imputeLeaves } from "./impute-stage.js";
import { checkExceptions, reportScreened, type Screened, screen } from "./screen.js";
import { type TreatedColumns, treatLeaves } from "./treat-stage.js";

/** One of several sets of drawn values. */
export interface PreparedSet {
  /** By leaf, for the units that enter. */
  readonly imputed: readonly Float64Array[];
  /** Values to be normalized, leaf after leaf. */
  readonly values: Float64Array;
}

/** What became of the raw values on their way to normalization. */
export interface Prepared {
  readonly screened: Screened;
  /** Codes of the units that enter. */
  readonly units: readonly string[];
  /** Values to be normalized, leaf after leaf, for the units that enter. */
  readonly values: Float64Array;
  /** By leaf, for all units; `undefined` where no leaf has a denominator. */
  readonly denominated: readonly Float64Array[] | undefined;
  /** By leaf, for the units that enter; `undefined` where nothing is imputed. */
  readonly imputed: readonly Float64Array[] | undefined;
  readonly treated: TreatedColumns | undefined;
  /** As `values`, and as `imputed`, set by set, where values are drawn several times. */
  readonly sets: readonly PreparedSet[] | undefined;
  /** Positions (among the units that enter) of the gaps of a leaf that were filled. */
  readonly filled: (leaf: number) => readonly number[];
  readonly findings: readonly Finding[];
}

/** What the stages work with beside the data. */
export interface PrepareContext {
  readonly methodology: IndexMethodology;
  /** `undefined` if the nodes make no tree: then nothing is imputed, and the other values are checked. */
  readonly framework: Framework | undefined;
  readonly leaves: readonly Leaf[];
  readonly denominators: readonly Leaf[];
  readonly groupings: Groupings;
  readonly methods: CustomMethods;
}

/** Denominates, screens, imputes and treats, as far as the methodology asks for it. */
export function prepare(data: IndexData, context: PrepareContext): Prepared {
  const { methodology, leaves } = context;
  const total = data.units.length;
  const raw = leaves.map((_, i) => data.values.subarray(i * total, (i + 1) * total));
  const { columns: denominated, findings: zeros } = denominateLeaves(raw, data, context);
  const first = denominated ?? raw;
  const isLate = methodology.screening?.after === "impute";
  const all = [...data.units.keys()];
  const early = isLate ? undefined : screen(methodology, data.units, first);
  const entering = early?.included ?? all;
  const start = takeUnits(first, entering, total);
  const { framework } = context;
  const imputed =
    framework &&
    imputeLeaves(start, {
      ...context,
      framework,
      imputations: methodology.imputations ?? {},
      units: entering.map((i) => data.units[i] as string),
      groupings: takeGroups(context.groupings, entering, total),
    });
  const filled = imputed?.columns ?? start;
  const screened = early ?? screen(methodology, data.units, filled);
  const kept = isLate ? takeUnits(filled, screened.included, total) : filled;
  const treated = treatLeaves(kept, leaves, context.methods.treat);
  const columns = treated?.columns ?? kept;
  const sets = imputed?.sets?.map((set): PreparedSet => {
    const own = isLate ? takeUnits(set, screened.included, total) : set;
    const after = treatLeaves(own, leaves, context.methods.treat)?.columns ?? own;
    return { imputed: own, values: joined(after, screened.included.length) };
  });
  return {
    screened,
    units: screened.included.map((i) => data.units[i] as string),
    values: joined(columns, screened.included.length),
    denominated,
    imputed: imputed === undefined ? undefined : kept,
    treated,
    sets,
    filled: (leaf) => filledOf(leaf, first, kept, screened.included),
    findings: [
      ...zeros,
      ...(imputed?.findings ?? []),
      ...(treated?.findings ?? []),
      ...checkExceptions(methodology, data.units),
      ...reportScreened(data.units, screened, leaves.length),
    ],
  };
}

function denominateLeaves(
  columns: readonly Float64Array[],
  { units, values }: IndexData,
  { leaves, denominators }: PrepareContext,
): { readonly columns?: readonly Float64Array[]; readonly findings: readonly Finding[] } {
  if (denominators.length === 0) return { findings: [] };
  const place = new Map(denominators.map(({ node }, i) => [node.id, leaves.length + i]));
  const findings: Finding[] = [];
  const divided = leaves.map(({ denominate: options, node, indicator }, i) => {
    const column = columns[i] as Float64Array;
    if (options === undefined) return column;
    const key = seriesKey(options.by, options.select);
    const from = (place.get(key) as number) * units.length;
    const by = values.subarray(from, from + units.length);
    if (options.operation !== "multiply") {
      const zero = units.filter((_, u) => by[u] === 0 && !Number.isNaN(column[u] as number));
      if (zero.length > 0) {
        const facts = { indicator, by: options.by, count: zero.length, units: zero };
        findings.push(find("composite/zero-denominator", { place: { node: node.id }, facts }));
      }
    }
    const without = units.filter(
      (_, u) => Number.isNaN(by[u] as number) && !Number.isNaN(column[u] as number),
    );
    if (without.length > 0) {
      const facts = { indicator, by: options.by, count: without.length, units: without };
      findings.push(find("composite/missing-denominator", { place: { node: node.id }, facts }));
    }
    return denominate(column, by, options);
  });
  return { columns: divided, findings };
}

function filledOf(
  leaf: number,
  before: readonly Float64Array[],
  after: readonly Float64Array[],
  included: readonly number[],
): readonly number[] {
  return included.flatMap((unit, i) =>
    Number.isNaN(before[leaf]?.[unit] as number) && !Number.isNaN(after[leaf]?.[i] as number)
      ? [i]
      : [],
  );
}

/** The columns themselves where all units are taken. */
function takeUnits(
  columns: readonly Float64Array[],
  units: readonly number[],
  total: number,
): readonly Float64Array[] {
  if (units.length === total) return columns;
  return columns.map((column) => Float64Array.from(units, (unit) => column[unit] as number));
}

function takeGroups(groupings: Groupings, units: readonly number[], total: number): Groupings {
  if (units.length === total) return groupings;
  return new Map(
    [...groupings].map(([name, groups]) => [name, units.map((unit) => groups[unit] ?? null)]),
  );
}

function joined(columns: readonly Float64Array[], units: number): Float64Array {
  const values = new Float64Array(columns.length * units);
  columns.forEach((column, i) => {
    values.set(column, i * units);
  });
  return values;
}
