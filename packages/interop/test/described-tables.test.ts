import { Readable } from "node:stream";
import type { DatasetCore, Quad } from "@rdfjs/types";
import CsvwParser from "@zazuko/rdf-parser-csvw";
import fc from "fast-check";
import jsonld from "jsonld";
import { Parser, Store } from "n3";
import { describe, expect, it } from "vitest";
import { readCsvw, writeCsvw } from "../src/csvw/index.js";
import { readDataPackage, writeDataPackage } from "../src/data-package/index.js";
import { readHxl, writeHxl } from "../src/hxl/index.js";
import { observations } from "./arbitrary-observations.js";

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);
const row = { indicator: "a", area: "NAM", period: "2018", value: 1, unit: "PERCENT" } as const;

describe("Data Package", () => {
  it("gives back what was written (property)", () => {
    fc.assert(
      fc.property(observations, (written) => {
        const { descriptor, files } = writeDataPackage(written, { name: "x" });
        expect(readDataPackage(JSON.stringify(descriptor), files).observations).toEqual(written);
      }),
    );
  });

  it("describes every column of the file, in its order", () => {
    const { descriptor, files } = writeDataPackage(
      [{ ...row, breakdown: { sex: "F" }, n: 5, status: ["E"] }],
      {
        name: "internet-use",
        created: "2026-01-31T12:00:00Z",
        licenses: [{ name: "CC-BY-4.0" }],
        sources: [
          { id: "itu", type: "dataset", title: "ITU", URL: "https://itu.int/", edition: "2025" },
        ],
      },
    );
    const [resource] = descriptor.resources;
    const header = files["observations.csv"]?.split("\r\n")[0];
    expect(resource?.schema.fields.map(({ name }) => name).join(",")).toBe(header);
    expect(resource?.schema.uniqueKeys).toEqual([["indicator", "area", "period", "breakdown.sex"]]);
    expect(resource?.bytes).toBe(Buffer.byteLength(files["observations.csv"] ?? ""));
    expect(descriptor.sources).toEqual([
      { title: "ITU", path: "https://itu.int/", version: "2025" },
    ]);
  });

  it("follows the marks of missing values, the delimiter and several files of others", () => {
    const descriptor = {
      resources: [
        {
          name: "notes",
          path: "notes.csv",
          schema: { fields: [{ name: "text", type: "string" }] },
        },
        {
          name: "data",
          path: ["a.csv", "b.csv"],
          dialect: { delimiter: ";" },
          schema: {
            missingValues: ["", ".."],
            fields: [
              { name: "indicator", type: "string" },
              { name: "area", type: "string" },
              { name: "period", type: "year" },
              { name: "value", type: "number", missingValues: [{ value: "x", label: "secret" }] },
              { name: "unit", type: "string" },
            ],
          },
        },
      ],
    };
    const header = "indicator;area;period;value;unit\n";
    const files = {
      "a.csv": `${header}a;NAM;2018;x;PERCENT\n`,
      "b.csv": `${header}a;NA;2019;1;..\n`,
    };
    const { observations: read, findings } = readDataPackage(descriptor, files);
    expect(read).toEqual([{ ...row, value: null }]);
    expect(findings.map(({ message }) => message)).toEqual([
      'Row 1: column "unit" is null, and text is needed.',
    ]);
  });

  it("takes rows in the descriptor", () => {
    expect(readDataPackage({ resources: [{ name: "x", data: [row] }] }, {}).observations).toEqual([
      row,
    ]);
  });

  it("does not look for files where it was given none", () => {
    const { descriptor } = writeDataPackage([row], { name: "x" });
    expect(codes(readDataPackage(descriptor, {}).findings)).toEqual(["interop/no-table"]);
    const hostile = JSON.parse(JSON.stringify(descriptor));
    hostile.resources[0].path = "__proto__";
    expect(codes(readDataPackage(hostile, {}).findings)).toEqual(["interop/no-table"]);
  });

  it("survives any descriptor (property)", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(readDataPackage(json, {}).findings.length).toBeGreaterThan(0);
      }),
    );
  });

  it("reports all faulty options at once", () => {
    const options = { name: "My Data", created: "today", licenses: [{ title: "mine" }] };
    expect(() => writeDataPackage([row], options)).toThrow(/3 problems/);
  });
});

/** The terms of the CSVW context (http://www.w3.org/ns/csvw) that our metadata uses; the document itself is not fetched. */
const CSVW_CONTEXT = {
  "@context": {
    csvw: "http://www.w3.org/ns/csvw#",
    dc: "http://purl.org/dc/terms/",
    xsd: "http://www.w3.org/2001/XMLSchema#",
    string: "xsd:string",
    double: "xsd:double",
    nonNegativeInteger: "xsd:nonNegativeInteger",
    url: { "@id": "csvw:url", "@type": "@id" },
    tableSchema: { "@id": "csvw:tableSchema", "@type": "@id" },
    columns: { "@id": "csvw:column", "@type": "@id", "@container": "@list" },
    name: { "@id": "csvw:name" },
    titles: { "@id": "csvw:title", "@language": "und" },
    datatype: { "@id": "csvw:datatype", "@type": "@vocab" },
    required: { "@id": "csvw:required" },
    separator: { "@id": "csvw:separator" },
    propertyUrl: { "@id": "csvw:propertyUrl" },
  },
};

async function quadsOfCsvw({ csv, metadata }: ReturnType<typeof writeCsvw>): Promise<Quad[]> {
  const nquads = (await jsonld.toRDF(
    { ...metadata, "@context": CSVW_CONTEXT["@context"] } as unknown as jsonld.JsonLdDocument,
    { format: "application/n-quads", base: "http://example.org/" },
  )) as unknown as string;
  const store = new Store(new Parser({ format: "application/n-quads" }).parse(nquads));
  const parser = new CsvwParser({
    metadata: store as unknown as DatasetCore,
    baseIRI: "http://example.org/",
  });
  const quads: Quad[] = [];
  const stream: unknown = parser.import(Readable.from([Buffer.from(csv)]));
  for await (const quad of stream as AsyncIterable<Quad>) quads.push(quad);
  return quads;
}

describe("CSVW", () => {
  it("gives back what was written (property)", () => {
    fc.assert(
      fc.property(observations, (written) => {
        const { csv, metadata } = writeCsvw(written);
        expect(readCsvw(csv, JSON.stringify(metadata)).observations).toEqual(written);
      }),
    );
  });

  it("has names of columns as the standard allows them (property)", () => {
    fc.assert(
      fc.property(observations, (written) => {
        const { metadata } = writeCsvw(written);
        const names = metadata.tableSchema.columns.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        // RFC 6570, varname; CSVW, 5.6: not beginning with "_".
        for (const name of names) {
          expect(name).toMatch(
            /^(?!_)(?:[A-Za-z0-9_]|%[0-9A-F]{2})+(?:\.(?:[A-Za-z0-9_]|%[0-9A-F]{2})+)*$/,
          );
        }
      }),
    );
  });

  it("is read by another implementation as the same values with the same datatypes", async () => {
    const written = [
      {
        ...row,
        value: 1.5,
        n: 10,
        breakdown: { sex: "F" },
        status: ["E", "B"] as const,
        note: 'a "b", c',
      },
      { ...row, area: "DEU", value: null, status: ["O"] as const },
    ];
    const quads = await quadsOfCsvw(writeCsvw(written));
    const values = (property: string) =>
      quads
        .filter(({ predicate }) => predicate.value === property)
        .map(({ object }) => [object.value, "datatype" in object ? object.datatype.value : ""]);
    const sdmx = "http://purl.org/linked-data/sdmx/2009/";
    const xsd = "http://www.w3.org/2001/XMLSchema#";
    expect(values(`${sdmx}measure#obsValue`)).toEqual([["1.5", `${xsd}double`]]);
    expect(values(`${sdmx}dimension#sex`)).toEqual([["F", `${xsd}string`]]);
    expect(values("https://w3id.org/vitalcore/property/n")).toEqual([
      ["10", `${xsd}nonNegativeInteger`],
    ]);
    expect(values("https://w3id.org/vitalcore/property/note")).toEqual([
      ['a "b", c', `${xsd}string`],
    ]);
    expect(values(`${sdmx}dimension#refArea`).map(([value]) => value)).toEqual(["NAM", "DEU"]);
  });

  it("reads titles in another language, marks of missing values and a dialect", () => {
    const names = ["indicator", "area", "period", "value", "unit"];
    const titles = ["Indicateur", "Pays", "Année", "Valeur", "Unité"];
    const metadata = {
      tables: [
        {
          url: "x.csv",
          dialect: { delimiter: ";" },
          tableSchema: {
            columns: names.map((name, i) => ({
              name,
              titles: { fr: [titles[i]] },
              null: ["", "n.d."],
            })),
          },
        },
      ],
    };
    const csv = `${titles.join(";")};Couleur\na;NAM;2018;n.d.;PERCENT;rouge\n`;
    const { observations: read, findings } = readCsvw(csv, metadata);
    expect(read).toEqual([{ ...row, value: null }]);
    expect(codes(findings)).toEqual(["domain/unused-column"]);
  });

  it("survives any metadata (property)", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(readCsvw("a,b\n1,2\n", json).findings.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("HXL", () => {
  it("gives back what was written (property)", () => {
    fc.assert(
      fc.property(observations, (written) => {
        expect(readHxl(writeHxl(written)).observations).toEqual(written);
      }),
    );
  });

  it("has hashtags as the standard allows them (property)", () => {
    fc.assert(
      fc.property(observations, (written) => {
        const [, tags = ""] = writeHxl(written, { lineEnd: "\n" })
          .replace(/"[^"]*"/g, "x")
          .split("\n");
        for (const tag of tags.split(",")) {
          expect(tag).toMatch(
            /^#(?:country|region|indicator|date|group|status|meta)(?:\+[a-z][a-z0-9_]*)*$/,
          );
        }
      }),
    );
  });

  it("tags mixed areas as regions, and periods as dates only if they are", () => {
    expect(writeHxl([row])).toContain("#date+period,");
    expect(writeHxl([row, { ...row, period: "2018-Q3" }])).toContain("#meta+period,");
    expect(writeHxl([row, { ...row, area: "M49:002" }])).toContain("#region+code,");
    expect(writeHxl([row])).toContain("#country+code+v_iso3,");
  });

  it("reads tables of others: headings above, order and case of attributes, columns without hashtags", () => {
    const text = [
      "Taux d'utilisation,,,,",
      "Pays,Année,Valeur,Sexe,Remarque,Qui",
      "#COUNTRY +v_iso3 +code,#date,#indicator+num+value,#group +axis_sex,,#org",
      "NAM,2018,51,F,ignored,ITU",
    ].join("\n");
    const { observations: read, findings } = readHxl(text, {
      constants: { indicator: "a", unit: "PERCENT" },
    });
    expect(read).toEqual([{ ...row, value: 51, breakdown: { sex: "F" } }]);
    expect(codes(findings)).toContain("interop/unused-column");
  });

  it("says that there are no hashtags", () => {
    expect(codes(readHxl("a,b\n1,2\n").findings)).toEqual(["interop/no-table"]);
    expect(codes(readHxl("").findings)).toEqual(["interop/no-table"]);
  });
});
