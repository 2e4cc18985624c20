import type { Expression } from "@vitalcore/core";
import type { Rule } from "@vitalcore/validate";
import { describe, expect, it } from "vitest";
import { placesOf, verdictOf } from "./support/verdict.js";

const reasonsOf = (...input: Parameters<typeof verdictOf>) => verdictOf(...input).reasons;
const factsOf = (...input: Parameters<typeof verdictOf>) =>
  verdictOf(...input).findings.map(({ facts }) => facts);

describe("conditions", () => {
  const rule = (holds: unknown, more = {}): Rule => ({
    rule: "expression",
    holds: holds as Expression,
    message: "wrong",
    ...more,
  });
  const less = (column: string) => ({ op: "<", args: [{ column }, 3] });

  it("fit columns that are empty in a chunk, whatever they hold in others", () => {
    const female = rule({ op: "==", args: [{ column: "sex" }, "F"] });
    const chunks = [{ sex: [null] }, { sex: ["F", "M"] }, { sex: [null, null] }];
    expect(verdictOf(female, chunks)).toMatchObject({ checked: 2, failed: 1, notEvaluable: 3 });
    expect(placesOf(rule(less("a")), [{ a: [null] }, { a: [2, 4] }])).toEqual(["3 expression"]);
  });

  it("are quoted with what was read, missing values too, and withheld if any of it identifies people", () => {
    const both = rule({ op: "and", args: [less("a"), less("b")] });
    const table = { a: [4, 1, null], b: [null, 5, null] };
    expect(factsOf(both, table).map((facts) => facts?.cells)).toEqual([
      "a 4, b missing",
      "a 1, b 5",
    ]);
    expect(factsOf(both, table, { identifying: ["b"] }).map((facts) => facts?.cells)).toEqual([
      "withheld",
      "withheld",
    ]);
  });

  it("point at the column that they name, and carry their hint", () => {
    const { findings } = verdictOf(rule(less("a"), { column: "a", hint: "Look." }), { a: [4] });
    expect(findings.map(({ place, hint }) => [place, hint])).toEqual([
      [{ row: 1, column: "a" }, "Look."],
    ]);
    expect(verdictOf(rule(less("a")), { a: [4] }).findings[0]?.place).toEqual({ row: 1 });
  });

  it.each([[{}], [{ op: "<", args: 5 }], [{ column: 5 }], [{ op: "<", args: [{ column: 5 }, 3] }]])(
    "that are none stop their rule, not the validation: %j",
    (holds) => {
      const { outcome, reasons } = verdictOf(rule(holds), { a: [1] });
      expect(outcome).toBe("not-evaluable");
      expect(reasons.join()).toContain("is not an expression");
    },
  );

  it("choose the rows of other rules, with all kinds of columns", () => {
    const where = { op: "==", args: [{ column: "w" }, "yes"] } as Expression;
    const table = {
      w: ["no", "yes", null, "yes", "yes"],
      n: [-1, -1, -1, null, 1],
      b: [null, null, true, true, false],
      t: ["?", "x", "?", "?", null],
    };
    expect(placesOf({ rule: "range", column: "n", min: 0, where }, table)).toEqual([
      "2 out-of-range n",
    ]);
    expect(placesOf({ rule: "required", columns: ["n", "b", "t"], where }, table)).toEqual([
      "2 missing b",
      "4 missing n",
      "5 missing t",
    ]);
    expect(placesOf({ rule: "codes", column: "t", codes: ["x"], where }, table)).toEqual([
      "4 code-unknown t",
    ]);
    expect(placesOf({ rule: "type", column: "b", type: "text", where }, table)).toEqual([
      "4 not-text b",
      "5 not-text b",
    ]);
    expect(placesOf({ rule: "range", column: "n", min: 0, where }, [table, table])).toEqual([
      "2 out-of-range n",
      "7 out-of-range n",
    ]);
  });
});

describe("required cells", () => {
  const rule: Rule = { rule: "required", columns: ["t"] };

  it.each([
    [["x", null, "y"], [2]],
    [
      ["x", " ", null],
      [2, 3],
    ],
    [["x", "y"], []],
    [[null, 1], [1]],
    [[true, null, false], [2]],
    [Array.from({ length: 20 }, (_, i) => (i === 13 ? null : "x")), [14]],
    [Array.from({ length: 17 }, (_, i) => (i === 0 ? null : "x")), [1]],
  ])("of %j are missing in rows %j", (t, rows) => {
    expect(placesOf(rule, { t })).toEqual(rows.map((row) => `${row} missing t`));
    expect(verdictOf(rule, { t }).checked).toBe(t.length);
  });

  it("are found wherever they are in columns of any length", () => {
    for (let length = 1; length <= 26; length++) {
      for (let at = 0; at < length; at++) {
        const t = Array.from({ length }, (_, i) => (i === at ? null : "x"));
        expect(placesOf(rule, { t })).toEqual([`${at + 1} missing t`]);
      }
    }
  });
});

describe("intervals", () => {
  it("may be given in part", () => {
    const table = { v: [5, 5, null], l: [4, 6, 1], u: [6, 7, 2], s: [1, -1, null], n: [3, 0, 0] };
    expect(placesOf({ rule: "interval", value: "v", lower: "l", upper: "u" }, table)).toEqual([
      "2 value-outside-interval v",
    ]);
    expect(placesOf({ rule: "interval", value: "v", lower: "l" }, table)).toEqual([
      "2 value-outside-interval v",
    ]);
    expect(placesOf({ rule: "interval", value: "l", upper: "v" }, table)).toEqual([
      "2 value-outside-interval l",
    ]);
    expect(placesOf({ rule: "interval", lower: "u", upper: "l" }, table)).toEqual([
      "1 interval-reversed u",
      "2 interval-reversed u",
      "3 interval-reversed u",
    ]);
    expect(placesOf({ rule: "interval", standardError: "s" }, table)).toEqual(["2 se-negative s"]);
    // No cases, no value: nothing is wrong.
    expect(placesOf({ rule: "interval", value: "v", n: "n" }, table)).toEqual(["2 n-zero n"]);
  });

  it("are of a number of cases that is whole and not negative", () => {
    const table = { v: [1, 1, null, null, null], n: [1, -1, -1, 0, 1.5] };
    expect(placesOf({ rule: "interval", value: "v", n: "n" }, table)).toEqual([
      "2 n-zero n",
      "3 n-zero n",
      "5 n-not-whole n",
    ]);
  });
});

describe("ratios", () => {
  it("may be of nothing, and of all", () => {
    const rule = { rule: "ratio", numerator: "a", denominator: "b", proportion: true } as const;
    const table = { a: [0, 5, 6, 0, -1, 1], b: [5, 5, 5, 0, 5, -1] };
    const expected = ["4 denominator-zero b", "5 numerator-negative a", "6 denominator-negative b"];
    expect(placesOf(rule, table)).toEqual(["3 numerator-exceeds a", ...expected]);
    expect(placesOf({ ...rule, proportion: false }, table)).toEqual(expected);
  });

  it("are not checked where either is missing", () => {
    const rule = { rule: "ratio", numerator: "a", denominator: "b", proportion: true } as const;
    const verdict = verdictOf(rule, { a: [null, 1, null], b: [1, null, null] });
    expect(verdict.findings.map(({ place, severity }) => [place.column, severity])).toEqual([
      ["a", "warning"],
      ["b", "warning"],
      ["a", "warning"],
    ]);
    expect([verdict.checked, verdict.notEvaluable]).toEqual([0, 3]);
  });
});

describe("repeated keys", () => {
  it("are conflicts where values differ, a missing one among them", () => {
    const rule: Rule = { rule: "unique", columns: ["k"], value: "v" };
    const table = { k: [..."aaabbb"], v: [1, 1, 2, null, 3, null] };
    expect(placesOf(rule, table)).toEqual([
      "2 duplicate-row",
      "3 duplicate-conflict v",
      "5 duplicate-conflict v",
      "6 duplicate-row",
    ]);
    expect(
      factsOf(rule, table).map((facts) => [facts?.key, facts?.firstRow, facts?.firstValue]),
    ).toEqual([
      ["a", 1, undefined],
      ["a", 1, "1"],
      ["b", 4, "missing"],
      ["b", 4, undefined],
    ]);
    expect(factsOf(rule, table, { identifying: ["v"] })[1]).toMatchObject({
      firstValue: "withheld",
    });
    expect(factsOf(rule, table, { identifying: ["k"] })[1]).toMatchObject({
      key: "a key that is withheld",
      firstValue: "1",
    });
  });

  it("of several columns are withheld if one of them identifies people", () => {
    const rule: Rule = { rule: "unique", columns: ["k", "who"] };
    const table = { k: ["a", "a"], who: ["Ann", "Ann"] };
    expect(factsOf(rule, table)[0]?.key).toBe("a, Ann");
    expect(factsOf(rule, table, { identifying: ["who"] })[0]?.key).toBe("a key that is withheld");
  });
});

describe("references", () => {
  const rule: Rule = { rule: "reference", columns: ["a", "b"], to: ["c", "d"], table: "list" };
  const tables = { list: { c: ["x", "x", "y"], d: ["1", "2", "1"] } };

  it("of several columns hold as a whole, and say the nearest", () => {
    const table = { a: ["x", "y", "y", "z", null, "x"], b: ["2", "1", "2", "9", "1", null] };
    const { findings, checked, notEvaluable, reasons } = verdictOf(rule, table, { tables });
    expect(findings.map(({ place, found }) => [place.row, place.column, found])).toEqual([
      [3, "a", "y, 2"],
      [4, "a", "z, 9"],
    ]);
    expect(findings.map(({ suggestion, hint }) => [suggestion, hint])).toEqual([
      ["x, 2", "Did you mean x, 2?"],
      [undefined, "Add it there, or correct it here."],
    ]);
    expect([checked, notEvaluable, ...reasons]).toEqual([
      4,
      2,
      "a part of the reference is missing",
    ]);
  });

  it("are said in the order of rows, and name the table or the same one", () => {
    const self: Rule = { rule: "reference", columns: ["up"], to: ["id"] };
    const chunks = [
      { id: ["1", "2"], up: ["8", "9"] },
      { id: ["3", "4"], up: ["8", "1"] },
    ];
    expect(placesOf(self, chunks)).toEqual([
      "1 reference-unknown up",
      "2 reference-unknown up",
      "3 reference-unknown up",
    ]);
    expect(factsOf(self, chunks)[0]?.table).toBe("the same table");
    expect(factsOf(rule, { a: ["q"], b: ["q"] }, { tables })[0]?.table).toBe('"list"');
  });

  it("cannot be checked without the table or its columns", () => {
    const one = { a: ["x"], b: ["1"] };
    expect(reasonsOf(rule, one)).toEqual(['the table "list" was not given']);
    expect(reasonsOf(rule, one, { tables: { list: { c: ["x"] } } })).toEqual([
      'the table "list" has no column "d"',
    ]);
  });

  it("looks for the nearest of 200 only", () => {
    const up = Array.from({ length: 202 }, (_, i) => `rura${String.fromCodePoint(0x4e00 + i)}`);
    const list = { tables: { list: { code: ["rural"] } } };
    const one: Rule = { rule: "reference", columns: ["up"], to: ["code"], table: "list" };
    const { findings } = verdictOf(one, { up }, { ...list, listed: 300 });
    expect(findings.map(({ suggestion }) => suggestion ?? "-").indexOf("-")).toBe(200);
  });
});

describe("an earlier delivery", () => {
  const rule: Rule = { rule: "vintage", table: "before", keys: ["k"], value: "v", tolerance: 0.5 };
  const before = { k: ["a", "a", "b", null, "c", "d", "e"], v: [10, 99, 10, 1, null, 10, null] };

  it("is compared key by key, the first of repeated ones", () => {
    const now = { k: ["a", "b", "c", null, "new"], v: [15, 4.9, null, 7, 8] };
    const verdict = verdictOf(rule, now, { tables: { before } });
    expect(verdict.findings.map(({ code, place, facts }) => [code, place.row, facts?.key])).toEqual(
      [
        ["validate/revised", 2, "b"],
        ["validate/key-withdrawn", undefined, "d"],
        ["validate/key-withdrawn", undefined, "e"],
      ],
    );
    expect(verdict).toMatchObject({
      checked: 3,
      notEvaluable: 2,
      reasons: ["the key is new, or a part of it is missing"],
    });
  });

  it("cannot be compared if it, or its columns, are not there", () => {
    const now = { k: ["a"], v: [1] };
    expect(reasonsOf(rule, now)).toEqual(['the earlier table "before" was not given']);
    expect(reasonsOf(rule, now, { tables: { before: { k: ["a"] } } })).toEqual([
      'the earlier table "before" has no column "v"',
    ]);
  });
});

describe("periods", () => {
  const rule: Rule = { rule: "period", column: "p" };

  it.each([
    ["2024-01-01T23:59:59.5+02:00", "fine"],
    ["2024-01-01T10:00Z", "fine"],
    ["2024-01-01T24:00", "period-form"],
    ["x2024-01-01T10:00", "period-form"],
    ["2024-02-30T10:00", "period-part"],
    ["45292", "serial-date 2024-01-01"],
    ["45292.25", "serial-date 2024-01-01"],
    ["20000", "serial-date 1954-10-03"],
    ["80000", "serial-date 2119-01-11"],
    ["19999", "period-form"],
    ["80001", "period-form"],
    ["045292", "period-form"],
    ["45292e0", "period-form"],
    ["", "fine"],
    [" ", "fine"],
  ])("%j: %s", (p, expected) => {
    const [finding] = verdictOf(rule, { p: [p] }).findings;
    const { code = "/fine", suggestion = "" } = finding ?? {};
    expect(`${code.slice(code.indexOf("/") + 1)} ${suggestion}`.trim()).toBe(expected);
  });

  it("agree with their frequency, if they have one", () => {
    const table = {
      p: [
        "2024",
        "2024",
        "2024-01-01/P1D",
        "2019/2020",
        "2024-01-01T10:00Z",
        null,
        "2024",
        "x",
        "2024",
      ],
      f: ["A", "M", "M", "A", "A", "A", null, "A", "Z"],
    };
    expect(placesOf({ ...rule, frequency: "f" }, table)).toEqual([
      "2 frequency p",
      "3 frequency p",
      "4 two-years p",
      "8 period-form p",
    ]);
  });
});

describe("status flags", () => {
  it("agree with whether there is a value, alone and together", () => {
    const rows = [
      ["A", 1],
      ["M", null],
      ["B", 1],
      ["B", null],
      ["J S", null],
      ["B;M", null],
      ["A;M", null],
      ["M", 1],
      ["A,E", null],
      [" ", null],
      ["?", null],
      ["m", null],
      ["e", 1],
    ] as const;
    const table = { s: rows.map(([s]) => s), v: rows.map(([, v]) => v) };
    expect(placesOf({ rule: "status", status: "s", value: "v" }, table)).toEqual([
      "4 null-without-status v",
      "5 null-without-status v",
      "8 value-despite-status s",
      "9 status-without-value s",
      "10 null-without-status v",
      "11 status-unknown s",
      "12 code-form s",
      "13 code-form s",
    ]);
  });
});

describe("columns of the file", () => {
  const rule: Rule = { rule: "columns", required: ["area", "value"], optional: ["note"] };

  it("are looked for in the first chunk, with the nearest of those that are not known", () => {
    const chunk = { area: ["x"], valeu: [1], other: [2] };
    const verdict = verdictOf(rule, [chunk, chunk]);
    expect(verdict.findings.map(({ place, suggestion }) => [place.column, suggestion])).toEqual([
      ["value", "valeu"],
    ]);
    expect(verdict.checked).toBe(2);
  });

  it("may be all that there are", () => {
    const chunk = { area: ["x"], value: [1], notes: [2] };
    const { findings } = verdictOf({ ...rule, closed: true }, [chunk, chunk]);
    expect(findings.map(({ code, place, suggestion }) => [code, place.column, suggestion])).toEqual(
      [["validate/column-unknown", "notes", "note"]],
    );
    expect(placesOf(rule, chunk)).toEqual([]);
  });
});
