// Two numbers in, gaps out

// Observations in, observations out
export type { Calculated } from "../derive.js";
export { connectivityCatalog } from "./catalog.js";
export type { ConnectivityGapOptions, ConnectivityGaps, ConnectivityShares } from "./gaps.js";
export { connectivityGaps } from "./gaps.js";
export type { UsageGapInput } from "./observations.js";
export { coverageGaps, usageGaps } from "./observations.js";
export type { ParityGroups, ParityIndicators } from "./parities.js";
export { internetUseParity, mobileOwnershipParity, parities } from "./parities.js";
export type { GroupShares, Parity } from "./parity.js";
export { parity } from "./parity.js";
