// Reading and writing

export type { PeriodReading } from "./parse-period.js";
export { parsePeriod, parsePeriods, readPeriod } from "./parse-period.js";
export type { IntervalPeriod, Period, SimplePeriod, SimplePeriodKind } from "./period.js";
export { formatPeriod } from "./relations.js";

// Relations and arithmetic

export {
  comparePeriods,
  containsPeriod,
  daysInPeriod,
  firstDay,
  lastDay,
  nextPeriod,
  overlapsPeriod,
  periodsWithin,
  previousPeriod,
  shiftPeriod,
} from "./relations.js";

// Dates

export type { FromDateOptions } from "./date-edge.js";
export { periodFromDate, periodToDate } from "./date-edge.js";
