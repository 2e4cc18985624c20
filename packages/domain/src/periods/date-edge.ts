import { UTCDateMini } from "@date-fns/utc/date/mini";
import { VitalError } from "@vitalcore/core";
// One by one: the index of date-fns reads some three hundred files, longer than all the rest of a program's start.
import { getDate } from "date-fns/getDate";
import { getISOWeek } from "date-fns/getISOWeek";
import { getISOWeekYear } from "date-fns/getISOWeekYear";
import { getMonth } from "date-fns/getMonth";
import { getYear } from "date-fns/getYear";
import { isValid } from "date-fns/isValid";
import { dayNumber } from "./calendar.js";
import { find } from "./catalog.js";
import {
  type Period,
  periodAround,
  type SimplePeriod,
  type SimplePeriodKind,
  simplePeriod,
} from "./period.js";

/** Makes date-fns read the fields of a date in UTC. */
const utc = (date: Date | number | string): Date => new UTCDateMini(+new Date(date));

const MILLISECONDS_PER_DAY = 86_400_000;

/** How a `Date` is read. */
export interface FromDateOptions {
  /**
   * `utc` (the default) reads the date in UTC, which is right for dates made of `YYYY-MM-DD` and for
   * those that file readers give; `local` reads it in the time zone of the machine.
   */
  readonly timeZone?: "utc" | "local";
}

/**
 * The period of a kind in which a `Date` lies.
 *
 * @throws VitalError `domain/period-date` for an invalid date, or one outside the years 1 to 9999.
 *
 * @example
 * ```ts
 * import { formatPeriod, periodFromDate } from "@vitalcore/domain/periods";
 * formatPeriod(periodFromDate(new Date("2020-01-01"), "day")); // => "2020-01-01"
 * formatPeriod(periodFromDate(new Date("2021-01-01"), "week")); // => "2020-W53"
 * ```
 */
export function periodFromDate(
  date: Date,
  kind: SimplePeriodKind,
  options: FromDateOptions = {},
): SimplePeriod {
  const inZone = options.timeZone === "local" ? undefined : { in: utc };
  const year = isValid(date) ? getYear(date, inZone) : 0;
  if (year < 1 || year > 9999) throw new VitalError([find("domain/period-date", { found: date })]);
  if (kind === "week") {
    return simplePeriod(kind, getISOWeekYear(date, inZone), getISOWeek(date, inZone));
  }
  return periodAround(kind, dayNumber(year, getMonth(date, inZone) + 1, getDate(date, inZone)));
}

/**
 * The first day of a period as a `Date` at midnight UTC.
 *
 * @example
 * ```ts
 * import { parsePeriod, periodToDate } from "@vitalcore/domain/periods";
 * periodToDate(parsePeriod("2020-Q3")).toISOString(); // => "2020-07-01T00:00:00.000Z"
 * ```
 */
export function periodToDate(period: Period): Date {
  return new Date(period.first * MILLISECONDS_PER_DAY);
}
