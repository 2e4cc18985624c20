// Rates and their ratios

export type { Calculated } from "../derive.js";
export { ratesCatalog } from "./catalog.js";
export type { EventsAndPopulation, IntervalOptions, Rate, RateRatio } from "./crude-rate.js";
export { crudeRate, rateRatio } from "./crude-rate.js";
export type { Limits } from "./interval.js";
// Observations in, observations out
export type { RateObservations, RatesOptions } from "./observations.js";
export { rates } from "./observations.js";
// Denominators
export type { PopulationAt, PopulationCount } from "./population-at.js";
export { populationAt } from "./population-at.js";
// Standard populations
export type { AgeGroup, StandardPopulation } from "./standard-population.js";
export {
  europeanStandard1976,
  europeanStandard2013,
  segiStandard,
  standardWeights,
  whoStandard,
} from "./standard-population.js";
// Standardization by age
export type {
  AgeSpecificCounts,
  StandardizedInterval,
  StandardizedRateOptions,
  StandardizedRatio,
} from "./standardized-rate.js";
export {
  probabilityOfDying,
  standardizedRate,
  standardizedRatio,
} from "./standardized-rate.js";
