// Decisions of machines

export type { AdverseImpact, AdverseImpacts, Decisions } from "./adverse-impact.js";
export { adverseImpact } from "./adverse-impact.js";
// Scams and breaches
export type { DataBreach, DataBreachExposure } from "./breach-exposure.js";
export { breachExposure } from "./breach-exposure.js";
export { digitalGovernanceCatalog } from "./catalog.js";
// Suppliers and freedoms
export type { ItContract, LockInConditions, LockInExposure } from "./contract-lock-in.js";
export { contractLockIn } from "./contract-lock-in.js";
export type { FreedomAdoption, FreedomAnswer, SystemFreedoms } from "./freedom-adoption.js";
export { freedomAdoption } from "./freedom-adoption.js";
export type { ScamHarm, Scams } from "./scam-harm.js";
export { scamHarm } from "./scam-harm.js";
export type { BoundedShare } from "./shares-with-unknown.js";
export type { Spending, VendorConcentration } from "./vendor-concentration.js";
export { vendorConcentrationOf } from "./vendor-concentration.js";
