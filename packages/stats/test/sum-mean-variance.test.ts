import { isVitalError, overChunks } from "@vitalcore/core";
import { mean as d3Mean, fsum } from "d3-array";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cumulativeSum,
  dot,
  lag1Autocorrelation,
  mean,
  moments,
  present,
  standardDeviation,
  sum,
  variance,
  weightedMean,
  weightedVariance,
} from "../src/index.js";
import { agreeingDigits, expectClose } from "./closeness.js";
import nist from "./fixtures/nist-univariate.json" with { type: "json" };

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.code;
    throw error;
  }
  return "no error";
};

describe("NIST univariate sets, against the exact statistics of the doubles", () => {
  it.each(nist.datasets.map((set) => [set.name, set] as const))("%s", (_, set) => {
    const { mean: m, sd, lag1 } = set.exactFromDoubles;
    expect(agreeingDigits(mean(set.data), Number(m))).toBeGreaterThanOrEqual(14.9);
    expect(agreeingDigits(standardDeviation(set.data), Number(sd))).toBeGreaterThanOrEqual(14.9);
    expect(agreeingDigits(lag1Autocorrelation(set.data), Number(lag1))).toBeGreaterThanOrEqual(
      14.9,
    );
  });

  it.each(nist.datasets.map((set) => [set.name, set] as const))("%s, in parts", (_, set) => {
    const chunks: number[][] = [];
    for (let i = 0; i < set.data.length; i += 7) chunks.push(set.data.slice(i, i + 7));
    const whole = overChunks(moments, [set.data]);
    const parts = overChunks(moments, chunks);
    const { mean: m, sd } = set.exactFromDoubles;
    expect(agreeingDigits(whole.standardDeviation ?? 0, Number(sd))).toBeGreaterThanOrEqual(14.9);
    expect(agreeingDigits(parts.mean ?? 0, Number(m))).toBeGreaterThanOrEqual(14.9);
    expect(agreeingDigits(parts.standardDeviation ?? 0, Number(sd))).toBeGreaterThanOrEqual(14);
  });

  it("covers all nine", () => expect(nist.datasets).toHaveLength(9));
});

describe("sum", () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e150, max: 1e150 });

  it("agrees with Shewchuk's exact sum where the terms cancel in doubled precision", () => {
    const moderate = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { maxLength: 200 });
    fc.assert(
      fc.property(moderate, (xs) => {
        const size = xs.reduce((total, x) => total + Math.abs(x), 0);
        expect(Math.abs(sum(xs) - fsum(xs))).toBeLessThanOrEqual(
          Number.EPSILON * Math.abs(fsum(xs)) + 1e-30 * size,
        );
      }),
    );
  });

  it("does not depend on the order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (integers) => {
        const tenths = integers.map((i) => i / 10);
        expectClose(sum(tenths.toReversed()), sum(tenths), 2 * Number.EPSILON);
      }),
    );
  });

  it("ends its cumulative sums with the sum", () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), (xs) => {
        expect(cumulativeSum(xs).at(-1)).toBe(sum(xs));
      }),
    );
  });

  it("survives what a plain sum does not", () => {
    expect(d3Mean([1e100, 1, -1e100])).toBe(0);
    expect(mean([1e100, 1, -1e100])).toBe(1 / 3);
    expect(dot([1e8 + 1, -1e8], [1e8 - 1, 1e8])).toBe(-1);
  });
});

describe("bad input is refused, never averaged", () => {
  it.each([
    ["NaN", [1, Number.NaN], "stats/missing-value"],
    ["null", [1, null] as unknown as number[], "stats/missing-value"],
    ["undefined", [undefined, 2] as unknown as number[], "stats/missing-value"],
    ["text that looks like a number", ["3", 1] as unknown as number[], "stats/missing-value"],
    ["a bigint", [3n, 1] as unknown as number[], "stats/missing-value"],
    ["a hole", new Array(3) as number[], "stats/missing-value"],
    ["infinity", [1, Infinity], "stats/infinite-value"],
    ["both infinities", [-Infinity, Infinity], "stats/infinite-value"],
    ["nothing", [], "stats/too-few-values"],
    ["NaN in a typed array", Float32Array.of(1, Number.NaN), "stats/missing-value"],
  ])("%s", (_, values, code) => {
    expect(codeOf(() => mean(values))).toBe(code);
  });

  it("names position, value and fix, and reports all problems together", () => {
    expect(() => mean([1, Number.NaN, Infinity, Number.NaN])).toThrow(
      /2 are missing or not numbers \(first at position 2: NaN\)\. Leave them out with `present`[\s\S]*1 are infinite \(first at position 3\)/,
    );
  });

  it("refuses weights that are negative, all zero, too few, or not whole where they are counts", () => {
    expect(codeOf(() => weightedMean([1, 2], [1, -1]))).toBe("stats/negative-weight");
    expect(codeOf(() => weightedMean([1, 2], [0, 0]))).toBe("stats/weights-all-zero");
    expect(codeOf(() => weightedMean([1, 2], [1]))).toBe("stats/unequal-lengths");
    expect(codeOf(() => weightedMean([1, 2], [1, Number.NaN]))).toBe("stats/missing-value");
    expect(codeOf(() => weightedVariance([1, 2], [1, 1.5], "frequency"))).toBe(
      "stats/fractional-frequency",
    );
    expect(codeOf(() => weightedVariance([1, 2], [1, 0], "sampling"))).toBe("stats/too-few-values");
    expect(codeOf(() => variance([1]))).toBe("stats/too-few-values");
    expect(codeOf(() => weightedVariance([1, 2], [1, 1], "probability" as "sampling"))).toBe(
      "stats/unknown-option",
    );
  });

  it("leaves the input as it is", () => {
    const values = Float64Array.of(3, Number.NaN, 1);
    expect([...present(values)]).toEqual([3, 1]);
    expect([...values]).toEqual([3, Number.NaN, 1]);
  });
});

describe("weighted variance", () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 });

  it("by frequency is the variance of the repeated values", () => {
    const counted = fc.array(
      fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 4 })),
      { minLength: 2 },
    );
    fc.assert(
      fc.property(counted, (pairs) => {
        const repeated = pairs.flatMap(([x, w]) => new Array<number>(w).fill(x));
        const weighted = weightedVariance(
          pairs.map(([x]) => x),
          pairs.map(([, w]) => w),
          "frequency",
        );
        expectClose(weighted, variance(repeated), 1e-13);
      }),
    );
  });

  it("by sampling, reliability and population does not depend on the scale of the weights", () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 100, noNaN: true }), (xs, scale) => {
        const weights = xs.map((_, i) => 1 + (i % 3));
        const scaled = weights.map((w) => w * scale);
        for (const kind of ["sampling", "reliability", "population"] as const) {
          expectClose(
            weightedVariance(xs, scaled, kind),
            weightedVariance(xs, weights, kind),
            1e-12,
          );
        }
      }),
    );
  });

  it("with equal weights is the variance, whatever they mean", () => {
    fc.assert(
      fc.property(values, (xs) => {
        const ones = xs.map(() => 1);
        for (const kind of ["sampling", "reliability", "frequency"] as const) {
          expectClose(weightedVariance(xs, ones, kind), variance(xs), 1e-12);
        }
      }),
    );
  });

  it("of a constant is zero, not negative by rounding", () => {
    expect(variance([0.1, 0.1, 0.1])).toBe(0);
    expect(weightedVariance([0.1, 0.1, 0.1], [0.3, 0.7, 1.1], "sampling")).toBeGreaterThanOrEqual(
      0,
    );
  });
});
