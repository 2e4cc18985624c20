import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTidyCsv, readTidyJson, writeTidyCsv, writeTidyJson } from "../src/tidy/index.js";
import { anyObservations, observations } from "./arbitrary-observations.js";

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);
/** What a reader of CSV says of characters that cannot be seen; the values are kept. */
const ODDITIES = new Set(["table/control-character", "table/damaged-text", "table/nul-character"]);
const row = { indicator: "a", area: "NAM", period: "2018", value: 1, unit: "PERCENT" };

describe("tidy CSV", () => {
  it("gives back what was written (property)", () => {
    fc.assert(
      fc.property(observations, (written) => {
        const read = readTidyCsv(writeTidyCsv(written));
        expect(read.observations).toEqual(written);
      }),
    );
  });

  it("says nothing about what it has written itself, but for characters that cannot be seen (property)", () => {
    fc.assert(
      fc.property(observations, (written) => {
        const { findings } = readTidyCsv(writeTidyCsv(written));
        const other = findings.filter(({ severity }) => severity === "error");
        expect(codes(other).filter((code) => !ODDITIES.has(code))).toEqual([]);
      }),
    );
  });

  it("keeps codes as text", () => {
    const read = readTidyCsv(
      "indicator;area;period;value;unit;breakdown.age\n007;516;2018;1,5;PERCENT;05\n",
      {
        decimal: ",",
      },
    );
    expect(read.observations).toEqual([
      { ...row, indicator: "007", area: "516", value: 1.5, breakdown: { age: "05" } },
    ]);
  });

  it("guards formulas when asked, and only then", () => {
    const hostile = [{ ...row, note: "=cmd|' /C calc'!A0", value: -1 }];
    expect(writeTidyCsv(hostile)).toContain(',"=cmd');
    expect(writeTidyCsv(hostile, { formulaGuard: true })).toMatch(/,-1,.*'=cmd/);
  });

  it("reports all that is wrong with a file together", () => {
    const text = "indicator,area,value,unit,lower,colour\na,NAM,12 %,PERCENT,1,red\n";
    expect(codes(readTidyCsv(text).findings)).toEqual(
      expect.arrayContaining(["domain/observation-column", "domain/unused-column"]),
    );
  });

  it("reads an empty file as no observations, with a finding", () => {
    expect(readTidyCsv("").observations).toEqual([]);
    expect(readTidyCsv("").findings.length).toBeGreaterThan(0);
  });
});

describe("tidy JSON", () => {
  it("gives back what was written, whatever the text (property)", () => {
    fc.assert(
      fc.property(anyObservations, (written) => {
        const read = readTidyJson(writeTidyJson(written));
        // JSON has no -0.
        expect(read).toEqual({ observations: JSON.parse(JSON.stringify(written)), findings: [] });
      }),
    );
  });

  it("survives any JSON, and says what is wrong with it (property)", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const { observations: read, findings } = readTidyJson(JSON.stringify(json));
        const empty = Array.isArray(json) && json.length === 0;
        expect(empty || read.length > 0 || findings.length > 0).toBe(true);
      }),
    );
  });

  it("takes a key called __proto__ for a key", () => {
    const text =
      '[{"indicator":"a","area":"NAM","period":"2018","value":1,"unit":"PERCENT","__proto__":{"polluted":1},"breakdown":{"__proto__":"x"}}]';
    const { observations: read, findings } = readTidyJson(text);
    expect(Object.entries(read[0]?.breakdown ?? {})).toEqual([["__proto__", "x"]]);
    expect(codes(findings)).toEqual(["interop/unused-column"]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it("reports several problems of several rows", () => {
    const rows = [
      { ...row, value: "12 %", n: {} },
      { ...row, area: undefined, colour: "red" },
      "no row",
      { ...row, interval: 5 },
      { ...row, interval: { lower: 1 } },
      { ...row, status: [1, {}] },
    ];
    const { observations: read, findings } = readTidyJson(rows);
    expect(read).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual([
      'Row 1: value is "12 %", and a number is needed.',
      'Row 1: n is "a value of type object", and a number is needed.',
      "Row 2: area is null, and text is needed.",
      'Row 3 is "no row", and an object is needed.',
      "Row 4: interval is 5, and an object is needed.",
      "Row 5: of the bounds and the level of an interval, only interval.lower is given.",
      'Row 6: status is "a value of type object", and a status code is needed.',
      'Column "colour" is no field of an observation, and is not read.',
    ]);
  });

  it("says where JSON is broken", () => {
    expect(codes(readTidyJson("[{").findings)).toEqual(["interop/json-syntax"]);
    expect(codes(readTidyJson("{}").findings)).toEqual(["interop/shape"]);
  });
});
