import { dateOfDay, dayNumber, daysInMonth, firstMonday, weeksInYear } from "./calendar.js";

/** Kinds of period that divide a year. */
export type SimplePeriodKind = "year" | "half" | "trimester" | "quarter" | "month" | "week" | "day";

/** A year or a part of it. */
export interface SimplePeriod {
  readonly kind: SimplePeriodKind;
  /** The calendar year; for weeks the ISO 8601 week year. */
  readonly year: number;
  /** Which half, trimester, quarter, month, week or day of the year, from 1; 1 for a year. */
  readonly part: number;
  /** Day number of the first day: days since 1970-01-01. */
  readonly first: number;
  /** Day number of the last day. */
  readonly last: number;
}

/** A span of whole years, months or days. */
export interface IntervalPeriod {
  readonly kind: "interval";
  readonly from: SimplePeriod;
  readonly to: SimplePeriod;
  /** Day number of the first day: days since 1970-01-01. */
  readonly first: number;
  /** Day number of the last day. */
  readonly last: number;
}

/**
 * A period in integers: no `Date` inside, so that no time zone can move it. Made by
 * {@link parsePeriod}.
 */
export type Period = SimplePeriod | IntervalPeriod;

/** Months in each kind of period that is made of months. */
const MONTHS: Partial<Record<SimplePeriodKind, number>> = {
  year: 12,
  half: 6,
  trimester: 4,
  quarter: 3,
  month: 1,
};

/** How many periods of a kind a year has. */
export function partsInYear(kind: SimplePeriodKind, year: number): number {
  const months = MONTHS[kind];
  if (months !== undefined) return 12 / months;
  if (kind === "week") return weeksInYear(year);
  return dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1);
}

/** The part of a year, which must exist. */
export function simplePeriod(kind: SimplePeriodKind, year: number, part: number): SimplePeriod {
  if (kind === "week") {
    const first = firstMonday(year) + 7 * (part - 1);
    return { kind, year, part, first, last: first + 6 };
  }
  if (kind === "day") {
    const first = dayNumber(year, 1, 1) + part - 1;
    return { kind, year, part, first, last: first };
  }
  const months = MONTHS[kind] as number;
  const firstMonth = months * (part - 1) + 1;
  const lastMonth = firstMonth + months - 1;
  const first = dayNumber(year, firstMonth, 1);
  const last = dayNumber(year, lastMonth, daysInMonth(year, lastMonth));
  return { kind, year, part, first, last };
}

/** The day of that number. */
function dayPeriod(number: number): SimplePeriod {
  const { year } = dateOfDay(number);
  return {
    kind: "day",
    year,
    part: number - dayNumber(year, 1, 1) + 1,
    first: number,
    last: number,
  };
}

/** The period of that kind in which a day lies. */
export function periodAround(kind: SimplePeriodKind, number: number): SimplePeriod {
  const { year, month } = dateOfDay(number);
  if (kind === "day") return dayPeriod(number);
  if (kind !== "week") {
    return simplePeriod(kind, year, Math.ceil(month / (MONTHS[kind] as number)));
  }
  let weekYear = year;
  if (number >= firstMonday(year + 1)) weekYear = year + 1;
  else if (number < firstMonday(year)) weekYear = year - 1;
  return simplePeriod(kind, weekYear, Math.floor((number - firstMonday(weekYear)) / 7) + 1);
}

/** The kind of the ends of an interval: whole years if it has them, else whole months, else days. */
function kindOfEnds(first: number, last: number): "year" | "month" | "day" {
  const from = dateOfDay(first);
  const after = dateOfDay(last + 1);
  if (from.day !== 1 || after.day !== 1) return "day";
  return from.month === 1 && after.month === 1 ? "year" : "month";
}

/**
 * The period from one day to another, in its one canonical form: ends are whole years if they can be,
 * else whole months, else days; an interval of one year, month or day is that year, month or day.
 */
export function periodOfDays(first: number, last: number): Period {
  const kind = kindOfEnds(first, last);
  const from = periodAround(kind, first);
  const to = periodAround(kind, last);
  if (from.first === to.first) return from;
  return { kind: "interval", from, to, first, last };
}
