import { readFileSync } from "node:fs";
import { type Column, cellAt } from "@vitalcore/core";
import { type ExcelOptions, readExcel } from "@vitalcore/table/excel";
import { Workbook } from "exceljs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

const file = readFileSync(new URL("fixtures/workbook.xlsx", import.meta.url));

async function read(bytes: Uint8Array, options: ExcelOptions = {}) {
  const { table, findings, lineOf } = await readExcel(bytes, options);
  const cells = Object.fromEntries(
    table.names.map((name) => {
      const column: Column = table.column(name);
      return [name, Array.from({ length: table.length }, (_, i) => cellAt(column, i))];
    }),
  );
  const said = findings.map(({ code, place }) =>
    [code.replace("table/", ""), place.sheet, place.line, place.column].filter(Boolean).join(" "),
  );
  return { cells, said, findings, lines: [1, 2, 3].map(lineOf) };
}

async function workbook(rows: readonly (readonly unknown[])[]): Promise<Uint8Array> {
  const book = new Workbook();
  const sheet = book.addWorksheet("S");
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("a workbook that another program has written", () => {
  it("is read with its types, its rows and all that is odd about it", async () => {
    const { cells, said, lines } = await read(file);
    expect(cells).toEqual({
      area: ["NAM", "KEN", "007"],
      users: [51, 12.5, null],
      share: [0.512, 0.125, 0],
      surveyed: ["2018-03-01", "1999-12-31", "2020-02-29"],
      seen: ["2018-03-01T12:30:00", null, "2020-02-29T23:59:59"],
      urban: [true, false, null],
      double: [null, null, null],
    });
    expect(lines).toEqual([3, 4, 6]);
    expect(said).toEqual([
      "other-sheets Data",
      "header-not-found Data 1",
      "merged-cells Data",
      "hidden-cells Data",
      "hidden-cells Data",
      "percent-format Data 3 share",
      "formula-without-value Data 3 double",
    ]);
  });

  it("by the name of a sheet; hidden ones are said to be", async () => {
    const { cells, said } = await read(file, { sheet: "Notes" });
    expect(cells).toEqual({ "Source: made for the tests": [] });
    expect(said).toEqual(["no-rows Notes"]);
    expect((await read(file, { sheet: "Nodes" })).findings[0]).toMatchObject({
      code: "table/no-sheet",
      facts: { sheets: ["Notes", "Data"] },
    });
  });

  it("with columns that are described", async () => {
    const { cells } = await read(file, {
      columns: { users: { type: "text" }, urban: { type: "boolean" } },
      onlyDeclared: true,
    });
    expect(cells).toEqual({ users: ["51", "12.5", null], urban: [true, false, null] });
  });
});

describe("cells of all kinds", () => {
  it("formulas give what they gave when the file was saved", async () => {
    const bytes = await workbook([
      ["a"],
      [{ formula: "1+1", result: 2 }],
      [{ formula: "1/0", result: { error: "#DIV/0!" } }],
    ]);
    const { cells, said } = await read(bytes, { columns: { a: { type: "number" } } });
    expect(cells).toEqual({ a: [2, null] });
    expect(said).toEqual(["spreadsheet-error S 3 a", "formula-value S 2 a"]);
  });

  it("links and rich text give their text, and text that begins like a formula stays text", async () => {
    const bytes = await workbook([
      ["a", "b"],
      [
        { text: "a page", hyperlink: "https://example.org" },
        { richText: [{ text: "two " }, { text: "runs" }] },
      ],
      ["=1+1", "x"],
    ]);
    const { cells, said } = await read(bytes);
    expect(cells).toEqual({ a: ["a page", "=1+1"], b: ["two runs", "x"] });
    expect(said).toEqual(["formula-cell S 3 a"]);
  });

  it("numbers keep all their digits", async () => {
    const numbers = [0.1 + 0.2, 1e-9, 123456789012345, -0.5, 1e21];
    const { cells } = await read(await workbook([["a"], ...numbers.map((each) => [each])]));
    expect(cells).toEqual({ a: numbers });
  });
});

describe("what is no workbook, or too much of one, is refused", () => {
  it.each([
    ["text", strToU8("area,users\n")],
    ["another archive", zipSync({ "a.txt": strToU8("a") })],
    ["an archive cut short", file.subarray(0, file.length / 2)],
    ["a workbook whose parts are no XML", zipSync({ "xl/workbook.xml": strToU8("<no") })],
  ])("%s", async (_, bytes) => {
    expect((await read(bytes)).said).toEqual(["not-excel"]);
  });

  it("an archive that unpacks to more than the limit, before it is unpacked", async () => {
    const bytes = zipSync({ "xl/workbook.xml": new Uint8Array(5_000_000) });
    expect(bytes.length).toBeLessThan(10_000);
    expect((await read(bytes, { limits: { maxBytes: 1_000_000 } })).said).toEqual([
      "archive-too-large",
    ]);
  });

  it("also where it lies about its size", async () => {
    const honest = zipSync({ "xl/workbook.xml": new Uint8Array(5_000_000) });
    const lying = honest.slice();
    const view = new DataView(lying.buffer);
    // The size before packing, in the local header and in the directory.
    for (let at = 0; at + 4 <= lying.length; at++) {
      if (view.getUint32(at, true) === 5_000_000) view.setUint32(at, 1000, true);
    }
    expect((await read(lying, { limits: { maxBytes: 1_000_000 } })).said).toEqual(["not-excel"]);
  });

  it("rows and columns beyond their limits", async () => {
    const bytes = await workbook([
      ["a", "b"],
      [1, 2],
      [3, 4],
    ]);
    expect((await read(bytes, { limits: { maxRows: 1 } })).said).toEqual(["too-many-rows S"]);
    expect((await read(bytes, { limits: { maxColumns: 1 } })).said).toEqual([
      "too-many-columns S 1",
    ]);
  });
});
