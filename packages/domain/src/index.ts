export type {
  DimensionId,
  Direction,
  IndicatorDefinition,
} from "./indicator-definition.js";
export type { Interval, Observation, ObsStatus } from "./observation.js";
