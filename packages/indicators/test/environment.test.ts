import { isVitalError } from "@vitalcore/core";
import { observe } from "@vitalcore/domain";
import { disasterEconomicLoss, pm25Exposure } from "@vitalcore/domain/indicators";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disasterIndicators, pm25ExposureOf } from "../src/environment/index.js";

const at = { area: "NAM", period: "2019" };
const codesOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe("pm25ExposureOf", () => {
  const areas = fc.array(
    fc.record({
      area: fc.constant("x"),
      population: fc.integer({ min: 1, max: 1_000_000 }),
      concentration: fc.double({ min: 0, max: 300, noNaN: true }),
    }),
    { minLength: 1, maxLength: 20 },
  );

  it("lies between the cleanest and the dirtiest, and splitting an area changes nothing (property)", () => {
    fc.assert(
      fc.property(areas, (all) => {
        const { value, above, covered } = pm25ExposureOf(all);
        const found = all.map(({ concentration }) => concentration);
        expect(value).toBeGreaterThanOrEqual(Math.min(...found) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...found) + 1e-9);
        expect(covered).toBe(1);
        const halves = all.flatMap((each) => {
          const half = { ...each, population: each.population / 2 };
          return [half, half];
        });
        expect(pm25ExposureOf(halves).value).toBeCloseTo(value, 9);
        above.reduce((before, { share }) => {
          expect(share).toBeLessThanOrEqual(before + 1e-12);
          return share;
        }, 1);
      }),
    );
  });

  it("leaves out where the air is not known, and says how many people that is", () => {
    const exposure = pm25ExposureOf([
      { area: "a", population: 900, concentration: 12 },
      { area: "b", population: 100, concentration: null },
    ]);
    expect(exposure).toMatchObject({ value: 12, covered: 0.9 });
    expect(exposure.findings[0]?.message).toContain("10 % of the people");
    expect(observe(pm25Exposure, exposure, at)).toMatchObject({ value: 12, unit: "UG_PER_M3" });
  });

  it("a level that is just reached is not exceeded", () => {
    const { above } = pm25ExposureOf([{ area: "a", population: 1, concentration: 5 }], {
      levels: [5],
    });
    expect(above).toEqual([{ level: 5, share: 0 }]);
  });

  it.each([
    [[{ area: "a", population: 1, concentration: -1 }], "indicators/implausible-concentration"],
    [[{ area: "a", population: 1, concentration: 23_500 }], "indicators/implausible-concentration"],
    [
      [{ area: "a", population: 1, concentration: Number.NaN }],
      "indicators/implausible-concentration",
    ],
    [[{ area: "a", population: -1, concentration: 5 }], "indicators/invalid-input"],
    [[{ area: "a", population: 5, concentration: null }], "indicators/invalid-input"],
    [[], "indicators/invalid-input"],
  ])("refuses %j", (areas, code) => {
    expect(codesOf(() => pm25ExposureOf(areas))).toEqual([code]);
  });
});

describe("disasterIndicators", () => {
  it("adds up disasters, and is the sum of mortality and of who is affected (property)", () => {
    const count = fc.nat(1000);
    const disaster = fc.record({
      deaths: count,
      missing: count,
      injured: count,
      housing: count,
      livelihoods: count,
    });
    fc.assert(
      fc.property(fc.array(disaster, { minLength: 1, maxLength: 8 }), (disasters) => {
        const found = disasterIndicators(disasters, { population: 100_000 });
        const parts = (found.mortality?.total ?? 0) + (found.directlyAffected?.total ?? 0);
        expect(found.affected?.total).toBe(parts);
        expect(found.affected?.value).toBeCloseTo(parts / 100_000, 12);
        expect(found.loss).toBeNull();
        expect(found.unknown.loss).toBe(disasters.length);
      }),
    );
  });

  it("what nobody counted is missing, not zero", () => {
    const found = disasterIndicators([{ loss: 50 }], { population: 1000, output: 10_000 });
    expect(found.mortality).toBeNull();
    expect(found.affected).toBeNull();
    expect(observe(disasterEconomicLoss, found.loss!, at).value).toBe(0.5);
    const none = disasterIndicators([], { population: 1000 });
    expect(none).toMatchObject({ mortality: null, affected: null, loss: null });
  });

  it("refuses more dead than people, losses without an output, and halves of people", () => {
    const of = { population: 100 };
    expect(codesOf(() => disasterIndicators([{ deaths: 101 }], of))).toEqual([
      "indicators/invalid-input",
    ]);
    expect(codesOf(() => disasterIndicators([{ loss: 5 }], of))).toEqual([
      "indicators/invalid-input",
    ]);
    expect(codesOf(() => disasterIndicators([{ injured: 0.5 }], of))).toEqual([
      "indicators/invalid-input",
    ]);
  });
});
