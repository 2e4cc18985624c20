import { inverse, leastSquares, orthonormalize } from "../kernels/dense.js";

/** What a family and a link say of the mean. */
export interface Family {
  /** The mean at a value of the linear predictor. */
  readonly mean: (eta: number) => number;
  /** Its derivative. */
  readonly slope: (eta: number) => number;
  /** The variance at a mean, up to a factor. */
  readonly variance: (mu: number) => number;
  /** Where the iterations start: the linear predictor for an outcome and a weight of mean 1, as R's `glm` has it. */
  readonly start: (y: number, weight: number) => number;
  /** Contribution of a row to the deviance, for a weight of 1. */
  readonly deviance: (y: number, mu: number) => number;
  /** Whether a mean is one that the family can have. */
  readonly valid: (mu: number) => boolean;
}

const logOver = (a: number, b: number) => (a === 0 ? 0 : a * Math.log(a / b));
const binomialDeviance = (y: number, mu: number) => 2 * (logOver(y, mu) + logOver(1 - y, 1 - mu));

const logistic = (eta: number) => 1 / (1 + Math.exp(-eta));

/** Families by name. */
export const FAMILIES: Readonly<
  Record<"gaussian" | "logistic" | "log-binomial" | "poisson", Family>
> = {
  gaussian: {
    mean: (eta) => eta,
    slope: () => 1,
    variance: () => 1,
    start: (y) => y,
    deviance: (y, mu) => (y - mu) ** 2,
    valid: () => true,
  },
  logistic: {
    mean: logistic,
    slope: (eta) => logistic(eta) * logistic(-eta),
    variance: (mu) => mu * (1 - mu),
    start: (y, weight) => {
      const mu = (weight * y + 0.5) / (weight + 1);
      return Math.log(mu / (1 - mu));
    },
    deviance: binomialDeviance,
    valid: (mu) => mu > 0 && mu < 1,
  },
  "log-binomial": {
    mean: Math.exp,
    slope: Math.exp,
    variance: (mu) => mu * (1 - mu),
    start: (y, weight) => Math.log((weight * y + 0.5) / (weight + 1)),
    deviance: binomialDeviance,
    valid: (mu) => mu > 0 && mu < 1,
  },
  poisson: {
    mean: Math.exp,
    slope: Math.exp,
    variance: (mu) => mu,
    start: (y) => Math.log(y + 0.1),
    deviance: (y, mu) => 2 * (logOver(y, mu) - (y - mu)),
    valid: (mu) => mu > 0,
  },
};

/** A fitted model. */
export interface Fit {
  readonly coefficients: Float64Array;
  /** Inverse of the weighted information, row by row. */
  readonly bread: Float64Array;
  /** Working weight times working residual of each row: the score is this times the row of the matrix. */
  readonly score: Float64Array;
  readonly converged: boolean;
  /** Coefficients that the data do not determine. */
  readonly aliased: readonly number[];
}

const MOST_STEPS = 100;
const CLOSE = 1e-12;

/** How long a model is fitted. */
export interface FitOptions {
  /** Where the iterations start; default: from the outcome. */
  readonly start?: Float64Array;
  /**
   * Stop when the deviance changes by less than this share, as R's `glm` does with 1e-8. Left out: go on
   * until the coefficients do not change any more.
   */
  readonly tolerance?: number | undefined;
}

/**
 * Iteratively reweighted least squares. Source: McCullagh and Nelder (1989), section 2.5.
 *
 * @param weights - 0 for rows that are outside, whose values must still be numbers.
 */
export function fitModel(
  columns: readonly Float64Array[],
  y: Float64Array,
  weights: Float64Array,
  family: Family,
  options: FitOptions = {},
): Fit {
  const n = y.length;
  const p = columns.length;
  const inside = weights.filter((weight) => weight !== 0);
  const mean = inside.reduce((sum, weight) => sum + weight, 0) / inside.length;
  const linear = (beta: Float64Array) => {
    const eta = new Float64Array(n);
    columns.forEach((column, j) => {
      const b = beta[j]!;
      if (b !== 0) for (let row = 0; row < n; row++) eta[row]! += b * column[row]!;
    });
    return eta;
  };
  const devianceAt = (eta: Float64Array) =>
    eta.reduce(
      (sum, value, row) =>
        weights[row] === 0
          ? sum
          : sum + (weights[row]! / mean) * family.deviance(y[row]!, family.mean(value)),
      0,
    );
  const { start, tolerance } = options;
  let eta =
    start === undefined
      ? y.map((value, row) => family.start(value, weights[row]! / mean))
      : linear(start);
  let beta: Float64Array = start?.slice() ?? new Float64Array(p);
  let deviance = devianceAt(eta);
  let aliased: number[] = [];
  let converged = false;
  const working = new Float64Array(n);
  for (let step = 0; step < MOST_STEPS && !converged; step++) {
    const root = new Float64Array(n);
    const response = new Float64Array(n);
    for (let row = 0; row < n; row++) {
      if (weights[row] === 0) continue;
      const mu = family.mean(eta[row]!);
      const slope = family.slope(eta[row]!);
      working[row] = (weights[row]! * slope * slope) / family.variance(mu);
      root[row] = Math.sqrt(working[row]!);
      response[row] = root[row]! * (eta[row]! + (y[row]! - mu) / slope);
    }
    const scaled = columns.map((column) => column.map((value, row) => value * root[row]!));
    const basis = orthonormalize(scaled);
    aliased = columns.map((_, j) => j).filter((j) => !basis.pivots.includes(j));
    let next = leastSquares(basis, response, p);
    // A log link can overshoot into means above 1: half the step until all are possible.
    for (let half = 0; half < 60; half++) {
      const trial = linear(next);
      if (trial.every((value, row) => weights[row] === 0 || family.valid(family.mean(value))))
        break;
      next = next.map((value, j) => (value + beta[j]!) / 2);
    }
    let change = 0;
    for (let j = 0; j < p; j++) {
      change = Math.max(change, Math.abs(next[j]! - beta[j]!) / (1e-3 + Math.abs(next[j]!)));
    }
    beta = next;
    eta = linear(beta);
    const before = deviance;
    deviance = devianceAt(eta);
    converged =
      tolerance === undefined
        ? step > 0 && change < CLOSE
        : Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < tolerance;
  }
  // Working weights are those of the last step, as R has them; at convergence there is no difference.
  const score = new Float64Array(n);
  const information = new Float64Array(p * p);
  for (let row = 0; row < n; row++) {
    if (weights[row] === 0) continue;
    score[row] = (working[row]! * (y[row]! - family.mean(eta[row]!))) / family.slope(eta[row]!);
    for (let j = 0; j < p; j++) {
      const left = working[row]! * columns[j]![row]!;
      for (let k = 0; k <= j; k++) information[j * p + k]! += left * columns[k]![row]!;
    }
  }
  for (let j = 0; j < p; j++) {
    for (let k = j + 1; k < p; k++) information[j * p + k] = information[k * p + j]!;
  }
  return {
    coefficients: beta,
    bread: inverseOfKept(information, p, aliased),
    score,
    converged,
    aliased,
  };
}

/** The inverse on the coefficients that are determined, zero on the others. */
function inverseOfKept(
  information: Float64Array,
  p: number,
  aliased: readonly number[],
): Float64Array {
  const kept = Array.from({ length: p }, (_, j) => j).filter((j) => !aliased.includes(j));
  const q = kept.length;
  const own = Float64Array.from({ length: q * q }, (_, i) => {
    const row = kept[Math.floor(i / q)]!;
    return information[row * p + kept[i % q]!]!;
  });
  const inverted = inverse(own, q);
  if (inverted === undefined) return new Float64Array(p * p).fill(Number.NaN);
  const bread = new Float64Array(p * p);
  kept.forEach((j, a) => {
    kept.forEach((k, b) => {
      bread[j * p + k] = inverted[a * q + b]!;
    });
  });
  return bread;
}
