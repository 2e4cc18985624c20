import { columnsOf } from "@vitalcore/table";
import { readCsv } from "@vitalcore/table/csv";
import { describe, expect, test } from "vitest";

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !bigEndian);
  return new Uint8Array(view.buffer);
};
const read = (bytes: Uint8Array, options = {}) => {
  const { table, findings } = readCsv(bytes, options);
  return {
    columns: columnsOf(table),
    said: findings.map(({ code, severity, place }) => `${severity} ${code} ${place.line ?? ""}`),
  };
};

const TEXT = "iso3,name\nCIV,Côte d'Ivoire\n";
const COLUMNS = { iso3: ["CIV"], name: ["Côte d'Ivoire"] };

describe("the encoding is found, and said where it is not plain UTF-8", () => {
  test("UTF-8, with and without a byte order mark, as bytes and as text", () => {
    expect(read(utf8(TEXT))).toEqual({ columns: COLUMNS, said: [] });
    const said = ["info table/byte-order-mark "];
    expect(read(utf8(`\uFEFF${TEXT}`))).toEqual({ columns: COLUMNS, said });
    expect(columnsOf(readCsv(`\uFEFF${TEXT}`).table)).toEqual(COLUMNS);
  });

  test.each([true, false])("UTF-16, big endian %s", (bigEndian) => {
    const said = ["info table/byte-order-mark "];
    expect(read(utf16(`\uFEFF${TEXT}`, bigEndian))).toEqual({ columns: COLUMNS, said });
    const guessed = ["error table/encoding-guessed 1"];
    expect(read(utf16(TEXT, bigEndian))).toEqual({ columns: COLUMNS, said: guessed });
    const encoding = bigEndian ? "utf-16be" : "utf-16le";
    expect(read(utf16(TEXT, bigEndian), { encoding })).toEqual({ columns: COLUMNS, said: [] });
  });

  test("Latin-1 is a guess, unless it was named", () => {
    const latin1 = ascii(`a,b\nx,y\n${TEXT}`);
    expect(read(latin1).said).toEqual(["error table/encoding-guessed 4"]);
    expect(read(latin1).columns).toEqual({
      a: ["x", "iso3", "CIV"],
      b: ["y", "name", "Côte d'Ivoire"],
    });
    expect(read(latin1, { encoding: "latin1" }).said).toEqual([]);
    const { findings } = readCsv(latin1);
    expect(findings[0]?.hint).toContain('encoding: "windows-1252"');
  });

  test("UTF-8 that breaks off is damage, not another encoding", () => {
    const bytes = Uint8Array.from([...utf8("a\né\n"), 0xe9, 0x0a]);
    expect(read(bytes)).toEqual({
      columns: { a: ["é", "\uFFFD"] },
      said: ["error table/damaged-text 3"],
    });
    expect(read(Uint8Array.from([...utf8("a\nx"), 0xe9])).said).toEqual([
      "error table/encoding-guessed 2",
    ]);
  });

  test("what is not text is refused by its kind", () => {
    for (const start of ["PK\u0003\u0004", "\u001f\u008b", "%PDF-1.7", "PAR1"]) {
      const { columns, said } = read(ascii(`${start},a\n1,2\n`));
      expect(columns).toEqual({});
      expect(said).toEqual(["error table/not-text "]);
    }
  });
});
