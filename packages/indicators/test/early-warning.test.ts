import { readFileSync } from "node:fs";
import { isVitalError } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changePoint,
  cusumChart,
  ewmaChart,
  monotoneTrend,
  projectTrend,
  seasonalAnomalies,
  seasonalDecomposition,
  seriesOf,
  watch,
} from "../src/early-warning/index.js";
import { fixture } from "./csv.js";

const reference = JSON.parse(readFileSync(fixture("early-warning/early-warning.json"), "utf8"));

const close = (found: number | null | undefined, expected: number, tolerance = 1e-10) =>
  expect(Math.abs((found as number) - expected)).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected)),
  );

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

describe("against R", () => {
  it("seasonal decomposition", () => {
    const { trend, indices, remainder } = seasonalDecomposition(reference.x, 12);
    reference.trend.forEach((value: number | null, i: number) => {
      if (value === null) expect(trend[i]).toBeNaN();
      else close(trend[i], value);
    });
    reference.figure.forEach((value: number, i: number) => {
      close(indices[i], value);
    });
    reference.random.forEach((value: number | null, i: number) => {
      if (value !== null) close(remainder[i], value);
    });
  });
  it("Mann-Kendall and Theil-Sen", () => {
    const found = monotoneTrend(reference.y);
    close(found.tau, reference.tau[0]);
    close(found.pValue, reference.p[0]);
    close(found.slope, reference.slope[0]);
    expect(found.interval.lower).toBeLessThanOrEqual(found.slope);
    expect(found.interval.upper).toBeGreaterThanOrEqual(found.slope);
  });
  it.each(["linear", "log"] as const)("prediction limits, %s", (scale) => {
    const { projections } = projectTrend(reference.y, { periods: 4, scale, level: 0.9 });
    projections.forEach(({ value, lower, upper }, i) => {
      const [fit, low, high] = reference[scale][i];
      close(value, fit);
      close(lower, low);
      close(upper, high);
    });
  });
  it("Pettitt's statistic", () => {
    const { after, statistic } = changePoint(reference.z);
    expect([after, statistic]).toEqual([reference.at, reference.K[0]]);
  });
});

describe("false alarms, against published run lengths", () => {
  const calm = { mean: 0, standardDeviation: 1 };
  // Montgomery, Introduction to Statistical Quality Control, tables of two-sided charts; Lucas and Saccucci (1990).
  it.each([
    [0.5, 4, 168],
    [0.5, 5, 465],
    [0.25, 8.01, 370],
    [1, 2.52, 370],
  ])("CUSUM with k %d and h %d: %d", (allowance, interval, expected) => {
    const { falseAlarmEvery } = cusumChart([], calm, { allowance, interval });
    expect(Math.abs(falseAlarmEvery / expected - 1)).toBeLessThan(0.01);
  });
  it.each([
    [0.4, 3.054, 500],
    [0.25, 2.998, 500],
    [0.2, 2.962, 500],
    [0.1, 2.814, 500],
    [0.05, 2.615, 500],
  ])("EWMA with weight %d and width %d: %d", (weight, width, expected) => {
    const { falseAlarmEvery } = ewmaChart([], calm, { weight, width });
    expect(Math.abs(falseAlarmEvery / expected - 1)).toBeLessThan(0.01);
  });
  it("weight 1 is a chart of single values", () => {
    // Normal tails beyond 3: 1 in 370.398.
    expect(
      Math.abs(ewmaChart([], calm, { weight: 1, width: 3 }).falseAlarmEvery - 370.398),
    ).toBeLessThan(0.01);
  });
});

describe("how sure a threshold is crossed", () => {
  const series = (limits: readonly (readonly [number, number] | null)[]) =>
    seriesOf(
      limits.map((limit, i) => ({
        indicator: "food-insecurity-fies",
        area: "SOM",
        unit: "PERCENT",
        period: `${2018 + i}`,
        value: 27,
        ...(limit && { interval: { lower: limit[0], upper: limit[1], level: 0.95 } }),
      })),
    );
  const rule = { kind: "threshold", threshold: 25, direction: "above", persistence: 2 } as const;
  it.each([
    [
      "the limits lie above it",
      [
        [26, 28],
        [25.5, 29],
      ],
      true,
    ],
    [
      "one of them does not",
      [
        [26, 28],
        [24, 30],
      ],
      false,
    ],
    ["one is not known", [[26, 28], null], null],
  ] as const)("%s", (_, limits, expected) => {
    const [alert] = watch(series(limits), [rule]);
    expect(alert?.isCertain).toBe(expected);
  });
});

describe("seriesOf", () => {
  const at = (
    period: string,
    value: number | null,
    more: Partial<Observation> = {},
  ): Observation => ({
    indicator: "displaced",
    area: "COL",
    unit: "PERSONS",
    period,
    value,
    ...(value === null && { status: ["O"] }),
    ...more,
  });
  it("takes the latest vintage, whatever the order of the rows", () => {
    const rows = [
      at("2020", 5, { asOf: "2021-01-01" }),
      at("2020", 7, { asOf: "2022-01-01" }),
      at("2022", null),
    ];
    for (const observations of [rows, [...rows].reverse()]) {
      const { values, periods, findings } = seriesOf(observations);
      expect(periods).toEqual(["2020", "2021", "2022"]);
      expect([...values]).toEqual([7, Number.NaN, Number.NaN]);
      expect(findings.map(({ code, facts }) => [code, facts.before ?? facts.count])).toEqual([
        ["indicators/revised-value", 5],
        ["indicators/series-gap", 2],
      ]);
    }
  });
  it("refuses what is no series, all reasons together", () => {
    const mixed = [
      at("2020", 1),
      at("2020-Q1", 2, { area: "NAM", unit: "PERCENT", breakdown: { sex: "F" }, indicator: "x" }),
    ];
    expect(findingsOf(() => seriesOf(mixed)).map(({ facts }) => facts.what)).toEqual([
      "indicators",
      "areas",
      "units",
      "breakdowns",
      "kinds of period",
    ]);
    expect(findingsOf(() => seriesOf([]))).toHaveLength(1);
    expect(findingsOf(() => seriesOf([at("soon", 1)]))[0]?.code).toContain("domain/");
  });
});

describe("laws", () => {
  const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), {
    minLength: 8,
    maxLength: 30,
  });
  it("a trend turns round with time and sign, and keeps its place with gaps (property)", () => {
    fc.assert(
      fc.property(values, (series) => {
        const found = monotoneTrend(series);
        expect(monotoneTrend(series.map((value) => -value)).s).toBe(-found.s + 0);
        expect(monotoneTrend([...series].reverse()).s).toBe(-found.s + 0);
        const spread = series.flatMap((value) => [value, Number.NaN]);
        close(monotoneTrend(spread).slope, found.slope / 2, 1e-9);
      }),
    );
  });
  it("parts of a decomposition add up, and seasons to nothing (property)", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 16, maxLength: 40 }),
        fc.constantFrom("mean", "median"),
        (series, by) => {
          const { trend, seasonal, remainder, indices } = seasonalDecomposition(series, 4, { by });
          series.forEach((value, i) => {
            if (!Number.isNaN(trend[i]))
              close(
                (trend[i] as number) + (seasonal[i] as number) + (remainder[i] as number),
                value,
                1e-9,
              );
          });
          close(
            indices.reduce((a, b) => a + b, 0),
            0,
            1e-9,
          );
        },
      ),
    );
  });
  it("a logit projection stays a proportion (property)", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { minLength: 5, maxLength: 12 }),
        (series) => {
          for (const { value, lower, upper } of projectTrend(series, {
            periods: 30,
            scale: "logit",
          }).projections) {
            expect(lower).toBeGreaterThanOrEqual(0);
            expect(upper).toBeLessThanOrEqual(1);
            expect(value).toBeGreaterThanOrEqual(lower);
          }
        },
      ),
    );
  });
});

describe("watch", () => {
  const at = { indicator: "displaced", area: "COL", unit: "PERSONS" };
  const series = (values: readonly number[]) =>
    seriesOf(
      values.flatMap((value, i) =>
        Number.isNaN(value) ? [] : [{ ...at, period: `${2000 + i}`, value }],
      ),
    );

  it("alerts once for each lasting crossing; a gap interrupts it", () => {
    const values = [1, 9, 1, 9, 9, 9, 1, 9, Number.NaN, 9, 9];
    const alerts = watch(series(values), [
      { kind: "threshold", threshold: 5, direction: "above", persistence: 2 },
    ]);
    expect(alerts.map(({ period }) => period)).toEqual(["2004", "2010"]);
    expect(alerts[0]).toMatchObject({
      value: 9,
      n: 10,
      missing: 1,
      evidence: "above 5 for 2 periods",
      indicator: "displaced",
    });
  });
  it("every kind of rule says how sure it is", () => {
    const rising = [5, 6, 4, 5, 6, 5, 9, 10, 9, 11, 10, 9];
    const inControl = { mean: 5, standardDeviation: 1 };
    const alerts = watch(series(rising), [
      { kind: "trend", direction: "rising" },
      { kind: "trend", direction: "falling" },
      { kind: "change-point" },
      { kind: "cusum", inControl },
      { kind: "ewma", inControl },
    ]);
    const first = new Map(alerts.map((alert) => [alert.rule.kind, alert]));
    expect([...first.keys()]).toEqual(["trend", "change-point", "cusum", "ewma"]);
    expect(first.get("trend")?.pValue).toBeLessThan(0.05);
    expect(first.get("change-point")).toMatchObject({
      period: "2006",
      evidence: "level from 5 to 9.5",
    });
    expect(first.get("cusum")?.falseAlarmEvery).toBeGreaterThan(400);
    expect(
      watch(series([5, 5, 5, 5, 5, 5, 5, 5]), [
        { kind: "change-point" },
        { kind: "trend", direction: "rising" },
      ]),
    ).toEqual([]);
  });
  it("a seasonal anomaly is found where it is, and nothing in a calm series", () => {
    const calm = Array.from(
      { length: 48 },
      (_, i) => 100 + i + 20 * Math.sin((2 * Math.PI * i) / 12) + ((i * 7) % 5),
    );
    expect(seasonalAnomalies(calm, 12)).toEqual([]);
    const shocked = calm.map((value, i) => (i === 25 ? value - 80 : value));
    expect(seasonalAnomalies(shocked, 12).map(({ index, score }) => [index, score < 0])).toEqual([
      [25, true],
    ]);
    expect(
      seasonalAnomalies(
        Array.from({ length: 24 }, () => 5),
        12,
      ),
    ).toEqual([]);
  });
  it("refuses what cannot be judged", () => {
    expect(findingsOf(() => monotoneTrend([1, Number.NaN, 2, 3]))[0]?.code).toBe(
      "indicators/too-short-series",
    );
    expect(findingsOf(() => changePoint([1, 2, 3]))).toHaveLength(1);
    expect(findingsOf(() => seasonalDecomposition([1, 2, 3], 12))).toHaveLength(1);
    expect(findingsOf(() => seasonalDecomposition([1, 2, 3], 2.5))).toHaveLength(1);
    expect(
      findingsOf(() => projectTrend([0.5, 0.6, 1.2, 0.4], { periods: 0, scale: "logit" })),
    ).toHaveLength(2);
    expect(
      findingsOf(() => cusumChart([1], { mean: 0, standardDeviation: 0 }, { allowance: -1 })),
    ).toHaveLength(2);
    expect(
      findingsOf(() => ewmaChart([1], { mean: 0, standardDeviation: 1 }, { weight: 0 })),
    ).toHaveLength(1);
    expect(findingsOf(() => watch(series([1, 2]), [{ kind: "oracle" } as never]))).toHaveLength(1);
    expect(
      findingsOf(() =>
        watch(series([1, 2]), [
          { kind: "threshold", threshold: Number.NaN, direction: "up" as never, persistence: 0 },
        ]),
      ),
    ).toHaveLength(3);
  });
  it("says when a threshold is met, from either side", () => {
    const falling = projectTrend([30, 28, 26.5, 24, 22], { periods: 20, threshold: 10 });
    expect(falling.timeToThreshold?.expected).toBe(7);
    const { earliest, latest } = falling.timeToThreshold as { earliest: number; latest: number };
    expect(earliest).toBeLessThanOrEqual(7);
    expect(latest).toBeGreaterThanOrEqual(7);
    expect(
      projectTrend([1, 2, 1, 2], { periods: 3, threshold: 50 }).timeToThreshold?.expected,
    ).toBeNull();
  });
});
