import { dateOfDay, dayNumber, isoDate } from "./calendar.js";
import {
  type Period,
  partsInYear,
  periodAround,
  periodOfDays,
  type SimplePeriod,
  type SimplePeriodKind,
  simplePeriod,
} from "./period.js";

const pad = (number: number, width: number): string => String(number).padStart(width, "0");

function formatSimple({ kind, year, part, first }: SimplePeriod): string {
  const start = pad(year, 4);
  if (kind === "year") return start;
  if (kind === "half") return `${start}-S${part}`;
  if (kind === "trimester") return `${start}-T${part}`;
  if (kind === "quarter") return `${start}-Q${part}`;
  if (kind === "month") return `${start}-${pad(part, 2)}`;
  if (kind === "week") return `${start}-W${pad(part, 2)}`;
  return isoDate(first);
}

/**
 * A period as text, in its one canonical form: months as `2018-03`, days as `2018-03-15`, intervals as
 * `2014/2018`. What it gives, `parsePeriod` reads back.
 *
 * @example
 * ```ts
 * import { formatPeriod, parsePeriod } from "@vitalcore/domain/periods";
 * formatPeriod(parsePeriod("2020-M03")); // => "2020-03"
 * ```
 */
export function formatPeriod(period: Period): string {
  if (period.kind !== "interval") return formatSimple(period);
  return `${formatSimple(period.from)}/${formatSimple(period.to)}`;
}

/**
 * Orders periods by their first day, then by their last: a negative number if `a` comes first, 0 if
 * both are the same days.
 *
 * @example
 * ```ts
 * import { comparePeriods, parsePeriod } from "@vitalcore/domain/periods";
 * const periods = ["2019", "2018", "2018-Q1"].map(parsePeriod);
 * periods.sort(comparePeriods).map(({ last }) => last); // => [17621, 17896, 18261]
 * ```
 */
export function comparePeriods(a: Period, b: Period): number {
  return a.first - b.first || a.last - b.last;
}

/**
 * Whether all days of one period lie in another.
 *
 * @example
 * ```ts
 * import { containsPeriod, parsePeriod } from "@vitalcore/domain/periods";
 * containsPeriod(parsePeriod("2014/2018"), parsePeriod("2018-Q4")); // => true
 * containsPeriod(parsePeriod("2018"), parsePeriod("2018-W01")); // => true
 * containsPeriod(parsePeriod("2019"), parsePeriod("2019-W01")); // => false
 * ```
 */
export function containsPeriod(outer: Period, inner: Period): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/**
 * Whether two periods have a day in common.
 *
 * @example
 * ```ts
 * import { overlapsPeriod, parsePeriod } from "@vitalcore/domain/periods";
 * overlapsPeriod(parsePeriod("2018/2019"), parsePeriod("2019/2020")); // => true
 * ```
 */
export function overlapsPeriod(a: Period, b: Period): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/**
 * How many days a period has.
 *
 * @example
 * ```ts
 * import { daysInPeriod, parsePeriod } from "@vitalcore/domain/periods";
 * daysInPeriod(parsePeriod("2020")); // => 366
 * ```
 */
export function daysInPeriod(period: Period): number {
  return period.last - period.first + 1;
}

/**
 * The first day of a period, as YYYY-MM-DD.
 *
 * @example
 * ```ts
 * import { firstDay, lastDay, parsePeriod } from "@vitalcore/domain/periods";
 * firstDay(parsePeriod("2020-W01")); // => "2019-12-30"
 * lastDay(parsePeriod("2020-02")); // => "2020-02-29"
 * ```
 */
export function firstDay(period: Period): string {
  return isoDate(period.first);
}

/**
 * The last day of a period, as YYYY-MM-DD.
 *
 * @example
 * ```ts
 * import { lastDay, parsePeriod } from "@vitalcore/domain/periods";
 * lastDay(parsePeriod("2019-Q1")); // => "2019-03-31"
 * ```
 */
export function lastDay(period: Period): string {
  return isoDate(period.last);
}

/** Months since year 0, of the month that begins on a day. */
function monthIndex(firstOfMonth: number): number {
  const { year, month } = dateOfDay(firstOfMonth);
  return 12 * year + month - 1;
}

function dayOfMonthIndex(index: number): number {
  return dayNumber(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
}

function shiftSimple(period: SimplePeriod, by: number): SimplePeriod {
  const { kind, year, part, first } = period;
  if (kind === "week") return periodAround(kind, first + 7 * by);
  if (kind === "day") return periodAround(kind, first + by);
  const perYear = partsInYear(kind, year);
  const index = year * perYear + part - 1 + by;
  return simplePeriod(
    kind,
    Math.floor(index / perYear),
    (((index % perYear) + perYear) % perYear) + 1,
  );
}

/**
 * The period that lies a number of periods of the same kind later (earlier, if negative). An interval
 * moves by its own length: in months if it has whole months, else in days.
 *
 * @example
 * ```ts
 * import { formatPeriod, parsePeriod, shiftPeriod } from "@vitalcore/domain/periods";
 * formatPeriod(shiftPeriod(parsePeriod("2020-Q4"), 1)); // => "2021-Q1"
 * formatPeriod(shiftPeriod(parsePeriod("2014/2018"), -1)); // => "2009/2013"
 * ```
 */
export function shiftPeriod(period: Period, by: number): Period {
  if (period.kind !== "interval") return shiftSimple(period, by);
  const { from, first, last } = period;
  if (from.kind === "day") {
    const length = daysInPeriod(period) * by;
    return periodOfDays(first + length, last + length);
  }
  const start = monthIndex(first);
  const after = monthIndex(last + 1);
  const length = (after - start) * by;
  return periodOfDays(dayOfMonthIndex(start + length), dayOfMonthIndex(after + length) - 1);
}

/**
 * The period after this one, of the same kind.
 *
 * @example
 * ```ts
 * import { formatPeriod, nextPeriod, parsePeriod } from "@vitalcore/domain/periods";
 * formatPeriod(nextPeriod(parsePeriod("2020-W53"))); // => "2021-W01"
 * ```
 */
export function nextPeriod(period: Period): Period {
  return shiftPeriod(period, 1);
}

/**
 * The period before this one, of the same kind.
 *
 * @example
 * ```ts
 * import { formatPeriod, parsePeriod, previousPeriod } from "@vitalcore/domain/periods";
 * formatPeriod(previousPeriod(parsePeriod("2020-01"))); // => "2019-12"
 * ```
 */
export function previousPeriod(period: Period): Period {
  return shiftPeriod(period, -1);
}

/**
 * All periods of a kind that lie wholly within a period, in order.
 *
 * @example
 * ```ts
 * import { formatPeriod, parsePeriod, periodsWithin } from "@vitalcore/domain/periods";
 * periodsWithin(parsePeriod("2020"), "half").map(formatPeriod); // => ["2020-S1", "2020-S2"]
 * ```
 */
export function periodsWithin(period: Period, kind: SimplePeriodKind): readonly SimplePeriod[] {
  const within: SimplePeriod[] = [];
  let current = periodAround(kind, period.first);
  if (current.first < period.first) current = shiftSimple(current, 1);
  while (current.last <= period.last) {
    within.push(current);
    current = shiftSimple(current, 1);
  }
  return within;
}
