import type { Rule } from "@vitalcore/validate";
import { describe, expect, it } from "vitest";
import { placesOf, verdictOf } from "./support/verdict.js";

describe("percentages that are proportions", () => {
  const rule: Rule = { rule: "scale", value: "v", is: "percent" };

  it.each<[string, readonly (number | null)[], readonly string[]]>([
    ["all of them are, up to 1", [0.1, 0.2, 0.3, 0.4, 1], ["percent-as-proportion v"]],
    ["zeros say nothing", [0, 0, 0.1, 0.2, 0.3, 0.4, 1], ["percent-as-proportion v"]],
    ["and do not count among the five that are needed", [0, 0.1, 0.2, 0.3, 0.4], []],
    ["negative ones are none", [-0.1, 0.2, 0.3, 0.4, 0.5], []],
    ["one of them is, among others as large", [22, 31, 0.18, 27, 41], ["3 scale-of-one v"]],
    ["up to a fourth below", [20, 31, 0.16, 27, 41], ["3 scale-of-one v"]],
    ["and no further", [20, 31, 0.159, 27, 41], []],
    ["up to a fourth above", [20, 30, 0.5, 27, 40], ["3 scale-of-one v"]],
    ["and no further", [20, 30, 0.51, 27, 40], []],
    ["1 may be one", [60, 70, 1, 80, 90], ["3 scale-of-one v"]],
    ["unless it is near the others", [4, 5, 0.8, 4, 80], ["3 scale-of-one v"]],
    ["within a fifth", [4, 5, 0.81, 4, 80], []],
    ["two among few are not said", [22, 0.31, 0.28, 27, 41], []],
    ["two in ten are not", [0.31, 0.28, 22, 23, 24, 25, 26, 27, 28, 29], []],
    [
      "two in twenty are",
      [0.31, 0.28, ...Array.from({ length: 18 }, (_, i) => 20 + i)],
      ["1 scale-of-one v", "2 scale-of-one v"],
    ],
    ["two in nineteen are not", [0.31, 0.28, ...Array.from({ length: 17 }, (_, i) => 20 + i)], []],
    ["negative ones among large ones are left alone", [22, 31, -0.25, 27, 41], []],
  ])("%s", (_, v, expected) => {
    expect(placesOf(rule, { v: [...v] })).toEqual(expected);
  });

  it("are said with their range and what they would be", () => {
    const all = verdictOf(rule, { v: [0.1, 0.2, 0.3, 0.4, 0.9, null] });
    expect(all.findings[0]?.facts).toMatchObject({
      key: "all rows",
      count: 5,
      least: 0.1,
      most: 0.9,
    });
    expect([all.checked, all.notEvaluable]).toEqual([5, 0]);
    const one = verdictOf(rule, { v: [22, 31, 0.29, 27, 41] }).findings[0];
    expect([one?.suggestion, one?.facts]).toMatchObject(["29", { least: 22, most: 41 }]);
    expect(verdictOf(rule, { v: [1, 2, 3, 4, 0] }).reasons).toEqual([
      "a group has fewer than 5 values",
    ]);
  });

  it("are none where such small ones are plausible", () => {
    const by = (v: readonly number[]) => ({ i: v.map(() => "hiv"), v: [...v] });
    const plausible = { hiv: [0.1, 0.5] } as const;
    const small = { ...rule, by: ["i"], plausible } as const;
    expect(placesOf(small, by([0.1, 0.2, 0.3, 0.4, 0.5]))).toEqual([]);
    expect(placesOf(small, by([0.09, 0.2, 0.3, 0.4, 0.5]))).toEqual(["percent-as-proportion v"]);
    expect(placesOf(small, by([0.1, 0.2, 0.3, 0.4, 0.51]))).toEqual(["percent-as-proportion v"]);
    expect(placesOf(small, by([22, 31, 0.28, 27, 41]))).toEqual([]);
    expect(
      placesOf({ ...small, plausible: { other: [0, 1] } }, by([22, 31, 0.28, 27, 41])),
    ).toEqual(["3 scale-of-one v"]);
    expect(placesOf({ ...rule, plausible }, by([22, 31, 0.28, 27, 41]))).toEqual([
      "3 scale-of-one v",
    ]);
  });
});

describe("units", () => {
  const v = [12, 12, 1, 0.5, 12, 12, 12, null];
  const u = ["proportion", " share ", "PN", "PN", "percent", "count", null, "PN"];

  it("say which values are proportions, and none is above 1", () => {
    const rule: Rule = { rule: "scale", value: "v", unit: "u" };
    expect(placesOf(rule, { v, u })).toEqual([
      "1 proportion-above-one v",
      "2 proportion-above-one v",
    ]);
    expect(verdictOf(rule, { v, u })).toMatchObject({ checked: 4, notEvaluable: 1 });
  });

  it("may be written as the rule says", () => {
    const rule: Rule = {
      rule: "scale",
      value: "v",
      unit: "u",
      proportion: ["count"],
      percent: ["per cent"],
    };
    expect(placesOf(rule, { v, u })).toEqual(["6 proportion-above-one v"]);
    const small = { v: [0.1, 0.2, 0.3, 0.4, 0.5], u: Array(5).fill("per cent") };
    expect(placesOf(rule, small)).toEqual(["percent-as-proportion v"]);
    expect(placesOf({ rule: "scale", value: "v", unit: "u" }, small)).toEqual([]);
  });

  it("may be one for all rows", () => {
    expect(placesOf({ rule: "scale", value: "v", is: "proportion" }, { v: [0.2, 1, 1.2] })).toEqual(
      ["3 proportion-above-one v"],
    );
  });

  it("by group, with its key", () => {
    const rule: Rule = { rule: "scale", value: "v", is: "proportion", by: ["g", "h"] };
    const table = { g: ["a", "b", null], h: ["x", "y", "z"], v: [0.5, 2, 2] };
    expect(verdictOf(rule, table).findings.map(({ facts }) => facts?.key)).toEqual(["b, y"]);
  });
});

describe("values that stand for a missing one", () => {
  const rule: Rule = { rule: "sentinel", column: "v" };

  it.each<[string, readonly (number | null)[], readonly string[]]>([
    ["lie twice as high as all others", [40, 99, 49], ["2 sentinel v"]],
    ["not nearer", [40, 99, 50], []],
    ["exactly twice is near", [40, 98, 49], []],
    ["one other is enough", [1, 99], ["2 sentinel v"]],
    ["negative ones are alone below zero", [0, -9, 3], ["2 sentinel v"]],
    ["or are values like others", [-1, -9, 3], []],
    [
      "several kinds may be there",
      [1, 99, 2, -99, 998],
      ["2 sentinel v", "4 sentinel v", "5 sentinel v"],
    ],
    ["none is there", [1, 2, 3], []],
    ["none can be told where all are such", [99, 99, 98], []],
  ])("%s", (_, v, expected) => {
    expect(placesOf(rule, { v: [...v] })).toEqual(expected);
  });

  it("are counted as checked, or as unknown where there is nothing else", () => {
    expect(verdictOf(rule, { v: [99, 99, null] })).toMatchObject({
      checked: 2,
      notEvaluable: 2,
      reasons: ["there is nothing but such values"],
    });
    expect(verdictOf(rule, { v: [null, null] })).toMatchObject({
      outcome: "not-evaluable",
      checked: 0,
      reasons: ["there was nothing to check"],
    });
    expect(verdictOf(rule, { v: [1, 2, 99] }).findings[0]?.facts).toMatchObject({
      least: 1,
      most: 2,
    });
  });

  it("may be given", () => {
    expect(placesOf({ ...rule, values: [77] }, { v: [1, 77, 99, 2] })).toEqual([]);
    expect(placesOf({ ...rule, values: [77] }, { v: [1, 77, 2] })).toEqual(["2 sentinel v"]);
  });
});
