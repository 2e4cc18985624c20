// The indices

export type { Calculated } from "../derive.js";
export { humanDevelopmentCatalog } from "./catalog.js";
export type { HdiComponent, HdiComponents } from "./components.js";
// Definitions of the indicators
export {
  genderDevelopmentIndex,
  genderInequalityIndex,
  humanDevelopmentIndex,
  inequalityAdjustedIndex,
  planetaryPressuresAdjustedIndex,
} from "./definitions.js";
// Editions of the report
export type { Goalpost, HdiGoalposts, HdrEdition } from "./edition.js";
export { hdiGoalposts, hdr2021, hdr2023, hdr2025 } from "./edition.js";
export type { EarnedIncome, EarnedIncomeInput, Gdi, GdiComponents } from "./gdi.js";
export { earnedIncome, gdi } from "./gdi.js";
export type { EmpowermentAndWork, Gii, GiiComponents } from "./gii.js";
export { gii } from "./gii.js";
export type { Hdi } from "./hdi.js";
export { hdi } from "./hdi.js";
export type { HdiChange } from "./hdi-change.js";
export { hdiChange } from "./hdi-change.js";
// Many at once
export type { HdiColumns, HdiColumnsResult } from "./hdi-columns.js";
export { hdiColumns } from "./hdi-columns.js";
export type { DimensionInequality, Ihdi } from "./ihdi.js";
export { ihdi } from "./ihdi.js";
// Change of the other indices
export type {
  GdiPart,
  GiiPart,
  IhdiInput,
  IhdiPart,
  IndexChange,
  PhdiPart,
} from "./index-changes.js";
export { gdiChange, giiChange, ihdiChange, phdiChange } from "./index-changes.js";
export type { HdiObservations } from "./observations.js";
export { hdiObservations } from "./observations.js";
export type { Phdi, PhdiComponents } from "./phdi.js";
export { phdi } from "./phdi.js";
// As printed
export type { DevelopmentClass } from "./published.js";
export { developmentClass, published, publishedRanks } from "./published.js";
