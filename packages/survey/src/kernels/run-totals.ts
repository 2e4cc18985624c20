import type { Runs } from "./runs.js";
import type { UnitTotals } from "./unit-totals.js";

/** Rows in the order of their cells: those of cell c are `rows[start[c]]` to `rows[start[c + 1] - 1]`. */
export interface CellOrder {
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

/** Rows in each cell (unit * groups + group); rows of group -1 are in none. */
export function cellRows(
  unit: Int32Array,
  group: Int32Array,
  { units, groups }: { readonly units: number; readonly groups: number },
): Int32Array {
  const rows = new Int32Array(units * groups);
  for (let row = 0; row < group.length; row++) {
    const g = group[row]!;
    if (g >= 0) rows[unit[row]! * groups + g]! += 1;
  }
  return rows;
}

/** The order of rows by cell: a counting sort, from the rows that each cell has. */
export function cellOrder(
  unit: Int32Array,
  group: Int32Array,
  groups: number,
  ofCell: Int32Array,
): CellOrder {
  const start = new Int32Array(ofCell.length + 1);
  for (let cell = 0; cell < ofCell.length; cell++) start[cell + 1] = start[cell]! + ofCell[cell]!;
  const next = start.slice();
  const rows = new Int32Array(start[ofCell.length]!);
  for (let row = 0; row < group.length; row++) {
    const g = group[row]!;
    if (g >= 0) rows[next[unit[row]! * groups + g]!++] = row;
  }
  return { start, rows };
}

/*
 * Below, sums and losses are held in local variables throughout a run: a loop that goes through memory waits for
 * its own last write in every row, which makes it three times as slow. The steps are Neumaier's (1974), written
 * out because nothing that returns two numbers is free.
 */

/** Adds weights and the first weighted term of runs. */
export function addRunValues(
  { sums, lost }: UnitTotals,
  { start, unit }: Runs,
  weight: Float64Array,
  x: Float64Array,
): void {
  const ofWeights = sums[0]!;
  const lostOfWeights = lost[0]!;
  const ofTerm = sums[1]!;
  const lostOfTerm = lost[1]!;
  for (let run = 0; run < unit.length; run++) {
    const cell = unit[run]!;
    const end = start[run + 1]!;
    let a = ofWeights[cell]!;
    let aLost = lostOfWeights[cell]!;
    let b = ofTerm[cell]!;
    let bLost = lostOfTerm[cell]!;
    for (let row = start[run]!; row < end; row++) {
      const w = weight[row]!;
      const wx = w * x[row]!;
      const nextA = a + w;
      aLost += Math.abs(a) >= Math.abs(w) ? a - nextA + w : w - nextA + a;
      a = nextA;
      const nextB = b + wx;
      bLost += Math.abs(b) >= Math.abs(wx) ? b - nextB + wx : wx - nextB + b;
      b = nextB;
    }
    ofWeights[cell] = a;
    lostOfWeights[cell] = aLost;
    ofTerm[cell] = b;
    lostOfTerm[cell] = bLost;
  }
}

/** Adds a weighted term of runs to one plane of the totals. */
export function addRunTerm(
  totals: UnitTotals,
  { start, unit }: Runs,
  weight: Float64Array,
  x: Float64Array,
  plane: number,
): void {
  const sums = totals.sums[plane]!;
  const lost = totals.lost[plane]!;
  for (let run = 0; run < unit.length; run++) {
    const cell = unit[run]!;
    const end = start[run + 1]!;
    let a = sums[cell]!;
    let aLost = lost[cell]!;
    for (let row = start[run]!; row < end; row++) {
      const wx = weight[row]! * x[row]!;
      const next = a + wx;
      aLost += Math.abs(a) >= Math.abs(wx) ? a - next + wx : wx - next + a;
      a = next;
    }
    sums[cell] = a;
    lost[cell] = aLost;
  }
}

/** Adds weights of runs. */
export function addRunWeights(
  totals: UnitTotals,
  { start, unit }: Runs,
  weight: Float64Array,
): void {
  const sums = totals.sums[0]!;
  const lost = totals.lost[0]!;
  for (let run = 0; run < unit.length; run++) {
    const cell = unit[run]!;
    const end = start[run + 1]!;
    let a = sums[cell]!;
    let aLost = lost[cell]!;
    for (let row = start[run]!; row < end; row++) {
      const w = weight[row]!;
      const next = a + w;
      aLost += Math.abs(a) >= Math.abs(w) ? a - next + w : w - next + a;
      a = next;
    }
    sums[cell] = a;
    lost[cell] = aLost;
  }
}

/** Adds weights, cell by cell. */
export function addOrderedWeights(
  totals: UnitTotals,
  { start, rows }: CellOrder,
  weight: Float64Array,
): void {
  const sums = totals.sums[0]!;
  const lost = totals.lost[0]!;
  for (let cell = 0; cell + 1 < start.length; cell++) {
    const end = start[cell + 1]!;
    let a = sums[cell]!;
    let aLost = lost[cell]!;
    for (let i = start[cell]!; i < end; i++) {
      const w = weight[rows[i]!]!;
      const next = a + w;
      aLost += Math.abs(a) >= Math.abs(w) ? a - next + w : w - next + a;
      a = next;
    }
    sums[cell] = a;
    lost[cell] = aLost;
  }
}

/** Adds a weighted term to one plane of the totals, cell by cell. */
export function addOrderedTerm(
  totals: UnitTotals,
  { start, rows }: CellOrder,
  weight: Float64Array,
  x: Float64Array,
  plane: number,
): void {
  const sums = totals.sums[plane]!;
  const lost = totals.lost[plane]!;
  for (let cell = 0; cell + 1 < start.length; cell++) {
    const end = start[cell + 1]!;
    let a = sums[cell]!;
    let aLost = lost[cell]!;
    for (let i = start[cell]!; i < end; i++) {
      const row = rows[i]!;
      const wx = weight[row]! * x[row]!;
      const next = a + wx;
      aLost += Math.abs(a) >= Math.abs(wx) ? a - next + wx : wx - next + a;
      a = next;
    }
    sums[cell] = a;
    lost[cell] = aLost;
  }
}
