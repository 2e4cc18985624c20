import type { Cell } from "@vitalcore/core";
import type { Rule } from "@vitalcore/validate";
import { describe, expect, it } from "vitest";
import { placesOf, verdictOf } from "./support/verdict.js";

const hintsOf = (...input: Parameters<typeof verdictOf>) =>
  verdictOf(...input).findings.map(({ hint }) => hint);

describe("a range", () => {
  const rule = (min: number | null, max: number | null, more = {}): Rule => ({
    rule: "range",
    column: "v",
    min,
    max,
    ...more,
  });

  const ROUNDING = "It is beyond the bound by rounding only: allow a tolerance, or round it.";
  const PERCENTAGE = "If it is a percentage, divide by 100 or correct the unit.";
  const CHECK = "Check the value and its unit.";
  it.each([
    [0, 100, 100.000_09, ROUNDING],
    [0, 100, 100.000_2, CHECK],
    [0, 100, -0.000_09, ROUNDING],
    [0, 100, -0.000_2, CHECK],
    [-1000, 0, 0.000_9, ROUNDING],
    [0, 0.5, 0.500_000_9, ROUNDING],
    [0, 0.5, 0.500_002, CHECK],
    [0, 50, 99, "99 often stands for a missing answer: declare it as missing."],
    [0, 50, 90, CHECK],
    [0, 1, 45, PERCENTAGE],
    [0, 1, 100, PERCENTAGE],
    [0, 1, 101, CHECK],
    [0, 1, 12.123_45, PERCENTAGE],
    [0, 1, 12.123_456, CHECK],
    [0, 1, -5, CHECK],
    [0, 2, 45, CHECK],
  ])("of %d to %d says of %d: %s", (min, max, value, hint) => {
    expect(hintsOf(rule(min, max), { v: [value] })).toEqual([hint]);
  });

  it.each([
    [0, null, -5, "-5 is outside at least 0"],
    [null, 7, 8, "8 is outside at most 7"],
    [0, 7, 8, "8 is outside 0 to 7"],
  ])("of %s to %s is put into words", (min, max, value, words) => {
    const [finding] = verdictOf(rule(min, max), { v: [value] }).findings;
    expect(finding?.facts?.range).toBe(words.slice(words.indexOf("outside ") + 8));
    expect(finding?.found).toBe(value);
  });

  it("holds its ends, beyond them by the tolerance, and counts what is no number", () => {
    const v = [0, 10, -0.5, 10.5, -0.6, 10.6, null];
    expect(placesOf(rule(0, 10), { v })).toHaveLength(4);
    const tolerant = verdictOf(rule(0, 10, { tolerance: 0.5 }), { v });
    expect(tolerant.findings.map(({ place }) => place.row)).toEqual([5, 6]);
    expect(tolerant).toMatchObject({
      checked: 6,
      notEvaluable: 1,
      reasons: ["the value is missing or no number"],
    });
    expect(placesOf(rule(0, null), { v: [1e300] })).toEqual([]);
    expect(placesOf(rule(null, 0), { v: [-1e300] })).toEqual([]);
  });

  it("by category has its own ends, and the tolerance", () => {
    const by = { column: "c", ranges: { a: [0, 10], b: [null, 5], d: [5, null] } } as const;
    const table = {
      c: [..."aaaabbbddd", "x", null, "a"],
      v: [0, 10, -1, 11, -1e9, 5, 6, 5, 4, 1e9, 1, 1, null],
    };
    const { findings, checked, notEvaluable, reasons } = verdictOf(
      { rule: "range", column: "v", by },
      table,
    );
    expect(findings.map(({ place, facts }) => [place.row, facts?.range])).toEqual([
      [3, "0 to 10"],
      [4, "0 to 10"],
      [7, "at most 5"],
      [9, "at least 5"],
    ]);
    expect([checked, notEvaluable]).toEqual([10, 3]);
    expect(reasons).toEqual(["no range is given for the c", "the value is missing or no number"]);
    expect(placesOf({ rule: "range", column: "v", by, tolerance: 1 }, table)).toEqual([]);
  });

  it("takes truth values for 1 and 0, and text for the number that it plainly is", () => {
    expect(verdictOf(rule(0, 0), { v: [true, false, null] })).toMatchObject({
      failed: 1,
      checked: 2,
      notEvaluable: 1,
    });
    const texts = [
      "9",
      " 9 ",
      "+9",
      "9.",
      ".9",
      "9e0",
      "9E+0",
      "90e-1",
      "x",
      "0x9",
      "9,0",
      "",
      "1e999",
    ];
    expect(verdictOf(rule(null, 0), { v: texts })).toMatchObject({ failed: 8, notEvaluable: 5 });
  });

  it("counts all, in long columns too, and words only those listed", () => {
    const v = Array.from({ length: 1000 }, (_, i) => (i % 250 === 249 ? -i : i));
    const { findings, failed } = verdictOf(rule(0, null), { v }, { listed: 2 });
    expect([failed, findings.map(({ place }) => place.row)]).toEqual([4, [250, 500]]);
    expect(placesOf(rule(null, 998), { v })).toEqual([]);
    expect(placesOf(rule(null, 997), { v })).toEqual(["999 out-of-range v"]);
  });

  it("finds a value beyond its ends wherever it is", () => {
    for (const length of [1, 2, 127, 128, 129, 256, 300]) {
      for (const at of [0, 1, 63, 126, 127, 128, 129, 254, 255, 256, 298, 299]) {
        if (at >= length) continue;
        for (const value of [-1, 11]) {
          const v = Array.from({ length }, (_, i) => (i === at ? value : i % 11));
          expect(placesOf(rule(0, 10), { v })).toEqual([`${at + 1} out-of-range v`]);
        }
      }
    }
    expect(placesOf(rule(0, 4.5), { v: [5, 3, 4] })).toEqual(["1 out-of-range v"]);
    expect(placesOf(rule(0, 4.5), { v: [3, 5, 4, 2] })).toEqual(["2 out-of-range v"]);
    expect(placesOf(rule(2.5, 9), { v: [3, 2, 4] })).toEqual(["2 out-of-range v"]);
  });
});

describe("what a text that is no number probably was", () => {
  const rule: Rule = { rule: "type", column: "v", type: "number" };
  const DEFAULT = "Write digits with a decimal point, or leave the cell empty.";
  const ascii = (number: string) => `Write it with ASCII digits and a hyphen for minus: ${number}.`;
  const MISSING =
    "It seems to stand for a missing value: say so when reading, or leave the cell empty.";

  it.each([
    ["٣٤", ascii("34"), "34"],
    ["٣.٤٥", ascii("3.45"), "3.45"],
    ["−5", ascii("-5"), "-5"],
    ["–५.५", ascii("-5.5"), "-5.5"],
    // Digits of mathematics: four runs in a row.
    ["𝟘𝟙𝟡", ascii("019"), "019"],
    ["𝟶𝟿", ascii("09"), "09"],
    ["٣x", DEFAULT, undefined],
    ["x٣", DEFAULT, undefined],
    ["٣.", DEFAULT, undefined],
    ["٣.x", DEFAULT, undefined],
    ["9".repeat(400), DEFAULT, undefined],
    [" n/a ", MISSING, undefined],
    ["...", MISSING, undefined],
    [
      "#N/A",
      "It is an error of the spreadsheet: mend the formula, or leave the cell empty.",
      undefined,
    ],
    ["1,5", "It seems to have a decimal comma: write a point.", undefined],
    ["1,500", "It may have thousands marks: write it without them.", undefined],
    [
      "-inf",
      "Infinity is not a value: mend what was divided by zero, or leave the cell empty.",
      undefined,
    ],
  ])("%j: %s", (text, hint, suggestion) => {
    const [finding] = verdictOf(rule, { v: [text] }).findings;
    expect([finding?.hint, finding?.suggestion]).toEqual([hint, suggestion]);
  });
});

describe("types", () => {
  it.each<[Extract<Rule, { rule: "type" }>["type"], readonly Cell[], readonly string[]]>([
    ["integer", [1, -3, 0, null, 2 ** 53, 1e300], []],
    ["integer", [1, 2, 3.5], ["3 not-an-integer v"]],
    ["integer", [1.5, 2, 3], ["1 not-an-integer v"]],
    ["integer", [1, 2.5, 3], ["2 not-an-integer v"]],
    ["integer", [1, 2, 3, 2 ** 51 + 0.5], ["4 not-an-integer v"]],
    ["integer", [0.5], ["1 not-an-integer v"]],
    ["integer", [null, 2.5, null], ["2 not-an-integer v"]],
    ["number", [1.5, null], []],
    ["text", [1, null], ["1 not-text v"]],
    ["boolean", [1, null, 0], ["1 not-a-truth-value v", "3 not-a-truth-value v"]],
    ["boolean", [true, null, false], []],
    ["number", [true, null, false], ["1 not-a-number v", "3 not-a-number v"]],
    ["integer", [true, null, false], ["1 not-a-number v", "3 not-a-number v"]],
    ["text", [null, false], ["2 not-text v"]],
    ["text", ["x", "", null], []],
    [
      "boolean",
      ["true", "FALSE", " ", null, "yes", "truely", "untrue"],
      ["5 not-a-truth-value v", "6 not-a-truth-value v", "7 not-a-truth-value v"],
    ],
    ["integer", ["1", "1.0", "1.5", "x", " ", null], ["3 not-an-integer v", "4 not-a-number v"]],
    ["number", ["1", "1.5", " ", null, "x", "1"], ["5 not-a-number v"]],
  ])("%s: %j", (type, v, expected) => {
    expect(placesOf({ rule: "type", column: "v", type }, { v: [...v] })).toEqual(expected);
    expect(verdictOf({ rule: "type", column: "v", type }, { v: [...v] }).checked).toBe(v.length);
  });

  it("quote what was found", () => {
    const found = (type: "text" | "number", v: readonly Cell[]) =>
      verdictOf({ rule: "type", column: "v", type }, { v: [...v] }).findings.map(
        (each) => each.found,
      );
    expect(found("number", [true, false])).toEqual([true, false]);
    expect(found("text", [7])).toEqual([7]);
    expect(found("number", ["1", "1,5"])).toEqual(["1,5"]);
  });
});

describe("outliers", () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9];

  it("lie five scaled MADs from the median, if nothing else is asked for", () => {
    // Median 5.5, scaled MAD 3.7: 22 lies 4.45 of them from it.
    expect(placesOf({ rule: "outlier", value: "v" }, { v: [...values, 22] })).toEqual([]);
    expect(
      placesOf({ rule: "outlier", value: "v", deviations: 4.4 }, { v: [...values, 22] }),
    ).toEqual(["10 outlier v"]);
    const { findings } = verdictOf({ rule: "outlier", value: "v" }, { v: [...values, 30] });
    expect(findings.map(({ facts, found }) => [found, facts])).toEqual([
      [
        30,
        {
          key: "all rows",
          centre: 5.5,
          distance: 6.61,
          measure: "scaled MADs from the median",
          rule: "outlier v",
        },
      ],
    ]);
  });

  it("by standard deviations need a sample that lets a value lie so far", () => {
    const rule: Rule = { rule: "outlier", value: "v", method: "sigma", deviations: 1.5 };
    expect(verdictOf(rule, { v: [1, 2, 3, 100] }).reasons).toEqual([
      "among 4 values none can lie more than 1.5 standard deviations from the mean",
    ]);
    expect(placesOf(rule, { v: [1, 2, 3, 2, 100] })).toEqual(["5 outlier v"]);
    expect(verdictOf({ rule: "outlier", value: "v" }, { v: [1, 2, 3, 100] }).reasons).toEqual([
      "a group has fewer than 5 values",
    ]);
    expect(verdictOf(rule, { v: [7, 7, 7, 7, 7] }).reasons).toEqual([
      "the values of a group do not vary enough to say what is far",
    ]);
    const twelve = { v: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12] };
    const [finding] = verdictOf({ rule: "outlier", value: "v", method: "sigma" }, twelve).findings;
    // Mean 1; the standard deviation is the square root of (11 + 121) / 11.
    expect(finding?.facts).toMatchObject({
      centre: 1,
      distance: 3.18,
      measure: "standard deviations from the mean",
    });
  });
});

describe("last digits", () => {
  const rule: Rule = { rule: "digits", column: "v" };

  it("are of whole numbers, of which there must be fifty", () => {
    const few = { v: Array.from({ length: 60 }, (_, i) => (i < 49 ? 10 : 0.5)) };
    expect(verdictOf(rule, few).reasons).toEqual(["49 whole numbers are fewer than 50"]);
    expect(verdictOf(rule, { v: [...few.v, -10] })).toMatchObject({ failed: 1, checked: 50 });
  });

  it("may be 0 or 5 in half of them, or as often as is allowed", () => {
    const half = { v: Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? 5 : 13)) };
    expect(placesOf(rule, half)).toEqual([]);
    expect(verdictOf({ ...rule, atMost: 0.4 }, half).findings[0]?.facts).toMatchObject({
      percent: 50,
      total: 50,
      limit: 40,
    });
    expect(placesOf(rule, { v: [...half.v, -5] })).toEqual(["digit-preference v"]);
  });
});
