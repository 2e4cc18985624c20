import { VitalError } from "@vitalcore/core";
import { between, requireInputs } from "../input-checks.js";
import { presentOf, tooShort } from "./series.js";
import { shiftInterval } from "./shift-interval.js";

/** A change of level, and how sure its time is. */
export interface LevelShift {
  /** Position of the last value before the shift, from 0. */
  readonly after: number;
  /** Mean level before, back to the previous shift, and after it, up to the next. */
  readonly before: number;
  readonly since: number;
  /** Positions between which the last value before the shift lies; `null` where the limits cannot be computed. */
  readonly interval: { readonly from: number; readonly to: number; readonly level: number } | null;
}

/** All changes of level in a series. */
export interface ChangePoints {
  /** In order of time; none where one level fits best. */
  readonly changes: readonly LevelShift[];
  /** Bayesian information criterion for no change, one change, two ...: the smallest decides how many there are. */
  readonly bic: readonly number[];
  /** Values between two changes at the least. */
  readonly shortest: number;
  readonly n: number;
}

/** Options of {@link changePoints}. */
export interface ChangePointOptions {
  /** Values between two changes at the least; 15 % of the values, and two, if left out. */
  readonly shortest?: number;
  /** Most changes that are looked for; five if left out. */
  readonly most?: number;
  /** Confidence level of the limits of each change; 0.95 if left out. */
  readonly level?: number;
}

/**
 * Several changes of level: the partition of the series into levels that leaves the smallest sum of squares, for any number of changes, and of these the
 * one with the smallest Bayesian information criterion; with limits for the time of each change. It takes values as
 * independent around their level: a trend or a memory of the past is read as changes. For one change by ranks see
 * {@link changePoint}.
 *
 * @param values - by period, NaN where missing; eight at least.
 * @param options - `shortest`, `most`, `level`.
 * @throws VitalError `indicators/too-short-series`, `indicators/invalid-input`.
 *
 * Source: Bai and Perron (2003), Computation and analysis of multiple structural change models, Journal of Applied
 * Econometrics 18; number of changes: Yao (1988), Statistics and Probability Letters 6; limits: Bai (1997), Review of
 * Economics and Statistics 79. As R's strucchange.
 *
 * @example
 * ```ts
 * import { changePoints } from "@vitalcore/indicators/early-warning";
 * const { changes } = changePoints([5, 6, 4, 5, 6, 9, 10, 9, 11, 10, 3, 2, 3, 2, 3]);
 * changes.map(({ after }) => after); // => [4, 9]
 * changes[0]?.since; // => 9.8
 * changes[0]?.interval; // => { from: 3, to: 5, level: 0.95 }
 * ```
 */
export function changePoints(
  values: ArrayLike<number>,
  options: ChangePointOptions = {},
): ChangePoints {
  const { times, values: present } = presentOf(values);
  const n = present.length;
  if (n < 8) throw new VitalError([tooShort("A search for changes of level", n, 8)]);
  const { shortest = Math.max(2, Math.floor(0.15 * n)), most = 5, level = 0.95 } = options;
  const whole = (name: string, value: number, least: number, limit: number) => {
    const demand = between(name, value, least, limit, `a whole number from ${least} to ${limit}`);
    return { ...demand, isMet: demand.isMet && Number.isInteger(value) };
  };
  requireInputs([
    whole("shortest", shortest, 2, Math.floor(n / 2)),
    whole("most", most, 1, 100),
    between("the level", level, 0.5, 0.9999),
  ]);
  const spread = spreadOf(present);
  const partitions = bestPartitions(spread, n, shortest, most);
  const bic = partitions.map(({ squares }, changes) => criterion(squares, n, changes));
  const best = bic.indexOf(Math.min(...bic));
  const ends = [...(partitions[best]?.ends ?? []), n];
  const segments = ends.map((end, i) => segment(present, ends[i - 1] ?? 0, end));
  return {
    changes: segments.slice(1).map((since, i): LevelShift => {
      const before = segments[i] as Segment;
      const after = (ends[i] as number) - 1;
      const limits = shiftInterval(before, since, level);
      const at = (position: number) => times[Math.min(n - 1, Math.max(0, position))] as number;
      return {
        after: times[after] as number,
        before: before.mean,
        since: since.mean,
        interval: limits && { from: at(after + limits.from), to: at(after + limits.to), level },
      };
    }),
    bic,
    shortest,
    n,
  };
}

interface Segment {
  readonly mean: number;
  /** Mean squared deviation. */
  readonly variance: number;
}

function segment(values: readonly number[], from: number, to: number): Segment {
  const part = values.slice(from, to);
  const mean = part.reduce((a, b) => a + b, 0) / part.length;
  return {
    mean,
    variance: part.reduce((sum, value) => sum + (value - mean) ** 2, 0) / part.length,
  };
}

/** The sum of squares around the mean of any stretch, from running sums of centred values. */
function spreadOf(values: readonly number[]): (from: number, to: number) => number {
  const n = values.length;
  const centre = values.reduce((a, b) => a + b, 0) / n;
  const sums = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    const value = (values[i] as number) - centre;
    sums[i + 1] = (sums[i] as number) + value;
    squares[i + 1] = (squares[i] as number) + value * value;
  }
  // What is below the rounding of the whole is no spread: a level that fits exactly has none.
  const least = 1e-14 * (squares[n] as number);
  return (from, to) => {
    const sum = (sums[to] as number) - (sums[from] as number);
    const rest = (squares[to] as number) - (squares[from] as number) - (sum * sum) / (to - from);
    return rest > least ? rest : 0;
  };
}

interface Partition {
  /** Ends of all segments but the last, exclusive. */
  readonly ends: readonly number[];
  readonly squares: number;
}

/** For every number of changes the partition with the smallest sum of squares: dynamic programming, exact. */
function bestPartitions(
  spread: (from: number, to: number) => number,
  n: number,
  shortest: number,
  most: number,
): Partition[] {
  const partitions: Partition[] = [{ ends: [], squares: spread(0, n) }];
  let cost = Float64Array.from({ length: n + 1 }, (_, to) =>
    to < shortest ? Number.POSITIVE_INFINITY : spread(0, to),
  );
  const cuts: Int32Array[] = [];
  for (let changes = 1; changes <= most && (changes + 1) * shortest <= n; changes++) {
    const next = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const cut = new Int32Array(n + 1);
    for (let to = (changes + 1) * shortest; to <= n; to++) {
      for (let at = changes * shortest; at <= to - shortest; at++) {
        const squares = (cost[at] as number) + spread(at, to);
        if (squares < (next[to] as number)) {
          next[to] = squares;
          cut[to] = at;
        }
      }
    }
    cost = next;
    cuts.push(cut);
    partitions.push({ ends: endsOf(cuts, n), squares: cost[n] as number });
  }
  return partitions;
}

function endsOf(cuts: readonly Int32Array[], n: number): number[] {
  const ends: number[] = [];
  let to = n;
  for (let i = cuts.length - 1; i >= 0; i--) {
    to = cuts[i]?.[to] as number;
    ends.unshift(to);
  }
  return ends;
}

/** Normal errors of one variance; a mean for each segment, and as many times, are estimated. */
function criterion(squares: number, n: number, changes: number): number {
  const floor = Math.max(squares, Number.MIN_VALUE);
  return (
    n * (Math.log(floor) - Math.log(n) + 1 + Math.log(2 * Math.PI)) +
    2 * (changes + 1) * Math.log(n)
  );
}
