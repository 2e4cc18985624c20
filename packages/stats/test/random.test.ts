import { randomStream } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gamma, normal } from "../src/distributions/index.js";
import { mean, standardDeviation, sum } from "../src/index.js";
import { dirichlet, fillFrom, fillIntegers, fillNormal, permutation } from "../src/random/index.js";

const stream = randomStream({ label: "test", seed: 11 });

describe("random numbers of other shapes", () => {
  it("are one uniform draw each, so that any can be had without the others", () => {
    const all = fillNormal(stream, 3, new Float64Array(10));
    expect([...fillNormal(stream, 3, new Float64Array(4), 5)]).toEqual([...all.subarray(5, 9)]);
    expect(all[7]).toBe(normal().quantile(stream.uniform(3, 7)));
  });

  it("have the mean and spread of their distribution, within five standard errors", () => {
    const n = 20_000;
    const z = fillNormal(stream, 0, new Float64Array(n));
    expect(Math.abs(mean(z))).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(standardDeviation(z) - 1)).toBeLessThan(5 / Math.sqrt(2 * n));
    const { quantile } = gamma({ shape: 2, scale: 3 });
    const g = fillFrom(stream, 1, quantile, new Float64Array(4000));
    expect(Math.abs(mean(g) - 6)).toBeLessThan((5 * Math.sqrt(18)) / Math.sqrt(4000));
    const dice = fillIntegers(stream, 2, 6, new Float64Array(n));
    expect(new Set(dice)).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    expect(Math.abs(mean(dice) - 2.5)).toBeLessThan((5 * Math.sqrt(35 / 12)) / Math.sqrt(n));
  });

  it("order each position once, and all orders about equally often", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(1000), (length, replication) => {
        const order = permutation(stream, replication, length);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, i) => i));
      }),
    );
    const counts = new Map<string, number>();
    for (let r = 0; r < 6000; r++) {
      const key = permutation(stream, r, 3).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * 29);
  });

  it("by Dirichlet add up to 1, are not negative, and have the right mean", () => {
    const parameters = fc.array(fc.double({ min: 1e-3, max: 50, noNaN: true }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(parameters, fc.nat(1000), (alphas, replication) => {
        const point = dirichlet(stream, replication, alphas);
        expect(sum(point)).toBeCloseTo(1, 12);
        expect(point.every((share) => share >= 0)).toBe(true);
      }),
    );
    const shares = Array.from(
      { length: 2000 },
      (_, r) => dirichlet(stream, r, [1, 2, 3])[2] as number,
    );
    expect(Math.abs(mean(shares) - 0.5)).toBeLessThan((5 * 0.19) / Math.sqrt(2000));
  });

  it("refuse what has no meaning", () => {
    expect(() => dirichlet(stream, 0, [1, 0])).toThrow("positive values only");
    expect(() => dirichlet(stream, 0, [])).toThrow("at least 1 parameters");
    expect(() => fillIntegers(stream, 0, 2.5, new Float64Array(1))).toThrow("whole number");
    expect(() => permutation(stream, 0, -1)).toThrow("whole number");
  });
});
