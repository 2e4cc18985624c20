import type { Finding } from "@vitalcore/core";
import { find } from "../catalog.js";
import { DEFAULT_BASE, isAbsoluteIri, isUnicode } from "../iri.js";
import { conceptIri } from "./concept-iri.js";
import { hierarchyFindings } from "./hierarchy.js";
import type { SkosConcept, SkosMatch, SkosScheme, SkosTexts } from "./skos-scheme.js";

/** BCP 47 in the form that Turtle and JSON-LD can hold. */
const LANGUAGE_TAG = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** Matches that exclude each other for one target (S27 and S46, with the sub-properties of S40 to S43). */
const CONFLICTS: readonly (readonly [SkosMatch, SkosMatch])[] = [
  ["exact", "broad"],
  ["exact", "narrow"],
  ["exact", "related"],
  ["related", "broad"],
  ["related", "narrow"],
];

/** Checks that need one concept or scheme only. */
class Check {
  readonly findings: Finding[] = [];

  texts(at: string, texts: SkosTexts = {}): void {
    this.languages(at, Object.keys(texts));
    for (const text of Object.values(texts)) this.text(at, text);
  }

  text(at: string, found: string): void {
    if (isUnicode(found)) return;
    this.findings.push(find("interop/invalid-text", { found, facts: { at } }));
  }

  iri(at: string, found: string): void {
    if (isAbsoluteIri(found)) return;
    this.findings.push(find("interop/invalid-iri", { found, facts: { at } }));
  }

  languages(at: string, tags: readonly string[]): void {
    const known = new Set<string>();
    for (const found of tags) {
      if (!LANGUAGE_TAG.test(found)) {
        this.findings.push(find("interop/language-tag", { found, facts: { at } }));
      } else if (known.has(found.toLowerCase())) {
        this.findings.push(find("interop/repeated-language", { found, facts: { at } }));
      }
      known.add(found.toLowerCase());
    }
  }

  labels({ id: concept, labels }: SkosConcept): void {
    this.languages(concept, Object.keys(labels));
    if (Object.keys(labels).length === 0) {
      this.findings.push(find("interop/no-label", { facts: { concept } }));
    }
    for (const [language, { preferred, alternative = [] }] of Object.entries(labels)) {
      const seen = new Set<string>();
      for (const label of [preferred, ...alternative]) {
        this.text(concept, label);
        if (label === "") this.findings.push(find("interop/no-label", { facts: { concept } }));
        if (seen.has(label)) {
          const facts = { concept, language };
          this.findings.push(find("interop/repeated-label", { found: label, facts }));
        }
        seen.add(label);
      }
    }
  }

  mappings({ id: concept, mappings = [] }: SkosConcept, base: string): void {
    const matches = new Map<string, Set<SkosMatch>>();
    for (const { target, match } of mappings) {
      this.iri(`${concept}, mapping`, conceptIri(base, target));
      matches.set(target, (matches.get(target) ?? new Set()).add(match));
    }
    for (const [found, kinds] of matches) {
      for (const [one, other] of CONFLICTS) {
        if (!kinds.has(one) || !kinds.has(other)) continue;
        const facts = { concept, relation: `${one} and ${other}` };
        this.findings.push(find("interop/conflicting-mapping", { found, facts }));
      }
    }
  }

  concept(concept: SkosConcept, base: string): void {
    const { id, definition, editorialNote, notation = "", citations = [], sources = [] } = concept;
    this.iri(id, conceptIri(base, id));
    for (const source of sources) this.iri(`${id}, source`, conceptIri(base, source));
    for (const text of [notation, ...citations]) this.text(id, text);
    this.texts(id, definition);
    this.texts(id, editorialNote);
    this.labels(concept);
    this.mappings(concept, base);
  }
}

/**
 * Checks concept schemes against the integrity conditions of SKOS (W3C, SKOS Reference, 2009) and what makes them
 * useful: ids that occur once (S9), one preferred label for a language, different from the others (S13, S14), relations
 * that lead somewhere, no cycle of broader concepts, nothing both related and broader (S27), no mapping that
 * contradicts another (S46), valid IRIs, language tags and text.
 *
 * @param schemes - that are to be written together.
 * @param options.known - ids of concepts that are defined elsewhere, to which relations may lead.
 * @returns all problems; empty if there is none.
 *
 * @example
 * ```ts
 * import { checkSkos } from "@vitalcore/interop/skos";
 * const concept = { id: "threat/flood", labels: { en: { preferred: "Flood" } }, broader: ["threat/hazard"] };
 * const findings = checkSkos([{ id: "threat", title: { en: "Threats" }, concepts: [concept] }]);
 * findings.map(({ message }) => message); // => ['threat/flood: broader names "threat/hazard", which is not in these schemes.']
 * ```
 */
export function checkSkos(
  schemes: readonly SkosScheme[],
  options: { readonly base?: string; readonly known?: Iterable<string> } = {},
): readonly Finding[] {
  const { base = DEFAULT_BASE, known = [] } = options;
  const check = new Check();
  const defined = new Set<string>();
  const define = (id: string): void => {
    const iri = conceptIri(base, id);
    if (defined.has(iri)) check.findings.push(find("interop/repeated-concept", { found: id }));
    defined.add(iri);
  };
  for (const { id, title, description, editorialNote, license, concepts } of schemes) {
    define(id);
    check.iri(id, conceptIri(base, id));
    for (const texts of [title, description, editorialNote]) check.texts(id, texts);
    if (license !== undefined) check.iri(`${id}, license`, license);
    for (const concept of concepts) {
      define(concept.id);
      check.concept(concept, base);
    }
  }
  const concepts = schemes.flatMap((scheme) => scheme.concepts);
  const elsewhere = new Set(Array.from(known, (id) => conceptIri(base, id)));
  return [
    ...check.findings,
    ...unknownTargets(concepts, base, (iri) => defined.has(iri) || elsewhere.has(iri)),
    ...hierarchyFindings(concepts, (id) => conceptIri(base, id)),
  ];
}

function unknownTargets(
  concepts: readonly SkosConcept[],
  base: string,
  isKnown: (iri: string) => boolean,
): readonly Finding[] {
  return concepts.flatMap(
    ({ id: concept, broader = [], related = [], relations = {}, deprecated }) => {
      const replacedBy = deprecated?.replacedBy === undefined ? [] : [deprecated.replacedBy];
      const targets = Object.entries({ broader, related, replacedBy, ...relations });
      return targets.flatMap(([relation, ids]) =>
        ids
          .filter((found) => !isKnown(conceptIri(base, found)))
          .map((found) => find("interop/unknown-concept", { found, facts: { concept, relation } })),
      );
    },
  );
}
