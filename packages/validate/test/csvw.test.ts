import { checkCsvw } from "@vitalcore/validate/csvw";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textPattern } from "../src/csvw/text-pattern.js";

const BASE = "https://example.org/data/";

async function check(files: Readonly<Record<string, string | object>>, entry: string) {
  const report = await checkCsvw(`${BASE}${entry}`, (url) => {
    const file = files[url.replace(BASE, "")];
    if (file === undefined) return undefined;
    return new TextEncoder().encode(typeof file === "string" ? file : JSON.stringify(file));
  });
  return report.findings;
}

const described = (...columns: readonly object[]) => ({
  "@context": "http://www.w3.org/ns/csvw",
  url: "t.csv",
  tableSchema: { columns },
});

/** Whether a value is one of a datatype: nothing, or what is said of it. */
async function value(text: string, datatype: unknown): Promise<string | undefined> {
  const files = { "t.csv": `v\n"${text}"\n`, "m.json": described({ titles: "v", datatype }) };
  const findings = await check(files, "m.json");
  return findings.map(({ code }) => code.replace("validate/csvw-", "")).join(" ") || undefined;
}

describe("values of datatypes (W3C, Model for Tabular Data, section 6.4)", () => {
  it.each([
    ["12", "integer"],
    ["-0.5", "decimal"],
    ["1.5E3", "double"],
    ["INF", "number"],
    ["1,234,567", { base: "integer", format: "#,##0" }],
    [
      "1 234,5",
      { base: "decimal", format: { pattern: "#,##0.0", decimalChar: ",", groupChar: " " } },
    ],
    ["12%", { base: "decimal", format: "#0%" }],
    ["255", "unsignedByte"],
    ["2024-02-29", "date"],
    ["29.2.2024", { base: "date", format: "d.M.yyyy" }],
    ["2024-02-29 23:59:59.5", { base: "dateTime", format: "yyyy-MM-dd HH:mm:ss.S" }],
    ["23:59:59Z", "time"],
    ["P1DT2H", "dayTimeDuration"],
    ["2024-13", "string"],
    ["ja", { base: "boolean", format: "ja|nein" }],
    ["KEN", { base: "string", format: "[A-Z]{3}" }],
    ["a.b\u00a0\u{1F600}", { base: "string", format: "\\w\\.\\S\\s." }],
    ["KEN", { base: "string", length: 3 }],
    ["5", { base: "integer", minimum: 5, maxExclusive: 6 }],
    ["--02-29", "gMonthDay"],
  ])("%s is one", async (text, datatype) => {
    expect(await value(text, datatype)).toBeUndefined();
  });

  it.each([
    ["1.5", "integer"],
    ["1E3", "decimal"],
    ["NaN", "decimal"],
    ["12,34", { base: "integer", format: "#,##0" }],
    ["1.234", { base: "decimal", format: "0.0#" }],
    ["256", "unsignedByte"],
    ["-1", "nonNegativeInteger"],
    ["2023-02-29", "date"],
    ["2/29/2023", { base: "date", format: "M/d/yyyy" }],
    ["24:00:01", "time"],
    ["2024-02-29T00:00:00", "dateTimeStamp"],
    ["P1Y", "dayTimeDuration"],
    ["yes", "boolean"],
    ["Ken", { base: "string", format: "[A-Z]{3}" }],
    ["KENYA", { base: "string", maxLength: 3 }],
    ["6", { base: "integer", minimum: 5, maxExclusive: 6 }],
    ["2024-01-01", { base: "date", minExclusive: "2024-01-01" }],
    ["xyz", "hexBinary"],
  ])("%s is none", async (text, datatype) => {
    expect(await value(text, datatype)).toBe("value");
  });

  it.each([
    ["a base that is none", { base: "integre" }, "ignored"],
    ["a form that is none", { base: "integer", format: "#?" }, "ignored"],
    ["an expression that is none", { base: "string", format: "(" }, "ignored"],
    ["an expression that looks ahead", { base: "string", format: "(?=1)1" }, "ignored"],
    ["an expression that refers back", { base: "string", format: "(1)\\1" }, "ignored"],
    ["bounds of what has no order", { base: "string", minimum: 1 }, "invalid"],
    ["a length of what has none", { base: "integer", length: 1 }, "invalid"],
    ["bounds with nothing between", { base: "integer", minimum: 2, maximum: 1 }, "invalid value"],
    ["two lower bounds", { base: "integer", minInclusive: 0, minExclusive: 0 }, "invalid"],
    ["an address of a blank node", { "@id": "_:x", base: "integer" }, "invalid"],
  ])("%s", async (_, datatype, said) => {
    expect(await value("1", datatype)).toBe(said);
  });
});

describe("expressions of somebody else", () => {
  const piece = fc.constantFrom(
    ..."abA1 .\n".split(""),
    ...[
      "\\d",
      "\\D",
      "\\w",
      "\\W",
      "\\s",
      "\\S",
      "\\.",
      "\\u0061",
      "\\u{1F600}",
      "\\ud83d\\ude00",
      "\\x41",
    ],
    ...[
      "[ab]",
      "[^a]",
      "[\\s.]",
      "[^\\S1]",
      "[\\]a]",
      "[a-c\\d]",
      "\\p{Lu}",
      "(?:a|b1)",
      "(?<name>a)",
      "\\b",
      "a|b",
      "^",
      "$",
    ],
  );
  const expression = fc
    .array(fc.tuple(piece, fc.constantFrom("", "", "*", "+?", "{1,2}")), { maxLength: 5 })
    .map((pieces) =>
      pieces.map(([what, often]) => (/^[\^$|]|\\b|a\|b/.test(what) ? what : what + often)).join(""),
    );
  const text = fc
    .array(fc.constantFrom(..."abcAB1 .\n\r\t\u00a0\u2028\ufeff-".split(""), "\u{1F600}"), {
      maxLength: 5,
    })
    .map((parts) => parts.join(""));

  it("match what they match in JavaScript", () => {
    fc.assert(
      fc.property(expression, text, (source, found) => {
        const matches = textPattern(source);
        // Two groups of one name.
        fc.pre(matches !== "invalid");
        if (typeof matches === "string") throw new Error(`${source} is ${matches}`);
        expect(matches(found)).toBe(new RegExp(`^(?:${source})$`, "u").test(found));
      }),
      { numRuns: 3000, seed: 3 },
    );
  });

  it.each(["(a+)+", "(a|a)*", "(.*a){20}", "(?:a?){25}a{25}", "([a-z]+)*=?"])(
    "%s cannot keep anybody busy",
    async (format) => {
      expect(await value(`${"a".repeat(5000)}!`, { base: "string", format })).toBe("value");
    },
  );
});

describe("tables", () => {
  it("titles, required cells, lists and missing values, each with its line", async () => {
    const columns = [
      { name: "area", titles: ["area", "Area"], required: true },
      { name: "tags", titles: "tags", separator: ";", datatype: { base: "string", maxLength: 2 } },
      { name: "n", titles: "n", datatype: "integer", null: ["..", ""] },
    ];
    const files = {
      "t.csv": "area,tags,n\nKEN,ab;cd,1\n,ab,..\nUGA,abc;d,x\n",
      "t.csv-metadata.json": described(...columns),
    };
    const findings = await check(files, "t.csv");
    expect(
      findings.map(({ code, place, found }) => [code, place.line, place.column, found]),
    ).toEqual([
      ["validate/csvw-required", 3, "area", undefined],
      ["validate/csvw-value", 4, "tags", "abc"],
      ["validate/csvw-value", 4, "n", "x"],
    ]);
    const other = { ...files, "t.csv": "Aera,tags,n\nKEN,ab,1\n" };
    expect((await check(other, "t.csv")).map(({ message }) => message)).toEqual([
      'Column 1 has the title "Aera", and the description area (und), Area (und).',
    ]);
    expect((await check({ ...files, "t.csv": "area\nKEN\n" }, "t.csv"))[0]?.message).toBe(
      "The table has 1 columns, its description 3.",
    );
  });

  it("titles in the language of the table", async () => {
    const files = (lang: string) => ({
      "t.csv": "pays\nKEN\n",
      "m.json": { ...described({ titles: { fr: "pays", en: "country" } }), lang },
    });
    expect(await check(files("fr-CA"), "m.json")).toEqual([]);
    expect((await check(files("en"), "m.json")).map(({ code }) => code)).toEqual([
      "validate/csvw-title",
    ]);
  });

  it("keys, and references to other tables", async () => {
    const areas = {
      url: "areas.csv",
      tableSchema: { columns: [{ name: "id", titles: "id" }], primaryKey: "id" },
    };
    const values = {
      url: "values.csv",
      tableSchema: {
        columns: [
          { name: "area", titles: "area" },
          { titles: "value", datatype: "number" },
        ],
        foreignKeys: [
          { columnReference: "area", reference: { resource: "areas.csv", columnReference: "id" } },
        ],
      },
    };
    const files = {
      "m.json": { "@context": "http://www.w3.org/ns/csvw", tables: [areas, values] },
      "areas.csv": "id\nKEN\nUGA\nKEN\n",
      "values.csv": "area,value\nUGA,1\nTZA,2\n",
    };
    expect((await check(files, "m.json")).map(({ message }) => message)).toEqual([
      'Line 4: the primary key "KEN" was on line 2 already.',
      'Line 3: "TZA" is in 0 rows of https://example.org/data/areas.csv, and one is needed.',
    ]);
  });

  it("in a dialect: semicolons, notes above, no header", async () => {
    const columns = [{ titles: "a" }, { titles: "b", datatype: "integer" }];
    const dialect = { delimiter: ";", skipRows: 1, header: false };
    const files = {
      "t.csv": "a note\nx;1\ny;z\n",
      "m.json": { ...described(...columns), dialect },
    };
    const skipped = await check(files, "m.json");
    expect(skipped.map(({ place, found }) => [place.line, found])).toEqual([[3, "z"]]);
  });

  it("files that are not there", async () => {
    expect((await check({ "m.json": described() }, "m.json")).map(({ code }) => code)).toEqual([
      "validate/csvw-not-found",
    ]);
    expect((await check({}, "m.json")).map(({ code }) => code)).toEqual([
      "validate/csvw-not-found",
    ]);
  });
});

describe("metadata", () => {
  const said = async (document: object | string) =>
    (await check({ "m.json": document, "t.csv": "a\n1\n" }, "m.json")).map(
      ({ code, place }) => `${code.replace("validate/csvw-", "")} /${place.path?.join("/") ?? ""}`,
    );

  it.each([
    ["no JSON", "{", ["invalid /"]],
    ["no context", { url: "t.csv" }, ["invalid /@context"]],
    ["no tables", { "@context": "http://www.w3.org/ns/csvw", tables: [] }, ["invalid /tables"]],
    ["no address", { "@context": "http://www.w3.org/ns/csvw" }, ["invalid /url"]],
    ["an unknown property", { ...described({ titles: "a" }), foo: 1 }, ["ignored /foo"]],
    ["another type", { ...described({ titles: "a" }), "@type": "Tabel" }, ["invalid /@type"]],
    [
      "two columns of a name",
      described({ name: "a", titles: "a" }, { name: "a", titles: "a" }),
      ["invalid /tableSchema/columns/1", "columns /"],
    ],
    [
      "an annotation that is no JSON-LD",
      {
        ...described({ titles: "a" }),
        "dc:title": { "@value": "x", "@type": "y:z", "@language": "en" },
      },
      ["invalid /dc:title"],
    ],
    [
      "a key of no column",
      { ...described(), tableSchema: { columns: [{ titles: "a" }], primaryKey: "b" } },
      ["invalid /primaryKey"],
    ],
  ])("with %s", async (_, document, expected) => {
    expect(await said(document)).toEqual(expected);
  });
});
