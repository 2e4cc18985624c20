import { type Finding, isVitalError } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type EstimateLike,
  type IndicatorDefinition,
  type ObserveContext,
  observationKey,
  observe,
  units,
} from "../src/index.js";
import {
  conflictDeathRate,
  genderParityScore,
  gniPerPerson,
  internetUse,
  lifeExpectancy,
  refugeesByOrigin,
} from "../src/indicators/index.js";

const context: ObserveContext = { area: "IND", period: "2018" };

function findingsOf(
  definition: IndicatorDefinition,
  estimate: EstimateLike,
  about: ObserveContext = context,
): readonly Finding[] {
  try {
    observe(definition, estimate, about);
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
}

const codesOf = (...args: Parameters<typeof findingsOf>) =>
  findingsOf(...args).map(({ code }) => code);

describe("rescaling", () => {
  test("a proportion becomes the unit of the definition, with its error and interval", () => {
    const estimate = {
      estimate: 0.5,
      se: 0.125,
      lower: 0.25,
      upper: 0.75,
      level: 0.9,
      n: 10,
      nMissing: 2,
      scale: "proportion" as const,
    };
    expect(observe(internetUse, estimate, context)).toEqual({
      indicator: "internet-use",
      area: "IND",
      period: "2018",
      value: 50,
      unit: "PERCENT",
      standardError: 12.5,
      interval: { lower: 25, upper: 75, level: 0.9 },
      n: 10,
      nMissing: 2,
    });
    expect(observe(conflictDeathRate, { value: 0.0005, unit: "PROPORTION" }, context).value).toBe(
      50,
    );
  });

  test("a value in the definition's unit stays as it is", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (value) => {
        const observation = observe(internetUse, { value, unit: "PERCENT" }, context);
        expect(observation.value).toBe(value);
      }),
    );
  });

  test("is by the factor of the unit for every unit that has one", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(units)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([unit, facts], value) => {
          const definition: IndicatorDefinition = { ...internetUse, unit, range: [null, null] };
          const estimate = { value, scale: "proportion" } as const;
          if (!("perProportion" in facts)) {
            expect(codesOf(definition, estimate)).toEqual(["domain/no-proportion"]);
          } else {
            expect(observe(definition, estimate, context).value).toBe(value * facts.perProportion);
          }
        },
      ),
    );
  });

  test("is never guessed", () => {
    expect(codesOf(internetUse, { value: 0.34 })).toEqual(["domain/unit-not-stated"]);
    expect(codesOf(internetUse, { value: 34 })).toEqual(["domain/unit-not-stated"]);
    expect(codesOf(internetUse, { value: 34, scale: "proportion" })).toEqual([
      "domain/out-of-range",
    ]);
    expect(codesOf(internetUse, { value: 34, unit: "PER_100000" })).toEqual([
      "domain/unit-differs",
    ]);
    expect(codesOf(internetUse, { value: 0.3, unit: "PERCENT", scale: "proportion" })).toEqual([
      "domain/unit-differs",
    ]);
    expect(codesOf(lifeExpectancy, { value: 0.7, scale: "proportion" })).toEqual([
      "domain/no-proportion",
    ]);
  });

  test("a number without unit is taken where no proportion could stand for it", () => {
    expect(observe(lifeExpectancy, { value: 70.4 }, context).value).toBe(70.4);
    expect(observe(gniPerPerson, { value: 7670.6 }, context).unit).toBe("PPP_DOLLAR_2021");
    expect(observe(genderParityScore, { value: 0.98 }, context).value).toBe(0.98);
  });

  test("a hair above the bound is rounding, more is not", () => {
    const hundred = 100 + 1e-12;
    expect(observe(internetUse, { value: hundred, unit: "PERCENT" }, context).value).toBe(hundred);
    expect(codesOf(internetUse, { value: 100.001, unit: "PERCENT" })).toEqual([
      "domain/out-of-range",
    ]);
    expect(observe(refugeesByOrigin, { value: 250_000, unit: "PER_100000" }, context).value).toBe(
      250_000,
    );
  });
});

describe("parameters", () => {
  const parameters = { line: 2.15, denominator: "asked", weighted: true, recall: null };

  test("are carried, and are no part of the key", () => {
    const estimate = { value: 5, unit: "PERCENT" };
    const told = observe(internetUse, estimate, { ...context, parameters });
    expect(told.parameters).toEqual(parameters);
    const plain = observe(internetUse, estimate, { ...context, parameters: {} });
    expect(plain).not.toHaveProperty("parameters");
    expect(observationKey(told)).toBe(observationKey(plain));
  });

  test("are plain JSON, or all that is wrong is reported", () => {
    const wrong = { "": 1, line: Number.NaN, acts: ["a"], of: {} } as unknown as typeof parameters;
    const findings = findingsOf(
      internetUse,
      { value: 5, unit: "PERCENT" },
      { ...context, parameters: wrong },
    );
    expect(findings.map(({ found }) => found)).toEqual([
      ": 1",
      "line: NaN",
      "acts: a list",
      "of: an object",
    ]);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["domain/parameter"]));
  });
});

describe("missing values", () => {
  test("need a status that says why", () => {
    expect(codesOf(internetUse, { value: null })).toEqual(["domain/null-without-status"]);
    expect(codesOf(internetUse, { value: null }, { ...context, status: "E" })).toEqual([
      "domain/null-without-status",
    ]);
    const observation = observe(internetUse, { value: null }, { ...context, status: ["O", "D"] });
    expect(observation).toMatchObject({ value: null, status: ["O", "D"] });
  });

  test("are not values: a value denies the status", () => {
    const suppressed = { ...context, status: "Q" as const };
    const [finding] = findingsOf(internetUse, { value: 34, unit: "PERCENT" }, suppressed);
    expect(finding?.code).toBe("domain/value-despite-status");
    // What is suppressed must not be told by the message that complains about it.
    expect(JSON.stringify(finding)).not.toContain("34");
    const unstated = findingsOf(internetUse, { value: 734 }, suppressed);
    expect(unstated).toHaveLength(3);
    expect(JSON.stringify(unstated)).not.toContain("734");
  });

  test("zero is not missing", () => {
    expect(observe(internetUse, { value: 0, unit: "PERCENT" }, context).value).toBe(0);
  });
});

describe("bad input", () => {
  test.each<[string, EstimateLike, Partial<ObserveContext>, string]>([
    ["no value", { unit: "PERCENT" }, {}, "domain/no-value"],
    ["NaN", { value: Number.NaN, unit: "PERCENT" }, {}, "domain/not-finite"],
    ["Infinity", { value: Number.POSITIVE_INFINITY, unit: "PERCENT" }, {}, "domain/not-finite"],
    ["text", { value: "34" as unknown as number, unit: "PERCENT" }, {}, "domain/not-finite"],
    ["two names", { value: 1, estimate: 1, unit: "PERCENT" }, {}, "domain/two-names"],
    ["negative error", { value: 1, se: -1, unit: "PERCENT" }, {}, "domain/negative"],
    ["NaN error", { value: 1, se: Number.NaN, unit: "PERCENT" }, {}, "domain/not-finite"],
    ["half a person", { value: 1, n: 1.5, unit: "PERCENT" }, {}, "domain/negative"],
    ["one bound", { value: 1, lower: 0, level: 0.9, unit: "PERCENT" }, {}, "domain/not-finite"],
    ["no level", { value: 1, lower: 0, upper: 2, unit: "PERCENT" }, {}, "domain/interval-level"],
    [
      "level in percent",
      { value: 1, interval: { lower: 0, upper: 2, level: 95 }, unit: "PERCENT" },
      {},
      "domain/interval-level",
    ],
    [
      "reversed interval",
      { value: 1, interval: { lower: 2, upper: 0, level: 0.95 }, unit: "PERCENT" },
      {},
      "domain/interval-reversed",
    ],
    ["unknown area", { value: 1, unit: "PERCENT" }, { area: "India" }, "domain/unknown-area"],
    ["bad period", { value: 1, unit: "PERCENT" }, { period: "2018-13" }, "domain/period-part"],
    [
      "number for period",
      { value: 1, unit: "PERCENT" },
      { period: 2018 as unknown as string },
      "domain/period-form",
    ],
    [
      "unknown status",
      { value: 1, unit: "PERCENT" },
      { status: "Z" as unknown as "A" },
      "domain/unknown-status",
    ],
    [
      "empty category",
      { value: 1, unit: "PERCENT" },
      { breakdown: { sex: "" } },
      "domain/breakdown",
    ],
    ["empty edition", { value: 1, unit: "PERCENT" }, { edition: "" }, "domain/empty-text"],
    ["day", { value: 1, unit: "PERCENT" }, { asOf: "2020-02-30" }, "domain/not-a-day"],
  ])("%s", (_, estimate, more, code) => {
    expect(codesOf(internetUse, estimate, { ...context, ...more })).toEqual([code]);
  });

  test("all problems are reported together, with place and suggestion", () => {
    const findings = findingsOf(
      internetUse,
      { value: 345, se: -1, unit: "PERCENT" },
      { area: "ind", period: "2018-H1", status: "Z" as unknown as "A" },
    );
    expect(findings.map(({ code }) => code)).toEqual([
      "domain/period-form",
      "domain/unknown-area",
      "domain/unknown-status",
      "domain/out-of-range",
      "domain/negative",
    ]);
    expect(findings.map(({ suggestion }) => suggestion).slice(0, 2)).toEqual(["2018-S1", "IND"]);
    for (const { place, message } of findings) {
      expect(place.observation).toBe("internet-use|ind|2018-H1");
      expect(message).not.toMatch(/[{}]|undefined/);
    }
  });
});

test("whatever the input, it gives an observation or a VitalError", () => {
  fc.assert(
    fc.property(
      fc.object(),
      fc.anything(),
      fc.anything(),
      fc.anything(),
      (estimate, area, period, other) => {
        const about = {
          ...context,
          area,
          period,
          breakdown: { sex: other },
          status: [other],
          edition: other,
        };
        findingsOf(
          internetUse,
          { ...estimate, value: other } as EstimateLike,
          about as ObserveContext,
        );
      },
    ),
    { numRuns: 500 },
  );
});

test("context is kept, the period in its canonical form", () => {
  const observation = observe(
    internetUse,
    { value: 34.45, unit: "PERCENT" },
    {
      area: "M49:001",
      period: "2018-M03",
      breakdown: { sex: "F" },
      edition: "itu2020",
      asOf: "2020-10-19",
      source: { id: "itu", type: "dataset", title: "DataHub" },
      status: ["E", "E", "P"],
      note: "from any location",
    },
  );
  expect(observation).toEqual({
    indicator: "internet-use",
    area: "M49:001",
    period: "2018-03",
    breakdown: { sex: "F" },
    edition: "itu2020",
    asOf: "2020-10-19",
    value: 34.45,
    unit: "PERCENT",
    status: ["E", "P"],
    note: "from any location",
    source: "itu",
  });
  expect(observationKey(observation)).toBe("internet-use|M49:001|2018-03|sex=F|itu2020|2020-10-19");
});
