import { type RandomStream, randomStream, VitalError } from "@vitalcore/core";
import { studentT } from "@vitalcore/stats/distributions";
import { fillNormal } from "@vitalcore/stats/random";
import { findIn as find } from "../function-catalog.js";
import { conditionalOf, type EmOptions, fitEm, missingPatterns } from "./em.js";
import { cholesky } from "./spd.js";

/** How many sets are drawn, and from which numbers. */
export interface MultipleOptions extends EmOptions {
  /** 5 if left out. */
  readonly sets?: number;
  /** 1 if left out. */
  readonly seed?: number;
  /** Tells families of columns apart that are filled by themselves, so that their draws do not go together. */
  readonly family?: string;
}

/** Bootstrap samples that are tried for a set before it is given up. */
const ATTEMPTS = 50;

/**
 * Fills gaps several times over, so that what differs between the sets shows how uncertain the imputed values
 * are: each set fits the normal model to a bootstrap sample of the units, by EM, and draws the missing values
 * from it given those present. Source: Rubin (1987); the combination of EM and bootstrap is that of Honaker
 * and King (2010), American J. of Political Science 54.
 *
 * @param columns - one for each indicator, over the same units; NaN is missing.
 * @returns for each set its columns; the same for the same seed.
 * @throws VitalError `composite/em-undefined`.
 *
 * @example
 * ```ts
 * import { imputeMultiple } from "@vitalcore/composite/impute";
 * const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
 * const y = [2.1, 3.8, 6.2, 7.9, 10.1, 11.8, 14.2, Number.NaN, 18.1, 19.8];
 * const sets = imputeMultiple([x, y], { sets: 3 });
 * sets.length; // => 3
 * sets.every((set) => Math.abs((set[1]?.[7] ?? 0) - 16) < 2); // => true
 * ```
 */
export function imputeMultiple(
  columns: readonly ArrayLike<number>[],
  { sets = 5, seed = 1, family, ...options }: MultipleOptions = {},
): readonly (readonly Float64Array[])[] {
  const streams: Streams = {
    units: streamOf("units", seed, family),
    values: streamOf("values", seed, family),
  };
  return Array.from({ length: sets }, (_, set) => drawSet(columns, set, streams, options));
}

interface Streams {
  readonly units: RandomStream;
  readonly values: RandomStream;
}

function streamOf(what: string, seed: number, family: string | undefined): RandomStream {
  const of = family === undefined ? "" : `, ${family}`;
  return randomStream({ seed, label: `multiple imputation: ${what}${of}` });
}

function drawSet(
  columns: readonly ArrayLike<number>[],
  set: number,
  streams: Streams,
  options: EmOptions,
): readonly Float64Array[] {
  const units = columns[0]?.length ?? 0;
  let why = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const draws = streams.units.fillUniform(set * ATTEMPTS + attempt, new Float64Array(units));
    const sample = columns.map((column) =>
      draws.map((u) => column[Math.floor(u * units)] as number),
    );
    const model = fitEm(sample, options);
    if (typeof model !== "string") return drawGaps(columns, model, set, streams.values);
    // A sample may miss the units that tell two indicators apart: another one is drawn.
    why = model;
  }
  throw new VitalError([find("composite/em-undefined", { facts: { why } })]);
}

function drawGaps(
  columns: readonly ArrayLike<number>[],
  { mean, covariance }: { readonly mean: Float64Array; readonly covariance: Float64Array },
  set: number,
  stream: RandomStream,
): readonly Float64Array[] {
  const size = columns.length;
  const units = columns[0]?.length ?? 0;
  const filled = columns.map((column) => Float64Array.from(column));
  const noise = fillNormal(stream, set, new Float64Array(units * size));
  for (const pattern of missingPatterns(columns, units)) {
    const { observed, missing } = pattern;
    const conditional = conditionalOf(pattern, covariance, size);
    const spread = conditional && cholesky(conditional.residual, missing.length);
    if (conditional === undefined || spread === undefined) {
      const facts = { why: "columns depend on each other" };
      throw new VitalError([find("composite/em-undefined", { facts })]);
    }
    for (const unit of pattern.units) {
      missing.forEach((m, i) => {
        let value = mean[m] as number;
        observed.forEach((o, k) => {
          const slope = conditional.slopes[i]?.[k] as number;
          value += slope * ((columns[o]?.[unit] as number) - (mean[o] as number));
        });
        for (let k = 0; k <= i; k++) {
          value += (spread[i * missing.length + k] as number) * (noise[unit * size + k] as number);
        }
        (filled[m] as Float64Array)[unit] = value;
      });
    }
  }
  return filled;
}

/** An estimate over several imputed sets. */
export interface PooledEstimate {
  readonly estimate: number;
  readonly standardError: number;
  /** Mean of the variances within the sets, and variance of the estimates between them. */
  readonly within: number;
  readonly between: number;
  readonly total: number;
  readonly df: number;
  /** The share of the information that was lost with the missing values. */
  readonly missingInformation: number;
  /** With 95 % confidence. */
  readonly interval: readonly [lower: number, upper: number];
}

/**
 * Pools the estimates of several imputed sets: their mean, with a variance that adds what differs between the
 * sets to what each claims. Source: Rubin (1987); degrees of freedom of Barnard and Rubin (1999) where those
 * of complete data are given.
 *
 * @param estimates - one for each set, at least two.
 * @param variances - squared standard errors, parallel to them.
 * @param completeDf - degrees of freedom had there been no gaps; unlimited if left out.
 *
 * @example
 * ```ts
 * import { poolEstimates } from "@vitalcore/composite/impute";
 * const { estimate, total } = poolEstimates([4, 5, 6], [1, 1, 1]);
 * estimate; // => 5
 * total.toFixed(6); // => "2.333333"
 * ```
 */
export function poolEstimates(
  estimates: readonly number[],
  variances: readonly number[],
  completeDf: number = Number.POSITIVE_INFINITY,
): PooledEstimate {
  const m = estimates.length;
  const estimate = estimates.reduce((sum, x) => sum + x, 0) / m;
  const within = variances.reduce((sum, x) => sum + x, 0) / m;
  const between = estimates.reduce((sum, x) => sum + (x - estimate) ** 2, 0) / (m - 1);
  const added = (1 + 1 / m) * between;
  const total = within + added;
  const share = added / total;
  const old = (m - 1) / (share * share);
  const df = degreesOfFreedom(old, share, completeDf);
  const ratio = added / within;
  const missingInformation = Number.isFinite(df) ? (ratio + 2 / (df + 3)) / (ratio + 1) : share;
  const standardError = Math.sqrt(total);
  const reach = standardError * quantile975(df);
  return {
    estimate,
    standardError,
    within,
    between,
    total,
    df,
    missingInformation,
    interval: [estimate - reach, estimate + reach],
  };
}

function degreesOfFreedom(old: number, share: number, completeDf: number): number {
  if (completeDf === Number.POSITIVE_INFINITY) return old;
  const observed = ((completeDf + 1) / (completeDf + 3)) * completeDf * (1 - share);
  return old === Number.POSITIVE_INFINITY ? observed : (old * observed) / (old + observed);
}

/** Beyond this the two distributions cannot be told apart by a double. */
const NORMAL_FROM = 1e10;

function quantile975(df: number): number {
  return studentT({ df: Math.min(df, NORMAL_FROM) }).quantile(0.975);
}
