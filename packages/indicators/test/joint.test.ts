import { isVitalError, revive } from "@vitalcore/core";
import { pearson } from "@vitalcore/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jointInsecurities, jointInsecuritiesResult } from "../src/joint/index.js";

const codesOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings.map(({ code }) => code);
    throw error;
  }
  return [];
};

const people = fc.array(
  fc.record({ a: fc.nat(1), b: fc.nat(1), c: fc.nat(1), w: fc.integer({ min: 1, max: 5 }) }),
  { minLength: 1, maxLength: 60 },
);
const ids = ["a", "b", "c"] as const;

describe("jointInsecurities", () => {
  it("counts, patterns and rates are those of the people (property)", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const found = jointInsecurities(rows, ids, { weight: "w" });
        const copies = rows.flatMap((row) => Array.from({ length: row.w }, () => row));
        const mean = (of: (row: (typeof rows)[number]) => number) =>
          copies.reduce((sum, row) => sum + of(row), 0) / copies.length;
        expect(found.counts.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        expect(found.counts[3]).toBeCloseTo(
          mean(({ a, b, c }) => a * b * c),
          12,
        );
        expect(found.meanCount).toBeCloseTo(
          mean(({ a, b, c }) => a + b + c),
          12,
        );
        expect(found.rates[0]?.alone).toBeCloseTo(
          mean(({ a, b, c }) => a * (1 - b) * (1 - c)),
          12,
        );
        expect(found.patterns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        const [pair] = found.pairs;
        expect(pair?.both).toBeCloseTo(
          mean(({ a, b }) => a * b),
          12,
        );
        const [as, bs] = [copies.map(({ a }) => a), copies.map(({ b }) => b)];
        if (new Set(as).size > 1 && new Set(bs).size > 1) {
          expect(pair?.correlation).toBeCloseTo(pearson(as, bs), 9);
        } else expect(pair?.correlation).toBeNull();
        expect(found.n).toBe(rows.length);
      }),
    );
  });

  it("counts persons of households, and leaves out who lacks an answer if asked", () => {
    const data = { a: [1, 0, null], b: [1, 1, 1], people: [3, 1, 9] };
    const found = jointInsecurities(data, ["a", "b"], { size: "people", missing: "drop" });
    expect(found.counts).toEqual([0, 0.25, 0.75]);
    expect([found.n, found.nMissing]).toEqual([2, 1]);
  });

  it("has no conditional rate where nobody is", () => {
    const [pair] = jointInsecurities({ a: [0, 0], b: [1, 0] }, ["a", "b"]).pairs;
    expect(pair).toMatchObject({ lift: null, secondGivenFirst: null, firstGivenSecond: 0 });
  });

  it("shows itself, and comes back from JSON", () => {
    const found = jointInsecurities({ a: [1, 0], b: [1, 0] }, ["a", "b"]);
    expect(String(found)).toContain("2 insecurities of 2 people");
    const back = revive(JSON.parse(JSON.stringify(found)), [jointInsecuritiesResult]);
    expect(back).toEqual(found);
  });

  it.each([
    [{ a: [1], b: [2] }, ["a", "b"], "indicators/not-a-deprivation"],
    [{ a: [1], b: [null] }, ["a", "b"], "indicators/missing-deprivation"],
    [{ a: [1] }, ["a"], "indicators/invalid-input"],
    [{ a: [1], b: [1] }, ["a", "c"], "core/unknown-column"],
    [{ a: [], b: [] }, ["a", "b"], "indicators/nobody-measured"],
  ] as const)("refuses %j", (data, columns, code) => {
    expect(codesOf(() => jointInsecurities(data as never, columns))).toEqual([code]);
  });
});
