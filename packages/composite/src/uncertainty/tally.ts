import { ScoreHistogram } from "./score-histogram.js";

/** What is known of the runs so far: its size does not depend on their number. */
export interface Tally {
  readonly units: number;
  /** Weight of all runs, and their number. */
  weight: number;
  runs: number;
  isWeighted: boolean;
  /** Weight by unit and by twice the rank, which may be a half. */
  readonly byRank: Float64Array;
  /** Weight of the runs in which a unit has a score. */
  readonly scored: Float64Array;
  /** Sums of the differences from the nominal scores, and of their squares. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly histograms: readonly ScoreHistogram[];
  /** Weight of the runs in which a unit is above another; `undefined` if not wanted. */
  readonly above: Float64Array | undefined;
  /** Sum, and sum of squares, of the mean absolute difference from the nominal ranks. */
  shift: number;
  shiftSquares: number;
}

/** An empty tally. */
export function tallyOf(units: number, pairs: boolean): Tally {
  return {
    units,
    weight: 0,
    runs: 0,
    isWeighted: false,
    byRank: new Float64Array(units * (2 * units + 1)),
    scored: new Float64Array(units),
    sums: new Float64Array(units),
    squares: new Float64Array(units),
    histograms: Array.from({ length: units }, () => new ScoreHistogram()),
    above: pairs ? new Float64Array(units * units) : undefined,
    shift: 0,
    shiftSquares: 0,
  };
}

/** What runs are compared with. */
export interface Nominal {
  readonly scores: Float64Array;
  readonly ranks: Float64Array;
}

/** Adds a run. */
export function addRun(
  tally: Tally,
  nominal: Nominal,
  scores: Float64Array,
  ranks: Float64Array,
  weight: number,
): void {
  const { units, byRank, scored, sums, squares, histograms, above } = tally;
  const width = 2 * units + 1;
  for (let u = 0; u < units; u++) {
    const rank = ranks[u] as number;
    if (Number.isNaN(rank)) continue;
    const cell = u * width + 2 * rank;
    byRank[cell] = (byRank[cell] as number) + weight;
    scored[u] = (scored[u] as number) + weight;
    const score = scores[u] as number;
    const start = nominal.scores[u] as number;
    const away = score - (Number.isNaN(start) ? 0 : start);
    sums[u] = (sums[u] as number) + weight * away;
    squares[u] = (squares[u] as number) + weight * away * away;
    (histograms[u] as ScoreHistogram).add(score, weight);
  }
  if (above !== undefined) addPairs(above, units, ranks, weight);
  const shift = meanShift(ranks, nominal.ranks);
  tally.shift += weight * shift;
  tally.shiftSquares += weight * shift * shift;
  tally.weight += weight;
  tally.runs += 1;
}

function addPairs(above: Float64Array, units: number, ranks: Float64Array, weight: number): void {
  for (let i = 0; i < units; i++) {
    const rank = ranks[i] as number;
    const row = i * units;
    for (let j = 0; j < units; j++) {
      if (rank < (ranks[j] as number)) above[row + j] = (above[row + j] as number) + weight;
    }
  }
}

/** The mean over the units of the absolute difference from the nominal rank, of those with both. */
export function meanShift(ranks: Float64Array, nominal: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let u = 0; u < ranks.length; u++) {
    const away = Math.abs((ranks[u] as number) - (nominal[u] as number));
    if (Number.isNaN(away)) continue;
    sum += away;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/**
 * Quantile of a unit's rank. Of runs that count the same it is that of R type 7; else the smallest rank at which
 * the share of the weight is reached.
 */
export function rankQuantile(tally: Tally, unit: number, p: number): number {
  const { byRank, units, scored, isWeighted } = tally;
  const width = 2 * units + 1;
  const total = scored[unit] as number;
  const at = (position: number): number => {
    let before = 0;
    for (let cell = 0; cell < width; cell++) {
      const here = byRank[unit * width + cell] as number;
      before += here;
      if (here > 0 && before > position) return cell / 2;
    }
    return Number.NaN;
  };
  if (total === 0) return Number.NaN;
  if (isWeighted) return at(p * total * (1 - 1e-12) - 1e-12);
  const position = p * (total - 1);
  const low = Math.floor(position);
  const lower = at(low);
  const upper = position > low ? at(low + 1) : lower;
  return lower + (position - low) * (upper - lower);
}

/** Mean and standard deviation of a unit's rank. */
export function rankMoments(
  { byRank, units, scored }: Tally,
  unit: number,
  lost: number,
): readonly [mean: number, sd: number] {
  const width = 2 * units + 1;
  const total = scored[unit] as number;
  let sum = 0;
  for (let cell = 0; cell < width; cell++) {
    sum += (cell / 2) * (byRank[unit * width + cell] as number);
  }
  const mean = sum / total;
  let squares = 0;
  for (let cell = 0; cell < width; cell++) {
    squares += (byRank[unit * width + cell] as number) * (cell / 2 - mean) ** 2;
  }
  return [mean, Math.sqrt(squares / (total - lost))];
}

/** The weight of the runs in which a unit's rank is between two, both included. */
export function weightOfRanks(
  { byRank, units }: Tally,
  unit: number,
  first: number,
  last: number,
): number {
  const row = unit * (2 * units + 1);
  let sum = 0;
  const from = Math.max(0, Math.ceil(2 * first));
  const to = Math.min(2 * units, Math.floor(2 * last));
  for (let cell = from; cell <= to; cell++) sum += byRank[row + cell] as number;
  return sum;
}
