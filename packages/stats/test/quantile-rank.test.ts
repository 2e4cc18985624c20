import { quantile as d3Quantile } from "d3-array";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  median,
  type QuantileType,
  quantile,
  quantiles,
  rankInto,
  ranks,
  sortOrder,
  sortWorkspace,
  type TieRule,
  weightedQuantile,
} from "../src/index.js";
import { expectClose } from "./closeness.js";
import reference from "./fixtures/r-conventions.json" with { type: "json" };

const TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 });
const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe("quantile", () => {
  it.each(reference.quantiles.map((sample) => [sample.name, sample] as const))(
    "is R's, types 1-9: %s",
    (_, sample) => {
      for (const type of TYPES) {
        const expected = sample.types[type - 1] ?? [];
        reference.probabilities.forEach((p, k) => {
          const name = `type ${type} at ${p}:`;
          expectClose(quantile(sample.x, p, type), expected[k] as number, 1e-14, name);
        });
      }
    },
  );

  it("of type 7 agrees with d3", () => {
    fc.assert(
      fc.property(values, probability, (xs, p) => {
        expect(quantile(xs, p)).toBeCloseTo(d3Quantile(xs, p) as number, 10);
      }),
    );
  });

  it("does not fall off an order statistic by rounding", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(0.07 * 100).toBeGreaterThan(7);
    expect(quantile(hundred, 0.07, 1)).toBe(7);
    expect(quantile(hundred, 0.07, 2)).toBe(7.5);
    expect(quantile(hundred, 0.29, 1)).toBe(29);
  });

  it("never falls as the probability rises, and stays within the values", () => {
    fc.assert(
      fc.property(values, fc.array(probability), fc.constantFrom(...TYPES), (xs, ps, type) => {
        const found = [
          ...quantiles(
            xs,
            ps.toSorted((a, b) => a - b),
            type,
          ),
        ];
        for (let k = 1; k < found.length; k++) {
          expect(found[k] as number).toBeGreaterThanOrEqual((found[k - 1] as number) - 1e-12);
        }
        for (const q of found) {
          expect(q).toBeGreaterThanOrEqual(Math.min(...xs));
          expect(q).toBeLessThanOrEqual(Math.max(...xs));
        }
      }),
    );
  });

  it("leaves the values in their order", () => {
    const given = Float64Array.of(3, 1, 2);
    expect(median(given)).toBe(2);
    expect([...given]).toEqual([3, 1, 2]);
  });

  it("refuses what has none", () => {
    expect(() => quantile([], 0.5)).toThrow("needs at least 1 values");
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow("missing");
    expect(() => quantile([1, 2], 50)).toThrow("Give a proportion, not a percentage.");
    expect(() => quantile([1, 2], Number.NaN)).toThrow("between 0 and 1");
    expect(() => quantile([1, 2], 0.5, 10 as 9)).toThrow("Known are: 1, 2, 3");
  });
});

describe("weighted quantile", () => {
  const counted = fc.array(
    fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 3 })),
    { minLength: 1, maxLength: 20 },
  );
  const hasWeight = (pairs: readonly (readonly [number, number])[]) => pairs.some(([, w]) => w > 0);

  it("with counts is the quantile of repeated values (types 1 and 2)", () => {
    fc.assert(
      fc.property(counted.filter(hasWeight), probability, (pairs, p) => {
        const [xs, ws] = [pairs.map(([x]) => x), pairs.map(([, w]) => w)];
        const repeated = pairs.flatMap(([x, w]) => new Array<number>(w).fill(x));
        expect(weightedQuantile(xs, ws, p, "inverse-cdf")).toBe(quantile(repeated, p, 1));
        expect(weightedQuantile(xs, ws, p, "averaged")).toBe(quantile(repeated, p, 2));
      }),
    );
  });

  it("with equal weights is type 5 (midpoint) or 7 (interpolated)", () => {
    fc.assert(
      fc.property(values, probability, (xs, p) => {
        const ws = xs.map(() => 3);
        expect(weightedQuantile(xs, ws, p, "midpoint")).toBeCloseTo(quantile(xs, p, 5), 9);
        expect(weightedQuantile(xs, ws, p, "interpolated")).toBeCloseTo(quantile(xs, p, 7), 9);
      }),
    );
  });

  it("does not depend on the scale of the weights", () => {
    fc.assert(
      fc.property(counted.filter(hasWeight), probability, (pairs, p) => {
        const [xs, ws] = [pairs.map(([x]) => x), pairs.map(([, w]) => w)];
        const scaled = ws.map((w) => w * 44.21);
        for (const type of ["inverse-cdf", "averaged"] as const) {
          expect(weightedQuantile(xs, scaled, p, type)).toBe(weightedQuantile(xs, ws, p, type));
        }
      }),
    );
  });
});

describe("ranks", () => {
  it.each(reference.ranks.map((sample) => [sample.name, sample] as const))(
    "are R's: %s",
    (_, s) => {
      for (const ties of ["average", "min", "max", "first", "last"] as const) {
        expect([...ranks(s.x, { ties })]).toEqual(s[ties]);
      }
    },
  );

  const missing = fc.option(fc.integer({ min: -5, max: 5 }), { nil: Number.NaN });

  it.each(["average", "min", "max", "first", "last", "dense"] as const)(
    "by %s descending are those of the negated values ascending",
    (ties: TieRule) => {
      fc.assert(
        fc.property(fc.array(missing), (xs) => {
          const negated = ranks(
            xs.map((x) => -x),
            { ties },
          );
          expect([...ranks(xs, { ties, order: "descending" })]).toEqual([...negated]);
        }),
      );
    },
  );

  it("add up to n (n + 1) / 2 over the values present, and are missing elsewhere", () => {
    fc.assert(
      fc.property(fc.array(missing), (xs) => {
        const n = xs.filter((x) => !Number.isNaN(x)).length;
        for (const ties of ["average", "first", "last"] as const) {
          const found = [...ranks(xs, { ties })];
          const total = found.reduce((sum, r) => sum + (Number.isNaN(r) ? 0 : r), 0);
          expect(total).toBe((n * (n + 1)) / 2);
          expect(found.map(Number.isNaN)).toEqual(xs.map(Number.isNaN));
        }
      }),
    );
  });

  it("tie 0 and -0", () => expect([...ranks([0, -0, 1])]).toEqual([1.5, 1.5, 3]));

  it("refuse infinities and unknown rules", () => {
    expect(() => ranks([1, Infinity])).toThrow("infinite");
    expect(() => ranks([1], { ties: "random" as "min" })).toThrow("There is no rule for ties");
  });

  const comparatorOrder = (xs: Float64Array) =>
    Array.from(xs.keys())
      .filter((i) => !Number.isNaN(xs[i] as number))
      .sort((i, j) => (xs[i] as number) - (xs[j] as number));

  it.each([0, 1, 2, 8, 9, 17, 50, 1499, 1500, 1501, 20_000])(
    "sort %i values as a stable comparison sort does",
    (n) => {
      let seed = 12345;
      const next = () => {
        seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
        return seed;
      };
      const xs = Float64Array.from({ length: n }, (_, i) => {
        if (i % 97 === 5) return Number.NaN;
        if (i % 89 === 7) return i % 2 === 0 ? 0 : -0;
        const value = (next() % 1000) - 500;
        return i % 5 === 0 ? value * 1e-310 : i % 7 === 0 ? value * 1e300 : value / 7;
      });
      const workspace = sortWorkspace(n);
      const count = sortOrder(xs, workspace);
      expect([...workspace.order.subarray(0, count)]).toEqual(comparatorOrder(xs));
    },
  );

  it("sort many values that differ in their last bits only", () => {
    const xs = Float64Array.from(
      { length: 3000 },
      (_, i) => 1 + ((i * 7919) % 3000) * Number.EPSILON,
    );
    const workspace = sortWorkspace(3000);
    sortOrder(xs, workspace);
    expect([...workspace.order]).toEqual(comparatorOrder(xs));
    const negative = xs.map((x) => -x);
    sortOrder(negative, workspace);
    expect([...workspace.order]).toEqual(comparatorOrder(negative));
  });

  it("reuse a workspace for shorter lists", () => {
    const workspace = sortWorkspace(2000);
    const long = Float64Array.from({ length: 2000 }, (_, i) => -i);
    expect(rankInto(long, new Float64Array(2000), "min", false, workspace)[0]).toBe(2000);
    const short = rankInto(Float64Array.of(3, 1), new Float64Array(2), "min", false, workspace);
    expect([...short]).toEqual([2, 1]);
  });
});
