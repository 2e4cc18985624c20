import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildIndex } from "@vitalcore/composite";
import { auditIndex, correlationRatio, varianceInflation } from "@vitalcore/composite/audit";
import { leastSquares } from "@vitalcore/stats/linear";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixtures } from "./support/fixtures.js";
import { definition, methodology } from "./support/toy.js";

interface Fit {
  readonly bandwidth: number;
  readonly ratio: number;
  readonly loo: number;
}
const { ratio }: { ratio: { x: number[]; y: number[]; fits: Fit[] } } = JSON.parse(
  readFileSync(join(fixtures, "weights", "values.json"), "utf8"),
);

describe("the correlation ratio", () => {
  it.each(ratio.fits)("is that of lm() with kernel weights, bandwidth $bandwidth", (fit) => {
    const found = correlationRatio(ratio.x, ratio.y, { bandwidth: fit.bandwidth });
    expect(found?.ratio).toBeCloseTo(fit.ratio, 9);
    expect(found?.error).toBeCloseTo(fit.loo, 9);
  });

  it("takes the bandwidth that tells units best", () => {
    const best = correlationRatio(ratio.x, ratio.y);
    for (const { loo } of ratio.fits) expect(best?.error).toBeLessThanOrEqual(loo * 1.05);
    expect(best?.ratio).toBeGreaterThan(0.8);
  });

  it("is one along a line, does not see affine changes, and is not defined without variation", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -99, max: 99 }), { minLength: 5, maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (x, slope) => {
          expect(
            correlationRatio(
              x,
              x.map((v) => slope * v - 4),
            )?.ratio,
          ).toBeCloseTo(1, 6);
          const y = x.map((v) => (v * v) % 17);
          if (new Set(y).size < 2) return;
          const moved = correlationRatio(
            x.map((v) => 3 * v + 5),
            y.map((v) => -slope * v),
          );
          expect(moved?.ratio).toBeCloseTo(correlationRatio(x, y)?.ratio as number, 6);
        },
      ),
      { numRuns: 40 },
    );
    expect(correlationRatio([1, 1, 2, Number.NaN], [1, 2, 3, 4])).toBeNull();
    expect(correlationRatio([1, 2, 3], [4, 4, 4])).toBeNull();
  });

  it("of many units is that of all of them, closely", () => {
    const x = Array.from({ length: 3000 }, (_, i) => Math.sin(i * 1.3) + (i % 7) / 7);
    const y = x.map((v, i) => v * v + Math.sin(i * 2.7) / 3);
    const few = x.flatMap((_, i) => (i % 8 === 0 ? [i] : []));
    const part = correlationRatio(
      few.map((i) => x[i] as number),
      few.map((i) => y[i] as number),
    );
    expect(
      Math.abs((correlationRatio(x, y)?.ratio as number) - (part?.ratio as number)),
    ).toBeLessThan(0.03);
  });
});

describe("variance inflation", () => {
  it("is 1 / (1 - R^2) of the regression on the others", () => {
    const columns = {
      a: [1, 2, 3, 4, 5, 7],
      b: [2, 1, 4, 3, 6, 6],
      c: [5, 1, 2, 2, 4, 9],
    };
    const fit = regress(columns.a, [columns.b, columns.c]);
    const mean = columns.a.reduce((sum, x) => sum + x, 0) / 6;
    const total = columns.a.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    const rest = columns.a.reduce((sum, x, i) => sum + (x - (fit[i] as number)) ** 2, 0);
    expect(varianceInflation(columns)?.a).toBeCloseTo(total / rest, 9);
    expect(varianceInflation({ a: [1, 2, 3], b: [2, 4, 6] })).toBeNull();
  });
});

/** Fitted values with an intercept. */
function regress(y: readonly number[], x: readonly (readonly number[])[]): readonly number[] {
  const columns = [y.map(() => 1), ...x];
  const { coefficients } = leastSquares(columns, y);
  return y.map((_, i) =>
    columns.reduce(
      (sum, column, k) => sum + (column[i] as number) * (coefficients[k] as number),
      0,
    ),
  );
}

describe("the audit", () => {
  const unit = Array.from({ length: 30 }, (_, i) => `U${String(i).padStart(2, "0")}`);
  const size = unit.map((_, i) => 10 + ((i * 7) % 30));
  const a = size.map((x, i) => x * x + (i % 3));
  const b = unit.map((_, i) => (i * 11) % 31);
  const c = b.map((x, i) => 2 * x + (i % 2) / 5);
  const index = buildIndex(
    { unit, a, b, c, size },
    methodology(
      [
        { id: "index" },
        { id: "one", parent: "index" },
        { id: "a", parent: "one", indicator: "a", denominate: { by: "size" } },
        { id: "b", parent: "one", indicator: "b" },
        { id: "c", parent: "one", indicator: "c" },
      ],
      { normalize: { method: "min-max" } },
    ),
    { unitColumn: "unit", definitions: ["a", "b", "c"].map((id) => definition(id)) },
  );
  const audit = auditIndex(index);

  it("tells indicators that go with a denominator, with the p-value", () => {
    const [pair] = audit.denominators;
    expect([pair?.first, pair?.second]).toEqual(["a", "size"]);
    expect(pair?.correlation).toBeGreaterThan(0.99);
    expect(pair?.pValue).toBeLessThan(1e-9);
    expect(auditIndex(index, { denominators: 1 }).denominators).toEqual([]);
  });

  it("tells collinear indicators, correlations across levels, and Bartlett's test", () => {
    expect(audit.indicators.find(({ node }) => node === "b")?.inflation).toBeGreaterThan(1000);
    expect(audit.steps[3]?.claims.some(({ text }) => text.includes("function of the other"))).toBe(
      true,
    );
    for (const {
      withParentPValue,
      withIndex,
      correlationRatio: curve,
      importance,
    } of audit.indicators) {
      expect(withParentPValue).toBeGreaterThanOrEqual(0);
      expect((withIndex as number) ** 2).toBeCloseTo(importance as number, 9);
      expect(curve).toBeGreaterThan(0);
    }
    const group = audit.groups.find(({ node }) => node === "one");
    expect(group?.withParent).toBeCloseTo(1, 12);
    expect(group?.bartlett?.df).toBe(3);
  });
});
