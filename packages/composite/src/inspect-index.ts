import { type Finding, isVitalError, type TableLike, tableFrom } from "@vitalcore/core";
import type { IndicatorDefinition, Observation } from "@vitalcore/domain";
import { find } from "./catalog.js";
import { type Compiled, compile } from "./compile.js";
import type { CustomMethods } from "./custom-methods.js";
import type { IndexData } from "./index-data.js";
import { type Inspection, inspectMethodology } from "./inspect-methodology.js";
import type { Workspace } from "./kernels/plan.js";
import type { Leaf } from "./leaf.js";
import { readObservations } from "./read-observations.js";
import { readTable, reportIdentifying } from "./read-table.js";
import { checkPrepared, checkRaw, runIndex } from "./run-index.js";
import {
  type Groupings,
  type GroupLabels,
  groupingsWanted,
  readGroupings,
} from "./stages/groupings.js";
import { type Prepared, prepare } from "./stages/prepare.js";
import type { Weighed } from "./stages/weigh.js";

/** The data of an index: observations, or a table with a row per unit and a column per indicator. */
export type IndexInput = readonly Observation[] | TableLike;

/** What goes with the data of an index. */
export interface IndexDataOptions {
  /** Definitions of the indicators, beside the methodology's own. */
  readonly definitions?: readonly IndicatorDefinition[];
  /** The column that names the units. Says that the data are a table, not observations. */
  readonly unitColumn?: string;
  /** The units to rank: all that the data know of the framework's indicators if left out. */
  readonly units?: readonly string[];
  /**
   * Groups of the units, by name of the grouping and code of the unit; those of a table may also be text columns
   * of it.
   */
  readonly groups?: GroupLabels;
  /** Methods of your own, which the methodology asks for as `custom:name`. */
  readonly methods?: CustomMethods;
}

/** Everything that is found out about a methodology and its data; `run` only if nothing is wrong. */
export interface IndexInspection extends Inspection {
  readonly run?: {
    readonly data: IndexData;
    readonly prepared: Prepared;
    readonly compiled: Compiled;
    readonly workspace: Workspace;
    readonly groupings: Groupings;
    readonly weightings: Weighed["weightings"];
    /** Scores and ranks of each set, where values are drawn several times. */
    readonly sets: readonly Workspace[] | undefined;
  };
}

/** Checks a methodology, reads the data, checks both together, and runs the index if nothing is wrong. */
export function inspectIndex(
  input: IndexInput,
  document: unknown,
  options: IndexDataOptions,
): IndexInspection {
  const { methods = {} } = options;
  const inspection = inspectMethodology(document, options.definitions ?? [], methods);
  const { methodology, framework, leaves, denominators, outcomes } = inspection;
  const read = readData(input, leaves, [...denominators, ...outcomes], options);
  const before = [...inspection.findings, ...checkUnitList(options.units), ...read.findings];
  const { data } = read;
  if (data === undefined) return { ...inspection, findings: before };
  const noted = [
    ...before,
    ...data.findings,
    ...(data.units.length === 0 ? [find("composite/no-units", {})] : []),
  ];
  const { groupings } = read;
  const prepared = prepare(data, {
    methodology,
    framework,
    leaves,
    denominators,
    groupings,
    methods,
  });
  const { units, values, screened } = prepared;
  const findings = [
    ...noted,
    ...checkRaw(leaves, data, screened.included),
    ...checkPrepared(leaves, prepared),
    ...reportEmpty(leaves, data),
    ...prepared.findings,
  ];
  if (framework === undefined || hasErrors(findings)) return { ...inspection, findings };
  const compiled = compile(methodology, framework, leaves, { units, methods });
  const beside = {
    methods,
    outcomes: outcomeColumns(
      outcomes,
      data,
      leaves.length + denominators.length,
      prepared.screened.included,
    ),
  };
  const runOn = (own: Compiled, set: Float64Array) =>
    runIndex(methodology, framework, leaves, own, units, set, beside);
  const { workspace, weightings, findings: wrong } = runOn(compiled, values);
  // Weights that are computed are each set's own.
  const sets = prepared.sets?.map((set) =>
    runOn(
      { ...compiled, plan: { ...compiled.plan, weights: compiled.plan.weights.slice() } },
      set.values,
    ),
  );
  const impossible = [...wrong, ...firstErrors(sets ?? [])];
  const all = [...findings, ...impossible];
  if (hasErrors(impossible)) return { ...inspection, findings: all };
  return {
    ...inspection,
    findings: all,
    run: {
      data,
      prepared,
      compiled,
      workspace,
      groupings,
      weightings,
      sets: sets?.map((set) => set.workspace),
    },
  };
}

/** What is impossible in drawn values, told for the first set in which it is. */
function firstErrors(
  sets: readonly { readonly findings: readonly Finding[] }[],
): readonly Finding[] {
  const failing = sets.map(({ findings }) => findings.filter(isError));
  return failing.find((errors) => errors.length > 0) ?? [];
}

/** The outcomes that weights are fitted to, for the units that enter. */
export function outcomeColumns(
  outcomes: readonly Leaf[],
  { units, values }: IndexData,
  first: number,
  included: ArrayLike<number>,
): ReadonlyMap<string, Float64Array> {
  return new Map(
    outcomes.map(({ indicator }, i) => {
      const from = (first + i) * units.length;
      const column = Float64Array.from(included, (unit) => values[from + unit] as number);
      return [indicator, column];
    }),
  );
}

function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(isError);
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

function checkUnitList(units: readonly string[] | undefined): readonly Finding[] {
  const seen = new Set<string>();
  return (units ?? []).flatMap((unit) => {
    if (!seen.has(unit)) {
      seen.add(unit);
      return [];
    }
    return [find("composite/unit-listed-twice", { place: { unit } })];
  });
}

interface ReadData {
  readonly data?: IndexData;
  readonly groupings: Groupings;
  readonly findings: readonly Finding[];
}

function readData(
  input: IndexInput,
  leaves: readonly Leaf[],
  beside: readonly Leaf[],
  { unitColumn, units, groups = {} }: IndexDataOptions,
): ReadData {
  const wanted = groupingsWanted(leaves);
  const none: Groupings = new Map();
  if (unitColumn === undefined) {
    if (Array.isArray(input) && !isWideRow(input[0])) {
      const data = readObservations(input, leaves, units, beside);
      return { data, ...readGroupings(wanted, data.units, groups, undefined) };
    }
    return { groupings: none, findings: [find("composite/not-observations", {})] };
  }
  try {
    const table = tableFrom(input as TableLike);
    const identifying = reportIdentifying(table, unitColumn, [...leaves, ...beside]);
    // Read no further: the next finding could quote a value.
    if (identifying.length > 0) return { groupings: none, findings: identifying };
    const data = readTable(table, unitColumn, [...leaves, ...beside], units, wanted);
    return { data, ...readGroupings(wanted, data.units, groups, { table, unitColumn }) };
  } catch (error) {
    if (isVitalError(error)) return { groupings: none, findings: error.findings };
    throw error;
  }
}

function isWideRow(row: unknown): boolean {
  return typeof row === "object" && row !== null && !("indicator" in row);
}

/** Indicators that the data know, but not a single value of which can be used. */
function reportEmpty(leaves: readonly Leaf[], data: IndexData): readonly Finding[] {
  // Columns that are not there or not numbers are reported already.
  const known = new Set(
    data.findings
      .filter(({ severity }) => severity === "error")
      .flatMap(({ place }) => [place.node, place.column]),
  );
  return leaves.flatMap(({ node, indicator }, leaf) => {
    const from = leaf * data.units.length;
    const column = data.values.subarray(from, from + data.units.length);
    const isEmpty = column.every((value) => Number.isNaN(value));
    if (!isEmpty || known.has(node.id) || known.has(indicator)) return [];
    const reasons = data.entries
      .filter((entry) => entry.node === node.id)
      .map(({ reason }) => reason);
    const why = reasons.length === 0 ? "" : ` (${[...new Set(reasons)].join(", ")})`;
    const place = { node: node.id };
    return [find("composite/indicator-all-missing", { place, facts: { indicator, why } })];
  });
}
