import type { Finding } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { DesignParts, GroupLabels } from "../design/survey-design.js";
import { groupTotals } from "./group-totals.js";
import type { DesignEffectKind } from "./options.js";
import { nameOf, type SelectedRows } from "./select-rows.js";

/** What a simple random sample of the same size would give, by group. */
export interface SimpleVariance {
  /** Estimated population variance s^2 (divisor n' - 1 in the sample sense) of each variable and group. */
  readonly spread: (g: number, j: number) => number;
  readonly people: Float64Array;
  /** Rows with a positive weight (of all rows, for replicate designs as R has it). */
  readonly size: Float64Array;
}

/** Weighted variances around the mean of each group, times n'/(n' - 1). */
export function simpleVariance(
  parts: DesignParts,
  rows: SelectedRows,
  terms: readonly Float64Array[],
): SimpleVariance {
  const { weights } = parts;
  const totals = groupTotals(weights, rows, terms);
  const people = Float64Array.from(totals, (sums) => sums[0]!);
  const squares = terms.map((x, j) => {
    const means = Float64Array.from(totals, (sums) => sums[j + 1]! / sums[0]!);
    return rows.group === undefined
      ? Float64Array.of(squaresAround(weights, x, means[0]!))
      : squaresAroundGroups(weights, x, rows.group, means);
  });
  const size = rows.n;
  return {
    people,
    size,
    spread: (g, j) => ((squares[j]![g]! / people[g]!) * size[g]!) / (size[g]! - 1),
  };
}

function squaresAround(weights: Float64Array, x: Float64Array, mean: number): number {
  let sum = 0;
  for (let row = 0; row < weights.length; row++) {
    const d = x[row]! - mean;
    sum += weights[row]! * d * d;
  }
  return sum;
}

function squaresAroundGroups(
  weights: Float64Array,
  x: Float64Array,
  group: Int32Array,
  means: Float64Array,
): Float64Array {
  const squares = new Float64Array(means.length);
  for (let row = 0; row < weights.length; row++) {
    const g = group[row]!;
    if (g < 0) continue;
    const d = x[row]! - means[g]!;
    squares[g]! += weights[row]! * d * d;
  }
  return squares;
}

/** How design effects are asked for. */
export interface EffectOptions {
  readonly kind: DesignEffectKind;
  readonly of: "mean" | "total";
  readonly variance: (g: number, j: number) => number;
  readonly names: readonly string[];
  readonly findings: Finding[];
}

/**
 * Design effects of means: variance over `s^2/n` ("with-replacement") or over `s^2 (N - n)/(N n)`
 * ("without-replacement"); for totals both times N^2. Source: Kish (1965), section 8.2; the conventions
 * are those of R's survey.
 */
export function designEffects(
  parts: DesignParts,
  rows: SelectedRows,
  terms: readonly Float64Array[],
  options: EffectOptions,
): ((g: number, j: number) => number | null) | undefined {
  if (options.kind === "none") return undefined;
  return effectsOver(simpleVariance(parts, rows, terms), rows.labels, options);
}

/** The same where the variances of the population are known already. */
export function effectsOver(
  { spread, people, size }: SimpleVariance,
  labels: readonly GroupLabels[],
  { kind, of, variance, names, findings }: EffectOptions,
): (g: number, j: number) => number | null {
  const reported = new Set<string>();
  const undefinedEffect = (g: number, j: number, reason: string) => {
    const what = `${names[j]} (${nameOf(labels[g]!)})`;
    if (!reported.has(what)) {
      findings.push(find("survey/undefined-design-effect", { facts: { what, reason } }));
    }
    reported.add(what);
    return null;
  };
  return (g, j) => {
    const n = size[g]!;
    const N = people[g]!;
    let simple = spread(g, j) / n;
    if (kind === "without-replacement") {
      if (N <= n) {
        return undefinedEffect(
          g,
          j,
          `the weights sum to ${N}, not above the ${n} rows, so that they do not say how large the population is`,
        );
      }
      simple *= (N - n) / N;
    }
    if (of === "total") simple *= N * N;
    if (!(simple > 0)) return undefinedEffect(g, j, "all values are alike");
    return variance(g, j) / simple;
  };
}

/**
 * Design effects of statistics by their influence values: the variance over that of the total of these
 * values in a simple random sample of the same size. Source: Deville (1999), Survey Methodology 25; the
 * conventions are those of R's convey.
 */
export function influenceEffects(
  parts: DesignParts,
  rows: SelectedRows,
  options: {
    readonly kind: DesignEffectKind;
    readonly variance: (g: number, j: number) => number;
    readonly names: readonly string[];
    /** Influence values of a group, not multiplied by weights. */
    readonly influence: (g: number) => readonly Float64Array[];
    /** Rows outside the group have an influence too, so that the comparison is with a sample of all. */
    readonly reachesBeyond: boolean;
    readonly findings: Finding[];
  },
): ((g: number, j: number) => number | null) | undefined {
  const { kind, variance, influence, reachesBeyond } = options;
  if (kind === "none") return undefined;
  const effects = rows.labels.map((label, g) => {
    const { group } = rows;
    const n = reachesBeyond
      ? parts.weights.reduce((count, weight) => count + +(weight !== 0), 0)
      : rows.n[g]!;
    const own =
      reachesBeyond || group === undefined ? undefined : group.map((code) => (code === g ? 0 : -1));
    const single = { ...rows, group: own, groups: 1, labels: [label], n: Float64Array.of(n) };
    return designEffects(parts, single, influence(g), {
      ...options,
      of: "total",
      variance: (_, j) => variance(g, j),
    })!;
  });
  return (g, j) => effects[g]!(0, j);
}
