import type { Quad } from "@rdfjs/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSkos, type SkosScheme, skosJsonLd, skosTurtle } from "../src/skos/index.js";
import { text } from "./arbitrary-observations.js";
import { asText, quadsOfJsonLd, quadsOfTurtle } from "./quads.js";
import { brokenRules } from "./skos-rules.js";

const codes = (schemes: readonly SkosScheme[]) => checkSkos(schemes).map(({ code }) => code);
const concept = (id: string, more: object = {}) => ({
  id,
  labels: { en: { preferred: id } },
  ...more,
});
const scheme = (...concepts: SkosScheme["concepts"]): SkosScheme => ({
  id: "threat",
  title: { en: "Threats" },
  concepts,
});

/** Schemes in which broader concepts come earlier, so that there is no cycle, and labels are of any kind. */
const schemes: fc.Arbitrary<readonly SkosScheme[]> = fc
  .uniqueArray(text, { minLength: 1, maxLength: 6, selector: (id) => id.replace(/^[^:/]+:/, "") })
  .map((ids) => ids.map((id) => `threat/${id}`))
  .chain((ids) =>
    fc
      .tuple(
        ...ids.map((id, i) =>
          fc.record({
            id: fc.constant(id),
            labels: fc.dictionary(
              fc.constantFrom("en", "fr", "ar", "zh-Hans"),
              fc.record({ preferred: text }),
              { minKeys: 1, noNullPrototype: true },
            ),
            definition: fc.record({ en: text }),
            broader: i === 0 ? fc.constant([]) : fc.constantFrom([], [ids[i - 1] as string]),
            relations: fc.record({ leadsTo: fc.subarray(ids) }),
            mappings: fc.constantFrom(
              [],
              [{ match: "close" as const, target: "http://metadata.un.org/sdg/C010101" }],
              [{ match: "narrow" as const, target: "hips-2025/TL0106", notation: "TL0106" }],
            ),
            citations: fc.array(text, { maxLength: 2 }),
          }),
        ),
      )
      .map((concepts) => [{ id: "threat", title: { en: "Threats" }, concepts }]),
  );

describe("SKOS", () => {
  it("is the same in Turtle and JSON-LD, as n3 and jsonld read it (property)", async () => {
    await fc.assert(
      fc.asyncProperty(schemes, async (written) => {
        const fromTurtle = quadsOfTurtle(skosTurtle(written));
        const fromJson = await quadsOfJsonLd(JSON.parse(JSON.stringify(skosJsonLd(written))));
        expect(asText(fromJson)).toEqual(asText(fromTurtle));
      }),
      { numRuns: 40 },
    );
  });

  it("keeps every label, by language (property)", () => {
    fc.assert(
      fc.property(schemes, (written) => {
        const labels = quadsOfTurtle(skosTurtle(written))
          .filter(({ predicate }) => predicate.value.endsWith("#prefLabel"))
          .map(
            ({ object }: Quad) =>
              `${object.termType === "Literal" && object.language}\t${object.value}`,
          );
        const expected = written.flatMap(({ concepts }) =>
          concepts.flatMap((each) =>
            Object.entries(each.labels).map(
              ([tag, { preferred }]) => `${tag.toLowerCase()}\t${preferred}`,
            ),
          ),
        );
        expect(labels.sort()).toEqual(expected.sort());
      }),
    );
  });

  it("keeps the integrity conditions of the standard (property)", () => {
    fc.assert(
      fc.property(schemes, (written) => {
        expect(brokenRules(quadsOfTurtle(skosTurtle(written)))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("names third parties, absolute IRIs and codes without an IRI", () => {
    const quads = quadsOfTurtle(
      skosTurtle([
        scheme(
          concept("org.example:threat/crop-theft", {
            mappings: [{ match: "close", target: "hips-2025/SO1", notation: "SO1" }],
          }),
          concept("http://example.org/x"),
          concept("threat/a b/ü", { deprecated: { replacedBy: "http://example.org/x" } }),
        ),
      ]),
    );
    const subjects = new Set(quads.map(({ subject }) => subject.value));
    expect([...subjects].sort()).toEqual([
      "http://example.org/x",
      "https://w3id.org/vitalcore/hips-2025/SO1",
      "https://w3id.org/vitalcore/threat",
      "https://w3id.org/vitalcore/threat/a%20b/%C3%BC",
      "https://w3id.org/vitalcore/x/org.example/threat/crop-theft",
    ]);
  });
});

describe("checkSkos", () => {
  it("finds what SKOS forbids, all at once", () => {
    const faulty = scheme(
      concept("threat/a", { broader: ["threat/b"], related: ["threat/c"] }),
      concept("threat/b", { broader: ["threat/c"] }),
      concept("threat/c", { broader: ["threat/a"] }),
      concept("threat/c"),
      concept("threat", {}),
      {
        id: "threat/d",
        labels: { en: { preferred: "D", alternative: ["D"] }, EN: { preferred: "D" } },
      },
      { id: "threat/e", labels: {} },
      concept("threat/f", {
        broader: ["threat/nowhere"],
        related: ["threat/f"],
        relations: { affects: ["dimension/x"] },
      }),
      concept("threat/g", {
        mappings: [
          { match: "exact", target: "http://x.org/1" },
          { match: "broad", target: "http://x.org/1" },
          { match: "close", target: "http://x.org/with space" },
        ],
      }),
      concept("threat/h", { labels: { "not a tag": { preferred: "\ud800" } } }),
    );
    expect(codes([faulty]).sort()).toEqual([
      "interop/broader-cycle",
      "interop/conflicting-mapping",
      "interop/invalid-iri",
      "interop/invalid-text",
      "interop/language-tag",
      "interop/no-label",
      "interop/related-and-broader",
      "interop/related-and-broader",
      "interop/repeated-concept",
      "interop/repeated-concept",
      "interop/repeated-label",
      "interop/repeated-language",
      "interop/unknown-concept",
      "interop/unknown-concept",
    ]);
    expect(() => skosTurtle([faulty])).toThrow(/14 problems/);
  });

  it("lets relations lead to concepts that are known elsewhere", () => {
    const outside = scheme(concept("threat/a", { related: ["dimension/food"] }));
    expect(checkSkos([outside], { known: ["dimension/food"] })).toEqual([]);
  });

  it("names a cycle by its way, and ends on any graph (property)", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 15 }), (pairs) => {
        const concepts = [0, 1, 2, 3, 4, 5].map((i) =>
          concept(`threat/${i}`, {
            broader: pairs.filter(([a]) => a === i).map(([, b]) => `threat/${b}`),
          }),
        );
        const broader = new Map(
          concepts.map((each) => [each.id, (each as { broader?: string[] }).broader ?? []]),
        );
        const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
          (broader.get(from) ?? []).some((next) => {
            if (next === to) return true;
            if (seen.has(next)) return false;
            seen.add(next);
            return reaches(next, to, seen);
          });
        const cyclic = concepts.some(({ id }) => reaches(id, id));
        const found = checkSkos([scheme(...concepts)]).filter(
          ({ code }) => code === "interop/broader-cycle",
        );
        expect(found.length > 0).toBe(cyclic);
        for (const { facts } of found) {
          const way = String(facts.cycle).split(" → ");
          expect(way[0]).toBe(way.at(-1));
          way.slice(1).forEach((next, i) => {
            expect(broader.get(way[i] as string)).toContain(next);
          });
        }
      }),
    );
  });
});
