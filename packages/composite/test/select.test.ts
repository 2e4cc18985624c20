import { buildIndex, type IndexMethodology, type SelectOptions } from "@vitalcore/composite";
import { isVitalError } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { describe, expect, it } from "vitest";
import { definition, methodology, observation } from "./support/toy.js";

const definitions = [definition("a")];

function document(select: SelectOptions | undefined): IndexMethodology {
  const node = {
    id: "a",
    parent: "index",
    indicator: "a",
    ...(select !== undefined && { select }),
  };
  return methodology([{ id: "index" }, node], {
    normalize: { method: "goalposts", worst: 0, best: 100 },
  });
}

function build(data: readonly Observation[], select?: SelectOptions, units?: readonly string[]) {
  return buildIndex(data, document(select), { definitions, ...(units !== undefined && { units }) });
}

function taken(data: readonly Observation[], select?: SelectOptions, units?: readonly string[]) {
  const result = build(data, select, units);
  return Object.fromEntries(result.units.map(({ unit, values }) => [unit, values.a?.value]));
}

function problems(
  run: () => unknown,
): readonly { readonly code: string; readonly message: string }[] {
  try {
    run();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  return [];
}

describe("selection of observations", () => {
  const series = [
    observation("a", "X", 10, { period: "2016" }),
    observation("a", "X", 30, { period: "2018" }),
    observation("a", "X", 20, { period: "2017" }),
    observation("a", "Y", 50, { period: "2015" }),
  ];

  it("takes the period that ends last within the window, and accounts for the others", () => {
    expect(taken(series)).toEqual({ X: 30, Y: 50 });
    const result = build(series, { from: "2016", to: "2017" });
    expect(
      result.units.map(({ unit, values }) => [unit, values.a?.value ?? values.a?.missing]),
    ).toEqual([
      ["X", 20],
      ["Y", "outside-window"],
    ]);
    expect(
      result.coverage.entries.map(({ unit, outcome, reason, count, detail }) => [
        unit,
        outcome,
        reason,
        count,
        detail,
      ]),
    ).toEqual([
      ["X", "dropped", "outside-window", 1, "not within the periods that are taken: 2018"],
      ["Y", "dropped", "outside-window", 1, "not within the periods that are taken: 2015"],
      ["X", "dropped", "other-period", 1, "another period is taken: 2016"],
      ["Y", "missing", "outside-window", 1, "no observation within the periods that are taken"],
    ]);
  });

  it("takes a span only if it lies wholly within the window", () => {
    const mean = [observation("a", "X", 7, { period: "2014/2018" })];
    expect(taken(mean, { from: "2018", to: "2018" })).toEqual({ X: null });
    expect(taken(mean, { from: "2014", to: "2018" })).toEqual({ X: 7 });
    // Of two that end on the same day the shorter is the more specific.
    expect(taken([...mean, observation("a", "X", 8)])).toEqual({ X: 8 });
  });

  it("compares periods of any kind by their days", () => {
    const mixed = [
      observation("a", "X", 1, { period: "2018-Q2" }),
      observation("a", "X", 2, { period: "2018-W40" }),
      observation("a", "X", 3, { period: "2018-09" }),
    ];
    expect(taken(mixed)).toEqual({ X: 2 });
    expect(taken(mixed, { to: "2018-09-30" })).toEqual({ X: 3 });
  });

  it("takes an older value before a newer gap, and the reason of the gap where there is nothing else", () => {
    const gap = observation("a", "X", null, {
      period: "2019",
      status: ["O"],
      note: "survey cancelled",
    });
    expect(taken([...series, gap])).toMatchObject({ X: 30 });
    const only = build([gap, observation("a", "Y", 1)]);
    expect(only.units.find(({ unit }) => unit === "X")?.values.a).toEqual({
      value: null,
      missing: "no-value",
      period: "2019",
      status: ["O"],
      note: "survey cancelled",
    });
    const missing = only.coverage.entries.find(({ outcome }) => outcome === "missing");
    expect(missing?.detail).toBe("no value in 2019, status O: survey cancelled");
  });

  it("refuses several periods where only one is wanted", () => {
    const [finding] = problems(() => build(series, { take: "only" }));
    expect(finding?.code).toBe("composite/several-periods");
    expect(taken(series, { take: "only", from: "2018" })).toEqual({ X: 30, Y: null });
  });

  it("takes the whole population unless a part is asked for", () => {
    const bySex = [
      observation("a", "X", 1, { breakdown: { sex: "F", age: "Y15T24" } }),
      observation("a", "X", 2, { breakdown: { sex: "_T" } }),
      observation("a", "Y", 3, { breakdown: { sex: "F" } }),
    ];
    expect(taken(bySex)).toEqual({ X: 2, Y: null });
    expect(taken(bySex, { breakdown: { age: "Y15T24", sex: "F" } })).toEqual({ X: 1, Y: null });
    const reasons = build(bySex).units.map(({ unit, values }) => [unit, values.a?.missing]);
    expect(reasons).toEqual([
      ["X", undefined],
      ["Y", "other-breakdown"],
    ]);
  });

  it("takes the edition asked for; reports several; refuses two of one period", () => {
    const editions = [
      observation("a", "X", 1, { edition: "2024", period: "2017" }),
      observation("a", "X", 2, { edition: "2025" }),
      observation("a", "Y", 3, { edition: "2024" }),
    ];
    expect(taken(editions, { edition: "2024" })).toEqual({ X: 1, Y: 3 });
    const mixed = build(editions).findings.filter(
      ({ code }) => code === "composite/mixed-editions",
    );
    expect(mixed.map(({ code, facts }) => [code, facts.editions])).toEqual([
      ["composite/mixed-editions", ["2024", "2025"]],
    ]);
    const clash = [...editions, observation("a", "X", 5, { edition: "2024" })];
    expect(problems(() => build(clash)).map(({ code }) => code)).toEqual([
      "composite/duplicate-value",
    ]);
  });

  it("ranks the units listed and no others, and misses the listed ones that have no data", () => {
    const result = build(series, undefined, ["Y", "Z"]);
    expect(result.units.map(({ unit, rank }) => [unit, rank])).toEqual([
      ["Y", 1],
      ["Z", null],
    ]);
    expect(result.units[1]?.values.a).toEqual({ value: null, missing: "no-observation" });
    const unlisted = result.coverage.entries.find(({ reason }) => reason === "unit-not-listed");
    expect(unlisted).toMatchObject({ unit: "X", outcome: "dropped", count: 3, node: null });
    const [note] = result.findings.filter(({ code }) => code === "composite/unlisted-unit");
    // A unit that has data of its own was not meant.
    expect(note).toMatchObject({ place: { unit: "X" }, suggestion: "Z" });
  });

  it("keeps period, source, status and note beside the value, and lists what is flagged", () => {
    const more = {
      source: "UN 2019",
      status: ["E"] as const,
      note: "modelled",
      edition: "1",
      standardError: 0.5,
    };
    const result = build([
      observation("a", "X", 1, more),
      observation("a", "Y", 2, { status: ["A"], edition: "1" }),
    ]);
    expect(result.units.find(({ unit }) => unit === "X")?.values.a).toEqual({
      value: 1,
      period: "2018",
      ...more,
    });
    const flagged = result.coverage.entries.filter(({ outcome }) => outcome === "flagged");
    expect(flagged.map(({ unit, reason, detail }) => [unit, reason, detail])).toEqual([
      ["X", "status", "status E"],
      ["X", "note", "modelled"],
    ]);
    expect(result.coverage.indicators[0]).toMatchObject({ flagged: 1, periods: ["2018", "2018"] });
  });

  it("reports what the framework has no place for, with what was probably meant", () => {
    const data = [...series, observation("b", "X", 1), observation("b", "Y", 1)];
    const result = build(data);
    expect(
      result.findings.find(({ code }) => code === "composite/unused-indicator")?.facts,
    ).toMatchObject({
      indicator: "b",
      count: 2,
    });
    const [misspelt] = problems(() => build([observation("aa", "X", 1)])).filter(
      ({ code }) => code === "composite/indicator-without-data",
    );
    expect(misspelt).toMatchObject({ suggestion: "aa" });
  });

  it("serves two leaves of one indicator with different rules", () => {
    const nodes = [
      { id: "index" },
      { id: "women", parent: "index", indicator: "a", select: { breakdown: { sex: "F" } } },
      { id: "all", parent: "index", indicator: "a" },
    ];
    const more = { normalize: { method: "goalposts", worst: 0, best: 100 } } as const;
    const data = [
      observation("a", "X", 40, { breakdown: { sex: "F" } }),
      observation("a", "X", 60),
    ];
    const result = buildIndex(data, methodology(nodes, more), { definitions });
    expect(result.units[0]?.scores).toMatchObject({ women: 40, all: 60, index: 50 });
    expect(result.findings.map(({ code }) => code)).not.toContain("composite/double-counting");
  });
});
