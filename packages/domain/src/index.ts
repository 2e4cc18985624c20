// Observations

export { checkObservations } from "./check-observations.js";
export type { EstimateLike } from "./estimate-like.js";
export type { Interval, Observation } from "./observation.js";
export type { ObservationIdentity } from "./observation-key.js";
export { observationKey, parseObservationKey } from "./observation-key.js";
export type { ObserveContext } from "./observe.js";
export { observe } from "./observe.js";
export type { ObservationParameters } from "./parameters.js";

// What observations are made of

export { isAreaId } from "./areas/area-id.js";
export type { BreakdownAxis } from "./breakdown.js";
export { breakdownAxes, TOTAL } from "./breakdown.js";
export type { Direction, IndicatorDefinition } from "./indicator-definition.js";
export type { Source, SourceDate, SourceName } from "./source.js";
export type { MissingStatus, ObsStatus } from "./status.js";
export { allowsNull, forbidsValue, isObsStatus, mainStatus, statusLabels } from "./status.js";
export type { Unit, UnitId } from "./unit.js";
export { unitOf, units } from "./unit.js";

// Vocabulary

export type {
  CoreConceptId,
  DimensionId,
  FreedomId,
  OpenSourceFreedomId,
  PrincipleId,
} from "./ids.js";
export {
  dimensionIds,
  freedomIds,
  isDimensionId,
  isFreedomId,
  isOpenSourceFreedomId,
  isPrincipleId,
  openSourceFreedomIds,
  principleIds,
} from "./ids.js";
export type { Label, Labels } from "./label.js";
export { label } from "./label.js";

// Findings

export { domainCatalog } from "./catalog.js";
