import { normalCdf } from "@vitalcore/stats/distributions";
import { between, positive, requireInputs } from "../input-checks.js";

/** Days of the last seven on which a household ate of each group. */
export interface FoodConsumption {
  readonly staples: number;
  readonly pulses: number;
  readonly vegetables: number;
  readonly fruit: number;
  readonly meatFishEggs: number;
  readonly dairy: number;
  readonly sugar: number;
  readonly oil: number;
}

const CONSUMPTION_WEIGHTS: Readonly<Record<keyof FoodConsumption, number>> = {
  staples: 2,
  pulses: 3,
  vegetables: 1,
  fruit: 1,
  meatFishEggs: 4,
  dairy: 4,
  sugar: 0.5,
  oil: 0.5,
};

/** Food consumption score of a household. */
export interface FoodConsumptionScore {
  /** 0 to 112. */
  readonly value: number;
  readonly group: "poor" | "borderline" | "acceptable";
}

/**
 * The Food Consumption Score of a household: days on which each food group was eaten, weighted by how nourishing it is.
 *
 * @param days - 0 to 7 for each group.
 * @param options - `thresholds`: scores up to which consumption is poor and borderline; 21 and 35 if left out, 28 and 42
 *   where oil and sugar are eaten nearly every day.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: World Food Programme (2008), Food consumption analysis: calculation and use of the food consumption score.
 *
 * @example
 * ```ts
 * import { foodConsumptionScore } from "@vitalcore/indicators/food";
 * const days = { staples: 7, pulses: 2, vegetables: 5, fruit: 1, meatFishEggs: 0, dairy: 0, sugar: 4, oil: 3 };
 * foodConsumptionScore(days); // => { value: 29.5, group: "borderline" }
 * ```
 */
export function foodConsumptionScore(
  days: FoodConsumption,
  options: { readonly thresholds?: readonly [poor: number, borderline: number] } = {},
): FoodConsumptionScore {
  const [poor, borderline] = options.thresholds ?? [21, 35];
  const groups = Object.keys(CONSUMPTION_WEIGHTS) as (keyof FoodConsumption)[];
  requireInputs([
    ...groups.map((group) => between(group, days[group], 0, 7, "a number of days from 0 to 7")),
    between("the threshold of poor", poor, 0, 112),
    between("the threshold of borderline", borderline, poor, 112),
  ]);
  const value = groups.reduce((sum, group) => sum + CONSUMPTION_WEIGHTS[group] * days[group], 0);
  const group = value <= poor ? "poor" : value <= borderline ? "borderline" : "acceptable";
  return { value, group };
}

/** Days of the last seven on which a household did each for want of food. */
export interface FoodCoping {
  readonly lessPreferred: number;
  readonly borrowed: number;
  readonly smallerPortions: number;
  readonly adultsRestricted: number;
  readonly fewerMeals: number;
}

const COPING_WEIGHTS: Readonly<Record<keyof FoodCoping, number>> = {
  lessPreferred: 1,
  borrowed: 2,
  smallerPortions: 1,
  adultsRestricted: 3,
  fewerMeals: 1,
};

/**
 * The reduced Coping Strategies Index of a household: days on which it did what people do when food is short, weighted by how severe it
 * is; 0 to 56.
 *
 * @param days - 0 to 7 for each strategy.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: Maxwell and Caldwell (2008), The Coping Strategies Index: field methods manual, second edition.
 *
 * @example
 * ```ts
 * import { copingStrategiesIndex } from "@vitalcore/indicators/food";
 * const days = { lessPreferred: 4, borrowed: 1, smallerPortions: 2, adultsRestricted: 1, fewerMeals: 0 };
 * copingStrategiesIndex(days); // => 11
 * ```
 */
export function copingStrategiesIndex(days: FoodCoping): number {
  const strategies = Object.keys(COPING_WEIGHTS) as (keyof FoodCoping)[];
  requireInputs(
    strategies.map((strategy) =>
      between(strategy, days[strategy], 0, 7, "a number of days from 0 to 7"),
    ),
  );
  return strategies.reduce((sum, strategy) => sum + COPING_WEIGHTS[strategy] * days[strategy], 0);
}

/** What the prevalence of undernourishment is modelled from. */
export interface DietaryEnergy {
  /** Mean dietary energy consumed, kilocalories per person and day (supply less losses at retail). */
  readonly consumption: number;
  /** Minimum dietary energy requirement of the average person, kilocalories per day. */
  readonly requirement: number;
  /** Coefficient of variation of habitual consumption, as a proportion. */
  readonly variation: number;
}

/** Prevalence of undernourishment, as `observe` takes it. */
export interface Undernourishment {
  readonly value: number;
  readonly scale: "proportion";
  /** Below 2.5 %, which FAO publishes as "<2.5". */
  readonly isCensored: boolean;
}

/**
 * Prevalence of undernourishment: the share of people whose habitual energy consumption, taken as lognormal, is
 * below the requirement. A model of a population's average person, not a count.
 *
 * @param energy - kilocalories and a coefficient of variation.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: FAO, The State of Food Security and Nutrition in the World, annex 1; Naiken (2002); lognormal as in FAO
 * (1996). FAO has used a skew-normal since 2014 where data allow.
 *
 * @example
 * ```ts
 * import { prevalenceOfUndernourishment } from "@vitalcore/indicators/food";
 * const energy = { consumption: 2400, requirement: 1800, variation: 0.28 };
 * prevalenceOfUndernourishment(energy).value; // => 0.181473
 * ```
 */
export function prevalenceOfUndernourishment(energy: DietaryEnergy): Undernourishment {
  const { consumption, requirement, variation } = energy;
  requireInputs([
    between("consumption", consumption, 500, 6000, "kilocalories per person and day"),
    between("requirement", requirement, 500, 6000, "kilocalories per person and day"),
    positive("variation", variation, "a coefficient of variation between 0 and 1"),
    between("variation", variation, 0, 1, "a coefficient of variation between 0 and 1"),
  ]);
  const variance = Math.log1p(variation * variation);
  const mean = Math.log(consumption) - variance / 2;
  const value = normalCdf((Math.log(requirement) - mean) / Math.sqrt(variance));
  return { value, scale: "proportion", isCensored: value < 0.025 };
}
