export { LICENSE_SOURCES } from "./groups.js";
export type {
  CopyleftReach,
  LicenseBasis,
  LicenseConditions,
  LicenseFacts,
  Limit,
  LimitKind,
} from "./license-facts.js";
export { licenseFacts, listedLicenseIds, listedSpelling } from "./license-facts.js";
