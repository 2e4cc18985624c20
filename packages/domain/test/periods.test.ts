import { utc } from "@date-fns/utc";
import { isVitalError } from "@vitalcore/core";
import { addDays, getISOWeek, getISOWeeksInYear, getISOWeekYear, lastDayOfMonth } from "date-fns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  comparePeriods,
  containsPeriod,
  daysInPeriod,
  firstDay,
  formatPeriod,
  lastDay,
  nextPeriod,
  overlapsPeriod,
  parsePeriod,
  parsePeriods,
  periodFromDate,
  periodsWithin,
  periodToDate,
  previousPeriod,
  readPeriod,
  type SimplePeriodKind,
  shiftPeriod,
} from "../src/periods/index.js";

const KINDS: readonly SimplePeriodKind[] = [
  "year",
  "half",
  "trimester",
  "quarter",
  "month",
  "week",
  "day",
];

const anyDate = fc.date({
  min: new Date("0002-01-01T00:00:00Z"),
  max: new Date("9998-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const anyPeriod = fc
  .tuple(anyDate, fc.constantFrom(...KINDS))
  .map(([date, kind]) => periodFromDate(date, kind));

describe("parsePeriod", () => {
  test.each([
    ["2018", "2018-01-01", "2018-12-31"],
    ["2018-A1", "2018-01-01", "2018-12-31"],
    ["2018-S1", "2018-01-01", "2018-06-30"],
    ["2018-S2", "2018-07-01", "2018-12-31"],
    ["2018-T2", "2018-05-01", "2018-08-31"],
    ["2018-Q3", "2018-07-01", "2018-09-30"],
    ["2018-03", "2018-03-01", "2018-03-31"],
    ["2018-M03", "2018-03-01", "2018-03-31"],
    ["2020-02", "2020-02-01", "2020-02-29"],
    ["1900-02", "1900-02-01", "1900-02-28"],
    ["2000-02", "2000-02-01", "2000-02-29"],
    ["2020-W01", "2019-12-30", "2020-01-05"],
    ["2020-W53", "2020-12-28", "2021-01-03"],
    ["2020-W10", "2020-03-02", "2020-03-08"],
    ["2020-02-29", "2020-02-29", "2020-02-29"],
    ["2020-D061", "2020-03-01", "2020-03-01"],
    ["2014/2018", "2014-01-01", "2018-12-31"],
    ["2010-01-01/P3Y", "2010-01-01", "2012-12-31"],
    ["2010-01-01T00:00:00/P3Y", "2010-01-01", "2012-12-31"],
    ["2020-01-31/P1M", "2020-01-31", "2020-02-28"],
    ["2020-03-01/P2W", "2020-03-01", "2020-03-14"],
    ["2020-Q4/2021-Q1", "2020-10-01", "2021-03-31"],
    ["0001", "0001-01-01", "0001-12-31"],
    ["9999-12-31", "9999-12-31", "9999-12-31"],
  ])("%s runs from %s to %s", (text, first, last) => {
    const period = parsePeriod(text);
    expect([firstDay(period), lastDay(period)]).toEqual([first, last]);
  });

  test.each([
    ["2020-M03", "2020-03"],
    ["2018-A1", "2018"],
    ["2020-D061", "2020-03-01"],
    ["2014-01-01/2018-12-31", "2014/2018"],
    ["2014-Q1/2018-Q4", "2014/2018"],
    ["2014/2014", "2014"],
    ["2014-01/2014-12", "2014"],
    ["2014-02/2014-04", "2014-02/2014-04"],
    ["2020-W01/2020-W02", "2019-12-30/2020-01-12"],
  ])("%s has the canonical form %s", (text, canonical) => {
    expect(formatPeriod(parsePeriod(text))).toBe(canonical);
  });

  test.each([
    ["2020-H1", "domain/period-form", "2020-S1"],
    ["H2 2020", "domain/period-form", "2020-S2"],
    ["2018Q1", "domain/period-form", "2018-Q1"],
    ["Q1 2018", "domain/period-form", "2018-Q1"],
    ["2018M3", "domain/period-form", "2018-03"],
    ["2018-3", "domain/period-form", "2018-03"],
    ["03/2018", "domain/period-form", "2018-03"],
    ["20180301", "domain/period-form", "2018-03-01"],
    ["2018/3/1", "domain/period-form", "2018-03-01"],
    ["2014-2018", "domain/period-form", "2014/2018"],
    ["FY2018", "domain/period-form", "2018"],
    [" 2018", "domain/period-form", "2018"],
    ["2018.0", "domain/period-form", "2018"],
    ["2018-W7", "domain/period-form", "2018-W07"],
    ["18", "domain/period-form", undefined],
    ["", "domain/period-form", undefined],
    ["0000", "domain/period-form", undefined],
    ["2018/2019/2020", "domain/period-form", undefined],
    ["2018/", "domain/period-form", undefined],
    ["2018/P", "domain/period-form", undefined],
    ["9999/P2Y", "domain/period-form", undefined],
    ["2018-13", "domain/period-part", undefined],
    ["2018-00", "domain/period-part", undefined],
    ["2018-Q5", "domain/period-part", undefined],
    ["2018-S3", "domain/period-part", undefined],
    ["2019-W53", "domain/period-part", undefined],
    ["2019-02-29", "domain/period-part", undefined],
    ["2019-D366", "domain/period-part", undefined],
    ["2018/2014", "domain/period-reversed", undefined],
    ["2018/P0D", "domain/period-reversed", undefined],
    ["2018-01-01T12:00:00/P1D", "domain/period-time", undefined],
  ])("refuses %j with %s and the suggestion %s", (text, code, suggestion) => {
    const { finding } = readPeriod(text);
    expect([finding?.code, finding?.suggestion]).toEqual([code, suggestion]);
    expect(finding?.hint).toBeTruthy();
  });

  test("refuses what is no text, and does not choke on long text", () => {
    for (const hostile of [2018, null, undefined, {}, "9".repeat(1e6), "2018/".repeat(1e5)]) {
      expect(readPeriod(hostile as string).finding?.code).toBe("domain/period-form");
    }
    expect(readPeriod(2018 as unknown as string).finding?.suggestion).toBe("2018");
  });

  test("throws a VitalError that names the text", () => {
    try {
      parsePeriod("2018-13");
      expect.unreachable();
    } catch (error) {
      expect(isVitalError(error) && error.message).toContain('"2018-13": 2018 has no month 13.');
    }
  });

  test("reports a bad text of a list once, with its first row", () => {
    const { periods, findings } = parsePeriods(["2018", "x", "2019", "x", "2018-13"]);
    expect(periods.map((period) => period === null)).toEqual([false, true, false, true, true]);
    expect(findings.map(({ place }) => place.row)).toEqual([2, 5]);
  });
});

describe("laws", () => {
  test("what is formatted is read back", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriod(formatPeriod(period))).toEqual(period);
      }),
    );
  });

  test("intervals are read back, whatever their ends", () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        const [from, to] = a.first <= b.first ? [a, b] : [b, a];
        fc.pre(from.first <= to.last && from.last <= to.last);
        const interval = parsePeriod(`${formatPeriod(from)}/${formatPeriod(to)}`);
        expect([interval.first, interval.last]).toEqual([from.first, to.last]);
        expect(parsePeriod(formatPeriod(interval))).toEqual(interval);
      }),
    );
  });

  test("periods of a kind follow each other without gap or overlap", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const next = nextPeriod(period);
        expect(next.first).toBe(period.last + 1);
        expect(previousPeriod(next)).toEqual(period);
        expect(overlapsPeriod(period, next)).toBe(false);
        expect(comparePeriods(period, next)).toBeLessThan(0);
      }),
    );
  });

  test("shifting by n is n steps", () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: 0, max: 30 }), (period, n) => {
        fc.pre(period.year < 9900);
        let stepped = shiftPeriod(period, 0);
        for (let i = 0; i < n; i++) stepped = nextPeriod(stepped);
        expect(shiftPeriod(period, n)).toEqual(stepped);
      }),
    );
  });

  test("the parts of a year fill it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9998 }),
        fc.constantFrom(
          "half",
          "trimester",
          "quarter",
          "month",
          "day",
        ) as fc.Arbitrary<SimplePeriodKind>,
        (year, kind) => {
          const whole = parsePeriod(String(year).padStart(4, "0"));
          const parts = periodsWithin(whole, kind);
          const days = parts.reduce((sum, part) => sum + daysInPeriod(part), 0);
          expect(days).toBe(daysInPeriod(whole));
          expect(parts.every((part) => containsPeriod(whole, part))).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("against date-fns", () => {
  test("ISO weeks", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const day = periodFromDate(date, "day");
        const week = parsePeriod(
          `${String(getISOWeekYear(date, { in: utc })).padStart(4, "0")}-W${String(getISOWeek(date, { in: utc })).padStart(2, "0")}`,
        );
        expect(containsPeriod(week, day)).toBe(true);
        expect(periodToDate(week).getUTCDay()).toBe(1);
        const last = `${formatPeriod(week).slice(0, 4)}-W${getISOWeeksInYear(periodToDate(week), { in: utc })}`;
        expect(readPeriod(last).finding).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test("months and days", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const month = periodFromDate(date, "month");
        expect(lastDay(month)).toBe(lastDayOfMonth(date, { in: utc }).toISOString().slice(0, 10));
        const next = addDays(date, 1, { in: utc });
        expect(periodFromDate(new Date(+next), "day")).toEqual(
          nextPeriod(periodFromDate(date, "day")),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe("dates", () => {
  test("are read in UTC unless the machine's zone is asked for", () => {
    const midnight = new Date("2020-01-01T00:00:00Z");
    expect(formatPeriod(periodFromDate(midnight, "year"))).toBe("2020");
    const local = new Date(2020, 0, 1);
    expect(formatPeriod(periodFromDate(local, "day", { timeZone: "local" }))).toBe("2020-01-01");
    expect(formatPeriod(periodFromDate(local, "week", { timeZone: "local" }))).toBe("2020-W01");
  });

  test("go to UTC midnight and back", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(periodFromDate(periodToDate(period), period.kind)).toEqual(period);
      }),
    );
  });

  test("that are invalid or out of range are refused", () => {
    for (const date of [new Date(Number.NaN), new Date(-1e15), new Date(8e15)]) {
      expect(() => periodFromDate(date, "day")).toThrow(/not a date of the years 1 to 9999/);
    }
  });
});
