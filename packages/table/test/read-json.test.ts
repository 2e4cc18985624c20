import { columnsOf } from "@vitalcore/table";
import { readJson } from "@vitalcore/table/json";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const said = (text: string | Uint8Array, options = {}) =>
  readJson(text, options).findings.map(({ code, place }) => `${code} ${place.line ?? ""}`);

describe("rows and columns", () => {
  test("keep the types they have", () => {
    const rows = '[{"area":"NA","v":1,"ok":true},{"area":null,"v":2.5}]';
    const columns = { area: ["NA", null], v: [1, 2.5], ok: [true, null] };
    expect(columnsOf(readJson(rows).table)).toEqual(columns);
    expect(columnsOf(readJson(JSON.stringify(columns)).table)).toEqual(columns);
    expect(columnsOf(readJson(new TextEncoder().encode(rows)).table)).toEqual(columns);
  });

  test("a byte order mark and brackets in strings are no matter", () => {
    expect(columnsOf(readJson('\uFEFF[{"a":"[[[{{{\\""}]').table)).toEqual({ a: ['[[[{{{"'] });
  });

  test("strings of 20 MB, plain and escaped", () => {
    const long = "é".repeat(10_000_000);
    expect(readJson(JSON.stringify([{ a: long }])).table.column("a")).toMatchObject({
      levels: [long],
    });
    const escaped = '\n"'.repeat(2_000_000);
    expect(readJson(JSON.stringify([{ a: escaped }])).findings).toEqual([]);
    expect(said(`[{"a":"${"\\n".repeat(2_000_000)}`)).toEqual(["table/json-syntax 1"]);
  });

  test("no key reaches a prototype", () => {
    const { table, findings } = readJson('[{"__proto__":1,"constructor":"x"}]');
    expect(findings).toEqual([]);
    expect(table.names).toEqual(["__proto__", "constructor"]);
    expect("x" in {}).toBe(false);
  });
});

describe("what is wrong", () => {
  test("all problems of the columns at once", () => {
    expect(said('[{"a":1,"b":"x","c":{}},{"a":"1","b":2}]')).toEqual([
      "core/mixed-column ",
      "core/mixed-column ",
      "core/unsupported-value ",
    ]);
    expect(said('{"a":[1,2],"b":[1]}')).toEqual(["core/unequal-columns "]);
    expect(said("3")).toEqual(["core/not-a-table "]);
    expect(said("[1]")).toEqual(["core/row-not-an-object "]);
  });

  test("syntax, with its line and what to do", () => {
    const { findings } = readJson('[\n{"a":1},\n{"a":NaN}\n]', { file: "x.json" });
    expect(findings[0]).toMatchObject({
      code: "table/json-syntax",
      place: { file: "x.json", line: 3 },
      message: "Line 3: this is not JSON (NaN where a value should be).",
      hint: "Write null where a value is missing or infinite.",
    });
    expect(said("")).toEqual(["table/empty-file "]);
    for (const text of [
      '[{"a":1},]',
      "[1 2]",
      '{"a" 1}',
      '{"a":1,}',
      "{'a':1}",
      '["a\tb"]',
      "[01]",
      "[.5]",
      "[1]]",
      "[1",
      '"',
      '["\\x"]',
      "[True]",
      "[1}",
      "\u00A0[1]",
    ]) {
      expect(said(text)).toEqual(["table/json-syntax 1"]);
      expect(() => JSON.parse(text)).toThrow();
    }
  });

  test("is found exactly where JSON.parse would find it", () => {
    const token = fc.constantFrom(
      "[",
      "]",
      "{",
      "}",
      ",",
      ":",
      '"a"',
      '"\\u00e9"',
      "1",
      "-0.5e3",
      "true",
      "null",
      " ",
      "\n",
      "x",
      "\\",
    );
    const almost = fc.tuple(fc.json(), fc.nat(), token).map(([text, at, wrong]) => {
      const i = at % (text.length + 1);
      return text.slice(0, i) + wrong + text.slice(i);
    });
    const parses = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          almost,
          fc.array(token).map((tokens) => tokens.join("")),
        ),
        (text) => {
          const refused = said(text).some((line) => /json-syntax|empty-file/.test(line));
          expect(refused).toBe(!parses(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("a syntax error does not quote the data", () => {
    expect(JSON.stringify(readJson('[{"phone": "+264 61 555", name: }]').findings)).not.toContain(
      "264",
    );
  });

  test("numbers that would become others", () => {
    expect(said('[{"id":9007199254740993,"v":1},\n{"id":1,"v":1e400}]')).toEqual([
      "table/json-precision 1",
      "table/json-number 2",
      "core/infinite-value ",
    ]);
    expect(said('[{"id":"9007199254740993 1e999"}]')).toEqual([]);
  });

  test("nesting and size beyond the limits, before anything is built", () => {
    expect(said("[".repeat(200_000))).toEqual(["table/json-too-deep 1"]);
    expect(said('{"a":'.repeat(100))).toEqual(["table/json-too-deep 1"]);
    expect(said('[{"a":1}]', { limits: { maxBytes: 8 } })).toEqual(["table/json-too-large "]);
  });

  test("values of identifying columns are not quoted", () => {
    const { table, findings } = readJson('[{"phone":9007199254740993},{"phone":"secret"}]', {
      identifying: ["phone"],
    });
    expect(table.length).toBe(0);
    expect(JSON.stringify(findings)).not.toMatch(/secret|9007/);
    expect(findings.map(({ code }) => code)).toEqual(["core/mixed-column"]);
  });
});
