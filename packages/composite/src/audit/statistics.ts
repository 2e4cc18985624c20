import { median, present } from "@vitalcore/stats";
import { checkShape } from "../treat/shape-check.js";

/** Bounds beyond which a statistic is flagged. The defaults are those of the JRC as COINr (2022) has them. */
export interface StatisticsBounds {
  /** Least share of units that have a value; 0.65 if left out. */
  readonly available?: number;
  /** Least share of units that have a value other than zero; 0.5 if left out. */
  readonly nonzero?: number;
  /** Least share of different values among the units; 0.5 if left out. */
  readonly distinct?: number;
  /** Absolute skewness; 2 if left out. An indicator is flagged if both bounds are passed. */
  readonly skewness?: number;
  /** Excess kurtosis; 3.5 if left out. */
  readonly kurtosis?: number;
}

/** Bounds of the JRC, as in COINr. */
export const STATISTICS_BOUNDS: Required<StatisticsBounds> = {
  available: 0.65,
  nonzero: 0.5,
  distinct: 0.5,
  skewness: 2,
  kurtosis: 3.5,
};

/** What is doubtful about a column. */
export type StatisticsFlag = "few-values" | "many-zeros" | "few-different-values" | "outliers";

/** The statistics of a column; `null` where they are not defined. */
export interface ColumnStatistics {
  readonly count: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  readonly median: number | null;
  /** Divisor n - 1. */
  readonly sd: number | null;
  /** Type 2, as in SAS and Excel. */
  readonly skewness: number | null;
  /** Excess, type 2. */
  readonly kurtosis: number | null;
  readonly nonzero: number;
  readonly distinct: number;
  /** Size of the largest group of equal values. */
  readonly same: number;
  /** Share of all units that have a value. */
  readonly available: number;
  readonly flags: readonly StatisticsFlag[];
}

/**
 * Describes a column, and flags what is doubtful about it. Shares are of all units, in the statistics as in the
 * flags. Source: OECD/JRC Handbook (2008), step 4; COINr (2022), whose flags are told by the same bounds.
 *
 * @param values - NaN is missing.
 *
 * @example
 * ```ts
 * import { columnStatistics } from "@vitalcore/composite/audit";
 * const { mean, available, flags } = columnStatistics([0, 0, 0, 4, Number.NaN]);
 * [mean, available]; // => [1, 0.8]
 * flags; // => ["many-zeros", "few-different-values"]
 * ```
 */
export function columnStatistics(
  values: ArrayLike<number>,
  bounds: StatisticsBounds = {},
): ColumnStatistics {
  const given = { ...STATISTICS_BOUNDS, ...bounds };
  const column = present(values);
  const counts = new Map<number, number>();
  for (const value of column) counts.set(value, (counts.get(value) ?? 0) + 1);
  const { skewness, kurtosis } = checkShape(column);
  const nonzero = column.filter((value) => value !== 0).length;
  const total = values.length;
  const share = (count: number) => count / total;
  const isOut =
    skewness !== null &&
    kurtosis !== null &&
    Math.abs(skewness) > given.skewness &&
    kurtosis > given.kurtosis;
  const flags: readonly (readonly [StatisticsFlag, boolean])[] = [
    ["few-values", share(column.length) < given.available],
    ["many-zeros", share(nonzero) < given.nonzero],
    ["few-different-values", share(counts.size) < given.distinct],
    ["outliers", isOut],
  ];
  return {
    count: column.length,
    ...centerOf(column),
    skewness,
    kurtosis,
    nonzero,
    distinct: counts.size,
    same: Math.max(0, ...counts.values()),
    available: share(column.length),
    flags: flags.flatMap(([flag, holds]) => (holds ? [flag] : [])),
  };
}

function centerOf(
  column: Float64Array,
): Pick<ColumnStatistics, "min" | "max" | "mean" | "median" | "sd"> {
  if (column.length === 0) return { min: null, max: null, mean: null, median: null, sd: null };
  const { mean, variance } = sampleMoments(column);
  return {
    min: column.reduce((a, b) => Math.min(a, b)),
    max: column.reduce((a, b) => Math.max(a, b)),
    mean,
    median: median(column),
    sd: column.length < 2 ? null : Math.sqrt(variance),
  };
}

function sampleMoments(column: Float64Array): { readonly mean: number; readonly variance: number } {
  let sum = 0;
  for (const value of column) sum += value;
  const mean = sum / column.length;
  let squares = 0;
  for (const value of column) squares += (value - mean) ** 2;
  return { mean, variance: squares / (column.length - 1) };
}
