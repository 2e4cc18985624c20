import {
  buildIndex,
  checkMethodology,
  type IndexInput,
  type NormalizeOptions,
} from "@vitalcore/composite";
import { type Finding, numberColumn, tableFrom, tableOf, textColumn } from "@vitalcore/core";
import type { IndicatorDefinition, Observation } from "@vitalcore/domain";
import { describe, expect, it } from "vitest";
import {
  definition,
  methodology,
  observation,
  toy,
  toyData,
  toyDefinitions,
} from "./support/toy.js";

const goalposts: NormalizeOptions = { method: "goalposts", worst: 0, best: 100 };

interface Setting {
  readonly normalize?: NormalizeOptions;
  readonly definitions?: readonly IndicatorDefinition[];
  readonly unitColumn?: string;
  readonly units?: readonly string[];
}

/** Errors and warnings of an index of the indicators a and b. */
function problems(data: unknown, setting: Setting = {}): readonly Finding[] {
  const {
    normalize = goalposts,
    definitions = [definition("a"), definition("b")],
    ...rest
  } = setting;
  const nodes = [
    { id: "index", aggregate: { atLeast: 0 } },
    { id: "na", parent: "index", indicator: "a" },
    { id: "nb", parent: "index", indicator: "b" },
  ];
  const options = { definitions, data: data as IndexInput, ...rest };
  return checkMethodology(methodology(nodes, { normalize }), options).filter(
    ({ severity }) => severity !== "info",
  );
}

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);
const good = [
  observation("a", "X", 1),
  observation("a", "Y", 2),
  observation("b", "X", 3),
  observation("b", "Y", 4),
];
const wide = (columns: Readonly<Record<string, readonly unknown[]>>, setting: Setting = {}) =>
  problems(
    { unit: ["X", "Y"], a: [1, 2], b: [3, 4], ...columns },
    { unitColumn: "unit", ...setting },
  );

describe("bad observations", () => {
  it("are none where all is well", () => {
    expect(problems(good)).toEqual([]);
  });

  it("name both rows and both values of a duplicate", () => {
    const [finding, ...others] = problems([...good, observation("b", "Y", 9)]);
    expect(others).toEqual([]);
    expect(finding?.place).toEqual({ node: "nb", unit: "Y", row: 4, observation: "b|Y|2018" });
    expect(finding?.message).toBe(
      '"b" has several values for 1 units and the period taken: first Y, rows 4 and 5 (4 and 9).',
    );
  });

  it("call a value beside a gap of the same period a duplicate, too", () => {
    expect(codes(problems([observation("b", "Y", null, { status: ["O"] }), ...good]))).toEqual([
      "composite/duplicate-value",
    ]);
  });

  it("name the unit of measurement found and the one that is wanted", () => {
    const [finding] = problems([...good, observation("a", "Z", 1, { unit: "PERCENT" })]);
    expect(finding).toMatchObject({
      code: "composite/unit-mismatch",
      found: "PERCENT",
      facts: { wanted: "POINTS", count: 1 },
      place: { row: 5, unit: "Z" },
    });
  });

  it("report each broken field once, with its first row and a count", () => {
    const broken = [
      ...good,
      observation("a", "Z", Number.NaN),
      observation("a", "V", "3" as unknown as number),
      observation("a", "W", 1, { period: "2018-13" }),
      observation("", "W", 1),
      observation("a", null as unknown as string, 1),
      null as unknown as Observation,
      observation("a", "Q", Number.POSITIVE_INFINITY),
      observation("a", "R", Number.NEGATIVE_INFINITY),
    ];
    expect(
      problems(broken).map(({ code, place, found, facts }) => [
        code,
        place.row,
        found,
        facts.field ?? facts.indicator,
        facts.count,
      ]),
    ).toEqual([
      ["composite/invalid-observation", 5, "NaN", "value", 2],
      ["composite/invalid-observation", 7, "2018-13", "period", 1],
      ["composite/invalid-observation", 8, "", "indicator", 1],
      ["composite/invalid-observation", 9, null, "area", 1],
      ["composite/invalid-observation", 10, null, "observation", 1],
      ["composite/infinite-value", 11, "Infinity", "a", 2],
    ]);
  });

  it("do not matter where they are of no indicator of the index", () => {
    expect(problems([...good, observation("c", "X", Number.POSITIVE_INFINITY)])).toEqual([]);
  });

  it("survive codes named like members of every object", () => {
    const hostile = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const data = hostile.flatMap((area, i) => [
      observation("a", area, i),
      observation("b", area, i),
    ]);
    expect(problems([...data, ...hostile.map((id) => observation(id, "X", 1))])).toEqual([]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it("are no observations where a table was meant", () => {
    for (const data of [toyData, [{ unit: "X", a: 1 }], "a,b", null]) {
      expect(codes(problems(data))).toEqual(["composite/not-observations"]);
    }
  });
});

describe("bad tables", () => {
  it("are none where all is well", () => {
    expect(wide({})).toEqual([]);
  });

  it("lack a column, with the one that was probably meant", () => {
    const [finding] = problems(
      { unit: ["X"], indicator_a: [1], bb: [2] },
      { unitColumn: "unit" },
    ).slice(1);
    expect(finding).toMatchObject({ code: "composite/indicator-without-data", suggestion: "bb" });
    expect(wide({}, { unitColumn: "units" })[0]).toMatchObject({
      code: "composite/unknown-column",
      suggestion: "unit",
    });
  });

  it("name a unit twice or not at all", () => {
    const findings = wide({ unit: ["X", "X", null, ""], a: [1, 2, 3, 4], b: [1, 2, 3, 4] });
    expect(
      findings.map(({ code, place, facts }) => [code, place.row, facts.otherRow ?? facts.count]),
    ).toEqual([
      ["composite/duplicate-unit", 2, 1],
      ["composite/missing-unit", 3, 2],
    ]);
  });

  it("hold text where numbers are needed, and numbers where units are", () => {
    expect(codes(wide({ a: ["1", "2"] }))).toEqual(["composite/column-kind"]);
    expect(codes(wide({ unit: [1, 2] }))).toContain("composite/column-kind");
    expect(codes(wide({ a: [1, "2"] }))).toEqual(["core/mixed-column"]);
    expect(codes(wide({ a: [1, Number.POSITIVE_INFINITY] }))).toEqual(["core/infinite-value"]);
  });

  it("hold infinities although they were made of finished columns", () => {
    const table = tableOf([
      ["unit", textColumn(["X", "Y"])],
      ["a", numberColumn([1, Number.NEGATIVE_INFINITY])],
      ["b", numberColumn([1, 2])],
    ]);
    expect(problems(table, { unitColumn: "unit" })[0]).toMatchObject({
      code: "composite/infinite-value",
      found: "-Infinity",
      place: { row: 2, column: "a" },
    });
  });

  it("have rows for units that are not listed, and none for units that are", () => {
    expect(wide({}, { units: ["X", "X"] })[0]?.code).toBe("composite/unit-listed-twice");
    const result = buildIndex({ ...toyData }, toy, {
      unitColumn: "unit",
      definitions: toyDefinitions,
      units: ["AAA", "DDD"],
    });
    expect(result.units.map(({ unit, rank }) => [unit, rank])).toEqual([
      ["AAA", 1],
      ["DDD", null],
    ]);
    expect(
      result.coverage.entries
        .filter(({ outcome }) => outcome === "dropped")
        .map(({ unit, indicator }) => [unit, indicator]),
    ).toEqual(
      [
        ["BBB", "deaths"],
        ["CCC", "income"],
        ["BBB", "income"],
        ["CCC", "jobs"],
        ["BBB", "life"],
      ].sort((x, y) => x[1]!.localeCompare(y[1]!) || x[0]!.localeCompare(y[0]!)),
    );
  });

  it("cannot have rules of selection applied to them, and say so", () => {
    const options = { definitions: toyDefinitions, data: toyData, unitColumn: "unit" };
    const codesOf = (document: typeof toy) => codes(checkMethodology(document, options));
    expect(codesOf({ ...toy, select: { from: "2018" } })).toContain(
      "composite/selection-not-applied",
    );
    expect(codesOf(toy)).not.toContain("composite/selection-not-applied");
  });

  it("have no units", () => {
    expect(codes(problems([], { definitions: [definition("a"), definition("b")] }))).toEqual([
      "composite/indicator-without-data",
      "composite/indicator-without-data",
      "composite/no-units",
    ]);
    expect(codes(wide({ unit: [], a: [], b: [] }))).toContain("composite/no-units");
  });

  it("hold identifying columns, of which not a single value is quoted", () => {
    const people = tableFrom(
      { unit: ["Ada L.", "Ada L."], a: [1, 99], b: [3, 4] },
      { identifying: ["unit", "a", "other"] },
    );
    const findings = problems(people, { unitColumn: "unit" });
    expect(findings.map(({ code, place }) => [code, place.column])).toEqual([
      ["composite/identifying-column", "unit"],
      ["composite/identifying-column", "a"],
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/Ada|99/);
  });

  it("have headers named like members of every object", () => {
    const hostile = Object.fromEntries([
      ["unit", ["X", "Y"]],
      ["a", [1, 2]],
      ["b", [3, 4]],
      ["__proto__", [1, 2]],
      ["toString", [1, 2]],
    ]);
    expect(problems(hostile, { unitColumn: "unit" })).toEqual([]);
  });
});

describe("values that do not fit", () => {
  it("have no logarithm", () => {
    const normalize: NormalizeOptions = {
      method: "goalposts",
      transform: "ln",
      worst: 1,
      best: 100,
    };
    expect(wide({ a: [0, -1] }, { normalize })[0]).toMatchObject({
      code: "composite/outside-transform",
      place: { node: "na", unit: "X" },
      found: 0,
      facts: { count: 2, transform: "ln(x)" },
    });
    expect(wide({ a: [0, 1] }, { normalize: { ...normalize, transform: "ln1p" } })).toEqual([]);
    expect(codes(wide({ a: [-1, 1] }, { normalize: { ...normalize, transform: "ln1p" } }))).toEqual(
      ["composite/outside-transform"],
    );
  });

  it.each(["min-max", "z-score", "percentile-rank"] as const)(
    "do not vary, so that %s cannot score them",
    (method) => {
      const [finding, ...others] = wide({ a: [0.1, 0.1] }, { normalize: { method } });
      expect(others).toEqual([]);
      expect(finding).toMatchObject({
        code: "composite/no-variation",
        place: { node: "na" },
        found: 0.1,
      });
      expect(codes(wide({ a: [1, null] }, { normalize: { method } }))).toEqual([
        "composite/no-variation",
      ]);
    },
  );

  it("do not vary, which is worth a warning between goalposts", () => {
    expect(codes(wide({ a: [5, 5] }))).toEqual(["composite/constant-indicator"]);
  });

  it.each(["goalposts", "min-max", "z-score", "percentile-rank"] as const)(
    "are all missing, which %s survives",
    (method) => {
      const normalize: NormalizeOptions = method === "goalposts" ? goalposts : { method };
      expect(codes(wide({ a: [null, null] }, { normalize }))).toEqual([
        "composite/indicator-all-missing",
      ]);
    },
  );

  it("lie outside the range of the definition, but for a hair", () => {
    const definitions = [definition("a", "higherBetter", { range: [0, 100] }), definition("b")];
    expect(wide({ a: [-3, 101] }, { definitions })[0]).toMatchObject({
      code: "composite/out-of-range",
      found: -3,
      facts: { count: 2, range: "0 to 100" },
    });
    expect(wide({ a: [100.00000000000001, 1] }, { definitions })).toEqual([]);
  });

  it("look like proportions where percentages are wanted", () => {
    const definitions = [
      definition("a", "higherBetter", { unit: "PERCENT", range: [0, 100] }),
      definition("b"),
    ];
    expect(codes(wide({ a: [0.2, 0.9] }, { definitions }))).toEqual([
      "composite/proportion-not-percent",
    ]);
    expect(wide({ a: [0, 1] }, { definitions })).toEqual([]);
  });

  it("lie too far apart for a number", () => {
    const setting = { normalize: { method: "min-max" } } as const;
    expect(codes(wide({ a: [-1.7e308, 1.7e308] }, setting))).toEqual(["composite/range-too-wide"]);
    expect(codes(wide({ a: [-1e200, 1e200] }, { normalize: { method: "z-score" } }))).toEqual([
      "composite/range-too-wide",
    ]);
  });

  it("score zero or less in a geometric or harmonic mean: node, unit and child are named", () => {
    for (const method of ["geometric", "harmonic"] as const) {
      const nodes = [
        { id: "index", aggregate: { method, zeros: "annul" as const } },
        { id: "a", parent: "index", indicator: "a" },
        { id: "b", parent: "index", indicator: "b", weight: 1 },
      ].map((node) => ({ ...node, ...(node.id === "a" && { weight: 1 }) }));
      const document = methodology(nodes, { normalize: { ...goalposts, clamp: false } });
      const data = { unit: ["X", "Y", "Z"], a: [10, -20, 0], b: [30, 40, 50] };
      const options = { unitColumn: "unit", definitions: [definition("a"), definition("b")] };
      const [finding, ...others] = checkMethodology(document, { ...options, data });
      expect(others).toEqual([]);
      expect(finding).toMatchObject({
        code: "composite/nonpositive-score",
        place: { node: "index", unit: "Y" },
        found: -20,
        facts: { child: "a", count: 1, method },
      });
    }
  });

  it("are all reported together with what is wrong in the methodology", () => {
    const nodes = [
      { id: "index", aggregate: { atLeast: 2 } },
      {
        id: "a",
        parent: "index",
        indicator: "a",
        weight: -1,
        normalize: { method: "min-max" as const },
      },
      {
        id: "b",
        parent: "indx",
        indicator: "b",
        normalize: { ...goalposts, transform: "ln" as const },
      },
    ];
    const data = [
      observation("a", "X", 1),
      observation("a", "X", 2),
      observation("a", "Y", 1, { unit: "PERCENT" }),
      observation("b", "X", -5),
    ];
    const document = methodology(nodes);
    const found = codes(
      checkMethodology(document, { definitions: [definition("a"), definition("b")], data }),
    );
    expect(new Set(found)).toEqual(
      new Set([
        "composite/unknown-parent",
        "composite/invalid-weight",
        "composite/goalpost-outside-transform",
        "composite/out-of-bounds",
        "composite/duplicate-value",
        "composite/unit-mismatch",
        "composite/no-variation",
        "composite/outside-transform",
      ]),
    );
    expect(() =>
      buildIndex(data, document, { definitions: [definition("a"), definition("b")] }),
    ).toThrow(/8 problems/);
  });
});
