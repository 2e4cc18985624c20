import { type AnyTable, type Column, tableFrom, tableOf } from "@vitalcore/core";
import { type Rule, startValidation, validateTable } from "@vitalcore/validate";
import { validateCsvStream, validateFile } from "@vitalcore/validate/file";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleSet } from "./support/rules.js";

const keys = ["area", "indicator", "period"];
/** One rule of every kind. */
const RULES: readonly Rule[] = [
  {
    rule: "columns",
    required: ["area", "value", "nothing"],
    optional: ["indicator"],
    closed: true,
  },
  { rule: "type", column: "value", type: "integer" },
  { rule: "required", columns: ["value", "area"] },
  {
    rule: "range",
    column: "value",
    min: 0,
    max: 90,
    by: { column: "indicator", ranges: { A: [0, 50], B: [null, 80] } },
  },
  { rule: "range", column: "value", max: 60, where: { op: "==", args: [{ column: "sex" }, "F"] } },
  { rule: "codes", column: "sex", codes: ["F", "M", "T"] },
  { rule: "area", column: "area", period: "period" },
  { rule: "period", column: "period", frequency: "freq" },
  { rule: "unique", columns: [...keys, "sex"], value: "value" },
  { rule: "unique", columns: ["area", "period"] },
  { rule: "reference", columns: ["indicator"], table: "list", to: ["code"] },
  { rule: "reference", columns: ["sex"], to: ["indicator"] },
  {
    rule: "completeness",
    value: "value",
    unit: "area",
    indicator: "indicator",
    group: "sex",
    atLeast: 0.65,
  },
  {
    rule: "parts",
    category: "sex",
    total: "T",
    parts: ["F", "M"],
    value: "value",
    keys,
    measure: "count",
  },
  {
    rule: "parts",
    category: "sex",
    total: "T",
    parts: ["F", "M"],
    value: "value",
    keys,
    measure: "rate",
  },
  {
    rule: "parts",
    category: "sex",
    total: "T",
    parts: ["F", "M"],
    value: "value",
    keys,
    measure: "share",
  },
  {
    rule: "nested",
    indicator: "indicator",
    value: "value",
    keys: ["area", "period"],
    pairs: [{ part: "A", whole: "B" }],
  },
  { rule: "nested", pairs: [{ part: "value", whole: "n" }] },
  { rule: "sum", terms: ["value", "n"], total: 100 },
  {
    rule: "sum",
    indicator: "indicator",
    value: "value",
    keys: ["area"],
    terms: ["A", "B"],
    total: 100,
  },
  { rule: "ratio", numerator: "value", denominator: "n", proportion: true },
  { rule: "interval", value: "value", lower: "n", upper: "value", n: "n" },
  { rule: "status", status: "status", value: "value" },
  { rule: "jump", keys: ["area", "indicator"], period: "period", value: "value", status: "status" },
  { rule: "constant", keys: ["area"], period: "period", value: "value", periods: 2 },
  { rule: "outlier", value: "value", by: ["indicator"] },
  { rule: "outlier", value: "value", method: "sigma" },
  { rule: "scale", value: "value", is: "percent", by: ["indicator"] },
  { rule: "sentinel", column: "n" },
  { rule: "digits", column: "n", atMost: 0.1 },
  { rule: "vintage", table: "before", keys: ["area", "period"], value: "value" },
  {
    rule: "expression",
    holds: { op: "<", args: [{ column: "value" }, { column: "n" }] },
    message: "more cases than value",
  },
];

const row = fc.record({
  area: fc.constantFrom("KEN", "UGA", "ken", "Keyna", "SUN", null),
  indicator: fc.constantFrom("A", "B", "C", null),
  period: fc.constantFrom("1980", "2018", "2019", "2020-Q1", "2021-13", "44197", null),
  freq: fc.constantFrom("A", "Q", null),
  sex: fc.constantFrom("F", "M", "T", "f", null),
  status: fc.constantFrom("A", "B", "M", "z", "a", null),
  value: fc.oneof(
    fc.constantFrom(0, 1, 5, 50, 99, 0.4, null),
    fc.double({ min: -5, max: 120, noNaN: true }),
  ),
  n: fc.constantFrom(0, 5, 10, 100, 999, null),
});

const options = {
  listed: 3,
  tables: {
    list: { code: ["A", "B"] },
    before: { area: ["KEN", "UGA", "TZA"], period: ["2018", "2019", "2018"], value: [1, null, 3] },
  },
};

function cut(table: AnyTable, from: number, to: number): AnyTable {
  return tableOf(
    table.names.map((name): [string, Column] => {
      const column = table.column(name);
      if (column.kind === "text") return [name, { ...column, codes: column.codes.slice(from, to) }];
      return [name, { ...column, values: column.values.slice(from, to) } as Column];
    }),
  );
}

describe("the report does not depend on how the data are cut", () => {
  it("for every kind of rule and any chunks", () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 40 }),
        (rows, sizes) => {
          const table = tableFrom(rows) as AnyTable;
          const whole = validateTable(table, ruleSet(...RULES), options);
          for (const { message, hint = "" } of whole.findings) {
            expect(message + hint).not.toMatch(/\{\w+\}|undefined/);
          }
          const validation = startValidation(ruleSet(...RULES), options);
          let from = 0;
          for (let i = 0; from < table.length; i++) {
            const to = Math.min(table.length, from + (sizes[i % sizes.length] as number));
            validation.add(cut(table, from, to));
            from = to;
          }
          expect(JSON.parse(JSON.stringify(validation.finish()))).toEqual(
            JSON.parse(JSON.stringify(whole)),
          );
        },
      ),
      { numRuns: 150, seed: 11 },
    );
  });

  it("for a file read whole or as it arrives, lines included", async () => {
    const text =
      'area,period,value\nKEN,2018,12\n\nUGA,2018,"1,0"\n"T\nZA",2019,104\nKEN,2018,13\n';
    const rules = ruleSet(
      { rule: "area", column: "area" },
      { rule: "range", column: "value", min: 0, max: 100 },
      { rule: "unique", columns: ["area", "period"], value: "value" },
    );
    const { report } = validateFile(text, rules, { name: "a.csv" });
    const streamed = await validateCsvStream(new Blob([text]).stream(), rules, { name: "a.csv" });
    expect(JSON.parse(JSON.stringify(streamed))).toEqual(JSON.parse(JSON.stringify(report)));
    expect(report.findings.map(({ code, place }) => [code, place.line])).toEqual([
      ["table/blank-line", 3],
      ["table/decimal-comma", 4],
      ["validate/area-unknown", 5],
      ["validate/out-of-range", 5],
      ["validate/duplicate-conflict", 7],
    ]);
  });
});
