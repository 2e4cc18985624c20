import type { Rule } from "@vitalcore/validate";
import { describe, expect, it } from "vitest";
import { placesOf, verdictOf } from "./support/verdict.js";

const counts = ({ checked, failed, notEvaluable, reasons }: ReturnType<typeof verdictOf>) => [
  checked,
  failed,
  notEvaluable,
  ...reasons,
];

describe("parts and their whole", () => {
  const rule = (measure: "count" | "rate" | "share"): Rule => ({
    rule: "parts",
    category: "c",
    total: "T",
    parts: ["a", "b", "d"],
    value: "v",
    keys: [],
    measure,
  });
  const table = (v: readonly (number | null)[]) => ({ c: ["a", "b", "d", "T"], v: [...v] });

  it.each<[string, readonly (number | null)[], readonly string[]]>([
    [
      "a half of the last digit of each number is rounding",
      [33, 33, 32, 100],
      ["4 parts-rounding v"],
    ],
    ["on both sides", [34, 34, 34, 100], ["4 parts-rounding v"]],
    ["more is not, below", [33, 33, 31, 100], ["4 parts-sum v"]],
    ["or above", [34, 34, 35, 100], ["4 parts-exceed-total v"]],
    [
      "the last digit is that of the number with most",
      [33.3, 33.3, 33.3, 100.1],
      ["4 parts-rounding v"],
    ],
    ["be it the whole", [33, 33, 33, 100.5], ["4 parts-sum v"]],
    ["and of tenths, three are beyond", [33.3, 33.3, 33.2, 100.1], ["4 parts-sum v"]],
    ["decimals may be written as powers of ten", [1e-7, 2e-7, 3e-7, 9e-7], ["4 parts-sum v"]],
    ["some parts cannot be too few", [10, null, 10, 100], []],
    ["and can be too many", [60, null, 60, 100], ["4 parts-exceed-total v"]],
    ["negative parts add up too", [150, -50, -1, 100], ["4 parts-rounding v"]],
  ])("of counts: %s", (_, values, expected) => {
    expect(placesOf(rule("count"), table(values))).toEqual(expected);
  });

  it.each<[string, readonly (number | null)[], readonly string[]]>([
    ["the whole lies between its parts", [20, 25, 30, 27], []],
    ["or a last digit below them", [20, 25, 30, 19], []],
    ["or above", [20, 25, 30, 31], []],
    ["not two below", [20, 25, 30, 18], ["4 total-outside-parts v"]],
    ["nor above", [20, 25, 30, 32], ["4 total-outside-parts v"]],
    ["of tenths", [2.5, 2.5, 3, 2.4], []],
    ["of which the whole may have more", [2, 2, 3, 1.5], ["4 total-outside-parts v"]],
    ["and without a part nothing is said", [20, null, 30, 90], []],
  ])("of rates: %s", (_, values, expected) => {
    expect(placesOf(rule("rate"), table(values))).toEqual(expected);
  });

  it.each<[string, readonly (number | null)[], readonly string[]]>([
    ["add up to 100", [50, 49.5, 0.5, null], []],
    ["or to 1", [1, 0, 0, null], []],
    ["as far as they are rounded", [33, 33, 33, null], []],
    ["and no further", [33, 33, 32, null], ["3 shares-sum v"]],
    ["small ones among large ones are percentages", [0.5, 0.5, 1.5, null], ["3 shares-sum v"]],
  ])("shares %s", (_, values, expected) => {
    expect(placesOf(rule("share"), table(values))).toEqual(expected);
  });

  it("are not evaluable without the whole or any part", () => {
    const unknown = "the whole or all parts are missing";
    expect(counts(verdictOf(rule("count"), table([1, 2, 3, null])))).toEqual([0, 0, 1, unknown]);
    expect(counts(verdictOf(rule("rate"), table([null, null, null, 3])))).toEqual([
      0,
      0,
      1,
      unknown,
    ]);
    expect(counts(verdictOf(rule("share"), table([50, null, 50, 100])))).toEqual([
      0,
      0,
      1,
      "a part is missing",
    ]);
  });

  it("belong together by their keys; of a repeated one the first counts, and others are passed over", () => {
    const rows = [
      ["x", "a", 1],
      ["y", "a", 6],
      [null, "T", 99],
      ["x", "other", 1000],
      ["x", "a", 500],
      ["x", "b", 2],
      ["x", "d", 3],
      ["y", "T", 4],
      ["x", "T", null],
      ["x", "T", 6],
      ["z", "other", 1],
      ["x", null, 7],
    ] as const;
    const all = { k: rows.map(([k]) => k), c: rows.map(([, c]) => c), v: rows.map(([, , v]) => v) };
    const keyed = { ...rule("count"), keys: ["k"] } as Rule;
    expect(placesOf(keyed, all)).toEqual(["8 parts-exceed-total v"]);
    expect(counts(verdictOf(keyed, all)).slice(0, 3)).toEqual([2, 1, 0]);
  });
});

describe("measures within others", () => {
  const pairs = [{ part: "x", whole: "y" }] as const;

  it("in rows are compared where both are there, and keys without either say nothing", () => {
    const rule: Rule = { rule: "nested", indicator: "i", value: "v", keys: ["k"], pairs };
    const table = {
      k: [..."aabbcdd"],
      i: [..."xyxyxoo"],
      v: [2, 2, 3, 2, 1, 5, 5],
    };
    expect(placesOf(rule, table)).toEqual(["3 nested v"]);
    expect(counts(verdictOf(rule, table))).toEqual([2, 1, 1, "the part or the whole is missing"]);
  });

  it("in rows may be told of one alone, after keys without either", () => {
    const rule: Rule = { rule: "nested", indicator: "i", keys: ["k"], pairs };
    const table = { k: [..."abccd"], i: [..."oyyxx"], value: [5, 2, 2, 3, 1] };
    expect(placesOf(rule, table)).toEqual(["4 nested value"]);
    expect(counts(verdictOf(rule, table)).slice(0, 3)).toEqual([1, 1, 2]);
    expect(placesOf({ rule: "nested", indicator: "i", pairs }, table)).toEqual(["4 nested value"]);
  });

  it("in columns are counted pair by pair", () => {
    const rule: Rule = { rule: "nested", pairs: [...pairs, { part: "y", whole: "z" }] };
    const table = { x: [1, 3, null], y: [2, 2, 2], z: [2, 1, null] };
    expect(placesOf(rule, table)).toEqual(["2 nested x", "2 nested y"]);
    expect(counts(verdictOf(rule, table))).toEqual([4, 2, 2, "the part or the whole is missing"]);
  });

  it("add up, in rows, where all terms and the total are there", () => {
    const rule: Rule = {
      rule: "sum",
      indicator: "i",
      value: "v",
      keys: ["k"],
      terms: ["x", "y"],
      total: "t",
    };
    const table = {
      k: [..."aaabbbccdeee"],
      i: [..."xytxytxyoxyt"],
      v: [1, 2, 3, 1, 2, 7, 1, 2, 9, 1, 2, 4],
    };
    expect(placesOf(rule, table)).toEqual(["6 sum v", "12 sum-rounding v"]);
    expect(counts(verdictOf(rule, table))).toEqual([3, 2, 1, "a term or the total is missing"]);
    // The row is the last that belongs to the sum, not the last of the key.
    const late = { k: [..."aaaa"], i: [..."xyto"], v: [1, 2, 9, 0] };
    expect(placesOf(rule, late)).toEqual(["3 sum v"]);
  });

  it.each<[string, Partial<Extract<Rule, { rule: "sum" }>>, readonly number[], readonly string[]]>([
    ["half the last digit of each term", {}, [33, 33, 33], ["1 sum-rounding a"]],
    ["and no more", {}, [33, 33, 32], ["1 sum a"]],
    ["of tenths", {}, [33.3, 33.3, 33.3], ["1 sum-rounding a"]],
    ["of the total", { total: 100.5 }, [33, 33, 34], ["1 sum a"]],
    ["what is asked for", { tolerance: 2 }, [33, 33, 32], ["1 sum-rounding a"]],
    ["what is asked for and no more", { tolerance: 1 }, [33, 33, 32], ["1 sum a"]],
    ["nothing", { tolerance: 0 }, [33, 33, 33], ["1 sum a"]],
    ["the noise of binary fractions is none", { total: 0.6, tolerance: 0 }, [0.1, 0.2, 0.3], []],
  ])("sums may be off by: %s", (_, more, [a, b, c], expected) => {
    const rule: Rule = { rule: "sum", terms: ["a", "b", "c"], total: 100, ...more };
    expect(placesOf(rule, { a: [a], b: [b], c: [c] })).toEqual(expected);
  });

  it("sums point at the column of totals, if there is one", () => {
    const rule: Rule = { rule: "sum", terms: ["a", "b"], total: "t" };
    const table = { a: [1, 1, null, 1], b: [2, 2, 2, 2], t: [3, 30, 2, null] };
    expect(placesOf(rule, table)).toEqual(["2 sum t"]);
    expect(counts(verdictOf(rule, table)).slice(0, 3)).toEqual([2, 1, 2]);
  });
});

describe("completeness", () => {
  const rule = { rule: "completeness", value: "v", unit: "u", indicator: "i" } as const;
  const said = (...input: Parameters<typeof verdictOf>) =>
    verdictOf(...input).findings.map(({ message }) => message);

  it("over periods wants each indicator of each unit in each of them", () => {
    const table = {
      u: [..."AAAABBBB"],
      i: [..."xyxyxyxy"],
      p: [..."11221122"],
      v: [1, 1, null, 1, 1, 1, 1, 1],
    };
    expect(said({ ...rule, group: "p", atLeast: 0.8 }, table)).toEqual([
      "A has 3 of 4 values (75 %; at least 80 % are asked for).",
      "x has 3 of 4 values (75 %; at least 80 % are asked for).",
    ]);
    expect(said({ ...rule, group: "p", atLeast: 0.75 }, table)).toEqual([]);
  });

  it("counts rows that are not there as missing", () => {
    const table = { u: [..."AAAAB"], i: [..."wxyzw"], g: [..."11111"], v: [1, 1, 1, 1, 1] };
    expect(said({ ...rule, group: "g", atLeast: 0.65 }, table)).toEqual([
      "B has 1 of 4 values (25 %; at least 65 % are asked for).",
      "x has 1 of 2 values (50 %; at least 65 % are asked for).",
      "y has 1 of 2 values (50 %; at least 65 % are asked for).",
      "z has 1 of 2 values (50 %; at least 65 % are asked for).",
    ]);
  });

  it("takes a repeated cell for present if one of them is, in any order", () => {
    const twice = { u: [..."AABB"], i: [..."xxxx"], v: [1, null, null, 1] };
    expect(said({ ...rule, atLeast: 1 }, twice)).toEqual([]);
  });

  it("names indicators without a value in a group of several units, not in a group of one", () => {
    const table = {
      u: [..."ABCABCABC"],
      i: [..."xxxyyyzzz"],
      g: [..."ppqppqppq"],
      v: [null, null, null, 1, null, null, null, 1, 1],
    };
    const { findings, checked } = verdictOf({ ...rule, group: "g", atLeast: 0 }, table);
    expect(findings.map(({ code, facts, place }) => [code, facts, place.column])).toEqual([
      [
        "validate/coverage-group",
        { indicator: "x", group: "p", units: 2, rule: "completeness v, u, i, g" },
        "g",
      ],
    ]);
    // Three units, three indicators, six pairs of indicator and group.
    expect(checked).toBe(12);
  });
});
