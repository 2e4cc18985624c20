import { isVitalError } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  gdi,
  gdiChange,
  gii,
  giiChange,
  hdi,
  hdiChange,
  hdr2025,
  type IndexChange,
  ihdi,
  ihdiChange,
  phdi,
  phdiChange,
} from "../src/human-development/index.js";

const between = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
const components = fc.record({
  lifeExpectancy: between(40, 84),
  expectedSchooling: between(3, 17),
  meanSchooling: between(1, 14),
  gniPerPerson: between(400, 70_000),
});
const inequality = fc.record({
  health: between(0, 0.8),
  education: between(0, 0.8),
  income: between(0, 0.8),
});
const share = between(0.05, 0.95);
const genderComponents = fc.record({
  maternalMortality: between(1, 1500),
  adolescentBirths: between(1, 150),
  female: fc.record({ seats: between(0, 0.9), secondaryEducation: share, labourForce: share }),
  male: fc.record({ secondaryEducation: share, labourForce: share }),
});
const pressures = fc.record({
  hdi: between(0.3, 1),
  carbonDioxide: between(0, 76),
  materialFootprint: between(0, 90),
});
const maxima = hdr2025.pressureMaxima!;

const sumOf = (change: IndexChange<string>) =>
  Object.values(change.parts).reduce((sum, part) => sum + part, 0);

function addsUp(change: IndexChange<string>, from: number, to: number) {
  expect(change.from).toBe(from);
  expect(change.to).toBe(to);
  expect(Math.abs(sumOf(change) - (to - from))).toBeLessThan(1e-12);
}

const codesOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe("changes of the indices of human development", () => {
  it("the parts of the inequality-adjusted index add up, and turn round with the times (property)", () => {
    const input = fc.record({ components, inequality });
    fc.assert(
      fc.property(input, input, (from, to) => {
        const indexAt = (of: typeof from) => ihdi(hdi(of.components).value, of.inequality).value;
        const change = ihdiChange(from, to);
        addsUp(change, indexAt(from), indexAt(to));
        const back = ihdiChange(to, from);
        for (const [name, part] of Object.entries(change.parts)) {
          expect(back.parts[name as keyof typeof back.parts]).toBeCloseTo(-part, 12);
        }
      }),
    );
  });

  it("without inequality, the parts are those of the Human Development Index (property)", () => {
    const none = { health: 0, education: 0, income: 0 };
    fc.assert(
      fc.property(components, components, (from, to) => {
        const { parts } = ihdiChange(
          { components: from, inequality: none },
          { components: to, inequality: none },
        );
        const plain = hdiChange(from, to);
        for (const name of ["health", "education", "income"] as const) {
          expect(parts[name]).toBeCloseTo(plain[name], 12);
          expect(parts[`inequality.${name}`]).toBe(0);
        }
      }),
    );
  });

  it("the parts of the Gender Development Index add up; what men gain lowers it (property)", () => {
    const input = fc.record({ female: components, male: components });
    fc.assert(
      fc.property(input, input, (from, to) => {
        const change = gdiChange(from, to);
        addsUp(change, gdi(from).value as number, gdi(to).value as number);
        const gain = gdi(to).male.income - gdi(from).male.income;
        const part = change.parts["male.income"];
        if (Math.abs(gain) > 1e-9) expect(Math.sign(part)).toBe(-Math.sign(gain));
      }),
    );
  });

  it("the parts of the Gender Inequality Index add up; what did not change has none (property)", () => {
    fc.assert(
      fc.property(genderComponents, genderComponents, (from, to) => {
        addsUp(giiChange(from, to, hdr2025), gii(from, hdr2025).value, gii(to, hdr2025).value);
        const onlyBirths = { ...from, adolescentBirths: to.adolescentBirths };
        const { parts, change } = giiChange(from, onlyBirths, hdr2025);
        expect(parts.adolescentBirths).toBeCloseTo(change, 12);
        expect(parts.seats).toBe(0);
        expect(parts.maternalMortality).toBe(0);
      }),
    );
  });

  it("two indicators that change: each has the mean of its step first and its step last", () => {
    const from = {
      maternalMortality: 300,
      adolescentBirths: 80,
      female: { seats: 0.1, secondaryEducation: 0.3, labourForce: 0.4 },
      male: { secondaryEducation: 0.5, labourForce: 0.8 },
    };
    const low = { ...from, maternalMortality: 100 };
    const seats = { ...from, female: { ...from.female, seats: 0.4 } };
    const both = { ...low, female: seats.female };
    const [g, gLow, gSeats, gBoth] = [from, low, seats, both].map(
      (of) => gii(of, hdr2025).value,
    ) as [number, number, number, number];
    const { parts } = giiChange(from, both, hdr2025);
    expect(parts.maternalMortality).toBeCloseTo((gLow - g + (gBoth - gSeats)) / 2, 14);
    expect(parts.seats).toBeCloseTo((gSeats - g + (gBoth - gLow)) / 2, 14);
  });

  it("the parts of the planetary pressures-adjusted index add up (property)", () => {
    fc.assert(
      fc.property(pressures, pressures, (from, to) => {
        addsUp(phdiChange(from, to, maxima), phdi(from, maxima).value, phdi(to, maxima).value);
      }),
    );
  });

  it("refuses what has no logarithm, all of it together", () => {
    const of = { lifeExpectancy: 60, expectedSchooling: 8, meanSchooling: 4, gniPerPerson: 2000 };
    const lost = { ...of, lifeExpectancy: 20 };
    const all = { health: 0.1, education: 1, income: 0.1 };
    const none = { health: 0, education: 0, income: 0 };
    expect(
      codesOf(() =>
        ihdiChange({ components: lost, inequality: none }, { components: of, inequality: all }),
      ),
    ).toEqual(["indicators/invalid-input", "indicators/invalid-input"]);
    expect(codesOf(() => gdiChange({ female: lost, male: of }, { female: of, male: of }))).toEqual([
      "indicators/invalid-input",
    ]);
    const percent = { health: 10, education: 20, income: 30 };
    expect(
      codesOf(() =>
        ihdiChange({ components: of, inequality: percent }, { components: of, inequality: none }),
      ),
    ).toContain("indicators/not-a-proportion");
  });
});
