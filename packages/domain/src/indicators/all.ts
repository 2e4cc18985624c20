import type { IndicatorDefinition } from "../indicator-definition.js";
import { idpShare, refugeesByOrigin } from "./community.js";
import {
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
import { extremePovertyRate, gniPerPerson } from "./economic.js";
import { informNaturalHazardExposure, informRecentDisasterShocks } from "./environmental.js";
import { foodInsecurityFies, informFoodSecurity, undernourishment } from "./food.js";
import { informAccessToHealthCare, lifeExpectancy, maternalMortality } from "./health.js";
import { conflictDeathRate, homicideRate } from "./personal.js";
import { informGovernance, womenInParliament } from "./political.js";

/**
 * All definitions that ship here, by dimension, those of connectivity last. Importing it costs them all;
 * import the constants by name where size matters.
 *
 * @example
 * ```ts
 * import { indicators } from "@vitalcore/domain/indicators";
 * indicators.find(({ id }) => id === "homicide-rate")?.unit; // => "PER_100000"
 * ```
 */
export const indicators: readonly IndicatorDefinition[] = [
  gniPerPerson,
  extremePovertyRate,
  foodInsecurityFies,
  undernourishment,
  informFoodSecurity,
  lifeExpectancy,
  maternalMortality,
  informAccessToHealthCare,
  informNaturalHazardExposure,
  informRecentDisasterShocks,
  homicideRate,
  conflictDeathRate,
  refugeesByOrigin,
  idpShare,
  informGovernance,
  womenInParliament,
  internetUse,
  mobileBroadbandCoverage,
  coverageGap,
  usageGap,
  usageGapCovered,
  offlineShare,
  offlinePopulation,
  deviceOwnership,
  genderGapAbsolute,
  genderGapRelative,
  genderParityScore,
  mobileOwnershipGenderGap,
  mobileOwnershipGenderGapRelative,
  mobileOwnershipParityScore,
];
