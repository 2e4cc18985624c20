import { sum } from "@vitalcore/stats";
import { notNegative, positive, requireInputs } from "../input-checks.js";

/** Spending of households, in one currency and period. */
export interface HouseholdSpending {
  /** Paid out of pocket for health, by household. */
  readonly health: ArrayLike<number>;
  /** All consumption (or income), health included. */
  readonly total: ArrayLike<number>;
  /** Weights of persons: survey weight times household size; equal if left out. */
  readonly weights?: ArrayLike<number>;
}

/** People in households whose health spending is large. */
export interface CatastrophicSpending {
  /** Share of people over the threshold, for `catastrophicHealthSpending`. */
  readonly value: number;
  readonly scale: "proportion";
  /** By how much the budget share of those over the threshold exceeds it, mean over all people. */
  readonly overshoot: number;
  /** Mean over those over the threshold; `null` where nobody is. */
  readonly meanOvershoot: number | null;
  readonly n: number;
}

/**
 * Catastrophic health spending: people in households that spend more than a part of their budget on health out of pocket, and by
 * how much.
 *
 * @param spending - of households, none missing.
 * @param threshold - part of the budget, a proportion: 0.1 or 0.25.
 * @throws VitalError `indicators/invalid-input`, also where a household spends more on health than in all, or nothing at all.
 *
 * Source: Wagstaff and van Doorslaer (2003), Catastrophe and impoverishment in paying for health care, Health Economics 12;
 * metadata of SDG indicator 3.8.2 (budget share, as before its revision of 2025).
 *
 * @example
 * ```ts
 * import { catastrophicSpending } from "@vitalcore/indicators/health";
 * const households = { health: [5, 30, 0, 12], total: [100, 100, 80, 100] };
 * const { value, overshoot } = catastrophicSpending(households, 0.1);
 * value; // => 0.5
 * overshoot; // => 0.055
 * ```
 */
export function catastrophicSpending(
  spending: HouseholdSpending,
  threshold: number,
): CatastrophicSpending {
  const { health, total } = spending;
  const weights = Array.from(total, (_, i) => spending.weights?.[i] ?? 1);
  const isProper = threshold > 0 && threshold < 1;
  requireInputs([
    {
      name: "the threshold",
      value: threshold,
      wanted: "a proportion between 0 and 1",
      isMet: isProper,
    },
    {
      name: "the number of amounts for health",
      value: health.length,
      wanted: `one for each of the ${total.length} households`,
      isMet: health.length === total.length,
    },
    {
      name: "the number of weights",
      value: spending.weights?.length ?? total.length,
      wanted: `one for each of the ${total.length} households`,
      isMet: (spending.weights?.length ?? total.length) === total.length,
    },
    ...Array.from(total, (whole, i) => positive(`the total of household ${i + 1}`, whole)),
    ...Array.from(health, (part, i) => ({
      name: `the health spending of household ${i + 1}`,
      value: part,
      wanted: `an amount from 0 to the total of ${total[i]}`,
      isMet: part >= 0 && part <= (total[i] as number),
    })),
    ...weights.map((weight, i) => notNegative(`weight ${i + 1}`, weight)),
  ]);
  const population = sum(weights);
  requireInputs([positive("the sum of the weights", population)]);
  const over = weights.map((_, i) => (health[i] as number) / (total[i] as number) - threshold);
  const people = sum(weights.map((weight, i) => ((over[i] as number) > ROUNDING ? weight : 0)));
  const overshoot =
    sum(weights.map((weight, i) => weight * Math.max(0, over[i] as number))) / population;
  return {
    value: people / population,
    scale: "proportion",
    overshoot,
    meanOvershoot: people === 0 ? null : (overshoot * population) / people,
    n: total.length,
  };
}

/** Shares that differ by less are the same: who is at the threshold is not over it. */
const ROUNDING = 1e-12;
