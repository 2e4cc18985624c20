import { VitalError } from "@vitalcore/core";
import { sum, weightedMean, weightedQuantile } from "@vitalcore/stats";
import type { PoorRule } from "@vitalcore/stats/inequality";
import { positive, requireInputs } from "../input-checks.js";
import { find } from "./catalog.js";
import { incomePoverty } from "./income-poverty.js";

/** The same people at two times. */
export interface PovertyPanel {
  /** Incomes at the first time; NaN where not observed. */
  readonly before: ArrayLike<number>;
  /** Incomes of the same people, in the same order, at the second time. */
  readonly after: ArrayLike<number>;
  /** Poverty lines at the two times. */
  readonly lines: { readonly before: number; readonly after: number };
  /** Longitudinal weights; equal if left out. */
  readonly weights?: ArrayLike<number>;
  /** Who is poor: `at-or-below` the line if left out. */
  readonly poor?: PoorRule;
}

/** Who fell into poverty and who left it. */
export interface PovertyTransitions {
  /** Downside risk: share of those not poor at first who are poor later; `null` if all were poor. */
  readonly entryRate: number | null;
  /** Share of the poor who are not poor later; `null` if nobody was poor. */
  readonly exitRate: number | null;
  /** Shares of all. */
  readonly alwaysPoor: number;
  readonly neverPoor: number;
  readonly entered: number;
  readonly left: number;
  /** People not poor at first, and poor at first: what the rates rest on. */
  readonly n: { readonly notPoor: number; readonly poor: number };
}

/**
 * Entries into poverty and exits from it between two times, in a panel. Cross-sections hide them: the headcount may
 * stand still while many fall and as many rise. Errors of measurement look like transitions.
 *
 * @param panel - incomes of the same people at two times, lines, weights.
 * @throws VitalError `indicators/not-in-panel`, `indicators/invalid-input`.
 *
 * Source: Commission on Human Security (2003), Human Security Now, chapter 5, on downside risks; Bane and Ellwood
 * (1986), Slipping into and out of poverty, Journal of Human Resources 21.
 *
 * @example
 * ```ts
 * import { povertyTransitions } from "@vitalcore/indicators/poverty";
 * const { entryRate, exitRate } = povertyTransitions({
 *   before: [1, 2, 5, 6, 7],
 *   after: [1, 6, 2, 6, 8],
 *   lines: { before: 4, after: 4 },
 * });
 * entryRate; // => 0.333333
 * exitRate; // => 0.5
 * ```
 */
export function povertyTransitions(panel: PovertyPanel): PovertyTransitions {
  const { before, after, lines, poor = "at-or-below" } = panel;
  const weights = Array.from(before, (_, i) => panel.weights?.[i] ?? 1);
  requireInputs([
    positive("the line before", lines.before),
    positive("the line after", lines.after),
    {
      name: "the number of incomes after",
      value: after.length,
      wanted: `as many as before (${before.length})`,
      isMet: after.length === before.length,
    },
    {
      name: "a weight",
      value: weights.find((weight) => !(weight >= 0)) ?? null,
      wanted: "a number, zero or positive",
      isMet: weights.every((weight) => weight >= 0),
    },
    positive("the sum of the weights", sum(weights)),
  ]);
  requireObserved(before, after);
  const isPoor = (income: number, line: number) =>
    income < line || (income === line && poor === "at-or-below");
  const share = { alwaysPoor: 0, neverPoor: 0, entered: 0, left: 0 };
  const n = { notPoor: 0, poor: 0 };
  const population = sum(weights);
  weights.forEach((weight, i) => {
    const first = isPoor(before[i] as number, lines.before);
    const second = isPoor(after[i] as number, lines.after);
    if (weight > 0) n[first ? "poor" : "notPoor"]++;
    const state = first ? (second ? "alwaysPoor" : "left") : second ? "entered" : "neverPoor";
    share[state] += weight / population;
  });
  const rate = (moved: number, stayed: number) =>
    moved + stayed === 0 ? null : moved / (moved + stayed);
  return {
    entryRate: rate(share.entered, share.neverPoor),
    exitRate: rate(share.left, share.alwaysPoor),
    ...share,
    n,
  };
}

function requireObserved(before: ArrayLike<number>, after: ArrayLike<number>): void {
  const absent = Array.from(before, (income, i) =>
    Number.isFinite(income) && Number.isFinite(after[i] as number) ? -1 : i,
  ).filter((i) => i >= 0);
  if (absent.length === 0) return;
  const facts = {
    count: absent.length,
    length: before.length,
    position: (absent[0] as number) + 1,
  };
  throw new VitalError([find("indicators/not-in-panel", { facts })]);
}

/** Incomes with their weights at one time. */
export interface IncomeDistribution {
  readonly incomes: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
}

/** Growth of incomes at a point of the distribution. */
export interface GrowthIncidence {
  /** Share of the population below. */
  readonly percentile: number;
  /** Growth between the two times, as a proportion; `null` where the first income is 0 or negative. */
  readonly growth: number | null;
}

/**
 * The growth incidence curve: by how much the income at each percentile grew. The people at a percentile are not the same
 * at both times.
 *
 * @param from - incomes at the first time, at one price base with the second.
 * @param to - incomes at the second time.
 * @param percentiles - shares from 0 to 1; 0.05, 0.10 ... 0.95 if left out.
 * @throws VitalError `stats/invalid-probability`, `stats/missing-value` and others of `statsCatalog`.
 *
 * Source: Ravallion and Chen (2003), Measuring pro-poor growth, Economics Letters 78.
 *
 * @example
 * ```ts
 * import { growthIncidenceCurve } from "@vitalcore/indicators/poverty";
 * const curve = growthIncidenceCurve({ incomes: [1, 2, 3, 4] }, { incomes: [2, 3, 4, 5] }, [0.25, 0.75]);
 * curve.map(({ growth }) => growth); // => [1, 0.333333]
 * ```
 */
export function growthIncidenceCurve(
  from: IncomeDistribution,
  to: IncomeDistribution,
  percentiles: readonly number[] = Array.from({ length: 19 }, (_, i) => (i + 1) / 20),
): GrowthIncidence[] {
  const at = ({ incomes, weights }: IncomeDistribution, p: number) =>
    weightedQuantile(
      incomes,
      weights ?? new Float64Array(incomes.length).fill(1),
      p,
      "inverse-cdf",
    );
  return percentiles.map((percentile) => {
    const [first, second] = [at(from, percentile), at(to, percentile)];
    return { percentile, growth: first > 0 ? second / first - 1 : null };
  });
}

/** Change of poverty through growth of the mean and through redistribution; the two add up. */
export interface GrowthAndRedistribution {
  readonly change: number;
  readonly growth: number;
  readonly redistribution: number;
}

/**
 * Decomposes a change of poverty into growth (the mean changes, the Lorenz curve stays) and redistribution (the Lorenz curve
 * changes, the mean stays); what both do together is shared equally (Shapley).
 *
 * @param from - incomes at the first time.
 * @param to - incomes at the second time, at the same price base.
 * @param line - the poverty line, the same at both times.
 * @param measure - which measure; the headcount if left out.
 * @throws VitalError as `incomePoverty`, and `indicators/invalid-input` where a mean is not positive.
 *
 * Source: Datt and Ravallion (1992), Journal of Development Economics 38; Shorrocks (2013), Journal of Economic
 * Inequality 11.
 *
 * @example
 * ```ts
 * import { growthAndRedistribution } from "@vitalcore/indicators/poverty";
 * const parts = growthAndRedistribution({ incomes: [1, 3, 8] }, { incomes: [2, 6, 16] }, 4);
 * parts.growth; // => -0.333333
 * parts.redistribution; // => 0
 * ```
 */
export function growthAndRedistribution(
  from: IncomeDistribution,
  to: IncomeDistribution,
  line: number,
  measure: "headcount" | "gap" | "squaredGap" = "headcount",
): GrowthAndRedistribution {
  const [first, second] = [meanOf(from), meanOf(to)];
  requireInputs([positive("the mean before", first), positive("the mean after", second)]);
  const poverty = ({ incomes, weights }: IncomeDistribution, scale: number) =>
    incomePoverty(
      Array.from(incomes, (income) => income * scale),
      line,
      weights === undefined ? {} : { weights },
    )[measure];
  const start = poverty(from, 1);
  const end = poverty(to, 1);
  const grown = poverty(from, second / first);
  const redistributed = poverty(to, first / second);
  return {
    change: end - start,
    growth: (grown - start + end - redistributed) / 2,
    redistribution: (redistributed - start + end - grown) / 2,
  };
}

function meanOf({ incomes, weights }: IncomeDistribution): number {
  return weightedMean(incomes, weights ?? new Float64Array(incomes.length).fill(1));
}
