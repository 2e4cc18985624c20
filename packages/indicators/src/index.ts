export { indicatorsCatalog } from "./all-catalogs.js";
export * from "./connectivity/index.js";
// Decisions of machines, suppliers, freedoms, scams
export type {
  AdverseImpact,
  AdverseImpacts,
  BoundedShare,
  DataBreach,
  DataBreachExposure,
  Decisions,
  FreedomAdoption,
  FreedomAnswer,
  ItContract,
  LockInConditions,
  LockInExposure,
  ScamHarm,
  Scams,
  Spending,
  SystemFreedoms,
  VendorConcentration,
} from "./digital-governance/index.js";
export {
  adverseImpact,
  breachExposure,
  contractLockIn,
  digitalGovernanceCatalog,
  freedomAdoption,
  scamHarm,
  vendorConcentrationOf,
} from "./digital-governance/index.js";
export * from "./displacement/index.js";
export * from "./early-warning/index.js";
// Air and disasters
export type {
  AirOfArea,
  DisasterImpact,
  DisasterIndicators,
  DisasterRate,
  Pm25Exposure,
} from "./environment/index.js";
export {
  disasterIndicators,
  environmentCatalog,
  pm25ExposureOf,
  pm25Levels,
} from "./environment/index.js";
export * from "./food/index.js";
// Services and what they cost
export type {
  CatastrophicSpending,
  HouseholdSpending,
  ServiceCoverage,
  ServiceTracers,
} from "./health/index.js";
export { catastrophicSpending, serviceCoverage } from "./health/index.js";
export * from "./human-development/index.js";
export * from "./inequality/index.js";
// Insecurities of the same people
export type { JointInsecurities, JointPair } from "./joint/index.js";
export { jointInsecurities, jointInsecuritiesResult } from "./joint/index.js";
export * from "./multidimensional-poverty/index.js";
// Indices made from answers
export type { ItemScale, ItemScores, ScaleDimension, ScaleItem } from "./perception/index.js";
export { itemScores, perceptionCatalog } from "./perception/index.js";
export * from "./poverty/index.js";
export * from "./rates/index.js";
export * from "./risk/index.js";
export * from "./violence/index.js";
