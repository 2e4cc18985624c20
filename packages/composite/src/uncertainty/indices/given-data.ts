import { require, requireFinite } from "./check-numbers.js";

/** Measures of one factor from a sample that was not made for them. */
export interface GivenDataMeasures {
  /** Kolmogorov-Smirnov distance between the output within each block of the factor and the whole output. */
  readonly ks: readonly number[];
  /** PAWN: summaries of these distances. */
  readonly pawn: {
    readonly least: number;
    readonly mean: number;
    readonly median: number;
    readonly most: number;
  };
  /** Borgonovo's delta by histograms. */
  readonly delta: number;
  /** The share of the sum of squares between the blocks: a first-order index. */
  readonly first: number;
}

/**
 * Moment-independent measures of how a factor moves the distribution of an output, from any sample: the sample is
 * sorted by the factor and cut into blocks of equal count, in each of which the output is compared with the whole.
 * They depend on the numbers of blocks and bins, and are above zero even for an inert factor: compare with one.
 * Source: Pianosi and Wagener (2015, 2018), Environmental Modelling & Software 67, 108; Plischke, Borgonovo and
 * Smith (2013), European Journal of Operational Research 226.
 *
 * @param x - of the factor; ties stay in the order of the sample.
 * @param y - of the output.
 * @param options.blocks - 10 if left out; `values` makes one of each distinct value, for factors that are choices.
 * @param options.bins - of the histograms of the output, between its least and most value; 10 if left out.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { givenDataMeasures } from "@vitalcore/composite/sensitivity";
 * const x = Array.from({ length: 100 }, (_, i) => i);
 * givenDataMeasures(x, x, { blocks: 2, bins: 2 }).ks; // => [0.5, 0.5]
 * ```
 */
export function givenDataMeasures(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: { readonly blocks?: number | "values"; readonly bins?: number } = {},
): GivenDataMeasures {
  const { blocks = 10, bins = 10 } = options;
  const n = y.length;
  require(x.length === n, "The number of values", x.length, `${n}, as many as outputs`);
  const isCounted = Number.isInteger(blocks) && Number(blocks) >= 1 && Number(blocks) <= n;
  require(blocks === "values" || isCounted, "blocks", blocks, `1 to ${n}, or "values"`);
  require(Number.isInteger(bins) && bins >= 1, "bins", bins, "1 or more");
  requireFinite("The value", x);
  requireFinite("The output", y);
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => (x[a] as number) - (x[b] as number) || a - b,
  );
  const ends = blocks === "values" ? endsOfValues(x, order) : endsOfBlocks(blocks, n);
  const parts = ends.map((end, k) =>
    Float64Array.from(order.slice(ends[k - 1] ?? 0, end), (i) => y[i] as number).sort(),
  );
  const sorted = Float64Array.from(y).sort();
  const ks = parts.map((part) => distance(part, sorted));
  const rising = [...ks].sort((a, b) => a - b);
  const middle = (parts.length - 1) / 2;
  return {
    ks,
    pawn: {
      least: rising[0] as number,
      mean: ks.reduce((sum, each) => sum + each, 0) / parts.length,
      median: ((rising[Math.floor(middle)] as number) + (rising[Math.ceil(middle)] as number)) / 2,
      most: rising[parts.length - 1] as number,
    },
    delta: deltaOf(parts, sorted, bins),
    first: betweenShare(parts, sorted),
  };
}

/** Where blocks of equal count end. */
function endsOfBlocks(blocks: number, n: number): readonly number[] {
  return Array.from({ length: blocks }, (_, k) => Math.floor(((k + 1) * n) / blocks));
}

/** Where the stretches of equal values end. */
function endsOfValues(x: ArrayLike<number>, order: readonly number[]): readonly number[] {
  return order.flatMap((i, k) => (x[i] === x[order[k + 1] ?? -1] ? [] : [k + 1]));
}

/** The largest difference of two empirical distribution functions; both samples sorted. */
function distance(part: Float64Array, whole: Float64Array): number {
  let most = 0;
  let i = 0;
  for (let j = 0; j < whole.length; j++) {
    const value = whole[j] as number;
    if (whole[j + 1] === value) continue;
    while (i < part.length && (part[i] as number) <= value) i += 1;
    most = Math.max(most, Math.abs(i / part.length - (j + 1) / whole.length));
  }
  return most;
}

function deltaOf(parts: readonly Float64Array[], whole: Float64Array, bins: number): number {
  const least = whole[0] as number;
  const width = (whole.at(-1) as number) - least;
  if (width === 0) return 0;
  const shares = (values: Float64Array) => {
    const counts = new Float64Array(bins);
    for (const value of values) {
      const bin = Math.min(bins - 1, Math.floor(((value - least) / width) * bins));
      counts[bin] = (counts[bin] as number) + 1 / values.length;
    }
    return counts;
  };
  const all = shares(whole);
  let sum = 0;
  for (const part of parts) {
    const here = shares(part);
    let away = 0;
    for (let b = 0; b < bins; b++) away += Math.abs((here[b] as number) - (all[b] as number));
    sum += ((part.length / whole.length) * away) / 2;
  }
  return sum;
}

function betweenShare(parts: readonly Float64Array[], whole: Float64Array): number {
  const meanOf = (values: Float64Array) => values.reduce((sum, y) => sum + y, 0) / values.length;
  const mean = meanOf(whole);
  let total = 0;
  for (const y of whole) total += (y - mean) ** 2;
  if (total === 0) return 0;
  let between = 0;
  for (const part of parts) between += part.length * (meanOf(part) - mean) ** 2;
  return between / total;
}
