import { type Finding, VitalError } from "@vitalcore/core";
import { dateOfDay, dayNumber, daysInMonth } from "./calendar.js";
import { find } from "./catalog.js";
import {
  type Period,
  partsInYear,
  periodOfDays,
  type SimplePeriod,
  type SimplePeriodKind,
  simplePeriod,
} from "./period.js";

/** A period that was read, or what is wrong with the text. */
export type PeriodReading =
  | { readonly period: Period; readonly finding?: undefined }
  | { readonly period?: undefined; readonly finding: Finding };

const REPORTING_KINDS: Readonly<Record<string, SimplePeriodKind>> = {
  A: "year",
  S: "half",
  T: "trimester",
  Q: "quarter",
  M: "month",
  W: "week",
  D: "day",
};

/** How many digits SDMX writes after each letter. */
const REPORTING_DIGITS: Readonly<Record<string, number>> = {
  A: 1,
  S: 1,
  T: 1,
  Q: 1,
  M: 2,
  W: 2,
  D: 3,
};

const LONGEST = 64;

class Unreadable {
  constructor(readonly finding: Finding) {}
}

function refuse(finding: Finding): never {
  throw new Unreadable(finding);
}

function part(text: string, kind: SimplePeriodKind, year: number, number: number): SimplePeriod {
  const most = partsInYear(kind, year);
  if (number >= 1 && number <= most) return simplePeriod(kind, year, number);
  return refuse(
    find("domain/period-part", {
      found: text,
      facts: { year, part: `${kind} ${number}`, parts: `${kind}s 1 to ${most}` },
    }),
  );
}

function dayOf(text: string, year: number, month: number, day: number): SimplePeriod {
  part(text, "month", year, month);
  const most = daysInMonth(year, month);
  if (day < 1 || day > most) {
    const facts = { year, part: `day ${day} in month ${month}`, parts: `days 1 to ${most} there` };
    refuse(find("domain/period-part", { found: text, facts }));
  }
  const ordinal = dayNumber(year, month, day) - dayNumber(year, 1, 1) + 1;
  return simplePeriod("day", year, ordinal);
}

/** Spellings that are common and not SDMX, as SDMX writes them. */
function respelled(text: string): string | undefined {
  const tight = text.trim().toUpperCase();
  const rules: readonly [pattern: RegExp, replacement: (...groups: string[]) => string][] = [
    [/^(\d{4})[- ]?H([12])$/, (year, half) => `${year}-S${half}`],
    [/^H([12])[- ]?(\d{4})$/, (half, year) => `${year}-S${half}`],
    [/^(\d{4})[- ]?([ASTQ])0?(\d)$/, (year, letter, number) => `${year}-${letter}${number}`],
    [/^([STQ])(\d)[-/ ]?(\d{4})$/, (letter, number, year) => `${year}-${letter}${number}`],
    [/^(\d{4})[- ]?M(\d{1,2})$/, (year, month) => `${year}-${month?.padStart(2, "0")}`],
    [/^(\d{4})[- ]?W(\d{1,2})$/, (year, week) => `${year}-W${week?.padStart(2, "0")}`],
    [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, (y, m, d) => [y, two(m), two(d)].join("-")],
    [/^(\d{4})[-/.](\d{1,2})$/, (year, month) => `${year}-${two(month)}`],
    [/^(\d{1,2})[/.](\d{4})$/, (month, year) => `${year}-${two(month)}`],
    [/^(\d{4})(\d{2})(\d{2})$/, (year, month, day) => `${year}-${month}-${day}`],
    [/^(\d{4})\s*[-–—]\s*(\d{4})$/, (from, to) => `${from}/${to}`],
    [/^(?:FY|CY)?[- ]?(\d{4})(?:\.0)?$/, (year) => `${year}`],
  ];
  for (const [pattern, replacement] of rules) {
    const match = pattern.exec(tight);
    if (match === null) continue;
    const suggestion = replacement(...match.slice(1));
    if (suggestion !== text && readPeriod(suggestion).period !== undefined) return suggestion;
  }
  return undefined;
}

function two(digits: string | undefined): string {
  return (digits ?? "").padStart(2, "0");
}

/** The text that was probably meant by what is no period; a number is one that lost its quotes. */
function likelyPeriod(input: unknown): string | undefined {
  if (typeof input === "number") {
    const text = String(input);
    return readPeriod(text).period === undefined ? undefined : text;
  }
  return typeof input === "string" && input.length <= LONGEST ? respelled(input) : undefined;
}

function unrecognized(input: unknown): never {
  const suggestion = likelyPeriod(input);
  const finding = find("domain/period-form", { found: input ?? null, suggestion });
  if (suggestion === undefined) return refuse(finding);
  return refuse({ ...finding, hint: `Did you mean "${suggestion}"? ${finding.hint}` });
}

function simple(text: string, whole: string): SimplePeriod {
  const year = Number(text.slice(0, 4));
  const rest = text.slice(4);
  if (!/^\d{4}$/.test(text.slice(0, 4)) || year === 0) return unrecognized(whole);
  if (rest === "") return simplePeriod("year", year, 1);
  const reporting = /^-([ASTQMWD])(\d{1,3})$/.exec(rest);
  if (reporting !== null) {
    const [, letter, digits] = reporting as unknown as [string, string, string];
    if (digits.length !== REPORTING_DIGITS[letter]) return unrecognized(whole);
    return part(whole, REPORTING_KINDS[letter] as SimplePeriodKind, year, Number(digits));
  }
  const calendar = /^-(\d{2})(?:-(\d{2}))?$/.exec(rest);
  if (calendar === null) return unrecognized(whole);
  const month = Number(calendar[1]);
  if (calendar[2] === undefined) return part(whole, "month", year, month);
  return dayOf(whole, year, month, Number(calendar[2]));
}

/** One end of an interval: a simple period, or the midnight at which a day begins. */
function end(text: string, whole: string): SimplePeriod {
  const time = /^(\d{4}-\d{2}-\d{2})T(.*)$/.exec(text);
  if (time === null) return simple(text, whole);
  if (!/^00:00(?::00(?:\.0+)?)?Z?$/.test(time[2] as string)) {
    refuse(find("domain/period-time", { found: whole }));
  }
  return simple(time[1] as string, whole);
}

/** The day that lies a duration after another, or before it (ISO 8601 duration, whole days). */
function dayAt(from: number, sign: 1 | -1, duration: string, whole: string): number {
  const match = /^P(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,7})D)?$|^P(\d{1,6})W$/.exec(duration);
  if (match === null || duration === "P") return unrecognized(whole);
  const [years, months, days, weeks] = match.slice(1).map((digits) => Number(digits ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const start = dateOfDay(from);
  const month = start.month - 1 + sign * (12 * years + months);
  const year = start.year + Math.floor(month / 12);
  if (year < 1) return unrecognized(whole);
  const monthOfYear = month - 12 * Math.floor(month / 12) + 1;
  const day = Math.min(start.day, daysInMonth(year, monthOfYear));
  return dayNumber(year, monthOfYear, day) + sign * (days + 7 * weeks);
}

const FIRST_DAY = /* @__PURE__ */ dayNumber(1, 1, 1);
const LAST_DAY = /* @__PURE__ */ dayNumber(9999, 12, 31);

type Days = readonly [first: number, last: number];

function beginningAt(first: number, after: string, whole: string): Days {
  const isDuration = after.startsWith("P");
  return [first, isDuration ? dayAt(first, 1, after, whole) - 1 : end(after, whole).last];
}

function endingAt(duration: string, last: number, whole: string): Days {
  return [dayAt(last + 1, -1, duration, whole), last];
}

function interval(text: string): Period {
  const [before = "", after = "", ...more] = text.split("/");
  if (more.length > 0 || (before.startsWith("P") && after.startsWith("P"))) {
    return unrecognized(text);
  }
  const [first, last] = before.startsWith("P")
    ? endingAt(before, end(after, text).last, text)
    : beginningAt(end(before, text).first, after, text);
  if (last < first) refuse(find("domain/period-reversed", { found: text }));
  if (first < FIRST_DAY || last > LAST_DAY) return unrecognized(text);
  return periodOfDays(first, last);
}

/**
 * Reads a period, and says what is wrong where it cannot.
 *
 * @param text - a period as SDMX writes it, see {@link parsePeriod}.
 * @returns `{ period }` or `{ finding }`.
 *
 * @example
 * ```ts
 * import { readPeriod } from "@vitalcore/domain/periods";
 * readPeriod("2020-H1").finding?.suggestion; // => "2020-S1"
 * readPeriod("2018-13").finding?.message; // => '"2018-13": 2018 has no month 13.'
 * ```
 */
export function readPeriod(text: string): PeriodReading {
  try {
    if (typeof text !== "string" || text.length > LONGEST) return unrecognized(text);
    return { period: text.includes("/") ? interval(text) : simple(text, text) };
  } catch (error) {
    if (error instanceof Unreadable) return { finding: error.finding };
    throw error;
  }
}

/**
 * Parses a period as SDMX 3.0 writes it (section 4.2 of its technical notes; ISO 8601 for intervals):
 *
 * - year `2018` or `2018-A1`, half-year `2018-S1`, trimester (four months) `2018-T1`, quarter `2018-Q3`,
 *   month `2018-03` or `2018-M03`, ISO 8601 week `2018-W07`, day `2018-03-15` or `2018-D074`;
 * - interval of two of these, ends included, `2014/2018`, `2014-01-01/2018-12-31`;
 * - interval of a start and a duration in whole days, `2010-01-01/P3Y`, `2010-01-01T00:00:00/P3Y`, or of a duration
 *   and its last day, `P3Y/2012-12-31`.
 *
 * Intervals have one canonical form: `2014-01-01/P5Y` is `2014/2018`, and `2014-01/2014-12` is `2014`.
 *
 * @throws VitalError `domain/period-form`, `domain/period-part`, `domain/period-reversed`,
 *   `domain/period-time`.
 *
 * @example
 * ```ts
 * import { formatPeriod, parsePeriod } from "@vitalcore/domain/periods";
 * const { kind, year, part } = parsePeriod("2018-Q3") as { kind: string; year: number; part: number };
 * [kind, year, part]; // => ["quarter", 2018, 3]
 * formatPeriod(parsePeriod("2014-01-01/P5Y")); // => "2014/2018"
 * ```
 */
export function parsePeriod(text: string): Period {
  const { period, finding } = readPeriod(text);
  if (period === undefined) throw new VitalError([finding]);
  return period;
}

/**
 * Parses a list of periods: bad ones are `null`, with one finding for each distinct text, which says in
 * how many rows it stands and in which first.
 *
 * @example
 * ```ts
 * import { parsePeriods } from "@vitalcore/domain/periods";
 * const { periods, findings } = parsePeriods(["2018", "2018-13", "2018-13"]);
 * periods.length; // => 3
 * findings.map(({ place }) => place.row); // => [2]
 * ```
 */
export function parsePeriods(texts: readonly string[]): {
  readonly periods: readonly (Period | null)[];
  readonly findings: readonly Finding[];
} {
  const known = new Map<string, Period | null>();
  const findings: Finding[] = [];
  const periods = texts.map((text, i) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const { period, finding } = readPeriod(text);
    if (finding !== undefined) findings.push({ ...finding, place: { row: i + 1 } });
    known.set(text, period ?? null);
    return period ?? null;
  });
  return { periods, findings };
}
