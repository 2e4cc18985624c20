import { readFileSync } from "node:fs";
import { isVitalError } from "@vitalcore/core";
import { observe } from "@vitalcore/domain";
import {
  adverseImpactRatio,
  scamLoss,
  scamVictimization,
  vendorConcentration,
} from "@vitalcore/domain/indicators";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adverseImpact,
  breachExposure,
  contractLockIn,
  freedomAdoption,
  scamHarm,
  vendorConcentrationOf,
} from "../src/digital-governance/index.js";
import { fixture } from "./csv.js";

const at = { area: "NAM", period: "2024" };
const codesOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe("adverseImpact", () => {
  const cases: {
    counts: [number, number, number, number];
    pValue: number;
    limits: [number, number] | null;
    standardDeviations: number;
  }[] = JSON.parse(readFileSync(fixture("digital-governance/adverse-impact.json"), "utf8"));

  it.each(cases)("agrees with R on $counts", ({ counts, pValue, limits, standardDeviations }) => {
    const [a, n1, b, n2] = counts;
    const [found] = adverseImpact(
      { group: { favourable: a, total: n1 }, reference: { favourable: b, total: n2 } },
      { reference: "reference" },
    ).groups;
    // R sums the tail from density ratios with 1e-7 to spare as well: equal to the digits of log-gamma.
    expect(Math.abs((found?.pValue as number) / pValue - 1)).toBeLessThan(1e-9);
    expect(found?.standardDeviations).toBeCloseTo(standardDeviations, 9);
    if (limits === null) expect(found?.interval).toBeNull();
    else {
      expect(found?.interval?.lower).toBeCloseTo(limits[0], 12);
      expect(found?.interval?.upper).toBeCloseTo(limits[1], 12);
    }
  });

  it("compares with who fares best, and counts four fifths exactly", () => {
    const { reference, groups } = adverseImpact({
      women: { favourable: 40, total: 100 },
      men: { favourable: 50, total: 100 },
      others: { favourable: 39, total: 100 },
    });
    expect(reference).toBe("men");
    expect(groups.map(({ passesFourFifths }) => passesFourFifths)).toEqual([true, false]);
    expect(groups[1]?.shortfall).toBeCloseTo(11, 12);
    const [women] = groups;
    expect(observe(adverseImpactRatio, women!, at).value).toBe(0.8);
  });

  it("has no ratio where nobody of the reference group is favoured, and says that decisions are few", () => {
    const { groups, findings } = adverseImpact(
      { a: { favourable: 3, total: 10 }, b: { favourable: 0, total: 12 } },
      { reference: "b" },
    );
    expect(groups[0]).toMatchObject({ value: null, interval: null, passesFourFifths: null });
    expect(findings.map(({ code }) => code)).toEqual([
      "indicators/few-decisions",
      "indicators/few-decisions",
    ]);
  });

  it("the exact test does not care which group comes first (property)", () => {
    const decisions = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]) => ({ favourable: Math.min(a, b), total: Math.max(a, b, 1) }));
    fc.assert(
      fc.property(decisions, decisions, (a, b) => {
        const p = (reference: string) =>
          adverseImpact({ a, b }, { reference }).groups[0]?.pValue as number;
        expect(p("a")).toBeGreaterThan(0);
        expect(p("a")).toBeLessThanOrEqual(1);
        expect(p("a")).toBeCloseTo(p("b"), 10);
      }),
    );
  });

  it.each([
    [
      { a: { favourable: 5, total: 4 }, b: { favourable: 1, total: 4 } },
      {},
      "indicators/more-than-whole",
    ],
    [
      { a: { favourable: 0.5, total: 1 }, b: { favourable: 1, total: 4 } },
      {},
      "indicators/invalid-input",
    ],
    [
      { a: { favourable: 0, total: 0 }, b: { favourable: 1, total: 4 } },
      {},
      "indicators/invalid-input",
    ],
    [{ a: { favourable: 1, total: 4 } }, {}, "indicators/invalid-input"],
    [
      { a: { favourable: 1, total: 4 }, b: { favourable: 1, total: 4 } },
      { reference: "c" },
      "indicators/unknown-group",
    ],
  ] as const)("refuses %j", (groups, options, code) => {
    expect(codesOf(() => adverseImpact(groups as never, options))).toEqual([code]);
  });
});

describe("vendorConcentrationOf", () => {
  const spending = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 30 });
  const named = (values: readonly number[]) =>
    values.map((value, i) => ({ vendor: `vendor ${i}`, value }));

  it("lies between 1/n and 1, does not care for the currency, and halves when all suppliers split (property)", () => {
    fc.assert(
      fc.property(spending, (values) => {
        const { value, effectiveSuppliers, shares } = vendorConcentrationOf(named(values));
        expect(value).toBeGreaterThanOrEqual(1 / values.length - 1e-12);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(effectiveSuppliers).toBeCloseTo(1 / value, 10);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        const scaled = vendorConcentrationOf(named(values.map((each) => each * 7)));
        expect(scaled.value).toBeCloseTo(value, 12);
        const split = vendorConcentrationOf(named(values.flatMap((each) => [each / 2, each / 2])));
        expect(split.value).toBeCloseTo(value / 2, 12);
      }),
    );
  });

  it("a merger raises it by twice the product of the shares", () => {
    const before = vendorConcentrationOf(named([50, 30, 20])).value;
    const after = vendorConcentrationOf(named([50, 50])).value;
    expect(after - before).toBeCloseTo(2 * 0.3 * 0.2, 12);
  });

  it("adds up payments to one name, and reports names that may be one", () => {
    const { value, findings, normalized } = vendorConcentrationOf([
      { vendor: "Société Alpha S.A.", value: 1 },
      { vendor: "SOCIETE ALPHA", value: 1 },
      { vendor: "SOCIETE ALPHA", value: 1 },
      { vendor: "Beta", value: 3 },
    ]);
    expect(value).toBeCloseTo(1 / 36 + 4 / 36 + 1 / 4, 12);
    expect(findings.map(({ code }) => code)).toEqual(["indicators/similar-vendors"]);
    expect(normalized).toBeGreaterThan(0);
    expect(vendorConcentrationOf([{ vendor: "one", value: 9 }])).toMatchObject({
      value: 1,
      normalized: null,
      class: "high",
    });
    const observed = observe(vendorConcentration, vendorConcentrationOf(named([1, 1])), at);
    expect(observed.value).toBe(0.5);
  });

  it("refuses negative spending, and none at all", () => {
    expect(codesOf(() => vendorConcentrationOf([{ vendor: "a", value: -1 }]))).toEqual([
      "indicators/invalid-input",
    ]);
    expect(codesOf(() => vendorConcentrationOf([]))).toEqual(["indicators/invalid-input"]);
  });
});

describe("contractLockIn", () => {
  const free = {
    singleSource: false,
    closedFormats: false,
    noDataExport: false,
    noSourceRights: false,
    noExitPlan: false,
  };

  it("weights by value, and bounds what contracts do not tell", () => {
    const exposure = contractLockIn([
      { vendor: "a", value: 500, conditions: { ...free, singleSource: true, noExitPlan: true } },
      { vendor: "b", value: 300, conditions: free },
      { vendor: "c", value: 200, conditions: { ...free, closedFormats: null } },
    ]);
    expect(exposure.any).toEqual({ value: 0.625, lower: 0.5, upper: 0.7, unknown: 0.2 });
    expect(exposure.all).toMatchObject({ value: 0, lower: 0, upper: 0 });
    expect(exposure.depth).toBeCloseTo((500 * 2) / (800 * 5), 12);
  });

  it("an unknown condition changes nothing where another decides", () => {
    const conditions = { ...free, singleSource: true, noDataExport: null };
    const { any, all, depth } = contractLockIn([{ vendor: "a", value: 1, conditions }]);
    expect(any).toEqual({ value: 1, lower: 1, upper: 1, unknown: 0 });
    expect(all).toEqual({ value: 0, lower: 0, upper: 0, unknown: 0 });
    expect(depth).toBeNull();
  });

  it("refuses contracts of negative value, or of none", () => {
    const wrong = [{ vendor: "a", value: -3, conditions: free }];
    expect(codesOf(() => contractLockIn(wrong))).toEqual(["indicators/invalid-input"]);
    expect(codesOf(() => contractLockIn([]))).toEqual(["indicators/invalid-input"]);
  });
});

describe("freedomAdoption", () => {
  const open = { inspect: "yes", use: "yes", modify: "yes", distribute: "yes" } as const;

  it("counts a limited freedom as none, and weights systems", () => {
    const { allFour, byFreedom } = freedomAdoption([
      { system: "a", freedoms: open, weight: 3 },
      { system: "b", freedoms: { ...open, use: "limited" }, weight: 1 },
    ]);
    expect(allFour).toEqual({ value: 0.75, lower: 0.75, upper: 0.75, unknown: 0 });
    expect(byFreedom.use.value).toBe(0.75);
    expect(byFreedom.inspect.value).toBe(1);
  });

  it("has no value where nothing is known", () => {
    const unknown = { ...open, use: "unknown" } as const;
    const { allFour } = freedomAdoption([{ system: "a", freedoms: unknown }]);
    expect(allFour).toEqual({ value: null, lower: 0, upper: 1, unknown: 1 });
  });

  it("refuses answers that are none, and no systems", () => {
    const wrong = [{ system: "a", freedoms: { ...open, use: true } }];
    expect(codesOf(() => freedomAdoption(wrong as never))).toEqual(["indicators/invalid-input"]);
    expect(codesOf(() => freedomAdoption([]))).toEqual(["indicators/invalid-input"]);
  });
});

describe("scams and breaches", () => {
  it("give what observations take", () => {
    const { victimization, loss, shareOfOutput } = scamHarm({
      population: 1000,
      victims: 40,
      loss: 2000,
      output: 500_000,
    });
    expect(observe(scamVictimization, victimization!, at).value).toBe(4);
    expect(observe(scamLoss, loss!, at).value).toBe(2);
    expect(shareOfOutput).toBe(0.004);
  });

  it("what is not known stays unknown", () => {
    expect(scamHarm({ population: 1000 })).toEqual({
      victimization: null,
      loss: null,
      lossPerVictim: null,
      shareOfOutput: null,
      findings: [],
    });
    const { lossPerVictim, findings } = scamHarm({ population: 10, victims: 0, loss: 5 });
    expect(lossPerVictim).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(["indicators/loss-without-victims"]);
  });

  it("breaches: records can exceed the people, unknown ones are reported", () => {
    const exposure = breachExposure(
      [
        { id: "1", records: 3000 },
        { id: "2", records: 1000 },
        { id: "3", records: null },
      ],
      2000,
    );
    expect(exposure).toMatchObject({ value: 2, largest: 0.75, breaches: 3, unknown: 1 });
    expect(exposure.findings.map(({ code }) => code)).toEqual(["indicators/records-unknown"]);
    expect(breachExposure([], 10)).toMatchObject({ value: 0, largest: null });
  });

  it("refuse what cannot be", () => {
    expect(codesOf(() => scamHarm({ population: 10, victims: 11 }))).toEqual([
      "indicators/more-than-whole",
    ]);
    expect(codesOf(() => scamHarm({ population: 0, loss: -1 }))).toEqual([
      "indicators/invalid-input",
      "indicators/invalid-input",
    ]);
    const twice = [
      { id: "1", records: 1 },
      { id: "1", records: 1 },
    ];
    expect(codesOf(() => breachExposure(twice, 10))).toEqual(["indicators/repeated-breach"]);
    expect(codesOf(() => breachExposure([{ id: "1", records: 1.5 }], 10))).toEqual([
      "indicators/invalid-input",
    ]);
  });
});
