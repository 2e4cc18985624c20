// By dimension

export {
  discrimination12m,
  hostingBurden,
  idpShare,
  migrantDeaths,
  refugeesByOrigin,
  trustInOthers,
} from "./community.js";
export {
  extremePovertyRate,
  gniPerPerson,
} from "./economic.js";
export {
  disasterAffected,
  disasterDisplacement,
  disasterEconomicLoss,
  earlyWarningCoverage,
  informNaturalHazardExposure,
  informRecentDisasterShocks,
  landDegradation,
  pm25Exposure,
  safeWater,
} from "./environmental.js";
export {
  acuteFoodInsecurity,
  foodInsecurityFies,
  foodPriceAnomaly,
  healthyDietUnaffordable,
  informFoodSecurity,
  stunting,
  undernourishment,
  wasting,
} from "./food.js";
export {
  informAccessToHealthCare,
  lifeExpectancy,
  maternalMortality,
} from "./health.js";
export {
  conflictDeathRate,
  feelSafe,
  homicideRate,
  ipv12m,
  organizedViolenceEvents,
  physicalSexualHarassment,
  traffickingDetected,
  violence12m,
} from "./personal.js";
export {
  birthRegistration,
  briberyRate,
  inclusiveDecisionMaking,
  informGovernance,
  journalistsKilled,
  unsentencedDetainees,
  womenInParliament,
} from "./political.js";
export {
  childLabourRate,
  downsidePovertyEntry,
  financialAccount,
  gini,
  informalEmployment,
  mobileMoneyActive,
  multidimensionalPoverty,
  nationalPovertyRate,
  neetRate,
  socialProtectionCoverage,
  unemploymentRate,
} from "./poverty-and-work.js";
export {
  airPollutionMortality,
  catastrophicHealthSpending,
  hivIncidence,
  ihrCapacity,
  ncdPrematureMortality,
  uhcIndex,
  underFiveMortality,
} from "./public-health.js";

// Connectivity, which touches several dimensions

export {
  affordabilityGap,
  affordabilityRatio,
  deviceAffordability,
  deviceGap,
} from "./affordability.js";
export {
  connectivityGapDecomposition,
  fixedBroadband,
  healthFacilityConnectivity,
  householdInternet,
  internetShutdownDays,
  schoolConnectivity,
  schoolConnectivityGap,
} from "./connected-places.js";
export {
  coverageGap,
  deviceOwnership,
  internetUse,
  mobileBroadbandCoverage,
  offlinePopulation,
  offlineShare,
  usageGap,
  usageGapCovered,
} from "./connectivity.js";
export {
  disabilityGapInternet,
  generationalGap,
  incomeGapInternet,
  urbanRuralGap,
  urbanRuralRatio,
} from "./divides.js";
export {
  genderGapAbsolute,
  genderGapRelative,
  genderParityScore,
  mobileOwnershipGenderGap,
  mobileOwnershipGenderGapRelative,
  mobileOwnershipParityScore,
} from "./gender-divides.js";
export {
  generationGapNetwork,
  meaningfulConnectivity,
  meaningfulConnectivityGap,
  qualityGap,
  skillsBasic,
  skillsGap,
  skillsUseGap,
} from "./skills-and-quality.js";

// Technology-facilitated violence

export {
  tfvawChillingEffect,
  tfvawConvictionAttrition,
  tfvawHarm,
  tfvawLegalCoverage,
  tfvawOfflineSpillover,
} from "./online-violence/consequences.js";
export {
  cyberbullying12m,
  tfvaw12mPrevalence,
  tfvawFrequencyRepeat,
  tfvawGenderRatio,
  tfvawLifetimePrevalence,
  tfvawPolyvictimization,
  tfvawPrevalenceUsers,
  tfvawPublicFigures,
  tfvawSeverityIndex,
} from "./online-violence/prevalence.js";
export {
  tfvawByPerpetrator,
  tfvawByPlatform,
  tfvawDarkFigure,
  tfvawHelpSeeking,
  tfvawPlatformActionRate,
  tfvawPlatformReporting,
  tfvawReportingRate,
} from "./online-violence/response.js";

// Digital governance

export {
  adverseImpactRatio,
  cyberReadiness,
  dataBreachExposure,
  digitalBrainDrain,
  digitalInclusionGapEssential,
  dpgAdoption,
  itContractTransparency,
  migrantSurveillanceExposure,
  scamLoss,
  scamVictimization,
  serviceAccessibility,
  vendorConcentration,
} from "./digital-governance.js";

// Agency, participation, resilience and the whole

export {
  civicParticipation,
  freedomOfChoice,
  politicalEfficacy,
  relativeAutonomy,
  reproductiveAutonomy,
  voterTurnout,
} from "./agency-and-participation.js";
export {
  perceivedInsecurity,
  yearsHumanSecurity,
} from "./overall.js";
export {
  disasterPlan,
  emergencyMoney,
  resilienceCapacity,
  socialSupport,
} from "./resilience.js";

// Families: definitions that differ by a parameter

export type { DivideOptions, DivideSide, OnlineViolenceType } from "./families.js";
export { divide, onlineViolenceByType } from "./families.js";
export { perceivedInsecurityIn } from "./perceived-security.js";

// All of them

export { indicators } from "./all.js";
