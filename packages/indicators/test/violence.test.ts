import { readFileSync } from "node:fs";
import { isVitalError } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkNestedPrevalences,
  compareStudies,
  darkFigure,
  type PrevalenceStudy,
  platformActionRate,
  poolPrevalence,
  prevalenceRatio,
  severityScore,
} from "../src/violence/index.js";
import { fixture } from "./csv.js";

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

const study = (
  id: string,
  prevalence: number,
  more: Partial<PrevalenceStudy> = {},
): PrevalenceStudy => ({
  id,
  prevalence,
  n: 1000,
  measure: "experienced",
  denominator: "women online",
  recall: 12,
  ages: [18, null],
  acts: ["threats", "stalking"],
  mode: "web",
  sample: "probability",
  ...more,
});

const close = (found: number, expected: number, tolerance: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(
    tolerance * Math.max(1e-6, Math.abs(expected)),
  );

describe("poolPrevalence, against R metafor 3.8", () => {
  const cases = JSON.parse(readFileSync(fixture("violence/pooling.json"), "utf8")) as readonly {
    p: number[];
    n: number[];
    mean: [number];
    ci: [number, number];
    pi: [number, number];
    tau2: [number];
    I2: [number];
    Q: [number];
    Qp: [number];
    pi2: [number, number];
  }[];
  it.each(cases)("prevalences $p", ({ p, n, mean, ci, pi, tau2, I2, Q, Qp, pi2 }) => {
    const studies = p.map((prevalence, i) => study(`s${i}`, prevalence, { n: n[i] as number }));
    const pooled = poolPrevalence(studies);
    const wider = poolPrevalence(studies, { predictionDf: "k-2" }).prediction;
    close(wider.lower, pi2[0], 1e-8);
    close(wider.upper, pi2[1], 1e-8);
    expect([pooled.prediction.df, wider.df]).toEqual([p.length - 1, p.length - 2]);
    close(pooled.value, mean[0], 1e-8);
    close(pooled.interval.lower, ci[0], 1e-8);
    close(pooled.interval.upper, ci[1], 1e-8);
    close(pooled.prediction.lower, pi[0], 1e-8);
    close(pooled.prediction.upper, pi[1], 1e-8);
    close(pooled.tauSquared, tau2[0], 1e-7);
    close(pooled.iSquared, I2[0], 1e-7);
    close(pooled.q.statistic, Q[0], 1e-10);
    close(pooled.q.pValue, Qp[0], 1e-8);
  });

  it("a standard error says the same as n (property)", () => {
    const shares = fc.array(fc.double({ min: 0.05, max: 0.6, noNaN: true }), {
      minLength: 5,
      maxLength: 9,
    });
    fc.assert(
      fc.property(shares, (ps) => {
        const byN = poolPrevalence(ps.map((p, i) => study(`s${i}`, p, { designEffect: 2 })));
        const bySe = poolPrevalence(
          ps.map((p, i) => {
            const { n: _n, ...rest } = study(`s${i}`, p);
            return { ...rest, standardError: Math.sqrt((2 * p * (1 - p)) / 1000) };
          }),
        );
        close(bySe.value, byN.value, 1e-9);
        expect(byN.value).toBeGreaterThanOrEqual(Math.min(...ps) - 1e-12);
        expect(byN.value).toBeLessThanOrEqual(Math.max(...ps) + 1e-12);
        expect(byN.prediction.lower).toBeLessThanOrEqual(byN.interval.lower + 1e-12);
      }),
    );
  });
});

describe("what must not be averaged", () => {
  const five = [0.1, 0.2, 0.3, 0.2, 0.1].map((p, i) => study(`s${i}`, p));
  it.each([
    ["recall", { recall: "lifetime" }],
    ["denominator", { denominator: "all women" }],
    ["measure", { measure: "witnessed" }],
    ["ages", { ages: [15, 25] }],
    ["acts", { acts: ["threats"] }],
    ["mode", { mode: "face to face" }],
  ] as const)("studies that differ in %s", (aspect, more) => {
    const mixed = [...five, study("other", 0.5, more as Partial<PrevalenceStudy>)];
    const [finding] = findingsOf(() => poolPrevalence(mixed));
    expect(finding).toMatchObject({ code: "indicators/not-comparable", facts: { aspect } });
    expect(poolPrevalence(mixed, { allow: [aspect] }).studies).toHaveLength(6);
  });
  it("the published range of 16 to 58 %", () => {
    const range = [
      study("low", 0.16, { recall: 12, ages: null, acts: null, denominator: null }),
      study("high", 0.58, {
        recall: "lifetime",
        ages: [15, 25],
        acts: ["any"],
        denominator: "girls on social media",
      }),
    ];
    const codes = compareStudies(range).map(({ code }) => code);
    expect(codes.filter((code) => code === "indicators/unknown-aspect")).toHaveLength(3);
    expect(findingsOf(() => poolPrevalence(range)).length).toBeGreaterThan(3);
  });
  it("open samples, and too few studies", () => {
    const pooled = poolPrevalence([...five, study("open", 0.9, { sample: "opt-in" })]);
    expect([pooled.studies.length, pooled.leftOut]).toEqual([5, ["open"]]);
    expect(pooled.findings[0]?.code).toBe("indicators/opt-in-sample");
    expect(
      findingsOf(() =>
        poolPrevalence([...five.slice(1), study("open", 0.9, { sample: "opt-in" })]),
      )[0],
    ).toMatchObject({
      code: "indicators/few-studies",
      found: 4,
    });
  });
  it("percent, shares of 0 or 1, and studies without a size", () => {
    expect(findingsOf(() => poolPrevalence([study("a", 16)]))[0]?.code).toBe(
      "indicators/not-a-proportion",
    );
    const { n: _n, ...sizeless } = study("b", 0.3);
    expect(
      findingsOf(() =>
        poolPrevalence([study("a", 0), sizeless, study("c", 0.3, { designEffect: 0 })]),
      ),
    ).toHaveLength(3);
  });
});

describe("what must hold within a survey", () => {
  it("finds every contradiction, and none where there is none", () => {
    expect(
      checkNestedPrevalences({
        any: { lifetime: 0.3, recent: 0.2 },
        acts: { a: { lifetime: 0.2, recent: 0.1 }, b: { lifetime: 0.15, recent: 0.12 } },
      }),
    ).toEqual([]);
    const findings = checkNestedPrevalences({
      any: { lifetime: 0.3, recent: 0.4 },
      acts: { a: { lifetime: 0.35, recent: 0.36 } },
    });
    expect(findings.map(({ facts }) => [facts.part, facts.whole])).toEqual([
      ["any, 12 months", "any, lifetime"],
      ["a, 12 months", "a, lifetime"],
      ["a, lifetime", "any, lifetime"],
      ["any, 12 months", "the sum of all acts"],
    ]);
    expect(findingsOf(() => checkNestedPrevalences({ any: { lifetime: 30 } }))).toHaveLength(1);
  });
});

describe("prevalenceRatio", () => {
  it("of independent samples, by the delta method", () => {
    // R: exp(log(1.5) + c(-1, 1) * qnorm(.975) * sqrt(0.05^2 + 0.0625^2)); 2 * pnorm(-0.08 / se)
    const { interval, difference } = prevalenceRatio(
      { prevalence: 0.24, standardError: 0.012 },
      { prevalence: 0.16, standardError: 0.01 },
    );
    close(interval?.lower as number, 1.282218072, 1e-8);
    close(interval?.upper as number, 1.754771711, 1e-8);
    close(difference.standardError, 0.01562049935, 1e-9);
    close(difference.pValue as number, 3.031546187e-7, 1e-6);
  });
  it("has no value without a reference, and takes no percent", () => {
    const none = { prevalence: 0, standardError: 0 };
    expect(prevalenceRatio(none, none)).toMatchObject({ value: null, interval: null });
    expect(prevalenceRatio(none, none).difference.pValue).toBeNull();
    expect(
      findingsOf(() => prevalenceRatio({ prevalence: 24, standardError: -1 }, none)),
    ).toHaveLength(2);
  });
});

describe("response and severity", () => {
  it("rates have no value without a denominator", () => {
    expect(platformActionRate({ reports: 0, actioned: 0 }).value).toBeNull();
    expect(darkFigure({ reported: 0, surveyed: 5, recorded: 0 })).toEqual({
      unreported: 1,
      ratio: null,
    });
    expect(findingsOf(() => platformActionRate({ reports: 1, actioned: 2 }))).toHaveLength(1);
    expect(findingsOf(() => darkFigure({ reported: 26, surveyed: -1, recorded: 1 }))).toHaveLength(
      2,
    );
  });
  it("severity runs from 0 to 100 and never falls (property)", () => {
    const scale = { severity: { a: 3, b: 1, c: 0.5 }, mostFrequent: 3 };
    const often = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(often, often, often, (a, b, c) => {
        const score = severityScore({ a, b, c }, scale);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        if (a < 3) expect(severityScore({ a: a + 1, b, c }, scale)).toBeGreaterThan(score);
      }),
    );
    expect(findingsOf(() => severityScore({ a: 4, b: 1, d: 1 }, scale))).toHaveLength(3);
  });
});
