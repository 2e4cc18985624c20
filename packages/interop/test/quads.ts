import type { Quad } from "@rdfjs/types";
import jsonld from "jsonld";
import { Parser } from "n3";

/** The quads of Turtle, by n3. */
export function quadsOfTurtle(text: string): Quad[] {
  return new Parser({ format: "text/turtle" }).parse(text);
}

/** The quads of JSON-LD, by jsonld (which writes N-Quads) and n3. */
export async function quadsOfJsonLd(document: object): Promise<Quad[]> {
  const nquads = await jsonld.toRDF(document as jsonld.JsonLdDocument, {
    format: "application/n-quads",
  });
  return new Parser({ format: "application/n-quads" }).parse(nquads as unknown as string);
}

/** Quads without blank nodes as sorted text, to be compared. */
export function asText(quads: readonly Quad[]): readonly string[] {
  const lines = quads.map(({ subject, predicate, object }) => {
    const literal =
      object.termType === "Literal"
        ? `@${object.language.toLowerCase()}^^${object.datatype.value}`
        : "";
    return `${subject.value}\t${predicate.value}\t${object.termType}\t${object.value}${literal}`;
  });
  return [...new Set(lines)].sort();
}
