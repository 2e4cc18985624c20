// By dimension

export { idpShare, refugeesByOrigin } from "./community.js";
export { extremePovertyRate, gniPerPerson } from "./economic.js";
export { informNaturalHazardExposure, informRecentDisasterShocks } from "./environmental.js";
export { foodInsecurityFies, informFoodSecurity, undernourishment } from "./food.js";
export { informAccessToHealthCare, lifeExpectancy, maternalMortality } from "./health.js";
export { conflictDeathRate, homicideRate } from "./personal.js";
export { informGovernance, womenInParliament } from "./political.js";

// Connectivity, which touches several dimensions

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

// All of them

export { indicators } from "./all.js";
