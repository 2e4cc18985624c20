import { columnsOf, rowsOf } from "@vitalcore/table";
import { readCsv } from "@vitalcore/table/csv";
import { describe, expect, test } from "vitest";

/** The findings as `code line/row/column`. */
function said(text: string | Uint8Array, options = {}): string[] {
  return readCsv(text, options).findings.map(({ code, place }) => {
    const where = [place.line, place.row, place.column].map((part) => part ?? "").join("/");
    return `${code.replace("table/", "")} ${where}`;
  });
}

const cells = (text: string, options = {}) => columnsOf(readCsv(text, options).table);

describe("legal CSV", () => {
  // The cases of csv-spectrum (BSD-2-Clause), written anew.
  test.each([
    [
      "comma in quotes",
      'first,address\nJohn,"120 any st., Anytown"\n',
      ["John", "120 any st., Anytown"],
    ],
    ["escaped quotes", 'a,b\nx,"ha ""ha"" ha"\n', ["x", 'ha "ha" ha']],
    ["newlines in quotes", 'a,b\nx,"Once upon \na time"\n', ["x", "Once upon \na time"]],
    ["CRLF in quotes, CRLF lines", 'a,b\r\nx,"1\r\n2"\r\n', ["x", "1\r\n2"]],
    ["LF in quotes, CRLF lines", 'a,b\r\nx,"1\n2"\r\n', ["x", "1\n2"]],
    ["CR at the end of a quoted cell", 'a,b\r\nx,"1\r"\r\n', ["x", "1\r"]],
    [
      "JSON in a cell",
      'a,b\nx,"{""type"": ""Point"", ""at"": [102.0, 0.5]}"\n',
      ["x", '{"type": "Point", "at": [102.0, 0.5]}'],
    ],
    ["quotes alone", 'a,b\nx,""""\n', ["x", '"']],
    ["other scripts", "a,b\nʤ,日本 العربية\n", ["ʤ", "日本 العربية"]],
    ["no line end after the last record", "a,b\nx,y", ["x", "y"]],
    ["a quote closes the file", 'a,b\nx,"y"', ["x", "y"]],
  ])("%s", (_, text, row) => {
    const { table, findings } = readCsv(text);
    expect(Object.values(rowsOf(table)[0] ?? {})).toEqual(row);
    expect(table.length).toBe(1);
    expect(findings).toEqual([]);
  });

  test("delimiters are found, in small files too, and said", () => {
    expect(said("id\tname\n1\tx\n")).toEqual(["delimiter-found //"]);
    expect(cells("a;b\n1,5;x\n2,5;y\n")).toEqual({ a: ["1,5", "2,5"], b: ["x", "y"] });
    expect(cells("a|b\n1|x\n")).toEqual({ a: [1], b: ["x"] });
    expect(cells('a,b\n"x;y;z",1\n"p;q;r",2\n')).toEqual({ a: ["x;y;z", "p;q;r"], b: [1, 2] });
    expect(cells("only\nx\n")).toEqual({ only: ["x"] });
    expect(cells("a:b\n1:2\n", { delimiter: ":" })).toEqual({ a: [1], b: [2] });
  });

  test("Excel's separator line", () => {
    expect(cells("sep=;\na;b,c\n1;x\n")).toEqual({ a: [1], "b,c": ["x"] });
    expect(said("sep=;\r\na;b\r\n1;x\r\n1\r\n")).toEqual(["delimiter-found //", "ragged-row 4//"]);
  });

  test("lines above the header", () => {
    const text = 'Data Source,WDI\r\n\r\n"Last Updated",2020\r\nCountry,2019\r\nNamibia,5\r\nx\r\n';
    expect(cells(text, { skipLines: 3 })).toEqual({ 2019: [5], Country: ["Namibia"] });
    expect(said(text, { skipLines: 3 })).toEqual(["ragged-row 6//"]);
    expect(said("a\nb\n", { skipLines: 5 })).toEqual(["empty-file //"]);
  });
});

describe("lines", () => {
  test("old Macintosh and mixed line ends are read and reported", () => {
    expect(cells("a,b\r1,x\r2,y\r")).toEqual({ a: [1, 2], b: ["x", "y"] });
    expect(said("a,b\r1,x\r2,y\r")).toEqual(["cr-line-ends //"]);
    expect(cells('a,b\r\n1,x\n2,"y"\r\n')).toEqual({ a: [1, 2], b: ["x", "y"] });
    expect(said('a,b\r\n1,x\n2,"y"\r\n')).toEqual(["mixed-line-ends //"]);
    expect(said("a,b\r\n1,x\r\n2,y")).toEqual([]);
  });

  test("a place is the physical line, whatever the cells hold", () => {
    const text = 'a,v\n"x\ny\nz",1\nw,bad\n';
    expect(said(text, { columns: { v: { type: "number" } } })).toEqual(["not-a-number 5/2/v"]);
  });

  test("lines without values are left out; a quoted empty cell is a value", () => {
    const text = 'a,b\n\n1,x\n,\n\n2,y\n"",\n,,,\n\n';
    expect(cells(text)).toEqual({ a: [1, 2, null], b: ["x", "y", null] });
    expect(said(text)).toEqual([2, 4, 5, 8, 9].map((line) => `blank-line ${line}//`));
    expect(said("\n\na\n1\n")).toEqual(["blank-line 1//", "blank-line 2//"]);
  });

  test("ragged rows do not shift values: they are left out, those with empty cells beyond excepted", () => {
    const text = "a,b,c\n1,2,3\nKorea, Rep.,4,5\n6,7\n8,9,10,,\n";
    expect(cells(text)).toEqual({ a: [1, 8], b: [2, 9], c: [3, 10] });
    expect(said(text)).toEqual(["ragged-row 3//", "ragged-row 4//", "trailing-delimiters 5//"]);
    expect(readCsv(text).findings[0]?.message).toBe(
      "Line 3: 4 cells where the header has 3; the row was left out.",
    );
  });

  test("files joined end to end", () => {
    const part = "iso3,value\nKEN,1\n";
    expect(said(`${part}${part}`)).toEqual(["repeated-header 3//"]);
    expect(said(`\uFEFF${part}\uFEFF${part}`)).toEqual([
      "byte-order-mark //",
      "repeated-header 3//",
    ]);
    expect(cells(`${part}${part}`)).toEqual({ iso3: ["KEN", "KEN"], value: [1, 1] });
  });

  test("nothing at all, or nothing under the header", () => {
    expect(said("")).toEqual(["empty-file //"]);
    expect(said("\uFEFF")).toContain("empty-file //");
    expect(said("\n\n")).toEqual(["blank-line 1//", "blank-line 2//", "empty-file //"]);
    const { table, findings } = readCsv("a,b");
    expect(table.names).toEqual(["a", "b"]);
    expect(findings.map(({ code }) => code)).toEqual(["table/no-rows"]);
  });

  test("a DOS end-of-file mark is no row", () => {
    expect(said("a,b\n1,2\n\u001A")).toEqual(["end-of-file-mark //"]);
    expect(cells("a,b\n1,2\n\u001A")).toEqual({ a: [1], b: [2] });
  });
});

describe("quotes", () => {
  test("never closed: the line that opens it is left out, and nothing else", () => {
    const text = 'iso3,note,v\nKEN,ok,0\nTZA,"open,2\nRWA,ok,3\n';
    expect(said(text)).toEqual(["unclosed-quote 3/2/note"]);
    expect(cells(text)).toEqual({ iso3: ["KEN", "RWA"], note: ["ok", "ok"], v: [0, 3] });
  });

  test("never closed, after a cell of two lines: the physical line of the quote", () => {
    const text = 'iso3,note,v\nKEN,"two\nlines",0\nTZA,"two\nlines","open\nRWA,ok,3\nUGA,ok,4';
    expect(said(text)[0]).toBe("unclosed-quote 5/2/v");
    expect(cells(text)).toEqual({
      iso3: ["KEN", "RWA", "UGA"],
      note: ["two\nlines", "ok", "ok"],
      v: [0, 3, 4],
    });
  });

  test("never closed, again and again: the rest is given up", () => {
    const text = `a,b\n${[1, 2, 3, 4, 5, 6].map((i) => `${i},"open\n${i},ok\n`).join("")}`;
    expect(said(text)).toEqual([2, 4, 6, 8].map((line, i) => `unclosed-quote ${line}/${i + 1}/b`));
    expect(cells(text)).toEqual({ a: [1, 2, 3], b: ["ok", "ok", "ok"] });
  });

  test("followed by text", () => {
    expect(said('a,b\nx,"abc"def\ny,"z"\n')[0]).toBe("text-after-quote 2/1/b");
  });

  test("inside a cell, or after a space", () => {
    expect(said('a,b\nx,5"7 tall\ny,z\n')).toEqual(["stray-quote 2/1/b"]);
    expect(cells('a,b\nx,5"7 tall\ny,z\n')).toEqual({ a: ["x", "y"], b: ['5"7 tall', "z"] });
    expect(said('a,b\nx, "y"\n')).toEqual(["stray-quote 2/1/b"]);
    expect(said('a,b\nx,"5""7"\n')).toEqual([]);
  });
});

describe("headers", () => {
  test("repeated and empty ones are renamed, always alike, and never onto another", () => {
    const { table, findings } = readCsv("v,v,,v_2,v,\n1,2,3,4,5,6\n");
    expect(table.names).toEqual(["v", "v_3", "column_3", "v_2", "v_4", "column_6"]);
    expect(findings.map(({ code, place }) => [code, place.column])).toEqual([
      ["table/duplicate-header", "v_3"],
      ["table/empty-header", "column_3"],
      ["table/duplicate-header", "v_4"],
      ["table/empty-header", "column_6"],
    ]);
    expect(findings[0]?.message).toBe(
      'Columns 1 and 2 are both called "v"; the second is read as "v_3".',
    );
  });

  test("spaces, case, and characters that cannot be seen", () => {
    expect(said("Survey ,b\n1,2\n")).toEqual(["padded-header 1//Survey "]);
    expect(said("a, a\n1,2\n")).toEqual(["padded-header 1// a", "similar-header 1// a"]);
    const severities = (text: string) => readCsv(text).findings.map(({ severity }) => severity);
    expect(severities("Value,value\n1,2\n")).toEqual(["warning"]);
    expect(severities("va\u200Blue,value\n1,2\n")).toEqual(["error"]);
    expect(severities("caf\u00E9,cafe\u0301\n1,2\n")).toEqual(["error"]);
  });

  test("names of a prototype's members are names", () => {
    const text = "__proto__,constructor,toString,hasOwnProperty\npolluted,1,2,3\n";
    const { table, findings } = readCsv(text);
    expect(findings).toEqual([]);
    expect(table.names).toEqual(["__proto__", "constructor", "toString", "hasOwnProperty"]);
    const row = rowsOf(table)[0] as object;
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect(Object.keys(row)).toContain("__proto__");
    expect("polluted" in {}).toBe(false);
    const columns = JSON.parse('{"__proto__":{"type":"text"},"constructor":{"type":"text"}}');
    expect(readCsv(text, { columns }).table.column("constructor").kind).toBe("text");
  });

  test("headers in any script", () => {
    expect(cells("国家,الدولة,País\n中国,مصر,1\n")).toEqual({
      国家: ["中国"],
      الدولة: ["مصر"],
      País: [1],
    });
  });

  test("3,000 columns, and 10,000 of one name", () => {
    const wide = Array.from({ length: 3000 }, (_, i) => `c${i}`);
    expect(readCsv(`${wide.join()}\n${wide.join()}x\n`).table.names).toEqual(wide);
    const same = readCsv(`${"a,".repeat(9999)}a\n`);
    expect(new Set(same.table.names).size).toBe(10_000);
    expect(same.findings.length).toBeLessThan(250);
  });
});

test("characters that cannot be seen in cells", () => {
  expect(said("a,b\nx\u0000,1\ny,\u202Ez\n\uFFFD,\u0007\n")).toEqual([
    "nul-character 2/1/a",
    "control-character 3/2/b",
    "damaged-text 4/3/a",
    "control-character 4/3/b",
  ]);
});
