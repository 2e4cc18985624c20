import { type Cell, VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import { listOf } from "../design/design-spec.js";
import {
  isReplicatePlan,
  keyColumns,
  plannedColumns,
  plannedSquares,
  plannedWeights,
  type ReplicatePlan,
  type StatisticsPlan,
} from "./plan.js";

/**
 * The sufficient statistics of a sample: one row per sampled unit and group. Plain typed arrays, so that it
 * can be stored, sent to another thread, or made by a database (see {@link unitTableFromRows}).
 */
export interface UnitTable {
  readonly version: 1;
  length: number;
  /** Position of each row by its key. */
  readonly positions: Map<string, number>;
  /** Cells of the key columns of each row: strata, clusters, then `by` (null outside the domain). */
  readonly keys: Cell[][];
  /** Finite population sizes or fractions of each stage, as the file has them. */
  readonly fpc: Float64Array[];
  /** Rows of the file in the unit and group, with an answer to every column of the plan. */
  rows: Float64Array;
  /** Of these, rows with a weight other than zero. */
  positive: Float64Array;
  /** Rows with a weight and without an answer. */
  missing: Float64Array;
  /**
   * Sums of weights, then of weight times each column, then of weight times the square of each column whose
   * design effect is wanted; of a replicate plan the same again for every replicate weight.
   */
  totals: Float64Array[];
  /** What rounding lost of the totals (Neumaier); add it to them. Zero where a database made the table. */
  lost: Float64Array[];
}

const START = 64;

/** Sums of a row of the table: those of the full weight, those of each replicate. */
function termsOf(plan: StatisticsPlan | ReplicatePlan): { full: number; replicates: number } {
  const own = plannedColumns(plan).length + 1;
  if (!isReplicatePlan(plan)) return { full: own + plannedSquares(plan).length, replicates: 0 };
  return { full: own, replicates: own * (plannedWeights(plan).length - 1) };
}

/** A unit table of no rows. */
export function emptyUnitTable(plan: StatisticsPlan | ReplicatePlan): UnitTable {
  const { strata, clusters, by } = keyColumns(plan);
  const fpc = isReplicatePlan(plan) || plan.design.fpc === undefined ? 0 : clusters.length;
  const { full, replicates } = termsOf(plan);
  const terms = full + replicates;
  const plane = () => new Float64Array(START);
  return {
    version: 1,
    length: 0,
    positions: new Map(),
    keys: Array.from({ length: strata.length + clusters.length + by.length }, () => []),
    fpc: Array.from({ length: fpc }, plane),
    rows: plane(),
    positive: plane(),
    missing: plane(),
    totals: Array.from({ length: terms }, plane),
    lost: Array.from({ length: terms }, plane),
  };
}

function longer(values: Float64Array): Float64Array {
  const copy = new Float64Array(2 * values.length);
  copy.set(values);
  return copy;
}

/** Text of a key, by which rows are found again; a number and its text are not the same. */
export function keyText(cells: readonly Cell[]): string {
  return cells.map((cell) => (typeof cell === "string" ? `"${cell}` : String(cell))).join("\u0000");
}

function lengthen(table: UnitTable): void {
  table.rows = longer(table.rows);
  table.positive = longer(table.positive);
  table.missing = longer(table.missing);
  table.totals = table.totals.map(longer);
  table.lost = table.lost.map(longer);
  for (let s = 0; s < table.fpc.length; s++) table.fpc[s] = longer(table.fpc[s]!);
}

/** The row of a key, made if it is new. */
export function unitRow(
  table: UnitTable,
  cells: readonly Cell[],
  fpc: readonly number[],
  key = keyText(cells),
): number {
  const known = table.positions.get(key);
  if (known !== undefined) return known;
  const at = table.length;
  if (at === table.rows.length) lengthen(table);
  table.positions.set(key, at);
  cells.forEach((cell, i) => {
    table.keys[i]!.push(cell);
  });
  fpc.forEach((size, s) => {
    table.fpc[s]![at] = size;
  });
  table.length = at + 1;
  return at;
}

/** Adds x to row i of a compensated sum. */
export function addTo(sums: Float64Array, lost: Float64Array, i: number, x: number): void {
  const sum = sums[i]!;
  const next = sum + x;
  lost[i]! += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
  sums[i] = next;
}

/** Adds all rows of one unit table to another, in place. */
export function addUnitTable(into: UnitTable, from: UnitTable): UnitTable {
  for (let i = 0; i < from.length; i++) {
    const cells = from.keys.map((column) => column[i]!);
    const fpc = from.fpc.map((sizes) => sizes[i]!);
    const at = unitRow(into, cells, fpc);
    into.rows[at]! += from.rows[i]!;
    into.positive[at]! += from.positive[i]!;
    into.missing[at]! += from.missing[i]!;
    from.totals.forEach((plane, t) => {
      addTo(into.totals[t]!, into.lost[t]!, at, plane[i]!);
      into.lost[t]![at]! += from.lost[t]![i]!;
    });
  }
  return into;
}

/** A row of a unit table as a database gives it: keys by column name, and the sums. */
export interface UnitTableRow {
  /** Strata, clusters and `by`, by column name; `by` null outside the domain. */
  readonly keys: Readonly<Record<string, Cell>>;
  /** By column name: the size or fraction, the same for all rows of a unit. */
  readonly fpc?: Readonly<Record<string, number>>;
  /** Rows with an answer to every column of the plan. */
  readonly rows: number;
  /** Of these, rows with a weight other than zero; `rows` if left out. */
  readonly positive?: number;
  /** Rows with a weight and without an answer; 0 if left out. */
  readonly missing?: number;
  /** SUM(weight). */
  readonly weight: number;
  /** SUM(weight * column), in the order of the plan's columns, then of its squares. */
  readonly totals: readonly number[];
  /** For each replicate weight in turn: SUM(weight), then SUM(weight * column) of the plan's columns. */
  readonly replicates?: readonly number[];
}

/**
 * Reads a unit table that somebody else made: the answer to the GROUP BY that a plan stands for.
 *
 * @param plan - what the table was made for.
 * @param rows - one per unit and group; rows of the same key are added.
 * @throws VitalError `survey/option` where a row lacks a key or has another number of totals.
 *
 * @example
 * ```ts
 * import { estimateFromUnits, type StatisticsPlan, unitTableFromRows } from "@vitalcore/survey/statistics";
 * const plan: StatisticsPlan = {
 *   version: 1,
 *   statistic: "mean",
 *   columns: ["age"],
 *   design: { weights: "w", strata: "region", clusters: "village" },
 * };
 * const units = unitTableFromRows(plan, [
 *   { keys: { region: "N", village: 1 }, rows: 2, weight: 20, totals: [600] },
 *   { keys: { region: "N", village: 2 }, rows: 1, weight: 10, totals: [500] },
 * ]);
 * estimateFromUnits(plan, units).estimates[0]?.value; // => 36.666667
 * ```
 */
export function unitTableFromRows(
  plan: StatisticsPlan | ReplicatePlan,
  rows: readonly UnitTableRow[],
): UnitTable {
  const { strata, clusters, by } = keyColumns(plan);
  const names = [...strata, ...clusters, ...by];
  const sizes = isReplicatePlan(plan) ? [] : listOf(plan.design.fpc);
  const terms = termsOf(plan);
  const table = emptyUnitTable(plan);
  rows.forEach((row, i) => {
    const lacking = names.filter((name) => row.keys[name] === undefined);
    const { replicates = [] } = row;
    const fits = row.totals.length === terms.full - 1 && replicates.length === terms.replicates;
    if (lacking.length > 0 || !fits) {
      const sums = terms.replicates > 0 ? ` and ${terms.replicates} sums of replicates` : "";
      const keys = names.length > 0 ? `keys ${names.join(", ")}, ` : "";
      const facts = {
        option: `row ${i + 1} of the unit table`,
        wanted: `${keys}${terms.full - 1} totals${sums}`,
      };
      const found = `${row.totals.length} totals, ${replicates.length} sums of replicates`;
      throw new VitalError([find("survey/option", { found, facts })]);
    }
    const cells = names.map((name) => row.keys[name]!);
    const at = unitRow(
      table,
      cells,
      sizes.map((name) => row.fpc?.[name] ?? Number.NaN),
    );
    table.rows[at]! += row.rows;
    table.positive[at]! += row.positive ?? row.rows;
    table.missing[at]! += row.missing ?? 0;
    [row.weight, ...row.totals, ...replicates].forEach((total, t) => {
      addTo(table.totals[t]!, table.lost[t]!, at, total);
    });
  });
  return table;
}
