import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkObservations, type Observation, observe } from "../src/index.js";
import { homicideRate, indicators, internetUse } from "../src/indicators/index.js";

const good: Observation = {
  indicator: "internet-use",
  area: "IND",
  period: "2018",
  value: 34.5,
  unit: "PERCENT",
};
const codesOf = (rows: readonly unknown[]) =>
  checkObservations(rows, indicators).map(({ code }) => code);

test("good observations give no finding", () => {
  expect(
    checkObservations(
      [
        good,
        { ...good, area: "NAM" },
        { ...good, edition: "2020" },
        { ...good, asOf: "2020-01-01" },
        { ...good, breakdown: { sex: "F" } },
        { ...good, area: "KEN", parameters: { line: 2.15, edition: null } },
        { ...good, period: "2017", value: null, status: ["O"] },
        { ...good, area: "M49:001" },
      ],
      [internetUse],
    ),
  ).toEqual([]);
});

test("what observe() makes passes", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
      const estimate = { value, se: 0.1, scale: "proportion" } as const;
      const made = observe(internetUse, estimate, { area: "IND", period: "2018" });
      const other = { ...good, area: "KEN", value: 50 };
      expect(checkObservations([made, other], [internetUse])).toEqual([]);
    }),
  );
});

describe("one bad row gives one finding", () => {
  test.each<[string, object, string]>([
    ["null without status", { value: null }, "domain/null-without-status"],
    ["suppressed value", { status: ["Q"] }, "domain/value-despite-status"],
    ["out of range", { value: 101 }, "domain/out-of-range"],
    ["NaN", { value: Number.NaN }, "domain/not-finite"],
    ["Infinity", { value: Number.NEGATIVE_INFINITY }, "domain/not-finite"],
    ["text", { value: "34" }, "domain/not-finite"],
    ["no value", { value: undefined }, "domain/not-finite"],
    ["unknown area", { area: "WLD" }, "domain/unknown-area"],
    ["bad period", { period: "2018-13" }, "domain/period-part"],
    ["unknown indicator", { indicator: "internet-uses" }, "domain/unknown-indicator"],
    ["other unit", { unit: "PROPORTION", value: 0.3 }, "domain/unit-mismatch"],
    ["unknown status", { status: ["Z"] }, "domain/unknown-status"],
    ["status as text", { status: "Z" }, "domain/unknown-status"],
    ["list as parameter", { parameters: { acts: ["a"] } }, "domain/parameter"],
    ["infinite parameter", { parameters: { line: Number.POSITIVE_INFINITY } }, "domain/parameter"],
    ["parameters as text", { parameters: "line" }, "domain/parameter"],
    ["empty breakdown", { breakdown: { sex: "" } }, "domain/breakdown"],
    ["number as category", { breakdown: { sex: 1 } }, "domain/breakdown"],
    ["negative error", { standardError: -1 }, "domain/negative"],
    ["text as error", { standardError: "1" }, "domain/not-finite"],
    ["empty edition", { edition: "" }, "domain/empty-text"],
    ["null interval", { interval: null }, "domain/wrong-type"],
    ["null breakdown", { breakdown: null }, "domain/breakdown"],
    ["negative n", { n: -1 }, "domain/negative"],
    ["interval", { interval: { lower: 3, upper: 1, level: 0.95 } }, "domain/interval-reversed"],
    ["level", { interval: { lower: 30, upper: 40, level: 95 } }, "domain/interval-level"],
    [
      "value outside interval",
      { interval: { lower: 0.3, upper: 0.4, level: 0.95 } },
      "domain/value-outside-interval",
    ],
    ["day", { asOf: "2020-13-01" }, "domain/not-a-day"],
    ["number as area", { area: 4 }, "domain/wrong-type"],
  ])("%s", (_, change, code) => {
    expect(
      codesOf([
        { ...good, period: "2016" },
        { ...good, ...change },
      ]),
    ).toEqual([code]);
  });

  test.each([null, undefined, 4, "row", [], () => 1])("%s is no observation", (row) => {
    const [finding, ...others] = checkObservations([good, row], indicators);
    expect(others).toEqual([]);
    expect(finding?.code).toMatch(/not-an-observation/);
    expect(finding?.place.row).toBe(2);
  });
});

test("suggestions name what was probably meant", () => {
  const suggestions = checkObservations(
    [
      { ...good, indicator: "internet-usse" },
      { ...good, area: "Namibia" },
      { ...good, area: "NA" },
      { ...good, area: "516" },
      { ...good, area: "WLD" },
      { ...good, area: "Cote d'Ivoire" },
      { ...good, period: "2020-H1" },
      { ...good, unit: "percent" },
    ],
    indicators,
  ).map(({ suggestion }) => suggestion);
  expect(suggestions).toEqual([
    "internet-use",
    "NAM",
    "NAM",
    "NAM",
    "M49:001",
    "CIV",
    "2020-S1",
    "PERCENT",
  ]);
});

test("a problem that rows share is reported once, with its first row and their number", () => {
  const rows = Array.from({ length: 1000 }, (_, i) => ({
    ...good,
    area: "XXX",
    period: `${1000 + i}`,
  }));
  const findings = checkObservations([good, ...rows], indicators);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ place: { row: 2 }, facts: { rows: 1000 } });
});

test("duplicates name both rows, whatever the order of the breakdown", () => {
  const one = { ...good, breakdown: { sex: "F", age: "Y15" } };
  const other = { ...good, period: "2018-A1", breakdown: { age: "Y15", sex: "F" } };
  const [finding] = checkObservations([one, good, other], indicators);
  expect(finding).toMatchObject({
    code: "domain/duplicate-observation",
    place: { row: 3 },
    facts: { firstRow: 1 },
  });
  expect(finding?.message).toBe(
    "Rows 1 and 3 are the same observation: internet-use|IND|2018|age=Y15;sex=F.",
  );
});

describe("percentages that look like proportions", () => {
  const values = (...list: (number | null)[]) =>
    codesOf(
      list.map((value, i) => ({
        ...good,
        period: String(2000 + i),
        value,
        ...(value === null && { status: ["O"] }),
      })),
    );

  test("give a warning", () => {
    expect(values(0.3, 0, 1, 0.9, null)).toEqual(["domain/percent-as-proportion"]);
    expect(values(0, 1)).toEqual([]);
    expect(values(0.3, 1.2)).toEqual([]);
    expect(values(0.3, 34)).toEqual([]);
    const [finding] = checkObservations([{ ...good, value: 0.3 }], indicators);
    expect(finding?.severity).toBe("warning");
  });

  test("do not concern other units", () => {
    const row = { ...good, indicator: "homicide-rate", unit: "PER_100000", value: 0.3 };
    expect(checkObservations([row], [homicideRate])).toEqual([]);
  });
});

test("sentences are complete", () => {
  const rows = [
    { ...good, value: null },
    { ...good, value: 300, period: "x", area: "?" },
    { ...good, indicator: "x", unit: "y" },
    { ...good, unit: "y" },
    good,
    good,
    7,
  ];
  for (const { message, hint } of checkObservations(rows, indicators)) {
    expect(`${message} ${hint ?? ""}`).not.toMatch(/\{\w+\}|undefined|\[object/);
  }
});

test("no row, whatever it is, makes it throw", () => {
  const anything = fc.oneof(fc.anything(), fc.constantFrom(null, "", 0, {}, [], "2018", "PERCENT"));
  const row = fc.record(
    Object.fromEntries(
      "indicator area period breakdown edition asOf value unit standardError interval n nMissing status"
        .split(" ")
        .map((field) => [
          field,
          fc.oneof(
            { weight: 3, arbitrary: fc.constant(good[field as keyof Observation]) },
            anything,
          ),
        ]),
    ),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(row, fc.anything())), (rows) => {
      expect(Array.isArray(checkObservations(rows, indicators))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("a suppressed value is told by no message", () => {
  const row = {
    ...good,
    value: 734.25,
    status: ["Q"],
    interval: { lower: 1, upper: 2, level: 0.95 },
  };
  expect(JSON.stringify(checkObservations([row], indicators))).not.toContain("734");
});

test("hostile rows do not reach prototypes", () => {
  const row = JSON.parse(
    '{"indicator":"__proto__","area":"constructor","period":"toString","unit":"x","value":1,"breakdown":{"__proto__":"x"}}',
  );
  expect(codesOf([row, row]).sort()).toEqual([
    "domain/period-form",
    "domain/unknown-area",
    "domain/unknown-indicator",
  ]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
