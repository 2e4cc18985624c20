import { nearest, VitalError } from "@vitalcore/core";
import type { IndicatorDefinition, Label, Labels } from "@vitalcore/domain";
import type { Definition } from "@vitalcore/domain/definitions";
import { indicators } from "@vitalcore/domain/indicators";
import { en } from "@vitalcore/domain/labels/en";
import { mappingSchemes, mappings } from "@vitalcore/domain/mappings";
import { parseCitation } from "@vitalcore/domain/sources";
import { type ConceptKind, conceptKinds } from "@vitalcore/domain/vocabulary";
import { find } from "../catalog.js";
import type { SkosConcept, SkosLabels, SkosMapping, SkosScheme } from "../skos/skos-scheme.js";
import { KIND_OF_RELATION, type KindTable, kindTables, REFERENCES } from "./kind-tables.js";

/** What can be exported: the kinds of concept, and the definitions of indicators. */
export type ExportKind = ConceptKind | "indicator";

/**
 * The kinds that can be exported.
 *
 * @example
 * ```ts
 * import { exportKinds } from "@vitalcore/interop/vocabulary";
 * exportKinds.length; // => 25
 * ```
 */
export const exportKinds: readonly ExportKind[] = [...conceptKinds, "indicator"];

/** Which part of the vocabulary is to be given, and in which languages. */
export interface VocabularyOptions {
  /** All if left out. */
  readonly kinds?: readonly ExportKind[];
  /** Labels of the closed kinds in further languages, from `@vitalcore/domain/labels/fr` and so on. */
  readonly labels?: readonly Labels[];
}

const NOT_REVIEWED = "Labels have not been reviewed by native readers yet.";
const OWN = "An addition of ours, not taken from the founding texts.";

/**
 * Gives the vocabulary of human security as SKOS concept schemes, one for each kind: labels, definitions, broader and
 * related concepts, our own relations (`affects`, `mitigates`), mappings and citations. Pass them to `skosTurtle` or
 * `skosJsonLd`, together with {@link knownConcepts} if kinds were left out.
 *
 * @throws VitalError `interop/invalid-option` for unknown kinds, with the nearest.
 *
 * @example
 * ```ts
 * import { vocabularySchemes } from "@vitalcore/interop/vocabulary";
 * import { fr } from "@vitalcore/domain/labels/fr";
 * const [dimensions] = vocabularySchemes({ kinds: ["dimension"], labels: [fr] });
 * dimensions?.concepts[1]?.id; // => "dimension/food"
 * dimensions?.concepts[1]?.labels.fr; // => { preferred: "Sécurité alimentaire" }
 * ```
 */
export function vocabularySchemes(options: VocabularyOptions = {}): readonly SkosScheme[] {
  const { kinds = exportKinds, labels = [] } = options;
  requireKinds(kinds);
  const wanted = new Set(kinds);
  const schemes = kindTables()
    .filter(({ kind }) => wanted.has(kind))
    .map((table) => schemeOf(table, labels));
  return wanted.has("indicator") ? [...schemes, indicatorScheme()] : schemes;
}

/**
 * The ids of all concepts of the vocabulary: those to which relations may lead though their kind is not exported.
 *
 * @example
 * ```ts
 * import { knownConcepts } from "@vitalcore/interop/vocabulary";
 * knownConcepts().includes("dimension/food"); // => true
 * ```
 */
export function knownConcepts(): readonly string[] {
  return [
    ...kindTables().flatMap(({ kind, ids }) => ids.map((id) => `${kind}/${id}`)),
    ...indicators.map(({ id }) => `indicator/${id}`),
  ];
}

function requireKinds(kinds: readonly string[]): void {
  const findings = kinds
    .filter((kind) => !(exportKinds as readonly string[]).includes(kind))
    .map((found) => {
      const suggestion = nearest(found, exportKinds);
      const wanted =
        suggestion === undefined ? "a kind of concept" : `a kind such as ${suggestion}`;
      return find("interop/invalid-option", {
        found,
        facts: { option: "kinds", wanted },
        suggestion,
      });
    });
  if (findings.length > 0) throw new VitalError(findings);
}

function schemeOf(table: KindTable, languages: readonly Labels[]): SkosScheme {
  const closed = table.labels === undefined;
  return {
    id: table.kind,
    title: { en: `${table.title} of human security` },
    ...(closed && { editorialNote: { en: NOT_REVIEWED } }),
    concepts: table.ids.map((id) => conceptOf(table, id, languages)),
  };
}

function labelsOf(
  { labels }: KindTable,
  id: string,
  languages: readonly Labels[],
): SkosConcept["labels"] {
  if (labels !== undefined) return { en: { preferred: labels[id] as string } };
  return Object.fromEntries(
    [en, ...languages].map(({ language, entries }): [string, SkosLabels] => {
      const { value, alternatives = [] } = (entries as Readonly<Record<string, Label>>)[
        id
      ] as Label;
      return [
        language,
        { preferred: value, ...(alternatives.length > 0 && { alternative: alternatives }) },
      ];
    }),
  );
}

function conceptOf(table: KindTable, id: string, languages: readonly Labels[]): SkosConcept {
  const { kind, definitions, records = {} } = table;
  const reference = `${kind}/${id}`;
  const record = Object.hasOwn(records, id)
    ? (records[id] as Readonly<Record<string, unknown>>)
    : {};
  const definition = definitions[id];
  const notes = [...(definition?.basis === "own" ? [OWN] : []), ...unverified(reference)];
  const { broader, related, deprecated } = record;
  const links = mappingsOf(reference);
  return {
    id: reference,
    labels: labelsOf(table, id, languages),
    ...(definition !== undefined && textsOf(definition)),
    ...(notes.length > 0 && { editorialNote: { en: notes.join(" ") } }),
    ...(typeof broader === "string" && { broader: [`${kind}/${broader}`] }),
    ...(Array.isArray(related) && { related: related as readonly string[] }),
    relations: relationsOf(record),
    ...(links.length > 0 && { mappings: links }),
    ...(isDeprecation(deprecated) && { deprecated: replaced(kind, deprecated.replacedBy) }),
  };
}

function isDeprecation(
  value: unknown,
): value is { readonly since: string; readonly replacedBy?: string } {
  return typeof value === "object" && value !== null;
}

function replaced(kind: string, by: string | undefined): NonNullable<SkosConcept["deprecated"]> {
  if (by === undefined) return {};
  return { replacedBy: by.includes("/") ? by : `${kind}/${by}` };
}

function textsOf({
  text,
  sources,
}: Definition): Pick<SkosConcept, "definition" | "sources" | "citations"> {
  const parsed = sources.map(parseCitation);
  return {
    definition: { en: text },
    sources: [...new Set(parsed.map(({ source }) => `source/${source}`))],
    citations: parsed.flatMap(({ source, paragraph }) =>
      paragraph === undefined ? [] : [`${source}, paragraph ${paragraph}`],
    ),
  };
}

function relationsOf(
  record: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]): [string, readonly string[]][] => {
      if (!Array.isArray(value)) return [];
      if (REFERENCES.includes(name)) return [[name, value as readonly string[]]];
      const kind = Object.hasOwn(KIND_OF_RELATION, name) ? KIND_OF_RELATION[name] : undefined;
      return kind === undefined ? [] : [[name, value.map((id) => `${kind}/${id}`)]];
    }),
  );
}

/** A code without an IRI gets one of ours, below the id of its scheme. */
function mappingsOf(reference: string): readonly SkosMapping[] {
  return mappings
    .filter(({ concept }) => concept === reference)
    .map(({ scheme, code, iri, match }) => ({
      match,
      target: iri ?? `code-of/${scheme}/${code}`,
      ...(iri === undefined && { notation: code }),
    }));
}

function unverified(reference: string): readonly string[] {
  return mappings
    .filter(({ concept, verified }) => concept === reference && !verified)
    .map(({ scheme, code }) => {
      const { title, version } = mappingSchemes.find(({ id }) => id === scheme) ?? {
        title: scheme,
        version: "",
      };
      return `The mapping to ${code} of ${title} (${version}) has not been checked against its source.`;
    });
}

function indicatorScheme(): SkosScheme {
  return {
    id: "indicator",
    title: { en: "Indicators of human security" },
    concepts: indicators.map(indicatorConcept),
  };
}

function indicatorConcept(definition: IndicatorDefinition): SkosConcept {
  const {
    id,
    name,
    home,
    dimensions,
    freedoms = [],
    threats = [],
    groups = [],
    sdg = [],
  } = definition;
  const { status, unverified: unchecked = [] } = definition;
  const notes = [
    ...(status === "experimental" ? ["Experimental: there is no agreed standard."] : []),
    ...(unchecked.length > 0 ? [`Not checked against its source: ${unchecked.join(", ")}.`] : []),
  ];
  return {
    id: `indicator/${id}`,
    labels: { en: { preferred: name } },
    definition: { en: definition.definition },
    ...(notes.length > 0 && { editorialNote: { en: notes.join(" ") } }),
    relations: {
      home: [`dimension/${home}`],
      dimensions: dimensions.map((each) => `dimension/${each}`),
      freedoms: freedoms.map((each) => `freedom/${each}`),
      measures: threats.map((each) => `threat/${each}`),
      singlesOut: groups.map((each) => `population-group/${each}`),
    },
    ...(sdg.length > 0 && {
      mappings: sdg.map(({ iri }) => ({ match: "close" as const, target: iri })),
    }),
  };
}
