import type { Rule } from "@vitalcore/validate";
import { describe, expect, it } from "vitest";
import { placesOf, verdictOf } from "./support/verdict.js";

const years = (values: readonly unknown[]) => values.map((_, i) => String(2001 + i));
const series = (v: readonly (number | null)[], more = {}) => ({ p: years(v), v: [...v], ...more });

describe("a jump", () => {
  const rule: Rule = { rule: "jump", keys: [], period: "p", value: "v" };

  it.each<[string, readonly number[], readonly string[]]>([
    ["up and back by a thousand is a slip", [5, 5000, 5.1], ["2 unit-slip v"]],
    ["down and back by a thousand is one", [5, 0.005, 5.1], ["2 unit-slip v"]],
    ["by ten thousand is none", [5, 50_000, 5.1], []],
    ["by ten that stays is no slip", [5, 50, 51, 52, 53], ["2 jump v"]],
    [
      "by ten that goes back by a hundred is none",
      [5, 50, 0.5, 0.51, 0.5, 0.51, 0.5, 0.51],
      ["2 jump v", "3 jump v"],
    ],
    ["is looked for where there are four changes", [10, 11, 10, 40, 39], ["4 jump v"]],
    ["and not among three", [10, 11, 10, 40], []],
    ["is by half at the least", [1, 1.01, 1.03, 1.02, 1.04, 1.3, 1.31], []],
    [
      "is against what is usual: a fall in a series that doubles",
      [1, 2, 4, 8, 5, 10, 20],
      ["5 jump v"],
    ],
    ["that goes on is said again", [10, 11, 10, 11, 40, 160, 161], ["5 jump v", "6 jump v"]],
    ["that goes back is said once", [10, 11, 10, 11, 40, 11, 10], ["5 jump v"]],
    ["is between positive values", [10, 11, 0, 10, 11, -3, 40, 11, 10], ["7 jump v"]],
  ])("%s", (_, values, expected) => {
    expect(placesOf(rule, series(values))).toEqual(expected);
  });

  it("is by the factor and the deviations that are asked for", () => {
    const steps = series([1, 1.01, 1.03, 1.02, 1.04, 1.3, 1.31]);
    expect(placesOf({ ...rule, factor: 1.2 }, steps)).toEqual(["6 jump v"]);
    expect(placesOf({ ...rule, factor: 1.2, deviations: 50 }, steps)).toEqual([]);
  });

  it.each([
    ["B", []],
    ["A;B", []],
    ["B;A", []],
    ["A,B", []],
    ["B,A", []],
    ["E B", []],
    ["B E", []],
    ["A", ["5 jump v"]],
    ["AB", ["5 jump v"]],
    ["BA", ["5 jump v"]],
    [null, ["5 jump v"]],
  ])("is silenced by a break among the flags: %j", (flag, expected) => {
    const s = ["A", "A", "A", "A", flag, "A", "A"];
    const table = series([10, 11, 10, 11, 40, 41, 40], { s });
    expect(placesOf({ ...rule, status: "s" }, table)).toEqual(expected);
  });

  it("needs three positive values of each series", () => {
    const table = { k: [..."aaabb"], p: years([1, 2, 3, 4, 5]), v: [1, 2, 3, 4, 5] };
    expect(verdictOf({ ...rule, keys: ["k"] }, table)).toMatchObject({
      outcome: "pass",
      checked: 1,
      notEvaluable: 1,
      reasons: ["a series needs three positive values"],
    });
  });
});

describe("a series", () => {
  const rule: Rule = { rule: "constant", keys: ["k"], period: "p", value: "v", periods: 3 };
  const of = (rows: readonly (readonly [string | null, string | null, number | null])[]) => ({
    k: rows.map(([k]) => k),
    p: rows.map(([, p]) => p),
    v: rows.map(([, , v]) => v),
  });

  it("is without rows of which key, period or value are missing or unreadable", () => {
    const rows = of([
      ["a", "2001", 7],
      [null, "2002", 7],
      ["a", null, 7],
      ["a", "soon", 7],
      ["a", "2004", null],
      ["a", "2005", 7],
    ]);
    expect(verdictOf(rule, rows)).toMatchObject({
      outcome: "not-evaluable",
      checked: 0,
      notEvaluable: 1,
      reasons: ["a series has fewer than 3 values"],
    });
  });

  it("is in the order of time, then of rows, whatever the form of the periods", () => {
    const rows = of([
      ["a", "2001-12", 7],
      ["a", "2001-Q2", 7],
      ["a", "2001-01-15", 7],
      ["a", "2001-12", 8],
      ["a", "2001-05", 9],
    ]);
    // In time: 01-15 7, Q2 7, 05 9, 12 7, 12 8.
    expect(placesOf(rule, rows)).toEqual([]);
    expect(placesOf({ ...rule, periods: 2 }, rows)).toEqual(["3 constant-series v"]);
  });

  it("of each key is gathered from all chunks, those of keys that come first as well", () => {
    const first = of([
      ["a", "x", 1],
      ["b", "2001", 7],
      ["b", "2002", 7],
    ]);
    const second = of([["b", "2003", 7]]);
    const { findings, checked, notEvaluable } = verdictOf(rule, [first, second]);
    expect([checked, notEvaluable]).toEqual([1, 1]);
    expect(findings.map(({ place, facts, found }) => [place.row, facts, found])).toEqual([
      [2, { key: "b", periods: 3, rule: "constant k, p, v" }, 7],
    ]);
  });

  it("stands still twice, at its begin and at its end", () => {
    const v = [5, 5, 5, 6, 5, 5, 5, 5];
    const table = { k: v.map(() => "a"), p: years(v), v };
    const { findings } = verdictOf(rule, table);
    expect(findings.map(({ place, facts }) => [place.row, facts?.periods])).toEqual([
      [1, 3],
      [5, 4],
    ]);
  });
});
