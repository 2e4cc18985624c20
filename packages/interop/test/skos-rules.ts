import type { Quad } from "@rdfjs/types";

const SKOS = "http://www.w3.org/2004/02/skos/core#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/** Pairs of subject and object of a property. */
function pairs(
  quads: readonly Quad[],
  ...properties: readonly string[]
): readonly [string, string][] {
  const wanted = new Set(properties.map((name) => `${SKOS}${name}`));
  return quads
    .filter(({ predicate }) => wanted.has(predicate.value))
    .map(({ subject, object }) => [subject.value, object.value]);
}

function ofType(quads: readonly Quad[], type: string): ReadonlySet<string> {
  return new Set(
    quads
      .filter(
        ({ predicate, object }) => predicate.value === TYPE && object.value === `${SKOS}${type}`,
      )
      .map(({ subject }) => subject.value),
  );
}

function closure(start: readonly [string, string][]): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const [from, to] of start) next.set(from, [...(next.get(from) ?? []), to]);
  const reached = new Set<string>();
  for (const from of next.keys()) {
    const toVisit = [...(next.get(from) ?? [])];
    const seen = new Set<string>();
    for (let at = toVisit.pop(); at !== undefined; at = toVisit.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      reached.add(`${from}\t${at}`);
      toVisit.push(...(next.get(at) ?? []));
    }
  }
  return reached;
}

const both = ([a, b]: readonly [string, string]) => [`${a}\t${b}`, `${b}\t${a}`];

/** Integrity conditions of the SKOS Reference (W3C, 2009) that triples break, and what qSKOS checks besides. */
export function brokenRules(quads: readonly Quad[]): readonly string[] {
  const broken: string[] = [];
  const concepts = ofType(quads, "Concept");
  const schemes = ofType(quads, "ConceptScheme");
  for (const each of concepts) if (schemes.has(each)) broken.push(`S9 ${each}`);

  const labels = (name: string) =>
    quads
      .filter(({ predicate }) => predicate.value === `${SKOS}${name}`)
      .map(({ subject, object }) => {
        const language = object.termType === "Literal" ? object.language.toLowerCase() : "";
        return { concept: `${subject.value}@${language}`, text: object.value };
      });
  const preferred = labels("prefLabel");
  const seen = new Set<string>();
  for (const { concept } of preferred) {
    if (seen.has(concept)) broken.push(`S14 ${concept}`);
    seen.add(concept);
  }
  const others = new Set(labels("altLabel").map(({ concept, text }) => `${concept}\t${text}`));
  for (const { concept, text } of preferred) {
    if (others.has(`${concept}\t${text}`)) broken.push(`S13 ${concept}`);
  }

  const broader = [
    ...pairs(quads, "broader", "broadMatch"),
    ...pairs(quads, "narrower", "narrowMatch").map(([a, b]): [string, string] => [b, a]),
  ];
  const above = closure(broader);
  for (const pair of pairs(quads, "related", "relatedMatch").flatMap(both)) {
    if (above.has(pair)) broken.push(`S27 ${pair}`);
  }
  const exact = new Set(pairs(quads, "exactMatch").flatMap(both));
  for (const pair of pairs(quads, "broadMatch", "narrowMatch", "relatedMatch").flatMap(both)) {
    if (exact.has(pair)) broken.push(`S46 ${pair}`);
  }
  for (const each of concepts) if (above.has(`${each}\t${each}`)) broken.push(`cycle ${each}`);

  // Every inverse is written out, every concept of ours is in a scheme, and every one without a broader one is a top.
  const has = new Set(
    quads.map(
      ({ subject, predicate, object }) => `${subject.value}\t${predicate.value}\t${object.value}`,
    ),
  );
  const inverses = [
    ["broader", "narrower"],
    ["narrower", "broader"],
    ["related", "related"],
    ["hasTopConcept", "topConceptOf"],
    ["topConceptOf", "hasTopConcept"],
  ] as const;
  for (const [name, inverse] of inverses) {
    for (const [a, b] of pairs(quads, name)) {
      if (!has.has(`${b}\t${SKOS}${inverse}\t${a}`)) broken.push(`no ${inverse} ${b} ${a}`);
    }
  }
  const inScheme = new Set(pairs(quads, "inScheme").map(([a]) => a));
  const under = new Set(pairs(quads, "broader", "topConceptOf").map(([a]) => a));
  for (const each of inScheme) if (!under.has(each)) broken.push(`no top ${each}`);
  return broken;
}
