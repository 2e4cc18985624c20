import type { Runs } from "./runs.js";
import type { RunningTotals } from "./unit-totals.js";

/*
 * Below, sums and losses are held in local variables throughout a run: a loop that goes through memory waits for
 * its own last write in every row, which makes it three times as slow. The steps are Neumaier's (1974), written
 * out because nothing that returns two numbers is free.
 */

/** Adds weights and the first weighted term of runs. */
export function addRunValues(
  { sums, lost }: RunningTotals,
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
  totals: RunningTotals,
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
  totals: RunningTotals,
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
