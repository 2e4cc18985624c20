import type { Rule } from "@vitalcore/validate";
import { describe, expect, it } from "vitest";
import { verdictOf } from "./support/verdict.js";

const keys = ["k", "l"];
const holds = {
  op: "<",
  args: [{ column: "a" }, { op: "+", args: [{ column: "b" }, 1] }],
} as const;

/** Every kind of rule, with and without the columns that it may do without, and all that it reads. */
const READS: readonly (readonly [columns: string, rule: Rule])[] = [
  ["v", { rule: "type", column: "v", type: "number" }],
  ["a, b", { rule: "required", columns: ["a", "b"] }],
  ["v", { rule: "range", column: "v", max: 1 }],
  ["v, c", { rule: "range", column: "v", by: { column: "c", ranges: {} } }],
  ["v, w", { rule: "range", column: "v", where: { op: ">", args: [{ column: "w" }, 0] } }],
  ["c", { rule: "codes", column: "c", codes: ["x"] }],
  ["a", { rule: "area", column: "a" }],
  ["a, p", { rule: "area", column: "a", period: "p" }],
  ["p", { rule: "period", column: "p" }],
  ["p, f", { rule: "period", column: "p", frequency: "f" }],
  ["k, l", { rule: "unique", columns: keys }],
  ["k, l, v", { rule: "unique", columns: keys, value: "v" }],
  ["k, l", { rule: "reference", columns: keys, table: "t", to: ["m", "n"] }],
  ["k, l, m, n", { rule: "reference", columns: keys, to: ["m", "n"] }],
  ["v, u, i", { rule: "completeness", value: "v", unit: "u", indicator: "i", atLeast: 1 }],
  [
    "v, u, i, g",
    { rule: "completeness", value: "v", unit: "u", indicator: "i", group: "g", atLeast: 1 },
  ],
  [
    "c, v, k, l",
    { rule: "parts", category: "c", total: "T", parts: ["F"], value: "v", keys, measure: "count" },
  ],
  ["x, y", { rule: "nested", pairs: [{ part: "x", whole: "y" }] }],
  ["i, value", { rule: "nested", indicator: "i", pairs: [{ part: "x", whole: "y" }] }],
  ["i, v, k, l", { rule: "nested", indicator: "i", value: "v", keys, pairs: [] }],
  ["a, b", { rule: "sum", terms: ["a", "b"], total: 100 }],
  ["a, b, c", { rule: "sum", terms: ["a", "b"], total: "c" }],
  ["i, value", { rule: "sum", indicator: "i", terms: ["a", "b"], total: "c" }],
  ["i, v, k, l", { rule: "sum", indicator: "i", value: "v", keys, terms: ["a"], total: "c" }],
  ["a, b", { rule: "ratio", numerator: "a", denominator: "b", proportion: true }],
  ["v, l, u", { rule: "interval", value: "v", lower: "l", upper: "u" }],
  ["s, n", { rule: "interval", standardError: "s", n: "n" }],
  ["s, v", { rule: "status", status: "s", value: "v" }],
  ["k, l, p, v", { rule: "jump", keys, period: "p", value: "v" }],
  ["k, l, p, v, s", { rule: "jump", keys, period: "p", value: "v", status: "s" }],
  ["k, l, p, v", { rule: "constant", keys, period: "p", value: "v" }],
  ["v", { rule: "outlier", value: "v" }],
  ["v, g", { rule: "outlier", value: "v", by: ["g"] }],
  ["v", { rule: "scale", value: "v", is: "percent" }],
  ["v, u, g", { rule: "scale", value: "v", unit: "u", by: ["g"] }],
  ["v", { rule: "sentinel", column: "v" }],
  ["v", { rule: "digits", column: "v" }],
  ["k, l, v", { rule: "vintage", table: "t", keys, value: "v" }],
  ["a, b", { rule: "expression", holds, message: "a is not less" }],
];

describe("a rule that misses columns names them, and checks nothing", () => {
  it.each(READS)("%s: %j", (columns, rule) => {
    const list = columns.split(", ");
    const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
    expect(verdictOf(rule, { other: [1] })).toMatchObject({
      outcome: "not-evaluable",
      checked: 0,
      reasons: [`there is no column ${quoted(list)}`],
    });
    const [first = "", ...others] = list;
    if (others.length === 0) return;
    expect(verdictOf(rule, { [first]: [1] }).reasons).toEqual([
      `there is no column ${quoted(others)}`,
    ]);
  });

  it("is graver for keys and required columns than for others", () => {
    const severities = READS.filter(([, { where }]) => where === undefined).map(([, rule]) => [
      rule.rule,
      verdictOf(rule, { other: [1] }).findings[0]?.severity,
    ]);
    expect(Object.fromEntries(severities)).toEqual({
      ...Object.fromEntries(READS.map(([, { rule }]) => [rule, "warning"])),
      required: "error",
      unique: "error",
    });
  });
});
