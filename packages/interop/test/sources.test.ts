import "@citation-js/plugin-bibtex";
import { Cite } from "@citation-js/core";
import type { Source } from "@vitalcore/domain";
import { sources as shipped } from "@vitalcore/domain/sources";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bibTeX, cslJson, readCslJson } from "../src/sources/index.js";
import { anyText, text } from "./arbitrary-observations.js";

interface Parsed {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly {
    readonly family?: string;
    readonly given?: string;
    readonly literal?: string;
  }[];
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly URL?: string;
  readonly DOI?: string;
}

const parsed = (bib: string) => new Cite(bib).data as readonly Parsed[];
const oneLine = (label: string) => label.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

const source = (strings: fc.Arbitrary<string>): fc.Arbitrary<Source> =>
  fc
    .record(
      {
        id: strings,
        type: fc.constantFrom(
          "report",
          "dataset",
          "webpage",
          "chapter",
          "article-journal",
          "legislation",
        ),
        title: strings,
        author: fc.array(
          fc.oneof(
            fc.record({ literal: strings }),
            fc.record({ family: strings, given: strings }),
            fc.record({ family: strings }),
          ),
          { minLength: 1, maxLength: 3 },
        ),
        publisher: strings,
        issued: fc
          .tuple(
            fc.integer({ min: 1900, max: 2100 }),
            fc.integer({ min: 1, max: 12 }),
            fc.integer({ min: 1, max: 28 }),
          )
          .chain((parts) =>
            fc.integer({ min: 1, max: 3 }).map((n) => ({ "date-parts": [parts.slice(0, n)] })),
          ),
        edition: strings,
        DOI: fc.constant("10.1000/x_y"),
        URL: fc.constant("https://example.org/a_b?c=d&e=f%20g#h"),
        retrieved: fc.constantFrom("2025-11-03", "2024-02-29"),
        license: strings,
        sha256: fc.constant("0".repeat(64)),
        note: strings,
      },
      { requiredKeys: ["id", "type", "title"] },
    )
    .map((each) => each as Source);

describe("CSL-JSON", () => {
  it("gives back what was written (property)", () => {
    fc.assert(
      fc.property(fc.array(source(anyText), { maxLength: 4 }), (written) => {
        expect(readCslJson(JSON.stringify(cslJson(written)))).toEqual({
          sources: written,
          findings: [],
        });
      }),
    );
  });

  it("reports variables that sources do not have, and items that are none", () => {
    const { sources, findings } = readCslJson([
      { id: 5, type: "book", title: "x", ISBN: "1", "container-title": "y" },
      { id: "b", title: 7 },
      { id: "c", type: "book", title: "z", accessed: { "date-parts": [[2025, 11]] } },
      "no item",
    ]);
    expect(sources).toEqual([
      { id: "5", type: "book", title: "x" },
      { id: "c", type: "book", title: "z" },
    ]);
    expect(() => cslJson([{ id: "d", type: "book", title: "x", retrieved: "yesterday" }])).toThrow(
      /yesterday/,
    );
    expect(findings.map(({ code, place }) => [code, place.column])).toEqual([
      ["interop/cell", "type"],
      ["interop/cell", "accessed"],
      ["interop/cell", "id"],
      ["interop/cell", "type"],
      ["interop/cell", "title"],
      ["interop/unused-column", "ISBN"],
      ["interop/unused-column", "container-title"],
    ]);
  });

  it("survives any JSON (property)", () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => Array.isArray(readCslJson(json).findings)));
  });
});

describe("BibTeX", () => {
  it("is read by another implementation with the titles as written (property)", () => {
    // Runs of spaces are one in TeX; quotes and dashes are ligatures of its fonts.
    const plain = text
      .map((each) => oneLine(each.replace(/[\s\p{Cc}\p{Zl}\p{Zp}'`"-]+/gu, " ")))
      .filter((each) => each !== "");
    fc.assert(
      fc.property(plain, (title) => {
        const [item] = parsed(bibTeX([{ id: "a", type: "report", title }]));
        expect(item?.title.normalize("NFC")).toBe(title.normalize("NFC"));
      }),
    );
  });

  it("is read by another implementation, whatever the text (property)", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(source(anyText), { maxLength: 3, selector: ({ id }) => id }),
        (written) => {
          const items = parsed(bibTeX(written));
          expect(items).toHaveLength(written.length);
          items.forEach((item, i) => {
            expect(item.issued?.["date-parts"][0]?.[0]).toBe(
              written[i]?.issued?.["date-parts"][0]?.[0],
            );
            const names = (written[i]?.author ?? []).filter(
              ({ literal, family }) => oneLine(literal ?? family ?? "") !== "",
            );
            expect(item.author?.length ?? 0).toBe(names.length);
            expect(item.URL).toBe(written[i]?.URL);
            expect(item.DOI).toBe(written[i]?.DOI);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("gives the sources of the vocabulary as they are", () => {
    const items = parsed(bibTeX(shipped));
    expect(items.map(({ id, title }) => [id, title])).toEqual(
      shipped.map(({ id, title }) => [id, title]),
    );
    const babbitt = items.find(({ id }) => id === "babbitt-2023");
    expect(babbitt?.author).toEqual([{ family: "Babbitt", given: "Eileen" }]);
  });

  it("makes keys that differ, and refuses ids that do not", () => {
    const same = [
      { id: "a b", type: "book", title: "x" },
      { id: "a_b", type: "book", title: "y" },
    ];
    expect(bibTeX(same).match(/@book\{[^,]+/g)).toEqual(["@book{a-b", "@book{a-b-2"]);
    expect(() => bibTeX([...same, ...same])).toThrow(/2 problems/);
  });
});
