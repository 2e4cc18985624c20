import { type Finding, isVitalError, type TableLike, tableFrom } from "@vitalcore/core";
import type { IndicatorDefinition, Observation } from "@vitalcore/domain";
import { find } from "./catalog.js";
import { type Compiled, compile } from "./compile.js";
import type { IndexData } from "./index-data.js";
import { type Inspection, inspectMethodology } from "./inspect-methodology.js";
import type { Workspace } from "./kernels/plan.js";
import type { Leaf } from "./leaf.js";
import { readObservations } from "./read-observations.js";
import { readTable, reportIdentifying } from "./read-table.js";
import { checkEntering, includedValues, runIndex, type Screened, screen } from "./run-index.js";

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
}

/** Everything that is found out about a methodology and its data; `run` only if nothing is wrong. */
export interface IndexInspection extends Inspection {
  readonly run?: {
    readonly data: IndexData;
    readonly screened: Screened;
    readonly compiled: Compiled;
    readonly workspace: Workspace;
  };
}

/** Checks a methodology, reads the data, checks both together, and runs the index if nothing is wrong. */
export function inspectIndex(
  input: IndexInput,
  document: unknown,
  options: IndexDataOptions,
): IndexInspection {
  const inspection = inspectMethodology(document, options.definitions ?? []);
  const { methodology, framework, leaves } = inspection;
  const { data, findings: unreadable } = readData(input, leaves, options);
  const before = [...inspection.findings, ...checkUnitList(options.units), ...unreadable];
  if (data === undefined) return { ...inspection, findings: before };
  const screened = screen(methodology, data, leaves.length);
  const units = screened.included.map((i) => data.units[i] as string);
  const values = includedValues(data, screened.included);
  const findings = [
    ...before,
    ...data.findings,
    ...(data.units.length === 0 ? [find("composite/no-units", {})] : []),
    ...checkEntering(leaves, units, values),
    ...reportEmpty(leaves, data),
    ...reportScreened(data, screened, leaves.length),
  ];
  if (framework === undefined || hasErrors(findings)) return { ...inspection, findings };
  const compiled = compile(methodology, framework, leaves);
  const { workspace, findings: impossible } = runIndex(
    methodology,
    framework,
    leaves,
    compiled,
    units,
    values,
  );
  const all = [...findings, ...impossible];
  if (hasErrors(impossible)) return { ...inspection, findings: all };
  return { ...inspection, findings: all, run: { data, screened, compiled, workspace } };
}

function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
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

function readData(
  input: IndexInput,
  leaves: readonly Leaf[],
  { unitColumn, units }: IndexDataOptions,
): { readonly data?: IndexData; readonly findings: readonly Finding[] } {
  if (unitColumn === undefined) {
    if (Array.isArray(input) && !isWideRow(input[0])) {
      return { data: readObservations(input, leaves, units), findings: [] };
    }
    return { findings: [find("composite/not-observations", {})] };
  }
  try {
    const table = tableFrom(input as TableLike);
    const identifying = reportIdentifying(table, unitColumn, leaves);
    // Read no further: the next finding could quote a value.
    if (identifying.length > 0) return { findings: identifying };
    return { data: readTable(table, unitColumn, leaves, units), findings: [] };
  } catch (error) {
    if (isVitalError(error)) return { findings: error.findings };
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

function reportScreened(
  data: IndexData,
  { included, present, needed }: Screened,
  total: number,
): readonly Finding[] {
  const isIncluded = new Set(included);
  return data.units.flatMap((unit, i) => {
    if (isIncluded.has(i)) return [];
    const facts = { present: present[i] as number, total, needed };
    return [find("composite/screened-out", { place: { unit }, facts })];
  });
}
