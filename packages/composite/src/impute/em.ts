import { VitalError } from "@vitalcore/core";
import { findIn as find } from "../function-catalog.js";
import { cholesky, choleskySolve, logDeterminant } from "./spd.js";

/** When the algorithm stops. */
export interface EmOptions {
  /** Largest change of a parameter, relative to the standard deviations; 1e-10 if left out. */
  readonly tolerance?: number;
  /** 10,000 if left out. */
  readonly iterations?: number;
}

/** Mean and covariance of a multivariate normal distribution. */
export interface NormalModel {
  readonly mean: Float64Array;
  /** Row by row. */
  readonly covariance: Float64Array;
}

/** A normal model fitted to columns with gaps, and the gaps filled by it. */
export interface EmImputation extends NormalModel {
  /** The columns with every gap replaced by its mean given the unit's other values. */
  readonly columns: readonly Float64Array[];
  readonly logLikelihood: number;
  readonly iterations: number;
}

/**
 * Fills gaps by the EM algorithm for a multivariate normal distribution: mean and covariance (divisor n) of
 * maximum likelihood, and for each gap its mean given the values that the unit has. Units without any value
 * take the mean. Source: Dempster, Laird and Rubin (1977); Schafer (1997), section 5.3.
 *
 * @param columns - one for each indicator, over the same units; NaN is missing.
 * @throws VitalError `composite/em-undefined` if a column does not vary, columns depend on each other as far
 *   as they were observed, or the algorithm does not settle.
 *
 * @example
 * ```ts
 * import { imputeByEm } from "@vitalcore/composite/impute";
 * const { columns, mean } = imputeByEm([[1, 2, 3, 4, 5], [2, 4.2, 5.8, 8.1, Number.NaN]]);
 * columns[1]?.[4]?.toFixed(4); // => "10.0000"
 * mean[0]; // => 3
 * ```
 */
export function imputeByEm(
  columns: readonly ArrayLike<number>[],
  options: EmOptions = {},
): EmImputation {
  const fit = fitEm(columns, options);
  if (typeof fit === "string") {
    throw new VitalError([find("composite/em-undefined", { facts: { why: fit } })]);
  }
  return fit;
}

/** As {@link imputeByEm}; or says why it cannot be done. */
export function fitEm(
  columns: readonly ArrayLike<number>[],
  { tolerance = 1e-10, iterations: limit = 10_000 }: EmOptions,
): EmImputation | string {
  const size = columns.length;
  const units = columns[0]?.length ?? 0;
  const patterns = missingPatterns(columns, units);
  const start = startOf(columns);
  if (typeof start === "string") return start;
  let { mean, covariance } = start;
  for (let iteration = 1; iteration <= limit; iteration++) {
    const next = maximize(columns, patterns, { mean, covariance }, units);
    if (next === undefined) return "columns depend on each other, or the units are too few";
    const change = largestChange(size, mean, covariance, next);
    ({ mean, covariance } = next);
    if (change > tolerance) continue;
    const model = { mean, covariance };
    const filled = columns.map((column) => Float64Array.from(column));
    const logLikelihood = complete(columns, patterns, model, filled);
    return logLikelihood === undefined
      ? "columns depend on each other, or the units are too few"
      : { columns: filled, ...model, logLikelihood, iterations: iteration };
  }
  return `it did not settle in ${limit} iterations`;
}

/** Units with the same gaps. */
export interface MissingPattern {
  readonly observed: readonly number[];
  readonly missing: readonly number[];
  readonly units: readonly number[];
}

export function missingPatterns(
  columns: readonly ArrayLike<number>[],
  units: number,
): readonly MissingPattern[] {
  const byKey = new Map<string, MissingPattern & { readonly units: number[] }>();
  for (let unit = 0; unit < units; unit++) {
    const isMissing = columns.map((column) => Number.isNaN(column[unit] as number));
    const key = isMissing.map((gap) => (gap ? "-" : "x")).join("");
    const pattern = byKey.get(key);
    if (pattern !== undefined) {
      pattern.units.push(unit);
      continue;
    }
    const positions = isMissing.map((_, k) => k);
    byKey.set(key, {
      observed: positions.filter((k) => isMissing[k] === false),
      missing: positions.filter((k) => isMissing[k] === true),
      units: [unit],
    });
  }
  return [...byKey.values()];
}

/** Means and variances of the values present, no covariances. */
function startOf(columns: readonly ArrayLike<number>[]): NormalModel | string {
  const size = columns.length;
  const mean = new Float64Array(size);
  const covariance = new Float64Array(size * size);
  for (const [k, column] of columns.entries()) {
    const values = Float64Array.from(column).filter((value) => !Number.isNaN(value));
    mean[k] = values.reduce((sum, value) => sum + value, 0) / values.length;
    const center = mean[k] as number;
    const variance = values.reduce((sum, value) => sum + (value - center) ** 2, 0) / values.length;
    if (!(variance > 0)) return `column ${k + 1} has no two different values`;
    covariance[k * size + k] = variance;
  }
  return { mean, covariance };
}

/** What the observed values of a pattern say about its missing ones. */
export interface Conditional {
  readonly lower: Float64Array;
  /** For each missing column, the slopes on the observed ones. */
  readonly slopes: readonly Float64Array[];
  /** Covariance of the missing columns given the observed ones, row by row. */
  readonly residual: Float64Array;
}

export function conditionalOf(
  { observed, missing }: MissingPattern,
  covariance: Float64Array,
  size: number,
): Conditional | undefined {
  const block = Float64Array.from({ length: observed.length ** 2 }, (_, i) => {
    const row = observed[Math.floor(i / observed.length)] as number;
    return covariance[row * size + (observed[i % observed.length] as number)] as number;
  });
  const lower = cholesky(block, observed.length);
  if (lower === undefined) return undefined;
  const across = missing.map((m) =>
    Float64Array.from(observed, (o) => covariance[m * size + o] as number),
  );
  const slopes = across.map((row) => choleskySolve(lower, observed.length, row));
  const residual = new Float64Array(missing.length ** 2);
  missing.forEach((m, i) => {
    missing.forEach((other, j) => {
      let sum = covariance[m * size + other] as number;
      slopes[i]?.forEach((b, k) => {
        sum -= b * (across[j]?.[k] as number);
      });
      residual[i * missing.length + j] = sum;
    });
  });
  return { lower, slopes, residual };
}

/** One step: expected values and squares given the parameters, and the parameters that fit them best. */
function maximize(
  columns: readonly ArrayLike<number>[],
  patterns: readonly MissingPattern[],
  model: NormalModel,
  units: number,
): NormalModel | undefined {
  const size = columns.length;
  const filled = columns.map((column) => Float64Array.from(column));
  const extra = new Float64Array(size * size);
  for (const pattern of patterns) {
    const conditional = conditionalOf(pattern, model.covariance, size);
    if (conditional === undefined) return undefined;
    fillPattern(columns, pattern, model.mean, conditional.slopes, filled);
    pattern.missing.forEach((m, i) => {
      pattern.missing.forEach((other, j) => {
        const at = m * size + other;
        const share = conditional.residual[i * pattern.missing.length + j] as number;
        extra[at] = (extra[at] as number) + pattern.units.length * share;
      });
    });
  }
  const mean = Float64Array.from(
    filled,
    (column) => column.reduce((sum, value) => sum + value, 0) / units,
  );
  const covariance = extra.map((sum, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    const [x, y] = [filled[i] as Float64Array, filled[j] as Float64Array];
    let products = 0;
    for (let unit = 0; unit < units; unit++) {
      products +=
        ((x[unit] as number) - (mean[i] as number)) * ((y[unit] as number) - (mean[j] as number));
    }
    return (products + sum) / units;
  });
  return { mean, covariance };
}

function fillPattern(
  columns: readonly ArrayLike<number>[],
  { observed, missing, units }: MissingPattern,
  mean: Float64Array,
  slopes: readonly Float64Array[],
  filled: readonly Float64Array[],
): void {
  missing.forEach((m, i) => {
    const row = slopes[i] as Float64Array;
    for (const unit of units) {
      let value = mean[m] as number;
      observed.forEach((o, k) => {
        value += (row[k] as number) * ((columns[o]?.[unit] as number) - (mean[o] as number));
      });
      (filled[m] as Float64Array)[unit] = value;
    }
  });
}

function largestChange(
  size: number,
  mean: Float64Array,
  covariance: Float64Array,
  next: NormalModel,
): number {
  let most = 0;
  for (let i = 0; i < size; i++) {
    const sd = Math.sqrt(next.covariance[i * size + i] as number);
    most = Math.max(most, Math.abs((next.mean[i] as number) - (mean[i] as number)) / sd);
    for (let j = 0; j < size; j++) {
      const scale = sd * Math.sqrt(next.covariance[j * size + j] as number);
      const at = i * size + j;
      const change = Math.abs((next.covariance[at] as number) - (covariance[at] as number));
      most = Math.max(most, change / scale);
    }
  }
  return most;
}

/** Fills the gaps, and gives the log-likelihood of the values observed. */
function complete(
  columns: readonly ArrayLike<number>[],
  patterns: readonly MissingPattern[],
  { mean, covariance }: NormalModel,
  filled: readonly Float64Array[],
): number | undefined {
  let logLikelihood = 0;
  for (const pattern of patterns) {
    const conditional = conditionalOf(pattern, covariance, columns.length);
    if (conditional === undefined) return undefined;
    fillPattern(columns, pattern, mean, conditional.slopes, filled);
    const count = pattern.observed.length;
    const constant = count * Math.log(2 * Math.PI) + logDeterminant(conditional.lower, count);
    for (const unit of pattern.units) {
      const away = deviations(columns, pattern, mean, unit);
      const solved = choleskySolve(conditional.lower, count, away);
      const distance = away.reduce((sum, value, k) => sum + value * (solved[k] as number), 0);
      logLikelihood -= (constant + distance) / 2;
    }
  }
  return logLikelihood;
}

/** The observed values of a unit less their means. */
export function deviations(
  columns: readonly ArrayLike<number>[],
  { observed }: MissingPattern,
  mean: Float64Array,
  unit: number,
): Float64Array {
  return Float64Array.from(observed, (o) => (columns[o]?.[unit] as number) - (mean[o] as number));
}
