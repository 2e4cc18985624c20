import { isVitalError } from "@vitalcore/core";
import { checkObservations, type Observation } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  affordability,
  affordabilityTargets,
  checkPublishedGaps,
  connectivityGaps,
  type Facility,
  facilityConnectivity,
  ictDevelopment,
  jointBounds,
  meetsAffordability,
  offlinePeople,
  projectTarget,
  schoolStandard2030,
  shutdownDays,
  useChange,
} from "../src/connectivity/index.js";
import { csvRows, fixture, report } from "./csv.js";

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("published figures", () => {
  it("GSMA's use and gaps add up", () => {
    const rows = csvRows(fixture("connectivity/gsma-coverage-usage-gap.csv"));
    const matched = rows.filter((row) => {
      const [use, usageGap, coverageGap] = [
        "connected_pct",
        "usage_gap_pct",
        "coverage_gap_pct",
      ].map((column) => Number(row[column]) / 100) as [number, number, number];
      const computed = connectivityGaps({ coverage: 1 - coverageGap, use });
      return (
        checkPublishedGaps({ use, usageGap, coverageGap }).length === 0 &&
        Math.abs((computed.usageGap as number) - usageGap) < 0.005
      );
    });
    report("GSMA triples", matched.length, rows.length);
    expect(matched).toHaveLength(3);
  });

  it("A4AI: 1 GB at 2 % or less of monthly income in 7 of 45 countries", () => {
    const rows = csvRows(fixture("connectivity/a4ai-mobile-data-price-2018q4.csv"));
    const prices = rows.map((row) => Number(Object.values(row).at(-1)) / 100);
    const met = prices.filter((price) => meetsAffordability(price, affordabilityTargets.a4ai1For2));
    report("A4AI 1 for 2", met.length, 7);
    expect([prices.length, met.length]).toEqual([45, 7]);
  });
});

describe("gaps over time", () => {
  it("coverage and usage add up to the change (property)", () => {
    const state = fc
      .tuple(fc.double({ min: 0.01, max: 1, noNaN: true }), share)
      .map(([coverage, u]) => ({ coverage, use: u * coverage }));
    fc.assert(
      fc.property(state, state, (from, to) => {
        const parts = useChange(from, to);
        expect(parts.coverage + parts.usage).toBeCloseTo(parts.change, 12);
        expect(useChange(to, from).coverage).toBeCloseTo(-parts.coverage, 12);
      }),
    );
    expect(
      findingsOf(() => useChange({ coverage: 0, use: 0 }, { coverage: 0.5, use: 0.6 })).map(
        ({ code }) => code,
      ),
    ).toEqual(["indicators/nobody-covered", "indicators/definition-differs"]);
  });

  it("a projection follows a logistic curve exactly, and says when it never arrives", () => {
    const logistic = (year: number) => 1 / (1 + Math.exp(-(year - 2015) / 4));
    const series = [2012, 2014, 2016, 2018, 2020].map((year) => ({ year, value: logistic(year) }));
    const first = Math.ceil(2015 + 4 * Math.log(0.95 / 0.05));
    const { reached, interval, slope } = projectTarget(series, { target: 0.95 });
    expect([reached, interval.from, interval.to]).toEqual([first, first, first]);
    expect(slope).toBeCloseTo(0.25, 12);
    const falling = series.map(({ year }) => ({ year, value: 1 - logistic(year) }));
    expect(projectTarget(falling, { target: 0.95 })).toMatchObject({
      reached: "not reached",
      isMet: false,
    });
    expect(projectTarget(series, { target: 0.7 })).toMatchObject({ reached: 2020, isMet: true });
    const soon = projectTarget(series, { target: 0.95, horizon: first - 1 });
    expect(soon.reached).toBe("not reached");
  });

  it("the interval holds the year, and widens with noise", () => {
    const series = [0.3, 0.41, 0.4, 0.52, 0.5, 0.61].map((value, i) => ({ year: 2015 + i, value }));
    const { reached, interval } = projectTarget(series, { target: 0.9 });
    expect(interval.from as number).toBeLessThan(reached as number);
    expect(interval.to === "not reached" || interval.to > (reached as number)).toBe(true);
    const wide = projectTarget(series, { target: 0.9, level: 0.99 });
    expect(wide.interval.from as number).toBeLessThanOrEqual(interval.from as number);
  });

  it("refuses percent, extremes, too short or doubled series", () => {
    const year = (y: number, value: number) => ({ year: y, value });
    expect(
      findingsOf(() => projectTarget([year(1, 50), year(2, 0), year(3, 0.5)], { target: 0.9 })).map(
        ({ code }) => code,
      ),
    ).toEqual(["indicators/not-a-proportion", "indicators/extreme-share"]);
    expect(
      findingsOf(() => projectTarget([year(1, 0.5), year(1, 0.6)], { target: 1 })),
    ).toHaveLength(4);
  });
});

describe("offlinePeople", () => {
  const at = (value: number | null, unit: string): Observation => ({
    indicator: unit === "PERCENT" ? "internet-use" : "population",
    area: "NAM",
    period: "2017",
    unit,
    value,
    ...(value === null && { status: ["O"] }),
  });
  it("gives share and number", () => {
    const { observations, findings } = offlinePeople({
      use: [at(51, "PERCENT")],
      population: [at(2_400_000, "PERSONS")],
    });
    expect(findings).toEqual([]);
    expect(observations.map(({ indicator, value }) => [indicator, value])).toEqual([
      ["offline-share", 49],
      ["offline-population", 1_176_000],
    ]);
    expect(checkObservations(observations, indicators)).toEqual([]);
  });
  it("has no number from thousands, and nothing from what is missing", () => {
    const thousands = offlinePeople({
      use: [at(51, "PERCENT")],
      population: [at(2400, "THOUSANDS")],
    });
    expect(thousands.observations.map(({ value }) => value)).toEqual([49, null]);
    expect(thousands.findings).toHaveLength(1);
    const missing = offlinePeople({
      use: [at(null, "PERCENT")],
      population: [at(2400, "PERSONS")],
    });
    expect(missing.observations.map(({ value, status }) => [value, status])).toEqual([
      [null, ["O"]],
      [null, ["O"]],
    ]);
  });
});

describe("affordability", () => {
  it("tells less than from not more than 2 %", () => {
    const { value } = affordability({ monthlyPrice: 3, annualIncomePerPerson: 1800 });
    expect(
      Object.values(affordabilityTargets).map((target) => meetsAffordability(value, target)),
    ).toEqual([true, false, true, true]);
    expect(
      findingsOf(() => affordability({ monthlyPrice: 0, annualIncomePerPerson: -1 })),
    ).toHaveLength(2);
  });
});

describe("jointBounds", () => {
  it("hold for any joint distribution (property)", () => {
    const person = fc.array(fc.boolean(), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 30 }), (people) => {
        const of = (test: (answers: boolean[]) => boolean | undefined) =>
          people.filter(test).length / people.length;
        const { all, any } = jointBounds([0, 1, 2].map((j) => of((answers) => answers[j])));
        const [everything, something] = [
          of((answers) => answers.every(Boolean)),
          of((answers) => answers.some(Boolean)),
        ];
        expect(everything).toBeGreaterThanOrEqual(all.lower - 1e-12);
        expect(everything).toBeLessThanOrEqual(all.upper + 1e-12);
        expect(something).toBeGreaterThanOrEqual(any.lower - 1e-12);
        expect(something).toBeLessThanOrEqual(any.upper + 1e-12);
      }),
    );
    expect(findingsOf(() => jointBounds([]))).toHaveLength(1);
    expect(findingsOf(() => jointBounds([50, 0.5]))).toHaveLength(1);
  });
});

describe("facilityConnectivity", () => {
  const good: Facility = { connected: true, speed: 40, people: 100, data: 300 };
  it("needs every requirement, and knows a no without knowing everything", () => {
    const found = facilityConnectivity(
      [
        good,
        { ...good, people: 1000 }, // 40 kbit/s each
        { ...good, speed: null, data: 10 },
        { ...good, data: null },
        { ...good, people: 0 },
        { connected: false },
        { connected: null },
      ],
      schoolStandard2030,
    );
    expect(found).toMatchObject({
      n: 7,
      unknown: { connected: 1, meetsStandard: 2 },
      meetsStandard: 2 / 5,
    });
    expect(found.connected).toBeCloseTo(5 / 6, 12);
    expect([found.bounds.lower, found.bounds.upper]).toEqual([2 / 7, 4 / 7]);
    expect(facilityConnectivity([{ connected: null }])).toMatchObject({
      connected: null,
      meetsStandard: null,
    });
  });
  it("refuses an empty list and impossible measurements", () => {
    expect(findingsOf(() => facilityConnectivity([]))).toHaveLength(1);
    expect(
      findingsOf(() =>
        facilityConnectivity([{ connected: true, speed: -1, people: Number.NaN }], { speed: 0 }),
      ),
    ).toHaveLength(3);
  });
});

describe("shutdownDays", () => {
  it("counts every day once, in any order (property)", () => {
    const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
    const span = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const days = new Set(
          spans.flatMap(([start, length]) =>
            Array.from({ length: length + 1 }, (_, i) => start + i),
          ),
        );
        const shutdowns = spans.map(([start, length]) => ({
          from: day(start),
          to: day(start + length),
        }));
        expect(shutdownDays(shutdowns)).toBe(days.size);
        const year = { from: "2020-01-01", to: "2020-12-31" };
        expect(shutdownDays([...shutdowns].reverse(), year)).toBe(
          [...days].filter((n) => n < 366).length,
        );
      }),
    );
  });
  it("refuses days that are none", () => {
    const wrong = [
      { from: "2019-02-30", to: "2019-03-01" },
      { from: "2019-05-02", to: "2019-05-01" },
      { from: "1 May 2019", to: "2019-05-01" },
    ];
    expect(findingsOf(() => shutdownDays(wrong))).toHaveLength(3);
  });
});

describe("ictDevelopment", () => {
  const percent = { from: 0, to: 100 };
  const goalposts = {
    "internet-users": percent,
    "households-with-internet": percent,
    "mobile-broadband-subscriptions": percent,
    "3g-coverage": percent,
    "4g-coverage": percent,
    "mobile-traffic-per-subscription": { from: 1, to: 100, log: true },
    "fixed-traffic-per-subscription": { from: 1, to: 1000, log: true },
    "mobile-basket-price": { from: 20, to: 0 },
    "fixed-basket-price": { from: 20, to: 0 },
    "mobile-phone-owners": percent,
  } as const;
  const values = {
    "internet-users": 60,
    "households-with-internet": 60,
    "mobile-broadband-subscriptions": 120,
    "3g-coverage": 100,
    "4g-coverage": 50,
    "mobile-traffic-per-subscription": 10,
    "fixed-traffic-per-subscription": 1,
    "mobile-basket-price": 5,
    "fixed-basket-price": 40,
    "mobile-phone-owners": 80,
  } as const;
  it("is the mean of pillars of equally weighted indicators, capped, prices reversed, traffic logged", () => {
    const found = ictDevelopment(values, goalposts);
    expect(found.universal).toBeCloseTo((60 + 60 + 100) / 3, 12);
    expect(found.meaningful).toBeCloseTo((0.4 * 100 + 0.6 * 50 + 50 + 0 + 75 + 0 + 80) / 6, 12);
    expect(found.value).toBeCloseTo(
      ((found.universal as number) + (found.meaningful as number)) / 2,
      12,
    );
    expect(ictDevelopment({ ...values, "4g-coverage": null }, goalposts)).toMatchObject({
      meaningful: null,
      value: null,
    });
  });
  it("refuses to score without goalposts, and a logarithm of nothing", () => {
    expect(findingsOf(() => ictDevelopment(values, {}))).toHaveLength(10);
    expect(
      findingsOf(() => ictDevelopment({ "mobile-traffic-per-subscription": 0 }, goalposts)),
    ).toHaveLength(1);
    expect(findingsOf(() => ictDevelopment({}, {}, { thirdGeneration: 40 }))).toHaveLength(1);
  });
});
