import { VitalError } from "@vitalcore/core";
import { kendall, spearman } from "@vitalcore/stats";
import { find } from "./catalog.js";
import type { CutoffMeasures } from "./measures.js";

/** Which measure is compared. */
export type ComparedMeasure = "headcount" | "adjustedHeadcount";

/** Whether one population is poorer than another whatever the cutoff. */
export type Dominance = "first poorer" | "second poorer" | "equal" | "depends on the cutoff";

/** What can be compared: a result of {@link multidimensionalPoverty}. */
export interface WithCutoffs {
  readonly cutoffs: readonly CutoffMeasures[];
}

/**
 * Whether one population is poorer than another at every cutoff in a range: a verdict that no choice of
 * cutoff can turn round.
 *
 * @param first - a result of `multidimensionalPoverty`.
 * @param second - one with the same weights.
 * @param options - `measure` (the adjusted headcount if left out); `from` and `to`: the range of cutoffs as
 *   weighted shares of deprivations, both included (all if left out).
 * @throws VitalError `indicators/incomparable-poverty` where the cutoffs are not the same.
 *
 * Source: Alkire, Foster, Seth, Santos, Roche and Ballon (2015), Multidimensional Poverty Measurement and
 * Analysis, section 8.1.
 *
 * @example
 * ```ts
 * import { equalWeights, multidimensionalPoverty, povertyDominance } from "@vitalcore/indicators/multidimensional-poverty";
 * const of = { id: "two", name: "Two", dimensions: equalWeights({ a: ["x"], b: ["y"] }), cutoff: [1, 2] } as const;
 * const few = multidimensionalPoverty({ x: [1, 0, 0], y: [1, 0, 0] }, of);
 * const many = multidimensionalPoverty({ x: [1, 1, 0], y: [0, 0, 0] }, of);
 * povertyDominance(few, many, { measure: "headcount" }); // => "depends on the cutoff"
 * povertyDominance(few, many, { measure: "headcount", from: 0.75 }); // => "first poorer"
 * ```
 */
export function povertyDominance(
  first: WithCutoffs,
  second: WithCutoffs,
  options: {
    readonly measure?: ComparedMeasure;
    readonly from?: number;
    readonly to?: number;
  } = {},
): Dominance {
  const { measure = "adjustedHeadcount", from = 0, to = 1 } = options;
  const inRange = ({ cutoffs }: WithCutoffs) =>
    cutoffs.filter(({ cutoff }) => cutoff >= from && cutoff <= to);
  const [ours, theirs] = [inRange(first), inRange(second)];
  if (ours.length === 0 || JSON.stringify(cutoffsOf(ours)) !== JSON.stringify(cutoffsOf(theirs))) {
    const reason = "they have no cutoffs in common, or not the same ones";
    throw new VitalError([find("indicators/incomparable-poverty", { facts: { reason } })]);
  }
  const differences = ours.map((each, i) => each[measure] - (theirs[i]?.[measure] ?? 0));
  const isAbove = differences.some((difference) => difference > ROUNDING);
  const isBelow = differences.some((difference) => difference < -ROUNDING);
  if (isAbove && isBelow) return "depends on the cutoff";
  if (isAbove) return "first poorer";
  return isBelow ? "second poorer" : "equal";
}

/** Proportions that differ by less are the same. */
const ROUNDING = 1e-12;

const cutoffsOf = (measures: readonly CutoffMeasures[]) => measures.map(({ cutoff }) => cutoff);

/** How far the ranking of groups survives another choice. */
export interface RankAgreement {
  /** Spearman's correlation of the values; `null` where one of the two does not vary. */
  readonly spearman: number | null;
  /** Kendall's tau-b. */
  readonly kendall: number | null;
  /** Share of the pairs of groups that are in the same order under both (ties count as another order). */
  readonly robustPairs: number;
}

/**
 * How far a ranking survives another cutoff, other weights or another set of indicators: rank correlations and
 * the share of pairwise comparisons that stay.
 *
 * @param baseline - a value for each group, for example the adjusted headcounts.
 * @param alternative - values of the same groups, in the same order, under the other choice.
 * @throws VitalError `stats/unequal-lengths`, `stats/missing-value`, `stats/too-few-values`.
 *
 * Source: Alkire and Santos (2014), Measuring acute poverty in the developing world, World Development 59,
 * section 5.
 *
 * @example
 * ```ts
 * import { rankAgreement } from "@vitalcore/indicators/multidimensional-poverty";
 * const { kendall, robustPairs } = rankAgreement([0.1, 0.2, 0.3, 0.4], [0.1, 0.3, 0.2, 0.4]);
 * kendall; // => 0.666667
 * robustPairs; // => 0.833333
 * ```
 */
export function rankAgreement(
  baseline: readonly number[],
  alternative: readonly number[],
): RankAgreement {
  const varies = [baseline, alternative].every((values) => new Set(values).size > 1);
  const pairs = baseline.flatMap((a, i) =>
    baseline.slice(i + 1).map((b, k) => {
      const other = (alternative[i] as number) - (alternative[i + 1 + k] as number);
      return Math.sign(a - b) === Math.sign(other) && a !== b;
    }),
  );
  return {
    spearman: varies ? spearman(baseline, alternative) : null,
    kendall: varies ? kendall(baseline, alternative) : null,
    robustPairs: pairs.length === 0 ? 1 : pairs.filter(Boolean).length / pairs.length,
  };
}
