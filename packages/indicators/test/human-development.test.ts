import { isVitalError } from "@vitalcore/core";
import { checkObservations, type Observation } from "@vitalcore/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  developmentClass,
  earnedIncome,
  gdi,
  gii,
  hdi,
  hdiChange,
  hdiColumns,
  hdiObservations,
  hdr2021,
  hdr2025,
  humanDevelopmentIndex,
  ihdi,
  phdi,
  published,
} from "../src/human-development/index.js";

const india = {
  lifeExpectancy: 72.003,
  expectedSchooling: 12.95454025,
  meanSchooling: 6.880000114,
  gniPerPerson: 9046.756336,
};

const components = fc.record({
  lifeExpectancy: fc.double({ min: 21, max: 100, noNaN: true }),
  expectedSchooling: fc.double({ min: 0.1, max: 25, noNaN: true }),
  meanSchooling: fc.double({ min: 0.1, max: 20, noNaN: true }),
  gniPerPerson: fc.double({ min: 110, max: 200_000, noNaN: true }),
});

const findingsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
};

describe("hdi", () => {
  it.each([
    ["Norway", [83.308, 18.79285049, 13.11796218, 112_710.0211], [0.973969, 0.937265, 1, 0.970069]],
    ["India", Object.values(india), [0.800046, 0.589182, 0.680505, 0.684539]],
  ] as const)(
    "of %s in 2023 is as worked in the report",
    (_, inputs, [health, education, income, value]) => {
      const [lifeExpectancy, expectedSchooling, meanSchooling, gniPerPerson] = inputs as number[];
      const found = hdi({
        lifeExpectancy: lifeExpectancy as number,
        expectedSchooling: expectedSchooling as number,
        meanSchooling: meanSchooling as number,
        gniPerPerson: gniPerPerson as number,
      });
      expect(found.health).toBeCloseTo(health, 6);
      expect(found.education).toBeCloseTo(education, 6);
      expect(found.income).toBeCloseTo(income, 6);
      expect(found.value).toBeCloseTo(value, 6);
    },
  );

  it("names the components that are capped", () => {
    expect(hdi({ ...india, expectedSchooling: 23.25, gniPerPerson: 80 }).capped).toEqual([
      "expectedSchooling",
      "gniPerPerson",
    ]);
    expect(hdi({ ...india, lifeExpectancy: 19 }).value).toBe(0);
  });

  it("refuses what cannot be, all problems together", () => {
    const bad = {
      lifeExpectancy: -1,
      expectedSchooling: Number.NaN,
      meanSchooling: 680,
      gniPerPerson: 0,
    };
    expect(findingsOf(() => hdi(bad)).map(({ facts }) => facts.name)).toEqual([
      "lifeExpectancy",
      "expectedSchooling",
      "meanSchooling",
      "gniPerPerson",
    ]);
    const reversed = {
      lifeExpectancy: [85, 20],
      expectedSchooling: [0, 18],
      meanSchooling: [0, 15],
      gniPerPerson: [0, 75_000],
    } as const;
    expect(findingsOf(() => hdi(india, reversed))).toHaveLength(2);
  });

  it("never falls when a component rises, and stays within 0 and 1 (property)", () => {
    fc.assert(
      fc.property(
        components,
        fc.constantFrom(...(Object.keys(india) as (keyof typeof india)[])),
        (of, name) => {
          const better = hdi({
            ...of,
            [name]: Math.min(of[name] * 1.1, name === "gniPerPerson" ? Infinity : 40),
          });
          if (name !== "lifeExpectancy")
            expect(better.value).toBeGreaterThanOrEqual(hdi(of).value - 1e-15);
          expect(better.value).toBeGreaterThanOrEqual(0);
          expect(better.value).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("hdiChange", () => {
  it("parts add up to the change, and turn round with the time (property)", () => {
    fc.assert(
      fc.property(components, components, (from, to) => {
        const there = hdiChange(from, to);
        const back = hdiChange(to, from);
        expect(there.health + there.education + there.income).toBeCloseTo(there.change, 12);
        expect(there.expectedSchooling + there.meanSchooling).toBeCloseTo(there.education, 9);
        expect(back.income).toBeCloseTo(-there.income, 12);
      }),
    );
  });

  it("finds opposite changes of schooling that cancel", () => {
    const to = {
      ...india,
      expectedSchooling: india.expectedSchooling + 1.8,
      meanSchooling: india.meanSchooling - 1.5,
    };
    const change = hdiChange(india, to);
    expect(change.education).toBeCloseTo(0, 12);
    expect(change.expectedSchooling).toBeCloseTo(-change.meanSchooling, 9);
    expect(change.expectedSchooling).toBeGreaterThan(0.01);
  });

  it("has no logarithm of nothing", () => {
    expect(
      findingsOf(() => hdiChange({ ...india, gniPerPerson: 100 }, india))[0]?.message,
    ).toContain("the income index at the first time is 0");
  });
});

describe("the other indices", () => {
  it("read losses off the printed values", () => {
    const { value, loss } = ihdi(0.6845, { health: 0.163, education: 0.368, income: 0.38 });
    expect(loss).toBeCloseTo(1 - published(value) / 0.685, 15);
    expect(ihdi(0.0001, { health: 0, education: 0, income: 0 }).loss).toBeNull();
  });

  it("refuse percent", () => {
    expect(findingsOf(() => ihdi(0.6, { health: 16.3, education: 36.8, income: 38 }))).toHaveLength(
      3,
    );
    const sex = { seats: 25, secondaryEducation: 40, labourForce: 50 };
    expect(
      findingsOf(() =>
        gii({ maternalMortality: 150, adolescentBirths: 60, female: sex, male: sex }, hdr2025),
      ),
    ).toHaveLength(6);
  });

  it("GII is 0 in equality but for childbirth, and 1 where one sex has nothing", () => {
    const half = { seats: 0.5, secondaryEducation: 0.5, labourForce: 0.5 };
    const equal = gii(
      { maternalMortality: 10, adolescentBirths: 1, female: half, male: half },
      hdr2025,
    );
    expect(equal.value).toBeCloseTo(0, 12);
    const none = gii(
      {
        maternalMortality: 10,
        adolescentBirths: 1,
        female: { ...half, labourForce: 0 },
        male: half,
      },
      hdr2025,
    );
    expect(none.value).toBe(1);
    const nobody = { ...half, labourForce: 0 };
    expect(
      findingsOf(() =>
        gii({ maternalMortality: 10, adolescentBirths: 0, female: nobody, male: nobody }, hdr2025),
      ),
    ).toHaveLength(2);
  });

  it("GII of a parliament without women depends on the edition", () => {
    const male = { secondaryEducation: 0.7, labourForce: 0.9 };
    const female = { seats: 0, secondaryEducation: 0.75, labourForce: 0.55 };
    const of = { maternalMortality: 8, adolescentBirths: 9, female, male };
    expect(gii(of, hdr2025).value).toBeGreaterThan(gii(of, hdr2021).value + 0.05);
  });

  it("PHDI refuses what exceeds the edition's own maxima", () => {
    const maxima = hdr2025.pressureMaxima!;
    expect(
      findingsOf(() => phdi({ hdi: 0.9, carbonDioxide: 80, materialFootprint: 107 }, maxima)).map(
        ({ code }) => code,
      ),
    ).toEqual(["indicators/above-maximum", "indicators/above-maximum"]);
    expect(phdi({ hdi: 0.9, carbonDioxide: 0, materialFootprint: 0 }, maxima)).toMatchObject({
      value: 0.9,
      adjustment: 1,
      loss: 0,
    });
  });

  it("incomes of women and men add up to that of all (property)", () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        (labour, people, wageRatio) => {
          const { female, male } = earnedIncome({
            gniPerPerson: 1000,
            wageRatio,
            femaleLabourShare: labour,
            femalePopulationShare: people,
          });
          expect(female * people + male * (1 - people)).toBeCloseTo(1000, 6);
        },
      ),
    );
  });

  it("GDI has no value where men have none, and groups by the printed value", () => {
    expect(gdi({ female: india, male: { ...india, lifeExpectancy: 17 } })).toMatchObject({
      value: null,
      group: null,
    });
    expect([0.5499, 0.5494, 0.6995, 0.7999].map(developmentClass)).toEqual([
      "medium",
      "low",
      "high",
      "very high",
    ]);
  });
});

describe("many at once", () => {
  it("hdiColumns misses what is missing and reports what cannot be, with its row", () => {
    const { value, findings } = hdiColumns({
      lifeExpectancy: [72.003, null, 720],
      expectedSchooling: [12.95454025, 12, 12],
      meanSchooling: [6.880000114, 6, 6],
      gniPerPerson: [9046.756336, 9000, 9000],
    });
    expect(value[0]).toBe(hdi(india).value);
    expect([value[1], value[2]]).toEqual([Number.NaN, Number.NaN]);
    expect(findings.map(({ place, found }) => [place.row, place.column, found])).toEqual([
      [3, "lifeExpectancy", 720],
    ]);
    expect(
      findingsOf(() =>
        hdiColumns({
          lifeExpectancy: [1],
          expectedSchooling: [],
          meanSchooling: [1],
          gniPerPerson: [1],
        }),
      )[0]?.code,
    ).toBe("indicators/unequal-lengths");
  });

  const at = (value: number | null, more: Partial<Observation> = {}): Observation => ({
    indicator: "life-expectancy",
    area: "IND",
    period: "2023",
    edition: "hdr2025",
    unit: "YEARS",
    value,
    ...(value === null && { status: ["O"] }),
    ...more,
  });
  const observed = (more: Partial<Observation> = {}, income: Partial<Observation> = {}) => ({
    lifeExpectancy: [at(india.lifeExpectancy, more)],
    expectedSchooling: [at(india.expectedSchooling, more)],
    meanSchooling: [at(india.meanSchooling, more)],
    gniPerPerson: [at(india.gniPerPerson, { ...more, unit: "PPP_DOLLAR_2021", ...income })],
  });

  it("hdiObservations gives observations of the index", () => {
    const { observations, findings } = hdiObservations(observed({ source: "undp" }), hdr2025);
    expect(findings).toEqual([]);
    expect(observations).toEqual([
      {
        indicator: "human-development-index",
        parameters: { edition: "hdr2025" },
        area: "IND",
        period: "2023",
        edition: "hdr2025",
        source: "undp",
        unit: "INDEX_0_1",
        value: hdi(india).value,
      },
    ]);
    expect(checkObservations(observations, [humanDevelopmentIndex])).toEqual([]);
  });

  it.each([
    ["another price base", observed({}, { unit: "PPP_DOLLAR_2017" }), ["indicators/price-base"]],
    ["another edition", observed({}, { edition: "hdr2023-24" }), ["indicators/mixed-editions"]],
    ["an impossible income", observed({}, { value: -5 }), ["indicators/invalid-input"]],
    ["a missing income", observed({}, { value: null, status: ["O"] }), []],
  ])("hdiObservations has no value with %s", (_, input, codes) => {
    const { observations, findings } = hdiObservations(input, hdr2025);
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(observations.map(({ value }) => value)).toEqual([null]);
  });

  it("hdiObservations reports a place that lacks a component, and an unknown area", () => {
    const { observations, findings } = hdiObservations(
      { ...observed({ area: "XYZ" }), meanSchooling: [at(5), at(5, { area: "XYZ" })] },
      hdr2025,
    );
    expect(observations).toEqual([]);
    expect(findings.map(({ code }) => code).sort()).toEqual([
      "domain/unknown-area",
      "indicators/unpaired-observation",
    ]);
  });
});
