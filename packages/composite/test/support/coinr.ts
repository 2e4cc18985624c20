import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameworkNode } from "@vitalcore/composite";
import type { IndicatorDefinition } from "@vitalcore/domain";
import { csvRows } from "./csv.js";
import { fixtures } from "./fixtures.js";

/** A table of the oracle: columns by name; `null` is missing, "NaN" and "Inf" are text. */
export interface OracleTable {
  readonly nrow: number;
  readonly columns: Readonly<Record<string, readonly (string | number | null)[]>>;
}

export interface OracleCase {
  readonly case: string;
  readonly op: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly input: { readonly dset: string };
  readonly output: OracleTable & {
    readonly Included: readonly string[];
    readonly RemovedUnits: readonly string[];
  };
  readonly coinr_error?: string;
}

const folder = join(fixtures, "coinr");

export const caseList: readonly {
  readonly case: string;
  readonly file: string;
  readonly op: string;
}[] = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")).cases;

export function readCase(file: string): OracleCase {
  return JSON.parse(readFileSync(join(folder, file), "utf8")) as OracleCase;
}

/** Rows of one of the oracle's CSV files; "NA" is missing. */
export function readCsv(file: string): readonly Readonly<Record<string, string | null>>[] {
  return csvRows(readFileSync(join(folder, file), "utf8")).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [name, cell === "NA" || cell === "" ? null : cell]),
    ),
  );
}

/** A data set as a wide table: `uCode` and numbers. */
export function readDataset(
  file: string,
): readonly Readonly<Record<string, string | number | null>>[] {
  return readCsv(file).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        name === "uCode" || cell === null ? cell : Number(cell),
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
