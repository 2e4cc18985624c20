import { PairCounts } from "./pair-counts.js";
import { type ScoreHistogramCounts, ScoreHistograms } from "./score-histograms.js";

/** What runs are compared with. */
export interface Nominal {
  readonly scores: Float64Array;
  readonly ranks: Float64Array;
}

/** What is known of the runs so far: its size does not depend on their number. */
export interface Tally {
  readonly units: number;
  /** Weight of all runs, and their number. */
  weight: number;
  runs: number;
  readonly isWeighted: boolean;
  /** Weight by unit and by twice the rank, which may be a half; whole numbers unless runs count differently. */
  readonly byRank: Int32Array | Float64Array;
  /** Weight of the runs in which a unit has a score. */
  readonly scored: Float64Array;
  /** Sums of the differences from the nominal scores, and of their squares. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly histograms: ScoreHistograms;
  /** Weight of the runs in which a unit is above another; `undefined` if not wanted. */
  readonly above: Float64Array | undefined;
  /** Sum, and sum of squares, of the mean absolute difference from the nominal ranks. */
  shift: number;
  shiftSquares: number;
  /** Counts the pairs of runs that all count the same. */
  readonly pairs: PairCounts | undefined;
  /** Sums of the window that is open: of differences, of their squares, then of the shift and of its squares. */
  readonly window: Float64Array;
}

/** An empty tally. */
export function tallyOf(nominal: Nominal, pairs: boolean, isWeighted: boolean): Tally {
  const units = nominal.scores.length;
  const Counts = isWeighted ? Float64Array : Int32Array;
  return {
    units,
    weight: 0,
    runs: 0,
    isWeighted,
    byRank: new Counts(units * (2 * units + 1)),
    scored: new Float64Array(units),
    sums: new Float64Array(units),
    squares: new Float64Array(units),
    histograms: new ScoreHistograms(units, isWeighted),
    above: pairs ? new Float64Array(units * units) : undefined,
    shift: 0,
    shiftSquares: 0,
    pairs: pairs && !isWeighted ? new PairCounts(units) : undefined,
    window: new Float64Array(2 * units + 2),
  };
}

/** Adds a run to the window that is open. */
export function addRun(
  tally: Tally,
  nominal: Nominal,
  scores: Float64Array,
  ranks: Float64Array,
  weight: number,
): void {
  const { units, byRank, scored, window, above, pairs } = tally;
  const { scores: starts, ranks: nominalRanks } = nominal;
  const width = 2 * units + 1;
  let shift = 0;
  let compared = 0;
  for (let u = 0; u < units; u++) {
    const rank = ranks[u] as number;
    if (Number.isNaN(rank)) continue;
    const cell = u * width + 2 * rank;
    byRank[cell] = (byRank[cell] as number) + weight;
    scored[u] = (scored[u] as number) + weight;
    const start = starts[u] as number;
    const nominalRank = nominalRanks[u] as number;
    const away = (scores[u] as number) - (Number.isNaN(start) ? 0 : start);
    window[u] = (window[u] as number) + weight * away;
    window[units + u] = (window[units + u] as number) + weight * away * away;
    if (Number.isNaN(nominalRank)) continue;
    shift += Math.abs(rank - nominalRank);
    compared += 1;
  }
  tally.histograms.add(scores, weight);
  if (pairs !== undefined) pairs.add(ranks, above as Float64Array);
  else if (above !== undefined) addPairs(above, units, ranks, weight);
  const mean = compared === 0 ? 0 : shift / compared;
  window[2 * units] = (window[2 * units] as number) + weight * mean;
  window[2 * units + 1] = (window[2 * units + 1] as number) + weight * mean * mean;
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

/**
 * Closes the window: its sums are added to those of the windows before. Adding window by window, in their order,
 * gives the same sums wherever the windows were computed.
 */
export function closeWindow(tally: Tally): void {
  addWindow(tally, tally.window);
  tally.window.fill(0);
}

/** Makes `above` complete: pairs are counted in batches. */
export function collectPairs({ above, pairs }: Tally): void {
  if (above !== undefined) pairs?.collect(above);
}

function addWindow(tally: Tally, window: Float64Array): void {
  const { units, sums, squares } = tally;
  for (let u = 0; u < units; u++) {
    sums[u] = (sums[u] as number) + (window[u] as number);
    squares[u] = (squares[u] as number) + (window[units + u] as number);
  }
  tally.shift += window[2 * units] as number;
  tally.shiftSquares += window[2 * units + 1] as number;
}

/** The tally of some windows as plain data, which other threads may send. */
export interface TallyPart {
  readonly weight: number;
  readonly runs: number;
  readonly byRank: Int32Array | Float64Array;
  readonly scored: Float64Array;
  readonly histograms: ScoreHistogramCounts;
  readonly above: Float64Array | undefined;
  /** Sums of each window. */
  readonly windows: readonly Float64Array[];
}

/** Takes out what was tallied, with the sums of its windows one by one: the tally is then empty again. */
export function takePart(tally: Tally, windows: readonly Float64Array[]): TallyPart {
  collectPairs(tally);
  const { weight, runs, byRank, scored, histograms, above } = tally;
  const part = {
    weight,
    runs,
    byRank: byRank.slice(),
    scored: scored.slice(),
    histograms: histograms.take(),
    above: above?.slice(),
    windows,
  };
  tally.weight = 0;
  tally.runs = 0;
  byRank.fill(0);
  scored.fill(0);
  above?.fill(0);
  return part;
}

/** Adds what was tallied elsewhere of the windows that come next. */
export function addPart(tally: Tally, part: TallyPart): void {
  addTo(tally.byRank, part.byRank);
  addTo(tally.scored, part.scored);
  if (tally.above !== undefined && part.above !== undefined) addTo(tally.above, part.above);
  tally.histograms.merge(part.histograms);
  for (const window of part.windows) addWindow(tally, window);
  tally.weight += part.weight;
  tally.runs += part.runs;
}

/** Adds counts that were made elsewhere. */
export function addTo(sums: Int32Array | Float64Array, more: Int32Array | Float64Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (more[i] as number);
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
