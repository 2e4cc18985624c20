import { mean, replicatesOf, surveyDesign, total } from "@vitalcore/survey";
import { describe, expect, it } from "vitest";

/** Half the squared differences of neighbors, the last and the first too: the estimator called SD2. */
function successive(z: readonly number[]): number {
  return z.reduce((sum, value, i) => sum + (value - z[(i + 1) % z.length]!) ** 2, 0) / 2;
}

const n = 34;
const sample = {
  stratum: Array.from({ length: n }, (_, i) => (i < 15 ? 1 : 2)),
  size: Array.from({ length: n }, (_, i) => (i < 15 ? 60 : 100)),
  w: Array.from({ length: n }, (_, i) => 4 + (i % 5)),
  x: Array.from({ length: n }, (_, i) => 10 + i + 4 * Math.sin(i * 1.3)),
};
const z = sample.x.map((x, i) => x * sample.w[i]!);
const parts = [z.slice(0, 15), z.slice(15)] as const;

describe("successive difference replication", () => {
  it("is half the squared successive differences of a total, stratum by stratum", () => {
    const design = surveyDesign(sample, { weights: "w", strata: "stratum" });
    const replicated = replicatesOf(design, { type: "SDR" });
    const wanted = successive(parts[0]) + successive(parts[1]);
    expect(total(replicated, "x").estimates[0]!.standardError! ** 2 / wanted).toBeCloseTo(1, 12);
  });

  it("takes the finite population of each stratum", () => {
    const spec = { weights: "w", strata: "stratum", fpc: "size" } as const;
    const replicated = replicatesOf(surveyDesign(sample, spec), { type: "SDR" });
    const wanted = (1 - 15 / 60) * successive(parts[0]) + (1 - 19 / 100) * successive(parts[1]);
    expect(total(replicated, "x").estimates[0]!.standardError! ** 2 / wanted).toBeCloseTo(1, 12);
  });

  it("with fewer replicates it is near, and the same each time", () => {
    const design = surveyDesign(sample, { weights: "w", strata: "stratum" });
    const few = replicatesOf(design, { type: "SDR", replicates: 20 });
    expect(few.toString()).toContain("20 replicate weights (SDR)");
    const all = mean(replicatesOf(design, { type: "SDR" }), "x").estimates[0]!.standardError!;
    const own = mean(few, "x").estimates[0]!.standardError!;
    expect(own / all).toBeGreaterThan(0.5);
    expect(own / all).toBeLessThan(2);
    const again = replicatesOf(design, { type: "SDR", replicates: 20 });
    expect(mean(again, "x").estimates[0]?.standardError).toBe(own);
  });

  it("refuses a number of replicates that is none", () => {
    const design = surveyDesign(sample, { weights: "w", strata: "stratum" });
    for (const replicates of [1, 2.5, Number.NaN]) {
      expect(() => replicatesOf(design, { type: "SDR", replicates })).toThrow(/`replicates` is/);
      expect(() => replicatesOf(design, { type: "bootstrap", replicates })).toThrow(
        /`replicates` is/,
      );
    }
  });
});
