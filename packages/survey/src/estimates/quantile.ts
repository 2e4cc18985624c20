import { type Columns, type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { Choices } from "../design/choices.js";
import type { ColumnName, DesignParts, SurveyDesign } from "../design/survey-design.js";
import {
  PROPORTION_METHODS,
  type ProportionMethod,
  proportionInterval,
} from "../proportions/proportion-intervals.js";
import { buildEstimates, chosenDegrees, criticalValue, failOnLonely } from "./build-estimates.js";
import type { EstimatesResult, Interval } from "./estimates.js";
import { meansFunctional } from "./functional.js";
import { checkOptions, type EstimateOptions } from "./options.js";
import { type GroupQuantiles, quantileCovariance } from "./quantile-covariance.js";
import { densityQuantiles } from "./quantile-density.js";
import {
  QUANTILE_RULES,
  type QuantileRule,
  quantileOfDistribution,
  type WeightedDistribution,
  weightedDistribution,
} from "./quantile-rules.js";
import { readNumbers } from "./read-variable.js";
import { groupDegrees, type SelectedRows, selectRows } from "./select-rows.js";
import type { Solved } from "./solution.js";
import { solveFunctional } from "./solve-functional.js";
import { replicateCovariance } from "./solve-replicates.js";

/** Options of quantiles. */
export interface QuantileOptions<Name extends string = string> extends EstimateOptions<Name> {
  /** How a quantile is read off the weighted distribution; default "hf1". */
  readonly rule?: QuantileRule;
  /**
   * How the interval of the share below is made, whose limits become those of the quantile (Woodruff);
   * "density": linearized by the density at the quantile; "replicates": from the quantiles of the replicates.
   * Default "mean".
   */
  readonly interval?: ProportionMethod | "density" | "replicates";
}

const QUANTILE_INTERVALS: Choices<NonNullable<QuantileOptions["interval"]>> = {
  ...PROPORTION_METHODS,
  density: true,
  replicates: true,
};

function indicatorBelow(values: Float64Array, limit: number): Float64Array {
  return Float64Array.from(values, (value) => (value <= limit ? 1 : 0));
}

/** Woodruff (1952): an interval for the share at or below the quantile, read back through the rule. */
function woodruff(
  parts: DesignParts,
  rows: SelectedRows,
  g: number,
  x: Float64Array,
  distribution: WeightedDistribution,
  context: {
    readonly probabilities: readonly number[];
    readonly rule: QuantileRule;
    readonly method: ProportionMethod;
    readonly designDegrees: number;
    readonly degrees: number;
    readonly level: number;
    readonly designRows: number;
  },
): GroupQuantiles {
  const { probabilities, rule, method, designDegrees, degrees, level, designRows } = context;
  const values = Float64Array.from(probabilities, (p) =>
    quantileOfDistribution(distribution, p, rule),
  );
  const own = { group: ownGroup(rows, g), groups: 1 };
  const below = [...values].map((value) => indicatorBelow(x, value));
  const solution = solveFunctional(parts, own, meansFunctional(below));
  failOnLonely(solution);
  const { values: shares, covariance } = solution.groups[0]!;
  const t = criticalValue(level, degrees);
  const intervals = probabilities.map((_, j): Interval | null => {
    const input = {
      p: shares[j]!,
      variance: Math.max(0, covariance[j * probabilities.length + j]!),
      designDegrees,
      degrees,
      n: rows.n[g]!,
      designRows,
      level,
    };
    const share = shareInterval(method, input);
    if (share === null) return null;
    const limit = (p: number | null): number | null => {
      const value = quantileOfDistribution(distribution, p ?? Number.NaN, rule);
      return Number.isNaN(value) ? null : value;
    };
    const lower = limit(share.lower);
    const upper = limit(share.upper);
    if (lower === null && upper === null) return null;
    return { level, lower, upper, method: `woodruff-${share.method}` };
  });
  const errors = Float64Array.from(intervals, (interval) => {
    if (t === undefined || typeof interval?.lower !== "number") return Number.NaN;
    return interval.upper === null ? Number.NaN : (interval.upper - interval.lower) / (2 * t);
  });
  return { values, intervals, errors };
}

function ownGroup({ group }: SelectedRows, g: number): Int32Array | undefined {
  if (group === undefined) return undefined;
  return group.map((code) => (code === g ? 0 : -1));
}

/**
 * The interval of the share at or below a quantile. Where all are, its error is 0 and it is [1, 1] by "mean", as in
 * R; the other methods have none.
 */
function shareInterval(
  method: ProportionMethod,
  input: Parameters<typeof proportionInterval>[1],
): ReturnType<typeof proportionInterval> {
  const { p } = input;
  if (p > 0 && p < 1) return proportionInterval(method, input);
  return method === "mean" ? { level: input.level, lower: p, upper: p, method } : null;
}

/** Quantiles of a group in every replicate. */
function ofReplicates(
  parts: DesignParts,
  x: Float64Array,
  inside: (row: number) => boolean,
  probabilities: readonly number[],
  rule: QuantileRule,
): Float64Array[] {
  const set = parts.replicates!;
  const buffer = new Float64Array(x.length);
  return Array.from({ length: set.count }, (_, r) => {
    const distribution = weightedDistribution(x, set.fill(r, buffer), inside);
    return Float64Array.from(probabilities, (p) => quantileOfDistribution(distribution, p, rule));
  });
}

/**
 * Estimates quantiles of a column, with Woodruff's interval: that of the share of people at or below
 * the quantile, read back through the distribution.
 *
 * @param design - from {@link surveyDesign} or {@link replicateDesign}.
 * @param column - numbers.
 * @param probabilities - which quantiles, each from 0 to 1; 0.5 is the median.
 * @param options.rule - default "hf1"; see {@link QuantileRule}.
 * @param options.interval - default "mean".
 * @param options.covariance - of all quantiles, between groups too, for {@link contrast}: correlated as the shares
 *   of people below them are; NaN where a quantile has no error.
 * @returns one estimate per group and probability; its `category` is the probability. A limit that the
 *   sample does not reach has no interval.
 * @throws VitalError `survey/missing-values`, `survey/lonely-psu`, `survey/option`.
 *
 * Source: Woodruff (1952), JASA 47:635-646; Francisco and Fuller (1991), Annals of Statistics 19.
 *
 * @example
 * ```ts
 * import { quantile, surveyDesign } from "@vitalcore/survey";
 * const design = surveyDesign({ age: [15, 22, 31, 48, 70], w: [1, 2, 4, 2, 1] }, { weights: "w" });
 * quantile(design, "age", [0.25, 0.5]).estimates.map(({ value }) => value); // => [22, 31]
 * ```
 */
export function quantile<Row extends Columns>(
  design: SurveyDesign<Row>,
  column: ColumnName<Row>,
  probabilities: readonly number[] = [0.5],
  options: QuantileOptions<ColumnName<Row>> = {},
): EstimatesResult {
  checkOptions(options, { rule: QUANTILE_RULES, interval: QUANTILE_INTERVALS });
  const findings: Finding[] = probabilities
    .filter((p) => !(p >= 0 && p <= 1))
    .map((p) =>
      find("survey/option", {
        found: p,
        facts: { option: "a probability of a quantile", wanted: "a share from 0 to 1" },
      }),
    );
  const { parts } = design as SurveyDesign;
  const { rule = "hf1", interval: method = "mean", level = 0.95 } = options;
  if (method === "replicates" && parts.replicates === undefined) {
    const facts = {
      option: "`interval`",
      wanted: "another method: there are no replicate weights",
    };
    findings.push(find("survey/option", { found: method, facts }));
  }
  throwIfErrors(findings);
  const x = readNumbers(parts.table, column);
  const rows = selectRows(parts, [x], options);
  const degrees = groupDegrees(parts, rows);
  const designRows = new Float64Array(rows.groups);
  for (let row = 0; row < parts.table.length; row++) {
    const g = rows.group === undefined ? 0 : rows.group[row]!;
    if (g >= 0) designRows[g]! += 1;
  }
  if (parts.adjustments.length > 0) designRows.fill(parts.table.length);
  const width = probabilities.length;
  const ofGroup = (g: number): GroupQuantiles => {
    const inside = (row: number) => rows.group === undefined || rows.group[row] === g;
    const distribution = weightedDistribution(x.values, parts.weights, inside);
    if (method === "replicates" || method === "density") {
      const values = Float64Array.from(probabilities, (p) =>
        quantileOfDistribution(distribution, p, rule),
      );
      const replicates = ofReplicates(parts, x.values, inside, probabilities, rule);
      const { covariance } = replicateCovariance(parts, replicates, values);
      const errors = values.map((_, j) => Math.sqrt(covariance[j * width + j]!));
      return { values, errors, intervals: [], replicates };
    }
    if (distribution.values.length === 0) {
      const nothing = new Float64Array(width).fill(Number.NaN);
      return { values: nothing, errors: nothing, intervals: [] };
    }
    return woodruff(parts, rows, g, x.values, distribution, {
      probabilities,
      rule,
      method,
      designDegrees: degrees[g]!,
      degrees: chosenDegrees(options.df, degrees[g]!),
      level,
      designRows: designRows[g]!,
    });
  };
  const linearized = method === "density" && parts.replicates === undefined;
  const found = linearized
    ? densityQuantiles(parts, rows, x.values, probabilities, rule)
    : rows.labels.map((_, g) => ofGroup(g));
  const joint =
    options.covariance === true
      ? quantileCovariance(parts, rows, x.values, found, probabilities.length)
      : undefined;
  return buildEstimates({
    statistic: "quantile",
    parts,
    rows: { ...rows, domains: rows },
    solution: { groups: found.map(asSolved), joint, lonely: new Set() },
    names: probabilities.map((p) => ({ variable: column, category: p })),
    options,
    ...(method !== "replicates" &&
      method !== "density" && {
        intervalFirst: true,
        interval: ({ g, j }: { g: number; j: number }) => found[g]!.intervals[j] ?? null,
      }),
  });
}

/** Errors of each quantile; what lies between them is asked for with `covariance`. */
function asSolved({ values, errors }: GroupQuantiles): Solved {
  const width = values.length;
  const covariance = new Float64Array(width * width).fill(Number.NaN);
  for (let j = 0; j < width; j++) covariance[j * width + j] = errors[j]! ** 2;
  return { totals: new Float64Array(0), values, covariance, dropped: 0 };
}
