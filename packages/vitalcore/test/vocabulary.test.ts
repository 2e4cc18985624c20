import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, testFolder } from "./support/terminal.js";

const { folder } = testFolder();
const exported = (...args: readonly string[]) => command("vocabulary", "export", ...args);

describe("vitalcore vocabulary export", () => {
  it("writes SKOS as Turtle and JSON-LD, of all kinds or of some", async () => {
    const turtle = await exported("--format", "skos-turtle");
    expect(turtle.code).toBe(0);
    expect(turtle.out).toContain('"الأمن الغذائي"@ar');
    const { out } = await exported("--format", "skos-jsonld", "--kind", "dimension", "freedom");
    const ids = JSON.parse(out)["@graph"].map((node: { "@id": string }) => node["@id"]);
    expect(ids).toContain("https://w3id.org/vitalcore/freedom/from-fear");
    expect(ids.filter((id: string) => id.includes("/threat/"))).toEqual([]);
  });

  it("takes another base, and refuses one that is none", async () => {
    const { out } = await exported(
      "-f",
      "skos-turtle",
      "-k",
      "dimension",
      "--base",
      "https://example.org/v/",
    );
    expect(out).toContain("<https://example.org/v/dimension/food>");
    const { code, err } = await exported("-f", "skos-turtle", "--base", "example");
    expect(code).toBe(1);
    expect(err).toContain("base");
  });

  it("gives the concepts as JSON and the sources for reference managers", async () => {
    const schemes = JSON.parse((await exported("-f", "json", "-k", "strategy")).out);
    expect(schemes[0].concepts.map(({ id }: { id: string }) => id)).toEqual([
      "strategy/protection",
      "strategy/empowerment",
    ]);
    const items = JSON.parse((await exported("-f", "csl-json")).out);
    expect(items.length).toBeGreaterThan(5);
    expect((await exported("-f", "bibtex")).out.match(/^@/gm)).toHaveLength(items.length);
  });

  it("draws the network of threats near to some", async () => {
    const near = await exported("-f", "mermaid", "--from", "threat/poverty");
    const wider = await exported("-f", "mermaid", "--from", "threat/poverty", "--depth", "2");
    expect(near.out).toMatch(/^flowchart LR\n/);
    expect(wider.out.length).toBeGreaterThan(near.out.length);
    expect((await exported("-f", "dot", "--from", "threat/poverty")).out).toMatch(/^digraph \{/);
  });

  it("writes a file when asked", async () => {
    const file = join(folder, "vocabulary.ttl");
    const { code, out, err } = await exported("-f", "skos-turtle", "-k", "level", "-o", file);
    expect([code, out, err]).toEqual([0, "", `wrote ${file}\n`]);
    expect(readFileSync(file, "utf8")).toContain("skos:ConceptScheme");
  });

  it("names the kind, the concept and the format that were meant", async () => {
    const kind = await exported("-f", "json", "-k", "threats", "dimensions");
    expect(kind.code).toBe(1);
    expect(kind.err).toContain("such as threat");
    expect(kind.err).toContain("such as dimension");
    expect((await exported("-f", "dot", "--from", "threat/povert")).err).toContain(
      "threat/poverty",
    );
    expect((await exported("-f", "xml")).code).toBe(2);
    expect((await exported("-f", "dot", "--depth", "far")).code).toBe(2);
  });
});
