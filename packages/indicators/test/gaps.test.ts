import { isVitalError } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectivityGaps, parity } from "../src/connectivity/index.js";

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("connectivityGaps", () => {
  it.each([
    // GSMA (2024), The State of Mobile Internet Connectivity: connected + usage gap + coverage gap = 100 %
    ["World 2023", 0.57, 0.39, 0.04],
    ["Sub-Saharan Africa 2023", 0.27, 0.6, 0.13],
    ["World 2024 (2025 edition)", 0.58, 0.38, 0.04],
  ])("gives the published gaps of %s", (_, use, usageGap, coverageGap) => {
    const gaps = connectivityGaps({ coverage: 1 - coverageGap, use });
    expect(gaps.coverageGap).toBeCloseTo(coverageGap, 12);
    expect(gaps.usageGap).toBeCloseTo(usageGap, 12);
    expect(gaps.findings).toEqual([]);
  });

  it("shows why the usage gap of all people must not enter an index", () => {
    // 2017: both have a usage gap of 7 points, South Sudan because nearly nobody is covered.
    const southSudan = connectivityGaps({ coverage: 0.15, use: 0.08 });
    const sweden = connectivityGaps({ coverage: 1, use: 0.93 });
    expect(southSudan.usageGap).toBeCloseTo(sweden.usageGap as number, 12);
    expect(southSudan.usageGapCovered).toBeGreaterThan(6 * (sweden.usageGapCovered as number));
  });

  it("sets use slightly above coverage to a gap of 0, and says so", () => {
    const gaps = connectivityGaps({ coverage: 0.97, use: 0.98 });
    expect(gaps.usageGap).toBe(0);
    expect(gaps.usageGapCovered).toBe(0);
    expect(gaps.findings.map(({ code }) => code)).toEqual(["indicators/use-above-coverage"]);
  });

  it("gives no usage gap where use and coverage measure different people", () => {
    const gaps = connectivityGaps({ coverage: 0.6, use: 0.7 });
    expect(gaps).toMatchObject({ usageGap: null, usageGapCovered: null });
    expect(gaps.coverageGap).toBeCloseTo(0.4, 12);
    expect(gaps.findings.map(({ code }) => code)).toEqual(["indicators/definition-differs"]);
    expect(connectivityGaps({ coverage: 0.6, use: 0.7 }, { tolerance: 0.1 }).usageGap).toBe(0);
  });

  it("has no gap among the covered where nobody is covered", () => {
    const gaps = connectivityGaps({ coverage: 0, use: 0 });
    expect(gaps).toMatchObject({ coverageGap: 1, usageGap: 0, usageGapCovered: null });
    expect(gaps.findings.map(({ code }) => code)).toEqual(["indicators/nobody-covered"]);
  });

  it.each([
    [{ coverage: 88, use: 32 }, 2],
    [{ coverage: 0.88, use: -0.1 }, 1],
    [{ coverage: Number.NaN, use: Number.POSITIVE_INFINITY }, 2],
  ])("refuses %j, naming every number that is no proportion", (shares, problems) => {
    try {
      connectivityGaps(shares);
      expect.unreachable();
    } catch (error) {
      if (!isVitalError(error)) throw error;
      expect(error.code).toBe("indicators/not-a-proportion");
      expect(error.findings).toHaveLength(problems);
      expect(error.findings[0]?.hint).toContain("divided by 100");
    }
  });

  it("adds up to the whole, and stays within 0 and 1 (property)", () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const coverage = Math.max(a, b);
        const use = Math.min(a, b);
        const { coverageGap, usageGap, usageGapCovered } = connectivityGaps({ coverage, use });
        expect(use + (usageGap as number) + coverageGap).toBeCloseTo(1, 12);
        expect(usageGapCovered ?? 0).toBeGreaterThanOrEqual(usageGap as number);
        expect(usageGapCovered ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("parity", () => {
  it.each([
    // ITU, internet use by sex (2019 edition): Algeria 2018, Malawi 2016
    [0.429, 0.551, 0.779, "behind"],
    [0.055, 0.175, 0.314, "behind"],
    [0.98, 1, 0.98, "parity"],
    [0.51, 0.5, 1.02, "parity"],
    [0.6, 0.5, 1.2, "ahead"],
  ] as const)("of %d and %d is %d: %s", (group, reference, score, verdict) => {
    const found = parity({ group, reference });
    expect(found.score).toBeCloseTo(score, 3);
    expect(found.verdict).toBe(verdict);
  });

  it("gives the gap in per cent of men as ITU's backgrounder does: 57 % against 62 % is 8 %", () => {
    expect(parity({ group: 0.57, reference: 0.62 }).relativeGap).toBeCloseTo(0.08, 2);
  });

  it("has no ratio to a share of zero", () => {
    const found = parity({ group: 0.1, reference: 0 });
    expect(found).toMatchObject({ score: null, relativeGap: null, verdict: "undefined" });
    expect(found.absoluteGap).toBe(-0.1);
    expect(found.findings.map(({ code }) => code)).toEqual(["indicators/zero-reference"]);
  });

  it("refuses percent", () => {
    expect(() => parity({ group: 42.9, reference: 55.1 })).toThrow("group is 42.9");
  });

  it("turns round when the groups do (property)", () => {
    const positive = fc.double({ min: 1e-6, max: 1, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const one = parity({ group: a, reference: b });
        const other = parity({ group: b, reference: a });
        expect((one.score as number) * (other.score as number)).toBeCloseTo(1, 12);
        expect(one.absoluteGap).toBe(-other.absoluteGap + 0);
        expect(one.score as number).toBeCloseTo(1 - (one.relativeGap as number), 9);
      }),
    );
  });
});
