// Below a line

export { povertyCatalog } from "./catalog.js";
export type { DatedPrices } from "./dated-prices.js";
export { internationalDollarsOf } from "./dated-prices.js";
export type {
  GroupPoverty,
  IncomePoverty,
  IncomePovertyOptions,
  InternationalIncomes,
  InternationalLine,
  PriceBase,
} from "./income-poverty.js";
export {
  extremePoverty,
  incomePoverty,
  inInternationalDollars,
  internationalLines,
  povertyByGroup,
} from "./income-poverty.js";
// Over time
export type {
  GrowthAndRedistribution,
  GrowthIncidence,
  IncomeDistribution,
  PovertyPanel,
  PovertyTransitions,
} from "./poverty-dynamics.js";
export {
  growthAndRedistribution,
  growthIncidenceCurve,
  povertyTransitions,
} from "./poverty-dynamics.js";
// Over a life
export type { SecureLives, YearsOfHumanSecurity } from "./years-of-human-security.js";
export { generalizedPovertyBounds, yearsOfHumanSecurity } from "./years-of-human-security.js";
