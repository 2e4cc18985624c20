import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightedMean, weightedVariance } from "../src/index.js";
import {
  atkinson,
  fosterGreerThorbecke,
  generalizedEntropy,
  gini,
  lorenzCurve,
  lorenzShare,
  palmaRatio,
  quintileShareRatio,
} from "../src/inequality/index.js";
import { expectClose } from "./closeness.js";
import reference from "./fixtures/inequality.json" with { type: "json" };

const TOLERANCE = 1e-12;

describe("measures agree with closed forms in R and with convey", () => {
  it.each(["weighted", "unweighted"] as const)("%s", (which) => {
    const { income, weight } = reference;
    const expected = reference[which];
    const w = which === "weighted" ? weight : undefined;
    // The oracle leaves incomes of zero out of these measures, and keeps them in Gini and poverty.
    const isPositive = (_: unknown, i: number) => (income[i] as number) > 0;
    const positive = income.filter(isPositive);
    const positiveWeight = w?.filter(isPositive);
    expectClose(gini(income, w), expected.gini_midpoint, TOLERANCE);
    expectClose(gini(income, w, "convey"), expected.gini_R_convey, TOLERANCE);
    for (const aversion of [0.5, 1, 2] as const) {
      const found = atkinson(positive, aversion, positiveWeight);
      expectClose(found, expected[`atkinson_${aversion}`], TOLERANCE, `Atkinson ${aversion}`);
    }
    const entropies = [
      [-1, expected.ge_minus1],
      [0, expected.ge_0_mld],
      [0.5, expected["ge_0.5"]],
      [1, expected.theil_1],
      [2, expected.ge_2],
    ] as const;
    for (const [parameter, value] of entropies) {
      const found = generalizedEntropy(positive, parameter, positiveWeight);
      expectClose(found, value, TOLERANCE, `entropy ${parameter}`);
    }
    for (const aversion of [0, 1, 2] as const) {
      const found = fosterGreerThorbecke(income, expected.z, aversion, w);
      expectClose(found, expected[`fgt${aversion}`], TOLERANCE, `poverty ${aversion}`);
    }
  });

  it("quintile share ratio, of convey", () => {
    const { income, weight } = reference;
    expectClose(quintileShareRatio(income, weight), reference.quintileShareRatio, TOLERANCE);
  });
});

const incomes = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 25 });
const counted = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 4 })),
  { minLength: 2, maxLength: 15 },
);

type Measure = (values: readonly number[], weights?: readonly number[]) => number;
const measures: readonly (readonly [string, Measure])[] = [
  ["Gini", (y, w) => gini(y, w)],
  ["Atkinson 0.5", (y, w) => atkinson(y, 0.5, w)],
  ["Atkinson 1", (y, w) => atkinson(y, 1, w)],
  ["Atkinson 3", (y, w) => atkinson(y, 3, w)],
  ["entropy -1", (y, w) => generalizedEntropy(y, -1, w)],
  ["entropy 0", (y, w) => generalizedEntropy(y, 0, w)],
  ["entropy 1", (y, w) => generalizedEntropy(y, 1, w)],
  ["entropy 2", (y, w) => generalizedEntropy(y, 2, w)],
];

describe.each(measures)("%s", (_, measure) => {
  it("does not change with the order, the currency or the scale of the weights", () => {
    fc.assert(
      fc.property(counted, (pairs) => {
        const [y, w] = [pairs.map(([income]) => income), pairs.map(([, weight]) => weight)];
        const found = measure(y, w) + 1e-9;
        expectClose(measure(y.toReversed(), w.toReversed()) + 1e-9, found, 1e-11);
        expectClose(
          measure(
            y.map((income) => income * 3.7),
            w,
          ) + 1e-9,
          found,
          1e-11,
        );
        expectClose(
          measure(
            y,
            w.map((weight) => weight * 44.21),
          ) + 1e-9,
          found,
          1e-11,
        );
      }),
    );
  });

  it("is the same for repeated incomes as for weights (replication invariance)", () => {
    fc.assert(
      fc.property(counted, (pairs) => {
        const repeated = pairs.flatMap(([y, w]) => new Array<number>(w).fill(y));
        const weighted = measure(
          pairs.map(([y]) => y),
          pairs.map(([, w]) => w),
        );
        expectClose(measure(repeated) + 1e-9, weighted + 1e-9, 1e-11);
      }),
    );
  });

  it("falls when a richer gives to a poorer (transfer principle)", () => {
    fc.assert(
      fc.property(incomes, (y) => {
        const sorted = y.toSorted((a, b) => a - b);
        const [poorest, richest] = [sorted[0] as number, sorted.at(-1) as number];
        fc.pre(richest - poorest >= 4);
        const after = [poorest + 1, ...sorted.slice(1, -1), richest - 1];
        expect(measure(after)).toBeLessThan(measure(sorted));
      }),
    );
  });

  it("is 0 if all have the same", () => {
    expect(measure([0.1, 0.1, 0.1], [0.3, 0.7, 1.1])).toBeCloseTo(0, 15);
    expect(measure([7, 7, 7])).toBe(0);
  });
});

describe("relations", () => {
  it("Gini is half the mean absolute difference over the mean, and the area above the Lorenz curve", () => {
    fc.assert(
      fc.property(counted, (pairs) => {
        const [y, w] = [pairs.map(([income]) => income), pairs.map(([, weight]) => weight)];
        const population = w.reduce((a, b) => a + b);
        let difference = 0;
        for (const [yi, wi] of pairs) {
          for (const [yj, wj] of pairs)
            difference += (wi * wj * Math.abs(yi - yj)) / population ** 2;
        }
        expect(gini(y, w)).toBeCloseTo(difference / 2 / weightedMean(y, w), 12);
        const { population: p, income: l } = lorenzCurve(y, w);
        let area = 0;
        for (let k = 1; k < p.length; k++) {
          const width = (p[k] as number) - (p[k - 1] as number);
          area += (width * ((l[k] as number) + (l[k - 1] as number))) / 2;
        }
        expect(gini(y, w)).toBeCloseTo(1 - 2 * area, 12);
      }),
    );
  });

  it("entropy 2 is half the squared coefficient of variation", () => {
    fc.assert(
      fc.property(counted, (pairs) => {
        const [y, w] = [pairs.map(([income]) => income), pairs.map(([, weight]) => weight)];
        const variation = weightedVariance(y, w, "population") / weightedMean(y, w) ** 2;
        expect(generalizedEntropy(y, 2, w)).toBeCloseTo(variation / 2, 10);
      }),
    );
  });

  it("entropy and Atkinson are continuous at their special parameters", () => {
    const y = [1, 2, 3, 10, 50];
    for (const parameter of [0, 1]) {
      const at = generalizedEntropy(y, parameter);
      expectClose(generalizedEntropy(y, parameter + 1e-9), at, 1e-7);
      expectClose(generalizedEntropy(y, parameter - 1e-9), at, 1e-7);
    }
    expectClose(atkinson(y, 1 + 1e-9), atkinson(y, 1), 1e-7);
    expectClose(atkinson(y, 1), 1 - Math.exp(-generalizedEntropy(y, 0)), 1e-13);
  });

  it("the Lorenz curve is below the diagonal, convex, and ends at 1", () => {
    fc.assert(
      fc.property(incomes, fc.double({ min: 0, max: 1, noNaN: true }), (y, share) => {
        const curve = lorenzCurve(y);
        expect(lorenzShare(curve, share)).toBeLessThanOrEqual(share + 1e-12);
        expect([curve.income.at(-1), curve.population.at(-1)]).toEqual([1, 1]);
        for (let k = 2; k < curve.income.length; k++) {
          const [a, b, c] = [k - 2, k - 1, k].map((i) => curve.income[i] as number);
          expect((c as number) - (b as number)).toBeGreaterThanOrEqual(
            (b as number) - (a as number) - 1e-12,
          );
        }
      }),
    );
  });

  it("poverty measures fall with the aversion and stay in [0, 1] for incomes from zero", () => {
    fc.assert(
      fc.property(incomes, fc.integer({ min: 1, max: 1500 }), (y, line) => {
        const found = [0, 0.5, 1, 2, 5].map((aversion) => fosterGreerThorbecke(y, line, aversion));
        expect(found[0]).toBe(y.filter((income) => income <= line).length / y.length);
        for (let k = 1; k < found.length; k++) {
          expect(found[k] as number).toBeLessThanOrEqual(found[k - 1] as number);
        }
      }),
    );
    expect(fosterGreerThorbecke([1, 2, 3], 2, 0, undefined, "below")).toBeCloseTo(1 / 3, 15);
  });

  it("the unbiased Gini of one rich among n is 1", () => {
    expect(gini([0, 0, 0, 5], undefined, "unbiased")).toBe(1);
  });
});

describe("bad input", () => {
  it.each([
    ["a negative income", () => gini([1, -1, 3]), "no negative values"],
    ["only zeros", () => gini([0, 0]), "add up to zero"],
    ["a zero where logarithms are taken", () => atkinson([0, 1], 1), "first at position 1: 0"],
    ["a zero for entropy 0", () => generalizedEntropy([1, 0], 0), "positive values only"],
    ["nobody", () => gini([]), "at least 1"],
    ["a gap", () => lorenzCurve([1, Number.NaN]), "missing"],
    ["weights that are all zero", () => gini([1, 2], [0, 0]), "add up to zero"],
    ["a line of 0", () => fosterGreerThorbecke([1], 0, 1), "the line is 0"],
    ["a negative aversion", () => atkinson([1, 2], -1), "the aversion is -1"],
    ["two problems at once", () => fosterGreerThorbecke([1], -1, Number.NaN), "2 problems"],
    ["a bottom that has nothing", () => palmaRatio([0, 0, 0, 0, 1]), "at the bottom"],
    ["a bottom fifth that has nothing", () => quintileShareRatio([0, 1, 2, 3, 4]), "at the bottom"],
    ["one value, unbiased", () => gini([3], undefined, "unbiased"), "at least 2"],
    ["an unknown definition", () => gini([3], undefined, "R" as "convey"), "Known are"],
  ])("%s is refused", (_, run, message) => expect(run).toThrow(message));

  it("what has weight 0 is outside, whatever it is", () => {
    expect(gini([-5, 1, 2, 3], [0, 1, 1, 1])).toBe(gini([1, 2, 3]));
    expect(atkinson([0, 1, 4], 1, [0, 1, 1])).toBe(atkinson([1, 4], 1));
  });

  it("zeros are allowed where the measure is defined", () => {
    expect(generalizedEntropy([0, 2], 1)).toBeCloseTo(Math.LN2, 15);
    expect(generalizedEntropy([0, 2], 0.7)).toBeCloseTo((2 ** 0.7 / 2 - 1) / (0.7 * -0.3), 13);
    expect(generalizedEntropy([0, 2], 2)).toBe(0.5);
    expect(atkinson([0, 2], 0.5)).toBeCloseTo(0.5, 15);
  });
});
