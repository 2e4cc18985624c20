import type { Runs } from "./runs.js";

/** Rows in the order of their cells: those of cell c are `rows[start[c]]` to `rows[start[c + 1] - 1]`. */
export interface CellOrder {
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

/** The order of rows by unit and group; rows of group -1 are in no cell. A counting sort. */
export function cellOrder(
  unit: Int32Array,
  group: Int32Array,
  { units, groups }: { readonly units: number; readonly groups: number },
): CellOrder {
  const start = new Int32Array(units * groups + 1);
  for (let row = 0; row < group.length; row++) {
    const g = group[row]!;
    if (g >= 0) start[unit[row]! * groups + g + 1]! += 1;
  }
  for (let cell = 0; cell + 1 < start.length; cell++) start[cell + 1]! += start[cell]!;
  const next = start.slice();
  const rows = new Int32Array(start[start.length - 1]!);
  for (let row = 0; row < group.length; row++) {
    const g = group[row]!;
    if (g >= 0) rows[next[unit[row]! * groups + g]!++] = row;
  }
  return { start, rows };
}

/** Sums of one variable, and what rounding lost of them. */
interface Plane {
  readonly sums: Float64Array;
  readonly lost: Float64Array;
}

/*
 * Below, sums and losses are held in local variables throughout a run: a loop that goes through memory waits for
 * its own last write in every row, which makes it three times as slow. The steps are Neumaier's (1974), written
 * out because nothing that returns two numbers is free.
 */

/** Adds weights and weighted values of runs. */
export function addRunValues(
  { start, unit }: Runs,
  weight: Float64Array,
  x: Float64Array,
  { sums: weights, lost: weightsLost }: Plane,
  { sums, lost }: Plane,
): void {
  for (let run = 0; run < unit.length; run++) {
    const cell = unit[run]!;
    const end = start[run + 1]!;
    let a = weights[cell]!;
    let aLost = weightsLost[cell]!;
    let b = sums[cell]!;
    let bLost = lost[cell]!;
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
    weights[cell] = a;
    weightsLost[cell] = aLost;
    sums[cell] = b;
    lost[cell] = bLost;
  }
}

/** Adds weighted values of runs. */
export function addRunTerm(
  { start, unit }: Runs,
  weight: Float64Array,
  x: Float64Array,
  { sums, lost }: Plane,
): void {
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
  { start, unit }: Runs,
  weight: Float64Array,
  { sums, lost }: Plane,
): void {
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

/** Adds weights and weighted values, cell by cell. */
export function addOrderedValues(
  { start, rows }: CellOrder,
  weight: Float64Array,
  x: Float64Array,
  { sums: weights, lost: weightsLost }: Plane,
  { sums, lost }: Plane,
): void {
  for (let cell = 0; cell + 1 < start.length; cell++) {
    const end = start[cell + 1]!;
    let a = weights[cell]!;
    let aLost = weightsLost[cell]!;
    let b = sums[cell]!;
    let bLost = lost[cell]!;
    for (let i = start[cell]!; i < end; i++) {
      const row = rows[i]!;
      const w = weight[row]!;
      const wx = w * x[row]!;
      const nextA = a + w;
      aLost += Math.abs(a) >= Math.abs(w) ? a - nextA + w : w - nextA + a;
      a = nextA;
      const nextB = b + wx;
      bLost += Math.abs(b) >= Math.abs(wx) ? b - nextB + wx : wx - nextB + b;
      b = nextB;
    }
    weights[cell] = a;
    weightsLost[cell] = aLost;
    sums[cell] = b;
    lost[cell] = bLost;
  }
}

/** Adds weighted values, cell by cell. */
export function addOrderedTerm(
  { start, rows }: CellOrder,
  weight: Float64Array,
  x: Float64Array,
  { sums, lost }: Plane,
): void {
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
