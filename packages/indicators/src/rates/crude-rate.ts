import { beta } from "@vitalcore/stats/distributions";
import { type Demand, positive, requireInputs, wholeCount } from "../input-checks.js";
import { type Limits, poissonLimits } from "./interval.js";

/** Events, and the people (or person-years) they happened to. */
export interface EventsAndPopulation {
  /** A whole number of events: deaths, victims, cases. */
  readonly events: number;
  /** People at mid-year, or person-years: positive. */
  readonly population: number;
}

/** Level of the intervals. */
export interface IntervalOptions {
  /** Confidence level between 0 and 1; 0.95 if left out. */
  readonly level?: number;
}

/** A rate per head with an interval; `observe` expresses it in the unit of a definition. */
export interface Rate {
  /** Events per head (and year). */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /** What the value is, for `observe`: a rate per head. */
  readonly scale: "proportion";
}

/** What is asked of a confidence level. */
export function levelDemand(level: number): Demand {
  const isMet = typeof level === "number" && level > 0 && level < 1;
  return { name: "the level", value: level, wanted: "a number between 0 and 1", isMet };
}

/** A rate from a value and its limits. */
export function rateOf(value: number, limits: Limits, level: number): Rate {
  return { value, lower: limits.lower, upper: limits.upper, level, scale: "proportion" };
}

/**
 * A crude rate with exact limits: events as a Poisson count, the population as known. The limits speak of
 * chance alone; deaths that were never counted are outside them.
 *
 * @param counts - events, and people or person-years.
 * @param options - `level`: 0.95 if left out.
 * @returns the rate per head; at 0 events the lower limit is 0.
 * @throws VitalError `indicators/invalid-input`.
 *
 * Source: Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28.
 *
 * @example
 * ```ts
 * import { observe } from "@vitalcore/domain";
 * import { homicideRate } from "@vitalcore/domain/indicators";
 * import { crudeRate } from "@vitalcore/indicators/rates";
 * const rate = crudeRate({ events: 12, population: 104_000 });
 * const observation = observe(homicideRate, rate, { area: "NAM", period: "2018" });
 * observation.value; // => 11.538462
 * observation.interval?.upper; // => 20.155370
 * ```
 */
export function crudeRate(counts: EventsAndPopulation, options: IntervalOptions = {}): Rate {
  const { events, population } = counts;
  const { level = 0.95 } = options;
  requireInputs([
    wholeCount("events", events),
    positive("population", population),
    levelDemand(level),
  ]);
  const { lower, upper } = poissonLimits(events, level);
  return rateOf(
    events / population,
    { lower: lower / population, upper: upper / population },
    level,
  );
}

/** The ratio of two rates with an interval. */
export interface RateRatio extends Limits {
  /** `null` where the second rate is 0. */
  readonly value: number | null;
  readonly level: number;
}

/**
 * The ratio of two rates with exact limits: given the events of both, those of the first are binomial.
 *
 * @param first - events and population.
 * @param second - of the group compared with.
 * @param options - `level`: 0.95 if left out.
 * @returns the ratio; its upper limit is Infinity where the second group has no events.
 * @throws VitalError `indicators/invalid-input`, also where neither has events.
 *
 * Source: Przyborowski and Wilenski (1940), Biometrika 31; limits of Clopper and Pearson (1934), Biometrika 26.
 *
 * @example
 * ```ts
 * import { rateRatio } from "@vitalcore/indicators/rates";
 * const men = { events: 30, population: 100_000 };
 * const women = { events: 10, population: 104_000 };
 * const ratio = rateRatio(men, women);
 * ratio.value; // => 3.12
 * [ratio.lower, ratio.upper]; // => [1.484505, 7.154474]
 * ```
 */
export function rateRatio(
  first: EventsAndPopulation,
  second: EventsAndPopulation,
  options: IntervalOptions = {},
): RateRatio {
  const { level = 0.95 } = options;
  requireInputs([
    wholeCount("events of the first", first.events),
    positive("population of the first", first.population),
    wholeCount("events of the second", second.events),
    positive("population of the second", second.population),
    levelDemand(level),
    {
      name: "the number of events of both",
      value: first.events + second.events,
      wanted: "one event at least",
      isMet: first.events + second.events !== 0,
    },
  ]);
  const [a, b] = [first.events, second.events];
  const tail = (1 - level) / 2;
  const scale = second.population / first.population;
  const odds = (p: number) => p / (1 - p);
  const lower = a === 0 ? 0 : odds(beta({ alpha: a, beta: b + 1 }).quantile(tail)) * scale;
  // From the other tail, so that the odds keep their digits where the share is near 1.
  const upper =
    b === 0
      ? Number.POSITIVE_INFINITY
      : scale / odds(beta({ alpha: b, beta: a + 1 }).quantile(tail));
  return { value: b === 0 ? null : (a / b) * scale, lower, upper, level };
}
