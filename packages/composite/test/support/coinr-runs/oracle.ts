import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type BuildIndexOptions,
  buildIndex,
  type FrameworkNode,
  type IndexMethodology,
  type IndexResult,
} from "@vitalcore/composite";
import { type Finding, isVitalError } from "@vitalcore/core";
import type { IndicatorDefinition } from "@vitalcore/domain";
import { expect } from "vitest";
import { csvRows } from "../csv.js";
import { fixtures } from "../fixtures.js";

/** A table of the oracle: columns by name; `null` is missing, "NaN" and "Inf" are text. */
export interface OracleTable {
  readonly nrow: number;
  readonly columns: Readonly<Record<string, readonly (string | number | null)[]>>;
}

export interface OracleCase<Output = OracleTable> {
  readonly case: string;
  readonly op: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly input: Readonly<Record<string, string>> & { readonly dset: string };
  readonly output: Output;
  readonly coinr_error?: string;
  readonly coinr_defect?: string;
}

/** Runs a case, compares, and returns how many numbers were compared. */
export type Runner = (oracle: OracleCase<never>) => number;

const folder = join(fixtures, "coinr");

export const caseList: readonly {
  readonly case: string;
  readonly file: string;
  readonly op: string;
  readonly status: "ok" | "coinr_error" | "coinr_defect";
}[] = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")).cases;

export function readCase(file: string): OracleCase<never> {
  return JSON.parse(readFileSync(join(folder, file), "utf8")) as OracleCase<never>;
}

/** Rows of one of the oracle's CSV files; "NA" is missing. */
export function readCsv(file: string): readonly Readonly<Record<string, string | null>>[] {
  return csvRows(readFileSync(join(folder, file), "utf8")).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [name, cell === "NA" || cell === "" ? null : cell]),
    ),
  );
}

const TEXT_COLUMNS = /^(uCode|uName|.*_group)$/;

/** A data set as a wide table: `uCode` and numbers. */
export function readDataset(
  file: string,
): readonly Readonly<Record<string, string | number | null>>[] {
  return readCsv(file).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        cell === null || TEXT_COLUMNS.test(name) ? cell : Number(cell),
      ]),
    ),
  );
}

export interface MetaRow {
  readonly id: string;
  readonly parent: string | undefined;
  readonly level: number;
  readonly isLeaf: boolean;
  readonly direction: 1 | -1;
  readonly weight: number;
}

/** The framework of the ASEM example. */
export const meta: readonly MetaRow[] = readCsv("inputs/asem_iMeta.csv")
  .filter(({ Type }) => Type === "Indicator" || Type === "Aggregate")
  .map((row) => ({
    id: row.iCode as string,
    parent: row.Parent ?? undefined,
    level: Number(row.Level),
    isLeaf: row.Type === "Indicator",
    direction: row.Direction === "-1" ? -1 : 1,
    weight: Number(row.Weight),
  }));

/** A definition without bounds, of a direction. */
export function definitionOf(id: string, direction: 1 | -1): IndicatorDefinition {
  return {
    id,
    name: id,
    definition: `${id} of the ASEM example.`,
    unit: "SCORE",
    range: [null, null],
    direction: direction === 1 ? "higherBetter" : "higherWorse",
    home: "economic",
    dimensions: ["economic"],
    digital: false,
    status: "established",
  };
}

/** The nodes of the framework, with what a case adds to each. */
export function nodesOf(
  rows: readonly MetaRow[],
  extend: (row: MetaRow) => Partial<FrameworkNode>,
): FrameworkNode[] {
  const ids = new Set(rows.map(({ id }) => id));
  return rows.map((row) => ({
    id: row.id,
    ...(row.parent !== undefined && ids.has(row.parent) && { parent: row.parent }),
    ...(row.isLeaf && { indicator: row.id }),
    weight: row.weight,
    ...extend(row),
  }));
}

/** The suggested tolerance of the oracle's index. */
export const TOLERANCE = 1e-10;

export const HEAD = { kind: "IndexMethodology", version: 1, id: "asem", title: "ASEM" } as const;
export const leaves: readonly MetaRow[] = meta.filter(({ isLeaf }) => isLeaf);
export const groups: readonly MetaRow[] = meta.filter(({ isLeaf }) => !isLeaf);

/** Builds an index of one of the oracle's data sets. */
export function build(
  data: readonly Readonly<Record<string, string | number | null>>[],
  nodes: readonly FrameworkNode[],
  directions: ReadonlyMap<string, 1 | -1>,
  more: Partial<IndexMethodology> = {},
  options: Partial<BuildIndexOptions> = {},
): IndexResult {
  const definitions = [...directions].map(([id, direction]) => definitionOf(id, direction));
  return buildIndex(
    data,
    { ...HEAD, nodes, ...more },
    { unitColumn: "uCode", definitions, ...options },
  );
}

/** The directions of the framework, or those that a case gives. */
export function directionsOf(params: OracleCase["params"]): Map<string, 1 | -1> {
  const given = params.directions as OracleTable | undefined;
  if (given === undefined) return new Map(leaves.map(({ id, direction }) => [id, direction]));
  const codes = given.columns.iCode as readonly string[];
  return new Map(codes.map((id, i) => [id, given.columns.Direction?.[i] === -1 ? -1 : 1]));
}

/** Compares one number with the oracle's: missing is missing, everything else within the tolerance. */
export function expectNumber(
  found: number | null | undefined,
  wanted: string | number | null | undefined,
  what: string,
  tolerance: number = TOLERANCE,
): void {
  const given = found === undefined || Number.isNaN(found) ? null : found;
  const right = wanted === "NaN" || wanted === undefined ? null : wanted;
  if (right === "Inf" || right === "-Inf") {
    // A division by zero; that of a negative zero has the other sign.
    expect(Math.abs(given ?? 0), what).toBe(Number.POSITIVE_INFINITY);
    return;
  }
  if (right === null || given === null) {
    expect(given, what).toBe(right);
    return;
  }
  const error = Math.abs(given - (right as number));
  expect(error, `${what}: ${given}, and ${right} is right`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(given)),
  );
}

/** Compares a number for each unit and column of a table; returns how many. */
export function expectTable(
  table: OracleTable,
  ids: readonly string[],
  read: (unit: string, id: string) => number | null | undefined,
  tolerance: number = TOLERANCE,
): number {
  const units = table.columns.uCode as readonly string[];
  for (const id of ids) {
    const column = table.columns[id] as readonly (number | string | null)[];
    units.forEach((unit, i) => {
      expectNumber(read(unit, id), column[i], `${id} of ${unit}`, tolerance);
    });
  }
  return ids.length * units.length;
}

/** Reads the scores of a result by unit and node. */
export function scoresOf(result: IndexResult): (unit: string, id: string) => number | null {
  const byUnit = new Map(result.units.map((unit) => [unit.unit, unit]));
  return (unit, id) => byUnit.get(unit)?.scores[id] ?? null;
}

/** The columns of a data set, with missing as NaN, in the order of its rows. */
export function columnsOf(
  rows: readonly Readonly<Record<string, string | number | null>>[],
  ids: readonly string[],
): readonly Float64Array[] {
  return ids.map((id) =>
    Float64Array.from(rows, (row) => (row[id] as number | null) ?? Number.NaN),
  );
}

/** The findings for which a run is refused. */
export function refusal(run: () => unknown): readonly Finding[] {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
}
