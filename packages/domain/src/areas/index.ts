// Areas and regions

export type { Area } from "./area.js";
export { areaOf, areas, areasIn, regionsOf, unDisclaimer } from "./area.js";
export type { AreaCodes, Region } from "./area-codes.js";
export { regions } from "./area-codes.js";
export { isAreaId } from "./area-id.js";
export type { AreaNames } from "./area-names.js";
export { areaName } from "./area-names.js";

// Names and codes to areas

export type { AreaMatch, AreaMatches, FindAreaOptions } from "./find-area.js";
export { findArea, matchAreas } from "./find-area.js";

// Codes of other schemes

export type { AreaScheme, ForeignCode, HistoricArea } from "./crosswalk.js";
export { codeIn, foreignCodes, historicAreas } from "./crosswalk.js";

// Groups

export type { AreaGroup, AreaGroupId, Classification, Membership } from "./groups.js";
export { areaGroups, groupMembers, groupsOf } from "./groups.js";
