import { VitalError } from "@vitalcore/core";
import { completePairs, correlationMatrix } from "@vitalcore/stats";
import { chiSquare } from "@vitalcore/stats/distributions";
import { type PrincipalComponents, principalComponents } from "@vitalcore/stats/linear";
import { findIn as find } from "../function-catalog.js";
import { cholesky, choleskySolve, logDeterminant } from "../impute/spd.js";
import type { Columns } from "./correlations.js";

/** The columns at the units that have all of them. */
export function completeRows(columns: Columns): {
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly rows: number;
} {
  const entries = Object.entries(columns);
  const units = entries[0]?.[1].length ?? 0;
  const complete = Array.from({ length: units }, (_, i) => i).filter((i) =>
    entries.every(([, column]) => !Number.isNaN(column[i] as number)),
  );
  const taken = entries.map(
    ([id, column]) => [id, Float64Array.from(complete, (i) => column[i] as number)] as const,
  );
  return { columns: Object.fromEntries(taken), rows: complete.length };
}

/**
 * Cronbach's alpha: how consistently columns measure one thing, k^2 mean(covariance) / sum(covariances). Raw
 * columns of different units give a number without meaning: take scores. Source: Cronbach (1951), Psychometrika
 * 16.
 *
 * @param columns - at least two; NaN is missing.
 * @param options - with `missing`: covariances over the units that have both columns (`pairwise`, the default), or over those
 *   that have all (`complete`).
 * @returns NaN for fewer than two columns.
 *
 * @example
 * ```ts
 * import { cronbachAlpha } from "@vitalcore/composite/audit";
 * cronbachAlpha({ a: [1, 2, 3, 4], b: [1, 2, 3, 4] }); // => 1
 * ```
 */
export function cronbachAlpha(
  columns: Columns,
  { missing = "pairwise" }: { readonly missing?: "pairwise" | "complete" } = {},
): number {
  const taken = missing === "complete" ? completeRows(columns).columns : columns;
  const list = Object.values(taken);
  const k = list.length;
  let total = 0;
  let diagonal = 0;
  list.forEach((first, i) => {
    list.forEach((second, j) => {
      const covariance = covarianceOf(first, second);
      total += covariance;
      if (i === j) diagonal += covariance;
    });
  });
  const mean = (total - diagonal) / (k * (k - 1));
  return (k * k * mean) / total;
}

function covarianceOf(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const { x, y } = completePairs(first, second);
  const n = x.length;
  const [xMean, yMean] = [x, y].map((list) => list.reduce((sum, v) => sum + v, 0) / n);
  let products = 0;
  for (let i = 0; i < n; i++) {
    products += ((x[i] as number) - (xMean as number)) * ((y[i] as number) - (yMean as number));
  }
  return products / (n - 1);
}

/** Principal components of complete, standardized columns, and whether the columns are fit for them. */
export interface ComponentAnalysis extends PrincipalComponents {
  /** Units left out for a missing value. */
  readonly dropped: number;
  /** Components with an eigenvalue above 1 (Kaiser, 1960). */
  readonly aboveOne: number;
  /** `null` where the correlations have no inverse. */
  readonly adequacy: SamplingAdequacy | null;
}

/**
 * The principal components of columns, standardized, over the units that have all of them. Source: OECD/JRC Handbook
 * (2008), step 4.
 *
 * @throws VitalError as `principalComponents` of `@vitalcore/stats/linear`, for columns without variation or fewer
 *   than two complete units.
 *
 * @example
 * ```ts
 * import { componentAnalysis } from "@vitalcore/composite/audit";
 * componentAnalysis({ a: [1, 2, 3, 4], b: [2, 4, 6, 9] }).aboveOne; // => 1
 * ```
 */
export function componentAnalysis(columns: Columns): ComponentAnalysis {
  const { columns: complete, rows } = completeRows(columns);
  const units = Object.values(columns)[0]?.length ?? 0;
  const components = principalComponents(complete, "correlation");
  return {
    ...components,
    dropped: units - rows,
    aboveOne: components.eigenvalues.filter((value) => value > 1).length,
    adequacy: adequacyOf(complete),
  };
}

/** Whether correlations are such that a few factors can stand for the columns. */
export interface SamplingAdequacy {
  /** Kaiser, Meyer and Olkin: 0 to 1; below 0.5 unacceptable, above 0.8 good (Kaiser, 1974). */
  readonly kmo: number;
  /** The same for each column. */
  readonly byColumn: Readonly<Record<string, number>>;
  /** Bartlett's test that all correlations are zero. */
  readonly bartlett: { readonly statistic: number; readonly df: number; readonly pValue: number };
}

/**
 * The Kaiser-Meyer-Olkin measure of sampling adequacy and Bartlett's test of sphericity, over the units that have all
 * columns. Sources: Kaiser (1974), Psychometrika 39; Bartlett (1951), Biometrika 38.
 *
 * @throws VitalError `composite/invalid-input` if a column is a function of others.
 *
 * @example
 * ```ts
 * import { samplingAdequacy } from "@vitalcore/composite/audit";
 * const a = [1, 2, 3, 4, 5, 6];
 * const { kmo } = samplingAdequacy({ a, b: [2, 1, 4, 3, 6, 5], c: [1, 3, 2, 6, 5, 4] });
 * kmo > 0.5; // => true
 * ```
 */
export function samplingAdequacy(columns: Columns): SamplingAdequacy {
  const adequacy = adequacyOf(completeRows(columns).columns);
  if (adequacy !== null) return adequacy;
  const facts = {
    what: "The sampling adequacy",
    why: "the correlations have no inverse, as a column is a function of others",
  };
  throw new VitalError([find("composite/invalid-input", { facts })]);
}

/** Correlations of complete columns with their factor and inverse; `undefined` where there is none. */
export function inverseCorrelations(columns: Readonly<Record<string, Float64Array>>) {
  const ids = Object.keys(columns);
  const p = ids.length;
  const n = Object.values(columns)[0]?.length ?? 0;
  const { values } = correlationMatrix(columns);
  const flat = Float64Array.from({ length: p * p }, (_, i) =>
    Math.floor(i / p) === i % p ? 1 : (values[Math.floor(i / p)]?.[i % p] as number),
  );
  const lower = flat.some((r) => Number.isNaN(r)) ? undefined : cholesky(flat, p);
  if (lower === undefined || n < 2) return undefined;
  const inverse = ids.map((_, k) =>
    choleskySolve(
      lower,
      p,
      Float64Array.from(ids, (_id, i) => (i === k ? 1 : 0)),
    ),
  );
  return { flat, lower, inverse };
}

function adequacyOf(columns: Readonly<Record<string, Float64Array>>): SamplingAdequacy | null {
  const ids = Object.keys(columns);
  const p = ids.length;
  const n = Object.values(columns)[0]?.length ?? 0;
  const inverted = inverseCorrelations(columns);
  if (inverted === undefined) return null;
  const { flat, lower, inverse } = inverted;
  const squares = ids.map((_, i) => {
    let simple = 0;
    let partial = 0;
    for (let j = 0; j < p; j++) {
      if (j === i) continue;
      const q =
        (inverse[i]?.[j] as number) /
        Math.sqrt((inverse[i]?.[i] as number) * (inverse[j]?.[j] as number));
      simple += (flat[i * p + j] as number) ** 2;
      partial += q * q;
    }
    return { simple, partial };
  });
  const simple = squares.reduce((sum, each) => sum + each.simple, 0);
  const partial = squares.reduce((sum, each) => sum + each.partial, 0);
  const statistic = -(n - 1 - (2 * p + 5) / 6) * logDeterminant(lower, p);
  const df = (p * (p - 1)) / 2;
  return {
    kmo: simple / (simple + partial),
    byColumn: Object.fromEntries(
      ids.map((id, i) => {
        const own = squares[i] as (typeof squares)[number];
        return [id, own.simple / (own.simple + own.partial)];
      }),
    ),
    bartlett: { statistic, df, pValue: chiSquare({ df }).survival(statistic) },
  };
}

/**
 * Variance inflation of each column: 1 / (1 - R^2) of its regression on the others, over the units that have all. Above
 * 10 a column is nearly a function of the others (Kutner and others, 2005, section 10.5).
 *
 * @returns by id; `null` for all where a column is a function of others, or the units are too few.
 *
 * @example
 * ```ts
 * import { varianceInflation } from "@vitalcore/composite/audit";
 * varianceInflation({ a: [1, 2, 3, 4], b: [1, -1, -1, 1] }); // => { a: 1, b: 1 }
 * ```
 */
export function varianceInflation(columns: Columns): Readonly<Record<string, number>> | null {
  const ids = Object.keys(columns);
  const inverse = inverseCorrelations(completeRows(columns).columns)?.inverse;
  if (inverse === undefined) return null;
  return Object.fromEntries(ids.map((id, k) => [id, inverse[k]?.[k] as number]));
}
