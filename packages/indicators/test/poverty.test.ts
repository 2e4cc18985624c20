import { existsSync, readFileSync } from "node:fs";
import { isVitalError } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  concentrationIndex,
  inequalityByGroup,
  inequalityProfile,
  lorenzDominance,
} from "../src/inequality/index.js";
import {
  extremePoverty,
  generalizedPovertyBounds,
  growthAndRedistribution,
  growthIncidenceCurve,
  incomePoverty,
  inInternationalDollars,
  internationalLines,
  povertyByGroup,
  povertyTransitions,
  yearsOfHumanSecurity,
} from "../src/poverty/index.js";
import { csvRows, fixture } from "./csv.js";

const close = (found: number | null | undefined, expected: number, tolerance = 1e-12) =>
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

type Stored = Readonly<Record<string, number>>;

function compareWithR(incomes: number[], weights: number[], expected: Stored) {
  const poverty = incomePoverty(incomes, expected.z as number, { weights });
  close(poverty.headcount, expected.fgt0 as number);
  close(poverty.gap, expected.fgt1 as number);
  close(poverty.squaredGap, expected.fgt2 as number);
  // R leaves incomes of zero or less out of Atkinson and entropy measures; here that is the user's decision.
  const positive = incomes.map((income) => income > 0);
  const keep = (values: number[]) => values.filter((_, i) => positive[i]);
  const profile = inequalityProfile(keep(incomes), { weights: keep(weights) });
  close(profile.theil, expected.theil_1 as number);
  close(profile.meanLogDeviation, expected.ge_0_mld as number);
  for (const { aversion, value } of profile.atkinson)
    close(value, expected[`atkinson_${aversion}`] as number);
  const notNegative = incomes.map((income) => income >= 0);
  const all = inequalityProfile(
    incomes.filter((_, i) => notNegative[i]),
    { weights: weights.filter((_, i) => notNegative[i]) },
  );
  close(all.gini, expected.gini_midpoint as number);
}

describe("against R", () => {
  it("twelve incomes, weighted and not", () => {
    const rows = csvRows(fixture("income/income_small.csv"));
    const incomes = rows.map((row) => Number(row.income));
    const weights = rows.map((row) => Number(row.w));
    const { results } = JSON.parse(
      readFileSync(fixture("income/ineq_closed_small.json"), "utf8"),
    ) as {
      results: { weighted: Stored; unweighted: Stored };
    };
    compareWithR(incomes, weights, results.weighted);
    compareWithR(
      incomes,
      weights.map(() => 1),
      results.unweighted,
    );
  });

  const folder = new URL("../../../../shared/reference/survey/", import.meta.url);
  // A file of the R package laeken (GPL), which is not copied here.
  it.skipIf(!existsSync(folder))("a third of the synthetic EU-SILC file of laeken", () => {
    const rows = csvRows(new URL("data/eusilc_third.csv", folder));
    const { results } = JSON.parse(
      readFileSync(new URL("cases/ineq_closed_eusilc.json", folder), "utf8"),
    ) as {
      results: { all: Stored; quintile_ratio_laeken: number };
    };
    const incomes = rows.map((row) => Number(row.income));
    const weights = rows.map((row) => Number(row.w));
    compareWithR(incomes, weights, results.all);
    close(
      inequalityProfile(incomes, { weights }).quintileRatio,
      results.quintile_ratio_laeken,
      1e-10,
    );
  });
});

const income = fc.double({ min: 0.01, max: 1000, noNaN: true });
const weighted = fc.array(
  fc.record({
    y: income,
    w: fc.double({ min: 0.01, max: 10, noNaN: true }),
    g: fc.constantFrom("a", "b", "c"),
  }),
  {
    minLength: 2,
    maxLength: 40,
  },
);
const unzip = (people: readonly { y: number; w: number; g: string }[]) => ({
  incomes: people.map(({ y }) => y),
  weights: people.map(({ w }) => w),
  groups: people.map(({ g }) => g),
});

/** Mean absolute difference of all pairs over twice the mean. */
function giniOfPairs(values: readonly number[], weights: readonly number[]): number {
  const all = weights.reduce((a, b) => a + b, 0);
  const mean = values.reduce((sum, y, i) => sum + y * (weights[i] as number), 0) / all;
  const pairs = values.reduce(
    (sum, y, i) =>
      sum +
      values.reduce(
        (inner, x, j) => inner + Math.abs(y - x) * (weights[i] as number) * (weights[j] as number),
        0,
      ),
    0,
  );
  return mean === 0 ? 0 : pairs / (2 * all * all * mean);
}

describe("incomePoverty", () => {
  it("Sen, Sen-Shorrocks-Thon and Watts are their definitions (property)", () => {
    fc.assert(
      fc.property(weighted, fc.double({ min: 1, max: 900, noNaN: true }), (people, line) => {
        const { incomes, weights } = unzip(people);
        const found = incomePoverty(incomes, line, { weights });
        const all = weights.reduce((a, b) => a + b, 0);
        const gaps = incomes.map((y) => Math.max(0, line - y));
        close(found.senShorrocksThon, found.gap * (1 + giniOfPairs(gaps, weights)), 1e-10);
        const watts = incomes.reduce(
          (sum, y, i) => sum + (y <= line ? (weights[i] as number) * Math.log(line / y) : 0),
          0,
        );
        close(found.watts, watts / all, 1e-10);
        const poor = people.filter(({ y }) => y <= line);
        const inequality = giniOfPairs(
          poor.map(({ y }) => y),
          poor.map(({ w }) => w),
        );
        const ratio = found.incomeGapRatio ?? 0;
        close(
          found.sen,
          poor.length === 0 ? 0 : found.headcount * (ratio + (1 - ratio) * inequality),
          1e-10,
        );
      }),
    );
  });

  it("grows when a poor person loses, and when one gives to a richer poor person (property)", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 10, max: 100, noNaN: true }), { minLength: 3, maxLength: 20 }),
        (incomes) => {
          const line = 200;
          const sorted = [...incomes].sort((a, b) => a - b);
          const before = incomePoverty(sorted, line);
          const taken = Math.min(1, (sorted[0] as number) / 2);
          const transferred = sorted.map((y, i) =>
            i === 0 ? y - taken : i === sorted.length - 1 ? y + taken : y,
          );
          const after = incomePoverty(transferred, line);
          expect(after.gap).toBeCloseTo(before.gap, 10);
          expect(after.squaredGap).toBeGreaterThan(before.squaredGap - 1e-12);
          expect(after.watts as number).toBeGreaterThan((before.watts as number) - 1e-12);
          expect(after.senShorrocksThon as number).toBeGreaterThan(
            (before.senShorrocksThon as number) - 1e-12,
          );
        },
      ),
    );
  });

  it("groups make up the whole (property)", () => {
    fc.assert(
      fc.property(weighted, (people) => {
        const { incomes, weights, groups } = unzip(people);
        const all = incomePoverty(incomes, 100, { weights });
        const parts = povertyByGroup(incomes, groups, 100, { weights });
        close(
          parts.reduce((sum, part) => sum + part.populationShare * part.gap, 0),
          all.gap,
          1e-10,
        );
        if (all.headcount > 0) {
          close(
            parts.reduce((sum, part) => sum + (part.contribution.headcount ?? 0), 0),
            1,
            1e-10,
          );
        }
      }),
    );
  });

  it("says what is undefined instead of giving a number", () => {
    expect(incomePoverty([0, 5], 10)).toMatchObject({ watts: null, headcount: 1 });
    expect(incomePoverty([-5, 5], 10)).toMatchObject({
      watts: null,
      sen: null,
      senShorrocksThon: null,
      gap: 1,
    });
    expect(incomePoverty([20, 30], 10)).toMatchObject({
      headcount: 0,
      gap: 0,
      incomeGapRatio: null,
      sen: 0,
      senShorrocksThon: 0,
      watts: 0,
    });
    expect(incomePoverty([10], 10, { poor: "below" }).headcount).toBe(0);
    expect(incomePoverty([10], 10).headcount).toBe(1);
  });

  it("refuses other money, and what is missing", () => {
    expect(internationalLines).toHaveLength(3);
    expect(
      findingsOf(() => extremePoverty({ incomes: [1], base: 2017 }, { line: 3, base: 2021 }))[0]
        ?.message,
    ).toContain("dollars of different rounds");
    expect(findingsOf(() => incomePoverty([1, Number.NaN], 3))[0]?.code).toBe(
      "stats/missing-value",
    );
    expect(findingsOf(() => incomePoverty([1, 2], 0))[0]?.code).toBe("indicators/invalid-input");
    expect(findingsOf(() => povertyByGroup([1, 2], ["a"], 3))).toHaveLength(1);
    const [gap] = findingsOf(() => povertyByGroup([1, 2], ["a", null as never], 3));
    expect(gap?.message).toContain("the group of person 2 is null");
    expect(
      findingsOf(() =>
        inInternationalDollars(Number.NaN, { pricesThen: 0, pricesInBase: 1, localPerDollar: 1 }),
      ),
    ).toHaveLength(2);
  });
});

describe("over time", () => {
  it("transitions account for everybody (property)", () => {
    fc.assert(
      fc.property(weighted, weighted, (first, second) => {
        const n = Math.min(first.length, second.length);
        const [before, after] = [first.slice(0, n), second.slice(0, n)].map((people) =>
          people.map(({ y }) => y),
        ) as [number[], number[]];
        const weights = first.slice(0, n).map(({ w }) => w);
        const lines = { before: 100, after: 120 };
        const found = povertyTransitions({ before, after, lines, weights });
        close(found.alwaysPoor + found.neverPoor + found.entered + found.left, 1, 1e-10);
        close(
          found.alwaysPoor + found.left,
          incomePoverty(before, 100, { weights }).headcount,
          1e-10,
        );
        close(
          found.alwaysPoor + found.entered,
          incomePoverty(after, 120, { weights }).headcount,
          1e-10,
        );
        expect(found.n.poor + found.n.notPoor).toBe(n);
      }),
    );
  });

  it("transitions have no rate where nobody could move, and need a panel", () => {
    const lines = { before: 4, after: 4 };
    expect(povertyTransitions({ before: [1], after: [1], lines })).toMatchObject({
      entryRate: null,
      exitRate: 0,
    });
    expect(
      findingsOf(() => povertyTransitions({ before: [1, Number.NaN], after: [1, 2], lines }))[0],
    ).toMatchObject({
      code: "indicators/not-in-panel",
      facts: { count: 1, position: 2 },
    });
    expect(
      findingsOf(() =>
        povertyTransitions({ before: [1, 2], after: [1], lines: { before: 0, after: 4 } }),
      ),
    ).toHaveLength(2);
  });

  it("growth and redistribution add up; what keeps the Lorenz curve is growth (property)", () => {
    fc.assert(
      fc.property(weighted, weighted, (first, second) => {
        const [from, to] = [unzip(first), unzip(second)];
        const parts = growthAndRedistribution(from, to, 100, "gap");
        close(parts.growth + parts.redistribution, parts.change, 1e-10);
        const doubled = { incomes: from.incomes.map((y) => 2 * y), weights: from.weights };
        close(growthAndRedistribution(from, doubled, 100, "gap").redistribution, 0, 1e-9);
        for (const { growth } of growthIncidenceCurve(from, doubled)) close(growth, 1, 1e-9);
      }),
    );
  });

  it("years of human security lie between nothing and life expectancy (property)", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 10 }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        (ages, discountRate) => {
          const survivors = ages.map(([s]) => s).sort((a, b) => b - a);
          const lives = {
            years: ages.map(() => 10),
            survivors,
            generalizedPoverty: ages.map(([, g]) => g),
          };
          const found = yearsOfHumanSecurity({ ...lives, discountRate });
          expect(found.value).toBeGreaterThanOrEqual(0);
          expect(found.value).toBeLessThanOrEqual(found.lifeExpectancy + 1e-12);
          expect(found.lifeExpectancy).toBeLessThanOrEqual(
            yearsOfHumanSecurity(lives).lifeExpectancy + 1e-9,
          );
        },
      ),
    );
    expect(generalizedPovertyBounds([0.7, 0.8])).toEqual({ lower: 0.8, upper: 1 });
  });

  it("years of human security refuse a life table that cannot be", () => {
    const lives = { years: [10, 10], survivors: [0.8, 0.9], generalizedPoverty: [0.1, 20] };
    expect(findingsOf(() => yearsOfHumanSecurity(lives)).map(({ code }) => code)).toEqual([
      "indicators/not-a-proportion",
      "indicators/life-table",
    ]);
    expect(findingsOf(() => yearsOfHumanSecurity({ ...lives, years: [10] }))).toHaveLength(2);
    expect(findingsOf(() => generalizedPovertyBounds([]))).toHaveLength(1);
  });
});

describe("inequality", () => {
  it("within and between add up, for both measures (property)", () => {
    fc.assert(
      fc.property(weighted, fc.constantFrom("theil", "mean-log-deviation"), (people, measure) => {
        const { incomes, weights, groups } = unzip(people);
        const found = inequalityByGroup(incomes, groups, { weights, measure });
        close(found.within + found.between, found.total, 1e-9);
        const mean =
          incomes.reduce((sum, y, i) => sum + y * (weights[i] as number), 0) /
          weights.reduce((a, b) => a + b, 0);
        const betweenTerm = found.groups.reduce((sum, { populationShare: p, incomeShare: s }) => {
          const ratio = s / p;
          return sum + (measure === "theil" ? s * Math.log(ratio) : -p * Math.log(ratio));
        }, 0);
        close(found.between, betweenTerm, 1e-8);
        expect(mean).toBeGreaterThan(0);
      }),
    );
  });

  it("does not care for the scale of incomes or weights, or for copies (property)", () => {
    fc.assert(
      fc.property(weighted, (people) => {
        const { incomes, weights } = unzip(people);
        const one = inequalityProfile(incomes, { weights });
        const two = inequalityProfile(
          [...incomes, ...incomes].map((y) => 3 * y),
          { weights: [...weights, ...weights].map((w) => 7 * w) },
        );
        close(two.gini, one.gini, 1e-9);
        close(two.theil, one.theil, 1e-9);
        close(two.palma, one.palma as number, 1e-8);
        close(
          one.decileShares.reduce((a, b) => a + b, 0),
          1,
          1e-12,
        );
        expect(
          lorenzDominance({ incomes, weights }, { incomes: incomes.map((y) => 5 * y), weights }),
        ).toBe("equal");
      }),
    );
  });

  it("has no measure that takes a logarithm of nothing", () => {
    const profile = inequalityProfile([0, 0, 0, 5]);
    expect(profile).toMatchObject({ meanLogDeviation: null, palma: null, quintileRatio: null });
    expect(profile.atkinson.map(({ value }) => value === null)).toEqual([false, true, true]);
    expect(findingsOf(() => inequalityProfile([-1, 5]))[0]?.code).toBe("stats/negative-value");
    expect(findingsOf(() => inequalityByGroup([1, 2], []))).toHaveLength(1);
    expect(findingsOf(() => inequalityByGroup([1, 2], ["a", ""]))).toHaveLength(1);
  });

  it("Lorenz curves that cross say nothing", () => {
    expect(lorenzDominance({ incomes: [1, 5, 6] }, { incomes: [2, 3, 7] })).toBe("curves cross");
    expect(lorenzDominance({ incomes: [1, 3, 5] }, { incomes: [2, 3, 4] })).toBe(
      "second more equal",
    );
  });

  it("concentration by itself is the Gini coefficient, and turns round with the ranking (property)", () => {
    fc.assert(
      fc.property(weighted, (people) => {
        const { incomes, weights } = unzip(people);
        const own = concentrationIndex(incomes, incomes, weights);
        close(own, inequalityProfile(incomes, { weights }).gini, 1e-9);
        close(
          concentrationIndex(
            incomes,
            incomes.map((y) => -y),
            weights,
          ),
          -own,
          1e-9,
        );
        close(
          concentrationIndex(
            incomes,
            incomes.map(() => 1),
            weights,
          ),
          0,
          1e-9,
        );
      }),
    );
    expect(findingsOf(() => concentrationIndex([0, 0], [1, 2]))[0]?.message).toContain(
      "total of the values",
    );
    expect(findingsOf(() => concentrationIndex([1, -1], [1]))).toHaveLength(2);
  });
});
