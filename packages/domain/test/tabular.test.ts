import { type RowInput, tableFrom } from "@vitalcore/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Observation } from "../src/index.js";
import { observationsFromTable, tableFromObservations } from "../src/tabular/index.js";

const text = fc.string({ unit: "binary", minLength: 1 });
const value = fc.double({ noNaN: true, noDefaultInfinity: true });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const observation = fc
  .record({
    indicator: text,
    area: text,
    period: text,
    unit: text,
    value: fc.option(value),
    breakdown: optional(fc.dictionary(text, text, { minKeys: 1 })),
    edition: optional(text),
    asOf: optional(text),
    standardError: optional(value),
    interval: optional(fc.record({ lower: value, upper: value, level: value })),
    n: optional(fc.nat()),
    nMissing: optional(fc.nat()),
    status: optional(fc.uniqueArray(fc.constantFrom("B", "D", "E", "O"), { minLength: 1 })),
    parameters: optional(
      fc.dictionary(
        text,
        fc.oneof(
          fc.string({ unit: "binary" }),
          value,
          fc.boolean(),
          fc.constantFrom("1", "true", "null", '"', '"a"', "1e999", "01", "-0", null),
        ),
        { minKeys: 1 },
      ),
    ),
    note: optional(text),
    source: optional(text),
  })
  .map((fields) => JSON.parse(JSON.stringify(fields)) as Observation);

describe("a table of observations", () => {
  it("holds everything that the observations hold (property)", () => {
    fc.assert(
      fc.property(fc.array(observation), (observations) => {
        const table = tableFromObservations(observations);
        expect(observationsFromTable(table)).toEqual({ observations, findings: [] });
      }),
    );
  });

  it("has parameters as numbers where they are, and keeps text apart from numbers", () => {
    const row = { indicator: "a", area: "NAM", period: "2018", value: 1, unit: "PERCENT" };
    const observations: Observation[] = [
      { ...row, parameters: { line: 2.15, recall: "12", weighted: true, edition: null } },
      { ...row, area: "BWA", parameters: { line: 3, recall: 12 } },
    ];
    const table = tableFromObservations(observations);
    expect(table.names.slice(5)).toEqual([
      "parameters.edition",
      "parameters.line",
      "parameters.recall",
      "parameters.weighted",
    ]);
    expect(table.column("parameters.line").kind).toBe("number");
    expect(table.column("parameters.recall")).toMatchObject({ levels: ['"12"', "12"] });
    expect(table.column("parameters.weighted")).toMatchObject({ levels: ["true"] });
    expect(table.column("parameters.edition")).toMatchObject({ levels: ["null"] });
    expect(observationsFromTable(table)).toEqual({ observations, findings: [] });
  });

  it("takes areas and periods that were read as numbers", () => {
    const table = tableFrom([
      { indicator: "a", area: 516, period: 2018, value: 1, unit: "PERCENT" },
    ]);
    expect(observationsFromTable(table).observations[0]).toMatchObject({
      area: "516",
      period: "2018",
    });
  });

  it("says which columns are absent, with the nearest that is there", () => {
    const table = tableFrom([
      { indicator: "a", country: "NAM", periods: "2018", value: 1, unit: "PERCENT" },
    ]);
    const { observations, findings } = observationsFromTable(table);
    expect(observations).toEqual([]);
    expect(findings.map(({ code, place, suggestion }) => [code, place.column, suggestion])).toEqual(
      [
        ["domain/observation-column", "area", undefined],
        ["domain/observation-column", "period", "periods"],
        ["domain/unused-column", "country", undefined],
        ["domain/unused-column", "periods", undefined],
      ],
    );
  });

  it("says which cells are faulty, and reads the other rows", () => {
    const table = tableFrom([
      { indicator: "a", area: "NAM", period: "2018", value: "12 %", unit: "PERCENT" },
      { indicator: null, area: "DEU", period: "2018", value: null, unit: "PERCENT" },
      { indicator: "a", area: "FRA", period: "2018", value: null, unit: "PERCENT" },
      { indicator: "a", area: "ITA", period: "2018", value: null, unit: "PERCENT", lower: 1 },
    ] as readonly RowInput[]);
    const { observations, findings } = observationsFromTable(table);
    expect(observations.map(({ area, value }) => [area, value])).toEqual([["FRA", null]]);
    expect(findings.map(({ message }) => message)).toEqual([
      'Row 1: column "value" is "12 %", and a number is needed.',
      'Row 2: column "indicator" is null, and text is needed.',
      'Row 4: column "lower, upper, level" is 1, and 3 (or 0) of them is needed.',
    ]);
  });
});
