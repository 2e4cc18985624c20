import { booleanColumn, numberColumn, type Table, tableOf, textColumn } from "@vitalcore/core";
import { type CsvColumn, readCsv, writeCsv } from "@vitalcore/table/csv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const hard = fc.constantFrom(
  '"',
  ",",
  "\r",
  "\n",
  "\r\n",
  "\uFEFF",
  "\u001A",
  " ",
  "\t",
  ";",
  "|",
  "'",
  "=",
  "é",
  "日本",
  "🌍",
  "sep=;",
);
const text = fc
  .array(fc.oneof(hard, fc.string({ unit: "grapheme" })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(""))
  // What cannot be seen is reported when read, not lost; an empty text is missing in CSV.
  .filter((joined) => joined !== "");
const number = fc.double({ noNaN: true, noDefaultInfinity: true });

const column = (length: number) => {
  const cells = <Value>(value: fc.Arbitrary<Value>) =>
    fc.array(fc.option(value, { freq: 4 }), { minLength: length, maxLength: length });
  return fc.oneof(
    cells(text).map(textColumn),
    cells(number).map(numberColumn),
    cells(fc.boolean()).map(booleanColumn),
  );
};

const anyTable = fc
  .tuple(fc.uniqueArray(text, { minLength: 1, maxLength: 5 }), fc.nat({ max: 6 }))
  .chain(([names, length]) =>
    fc
      .tuple(...names.map(() => column(length)))
      .map((columns) => tableOf(columns.map((found, i) => [names[i] as string, found] as const))),
  );

function schemaOf(table: Table): Record<string, CsvColumn> {
  return Object.fromEntries(table.names.map((name) => [name, { type: table.column(name).kind }]));
}

describe("what is written is read again", () => {
  const same = (table: Table, csv: string, delimiter?: string) => {
    const read = readCsv(csv, {
      columns: schemaOf(table),
      ...(delimiter !== undefined && { delimiter }),
    });
    expect(read.table.names).toEqual(table.names);
    for (const name of table.names) expect(read.table.column(name)).toEqual(table.column(name));
  };
  const readable = (table: Table) => {
    // A row of text that repeats the header is left out as a sign of joined files.
    const rows = Array.from({ length: table.length }, (_, i) =>
      table.names.every((name) => {
        const found = table.column(name);
        return found.kind === "text" && found.levels[found.codes[i] as number] === name;
      }),
    );
    return table.names.length === 1 || !rows.includes(true);
  };

  test("any table, with the delimiter found", () => {
    fc.assert(
      fc.property(anyTable.filter(readable), fc.constantFrom("\n", "\r\n"), (table, lineEnd) => {
        same(table, writeCsv(table, { lineEnd: lineEnd as "\n" }), ",");
      }),
      { numRuns: 400 },
    );
  });

  test("any delimiter", () => {
    fc.assert(
      fc.property(
        anyTable.filter(readable),
        fc.constantFrom(";", "\t", "|", ":", "a", "é"),
        (table, delimiter) => {
          same(table, writeCsv(table, { delimiter }), delimiter);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("several columns, with the delimiter found by the reader", () => {
    const table = tableOf([
      ["a;b", textColumn(["x;y", "p|q", null])],
      ["c", numberColumn([-0, 1e-7, 12345678.9])],
      ["d", booleanColumn([true, null, false])],
    ]);
    same(table, writeCsv(table));
  });
});

describe("what is written", () => {
  test("is RFC 4180: CRLF, quotes doubled, and quoted only where needed", () => {
    const table = { a: ["x", 'y "z"', "1,2", "p\nq"], b: [1, 0.1 + 0.2, 1e21, null] };
    expect(writeCsv(table)).toBe(
      'a,b\r\nx,1\r\n"y ""z""",0.30000000000000004\r\n"1,2",1e+21\r\n"p\nq",\r\n',
    );
  });

  test("a row of nothing is no blank line", () => {
    expect(writeCsv({ a: [null], b: [null] }, { lineEnd: "\n" })).toBe('a,b\n"",\n');
  });

  test("nothing at all for a table without columns; a mark for missing values if asked", () => {
    expect(writeCsv({})).toBe("");
    expect(writeCsv({ a: [1, null] }, { lineEnd: "\n", missing: ".." })).toBe("a\n1\n..\n");
  });

  test("a delimiter that is none is refused", () => {
    expect(() => writeCsv({ a: [1] }, { delimiter: "\n" })).toThrow(/delimiter/);
  });
});

describe("formula cells", () => {
  const note = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    "\t=1",
    "\r=1",
    "＝1",
    "-1.5",
    "plain",
    "a=b",
  ];

  test("are guarded when asked, in cells and headers, and numbers are left alone", () => {
    const csv = writeCsv(
      { "=x": note, v: note.map(() => -1.5) },
      { formulaGuard: true, lineEnd: "\n" },
    );
    const { table } = readCsv(csv, { columns: { "'=x": { type: "text" } } });
    expect(table.column("'=x").levels).toEqual([
      ...note.slice(0, 7).map((cell) => `'${cell}`),
      "-1.5",
      "plain",
      "a=b",
    ]);
    expect([...(table.column("v") as { values: Float64Array }).values]).toEqual(
      note.map(() => -1.5),
    );
  });

  test("stay as they are otherwise", () => {
    const { table } = readCsv(writeCsv({ note }), { columns: { note: { type: "text" } } });
    expect(table.column("note").levels).toEqual(note);
  });
});
