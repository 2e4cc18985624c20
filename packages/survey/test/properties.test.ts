import type { ColumnsInput } from "@vitalcore/core";
import {
  calibrate,
  contrast,
  difference,
  type EstimatesResult,
  fosterGreerThorbecke,
  gini,
  mean,
  postStratify,
  proportion,
  quantile,
  ratio,
  regression,
  replicatesOf,
  type SurveyDesign,
  surveyDesign,
  total,
} from "@vitalcore/survey";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DESIGN, pickRows, syntheticSample } from "./synthetic.js";

const sample = syntheticSample({ strata: 4, clusters: 5, rows: 12 });
const rowCount = sample.w.length;
const design = surveyDesign(sample, DESIGN);

const close = (a: number | null | undefined, b: number | null | undefined, tolerance = 1e-11) => {
  if (a == null || b == null) {
    expect(a ?? null).toBe(b ?? null);
    return;
  }
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(1e-9, Math.abs(a), Math.abs(b)));
};

function sameEstimates(a: EstimatesResult, b: EstimatesResult, tolerance = 1e-11): void {
  expect(a.estimates.length).toBe(b.estimates.length);
  a.estimates.forEach((estimate, i) => {
    const other = b.estimates[i];
    close(estimate.value, other?.value, tolerance);
    close(estimate.standardError, other?.standardError, tolerance);
    close(estimate.interval?.lower, other?.interval?.lower, tolerance);
  });
}

const shares: Readonly<Record<string, (d: SurveyDesign) => EstimatesResult>> = {
  mean: (d) => mean(d, "x"),
  groups: (d) => mean(d, "x", { by: "g" }),
  proportion: (d) => proportion(d, "y", { interval: "beta" }),
  ratio: (d) => ratio(d, { numerator: "y", denominator: "x" }),
  quantile: (d) => quantile(d, "x", [0.25, 0.5]),
  gini: (d) => gini(d, "x"),
  poverty: (d) => fosterGreerThorbecke(d, "x", { line: 40, alpha: 1 }),
};

describe("what must always hold", () => {
  it.each(Object.entries(shares))(
    "%s does not depend on the scale of the weights",
    (_, estimate) => {
      for (const factor of [1e-3, 7, 1e6]) {
        const scaled = surveyDesign({ ...sample, w: sample.w.map((w) => w * factor) }, DESIGN);
        sameEstimates(estimate(design as SurveyDesign), estimate(scaled as SurveyDesign), 1e-10);
      }
    },
  );

  it("totals and their errors scale with the weights", () => {
    const doubled = surveyDesign({ ...sample, w: sample.w.map((w) => 2 * w) }, DESIGN);
    const [one] = total(design, "x").estimates;
    const [two] = total(doubled, "x").estimates;
    close(two?.value, 2 * (one?.value ?? 0));
    close(two?.standardError, 2 * (one?.standardError ?? 0));
  });

  it("the order of rows does not matter", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sample.w.keys()], { minLength: rowCount }), (order) => {
        const shuffled = surveyDesign(pickRows(sample, order) as unknown as ColumnsInput, DESIGN);
        for (const estimate of Object.values(shares)) {
          sameEstimates(
            estimate(design as SurveyDesign),
            estimate(shuffled as SurveyDesign),
            1e-10,
          );
        }
      }),
      { numRuns: 5 },
    );
  });

  it("a domain equal to everything changes nothing", () => {
    const all = design.subset({ op: ">", args: [{ column: "w" }, 0] });
    for (const estimate of Object.values(shares)) {
      sameEstimates(estimate(design as SurveyDesign), estimate(all as SurveyDesign), 1e-13);
    }
    expect(all.degreesOfFreedom).toBe(design.degreesOfFreedom);
  });

  it("a row of weight 0 is a row outside the domain", () => {
    const row = Float64Array.from(sample.w.keys());
    const zeroed = { ...sample, row, w: sample.w.map((w, i) => (i < 3 ? 0 : w)) };
    const outside = surveyDesign({ ...sample, row }, DESIGN).subset({
      op: ">=",
      args: [{ column: "row" }, 3],
    });
    sameEstimates(mean(surveyDesign(zeroed, DESIGN), "x"), mean(outside, "x"));
  });

  it("groups are domains", () => {
    const groups = mean(design, "x", { by: "g" }).estimates;
    for (const { group, value, standardError, degreesOfFreedom } of groups) {
      const domain = design.subset({ op: "==", args: [{ column: "g" }, group.g ?? null] });
      const [own] = mean(domain, "x").estimates;
      close(own?.value, value);
      close(own?.standardError, standardError);
      expect(own?.degreesOfFreedom).toBe(degreesOfFreedom);
    }
  });

  it("shares of categories sum to 1, and their covariances to 0", () => {
    const { estimates, covariance } = proportion(design, "g", { covariance: true });
    close(
      estimates.reduce((sum, { value }) => sum + (value ?? 0), 0),
      1,
      1e-14,
    );
    const all = (covariance ?? []).flat().reduce((sum, value) => sum + value, 0);
    expect(Math.abs(all)).toBeLessThan(1e-17);
  });

  it("a stratum cut into two identical halves keeps the total and halves its variance at n/(n-1)", () => {
    const twice = {
      stratum: [0, 0, 0, 0],
      psu: [1, 2, 3, 4],
      w: [1, 1, 1, 1],
      x: [3, 8, 3, 8],
    };
    const one = surveyDesign(twice, DESIGN);
    const cut = surveyDesign({ ...twice, stratum: [0, 0, 1, 1] }, DESIGN);
    const [whole] = total(one, "x").estimates;
    const [halves] = total(cut, "x").estimates;
    close(whole?.value, halves?.value);
    // 4/3 * S against 2 * (S/2 + S/2): one degree of freedom fewer.
    close((halves?.standardError ?? 0) ** 2 / (whole?.standardError ?? 1) ** 2, 1.5);
  });

  it("linearization and jackknife agree on totals exactly, on means nearly", () => {
    const jackknife = replicatesOf(design);
    sameEstimates(
      total(design, "x", { df: "infinite" }),
      total(jackknife, "x", { df: "infinite" }),
      1e-10,
    );
    const [a] = mean(design, "x").estimates;
    const [b] = mean(jackknife, "x").estimates;
    close(a?.standardError, b?.standardError, 0.01);
  });

  it("balanced half-samples reproduce the linearized variance of a total", () => {
    const pairs = surveyDesign(syntheticSample({ strata: 7, clusters: 2, rows: 5 }), DESIGN);
    const half = replicatesOf(pairs, { type: "BRR" });
    const fay = replicatesOf(pairs, { type: "Fay", rho: 0.3 });
    for (const replicated of [half, fay]) {
      sameEstimates(
        total(pairs, "x", { df: "infinite" }),
        total(replicated, "x", { df: "infinite" }),
        1e-10,
      );
    }
  });

  it("bootstrap weights give the same result for a seed, and nearly the linearized error", () => {
    for (const type of ["bootstrap", "rao-wu"] as const) {
      const make = () => mean(replicatesOf(design, { type, replicates: 400, seed: 3 }), "x");
      expect(make().estimates).toEqual(make().estimates);
      const [linear] = mean(design, "x").estimates;
      close(make().estimates[0]?.standardError, linear?.standardError, 0.15);
    }
  });

  it("the difference of groups is the slope of a regression on them", () => {
    const two = design.subset({ op: "in", args: [{ column: "g" }, "a", "b"] });
    const gap = difference(two, "x", { by: "g", of: ["b", "a"] });
    const slope = regression(two, { outcome: "x", terms: ["g"] }).coefficients[1];
    close(gap.difference, slope?.value);
    close(gap.standardError, slope?.standardError, 1e-9);
  });

  it("a contrast of a value with itself is zero without error", () => {
    const means = mean(design, ["x", "y"], { covariance: true });
    const [zero] = contrast(means, {
      zero: { expression: { op: "-", args: [{ column: "x" }, { column: "x" }] } },
    }).estimates;
    expect(zero?.value).toBe(0);
    expect(zero?.standardError).toBe(0);
  });

  it("calibrated totals are met, and known without error", () => {
    const target = 1.1 * (total(design, "x").estimates[0]?.value ?? 0);
    const people = 0.9 * sample.w.reduce((sum, w) => sum + w, 0);
    for (const distance of ["linear", "raking"] as const) {
      const calibrated = calibrate(design, [{ total: people }, { column: "x", total: target }], {
        distance,
      });
      const [x] = total(calibrated, "x").estimates;
      close(x?.value, target, 1e-9);
      expect(x?.standardError ?? 1).toBeLessThan(1e-9 * target);
    }
  });

  it("post-stratification is calibration on the cells", () => {
    const counts = ["a", "b", "c"].map((cell, i) => ({ cell, count: 900 + 100 * i }));
    const cells = postStratify(design, { columns: "g", counts });
    const greg = calibrate(
      design,
      counts.map(({ cell, count }) => ({ column: "g" as const, category: cell, total: count })),
    );
    sameEstimates(mean(cells, "x"), mean(greg, "x"), 1e-10);
  });

  it("intervals of proportions contain the estimate and stay within 0 and 1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), (ones) => {
        const psu = Array.from({ length: 20 }, (_, i) => i);
        const y = psu.map((i) => (i < ones ? 1 : 0));
        const d = surveyDesign({ psu, y }, { clusters: "psu" });
        for (const interval of [
          "logit",
          "likelihood",
          "beta",
          "korn-graubard",
          "wilson",
          "xlogit",
        ] as const) {
          const [e] = proportion(d, "y", { interval }).estimates;
          const { lower, upper } = e?.interval ?? {};
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(e?.value ?? -1);
          expect(upper).toBeGreaterThanOrEqual(e?.value ?? 2);
        }
      }),
      { numRuns: 21 },
    );
  });

  it("quantiles do not fall as the probability rises, by any rule but hf3's ties", () => {
    const p = [0.05, 0.2, 0.4, 0.5, 0.6, 0.8, 0.95];
    for (const rule of ["hf1", "hf2", "hf4", "hf5", "hf6", "hf7", "hf8", "hf9"] as const) {
      const values = quantile(design, "x", p, { rule }).estimates.map(
        ({ value }) => value ?? Number.NaN,
      );
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
  });
});
