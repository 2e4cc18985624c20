import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completePairs, correlationMatrix, kendall, pearson, spearman } from "../src/index.js";
import { expectClose } from "./closeness.js";
import reference from "./fixtures/r-conventions.json" with { type: "json" };

describe("correlations are R's", () => {
  it.each(reference.tests.map((test) => [test.name, test] as const))("%s", (_, test) => {
    expectClose(pearson(test.x, test.y), test.pearson.estimate, 1e-13, "pearson");
    expectClose(spearman(test.x, test.y), test.spearman.estimate, 1e-12, "spearman");
    expectClose(kendall(test.x, test.y), test.kendall.estimate, 1e-13, "kendall");
  });
});

const pairs = fc
  .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 3,
    maxLength: 40,
  })
  .map((points) => ({ x: points.map(([x]) => x), y: points.map(([, y]) => y) }))
  .filter(({ x, y }) => new Set(x).size > 1 && new Set(y).size > 1);

function tauByCounting(x: readonly number[], y: readonly number[]): number {
  let [score, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const dx = Math.sign((x[i] as number) - (x[j] as number));
      const dy = Math.sign((y[i] as number) - (y[j] as number));
      score += dx * dy;
      untiedX += dx * dx;
      untiedY += dy * dy;
    }
  }
  return score / Math.sqrt(untiedX * untiedY);
}

describe("correlation", () => {
  it("by Kendall is what counting all pairs gives", () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => expectClose(kendall(x, y), tauByCounting(x, y), 1e-13)),
    );
  });

  it.each([
    ["pearson", pearson],
    ["spearman", spearman],
    ["kendall", kendall],
  ])("by %s is symmetric, within [-1, 1], and 1 with itself", (_, correlate) => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const r = correlate(x, y);
        expect(correlate(y, x)).toBeCloseTo(r, 14);
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(correlate(x, x)).toBeCloseTo(1, 14);
        expect(
          correlate(
            x,
            y.map((value) => -value),
          ),
        ).toBeCloseTo(-r, 13);
      }),
    );
  });

  it("does not change with the unit of measurement", () => {
    fc.assert(
      fc.property(pairs, ({ x, y }) => {
        const converted = x.map((value) => 32 + 1.8 * value);
        expect(pearson(converted, y)).toBeCloseTo(pearson(x, y), 13);
        expect(spearman(converted, y)).toBeCloseTo(spearman(x, y), 13);
      }),
    );
  });

  it("survives sizes whose squares overflow or vanish", () => {
    expect(pearson([1e200, 2e200, 4e200], [1, 2, 4])).toBeCloseTo(1, 14);
    expect(pearson([-1e308, 0, 1e308], [-1, 0, 1])).toBeCloseTo(1, 14);
    expect(pearson([1e-200, 3e-200, 2e-200], [1, 2, 3])).toBeCloseTo(0.5, 14);
    expect(() => pearson([1e200, 1e200], [1, 2])).toThrow("x values are 1e+200");
  });

  it("refuses what has none", () => {
    expect(() => pearson([1, 1, 1], [1, 2, 3])).toThrow("all 3 x values are 1");
    expect(() => kendall([1, 2, 3], [0.1, 0.1, 0.1])).toThrow("all 3 y values are 0.1");
    expect(() => spearman([1, 2], [1])).toThrow("There are 1 y values for 2 x values");
    expect(() => pearson([1, Number.NaN], [Number.NaN, 2])).toThrow("2 problems");
    expect(() => completePairs([1], [1, 2])).toThrow("2 y values for 1 x values");
  });
});

describe("correlation matrix", () => {
  const columns = {
    a: [1, 2, 3, 4, Number.NaN],
    b: [2, 1, 4, 3, 9],
    constant: [5, 5, 5, 5, 6],
    empty: [Number.NaN, Number.NaN, Number.NaN, Number.NaN, 1],
  };

  it("is pairwise complete, symmetric, and says how many rows each entry rests on", () => {
    const { values, n, names } = correlationMatrix(columns);
    expect(names).toEqual(["a", "b", "constant", "empty"]);
    expect(values[0]?.[1]).toBeCloseTo(pearson([1, 2, 3, 4], [2, 1, 4, 3]), 15);
    expect(values[1]?.[0]).toBe(values[0]?.[1]);
    expect(values[1]?.[1]).toBe(1);
    expect([...(n[0] ?? [])]).toEqual([4, 4, 4, 0]);
  });

  it("has a finding for each pair without a correlation, and goes on", () => {
    const { values, findings } = correlationMatrix(columns);
    expect(values[0]?.[2]).toBeNaN();
    expect(findings.map(({ message }) => message)).toContain(
      'Columns "a" and "constant" have no correlation: "constant" does not vary in them (4 complete pairs).',
    );
    expect(findings.every(({ code }) => code === "stats/undefined-correlation")).toBe(true);
    expect(findings).toHaveLength(5);
  });

  it("reports all columns that cannot be used, together", () => {
    expect(() => correlationMatrix({ a: [1, 2], b: [1], c: [1, Infinity] })).toThrow("2 problems");
  });
});
