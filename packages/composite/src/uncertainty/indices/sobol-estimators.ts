import { require, requireFinite } from "./check-numbers.js";

/**
 * Estimators of first-order and total Sobol' indices from the outputs of two independent samples A and B, and of A
 * with the column of a factor from B (AB).
 *
 * - `jansen`: Jansen (1999), Computer Physics Communications 117; the safest for total indices.
 * - `janon`: Janon, Klein, Lagnoux, Nodet and Prieur (2014), ESAIM: P&S 18; efficient for first-order ones.
 * - `martinez`: Martinez (2011); correlations of centred outputs.
 */
export type SobolEstimator = "jansen" | "janon" | "martinez";

/** Outputs of a design for Sobol' indices. */
export interface SobolOutputs {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** For each factor, the outputs of A with its column from B. */
  readonly ab: readonly ArrayLike<number>[];
  /** For each factor, the outputs of B with its column from A: for second-order indices only. */
  readonly ba?: readonly ArrayLike<number>[];
}

/** First-order and total indices, by factor. */
export interface SobolIndices {
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/**
 * Estimates first-order and total Sobol' indices. Small samples give values below 0 or above 1: they are given as
 * they are. All estimators are of centred outputs, so that adding a constant to the output changes nothing. With
 * V the variance of A and B together (n - 1), `jansen` is 1 - E[(B - AB)^2] / 2V and E[(A - AB)^2] / 2V. If nothing
 * varies, all indices are 0.
 *
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { sobolIndices } from "@vitalcore/composite/sensitivity";
 * const outputs = { a: [0, 1, 0, 1], b: [1, 1, 0, 0], ab: [[1, 1, 0, 0], [0, 1, 0, 1]] };
 * sobolIndices(outputs).first[0]; // => 1
 * sobolIndices(outputs).total[1]; // => 0
 * ```
 */
export function sobolIndices(
  outputs: SobolOutputs,
  options: { readonly estimator?: SobolEstimator } = {},
): SobolIndices {
  const { estimator = "jansen" } = options;
  checkOutputs(outputs);
  const rows = Int32Array.from({ length: outputs.a.length }, (_, i) => i);
  return estimate(outputs, estimator, rows);
}

/** Throws unless all outputs are there and finite. */
export function checkOutputs({ a, b, ab, ba = [] }: SobolOutputs): void {
  require(a.length >= 2, "The number of outputs", a.length, "at least 2");
  for (const [name, values] of [
    ["a", a],
    ["b", b],
    ...ab.map((each) => ["ab", each] as const),
    ...ba.map((each) => ["ba", each] as const),
  ] as const) {
    require(values.length === a.length, `The length of ${name}`, values.length, `${a.length}`);
    requireFinite(`The output ${name}`, values);
  }
}

/** As {@link sobolIndices}, over chosen rows, which may repeat. */
export function estimate(
  { a, b, ab }: SobolOutputs,
  estimator: SobolEstimator,
  rows: Int32Array,
): SobolIndices {
  const first: number[] = [];
  const total: number[] = [];
  const variance = pooledVariance(a, b, rows);
  for (const mixed of ab) {
    if (variance === 0) {
      first.push(0);
      total.push(0);
      continue;
    }
    // AB has the factor in common with B, and everything else with A.
    const [shared, rest] = PAIRED[estimator](a, b, mixed, rows, variance);
    first.push(shared);
    total.push(rest);
  }
  return { first, total };
}

function pooledVariance(a: ArrayLike<number>, b: ArrayLike<number>, rows: Int32Array): number {
  let sum = 0;
  for (const i of rows) sum += (a[i] as number) + (b[i] as number);
  const mean = sum / (2 * rows.length);
  let squares = 0;
  for (const i of rows) squares += ((a[i] as number) - mean) ** 2 + ((b[i] as number) - mean) ** 2;
  return squares / (2 * rows.length - 1);
}

type Paired = (
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  ab: ArrayLike<number>,
  rows: Int32Array,
  variance: number,
) => readonly [first: number, total: number];

const jansen: Paired = (a, b, ab, rows, variance) => {
  let fromB = 0;
  let fromA = 0;
  for (const i of rows) {
    fromB += ((b[i] as number) - (ab[i] as number)) ** 2;
    fromA += ((a[i] as number) - (ab[i] as number)) ** 2;
  }
  const scale = 2 * rows.length * variance;
  return [1 - fromB / scale, fromA / scale];
};

const janon: Paired = (a, b, ab, rows) => [janonShare(b, ab, rows), 1 - janonShare(a, ab, rows)];

/** Covariance over variance, both about the mean of the two outputs together. */
function janonShare(x: ArrayLike<number>, y: ArrayLike<number>, rows: Int32Array): number {
  let sum = 0;
  for (const i of rows) sum += (x[i] as number) + (y[i] as number);
  const mean = sum / (2 * rows.length);
  let products = 0;
  let squares = 0;
  for (const i of rows) {
    const dx = (x[i] as number) - mean;
    const dy = (y[i] as number) - mean;
    products += dx * dy;
    squares += (dx * dx + dy * dy) / 2;
  }
  return squares === 0 ? 0 : products / squares;
}

const martinez: Paired = (a, b, ab, rows) => [
  correlation(b, ab, rows),
  1 - correlation(a, ab, rows),
];

function correlation(x: ArrayLike<number>, y: ArrayLike<number>, rows: Int32Array): number {
  let sumX = 0;
  let sumY = 0;
  for (const i of rows) {
    sumX += x[i] as number;
    sumY += y[i] as number;
  }
  const meanX = sumX / rows.length;
  const meanY = sumY / rows.length;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const i of rows) {
    const dx = (x[i] as number) - meanX;
    const dy = (y[i] as number) - meanY;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

const PAIRED: Readonly<Record<SobolEstimator, Paired>> = { jansen, janon, martinez };

/**
 * Estimates second-order Sobol' indices: what two factors do together beyond what each does alone.
 * The design is that of Saltelli (2002), Computer Physics Communications 145 (AB_i and BA_j have just i and j in common);
 * the estimator of each share that of Janon et al. (2014). Needs `ba`.
 *
 * @returns a symmetric matrix, the diagonal being 0.
 * @throws VitalError `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import { sobolPairs } from "@vitalcore/composite/sensitivity";
 * // The product of two signs, in all combinations of A and B: nothing but interaction.
 * const signs = [-1, 1];
 * const rows = signs.flatMap((a1) => signs.flatMap((a2) => signs.flatMap((b1) => signs.map((b2) => [a1, a2, b1, b2]))));
 * const outputs = (i: number, j: number) => rows.map((row) => (row[i] ?? 0) * (row[j] ?? 0));
 * const [first] = sobolPairs({
 *   a: outputs(0, 1), b: outputs(2, 3), ab: [outputs(2, 1), outputs(0, 3)], ba: [outputs(0, 3), outputs(2, 1)],
 * });
 * first?.[1]; // => 1
 * ```
 */
export function sobolPairs(outputs: SobolOutputs): readonly (readonly number[])[] {
  checkOutputs(outputs);
  const { ba = [] } = outputs;
  require(ba.length ===
    outputs.ab.length, "The number of outputs `ba`", ba.length, "as that of `ab`");
  const rows = Int32Array.from({ length: outputs.a.length }, (_, i) => i);
  return estimatePairs(outputs, rows);
}

/** As {@link sobolPairs}, over chosen rows. */
export function estimatePairs(
  { a, b, ab, ba = [] }: SobolOutputs,
  rows: Int32Array,
): readonly (readonly number[])[] {
  const variance = pooledVariance(a, b, rows);
  const matrix = ab.map(() => ab.map(() => 0));
  if (variance === 0) return matrix;
  const { first } = estimate({ a, b, ab }, "janon", rows);
  for (let i = 0; i < ab.length; i++) {
    for (let j = i + 1; j < ab.length; j++) {
      const closed = jointShare(ab[i], ba[j], ab[j], ba[i], rows);
      const value = closed - (first[i] as number) - (first[j] as number);
      (matrix[i] as number[])[j] = value;
      (matrix[j] as number[])[i] = value;
    }
  }
  return matrix;
}

/**
 * The closed index of two factors. AB_i and BA_j have the columns i (from B) and j (from A) in common, AB_j and
 * BA_i likewise: all else is independent. The mean of the two.
 */
function jointShare(
  abI: ArrayLike<number> | undefined,
  baJ: ArrayLike<number> | undefined,
  abJ: ArrayLike<number> | undefined,
  baI: ArrayLike<number> | undefined,
  rows: Int32Array,
): number {
  const one = janonShare(abI as ArrayLike<number>, baJ as ArrayLike<number>, rows);
  const two = janonShare(abJ as ArrayLike<number>, baI as ArrayLike<number>, rows);
  return (one + two) / 2;
}
