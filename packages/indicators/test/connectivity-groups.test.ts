import { isVitalError } from "@vitalcore/core";
import { checkObservations, type Observation } from "@vitalcore/domain";
import {
  disabilityGapInternet,
  divide,
  generationalGap,
  incomeGapInternet,
  indicators,
  internetUse,
  urbanRuralGap,
  urbanRuralRatio,
} from "@vitalcore/domain/indicators";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  affordability,
  affordabilityColumns,
  affordabilityGap,
  affordabilityTargets,
  areaConcentration,
  checkGroupCoverage,
  connectivityTargets2030,
  groupGaps,
  jointBounds,
  lackingBounds,
  meetsAffordability,
  targetDistances,
} from "../src/connectivity/index.js";

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
const use = (
  axis: string,
  category: string,
  value: number | null,
  more: object = {},
): Observation => ({
  indicator: "internet-use",
  area: "NAM",
  period: "2018",
  unit: "PERCENT",
  breakdown: { [axis]: category },
  value,
  ...(value === null && { status: ["M"] as const }),
  ...more,
});

describe("groupGaps", () => {
  const education = divide({
    of: internetUse,
    axis: "education",
    upper: { code: "ISCED11_5T8", people: "people with tertiary education" },
    lower: { code: "ISCED11_0T1", people: "people with primary education or less" },
    form: "difference",
  });
  it.each([
    [urbanRuralGap, "urbanisation", "U", "R", 36],
    [generationalGap, "age", "15-24", "65+", 36],
    [incomeGapInternet, "income", "Q5", "Q1", 36],
    [disabilityGapInternet, "disability", "PWD", "PD", 36],
    [education, "education", "ISCED11_5T8", "ISCED11_0T1", 36],
    [urbanRuralRatio, "urbanisation", "U", "R", 67 / 31],
  ] as const)("$id", (definition, axis, upper, lower, expected) => {
    const { observations, findings } = groupGaps(
      [use(axis, upper, 67), use(axis, lower, 31), use(axis, "_T", 50)],
      definition,
    );
    expect(findings).toEqual([]);
    expect(observations).toHaveLength(1);
    expect(observations[0]?.value).toBeCloseTo(expected, 12);
    expect(observations[0]?.breakdown).toBeUndefined();
    expect(checkObservations(observations, [...indicators, education])).toEqual([]);
  });
  it("has limits only for samples that are independent", () => {
    const pair = [
      use("urbanisation", "U", 67, { standardError: 1.5 }),
      use("urbanisation", "R", 31, { standardError: 2 }),
    ];
    expect(groupGaps(pair, urbanRuralGap).observations[0]?.standardError).toBeUndefined();
    const [gap] = groupGaps(pair, urbanRuralGap, { independent: true }).observations;
    expect(gap?.standardError).toBeCloseTo(2.5, 12);
    expect(gap?.interval?.lower).toBeCloseTo(36 - 1.959963984540054 * 2.5, 9);
    const [ratio] = groupGaps(pair, urbanRuralRatio, { independent: true }).observations;
    const half = 1.959963984540054 * Math.hypot(1.5 / 67, 2 / 31);
    expect(ratio?.interval?.upper).toBeCloseTo((67 / 31) * Math.exp(half), 9);
  });
  it("reports who has no partner, and gives no ratio to nobody", () => {
    const alone = groupGaps(
      [use("urbanisation", "U", 67), use("urbanisation", "R", 31, { period: "2019" })],
      urbanRuralGap,
    );
    expect(alone.observations).toEqual([]);
    expect(alone.findings.map(({ facts }) => facts.absent)).toEqual([
      "urbanisation = R",
      "urbanisation = U",
    ]);
    const none = groupGaps(
      [use("urbanisation", "U", 67), use("urbanisation", "R", 0)],
      urbanRuralRatio,
    );
    expect(none.observations[0]).toMatchObject({ value: null, status: ["M"] });
    expect(none.findings[0]?.code).toBe("indicators/zero-reference");
    const missing = groupGaps(
      [use("urbanisation", "U", 67), use("urbanisation", "R", null)],
      urbanRuralGap,
    );
    expect(missing.observations[0]?.value).toBeNull();
    const percent = groupGaps(
      [use("urbanisation", "U", 167), use("urbanisation", "R", 31)],
      urbanRuralGap,
    );
    expect(percent.findings[0]?.code).toBe("indicators/not-a-share");
  });
  it("refuses a definition that is no divide", () => {
    expect(findingsOf(() => groupGaps([], internetUse)).length).toBeGreaterThan(0);
  });
});

describe("checkGroupCoverage", () => {
  const groups = [
    { name: "women", share: 0.4, population: 500 },
    { name: "men", share: 0.5, population: 480 },
  ];
  it("finds who is left out, and a total that is not theirs", () => {
    const codes = (share: number, population: number) =>
      checkGroupCoverage(groups, { share, population }).map(({ code }) => code);
    expect(codes(0.449, 980)).toEqual([]);
    expect(codes(0.449, 1100)).toEqual(["indicators/groups-do-not-cover"]);
    expect(codes(0.55, 980)).toEqual(["indicators/groups-against-total"]);
  });
  it("holds for any split of a population (property)", () => {
    const part = fc.record({
      name: fc.string(),
      share,
      population: fc.integer({ min: 1, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(part, { minLength: 1, selector: ({ name }) => name }), (parts) => {
        const population = parts.reduce((sum, each) => sum + each.population, 0);
        const having = parts.reduce((sum, each) => sum + each.share * each.population, 0);
        expect(checkGroupCoverage(parts, { share: having / population, population })).toEqual([]);
      }),
    );
  });
  it("refuses percent and no groups", () => {
    expect(findingsOf(() => checkGroupCoverage([], { share: 45, population: 0 }))).toHaveLength(3);
  });
});

describe("affordability of many rows", () => {
  it("is that of each (property)", () => {
    const price = fc.double({ min: 0.01, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(price, price)), (rows) => {
        const { value, meets, missing } = affordabilityColumns({
          monthlyPrice: rows.map(([p]) => p),
          annualIncomePerPerson: rows.map(([, i]) => i),
        });
        rows.forEach(([monthlyPrice, annualIncomePerPerson], row) => {
          const one = affordability({ monthlyPrice, annualIncomePerPerson }).value;
          expect(value[row]).toBe(one);
          for (const target of Object.values(affordabilityTargets)) {
            expect(meets[target.id]?.[row]).toBe(Number(meetsAffordability(one, target)));
            expect(affordabilityGap(one, target)).toBe(Math.max(0, one - target.share));
          }
        });
        expect(missing).toBe(0);
      }),
    );
  });
  it("names the row of what cannot be, and keeps what is missing missing", () => {
    expect(
      findingsOf(() =>
        affordabilityColumns({ monthlyPrice: [3, 0, -1], annualIncomePerPerson: [900, 900, 0] }),
      ).map(({ place }) => [place.column, place.row]),
    ).toEqual([
      ["monthlyPrice", 2],
      ["monthlyPrice", 3],
      ["annualIncomePerPerson", 3],
    ]);
    expect(
      findingsOf(() => affordabilityColumns({ monthlyPrice: [3], annualIncomePerPerson: [] }))[0]
        ?.code,
    ).toBe("indicators/unequal-lengths");
    const { value } = affordabilityColumns({ monthlyPrice: [null], annualIncomePerPerson: [900] });
    expect(value[0]).toBeNaN();
  });
});

describe("bounds from margins", () => {
  it("hold the truth of any joint distribution (property)", () => {
    const cell = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (both, onlyGroup, onlyThing, neither) => {
        const whole = both + onlyGroup + onlyThing + neither;
        const group = both + onlyGroup;
        if (group === 0) return;
        const { lower, upper } = lackingBounds(group / whole, (both + onlyThing) / whole);
        expect(onlyGroup / group).toBeGreaterThanOrEqual(lower - 1e-9);
        expect(onlyGroup / group).toBeLessThanOrEqual(upper + 1e-9);
      }),
    );
  });
  it("are those of both, turned around (property)", () => {
    fc.assert(
      fc.property(share, share, (group, having) => {
        if (group === 0) return;
        const { lower, upper } = lackingBounds(group, having);
        const { all } = jointBounds([group, having]);
        expect(lower * group).toBeCloseTo(group - all.upper, 9);
        expect(upper * group).toBeCloseTo(group - all.lower, 9);
      }),
    );
  });
  it("refuses percent and a group of nobody", () => {
    expect(findingsOf(() => lackingBounds(0, 60))).toHaveLength(2);
  });
});

describe("areaConcentration", () => {
  it("is none where all areas are alike, and full where one holds all", () => {
    const even = areaConcentration([0.3, 0.3, 0.3], [10, 20, 70]);
    expect(even.gini).toBeCloseTo(0, 12);
    expect(even.hoover).toBeCloseTo(0, 12);
    expect(even.topShare).toBeCloseTo(0.2, 12);
    const one = areaConcentration([1, 0, 0, 0], [25, 25, 25, 25]);
    expect([one.gini, one.hoover, one.areasWithHalf]).toEqual([0.75, 0.75, 1]);
    expect(areaConcentration([1, 0, 0, 0], [25, 25, 25, 25], { top: 0.25 }).topShare).toBe(1);
  });
  it("does not change when an area is split in two alike (property)", () => {
    const area = fc.tuple(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 1000 }),
    );
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 12 }), (areas) => {
        const split = areas.flatMap(([p, n]) => [[p, n / 2] as const, [p, n / 2] as const]);
        const of = (list: readonly (readonly [number, number])[]) =>
          areaConcentration(
            list.map(([p]) => p),
            list.map(([, n]) => n),
          );
        const [whole, halves] = [of(areas), of(split)];
        expect(halves.gini).toBeCloseTo(whole.gini, 9);
        expect(halves.hoover).toBeCloseTo(whole.hoover, 9);
        expect(halves.topShare).toBeCloseTo(whole.topShare, 9);
      }),
    );
  });
  it("refuses percent, other lengths and nobody offline", () => {
    expect(findingsOf(() => areaConcentration([30, 0.2], [10, 20]))).toHaveLength(1);
    expect(findingsOf(() => areaConcentration([0.3], [10, 20]))).toHaveLength(1);
    expect(findingsOf(() => areaConcentration([0, 0], [10, 20]))).toHaveLength(1);
  });
});

describe("targets for 2030", () => {
  const at = { area: "NAM", period: "2018" };
  it("are of indicators of the catalogue, in their unit", () => {
    for (const { indicator, unit } of connectivityTargets2030) {
      expect(indicators.find(({ id }) => id === indicator)?.unit).toBe(unit);
    }
  });
  it("say how far it is, from above, from below and from either side", () => {
    const distances = targetDistances([
      { ...at, indicator: "internet-use", value: 51, unit: "PERCENT" },
      { ...at, indicator: "internet-use", value: 0.51, unit: "PROPORTION" },
      { ...at, indicator: "affordability-ratio", value: 5, unit: "PERCENT" },
      { ...at, indicator: "gender-parity-score", value: 1.02, unit: "RATIO" },
      { ...at, indicator: "gender-parity-score", value: 0.9, unit: "RATIO" },
      { ...at, indicator: "coverage-gap", value: 5, unit: "PERCENT" },
      { ...at, indicator: "internet-use", value: null, unit: "PERCENT", status: ["M"] },
    ]);
    expect(distances.map(({ distance }) => Number(distance.toFixed(9)))).toEqual([49, 3, 0, 0.08]);
    expect(distances.map(({ isMet }) => isMet)).toEqual([false, false, true, false]);
  });
});
