import { type Finding, isVitalError } from "@vitalcore/core";
import { type Rule, validateTable } from "@vitalcore/validate";
import { describe, expect, it } from "vitest";
import { ruleSet } from "./support/rules.js";

type Input = Parameters<typeof validateTable>[0];
/** The report of one rule; its counts, reasons and sentences are compared with those that were read and found right. */
const run = (table: Input, rule: Rule, options = {}) => {
  const report = validateTable(table, ruleSet(rule), options);
  const { rules, findings } = report;
  expect([rules[0], ...findings.map(sentence)]).toMatchSnapshot();
  return report;
};
const sentence = ({ severity, place, message, hint, suggestion }: Finding) =>
  [`${severity}, row ${place.row}, ${place.column}: ${message}`, hint, suggestion]
    .filter((part) => part !== undefined)
    .join(" | ");
/** Code, row and column of every finding, in order. */
const found = (table: Input, rule: Rule, options = {}) =>
  run(table, rule, options).findings.map(({ code, place }) => [
    code.replace("validate/", ""),
    place.row,
    place.column,
  ]);

describe("a rule has three results", () => {
  it("pass, fail, and not evaluable with a reason", () => {
    const report = validateTable(
      { age: [20, 30, null] },
      ruleSet(
        { rule: "range", column: "age", min: 0 },
        { rule: "range", column: "age", max: 25, id: "young" },
        { rule: "range", column: "weight", min: 0 },
      ),
    );
    expect(
      report.rules.map(({ id, outcome, checked, failed, notEvaluable }) => [
        id,
        outcome,
        checked,
        failed,
        notEvaluable,
      ]),
    ).toEqual([
      ["range age", "pass", 2, 0, 1],
      ["young", "fail", 2, 1, 1],
      ["range weight", "not-evaluable", 0, 0, 0],
    ]);
    expect(report.rules[2]?.reasons).toEqual(['there is no column "weight"']);
    expect(report.findings[1]).toMatchObject({
      code: "validate/not-evaluable",
      outcome: "not-evaluable",
      severity: "warning",
    });
  });

  it("of which nothing to check is the third", () => {
    const report = run({ age: [null, null] }, { rule: "range", column: "age", min: 0 });
    expect(report.rules[0]).toMatchObject({ outcome: "not-evaluable", notEvaluable: 2 });
  });

  it("levels choose the rules that run", () => {
    const rules = ruleSet(
      { rule: "columns", required: ["a"] },
      { rule: "required", columns: ["a"] },
    );
    expect(validateTable({ a: [1] }, rules, { levels: [0] }).rules.map(({ id }) => id)).toEqual([
      "columns",
    ]);
  });

  it("counts all failures and lists some", () => {
    const report = run(
      { x: Array.from({ length: 1000 }, () => -1) },
      { rule: "range", column: "x", min: 0 },
      { listed: 5 },
    );
    expect([report.errors, report.findings.length, report.rules[0]?.listed]).toEqual([1000, 5, 5]);
  });

  it("takes the severity that the rule set gives", () => {
    const report = run({ x: [-1] }, { rule: "range", column: "x", min: 0, severity: "info" });
    expect([report.verdict, report.infos]).toEqual(["accept", 1]);
  });

  it("is about some rows only, if it says so", () => {
    const where = { op: "==", args: [{ column: "sex" }, "F"] } as const;
    expect(
      found(
        { sex: ["M", "F", null], x: [-1, -1, -1] },
        { rule: "range", column: "x", min: 0, where },
      ),
    ).toEqual([["out-of-range", 2, "x"]]);
  });

  it("refuses kinds that do not exist, all at once", () => {
    const rules = [
      { rule: "rnge", column: "x" },
      { rule: "x" },
      { rule: "required", columns: ["a"], id: "q" },
      { rule: "required", columns: ["a"], id: "q" },
    ];
    try {
      validateTable({ x: [1] }, ruleSet(...(rules as unknown as Rule[])));
      expect.unreachable();
    } catch (error) {
      expect(
        isVitalError(error) && error.findings.map(({ code, suggestion }) => [code, suggestion]),
      ).toEqual([
        ["validate/unknown-rule", "range"],
        ["validate/unknown-rule", undefined],
        ["validate/duplicate-rule", undefined],
      ]);
    }
  });
});

describe("columns that identify people", () => {
  it.each<Rule>([
    { rule: "codes", column: "who", codes: ["Anna"] },
    { rule: "area", column: "who" },
    { rule: "period", column: "who" },
    { rule: "type", column: "who", type: "number" },
    { rule: "unique", columns: ["who"] },
    { rule: "reference", columns: ["who"], to: ["friend"] },
    {
      rule: "expression",
      holds: { op: "==", args: [{ column: "who" }, "x"] },
      message: "not x",
      column: "who",
    },
  ])("are never quoted by %j", (rule) => {
    const table = { who: ["Ann Secret", "Ann Secret"], friend: ["Ann Secrets", "b"] };
    const report = run(table, rule, { identifying: ["who"] });
    expect(report.findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(report)).not.toContain("Secret");
  });
});

describe("types", () => {
  it("text that plainly is a number is one, and nothing else", () => {
    const column = [
      "12",
      "1e3",
      " 7 ",
      "",
      null,
      "0x1F",
      "1,234",
      "12%",
      "<5",
      "−5",
      "#DIV/0!",
      "1e999",
    ];
    const rows = found({ x: column }, { rule: "type", column: "x", type: "number" }).map(
      ([, row]) => row,
    );
    expect(rows).toEqual([6, 7, 8, 9, 10, 11, 12]);
  });

  it("says what a text probably was", () => {
    const hints = run(
      { x: ["1,234", "12%", "<5", "٣٤", "..", "=A1", "(5)", "1,5", "Infinity"] },
      { rule: "type", column: "x", type: "number" },
    );
    expect(hints.findings.map(({ hint }) => hint?.slice(0, 20))).toEqual([
      "It may have thousand",
      "It carries its unit:",
      "It is a bound, not a",
      "Write it with ASCII ",
      "It seems to stand fo",
      "It is a formula of a",
      "Parentheses mean few",
      "It seems to have a d",
      "Infinity is not a va",
    ]);
    expect(hints.findings[3]?.suggestion).toBe("34");
  });

  it("whole numbers, text and truth values", () => {
    expect(found({ x: [1, 1.5] }, { rule: "type", column: "x", type: "integer" })).toEqual([
      ["not-an-integer", 2, "x"],
    ]);
    expect(found({ x: ["1", "1.5"] }, { rule: "type", column: "x", type: "integer" })).toEqual([
      ["not-an-integer", 2, "x"],
    ]);
    expect(found({ x: [1] }, { rule: "type", column: "x", type: "text" })).toEqual([
      ["not-text", 1, "x"],
    ]);
    expect(found({ x: [true, null] }, { rule: "type", column: "x", type: "number" })).toEqual([
      ["not-a-number", 1, "x"],
    ]);
    expect(found({ x: [true] }, { rule: "type", column: "x", type: "text" })).toEqual([
      ["not-text", 1, "x"],
    ]);
    expect(found({ x: ["TRUE", "yes"] }, { rule: "type", column: "x", type: "boolean" })).toEqual([
      ["not-a-truth-value", 2, "x"],
    ]);
    expect(found({ x: [0] }, { rule: "type", column: "x", type: "boolean" })).toEqual([
      ["not-a-truth-value", 1, "x"],
    ]);
    expect(found({ x: [true] }, { rule: "type", column: "x", type: "boolean" })).toEqual([]);
  });
});

describe("ranges", () => {
  const rule: Rule = { rule: "range", column: "x", min: 0, max: 100 };

  it("hold their ends, and a tolerance beyond them", () => {
    expect(found({ x: [0, 100, -1e-9, 100.0000001] }, rule).map(([, row]) => row)).toEqual([3, 4]);
    expect(
      found({ x: [-1e-9, 100.0000001, 100.1] }, { ...rule, tolerance: 1e-6 }).map(([, row]) => row),
    ).toEqual([3]);
  });

  it("say why a value may lie outside", () => {
    const { findings } = run({ x: [100.0000001, 999, 12345] }, rule);
    expect(findings.map(({ hint }) => hint?.slice(0, 12))).toEqual([
      "It is beyond",
      "999 often st",
      "Check the va",
    ]);
    expect(
      run({ x: [45] }, { rule: "range", column: "x", min: 0, max: 1 }).findings[0]?.hint,
    ).toContain("percentage");
  });

  it("differ by category", () => {
    const by = { column: "i", ranges: { A: [0, 10], B: [null, 5] } } as const;
    const report = run(
      { i: ["A", "B", "B", "C", null], x: [11, -99, 6, 1e9, 1] },
      { rule: "range", column: "x", by },
    );
    expect(report.findings.map(({ place }) => place.row)).toEqual([1, 3]);
    expect(report.rules[0]).toMatchObject({
      checked: 3,
      notEvaluable: 2,
      reasons: ["no range is given for the i"],
    });
  });
});

describe("codes", () => {
  const rule: Rule = { rule: "codes", column: "c", codes: ["004", "F", "5-9", "10-14", "rural"] };

  it.each([
    ["f", "code-form", "F"],
    [" F", "code-form", "F"],
    ["4", "code-form", "004"],
    ["F\u200B", "code-unknown", "F"],
    ["rurаl", "code-unknown", "rural"],
    ["05-Sep", "code-unknown", "5-9"],
    ["Oct-14", "code-unknown", "10-14"],
    ["rurall", "code-unknown", "rural"],
    ["Data from database: Example", "code-unknown", undefined],
  ])("%j: %s, %s", (text, code, suggestion) => {
    const { findings } = run({ c: [text] }, rule);
    expect([findings[0]?.code, findings[0]?.suggestion]).toEqual([`validate/${code}`, suggestion]);
  });

  it("may be numbers", () => {
    expect(found({ c: [1, 2, 9] }, { rule: "codes", column: "c", codes: [1, 2] })).toEqual([
      ["code-unknown", 3, "c"],
    ]);
  });
});

describe("areas", () => {
  it("that are no more are right for their time", () => {
    const table = { area: ["SUN", "SUN", "CSK"], period: ["1985", "2005", "1992"] };
    expect(
      found(table, { rule: "area", column: "area", period: "period" }).map(([, row]) => row),
    ).toEqual([2]);
    expect(found(table, { rule: "area", column: "area" }).length).toBe(3);
  });

  it("are not regions, unless these are wanted", () => {
    expect(run({ area: ["SSF"] }, { rule: "area", column: "area" }).verdict).toBe("reject");
    expect(
      run({ area: ["001"] }, { rule: "area", column: "area", scheme: "m49", aggregates: true })
        .verdict,
    ).toBe("accept");
  });

  it("of observations may be regions and codes of other schemes", () => {
    expect(
      run(
        { area: ["KEN", "M49:001", "ISO3166-2:NA-KH"] },
        { rule: "area", column: "area", scheme: "id" },
      ).verdict,
    ).toBe("accept");
  });
});

describe("keys and references", () => {
  it("may be missing in part, which is not evaluable", () => {
    const report = run(
      { a: ["x", null, "x"], b: [1, 1, 1] },
      { rule: "unique", columns: ["a", "b"] },
    );
    expect(report.findings.map(({ place }) => place.row)).toEqual([3]);
    expect(report.rules[0]?.notEvaluable).toBe(1);
  });

  it("are not joined by their letters", () => {
    expect(
      found({ a: ["ab", "a"], b: ["c", "bc"] }, { rule: "unique", columns: ["a", "b"] }),
    ).toEqual([]);
  });

  it("may point forward, and to another table", () => {
    expect(
      found(
        { id: ["1", "2", "3"], up: ["3", null, "9"] },
        { rule: "reference", columns: ["up"], to: ["id"] },
      ),
    ).toEqual([["reference-unknown", 3, "up"]]);
    const rule: Rule = { rule: "reference", columns: ["c"], table: "list" };
    expect(found({ c: ["a", "z"] }, rule, { tables: { list: { c: ["a"] } } })).toEqual([
      ["reference-unknown", 2, "c"],
    ]);
    expect(run({ c: ["a"] }, rule).rules[0]?.reasons).toEqual(['the table "list" was not given']);
    expect(run({ c: ["a"] }, rule, { tables: { list: { d: ["a"] } } }).rules[0]?.outcome).toBe(
      "not-evaluable",
    );
  });
});

describe("parts and wholes", () => {
  const rule = (measure: "count" | "rate" | "share"): Rule => ({
    rule: "parts",
    category: "sex",
    total: "T",
    parts: ["F", "M"],
    value: "v",
    keys: [],
    measure,
  });
  const table = (f: number | null, m: number | null, t: number | null) => ({
    sex: ["F", "M", "T"],
    v: [f, m, t],
  });

  it.each([
    [510, 490, 1000, undefined],
    [510, 490, 1001, "parts-rounding"],
    [510, 490, 1003, "parts-sum"],
    [510, 495, 1000, "parts-exceed-total"],
    [1200, null, 1000, "parts-exceed-total"],
    [0.1, 0.2, 0.3, undefined],
    [510, null, 1000, undefined],
  ])("counts %d + %d = %d: %s", (f, m, t, code) => {
    expect(found(table(f, m, t), rule("count"))[0]?.[0]).toBe(code);
  });

  it("rates lie on both sides of theirs, shares add up", () => {
    expect(found(table(30, 20, 25.1), rule("rate"))).toEqual([]);
    expect(found(table(30, 20, 30), rule("rate"))).toEqual([]);
    expect(found(table(30, 20, 35), rule("rate"))).toEqual([["total-outside-parts", 3, "v"]]);
    expect(found(table(33.3, 66.6, null), rule("share"))).toEqual([]);
    expect(found(table(33.3, 56.6, null), rule("share"))).toEqual([["shares-sum", 2, "v"]]);
    expect(found(table(0.5, 0.5, null), rule("share"))).toEqual([]);
    expect(run(table(33.3, null, null), rule("share")).rules[0]?.outcome).toBe("not-evaluable");
  });
});

describe("series", () => {
  const rule: Rule = { rule: "jump", keys: ["k"], period: "p", value: "v" };
  const series = (values: readonly number[], years = values.map((_, i) => 2000 + i)) => ({
    k: values.map(() => "x"),
    p: years.map(String),
    v: [...values],
  });

  it("jump by a slip of ten and back, which is said once", () => {
    expect(found(series([5, 5.2, 51, 5.1, 5]), rule)).toEqual([["unit-slip", 3, "v"]]);
    expect(found(series([5, 0.05, 5.1]), rule)).toEqual([["unit-slip", 2, "v"]]);
  });

  it("jump far from their usual change, once if they return", () => {
    expect(found(series([10, 11, 10, 11, 40, 11, 10]), rule)).toEqual([["jump", 5, "v"]]);
    expect(found(series([10, 11, 12, 13, 60, 61, 62]), rule)).toEqual([["jump", 5, "v"]]);
  });

  it("do not jump by growing fast all the time", () => {
    expect(found(series([1, 2, 4, 8, 16, 32]), rule)).toEqual([]);
  });

  it("are taken in the order of time, not of rows", () => {
    expect(found(series([16, 1, 8, 4, 32, 2], [2004, 2000, 2003, 2002, 2005, 2001]), rule)).toEqual(
      [],
    );
  });

  it("of two values, or with zeros, are not evaluable", () => {
    expect(run(series([1, 100]), rule).rules[0]?.outcome).toBe("not-evaluable");
    expect(run(series([0, 0, 0]), rule).rules[0]?.outcome).toBe("not-evaluable");
  });

  it("stand still for some periods", () => {
    const constant: Rule = { rule: "constant", keys: ["k"], period: "p", value: "v" };
    expect(found(series([1, 7, 7, 7, 7, 7, 2]), constant)).toEqual([["constant-series", 2, "v"]]);
    expect(found(series([7, 7, 7, 7, 8, 7]), constant)).toEqual([]);
  });
});

describe("outliers", () => {
  it("that three standard deviations cannot find among ten values, whatever they are", () => {
    const ten = { v: [...Array.from({ length: 9 }, (_, i) => i), 1e12] };
    const sigma = run(ten, { rule: "outlier", value: "v", method: "sigma" });
    expect(sigma.rules[0]).toMatchObject({ outcome: "not-evaluable", notEvaluable: 1 });
    expect(found(ten, { rule: "outlier", value: "v" })).toEqual([["outlier", 10, "v"]]);
    const eleven = { v: [...Array.from({ length: 10 }, () => 0), 1] };
    expect(found(eleven, { rule: "outlier", value: "v", method: "sigma" })).toEqual([
      ["outlier", 11, "v"],
    ]);
  });

  it("cannot be told where most values are the same", () => {
    expect(run({ v: [1, 1, 1, 1, 9] }, { rule: "outlier", value: "v" }).rules[0]?.outcome).toBe(
      "not-evaluable",
    );
  });
});

describe("scales", () => {
  const rule: Rule = { rule: "scale", value: "v", is: "percent" };

  it("of all values, unless such small percentages are plausible", () => {
    const small = { i: Array(5).fill("hiv"), v: [0.1, 0.2, 0.3, 0.4, 0.5] };
    expect(found(small, rule)).toEqual([["percent-as-proportion", undefined, "v"]]);
    expect(found(small, { ...rule, by: ["i"], plausible: { hiv: [0, 1] } })).toEqual([]);
    expect(run({ v: [0.1, 0.2] }, rule).rules[0]?.outcome).toBe("not-evaluable");
  });

  it("of one value among others, with what it would be", () => {
    const report = run({ v: [22, 31, 0.18, 27, 41] }, rule);
    expect(report.findings.map(({ code, suggestion }) => [code, suggestion])).toEqual([
      ["validate/scale-of-one", "18"],
    ]);
    expect(found({ v: [2, 3, 0.9, 4, 5, 1.5] }, rule)).toEqual([]);
  });

  it("of proportions above 1", () => {
    const table = { u: ["proportion", "percent"], v: [12, 12] };
    expect(found(table, { rule: "scale", value: "v", unit: "u" })).toEqual([
      ["proportion-above-one", 1, "v"],
    ]);
  });
});

describe("the others", () => {
  it("sentinels stand apart from all other values", () => {
    expect(found({ x: [20, 30, 99, 999] }, { rule: "sentinel", column: "x" })).toEqual([
      ["sentinel", 3, "x"],
      ["sentinel", 4, "x"],
    ]);
    expect(found({ x: [90, 95, 99] }, { rule: "sentinel", column: "x" })).toEqual([]);
    expect(found({ x: [1, 2, -9] }, { rule: "sentinel", column: "x" })).toEqual([
      ["sentinel", 3, "x"],
    ]);
  });

  it("last digits prefer 0 and 5 only beyond chance, and not among few", () => {
    const round = { x: Array.from({ length: 60 }, (_, i) => 5 * i) };
    const all = { x: Array.from({ length: 60 }, (_, i) => i) };
    expect(found(round, { rule: "digits", column: "x" })).toEqual([
      ["digit-preference", undefined, "x"],
    ]);
    expect(found(all, { rule: "digits", column: "x" })).toEqual([]);
    expect(run({ x: [5, 10] }, { rule: "digits", column: "x" }).verdict).toBe("accept");
  });

  it("vintages say what was revised, withdrawn and added", () => {
    const before = { k: ["a", "b", "c", "d", "e"], v: [1, 2, null, 4, 10] };
    const now = { k: ["a", "b", "c", "e", "new"], v: [1.5, null, 3, 10.1, 1] };
    const rule: Rule = {
      rule: "vintage",
      table: "before",
      keys: ["k"],
      value: "v",
      tolerance: 0.02,
    };
    expect(found(now, rule, { tables: { before } })).toEqual([
      ["revised", 1, "v"],
      ["value-withdrawn", 2, "v"],
      ["value-added", 3, "v"],
      ["key-withdrawn", undefined, "k"],
    ]);
    expect(run(now, rule).rules[0]?.level).toBe(2);
    expect(run(now, rule).rules[0]?.outcome).toBe("not-evaluable");
  });

  it("conditions are pointed at, and missing ones are not failures", () => {
    const holds = { op: "<=", args: [{ column: "a" }, { column: "b" }] } as const;
    const rule: Rule = {
      rule: "expression",
      holds,
      message: "a is more than b",
      column: "a",
      hint: "Look.",
    };
    const report = run({ a: [1, 3, null], b: [2, 2, 2] }, rule);
    expect(report.findings.map(({ message, hint }) => [message, hint])).toEqual([
      ["Row 2: a is more than b (a 3, b 2).", "Look."],
    ]);
    expect(report.rules[0]?.notEvaluable).toBe(1);
    const wrong = run({ a: ["x"], b: [2] }, rule);
    expect(wrong.rules[0]?.outcome).toBe("not-evaluable");
  });

  it("intervals", () => {
    const rule: Rule = {
      rule: "interval",
      value: "v",
      lower: "l",
      upper: "u",
      standardError: "s",
      n: "n",
    };
    const table = {
      v: [5, 5, 5, 5, 0, 5],
      l: [1, 9, 6, 1, 0, 1],
      u: [9, 1, 9, 9, 0, 9],
      s: [1, 1, 1, -1, 0, 1],
      n: [9, 9, 9, 9, 9, 2.5],
    };
    expect(found(table, rule)).toEqual([
      ["interval-reversed", 2, "l"],
      ["value-outside-interval", 3, "v"],
      ["se-negative", 4, "s"],
      ["interval-zero-width", 5, undefined],
      ["n-not-whole", 6, "n"],
    ]);
  });

  it("status flags, several in a cell", () => {
    const table = { s: ["B;E", "M", "A", "E M", null, "b"], v: [1, 2, null, null, null, 1] };
    expect(found(table, { rule: "status", status: "s", value: "v" })).toEqual([
      ["value-despite-status", 2, "s"],
      ["status-without-value", 3, "s"],
      ["null-without-status", 5, "v"],
      ["code-form", 6, "s"],
    ]);
  });

  it("ratios", () => {
    const table = { a: [5, 0, 3, 120, 5, null, -1], b: [100, 0, 0, 100, -10, 50, 5] };
    expect(
      found(table, { rule: "ratio", numerator: "a", denominator: "b", proportion: true }).map(
        ([code]) => code,
      ),
    ).toEqual([
      "denominator-zero",
      "denominator-zero",
      "numerator-exceeds",
      "denominator-negative",
      "missing",
      "numerator-negative",
    ]);
    expect(
      found(
        { a: [120], b: [100] },
        { rule: "ratio", numerator: "a", denominator: "b", proportion: false },
      ),
    ).toEqual([]);
  });

  it("sums of columns and of indicators", () => {
    const rule: Rule = { rule: "sum", terms: ["a", "b"], total: "c" };
    expect(
      found({ a: [40, 40.1, 40, null], b: [60, 60, 50, 1], c: [100, 100, 100, 1] }, rule).map(
        ([code, row]) => [code, row],
      ),
    ).toEqual([
      ["sum-rounding", 2],
      ["sum", 3],
    ]);
    const long: Rule = {
      rule: "sum",
      indicator: "i",
      value: "v",
      keys: ["k"],
      terms: ["a", "b"],
      total: 100,
    };
    expect(found({ k: ["x", "x", "y"], i: ["a", "b", "a"], v: [40, 50, 1] }, long)).toEqual([
      ["sum", 2, "v"],
    ]);
  });
});
