import { completePairs, pearson } from "@vitalcore/stats";

/** The squared correlation of a column with the index; `null` where it is not defined. */
export function linearImportance(
  column: ArrayLike<number>,
  index: ArrayLike<number>,
): number | null {
  const { x, y } = completePairs(column, index);
  if (x.length < FEWEST || !varies(x) || !varies(y)) return null;
  return pearson(x, y) ** 2;
}

const FEWEST = 3;

function varies(list: Float64Array): boolean {
  return list.some((value) => value !== list[0]);
}

/** How the curve is fitted. */
export interface CorrelationRatioOptions {
  /**
   * Standard deviation of the kernel, in units of x; if left out, that of twenty between a fiftieth and twice the range of
   * x under which each unit is told best from the others.
   */
  readonly bandwidth?: number;
}

/** How much of the variance of y goes with x, along whatever curve. */
export interface CorrelationRatio {
  /** Var(E[y | x]) / Var(y), 0 to 1 but for errors of the fit. */
  readonly ratio: number;
  readonly bandwidth: number;
  /** Mean squared error of each unit told from the others. */
  readonly error: number;
}

/** Beyond so many units they are taken together in classes of equal size, which the curve cannot tell from them. */
const MOST_POINTS = 400;
const BANDWIDTHS = 20;

/**
 * The correlation ratio, or first-order index of importance: the share of the variance of an index that goes with an
 * indicator, along whatever curve, where the squared correlation knows straight lines only. The curve is a local-linear
 * regression with a normal kernel, its bandwidth by cross-validation. Source: Paruolo, Saisana and Saltelli (2013),
 * J. of the Royal Statistical Society A 176; Becker, Saisana, Paruolo and Vandecasteele (2017), Ecological
 * Indicators 80.
 *
 * @param x - of the indicator, for example its scores; NaN is missing.
 * @param y - of the index, for the same units.
 * @returns `null` where it is not defined: fewer than three different x, or a constant y.
 *
 * @example
 * ```ts
 * import { correlationRatio } from "@vitalcore/composite/audit";
 * const x = Array.from({ length: 41 }, (_, i) => i / 40);
 * const parabola = x.map((value) => (value - 0.5) ** 2);
 * // No straight line, and all of the variance.
 * correlationRatio(x, parabola)?.ratio.toFixed(1); // => "1.0"
 * ```
 */
export function correlationRatio(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { bandwidth }: CorrelationRatioOptions = {},
): CorrelationRatio | null {
  const pairs = completePairs(x, y);
  if (new Set(pairs.x).size < FEWEST || !varies(pairs.y)) return null;
  const points = classesOf(pairs.x, pairs.y);
  if (bandwidth !== undefined) return fitAt(points, bandwidth);
  const range = (points.x.at(-1) as number) - (points.x[0] as number);
  let best: CorrelationRatio | null = null;
  for (let k = 0; k < BANDWIDTHS; k++) {
    const fit = fitAt(points, (range / 50) * 100 ** (k / (BANDWIDTHS - 1)));
    if (best === null || fit.error < best.error) best = fit;
  }
  return best !== null && Number.isFinite(best.error) ? best : null;
}

/** Points in the order of x, or the means of classes of them, with their sizes. */
interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly size: Float64Array;
  /** Sum of the squared distances of all y from their mean. */
  readonly spread: number;
}

function classesOf(x: Float64Array, y: Float64Array): Points {
  const n = x.length;
  const order = Array.from(x, (_, i) => i).sort((i, j) => (x[i] as number) - (x[j] as number));
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const spread = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const classes = Math.min(n, MOST_POINTS);
  const [xs, ys, size] = [classes, classes, classes].map((length) => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  order.forEach((i, place) => {
    const own = Math.floor((place * classes) / n);
    xs[own] = (xs[own] as number) + (x[i] as number);
    ys[own] = (ys[own] as number) + (y[i] as number);
    size[own] = (size[own] as number) + 1;
  });
  return {
    x: xs.map((sum, k) => sum / (size[k] as number)),
    y: ys.map((sum, k) => sum / (size[k] as number)),
    size,
    spread,
  };
}

/** Bandwidths beyond which the normal kernel is below the rounding of its largest value. */
const REACH = 9;

function fitAt(points: Points, bandwidth: number): CorrelationRatio {
  const { x, y, size, spread } = points;
  const { s0, s1, s2, t0, t1 } = momentsAt(points, bandwidth);
  const fitted = new Float64Array(x.length);
  let squares = 0;
  let n = 0;
  for (let i = 0; i < x.length; i++) {
    const [zeroth, first, second] = [s0[i] as number, s1[i] as number, s2[i] as number];
    const determinant = zeroth * second - first * first;
    fitted[i] = (second * (t0[i] as number) - first * (t1[i] as number)) / determinant;
    // The share that a point has in its own fit.
    const own = ((size[i] as number) * second) / determinant;
    // A point that nothing but itself tells has no error of that kind: the bandwidth is too small.
    const left =
      1 - own > 1e-9 ? ((y[i] as number) - (fitted[i] as number)) / (1 - own) : Number.NaN;
    squares += (size[i] as number) * left * left;
    n += size[i] as number;
  }
  let center = 0;
  for (let i = 0; i < x.length; i++) center += ((size[i] as number) * (fitted[i] as number)) / n;
  let explained = 0;
  for (let i = 0; i < x.length; i++) {
    explained += (size[i] as number) * ((fitted[i] as number) - center) ** 2;
  }
  const error = Number.isNaN(squares) ? Number.POSITIVE_INFINITY : squares / n;
  return { ratio: explained / spread, bandwidth, error };
}

/** Around each point: the weighted sums of 1, d and d squared, and of y and d y, d being the distance of the others. */
function momentsAt({ x, y, size }: Points, bandwidth: number) {
  const s0 = Float64Array.from(size);
  const s1 = new Float64Array(x.length);
  const s2 = new Float64Array(x.length);
  const t0 = size.map((weight, i) => weight * (y[i] as number));
  const t1 = new Float64Array(x.length);
  const add = (i: number, j: number, away: number, kernel: number) => {
    const weight = (size[j] as number) * kernel;
    s0[i] = (s0[i] as number) + weight;
    s1[i] = (s1[i] as number) + weight * away;
    s2[i] = (s2[i] as number) + weight * away * away;
    t0[i] = (t0[i] as number) + weight * (y[j] as number);
    t1[i] = (t1[i] as number) + weight * away * (y[j] as number);
  };
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      const away = (x[j] as number) - (x[i] as number);
      if (away > REACH * bandwidth) break;
      const kernel = Math.exp(-0.5 * (away / bandwidth) ** 2);
      add(i, j, away, kernel);
      add(j, i, -away, kernel);
    }
  }
  return { s0, s1, s2, t0, t1 };
}
