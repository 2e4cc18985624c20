import {
  booleansOf,
  type Cell,
  type Column,
  cellAt,
  evaluate,
  type Finding,
  type Table,
  tableOf,
} from "@vitalcore/core";
import { find } from "../catalog.js";
import { type Codes, codesOf, pairCodes } from "../kernels/codes.js";
import { pickCells, type Runs, runStarts, spreadRuns } from "../kernels/runs.js";
import type { StatisticsPlan } from "./plan.js";

/** Where the rows of a chunk lie: the units of the sample, numbered within the chunk. */
export interface ChunkUnits {
  readonly count: number;
  readonly unit: Int32Array | undefined;
  /** In place of `unit`, where rows of a unit are next to each other. */
  readonly runs: Runs | undefined;
  /** A row of each unit. */
  readonly firstRow: Int32Array;
  /** What the unit is called: cells of strata and clusters. */
  readonly cells: (unit: number) => Cell[];
}

/** The unit of every row, where a loop needs it. */
export function unitOfRows({ unit, runs }: ChunkUnits, length: number): Int32Array {
  return unit ?? spreadRuns(runs!.unit, runs!.start, new Int32Array(length));
}

const labelOf = (columns: readonly Column[], firstRow: Int32Array) => (code: number) =>
  columns.map((column) => cellAt(column, firstRow[code]!));

/** Units of a chunk, by the columns of strata and clusters. Missing cells are added to the findings. */
export function codeUnits(table: Table, names: readonly string[], findings: Finding[]): ChunkUnits {
  const columns = names.map((name): Column => table.column(name));
  const start = runStarts(columns, table.length);
  if (start !== undefined) {
    const heads = columns.map((column) => codesOf(pickCells(column, start, start.length - 1)));
    if (heads.every(({ missing }) => missing === 0)) {
      const { codes, count, firstRow: firstRun } = heads.reduce(pairCodes);
      const firstRow = firstRun.map((run) => start[run]!);
      const cells = labelOf(columns, firstRow);
      return { count, unit: undefined, runs: { start, unit: codes }, firstRow, cells };
    }
  }
  const coded = columns.map(codesOf);
  coded.forEach(({ codes, missing }, i) => {
    if (missing === 0) return;
    const place = { column: names[i]!, row: codes.indexOf(-1) + 1 };
    const facts = { count: missing, role: "stratum or cluster" };
    findings.push(find("survey/missing-design-value", { place, facts }));
  });
  const { codes, count, firstRow } = coded.reduce(pairCodes);
  const cells = labelOf(columns, firstRow);
  return { count, unit: codes, runs: undefined, firstRow, cells };
}

/** The group of each row of a chunk. */
export interface ChunkGroups {
  readonly count: number;
  /** -1 outside the domain and where a column of `by` is missing; undefined: all rows are in one group. */
  readonly group: Int32Array | undefined;
  /** Whether any row is outside. */
  readonly outside: boolean;
  /** What the group is called: cells of `by`. */
  readonly cells: (group: number) => Cell[];
}

/** Groups of a chunk, by the columns of `by` within the domain. */
export function codeGroups(table: Table, { by = [], subset }: StatisticsPlan): ChunkGroups {
  const { length } = table;
  const columns = by.map((name): Column => table.column(name));
  const coded = columns.map(codesOf);
  const all = coded.length > 0 ? coded.reduce(pairCodes) : undefined;
  const cells = labelOf(columns, all?.firstRow ?? new Int32Array(1));
  const count = all?.count ?? 1;
  let outside = all !== undefined && all.missing > 0;
  if (subset === undefined) return { count, group: all?.codes, outside, cells };
  const { column } = evaluate({ op: "and", args: [subset] }, table);
  const holds = booleansOf(tableOf([["holds", column]]), "holds");
  const group = all?.codes ?? new Int32Array(length);
  for (let row = 0; row < length; row++) {
    if (holds[row] === 1) continue;
    group[row] = -1;
    outside = true;
  }
  return { count, group, outside, cells };
}

/** Chunks of few rows may have more. */
const SMALL = 1 << 10;

/** Cells of units and groups that are held for each row, before only those are held that occur. */
const MOST_CELLS_PER_ROW = 4;

/**
 * Units and groups as they are, or, where most of their combinations do not occur, every combination that does as
 * a unit of its own.
 */
export function cellsOfChunk(
  units: ChunkUnits,
  groups: ChunkGroups,
  length: number,
): { readonly units: ChunkUnits; readonly groups: ChunkGroups; readonly combined: boolean } {
  const { group, count } = groups;
  if (group === undefined || units.count * count <= MOST_CELLS_PER_ROW * length + SMALL) {
    return { units, groups, combined: false };
  }
  const unit = unitOfRows(units, length);
  const ofUnits: Codes = { codes: unit, count: units.count, firstRow: units.firstRow, missing: 0 };
  const shifted = group.map((g) => g + 1);
  const ofGroups: Codes = { codes: shifted, count: count + 1, firstRow: unit, missing: 0 };
  const { codes, count: cells, firstRow } = pairCodes(ofUnits, ofGroups);
  const inside = group.map((g) => Math.min(g, 0));
  const nothing = (): Cell[] => [];
  return {
    units: {
      count: cells,
      unit: codes,
      runs: undefined,
      firstRow,
      cells: (cell) => {
        const row = firstRow[cell]!;
        const own = groups.cells(Math.max(0, group[row]!));
        return [...units.cells(unit[row]!), ...(group[row]! < 0 ? own.map(() => null) : own)];
      },
    },
    groups: { count: 1, group: inside, outside: groups.outside, cells: nothing },
    combined: true,
  };
}
