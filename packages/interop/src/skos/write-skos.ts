import { throwIfErrors } from "@vitalcore/core";
import { DEFAULT_BASE } from "../iri.js";
import { requireBase } from "../rdf/check-text.js";
import { type JsonLdDocument, jsonLd } from "../rdf/json-ld.js";
import {
  DCTERMS,
  type Prefixes,
  RDF,
  RDFS,
  SKOS,
  type Triple,
  TYPE,
  typed,
  XSD,
} from "../rdf/triple.js";
import { turtle } from "../rdf/turtle.js";
import { checkSkos } from "./check-skos.js";
import { conceptIri } from "./concept-iri.js";
import type { SkosConcept, SkosScheme, SkosTexts } from "./skos-scheme.js";

/** How schemes are to be written. */
export interface SkosOptions {
  /** Base of the IRIs; `https://w3id.org/vitalcore/`, which is not resolvable, if left out. */
  readonly base?: string;
  /** Ids of concepts that are defined elsewhere, to which relations may lead. */
  readonly known?: Iterable<string>;
}

const OWL = "http://www.w3.org/2002/07/owl#";
const PREFIXES: Prefixes = {
  skos: SKOS,
  dcterms: DCTERMS,
  owl: OWL,
  rdf: RDF,
  rdfs: RDFS,
  xsd: XSD,
};

function prefixesOf(base: string): Prefixes {
  return { ...PREFIXES, relation: `${base}relation/` };
}

function textTriples(subject: string, property: string, texts: SkosTexts = {}): Triple[] {
  return Object.entries(texts).map(([language, value]) => [subject, property, { value, language }]);
}

function labelTriples(subject: string, { labels }: SkosConcept): Triple[] {
  return Object.entries(labels).flatMap(([language, { preferred, alternative = [] }]): Triple[] => [
    [subject, `${SKOS}prefLabel`, { value: preferred, language }],
    ...alternative.map((value): Triple => [subject, `${SKOS}altLabel`, { value, language }]),
  ]);
}

/** Codes of other schemes that have no IRI there are concepts of their own here, so that they can be linked to. */
function mappingTriples(subject: string, { mappings = [] }: SkosConcept, base: string): Triple[] {
  return mappings.flatMap(({ match, target, notation }): Triple[] => {
    const object = conceptIri(base, target);
    return [
      [subject, `${SKOS}${match}Match`, object],
      ...(notation === undefined
        ? []
        : ([
            [object, TYPE, `${SKOS}Concept`],
            [object, `${SKOS}notation`, { value: notation }],
          ] satisfies Triple[])),
    ];
  });
}

function conceptTriples(concept: SkosConcept, scheme: string, base: string): readonly Triple[] {
  const subject = conceptIri(base, concept.id);
  const { broader = [], related = [], relations = {}, deprecated } = concept;
  const { notation, definition, editorialNote, sources = [], citations = [] } = concept;
  const iri = (id: string): string => conceptIri(base, id);
  const top: readonly Triple[] = [
    [scheme, `${SKOS}hasTopConcept`, subject],
    [subject, `${SKOS}topConceptOf`, scheme],
  ];
  return [
    [subject, TYPE, `${SKOS}Concept`],
    [subject, `${SKOS}inScheme`, scheme],
    ...labelTriples(subject, concept),
    ...(notation === undefined
      ? []
      : [[subject, `${SKOS}notation`, { value: notation }] satisfies Triple]),
    ...textTriples(subject, `${SKOS}definition`, definition),
    ...textTriples(subject, `${SKOS}editorialNote`, editorialNote),
    ...(broader.length === 0 ? top : []),
    ...broader.flatMap((id): Triple[] => [
      [subject, `${SKOS}broader`, iri(id)],
      [iri(id), `${SKOS}narrower`, subject],
    ]),
    ...related.flatMap((id): Triple[] => [
      [subject, `${SKOS}related`, iri(id)],
      [iri(id), `${SKOS}related`, subject],
    ]),
    ...Object.entries(relations).flatMap(([name, ids]) =>
      ids.map((id): Triple => [subject, conceptIri(base, `relation/${name}`), iri(id)]),
    ),
    ...mappingTriples(subject, concept, base),
    ...sources.map((id): Triple => [subject, `${DCTERMS}source`, iri(id)]),
    ...citations.map((value): Triple => [subject, `${DCTERMS}bibliographicCitation`, { value }]),
    ...(deprecated === undefined
      ? []
      : [[subject, `${OWL}deprecated`, typed("true", "boolean")] satisfies Triple]),
    ...(deprecated?.replacedBy === undefined
      ? []
      : [[subject, `${DCTERMS}isReplacedBy`, iri(deprecated.replacedBy)] satisfies Triple]),
  ];
}

function relationTriples(schemes: readonly SkosScheme[], base: string): readonly Triple[] {
  const names = new Set(
    schemes.flatMap(({ concepts }) =>
      concepts.flatMap((each) => Object.keys(each.relations ?? {})),
    ),
  );
  return [...names].flatMap((name): Triple[] => {
    const property = conceptIri(base, `relation/${name}`);
    return [
      [property, TYPE, `${RDF}Property`],
      [property, `${RDFS}label`, { value: name, language: "en" }],
    ];
  });
}

function skosTriples(schemes: readonly SkosScheme[], options: SkosOptions): readonly Triple[] {
  const { base = DEFAULT_BASE } = options;
  requireBase(base);
  throwIfErrors(checkSkos(schemes, options));
  return [
    ...schemes.flatMap((scheme) => {
      const subject = conceptIri(base, scheme.id);
      return [
        [subject, TYPE, `${SKOS}ConceptScheme`] satisfies Triple,
        ...textTriples(subject, `${DCTERMS}title`, scheme.title),
        ...textTriples(subject, `${DCTERMS}description`, scheme.description),
        ...textTriples(subject, `${SKOS}editorialNote`, scheme.editorialNote),
        ...(scheme.license === undefined
          ? []
          : [[subject, `${DCTERMS}license`, scheme.license] satisfies Triple]),
        ...scheme.concepts.flatMap((concept) => conceptTriples(concept, subject, base)),
      ];
    }),
    ...relationTriples(schemes, base),
  ];
}

/**
 * Writes concept schemes as SKOS in Turtle: labels by language with one preferred, definitions, broader and narrower,
 * related in both directions, top concepts, mappings, sources, and our own relations as properties.
 *
 * @param schemes - that are to stand in one document.
 * @throws VitalError with all findings of `checkSkos`.
 *
 * @example
 * ```ts
 * import { skosTurtle } from "@vitalcore/interop/skos";
 * const concepts = [{ id: "dimension/food", labels: { en: { preferred: "Food security" }, fr: { preferred: "Sécurité alimentaire" } } }];
 * const text = skosTurtle([{ id: "dimension", title: { en: "Dimensions" }, concepts }]);
 * text.includes('skos:prefLabel "Food security"@en, "Sécurité alimentaire"@fr'); // => true
 * ```
 */
export function skosTurtle(schemes: readonly SkosScheme[], options: SkosOptions = {}): string {
  return turtle(skosTriples(schemes, options), prefixesOf(options.base ?? DEFAULT_BASE));
}

/**
 * Writes concept schemes as SKOS in JSON-LD: the same triples as {@link skosTurtle}.
 *
 * @throws VitalError with all findings of `checkSkos`.
 *
 * @example
 * ```ts
 * import { skosJsonLd } from "@vitalcore/interop/skos";
 * const concepts = [{ id: "dimension/food", labels: { en: { preferred: "Food security" } } }];
 * const document = skosJsonLd([{ id: "dimension", title: { en: "Dimensions" }, concepts }]);
 * document["@graph"][1]?.["skos:prefLabel"]; // => [{ "@value": "Food security", "@language": "en" }]
 * ```
 */
export function skosJsonLd(
  schemes: readonly SkosScheme[],
  options: SkosOptions = {},
): JsonLdDocument {
  return jsonLd(skosTriples(schemes, options), prefixesOf(options.base ?? DEFAULT_BASE));
}
