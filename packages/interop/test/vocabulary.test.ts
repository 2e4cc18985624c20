import type { Quad } from "@rdfjs/types";
import { everything } from "@vitalcore/domain/everything";
import { mappings } from "@vitalcore/domain/mappings";
import { createModel, extend } from "@vitalcore/domain/model";
import { sources } from "@vitalcore/domain/sources";
import { conceptKinds, threatIds } from "@vitalcore/domain/vocabulary";
import { instance } from "@viz-js/viz";
import { describe, expect, it } from "vitest";
import { dotGraph, mermaidGraph } from "../src/graph/index.js";
import { checkSkos, skosJsonLd, skosTurtle } from "../src/skos/index.js";
import {
  exportKinds,
  knownConcepts,
  threatNetwork,
  vocabularySchemes,
} from "../src/vocabulary/index.js";
import { asText, quadsOfJsonLd, quadsOfTurtle } from "./quads.js";
import { brokenRules } from "./skos-rules.js";

const SKOS = "http://www.w3.org/2004/02/skos/core#";
const model = createModel(everything);
const schemes = vocabularySchemes(model, { labels: everything.translations ?? [] });
const objects = (quads: readonly Quad[], subject: string, property: string) =>
  quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === property)
    .map(({ object }) => object.value);

describe("the vocabulary as SKOS", () => {
  it("has a scheme for every kind, and every concept in it", () => {
    expect(schemes.map(({ id }) => id)).toEqual([...conceptKinds, "indicator"]);
    const ids = schemes.flatMap(({ concepts }) => concepts.map(({ id }) => id));
    expect(ids).toEqual(knownConcepts(model));
  });

  it("is faultless, all of it and every kind by itself", () => {
    expect(checkSkos(schemes)).toEqual([]);
    for (const kind of exportKinds) {
      expect(
        checkSkos(vocabularySchemes(model, { kinds: [kind] }), { known: knownConcepts(model) }),
      ).toEqual([]);
    }
  });

  it("is the same in Turtle and JSON-LD, and keeps the integrity conditions, as n3 and jsonld read it", async () => {
    const quads = quadsOfTurtle(skosTurtle(schemes));
    const fromJson = await quadsOfJsonLd(JSON.parse(JSON.stringify(skosJsonLd(schemes))));
    expect(asText(fromJson)).toEqual(asText(quads));
    expect(brokenRules(quads)).toEqual([]);
  });

  it("gives the closed kinds in six languages, right to left as text like any other", () => {
    const food = schemes[0]?.concepts.find(({ id }) => id === "dimension/food");
    expect(Object.keys(food?.labels ?? {})).toEqual(["en", "fr", "es", "ar", "ru", "zh"]);
    expect(food?.labels.ar?.preferred).toBe("الأمن الغذائي");
    const health = schemes[0]?.concepts.find(({ id }) => id === "dimension/health");
    expect(health?.labels.zh?.alternative).toEqual(["健康安全"]);
  });

  it("links every mapping, and marks those that were not checked", () => {
    const quads = quadsOfTurtle(skosTurtle(schemes));
    const links = quads.filter(
      ({ predicate, subject }) =>
        /#\w+Match$/.test(predicate.value) && !subject.value.includes("/indicator/"),
    );
    expect(links).toHaveLength(mappings.length);
    const base = "https://w3id.org/vitalcore/";
    expect(objects(quads, `${base}threat/cyberbullying`, `${SKOS}closeMatch`)).toContain(
      `${base}code-of/hips-2025/TL0106`,
    );
    expect(objects(quads, `${base}code-of/hips-2025/TL0106`, `${SKOS}notation`)).toEqual([
      "TL0106",
    ]);
    for (const { concept, code } of mappings.filter(({ verified }) => !verified)) {
      const notes = objects(quads, `${base}${concept}`, `${SKOS}editorialNote`).join();
      expect(notes).toContain(`The mapping to ${code} of`);
    }
  });

  it("names sources that ship", () => {
    const ids = new Set(sources.map(({ id }) => `source/${id}`));
    for (const { concepts } of schemes) {
      for (const concept of concepts)
        for (const each of concept.sources ?? []) expect(ids).toContain(each);
    }
  });

  it("gives the concepts of third parties below their prefix", () => {
    const { model: extended, findings } = extend(model, {
      origin: "org.example",
      version: "1.0.0",
      threats: [
        {
          id: "org.example:crop-theft",
          label: "Crop theft",
          definition: "Crops are stolen from the field.",
          category: "crime",
          broader: "poverty",
          affects: ["food"],
          undermines: ["from-want"],
        },
      ],
    });
    expect(findings).toEqual([]);
    const quads = quadsOfTurtle(
      skosTurtle(vocabularySchemes(extended, { kinds: ["threat"] }), {
        known: knownConcepts(extended),
      }),
    );
    const theft = "https://w3id.org/vitalcore/x/org.example/threat/crop-theft";
    expect(objects(quads, theft, `${SKOS}prefLabel`)).toEqual(["Crop theft"]);
    expect(objects(quads, theft, `${SKOS}broader`)).toEqual([
      "https://w3id.org/vitalcore/threat/poverty",
    ]);
  });

  it("suggests the kind that was meant", () => {
    expect(() => vocabularySchemes(model, { kinds: ["threats" as "threat"] })).toThrow(
      /such as threat/,
    );
  });
});

describe("the network of threats", () => {
  it("is all threats, or what is near to some", () => {
    expect(threatNetwork(model).nodes).toHaveLength(threatIds.length);
    const near = threatNetwork(model, { from: ["threat/poverty"], withoutBroader: true });
    expect(near.nodes.map(({ id }) => id)).toContain("threat/poverty");
    for (const { from, to } of near.edges) {
      expect(near.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining([from, to]));
    }
    const wider = threatNetwork(model, {
      from: ["threat/poverty"],
      withoutBroader: true,
      depth: 2,
    });
    expect(wider.nodes.length).toBeGreaterThan(near.nodes.length);
  });

  it("keeps the hedges of claims at the edges", () => {
    const edges = threatNetwork(model, { withoutBroader: true }).edges;
    expect(edges.length).toBeGreaterThan(10);
    for (const { label, dashed } of edges) expect(/\(/.test(label ?? "")).toBe(dashed === true);
  });

  it("is drawn by Graphviz, with as many nodes and edges", async () => {
    const viz = await instance();
    const network = threatNetwork(model, { from: ["threat/poverty"], depth: 2 });
    const svg = viz.renderString(dotGraph(network), { format: "svg" });
    expect(svg.match(/class="node"/g)).toHaveLength(network.nodes.length);
    expect(svg.match(/class="edge"/g)).toHaveLength(network.edges.length);
    expect(mermaidGraph(network).split("\n")).toHaveLength(
      2 + network.nodes.length + network.edges.length,
    );
  });

  it("suggests the concept that was meant", () => {
    expect(() => threatNetwork(model, { from: ["threat/povert"] })).toThrow(/threat\/poverty/);
  });
});
