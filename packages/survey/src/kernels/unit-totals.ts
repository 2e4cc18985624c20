import { addRunTerm, addRunValues, addRunWeights } from "./run-totals.js";
import type { Runs } from "./runs.js";

/**
 * Weighted totals of row variables in every unit and group. Cell of unit u and group g: `u * groups + g`. Term 0 is
 * the weight itself.
 */
export interface UnitTotals {
  readonly units: number;
  readonly groups: number;
  /** Rows in each cell, those with weight 0 included. */
  readonly rows: Float64Array;
  /** One plane of cells per term. */
  readonly sums: readonly Float64Array[];
}

/** Totals with their rounding errors beside them (Neumaier), so that any order and any split of rows gives the same. */
export interface RunningTotals extends UnitTotals {
  readonly lost: readonly Float64Array[];
}

/** What the totals of every variable have in common: rows and weights of each cell. */
export interface WeightTotals {
  readonly rows: Float64Array;
  readonly sums: Float64Array;
}

/** Rows to be added to {@link RunningTotals}. */
export interface RowChunk {
  readonly length: number;
  readonly unit: Int32Array;
  /** The same as `unit`, where rows of a unit are next to each other. */
  readonly runs?: Runs | undefined;
  /** Whether the totals have these rows and their weights already, and only terms are to be added. */
  readonly weighed?: boolean;
  /** Group of each row, -1 for rows that are outside; left out: all in group 0. */
  readonly group?: Int32Array | undefined;
  readonly weight: Float64Array;
  /** Row variables; no NaN in rows that are inside. */
  readonly terms: readonly Float64Array[];
}

/** Totals of no rows; where rows and weights have been added up before, these are shared, not copied. */
export function emptyUnitTotals(
  units: number,
  groups: number,
  terms: number,
  weighed?: WeightTotals,
): RunningTotals {
  const plane = () => new Float64Array(units * groups);
  return {
    units,
    groups,
    rows: weighed?.rows ?? plane(),
    sums: [weighed?.sums ?? plane(), ...Array.from({ length: terms }, plane)],
    lost: Array.from({ length: terms + 1 }, plane),
  };
}

/** Adds x to cell i of a compensated plane. */
function add(sums: Float64Array, lost: Float64Array, i: number, x: number): void {
  const sum = sums[i]!;
  const next = sum + x;
  lost[i]! += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
  sums[i] = next;
}

function addWeights(totals: RunningTotals, { length, unit, group, weight }: RowChunk): void {
  const { groups, rows } = totals;
  const sums = totals.sums[0]!;
  const lost = totals.lost[0]!;
  for (let row = 0; row < length; row++) {
    const g = group === undefined ? 0 : group[row]!;
    if (g < 0) continue;
    const cell = unit[row]! * groups + g;
    rows[cell]! += 1;
    add(sums, lost, cell, weight[row]!);
  }
}

/**
 * Weights and one weighted variable in one pass: the case that nearly all calls are. The sums are written
 * out, and the loops with and without groups kept apart: it is held to a plain loop's speed.
 */
function addWeightsAndTerm(totals: RunningTotals, chunk: RowChunk, term: number): void {
  const { unit, group, weight } = chunk;
  const { rows } = totals;
  const length = chunk.length;
  const groups = totals.groups;
  const x = chunk.terms[term]!;
  const weights = totals.sums[0]!;
  const weightsLost = totals.lost[0]!;
  const sums = totals.sums[term + 1]!;
  const lost = totals.lost[term + 1]!;
  if (group === undefined && groups === 1) {
    for (let row = 0; row < length; row++) {
      const cell = unit[row]!;
      const w = weight[row]!;
      const wx = w * x[row]!;
      rows[cell]! += 1;
      const before = weights[cell]!;
      const after = before + w;
      weightsLost[cell]! +=
        Math.abs(before) >= Math.abs(w) ? before - after + w : w - after + before;
      weights[cell] = after;
      const sum = sums[cell]!;
      const next = sum + wx;
      lost[cell]! += Math.abs(sum) >= Math.abs(wx) ? sum - next + wx : wx - next + sum;
      sums[cell] = next;
    }
    return;
  }
  for (let row = 0; row < length; row++) {
    const g = group === undefined ? 0 : group[row]!;
    if (g < 0) continue;
    const cell = unit[row]! * groups + g;
    const w = weight[row]!;
    const wx = w * x[row]!;
    rows[cell]! += 1;
    const before = weights[cell]!;
    const after = before + w;
    weightsLost[cell]! += Math.abs(before) >= Math.abs(w) ? before - after + w : w - after + before;
    weights[cell] = after;
    const sum = sums[cell]!;
    const next = sum + wx;
    lost[cell]! += Math.abs(sum) >= Math.abs(wx) ? sum - next + wx : wx - next + sum;
    sums[cell] = next;
  }
}

function addTerm(totals: RunningTotals, chunk: RowChunk, term: number): void {
  const { length, unit, group, weight } = chunk;
  const x = chunk.terms[term]!;
  const sums = totals.sums[term + 1]!;
  const lost = totals.lost[term + 1]!;
  for (let row = 0; row < length; row++) {
    const g = group === undefined ? 0 : group[row]!;
    if (g >= 0) add(sums, lost, unit[row]! * totals.groups + g, weight[row]! * x[row]!);
  }
}

function addByRuns(totals: RunningTotals, runs: Runs, { weight, terms, weighed }: RowChunk): void {
  const { rows } = totals;
  const { start, unit } = runs;
  let term = 0;
  if (weighed !== true) {
    for (let run = 0; run < unit.length; run++) rows[unit[run]!]! += start[run + 1]! - start[run]!;
    if (terms.length === 0) addRunWeights(totals, runs, weight);
    else addRunValues(totals, runs, weight, terms[term++]!);
  }
  for (; term < terms.length; term++) addRunTerm(totals, runs, weight, terms[term]!, term + 1);
}

/** Adds rows, in place. */
export function addRows(totals: RunningTotals, chunk: RowChunk): RunningTotals {
  const { runs, group, terms, weighed } = chunk;
  if (group === undefined && totals.groups === 1 && runs !== undefined) {
    addByRuns(totals, runs, chunk);
    return totals;
  }
  let term = 0;
  if (weighed !== true) {
    if (terms.length === 0) addWeights(totals, chunk);
    else addWeightsAndTerm(totals, chunk, term++);
  }
  for (; term < terms.length; term++) addTerm(totals, chunk, term);
  return totals;
}

/** Folds the kept rounding errors into the sums, in place. */
export function settle(totals: RunningTotals): UnitTotals {
  const { sums, lost } = totals;
  for (let term = 0; term < sums.length; term++) {
    const plane = sums[term]!;
    const rest = lost[term]!;
    for (let i = 0; i < plane.length; i++) {
      plane[i]! += rest[i]!;
      rest[i] = 0;
    }
  }
  return totals;
}

/** Sum over units of a plane, for one group. */
export function totalOfGroup(
  { units, groups, sums }: UnitTotals,
  term: number,
  group: number,
): number {
  const plane = sums[term]!;
  const end = units * groups;
  let sum = 0;
  let lost = 0;
  for (let cell = group; cell < end; cell += groups) {
    const x = plane[cell]!;
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return sum + lost;
}
