import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlationTest, correlationTestMatrix } from "../src/correlation-test.js";
import { expectClose } from "./closeness.js";
import reference from "./fixtures/r-conventions.json" with { type: "json" };

describe("p-values are those of R's cor.test", () => {
  it.each(reference.tests.map((test) => [test.name, test] as const))("%s", (_, test) => {
    for (const method of ["pearson", "spearman", "kendall"] as const) {
      const { pValue } = correlationTest(test.x, test.y, method);
      // R subtracts upper tails from 1, which leaves it about 1e-16 absolutely.
      const expected = test[method].p;
      if (Math.abs(pValue - expected) > 4e-16) expectClose(pValue, expected, 1e-10, method);
    }
  });

  it("says where a p-value comes from", () => {
    const of = (n: number, method: "spearman" | "kendall") => {
      const x = Array.from({ length: n }, (_, i) => i);
      const y = x.map((i) => (i * 7) % n);
      return correlationTest(x, y, method).distribution;
    };
    expect([of(9, "spearman"), of(10, "spearman"), of(1290, "spearman")]).toEqual([
      "exact",
      "series",
      "t",
    ]);
    expect([of(48, "kendall"), of(50, "kendall")]).toEqual(["exact", "normal"]);
    expect(correlationTest([1, 2, 2, 3], [1, 2, 3, 4], "spearman").distribution).toBe("t");
    expect(correlationTest([1, 2, 2, 3], [1, 2, 3, 4], "kendall").distribution).toBe("normal");
  });
});

/** All orders of 0 to n - 1. */
function orders(n: number): number[][] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap((order) =>
    Array.from({ length: n }, (_, at) => [...order.slice(0, at), n - 1, ...order.slice(at)]),
  );
}

describe("exact p-values", () => {
  it.each(["spearman", "kendall"] as const)(
    "of %s count the orders at least as extreme",
    (method) => {
      const x = [0, 1, 2, 3, 4];
      const all = orders(5).map((y) => correlationTest(x, y, method).estimate);
      for (const y of orders(5)) {
        const { estimate, pValue } = correlationTest(x, y, method);
        const above = all.filter((r) => r >= estimate - 1e-9).length;
        const below = all.filter((r) => r <= estimate + 1e-9).length;
        expect(pValue).toBeCloseTo(Math.min(1, (2 * Math.min(above, below)) / 120), 12);
      }
    },
  );

  it("are probabilities, the same for both orders of the columns", () => {
    const points = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
        minLength: 4,
        maxLength: 30,
      })
      .filter((pairs) => new Set(pairs.map(([x]) => x)).size > 1)
      .filter((pairs) => new Set(pairs.map(([, y]) => y)).size > 1);
    fc.assert(
      fc.property(points, fc.constantFrom("pearson", "spearman", "kendall"), (pairs, method) => {
        const [x, y] = [pairs.map((pair) => pair[0]), pairs.map((pair) => pair[1])];
        const { pValue } = correlationTest(x, y, method);
        expect(pValue).toBeGreaterThanOrEqual(0);
        expect(pValue).toBeLessThanOrEqual(1);
        expect(correlationTest(y, x, method).pValue).toBeCloseTo(pValue, 12);
      }),
    );
  });
});

describe("matrix of tests", () => {
  it("holds what the single tests give, pair by pair", () => {
    const columns = {
      a: [1, 2, 3, 4, 5, Number.NaN],
      b: [2, 1, 4, 3, 5, 7],
      c: [9, 9, Number.NaN, Number.NaN, Number.NaN, 1],
    };
    const { pValues, findings } = correlationTestMatrix(columns, "spearman");
    const single = correlationTest([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], "spearman").pValue;
    expect(pValues[0]?.[1]).toBe(single);
    expect(pValues[1]?.[0]).toBe(single);
    expect(pValues[0]?.[0]).toBe(0);
    expect(pValues[0]?.[2]).toBeNaN();
    expect(findings.map(({ facts }) => facts.reason)).toContain('"c" does not vary in them');
  });

  it("refuses too few, constants and unknown methods", () => {
    expect(() => correlationTest([1, 2], [1, 2])).toThrow("at least 3");
    expect(() => correlationTest([1, 1, 1], [1, 2, 3])).toThrow("x values are 1");
    expect(() => correlationTest([1, 2, 3], [1, 2, 4], "tau" as "kendall")).toThrow("Known are");
  });
});
