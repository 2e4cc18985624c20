// Reading and writing
export type { FromDateOptions } from "./date-edge.js";
export { periodFromDate, periodToDate } from "./date-edge.js";
export type { PeriodReading } from "./parse-period.js";
export { parsePeriod, parsePeriods, readPeriod } from "./parse-period.js";
// What a period is
export type { IntervalPeriod, Period, SimplePeriod, SimplePeriodKind } from "./period.js";
// Relations and arithmetic
export {
  comparePeriods,
  containsPeriod,
  daysInPeriod,
  firstDay,
  formatPeriod,
  lastDay,
  nextPeriod,
  overlapsPeriod,
  periodsWithin,
  previousPeriod,
  shiftPeriod,
} from "./relations.js";
