import { isVitalError } from "@vitalcore/core";
import { observe } from "@vitalcore/domain";
import { catastrophicHealthSpending, uhcIndex } from "@vitalcore/domain/indicators";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catastrophicSpending, serviceCoverage } from "../src/health/index.js";

const at = { area: "NAM", period: "2021" };
const codesOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe("serviceCoverage", () => {
  const group = fc.dictionary(
    fc.constantFrom("a", "b", "c", "d"),
    fc.double({ min: 0.02, max: 1, noNaN: true }),
    { minKeys: 1 },
  );
  const tracers = fc.record({
    reproductiveAndChild: group,
    infectious: group,
    noncommunicable: group,
    capacity: group,
  });

  it("lies between the lowest and the highest tracer, and is scaled by what scales all (property)", () => {
    fc.assert(
      fc.property(tracers, (input) => {
        const { value, unknown } = serviceCoverage(input);
        const shares = Object.values(input).flatMap((each) => Object.values(each));
        expect(value).toBeGreaterThanOrEqual(100 * Math.min(...shares) - 1e-9);
        expect(value).toBeLessThanOrEqual(100 * Math.max(...shares) + 1e-9);
        expect(unknown).toEqual([]);
        const halved = Object.fromEntries(
          Object.entries(input).map(([name, each]) => [
            name,
            Object.fromEntries(Object.entries(each).map(([id, share]) => [id, share / 2])),
          ]),
        ) as typeof input;
        expect(serviceCoverage(halved).value).toBeCloseTo((value as number) / 2, 9);
      }),
    );
  });

  it("groups count alike, however many tracers they have", () => {
    const { value } = serviceCoverage({
      reproductiveAndChild: { a: 0.5, b: 0.5, c: 0.5 },
      infectious: { a: 1 },
      noncommunicable: { a: 1 },
      capacity: { a: 1 },
    });
    expect(value).toBeCloseTo(100 * 0.5 ** 0.25, 10);
  });

  it("a group without a known tracer leaves no index, and coverage of nothing is not nothing", () => {
    const of = { infectious: { a: 0 }, noncommunicable: { a: 1 }, capacity: { a: 1 } };
    const missing = serviceCoverage({ ...of, reproductiveAndChild: { a: null } });
    expect(missing).toMatchObject({ value: null, unknown: ["reproductiveAndChild.a"] });
    expect(missing.groups.infectious).toBeCloseTo(1, 12);
    const known = serviceCoverage({ ...of, reproductiveAndChild: { a: 1, b: null } });
    expect(observe(uhcIndex, known, at).value).toBeCloseTo(100 * 0.01 ** 0.25, 10);
  });

  it("refuses percent", () => {
    const of = { infectious: { a: 60 }, noncommunicable: { a: 1 }, capacity: { a: 1 } };
    expect(codesOf(() => serviceCoverage({ ...of, reproductiveAndChild: { a: 1 } }))).toEqual([
      "indicators/not-a-proportion",
    ]);
  });
});

describe("catastrophicSpending", () => {
  it("who is at the threshold is not over it; weights act as copies", () => {
    const once = catastrophicSpending({ health: [10, 10, 30], total: [100, 100, 100] }, 0.1);
    const weighted = catastrophicSpending(
      { health: [10, 30], total: [100, 100], weights: [2, 1] },
      0.1,
    );
    expect(once.value).toBeCloseTo(1 / 3, 12);
    expect(weighted).toMatchObject({ value: once.value, meanOvershoot: once.meanOvershoot });
    expect(once.meanOvershoot).toBeCloseTo(0.2, 12);
    expect(observe(catastrophicHealthSpending, once, at).value).toBeCloseTo(100 / 3, 10);
  });

  it("falls with the threshold (property)", () => {
    const household = fc
      .tuple(fc.nat(100), fc.integer({ min: 1, max: 100 }))
      .map(([part, whole]) => [Math.min(part, whole), whole] as const);
    fc.assert(
      fc.property(fc.array(household, { minLength: 1, maxLength: 30 }), (households) => {
        const spending = {
          health: households.map(([part]) => part),
          total: households.map(([, whole]) => whole),
        };
        const [low, high] = [0.1, 0.25].map((threshold) =>
          catastrophicSpending(spending, threshold),
        );
        expect(high?.value).toBeLessThanOrEqual(low?.value as number);
        expect(high?.overshoot).toBeLessThanOrEqual((low?.overshoot as number) + 1e-12);
      }),
    );
  });

  it("refuses percent as a threshold, more than all, and nothing at all", () => {
    expect(codesOf(() => catastrophicSpending({ health: [1], total: [2] }, 10))).toHaveLength(1);
    expect(codesOf(() => catastrophicSpending({ health: [3], total: [2] }, 0.1))).toHaveLength(1);
    expect(
      codesOf(() => catastrophicSpending({ health: [0, 1], total: [0] }, 0.1)).length,
    ).toBeGreaterThan(1);
  });
});
