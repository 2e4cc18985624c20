import { isVitalError } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  equalWeights,
  multidimensionalPoverty,
  povertyRobustness,
} from "../src/multidimensional-poverty/index.js";
import { inInternationalDollars, internationalDollarsOf } from "../src/poverty/index.js";
import { populationAt } from "../src/rates/index.js";

const codesOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe("populationAt", () => {
  const counts = [
    { date: "2020-01-01", population: 2000 },
    { date: "2010-01-01", population: 1000 },
  ];

  it("grows at a constant rate: half way in time is the geometric mean", () => {
    // 3652 days, so that the middle is a date
    expect(populationAt(counts, "2015-01-01").value).toBeCloseTo(1000 * 2 ** (1826 / 3652), 9);
    expect(populationAt(counts, "2020-01-01")).toEqual({
      value: 2000,
      date: "2020-01-01",
      between: ["2020-01-01", "2020-01-01"],
    });
    expect(populationAt(counts, "2015").value).toBe(populationAt(counts, "2015-07-01").value);
  });

  it("lies between the counts on either side (property)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2010, max: 2019 }), fc.integer({ min: 1, max: 9 }), (y, m) => {
        const { value } = populationAt(counts, `${y}-0${m}-01`);
        expect(value).toBeGreaterThanOrEqual(1000);
        expect(value).toBeLessThanOrEqual(2000);
      }),
    );
  });

  it.each([
    [counts, "2021-01-01", "indicators/outside-counts"],
    [counts, "2009", "indicators/outside-counts"],
    [counts, "2015-02-30", "indicators/invalid-input"],
    [counts, "July 2015", "indicators/invalid-input"],
    [[...counts, counts[0]!], "2015", "indicators/invalid-input"],
    [[{ date: "2015", population: 0 }], "2015", "indicators/invalid-input"],
    [[], "2015", "indicators/invalid-input"],
  ])("refuses %j at %s", (given, date, code) => {
    expect(codesOf(() => populationAt(given, date))).toContain(code);
  });
});

describe("internationalDollarsOf", () => {
  const prices = {
    consumerPrices: { 2009: 50, 2017: 100, 2019: 120 },
    parities: { 2017: 20 },
  };

  it("is the conversion of stated prices", () => {
    expect(internationalDollarsOf(600, 2019, 2017, prices)).toBe(
      inInternationalDollars(600, { pricesThen: 120, pricesInBase: 100, localPerDollar: 20 }),
    );
  });

  it("turns an earlier currency into today's first", () => {
    const redenominations = { 2013: 0.001 };
    expect(internationalDollarsOf(600_000, 2009, 2017, { ...prices, redenominations })).toBe(
      internationalDollarsOf(600, 2009, 2017, prices),
    );
    expect(internationalDollarsOf(600, 2019, 2017, { ...prices, redenominations })).toBe(
      internationalDollarsOf(600, 2019, 2017, prices),
    );
  });

  it("takes no neighbouring year, and reports all that is absent", () => {
    expect(codesOf(() => internationalDollarsOf(1, 2018, 2021, prices))).toEqual([
      "indicators/no-price",
      "indicators/no-price",
      "indicators/no-price",
    ]);
  });
});

describe("povertyRobustness", () => {
  const dimensions = equalWeights({ a: ["x"], b: ["y"], c: ["z"] });
  const baseline = { id: "third", name: "A third", dimensions, cutoff: [1, 3] } as const;
  const all = { id: "all", name: "All", dimensions, cutoff: [1, 1] } as const;
  const person = fc.record({
    x: fc.nat(1),
    y: fc.nat(1),
    z: fc.nat(1),
    area: fc.constantFrom("n", "s", "w"),
  });

  it("agrees with itself, and has the values of the measure (property)", () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 3, maxLength: 40 }), (people) => {
        fc.pre(new Set(people.map(({ area }) => area)).size > 1);
        const same = povertyRobustness(people, baseline, [baseline], { by: "area" });
        expect(same.alternatives[0]?.reversed).toEqual([]);
        const { groups } = multidimensionalPoverty(people, all, { by: "area" });
        const [other] = povertyRobustness(people, baseline, [all], { by: "area" }).alternatives;
        expect(other?.adjustedHeadcount).toEqual(
          Object.fromEntries(groups.map((each) => [each.group, each.adjustedHeadcount])),
        );
      }),
    );
  });

  it("names the pairs that turn round", () => {
    const people = {
      area: ["n", "n", "s", "s"],
      x: [1, 1, 1, 0],
      y: [1, 1, 1, 0],
      z: [0, 0, 1, 0],
    };
    const { alternatives, alwaysSame } = povertyRobustness(people, baseline, [all], { by: "area" });
    expect(alternatives[0]).toMatchObject({
      specification: "all",
      reversed: [["n", "s"]],
      robustPairs: 0,
      kendall: -1,
    });
    expect(alwaysSame).toBe(0);
  });
});
