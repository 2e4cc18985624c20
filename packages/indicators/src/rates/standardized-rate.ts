import { type Finding, throwIfErrors } from "@vitalcore/core";
import { gamma, normalQuantile } from "@vitalcore/stats/distributions";
import { find as findInput } from "../catalog.js";
import { type Demand, notNegative, oneOf, positive, unmet, wholeCount } from "../input-checks.js";
import { type IntervalOptions, levelDemand, type Rate, rateOf } from "./crude-rate.js";
import { type Limits, poissonLimits } from "./interval.js";

/** Events and people by age group, in the same order as the weights of the standard. */
export interface AgeSpecificCounts {
  readonly events: readonly number[];
  readonly population: readonly number[];
}

/**
 * Limits of a standardized rate: `gamma` (Fay and Feuer 1997: never too narrow, the usual choice), `gamma-modified`
 * (Tiwari, Clegg and Zou 2006: narrower), `dobson` (1991) or `normal`.
 */
export type StandardizedInterval = "gamma" | "gamma-modified" | "dobson" | "normal";

const INTERVALS = ["gamma", "gamma-modified", "dobson", "normal"] as const;

/** Options of {@link standardizedRate}. */
export interface StandardizedRateOptions extends IntervalOptions {
  /** `gamma` if left out. */
  readonly interval?: StandardizedInterval;
}

/**
 * A directly age-standardized rate: the rate that the standard population would have with the age-specific
 * rates observed.
 *
 * @param counts - events and people (or person-years) by age group.
 * @param weights - of a standard population, for the same age groups: see `standardWeights`.
 * @param options - `level` (0.95) and `interval` (`gamma`).
 * @returns the rate per head with limits.
 * @throws VitalError `indicators/invalid-input`, `indicators/unequal-lengths`.
 *
 * Source: Fay and Feuer (1997), Confidence intervals for directly standardized rates, Statistics in Medicine 16;
 * Tiwari, Clegg and Zou (2006), Statistical Methods in Medical Research 15; Dobson, Kuulasmaa, Eberle and
 * Scherer (1991), Statistics in Medicine 10.
 *
 * @example
 * ```ts
 * import { standardizedRate } from "@vitalcore/indicators/rates";
 * const counts = { events: [2, 10, 40], population: [40_000, 50_000, 10_000] };
 * const rate = standardizedRate(counts, [31_000, 62_000, 7000]);
 * rate.value * 100_000; // => 41.95
 * ```
 */
export function standardizedRate(
  counts: AgeSpecificCounts,
  weights: readonly number[],
  options: StandardizedRateOptions = {},
): Rate {
  const { events, population } = counts;
  const { level = 0.95, interval = "gamma" } = options;
  throwIfErrors([
    ...lengthsOf({ events, population, weights }),
    ...unmet([
      ...ageDemands(counts),
      ...weights.map((weight, i) => notNegative(`the weight of age group ${i + 1}`, weight)),
      positive(
        "the sum of the weights",
        weights.reduce((sum, weight) => sum + weight, 0),
      ),
      oneOf("the interval", interval, INTERVALS),
      levelDemand(level),
    ]),
  ]);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const perEvent = weights.map((weight, i) => weight / whole / (population[i] as number));
  const sumOver = (term: (w: number, d: number) => number) =>
    perEvent.reduce((sum, w, i) => sum + term(w, events[i] as number), 0);
  const value = sumOver((w, d) => w * d);
  const variance = sumOver((w, d) => w * w * d);
  const total = events.reduce((sum, d) => sum + d, 0);
  const limits = limitsOf(interval, { value, variance, perEvent, total }, level);
  return rateOf(value, limits, level);
}

interface StandardizedSums {
  readonly value: number;
  readonly variance: number;
  /** What one more event in an age group adds to the rate. */
  readonly perEvent: readonly number[];
  readonly total: number;
}

function limitsOf(interval: StandardizedInterval, sums: StandardizedSums, level: number): Limits {
  const { value, variance, perEvent, total } = sums;
  const tail = (1 - level) / 2;
  if (interval === "normal") {
    const half = -normalQuantile(tail) * Math.sqrt(variance);
    return { lower: Math.max(0, value - half), upper: value + half };
  }
  if (interval === "dobson" && total > 0) {
    const { lower, upper } = poissonLimits(total, level);
    const scale = Math.sqrt(variance / total);
    return {
      lower: Math.max(0, value + scale * (lower - total)),
      upper: value + scale * (upper - total),
    };
  }
  const [more, moreVariance] =
    interval === "gamma-modified"
      ? [meanOf(perEvent), meanOf(perEvent.map((w) => w * w))]
      : [Math.max(...perEvent), Math.max(...perEvent) ** 2];
  return {
    lower: value === 0 ? 0 : gammaOf(value, variance).quantile(tail),
    upper: gammaOf(value + more, variance + moreVariance).upperQuantile(tail),
  };
}

const gammaOf = (mean: number, variance: number) =>
  gamma({ shape: mean ** 2 / variance, scale: variance / mean });

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** An indirectly standardized ratio: events over those expected. */
export interface StandardizedRatio extends Limits {
  readonly value: number;
  readonly level: number;
  /** Events that the reference rates would give. */
  readonly expected: number;
}

/**
 * The standardized mortality (or morbidity) ratio: events over those that the age-specific rates of a reference would
 * give, with exact limits. Ratios of two populations are not comparable with each other where their age structures
 * differ.
 *
 * @param events - of all ages together, a whole number.
 * @param population - people by age group.
 * @param referenceRates - rates per head of the reference, by age group.
 * @param options - `level`: 0.95 if left out.
 * @throws VitalError `indicators/invalid-input`, `indicators/unequal-lengths`.
 *
 * Source: Breslow and Day (1987), Statistical Methods in Cancer Research II, section 2.3.
 *
 * @example
 * ```ts
 * import { standardizedRatio } from "@vitalcore/indicators/rates";
 * const ratio = standardizedRatio(52, [40_000, 50_000, 10_000], [0.0001, 0.0002, 0.003]);
 * ratio.expected; // => 44
 * ratio.value; // => 1.181818
 * ```
 */
export function standardizedRatio(
  events: number,
  population: readonly number[],
  referenceRates: readonly number[],
  options: IntervalOptions = {},
): StandardizedRatio {
  const { level = 0.95 } = options;
  throwIfErrors([
    ...lengthsOf({ population, referenceRates }),
    ...unmet([
      wholeCount("events", events),
      ...population.map((people, i) => notNegative(`population of age group ${i + 1}`, people)),
      ...referenceRates.map((rate, i) => notNegative(`reference rate of age group ${i + 1}`, rate)),
      levelDemand(level),
    ]),
  ]);
  const expected = population.reduce((sum, n, i) => sum + n * (referenceRates[i] as number), 0);
  throwIfErrors(unmet([positive("the number of events expected", expected)]));
  const { lower, upper } = poissonLimits(events, level);
  return {
    value: events / expected,
    lower: lower / expected,
    upper: upper / expected,
    level,
    expected,
  };
}

/**
 * The probability of dying within a span of ages, from mortality rates of five-year groups: 1 - Π(1 - q), with
 * q = 5m / (1 + 2.5m). With the groups from 30 to 69 this is the premature mortality of SDG indicator 3.4.1.
 *
 * @param rates - deaths per head and year in each five-year age group, in order, without gaps.
 * @returns a proportion.
 * @throws VitalError `indicators/not-a-proportion`, `indicators/invalid-input`.
 *
 * Source: WHO, metadata of SDG indicator 3.4.1; Chiang (1968), Introduction to Stochastic Processes in
 * Biostatistics.
 *
 * @example
 * ```ts
 * import { probabilityOfDying } from "@vitalcore/indicators/rates";
 * probabilityOfDying([0.001, 0.0015, 0.002, 0.003, 0.005, 0.008, 0.012, 0.018]); // => 0.223211
 * ```
 */
export function probabilityOfDying(rates: readonly number[]): number {
  throwIfErrors(
    unmet([
      ...rates.map((rate, i) => notNegative(`the rate of age group ${i + 1}`, rate)),
      ...rates.map((rate, i) => ({
        name: `the rate of age group ${i + 1}`,
        value: rate,
        wanted: "a rate per head below 0.4 (above it nobody would survive five years)",
        isMet: !(rate >= 0.4),
      })),
      positive("the number of age groups", rates.length),
    ]),
  );
  return -Math.expm1(rates.reduce((sum, m) => sum + Math.log1p((-5 * m) / (1 + 2.5 * m)), 0));
}

function ageDemands({ events, population }: AgeSpecificCounts): Demand[] {
  return [
    ...events.map((count, i) => wholeCount(`events of age group ${i + 1}`, count)),
    ...population.map((people, i) => positive(`population of age group ${i + 1}`, people)),
  ];
}

function lengthsOf(lists: Readonly<Record<string, readonly number[]>>): Finding[] {
  const [[other, first] = ["", []], ...rest] = Object.entries(lists);
  const { length } = first;
  return rest
    .filter(([, list]) => list.length !== length)
    .map(([name, list]) =>
      findInput("indicators/unequal-lengths", {
        found: list.length,
        facts: { name, length, other },
      }),
    );
}
