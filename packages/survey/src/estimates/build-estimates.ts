import { type Cell, type Finding, throwIfErrors } from "@vitalcore/core";
import { studentT } from "@vitalcore/stats/distributions";
import { find } from "../catalog.js";
import type { DesignParts } from "../design/survey-design.js";
import {
  type Estimate,
  type EstimatesResult,
  estimatesResult,
  type Interval,
} from "./estimates.js";
import type { EstimateOptions } from "./options.js";
import { groupDegrees, nameOf, type SelectedRows } from "./select-rows.js";
import type { Solution } from "./solution.js";

/** What a value of a functional is called. */
export interface ValueName {
  readonly variable: string;
  readonly category?: Cell;
}

/** What an interval is made of. */
export interface IntervalInput {
  readonly value: number;
  readonly variance: number;
  readonly degrees: number;
  readonly level: number;
  /** {@link criticalValue} of the level and the degrees of freedom. */
  readonly critical: () => number | undefined;
  readonly g: number;
  readonly j: number;
}

/** Where degrees of freedom come from: counted on the rows of the design, or known. */
type DesignOfEstimates =
  | { readonly parts: DesignParts; readonly degrees?: undefined }
  | {
      readonly parts: Pick<DesignParts, "findings" | "replicates">;
      readonly degrees: Float64Array;
    };

/** Everything that estimates are put together from. */
export type EstimatesInput = DesignOfEstimates & {
  readonly statistic: string;
  readonly rows: SelectedRows;
  readonly solution: Solution;
  readonly names: readonly ValueName[];
  readonly options: Pick<EstimateOptions, "level" | "df" | "covariance">;
  readonly scale?: "proportion" | "number";
  /** Other than value +- t * standard error. */
  readonly interval?: (input: IntervalInput) => Interval | null;
  /** There may be an interval, or one limit of it, without a standard error. */
  readonly intervalFirst?: boolean;
  /** Design effect of value j in group g. */
  readonly designEffect?: (g: number, j: number) => number | null;
  readonly effectiveSize?: (g: number, j: number) => number | null;
  readonly findings?: readonly Finding[];
};

/** Degrees of freedom that an option asks for. */
export function chosenDegrees(df: EstimateOptions["df"], ofDesign: number): number {
  if (df === "infinite") return Number.POSITIVE_INFINITY;
  return typeof df === "number" ? df : ofDesign;
}

/** The t (or normal) quantile of a two-sided interval; undefined without degrees of freedom. */
export function criticalValue(level: number, degrees: number): number | undefined {
  if (!(degrees > 0)) return undefined;
  return studentT({ df: degrees }).upperQuantile((1 - level) / 2);
}

/** value +- t * standard error. */
export function waldInterval(input: IntervalInput): Interval | null {
  const { value, variance, degrees, level } = input;
  const t = input.critical();
  if (t === undefined) return null;
  const half = t * Math.sqrt(variance);
  return {
    level,
    lower: value - half,
    upper: value + half,
    method: Number.isFinite(degrees) ? "t" : "normal",
  };
}

const known = (value: number | null | undefined): number | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : value;

/** The error that a design with strata of one unit gives under the policy "fail". */
export function failOnLonely(solution: Pick<Solution, "lonely">): void {
  const strata = [...solution.lonely];
  if (strata.length === 0) return;
  throwIfErrors([find("survey/lonely-psu", { facts: { count: strata.length, strata } })]);
}

/** Puts values, errors, intervals and counts together into a result. */
export function buildEstimates(input: EstimatesInput): EstimatesResult {
  const { statistic, parts, rows, solution, names, options, scale = "number" } = input;
  failOnLonely(solution);
  const { level = 0.95 } = options;
  const degrees =
    input.degrees === undefined ? groupDegrees(input.parts, rows.domains) : input.degrees;
  const findings: Finding[] = [];
  const intervalOf = input.interval ?? waldInterval;
  // Groups tend to have the same degrees of freedom, and the quantile is the slowest step of an interval.
  const quantiles = new Map<number, number | undefined>();
  const criticalOf = (df: number) => {
    if (!quantiles.has(df)) quantiles.set(df, criticalValue(level, df));
    return quantiles.get(df);
  };
  const estimates: Estimate[] = [];
  solution.groups.forEach(({ values, covariance, dropped }, g) => {
    const group = rows.labels[g]!;
    const df = chosenDegrees(options.df, degrees[g]!);
    const critical = () => criticalOf(df);
    const empty = rows.n[g] === 0;
    if (!empty && !(df > 0)) {
      const facts = { domain: nameOf(group) };
      findings.push(find("survey/no-degrees-of-freedom", { found: df, facts }));
    }
    if (dropped > 0) {
      const facts = { count: dropped, total: parts.replicates?.count ?? 0 };
      findings.push(find("survey/replicates-dropped", { facts }));
    }
    names.forEach(({ variable, category = null }, j) => {
      const value = empty ? null : known(values[j]);
      // A variance is a sum of squares: below zero it is a zero with its rounding error.
      const raw = covariance[j * names.length + j]!;
      const variance = Math.max(0, raw);
      const certain = value !== null && Number.isFinite(raw);
      if (!empty && value === null) {
        const facts = { what: variable, domain: nameOf(group) };
        findings.push(find("survey/zero-denominator", { facts }));
      }
      estimates.push({
        variable,
        category,
        group,
        value,
        standardError: certain ? Math.sqrt(variance) : null,
        interval:
          value !== null && df > 0 && (certain || input.intervalFirst === true)
            ? intervalOf({ value, variance, degrees: df, level, critical, g, j })
            : null,
        n: rows.n[g]!,
        nMissing: rows.nMissing[g]!,
        degreesOfFreedom: Number.isFinite(df) ? df : null,
        designEffect: certain ? known(input.designEffect?.(g, j)) : null,
        effectiveSampleSize: certain ? known(input.effectiveSize?.(g, j)) : null,
        scale,
      });
    });
  });
  return estimatesResult.create({
    statistic,
    estimates,
    covariance: options.covariance === true ? matrixRows(solution.joint, estimates.length) : null,
    // Those of the input come last to be read: design effects report while they are asked.
    findings: [...parts.findings, ...rows.findings, ...(input.findings ?? []), ...findings],
  });
}

/** A matrix held row by row, as rows. */
export function matrixRows(matrix: Float64Array | undefined, size: number): number[][] | null {
  if (matrix === undefined) return null;
  return Array.from({ length: size }, (_, i) => [...matrix.subarray(i * size, (i + 1) * size)]);
}
