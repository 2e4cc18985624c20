import type { TableLike } from "@vitalcore/core";
import { type Rule, startValidation } from "@vitalcore/validate";
import { describe, expect, it } from "vitest";
import { ruleSet } from "./support/rules.js";

const nested = { rule: "nested", pairs: [{ part: "severe", whole: "any" }] } as const;
const long = {
  ...nested,
  indicator: "indicator",
  keys: ["area", "period"],
  pairs: [{ part: "severe", whole: "any", severity: "warning", reason: "Same people." }],
} as const;
const complete = {
  rule: "completeness",
  value: "v",
  unit: "u",
  indicator: "i",
  atLeast: 0.5,
} as const;
const list = ["05-9", "10-14", "FE", "MA", "0401", "Été", "KEN"];

/** At and around the edges of rules: what is exactly on a bound, missing, of another kind, in another chunk. */
const CASES: readonly (readonly [name: string, rule: Rule, ...chunks: readonly TableLike[]])[] = [
  [
    "nested: equal is legal, missing is unknown",
    nested,
    { severe: [1, 2, null, 4], any: [1, 1, 2, null] },
  ],
  [
    "nested, in long form, over chunks",
    long,
    {
      indicator: ["severe", "any", "severe", "other"],
      area: ["A", "A", "B", "A"],
      period: ["1", "1", "1", "1"],
      value: [5, 4, 3, 1],
    },
    {
      indicator: ["any", "severe", "any"],
      area: ["B", "C", "D"],
      period: ["1", "1", "2"],
      value: [3, 9, null],
    },
  ],
  [
    "completeness: exactly enough",
    complete,
    { u: ["A", "A", "B", "B"], i: ["x", "y", "x", "y"], v: [1, null, null, 2] },
  ],
  [
    "completeness: too few of a unit and of an indicator",
    complete,
    {
      u: ["A", "A", "A", "B", "B", "B"],
      i: ["x", "y", "z", "x", "y", "z"],
      v: [1, 2, null, null, 3, null],
    },
  ],
  [
    "completeness: a group without any value",
    { ...complete, group: "g", atLeast: 0.1 },
    {
      u: ["A", "B", "C", "D"],
      i: ["x", "x", "x", "x"],
      g: ["p", "p", "q", "q"],
      v: [1, 2, null, null],
    },
  ],
  [
    "completeness: the same cell twice, once with a value",
    complete,
    { u: ["A", "A"], i: ["x", "x"], v: [null, 1] },
  ],
  [
    "required: blank text, missing numbers and truths",
    { rule: "required", columns: ["t", "n", "b"] },
    { t: ["x", " ", null], n: [1, null, 3], b: [true, null, false] },
  ],
  ["required: nothing missing", { rule: "required", columns: ["n"] }, { n: [1, 2] }],
  [
    "unique: with values",
    { rule: "unique", columns: ["a", "b"], value: "v" },
    { a: ["x", "x", "x", null], b: ["1", "1", "1", "1"], v: [1, 1, 2, 1] },
    { a: ["x"], b: ["1"], v: [null] },
  ],
  [
    "unique: without",
    { rule: "unique", columns: ["a"] },
    { a: ["x", "y"] },
    { a: ["x", "z", "y"] },
  ],
  [
    "codes: forms, lost zeros, letters of other scripts, dates of spreadsheets",
    { rule: "codes", column: "c", codes: list },
    {
      c: [
        "fe",
        " MA",
        "401",
        "КЕN",
        "5-Sep",
        "Oct-14",
        "2024-10-14",
        "K\u200BEN",
        "KEM",
        "zzzzz",
        "",
        null,
        "Ete",
      ],
    },
  ],
  [
    "codes: numbers among them",
    { rule: "codes", column: "c", codes: [1, 2] },
    { c: [1, 2, 3, null] },
  ],
  [
    "area: historic codes in and after their time",
    { rule: "area", column: "a", period: "p" },
    {
      a: ["SUN", "SUN", "SUN", "YUG", "KEN", "SUN"],
      p: ["1985", "2005", "1991", "1992", "2005", null],
    },
  ],
  [
    "area: by alpha-2",
    { rule: "area", column: "a", scheme: "iso2" },
    { a: ["KE", "KEN", "ke", "Kenya", "404", "XX", "UK", null] },
  ],
  [
    "area: by M49",
    { rule: "area", column: "a", scheme: "m49" },
    { a: ["404", "4", "004", "KEN", "158", "001"] },
  ],
  [
    "area: by name",
    { rule: "area", column: "a", scheme: "name" },
    { a: ["Kenya", "KEN", "Congo", "Keyna", "Africa", "Niger"] },
  ],
  [
    "area: aggregates allowed",
    { rule: "area", column: "a", aggregates: true },
    { a: ["WLD", "KEN"] },
  ],
  ["area: aggregates not allowed", { rule: "area", column: "a" }, { a: ["WLD", "SSF", " KEN"] }],
  [
    "area: any",
    { rule: "area", column: "a", scheme: "any" },
    { a: ["KEN", "KE", "404", "Kenya", "x"] },
  ],
  [
    "period: frequencies",
    { rule: "period", column: "p", frequency: "f" },
    {
      p: [
        "2024",
        "2024-S1",
        "2024-T1",
        "2024-Q1",
        "2024-M01",
        "2024-W01",
        "2024-01-01",
        "2024",
        "2024-01-01/P1D",
        "2024",
      ],
      f: ["A", "S", "T", "Q", "M", "W", "D", "Q", "M", "?"],
    },
  ],
  [
    "period: serial days and points in time",
    { rule: "period", column: "p" },
    {
      p: [
        "19999",
        "20000",
        "45292",
        "45292.5",
        "80000",
        "80001",
        "2024-01-01T10:00:00Z",
        "2024-02-30T10:00",
        "2024-01-01T25:00",
        null,
        "x",
      ],
    },
  ],
  [
    "range: on the bounds, beyond by rounding, sentinels, percent for a proportion",
    { rule: "range", column: "v", min: 0, max: 1 },
    { v: [0, 1, 1.0000001, -0.0000001, 99, 12.5, -1, null, 1e9] },
  ],
  [
    "range: tolerance",
    { rule: "range", column: "v", min: 0, max: 100, tolerance: 0.5 },
    { v: [100.5, 100.51, -0.5, -0.51] },
  ],
  ["range: one bound", { rule: "range", column: "v", min: 5 }, { v: [5, 4, null] }],
  [
    "range: by another column",
    { rule: "range", column: "v", by: { column: "k", ranges: { a: [0, 10], b: [null, 5] } } },
    { v: [11, 6, 5, -1, 1, null], k: ["a", "b", "b", "a", "c", "a"] },
  ],
  [
    "range: numbers written as text",
    { rule: "range", column: "v", max: 10 },
    { v: ["9", "11", "x", " 12 ", "0x10", ""] },
  ],
  [
    "type: whole numbers",
    { rule: "type", column: "v", type: "integer" },
    { v: [1, 2.5, null, 9007199254740993, -3] },
  ],
  [
    "type: numbers in text",
    { rule: "type", column: "v", type: "number" },
    { v: ["1", "1,234", "12%", "<5", "..", "1.234,5", " 7 ", "", "١٢", "x", "12,5", "#N/A"] },
  ],
  [
    "type: whole numbers in text",
    { rule: "type", column: "v", type: "integer" },
    { v: ["1", "1.5", "x"] },
  ],
  [
    "type: truths",
    { rule: "type", column: "v", type: "boolean" },
    { v: ["true", "FALSE", "yes", null] },
    { v: [1, null] },
  ],
  [
    "type: truths where others are wanted",
    { rule: "type", column: "v", type: "number" },
    { v: [true, null, false] },
  ],
  [
    "type: text",
    { rule: "type", column: "v", type: "text" },
    { v: [1, null] },
    { v: ["x"] },
    { v: [true] },
  ],
  [
    "interval: order, standard error, sides",
    { rule: "interval", value: "v", lower: "l", upper: "u", standardError: "s", n: "n" },
    {
      v: [5, 5, 5, null, 5, 5],
      l: [4, 6, 5, 1, null, 1],
      u: [6, 7, 5, 2, 6, 4],
      s: [0.5, 0.5, 0, 1, -1, 0.5],
      n: [10, 10, 10, 10, 10, 0],
    },
  ],
  [
    "status: flags with and without values",
    { rule: "status", status: "s", value: "v" },
    {
      s: ["A", "O", "M", "E", "A", "Q;A", "?", null, "B"],
      v: [1, 1, null, null, null, null, 1, null, null],
    },
  ],
  [
    "ratio: zero, beyond one, missing",
    { rule: "ratio", numerator: "a", denominator: "b", proportion: true },
    { a: [1, 0, 1, 3, null, 2], b: [2, 0, 0, 2, 1, 2] },
  ],
  [
    "sum: within and beyond rounding",
    { rule: "sum", terms: ["a", "b"], total: 100 },
    { a: [50, 50.4, 60, null], b: [50, 50, 50, 50] },
  ],
  [
    "sum: of a column, in long form",
    { rule: "sum", indicator: "i", keys: ["a"], terms: ["x", "y"], total: "z" } as const,
    { i: ["x", "y", "z", "x", "z"], a: ["A", "A", "A", "B", "B"], value: [1, 2, 4, 1, 1] },
  ],
  [
    "reference: to the same and to another chunk",
    { rule: "reference", columns: ["p"], to: ["c"] },
    { c: ["1", "2"], p: [null, "1"] },
    { c: ["3"], p: ["9"] },
  ],
  [
    "constant: five in a row and four",
    { rule: "constant", keys: ["k"], period: "p", value: "v" },
    {
      k: Array.from({ length: 9 }, (_, i) => (i < 5 ? "a" : "b")),
      p: ["2001", "2002", "2003", "2004", "2005", "2001", "2002", "2003", "2004"],
      v: [1, 1, 1, 1, 1, 2, 2, 2, 2],
    },
  ],
  [
    "jump: a slip of units and back",
    { rule: "jump", keys: ["k"], period: "p", value: "v" },
    {
      k: ["a", "a", "a", "a", "b", "b"],
      p: ["2001", "2002", "2003", "2004", "2001", "2002"],
      v: [10, 1000, 10.2, 10.1, 1, null],
    },
  ],
  [
    "outlier: by groups",
    { rule: "outlier", value: "v", by: ["g"] },
    {
      g: Array.from({ length: 14 }, (_, i) => (i < 12 ? "a" : "b")),
      v: [10, 11, 10, 12, 11, 10, 9, 10, 11, 12, 10, 90, 1, 2],
    },
  ],
  [
    "sentinel: far from the rest",
    { rule: "sentinel", column: "v" },
    { v: [1, 2, 3, 2, 1, 3, 2, 99, 2, 1, null] },
  ],
  [
    "digits: of ends",
    { rule: "digits", column: "v" },
    { v: Array.from({ length: 120 }, (_, i) => (i % 3 === 0 ? i : i * 10)) },
  ],
  [
    "expression: true, false, unknown",
    {
      rule: "expression",
      holds: { op: "<=", args: [{ column: "a" }, { column: "b" }] },
      message: "a is above b",
    },
    { a: [1, 3, null], b: [2, 2, 2] },
  ],
];

describe("at the edges", () => {
  it.each(CASES.map(([name, rule, ...chunks]) => ({ name, rule, chunks })))(
    "$name",
    ({ rule, chunks }) => {
      const validation = startValidation(ruleSet(rule));
      for (const chunk of chunks) validation.add(chunk);
      const { rules, findings } = validation.finish();
      const { checked, failed, notEvaluable, reasons, outcome } =
        rules[0] as (typeof rules)[number];
      const sentences = findings.map(({ severity, place, message, hint, suggestion }) =>
        [`${severity}, row ${place.row}, ${place.column}: ${message}`, hint, suggestion]
          .filter((part) => part !== undefined)
          .join(" | "),
      );
      expect(sentences.slice(0, 40).join("\n")).not.toMatch(/\{\w+\}/);
      expect([
        `${outcome}: ${failed} of ${checked}, ${notEvaluable} unknown`,
        ...reasons,
        ...sentences,
      ]).toMatchSnapshot();
    },
  );
});
