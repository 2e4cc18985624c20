import { existsSync, readFileSync } from "node:fs";
import { isVitalError, revive } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  copingStrategiesIndex,
  fiesStandard,
  foodConsumptionScore,
  foodInsecurity,
  prevalenceOfUndernourishment,
  priceAnomaly,
  raschModel,
  raschModelResult,
} from "../src/food/index.js";
import { csvRows, fixture, report } from "./csv.js";

const items = fiesStandard.map(({ id }) => id);

const close = (
  found: readonly (number | undefined)[] | number,
  expected: readonly number[] | number,
  tolerance: number,
) => {
  const [ours, theirs] = [[found].flat(), [expected].flat()];
  expect(ours).toHaveLength(theirs.length);
  theirs.forEach((value, i) => {
    expect(Math.abs((ours[i] as number) - value)).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(value)),
    );
  });
};

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

const answersIn = (file: URL) =>
  csvRows(file).map((row) => ({
    ...Object.fromEntries(
      items.map((id) => [id, row[id] === "" || row[id] === "NA" ? null : Number(row[id])]),
    ),
    wt: Number(row.wt),
  }));

describe("a simulated survey, against R over all patterns of answers", () => {
  const expected = JSON.parse(readFileSync(fixture("fies/fies-simulated.json"), "utf8"));
  const model = raschModel(answersIn(fixture("fies/fies-simulated.csv")), { items, weight: "wt" });

  it("items, persons, fit", () => {
    expect([model.n, model.nMissing, model.nBetween]).toEqual([expected.n, 3, expected.between]);
    close(
      model.items.map(({ severity }) => severity),
      expected.b,
      1e-10,
    );
    close(
      model.items.map(({ standardError }) => standardError),
      expected.se,
      1e-9,
    );
    close(
      model.items.map(({ infit }) => infit),
      expected.infit,
      1e-10,
    );
    close(
      model.items.map(({ outfit }) => outfit),
      expected.outfit,
      1e-10,
    );
    close(
      model.scores.map(({ severity }) => severity),
      expected.a,
      1e-9,
    );
    close(
      model.scores.map(({ standardError }) => standardError),
      expected.seA,
      1e-9,
    );
    close(
      model.scores.map(({ share }) => share),
      expected.share,
      1e-12,
    );
    close(model.logLikelihood, expected.logLikelihood, 1e-11);
  });

  it("prevalence on the global scale", () => {
    const all = foodInsecurity(model, { common: "all" });
    close([all.moderateOrSevere, all.severe], expected.all, 1e-9);
    const found = foodInsecurity(model);
    expect(found.common).toEqual(expected.iterated.common);
    close([found.moderateOrSevere, found.severe], expected.iterated.prevalence, 1e-9);
    close([found.thresholds.moderate, found.thresholds.severe], expected.iterated.tau, 1e-9);
    close([found.scale, found.shift], [expected.iterated.scale, expected.iterated.shift], 1e-9);
    expect(found.severe).toBeLessThan(found.moderateOrSevere);
    expect(found.correlation).toBeGreaterThan(0.95);
  });

  it("shows itself, and comes back from JSON", () => {
    const again = revive(JSON.parse(JSON.stringify(model)), [raschModelResult]);
    expect(String(again)).toContain("Rasch model of 8 items, 697 respondents");
  });
});

const folder = new URL("../../../../shared/reference/survey/", import.meta.url);
// Sample files of FAO's R package RM.weights (GPL), which are not copied here.
describe.skipIf(!existsSync(folder))("FAO's sample countries", () => {
  it.each([1, 2, 3, 4])("country %d", (country) => {
    const { results } = JSON.parse(
      readFileSync(new URL(`cases/fies_country${country}.json`, folder), "utf8"),
    );
    const data = answersIn(new URL(`data/fies_country${country}.csv`, folder));
    for (const [kind, weight] of [
      ["exact_weighted", "wt"],
      ["exact_unweighted", undefined],
    ] as const) {
      const expected = results[kind];
      const model = raschModel(data, weight === undefined ? { items } : { items, weight });
      expect(model.n).toBe(results.n_complete);
      close(
        model.items.map(({ severity }) => severity),
        expected.b,
        1e-9,
      );
      close(
        model.items.map(({ standardError }) => standardError),
        expected.se_b_cml,
        1e-8,
      );
      close(
        model.items.map(({ infit }) => infit),
        expected.infit,
        1e-9,
      );
      close(
        model.items.map(({ outfit }) => outfit),
        expected.outfit,
        1e-9,
      );
      close(
        model.scores.map(({ severity }) => severity),
        expected.a,
        1e-9,
      );
      close(
        model.scores.map(({ standardError }) => standardError),
        expected.se_a,
        1e-9,
      );
      close(model.logLikelihood, expected.loglik, 1e-9);
      if (expected.reliability !== undefined) {
        close(model.reliability, expected.reliability, 1e-9);
        close(model.reliabilityFlat, expected.reliability_flat, 1e-9);
      }
    }
    const model = raschModel(data, { items, weight: "wt" });
    for (const [kind, common] of [
      ["equating_all_common", "all"],
      ["equating_iterated", "search"],
    ] as const) {
      const expected = results[kind];
      const found = foodInsecurity(model, { common });
      close([found.scale, found.shift], [expected.scale, expected.shift], 1e-8);
      close(found.probabilities.moderateOrSevere, expected.prob_by_rawscore_modsev, 1e-9);
      close(found.probabilities.severe, expected.prob_by_rawscore_sev, 1e-9);
      close(
        [found.moderateOrSevere, found.severe],
        [expected.prevalence_modsev, expected.prevalence_sev],
        1e-9,
      );
    }
    report(`FIES country ${country}`, 2, 2);
  });
});

describe("raschModel", () => {
  it("does not care for the order of rows or the scale of weights (property)", () => {
    const answers = fc.array(
      fc.tuple(
        fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
      ),
      {
        minLength: 60,
        maxLength: 80,
      },
    );
    fc.assert(
      fc.property(answers, (rows) => {
        // One of each pattern, so that every item has a yes and a no.
        const patterns = Array.from(
          { length: 16 },
          (_, i) => [[i & 1, (i >> 1) & 1, (i >> 2) & 1, (i >> 3) & 1], 1] as [number[], number],
        );
        const data = [...rows, ...patterns].map(
          ([answer, w]): Record<string, number> =>
            Object.fromEntries([...answer.map((yes, i) => ["abcd"[i], yes] as const), ["w", w]]),
        );
        const names = ["a", "b", "c", "d"];
        const once = raschModel(data, { items: names, weight: "w" });
        const scaled = raschModel(
          [...data].reverse().map((row) => ({ ...row, w: (row.w as number) * 50 })),
          { items: names, weight: "w" },
        );
        close(
          scaled.items.map(({ severity }) => severity),
          once.items.map(({ severity }) => severity),
          1e-9,
        );
        close(
          scaled.items.map(({ standardError }) => standardError),
          once.items.map(({ standardError }) => standardError),
          1e-9,
        );
        expect(Math.abs(once.items.reduce((sum, { severity }) => sum + severity, 0))).toBeLessThan(
          1e-12,
        );
        const severities = once.scores.map(({ severity }) => severity);
        expect(
          severities.every((severity, i) => i === 0 || severity > (severities[i - 1] as number)),
        ).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ["survey codes", [{ a: 1, b: 2, c: 0 }], "indicators/not-an-answer"],
    ["words", [{ a: "yes", b: "no", c: "no" }], "indicators/not-an-answer"],
    [
      "an item that all say yes to",
      [
        { a: 1, b: 0, c: 1 },
        { a: 1, b: 1, c: 0 },
      ],
      "indicators/no-rasch-model",
    ],
    [
      "only extremes",
      [
        { a: 1, b: 1, c: 1 },
        { a: 0, b: 0, c: 0 },
      ],
      "indicators/no-rasch-model",
    ],
    ["no rows with all answers", [{ a: null, b: 1, c: 1 }], "indicators/no-rasch-model"],
    ["no such column", [{ a: 1, b: 1 }], "core/unknown-column"],
  ] as const)("refuses %s", (_, rows, code) => {
    expect(findingsOf(() => raschModel(rows as never, { items: ["a", "b", "c"] }))[0]?.code).toBe(
      code,
    );
  });

  it("refuses weights that are none, two items, and answers that fall apart", () => {
    const rows = [
      { a: 1, b: 0, c: 0, w: 1 },
      { a: 0, b: 1, c: 0, w: -1 },
      { a: 0, b: 0, c: 1, w: 1 },
    ];
    expect(
      findingsOf(() => raschModel(rows, { items: ["a", "b", "c"], weight: "w" }))[0],
    ).toMatchObject({
      code: "indicators/answer-weight",
      place: { row: 2 },
    });
    expect(findingsOf(() => raschModel(rows, { items: ["a", "b"] }))[0]?.message).toContain(
      "three are needed",
    );
    expect(
      findingsOf(() => foodInsecurity(raschModel(rows, { items: ["a", "b", "c"] })))[0]?.message,
    ).toContain("8 items");
    const model = raschModel(rows, { items: ["a", "b", "c"] });
    expect(model.findings.map(({ code }) => code)).toContain("indicators/few-answers");
  });
});

describe("scores of households", () => {
  const none = {
    staples: 0,
    pulses: 0,
    vegetables: 0,
    fruit: 0,
    meatFishEggs: 0,
    dairy: 0,
    sugar: 0,
    oil: 0,
  };
  it("range from 0 to 112, and 0 to 56", () => {
    const all = Object.fromEntries(Object.keys(none).map((group) => [group, 7])) as typeof none;
    expect([foodConsumptionScore(none).value, foodConsumptionScore(all).value]).toEqual([0, 112]);
    const coping = {
      lessPreferred: 7,
      borrowed: 7,
      smallerPortions: 7,
      adultsRestricted: 7,
      fewerMeals: 7,
    };
    expect(copingStrategiesIndex(coping)).toBe(56);
    expect(
      foodConsumptionScore({ ...none, staples: 7, dairy: 2 }, { thresholds: [28, 42] }).group,
    ).toBe("poor");
    expect(foodConsumptionScore({ ...none, staples: 7, dairy: 2 }).group).toBe("borderline");
  });
  it("refuse more days than a week has", () => {
    expect(
      findingsOf(() => foodConsumptionScore({ ...none, staples: 8, oil: Number.NaN })),
    ).toHaveLength(2);
    expect(
      findingsOf(() =>
        copingStrategiesIndex({
          lessPreferred: -1,
          borrowed: 0,
          smallerPortions: 0,
          adultsRestricted: 0,
          fewerMeals: 30,
        }),
      ),
    ).toHaveLength(2);
  });
});

describe("prevalenceOfUndernourishment", () => {
  it("is half where the median is the requirement, and falls with consumption (property)", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 0.5, noNaN: true }),
        fc.double({ min: 1500, max: 3500, noNaN: true }),
        (variation, consumption) => {
          const median = consumption / Math.sqrt(1 + variation ** 2);
          close(
            prevalenceOfUndernourishment({ consumption, requirement: median, variation }).value,
            0.5,
            1e-12,
          );
          const more = prevalenceOfUndernourishment({
            consumption: consumption + 100,
            requirement: median,
            variation,
          });
          expect(more.value).toBeLessThan(0.5);
        },
      ),
    );
    expect(
      prevalenceOfUndernourishment({ consumption: 3500, requirement: 1900, variation: 0.25 })
        .isCensored,
    ).toBe(true);
    expect(
      findingsOf(() =>
        prevalenceOfUndernourishment({ consumption: 10_000, requirement: 7, variation: 28 }),
      ),
    ).toHaveLength(3);
  });
});

describe("priceAnomaly", () => {
  const steady = Array.from({ length: 72 }, (_, i) => 100 * 1.01 ** i + ((i * 7) % 5));
  it("is the definition, worked out for one month", () => {
    const at = 71;
    const part = (months: number) => {
      const growth: number[] = [];
      for (let i = at % 12; i < 72; i += 12) {
        if (i >= months)
          growth.push(((steady[i] as number) / (steady[i - months] as number)) ** (1 / months) - 1);
      }
      const first = 6 - growth.length;
      const weights = growth.map((_, i) => first + i + 1);
      const whole = weights.reduce((a, b) => a + b);
      const mean = growth.reduce((sum, g, i) => sum + g * (weights[i] as number), 0) / whole;
      const n = growth.length;
      const spread = Math.sqrt(
        growth.reduce((sum, g, i) => sum + (weights[i] as number) * (g - mean) ** 2, 0) /
          (((n - 1) / n) * whole),
      );
      return ((growth.at(-1) as number) - mean) / spread;
    };
    close(
      priceAnomaly({ start: [2015, 1], prices: steady }).value as number,
      0.4 * part(3) + 0.6 * part(12),
      1e-12,
    );
  });
  it("does not care for the currency, and judges any month", () => {
    const series = { start: [2015, 1] as const, prices: steady };
    const doubled = { ...series, prices: steady.map((price) => 1000 * price) };
    close(priceAnomaly(doubled).value as number, priceAnomaly(series).value as number, 1e-9);
    expect(priceAnomaly(series, [2020, 12])).toEqual(priceAnomaly(series));
    expect(priceAnomaly(series, [2016, 6]).years).toBeGreaterThan(2);
  });
  it("has no value with few years, missing prices or no variation", () => {
    expect(priceAnomaly({ start: [2020, 1], prices: steady.slice(0, 30) })).toMatchObject({
      value: null,
      class: null,
    });
    const gap = [...steady];
    gap[71] = Number.NaN;
    expect(priceAnomaly({ start: [2015, 1], prices: gap }).value).toBeNull();
    expect(priceAnomaly({ start: [2015, 1], prices: steady.map(() => 5) }).value).toBeNull();
  });
  it("refuses what is no series", () => {
    expect(
      findingsOf(() => priceAnomaly({ start: [2015, 13], prices: [0, 1] }, [2030, 1])),
    ).toHaveLength(3);
  });
});
