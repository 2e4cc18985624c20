import { readFileSync } from "node:fs";
import { countMissing, isVitalError, type NumberColumn, type TextColumn } from "@vitalcore/core";
import { rowsOf } from "@vitalcore/table";
import { readCsv } from "@vitalcore/table/csv";
import { describe, expect, expectTypeOf, test } from "vitest";

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

describe("types", () => {
  test("a column is numeric only if every present cell is plainly a number", () => {
    const { table } = readCsv("a,b,c,d,e\n1,1,1,004,\n-2.5e3,<2.5,,005,\n.5,3,7,006,\n");
    expect(table.names.map((name) => table.column(name).kind)).toEqual([
      "number",
      "text",
      "number",
      "text",
      "number",
    ]);
    expect(rowsOf(table)[1]).toEqual({ a: -2500, b: "<2.5", c: null, d: "005", e: null });
  });

  test("nothing but the empty cell is missing unless it is listed", () => {
    const text = "iso2,x\nNA,N\nN/A,null\n,NaN\n";
    expect(rowsOf(readCsv(text).table)).toEqual([
      { iso2: "NA", x: "N" },
      { iso2: "N/A", x: "null" },
      { iso2: null, x: "NaN" },
    ]);
    const { table } = readCsv(text, {
      missing: ["N/A"],
      columns: { x: { type: "text", missing: ["null"] } },
    });
    expect(rowsOf(table)).toEqual([
      { iso2: "NA", x: "N" },
      { iso2: null, x: null },
      { iso2: null, x: "NaN" },
    ]);
  });

  test("what a number would not say again stays as it is written", () => {
    const text = "code,phone,id,price\n1.10,+358,12345678901234567890,1.50\nx,+44,1,2\n";
    expect(rowsOf(readCsv(text).table)).toEqual([
      { code: "1.10", phone: "+358", id: "12345678901234567890", price: 1.5 },
      { code: "x", phone: "+44", id: "1", price: 2 },
    ]);
  });

  test("text among numbers is pointed out", () => {
    const { findings } = readCsv("area,hunger\nA,12\nB,<2.5\nC,4\nD,N\n");
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: "table/text-among-numbers",
      severity: "info",
      place: { column: "hunger", line: 3, row: 2 },
      found: "<2.5",
      facts: { numbers: 2, others: 2 },
    });
  });

  test("declared types reach the compiler", () => {
    const { table } = readCsv("area,value,ok\nNA,1,TRUE\n", {
      columns: { area: { type: "text" }, value: { type: "number" }, ok: { type: "boolean" } },
    });
    expectTypeOf(table.column("area")).toEqualTypeOf<TextColumn>();
    expectTypeOf(table.column("value")).toEqualTypeOf<NumberColumn>();
    expect(rowsOf(table)).toEqual([{ area: "NA", value: 1, ok: true }]);
  });

  test("truth values are true and false in any case, and nothing else", () => {
    const { table, findings } = readCsv('ok\ntrue\nFALSE\nFalse\nyes\n""\n', {
      columns: { ok: { type: "boolean" } },
    });
    expect([...table.column("ok").values]).toEqual([1, 0, 0, 255, 255]);
    expect(codes(findings)).toEqual(["table/not-a-truth-value"]);
  });

  test("only the declared columns, when asked", () => {
    const { table } = readCsv("a,b,c\n1,2,3\n", {
      columns: { c: { type: "text" }, a: { type: "number" } },
      onlyDeclared: true,
    });
    expect(rowsOf(table)).toEqual([{ a: 1, c: "3" }]);
  });

  test("a decimal comma, when the file has it", () => {
    const { table, findings } = readCsv("a;b\n1,5;-0,25e1\n2;1.234\n", { decimal: "," });
    expect(rowsOf(table)).toEqual([
      { a: 1.5, b: "-0,25e1" },
      { a: 2, b: "1.234" },
    ]);
    expect(codes(findings)).toEqual(["table/delimiter-found", "table/text-among-numbers"]);
  });
});

describe("asking for columns", () => {
  test("all that are missing are reported, with what was probably meant", () => {
    const { table, findings } = readCsv("Area,valeu\nNA,1\n", {
      columns: { area: { type: "text" }, value: { type: "number" }, period: { type: "text" } },
      file: "x.csv",
    });
    expect(findings.map(({ code, suggestion }) => [code, suggestion])).toEqual([
      ["table/missing-column", "Area"],
      ["table/missing-column", "valeu"],
      ["table/missing-column", undefined],
    ]);
    expect(findings[0]?.place).toEqual({ file: "x.csv", line: 1, column: "area" });
    expect(findings[1]?.hint).toContain('Did you mean "valeu"?');
    expect(() => table.column("value")).toThrow(/There is no column "value"/);
  });

  test("wrong options are all refused at once", () => {
    try {
      readCsv("a\n1\n", {
        delimiter: '"',
        skipLines: -1,
        encoding: "utf-8",
        limits: { maxRows: Number.NaN },
      });
      expect.unreachable();
    } catch (error) {
      expect(isVitalError(error) && codes(error.findings)).toEqual([
        "table/invalid-option",
        "table/invalid-option",
        "table/invalid-option",
      ]);
    }
    expect(() => readCsv(new Uint8Array(), { encoding: "klingon" })).toThrow(/klingon/);
  });
});

test("values of identifying columns appear in no finding", () => {
  const secret = "Amina-12%";
  const { table, findings } = readCsv(
    `phone,name\n${secret},a\n"${secret}"${secret},b\n${secret}\u0000,c\n"1,234",c\n٣٤,c\n`,
    { columns: { phone: { type: "number", identifying: true } } },
  );
  expect(findings.length).toBeGreaterThan(4);
  const said = JSON.stringify(findings);
  for (const part of ["Amina", "1,234", "34", "٣٤"]) expect(said).not.toContain(part);
  expect(table.identifying.has("phone")).toBe(true);
});

test("a million bad cells are ten findings and a count", () => {
  const { findings } = readCsv(`a,b\n${"x,1\n".repeat(2000)}`, {
    columns: { a: { type: "number" } },
  });
  expect(findings).toHaveLength(11);
  expect(findings[9]?.place.row).toBe(10);
  expect(findings[10]).toMatchObject({
    code: "table/more-findings",
    severity: "error",
    place: { column: "a" },
    facts: { rule: "table/missing-mark", count: 1990 },
  });
});

test("a published file with its own marks for missing values", () => {
  const bytes = readFileSync(
    new URL("./fixtures/Global-MPI_national_multiple_years.csv", import.meta.url),
  );
  const plain = readCsv(bytes);
  expect(plain.table.length).toBe(205);
  const { table, findings } = readCsv(bytes, { missing: [".."] });
  const incomplete = new Set<number>();
  for (const name of table.names.slice(6, 16)) {
    const column = table.column(name);
    expect(column.kind).toBe("number");
    if (column.kind !== "number" || countMissing(column) === 0) continue;
    for (const [row, value] of column.values.entries()) {
      if (Number.isNaN(value)) incomplete.add(row);
    }
  }
  // 42 of 205 rows lack one or more indicators, says the note of those who fetched the file.
  expect(incomplete.size).toBe(42);
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});
