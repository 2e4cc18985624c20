import { readCsv } from "@vitalcore/table/csv";
import { readJson, readJsonLines } from "@vitalcore/table/json";
import { describe, expect, it } from "vitest";

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

describe("what stands above the rows", () => {
  it("is found to be titles, and the header is taken from below them", () => {
    const text = "Table 3. Violence,,\nSource: survey,,\n,,\narea,year,value\nKEN,2018,1\n";
    const { table, findings, lineOf } = readCsv(text);
    expect(table.names).toEqual(["area", "year", "value"]);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ["table/blank-line", "warning"],
      ["table/header-not-found", "error"],
    ]);
    expect(findings[1]?.message).toContain("line 4");
    expect(lineOf(1)).toBe(5);
  });

  it("is only a warning where one title stands directly above a header as wide", () => {
    const { table, findings } = readCsv("This is a title,,\nFoo,Bar,Baz\n1,2,3\n");
    expect(table.names).toEqual(["Foo", "Bar", "Baz"]);
    expect(findings.map(({ severity }) => severity)).toEqual(["warning"]);
  });

  it("is the header of a list in one column, whatever it says", () => {
    expect(readCsv("name of place\nNew York\nLos Angeles\n").table.length).toBe(2);
  });

  it("is a header with unnamed columns where numbers follow", () => {
    expect(readCsv("row id,,\n1,2,3\n").table.names[0]).toBe("row id");
  });

  it("is a row of HXL hashtags, which is no data", () => {
    const { table, findings } = readCsv("Country,Year\n#country+code,#date +year\nKEN,2020\n");
    expect(table.length).toBe(1);
    expect(codes(findings)).toEqual(["table/hxl-tags"]);
  });
});

describe("the line of a row", () => {
  it("counts lines inside quoted cells and blank lines", () => {
    const { lineOf } = readCsv('a,b\n1,"x\ny"\n\n2,z\n3,z\n');
    expect([1, 2, 3, 4, 0].map(lineOf)).toEqual([2, 5, 6, undefined, undefined]);
  });
});

describe("cells that a spreadsheet would run", () => {
  it.each(["=1+1", "+1+1", "-2+3", "@SUM(1+1)", "\t=1+1", "=HYPERLINK(1)"])(
    "are reported: %j",
    (cell) => {
      expect(codes(readCsv(`note,value\n"${cell}",1\n`).findings)).toContain("table/formula-cell");
    },
  );

  it.each(["-1.5", "+358 40 1234567", "-", "—", "a=b"])("but not %j", (cell) => {
    expect(codes(readCsv(`note,value\n${cell},1\nx,2\n`).findings)).not.toContain(
      "table/formula-cell",
    );
  });
});

describe("JSON", () => {
  it("says which key stands twice, in which row", () => {
    const { findings } = readJson('[{"a":1},{"a":1,"\\u0061":2}]');
    expect(findings.map(({ code, place }) => [code, place.row, place.column])).toEqual([
      ["table/json-duplicate-key", 2, "a"],
    ]);
  });

  it("says the row and the column of a number that it cannot hold", () => {
    const { findings } = readJson('[{"id":1},{"id":9007199254740993}]');
    expect(findings[0]?.place).toMatchObject({ row: 2, column: "id" });
  });

  it("in lines keeps the good ones", () => {
    const text = '{"a":1}\n{"a":2},\n\n{"a":3}x\n{"a":4}';
    const { table, findings } = readJsonLines(text);
    expect(table.length).toBe(2);
    expect(findings.map(({ place }) => place.line)).toEqual([2, 4]);
  });
});
