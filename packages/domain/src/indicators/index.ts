// Economic

// All
export { indicators } from "./all.js";
// Community
export { idpShare, refugeesByOrigin } from "./community.js";
// Connectivity
export {
  coverageGap,
  deviceOwnership,
  genderGapAbsolute,
  genderGapRelative,
  genderParityScore,
  internetUse,
  mobileBroadbandCoverage,
  mobileOwnershipGenderGap,
  mobileOwnershipGenderGapRelative,
  mobileOwnershipParityScore,
  offlinePopulation,
  offlineShare,
  usageGap,
  usageGapCovered,
} from "./connectivity.js";
export { extremePovertyRate, gniPerPerson } from "./economic.js";
// Environmental
export { informNaturalHazardExposure, informRecentDisasterShocks } from "./environmental.js";
// Food
export { foodInsecurityFies, informFoodSecurity, undernourishment } from "./food.js";
// Health
export { informAccessToHealthCare, lifeExpectancy, maternalMortality } from "./health.js";
// Personal
export { conflictDeathRate, homicideRate } from "./personal.js";
// Political
export { informGovernance, womenInParliament } from "./political.js";
