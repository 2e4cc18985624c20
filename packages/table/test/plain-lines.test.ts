import { type Column, cellAt } from "@vitalcore/core";
import { readCsv } from "@vitalcore/table/csv";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";

const cell = fc.oneof(
  fc.constantFrom(
    "KEN",
    "UGA",
    "indicator-1",
    "indicator-17",
    "PERCENT",
    "NA",
    "",
    "..",
    "-",
    " x ",
  ),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.string({ unit: fc.constantFrom("a", "é", "ж", "1", " ", "日", "🌍", "'"), maxLength: 40 }),
);

/** Rows as an independent parser gives them: those with too few or too many cells are left out, and blank ones. */
function oracle(text: string, delimiter: string, columns: number): string[][] {
  return Papa.parse<string[]>(text, { delimiter, newline: "\n" })
    .data.map((cells) => [...cells.slice(0, -1), (cells.at(-1) as string).replace(/\r$/, "")])
    .filter((cells) => cells.length >= columns && cells.slice(columns).every((each) => each === ""))
    .map((cells) => cells.slice(0, columns))
    .filter((cells) => cells.some((each) => each !== ""));
}

describe("lines without quotes, which are read without a parser", () => {
  it("give the cells that Papa Parse gives", () => {
    const file = fc.record({
      delimiter: fc.constantFrom(",", ";", "\t", "|"),
      newline: fc.constantFrom("\n", "\r\n"),
      ended: fc.boolean(),
      rows: fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 60 }),
      repeated: fc.nat({ max: 300 }),
    });
    fc.assert(
      fc.property(file, ({ delimiter, newline, ended, rows, repeated }) => {
        // The first row makes sure that what comes after it is plain.
        const all = [["a", "b", "c"], ["x", "y", "z"], ...rows, ...rows.slice(0, repeated)];
        const text = all.map((each) => each.join(delimiter)).join(newline) + (ended ? newline : "");
        const { table } = readCsv(text, {
          delimiter,
          columns: { a: { type: "text" }, b: { type: "text" }, c: { type: "text" } },
        });
        const expected = oracle(text, delimiter, 3).slice(1);
        const columns: readonly Column[] = ["a", "b", "c"].map((name) => table.column(name));
        const found = Array.from({ length: table.length }, (_, i) =>
          columns.map((column) => cellAt(column, i) ?? ""),
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("give the numbers that JavaScript reads, to the last digit", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 17 });
    const decimal = fc
      .tuple(fc.constantFrom("", "-"), digits, fc.constantFrom("", "."), digits)
      .map((parts) => parts.join(""))
      .filter((text) => /^-?\d+(?:\.\d+)?$/.test(text) && Math.abs(Number(text)) <= 2 ** 53);
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1, maxLength: 20 }), (texts) => {
        const { table } = readCsv(
          `id,n\n${["0", ...texts].map((text) => `r,${text}\n`).join("")}`,
          {
            columns: { n: { type: "number" } },
          },
        );
        const column = table.column("n");
        expect(column.kind === "number" ? [...column.values] : []).toEqual([
          0,
          ...texts.map(Number),
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it("keep the spelling of what turns out to be a column of text", () => {
    const spelled = ["1", "10", "1.50", "0.10", "-0", "0.0000001", "100", "5.", ".5", "1e3", "7"];
    const text = `id,v\n${spelled.map((each) => `r,${each}\n`).join("")}r,x\n`;
    const column: Column = readCsv(text).table.column("v");
    expect(spelled.map((_, i) => cellAt(column, i))).toEqual(spelled);
  });

  it("know a missing value that looks like a number", () => {
    const { table } = readCsv("id,v,w\nr,1,1\nr,99,99\n", {
      missing: ["99"],
      columns: { v: { type: "number" } },
    });
    for (const name of ["v", "w"]) expect(cellAt(table.column(name), 1)).toBeNull();
  });

  it("report each formula, also one that was seen before", () => {
    const text = `id,v\n${"r,=A1\n".repeat(4)}`;
    const { findings } = readCsv(text, { columns: { v: { type: "text" } } });
    expect(findings.map(({ code, place }) => [code, place.row])).toEqual(
      [1, 2, 3, 4].map((row) => ["table/formula-cell", row]),
    );
  });

  it("tell many texts apart, and long ones", () => {
    const texts = Array.from(
      { length: 30_000 },
      (_, i) => `${"long name ".repeat(i % 5)}${i % 7000}`,
    );
    const { table } = readCsv(`id,v\nr,x\n${texts.map((text) => `r,${text}\n`).join("")}`);
    const column: Column = table.column("v");
    expect(texts.every((text, i) => cellAt(column, i + 1) === text)).toBe(true);
  });
});
