import { overChunks } from "@vitalcore/core";
import fc from "fast-check";
import { sampleKurtosis, sampleSkewness } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { kurtosis, mean, moments, skewness, variance, weightedMoments } from "../src/index.js";
import { expectClose } from "./closeness.js";

const sample = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), {
  minLength: 4,
  maxLength: 60,
});
const isVaried = (xs: readonly number[]) => Math.max(...xs) - Math.min(...xs) > 1e-3;

describe("moments in parts", () => {
  it("are the moments of the whole, however it is cut", () => {
    fc.assert(
      fc.property(sample.filter(isVaried), fc.integer({ min: 1, max: 9 }), (xs, size) => {
        const chunks: number[][] = [];
        for (let i = 0; i < xs.length; i += size) chunks.push(xs.slice(i, i + size));
        const parts = overChunks(moments, chunks);
        expect(parts.n).toBe(xs.length);
        expectClose((parts.mean ?? 0) + 1000, mean(xs) + 1000, 1e-15);
        expectClose(parts.variance ?? 0, variance(xs), 1e-13);
        expect(parts.skewness).toBeCloseTo(skewness(xs, 1), 11);
        expect(parts.kurtosis).toBeCloseTo(kurtosis(xs, 1), 10);
      }),
    );
  });

  it("merge in any grouping, with nothing as the neutral element", () => {
    fc.assert(
      fc.property(sample, sample, sample, (a, b, c) => {
        const [A, B, C] = [a, b, c].map((xs) => moments.accumulate(moments.empty(), xs));
        if (A === undefined || B === undefined || C === undefined) return;
        const left = moments.finish(moments.merge(moments.merge(A, B), C));
        const right = moments.finish(moments.merge(A, moments.merge(B, C)));
        expectClose((left.variance ?? 0) + 1, (right.variance ?? 0) + 1, 1e-13);
        expect(moments.merge(A, moments.empty())).toEqual(A);
        expect(moments.merge(moments.empty(), A)).toEqual(A);
      }),
    );
  });

  it("keep their digits at a large offset, over a thousand parts", () => {
    const values = Array.from({ length: 3000 }, (_, i) => 1e9 + (i % 3));
    const chunks = Array.from({ length: 1000 }, (_, i) => values.slice(3 * i, 3 * i + 3));
    expectClose(overChunks(moments, chunks).variance ?? 0, 2000 / 2999, 1e-14);
  });

  it("survive as JSON", () => {
    const state = moments.accumulate(moments.empty(), [1, 2, 4]);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it("of nothing, of one value and of a constant are null, not NaN", () => {
    expect(moments.finish(moments.empty())).toEqual({
      n: 0,
      weight: 0,
      mean: null,
      variance: null,
      standardDeviation: null,
      skewness: null,
      kurtosis: null,
    });
    expect(overChunks(moments, [[5]])).toMatchObject({ mean: 5, variance: null, skewness: null });
    expect(overChunks(moments, [[0.1, 0.1], [0.1]])).toMatchObject({ variance: 0, skewness: null });
  });

  it("with whole weights are those of repeated values", () => {
    const weighted = overChunks(weightedMoments, [
      { values: [1, 5], weights: [2, 0] },
      { values: [4], weights: [3] },
      { values: [9], weights: [0] },
    ]);
    const repeated = overChunks(moments, [[1, 1, 4, 4, 4]]);
    expect(weighted.weight).toBe(5);
    expectClose(weighted.mean ?? 0, repeated.mean ?? 0, 1e-15);
    expectClose(weighted.skewness ?? 0, repeated.skewness ?? 0, 1e-14);
    expectClose(weighted.kurtosis ?? 0, repeated.kurtosis ?? 0, 1e-14);
  });
});

describe("skewness and kurtosis", () => {
  it("of type 2 agree with simple-statistics", () => {
    fc.assert(
      fc.property(sample.filter(isVaried), (xs) => {
        expect(skewness(xs)).toBeCloseTo(sampleSkewness(xs), 9);
        expect(kurtosis(xs)).toBeCloseTo(sampleKurtosis(xs), 8);
      }),
    );
  });

  it("of the three types are those of Joanes and Gill (1998)", () => {
    // Worked by hand: deviations -3, -2, -1, 6; m2 = 12.5, m3 = 45, m4 = 348.5.
    const values = [1, 2, 3, 10];
    const g1 = 45 / 12.5 ** 1.5;
    const g2 = 348.5 / 12.5 ** 2 - 3;
    expectClose(skewness(values, 1), g1, 1e-14);
    expectClose(skewness(values, 2), (g1 * Math.sqrt(12)) / 2, 1e-14);
    expectClose(skewness(values, 3), g1 * 0.75 ** 1.5, 1e-14);
    expectClose(kurtosis(values, 1), g2, 1e-13);
    expectClose(kurtosis(values, 2), ((5 * g2 + 6) * 3) / 2, 1e-13);
    expectClose(kurtosis(values, 3), (g2 + 3) * 0.75 ** 2 - 3, 1e-13);
  });

  it("change sign, or not, with the values", () => {
    fc.assert(
      fc.property(sample.filter(isVaried), (xs) => {
        const negated = xs.map((x) => -x);
        expect(skewness(negated)).toBeCloseTo(-skewness(xs), 10);
        expect(kurtosis(negated)).toBeCloseTo(kurtosis(xs), 9);
      }),
    );
  });

  it("are refused for a constant and for too few", () => {
    expect(() => skewness([0.1, 0.1, 0.1])).toThrow("all 3 values are 0.1");
    expect(() => kurtosis([1, 2, 3])).toThrow("needs at least 4 values, and there are 3");
    expect(() => skewness([1, 2, 4], 4 as 1)).toThrow("Known are: 1, 2, 3");
  });
});
