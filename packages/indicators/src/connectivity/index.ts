// Numbers in, gaps out

// Observations in, observations out
export type { Calculated } from "../derive.js";
// Affordability
export type {
  Affordability,
  AffordabilityColumns,
  AffordabilityTarget,
  PriceAndIncome,
  PriceAndIncomeColumns,
} from "./affordability.js";
export {
  affordability,
  affordabilityColumns,
  affordabilityGap,
  affordabilityTargets,
  meetsAffordability,
} from "./affordability.js";
// Places
export type { AreaConcentration } from "./area-concentration.js";
export { areaConcentration } from "./area-concentration.js";
export { connectivityCatalog } from "./catalog.js";
// Schools and health facilities
export type { ConnectionStandard, Facility, FacilityConnectivity } from "./facilities.js";
export { facilityConnectivity, schoolStandard2030 } from "./facilities.js";
export type { ConnectivityGapOptions, ConnectivityGaps, ConnectivityShares } from "./gaps.js";
export { connectivityGaps } from "./gaps.js";
export type { GroupShare, WholeShare } from "./group-coverage.js";
export { checkGroupCoverage } from "./group-coverage.js";
export type { GroupGapOptions } from "./group-gaps.js";
export { groupGaps } from "./group-gaps.js";
// The ICT Development Index
export type { IctDevelopment, IctGoalpost, IctIndicator, IctWeights } from "./ict-development.js";
export { ictDevelopment } from "./ict-development.js";
// Bounds
export type { JointBounds } from "./joint-bounds.js";
export { jointBounds, lackingBounds } from "./joint-bounds.js";
export type { UsageGapInput } from "./observations.js";
export { coverageGaps, usageGaps } from "./observations.js";
export type { OfflineInput } from "./offline-people.js";
export { offlinePeople } from "./offline-people.js";
export type { ParityGroups, ParityIndicators } from "./parities.js";
export { internetUseParity, mobileOwnershipParity, parities } from "./parities.js";
export type { GroupShares, Parity } from "./parity.js";
export { parity } from "./parity.js";
export type { PublishedGaps, UseChange } from "./published-gaps.js";
export { checkPublishedGaps, useChange } from "./published-gaps.js";
// Shutdowns
export type { Shutdown } from "./shutdown-days.js";
export { shutdownDays } from "./shutdown-days.js";
// Targets
export type {
  ProjectionOptions,
  ReachedYear,
  TargetProjection,
  YearlyShare,
} from "./target-projection.js";
export { projectTarget } from "./target-projection.js";
export type { ConnectivityTarget, TargetDistance } from "./targets-2030.js";
export { connectivityTargets2030, targetDistances } from "./targets-2030.js";
