import { instance } from "@viz-js/viz";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dotGraph, type Graph, mermaidGraph } from "../src/graph/index.js";
import { anyText } from "./arbitrary-observations.js";

const graph: fc.Arbitrary<Graph> = fc
  .uniqueArray(
    fc.record(
      { id: anyText, label: anyText, group: fc.option(anyText, { nil: undefined }) },
      { requiredKeys: ["id"] },
    ),
    { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
  )
  .chain((nodes) => {
    const id = fc.constantFrom(...nodes.map((node) => node.id));
    const edge = fc.record(
      { from: id, to: id, label: anyText, dashed: fc.boolean() },
      { requiredKeys: ["from", "to"] },
    );
    return fc.record({ nodes: fc.constant(nodes), edges: fc.array(edge, { maxLength: 8 }) });
  })
  .map((each) => each as Graph);

/** A label as it is meant to be read: on one line, without what cannot be seen. */
const seen = (label: string) =>
  label
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, " ")
    .trim();

interface Drawn {
  readonly objects?: readonly {
    readonly name: string;
    readonly _ldraw_?: readonly { readonly text?: string }[];
  }[];
  readonly edges?: readonly {
    readonly tail: number;
    readonly head: number;
    readonly style?: string;
  }[];
}

describe("DOT", () => {
  it("is read by Graphviz as the same graph, with the labels as written (property)", async () => {
    const viz = await instance();
    fc.assert(
      fc.property(graph, (written) => {
        const drawn = JSON.parse(viz.renderString(dotGraph(written), { format: "json" })) as Drawn;
        const objects = drawn.objects ?? [];
        const nodeAt = (index: number) => objects[index]?.name;
        const names = new Map(written.nodes.map(({ id }, i) => [id, `n${i + 1}`]));
        for (const { id, label = id } of written.nodes) {
          const object = objects.find(({ name }) => name === names.get(id));
          const texts = (object?._ldraw_ ?? []).flatMap(({ text }) =>
            text === undefined ? [] : [text],
          );
          // Graphviz escapes the backslash twice in JSON (in SVG it is right).
          expect(texts.join("").replaceAll("\\\\", "\\")).toBe(seen(label));
        }
        const edges = (drawn.edges ?? []).map(({ tail, head, style }) => [
          nodeAt(tail),
          nodeAt(head),
          style === "dashed",
        ]);
        const expected = written.edges.map(({ from, to, dashed }) => [
          names.get(from),
          names.get(to),
          dashed === true,
        ]);
        expect(edges.map(String).sort()).toEqual(expected.map(String).sort());
      }),
      { numRuns: 60 },
    );
  });
});

describe("Mermaid", () => {
  /** The lines that a flowchart of ours may have; nothing in a label can make another. */
  const LINE =
    /^(?:flowchart (?:LR|TB)| {2}(?: {2})?n\d+\["[^"#&<>`\\]*(?:#\d+;[^"#&<>`\\]*)*"\]| {2}subgraph g\d+\["[^"]*"\]| {2}end| {2}n\d+ -(?:\.-|-)>(?:\|"[^"|]*"\|)? n\d+)$/u;

  it("has no line but nodes, groups and edges, whatever the labels (property)", () => {
    fc.assert(
      fc.property(graph, (written) => {
        const lines = mermaidGraph(written).split("\n");
        expect(lines.pop()).toBe("");
        for (const line of lines) expect(line).toMatch(LINE);
        const groups = new Set(written.nodes.flatMap(({ group }) => group ?? []));
        expect(lines).toHaveLength(
          1 + written.nodes.length + written.edges.length + 2 * groups.size,
        );
      }),
    );
  });

  it("keeps the labels behind the entities (property)", () => {
    fc.assert(
      fc.property(anyText, (label) => {
        const [, line = ""] = mermaidGraph({ nodes: [{ id: "a", label }], edges: [] }).split("\n");
        const shown = (/"(.*)"/u.exec(line)?.[1] ?? "").replace(/#(\d+);/g, (_, code: string) =>
          String.fromCharCode(Number(code)),
        );
        expect(shown.trim()).toBe(seen(label));
      }),
    );
  });
});

describe("a graph", () => {
  it("reports all nodes that are there twice or not at all", () => {
    const faulty = {
      nodes: [{ id: "poverty" }, { id: "poverty" }],
      edges: [{ from: "povery", to: "hunger" }],
    };
    for (const draw of [mermaidGraph, dotGraph]) expect(() => draw(faulty)).toThrow(/3 problems/);
  });

  it("cuts labels that are too long, between characters", () => {
    const label = "\u{1F30D}".repeat(100_000);
    const text = mermaidGraph({ nodes: [{ id: "a", label }], edges: [] }, { longestLabel: 3 });
    expect(text).toContain('"\u{1F30D}\u{1F30D}…"');
  });
});
