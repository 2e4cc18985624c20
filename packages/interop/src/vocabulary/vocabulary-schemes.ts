import { nearest, VitalError } from "@vitalcore/core";
import type { IndicatorDefinition, Labels } from "@vitalcore/domain";
import type { ConceptView, Model } from "@vitalcore/domain/model";
import {
  type ConceptKind,
  conceptKinds,
  parseReference,
  type Reference,
  referenceTo,
} from "@vitalcore/domain/vocabulary";
import { find } from "../catalog.js";
import type { SkosConcept, SkosLabels, SkosMapping, SkosScheme } from "../skos/skos-scheme.js";

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

/** Which part of a model is to be given. */
export interface VocabularyOptions {
  /** All if left out. */
  readonly kinds?: readonly ExportKind[];
  /** Labels whose alternatives are to be given too: a model holds the preferred ones. */
  readonly labels?: readonly Labels[];
}

const TITLES: Readonly<Record<ExportKind, string>> = {
  dimension: "Dimensions",
  freedom: "Freedoms",
  "open-source-freedom": "Freedoms of open source software",
  principle: "Principles",
  "core-value": "Core values",
  "guiding-question": "Guiding questions",
  "threat-criterion": "Criteria of threats",
  strategy: "Strategies",
  "added-value": "Added values of the approach",
  "issue-area": "Issue areas",
  "population-group": "Population groups",
  disaggregation: "Axes of disaggregation",
  level: "Levels",
  actor: "Actors",
  concept: "Concepts",
  theory: "Theories",
  framework: "Frameworks",
  measure: "Measures",
  threat: "Threats",
  opportunity: "Opportunities",
  technology: "Technologies",
  mechanism: "Mechanisms",
  case: "Cases",
  debate: "Debates",
  indicator: "Indicators",
};

const NOT_REVIEWED = "Labels in other languages have not been reviewed by native readers yet.";
const OWN = "An addition of ours, not taken from the founding texts.";

/**
 * Gives a model as SKOS concept schemes, one for each kind that it holds: labels, definitions, broader and related
 * concepts, our own relations (`affects`, `mitigates`), mappings and citations, those of third parties' packs included.
 * Pass them to `skosTurtle` or `skosJsonLd`, together with {@link knownConcepts} if kinds were left out.
 *
 * @throws VitalError `interop/invalid-option` for unknown kinds, with the nearest.
 *
 * @example
 * ```ts
 * import { createModel } from "@vitalcore/domain/model";
 * import { en } from "@vitalcore/domain/labels/en";
 * import { fr } from "@vitalcore/domain/labels/fr";
 * import { vocabularySchemes } from "@vitalcore/interop/vocabulary";
 * const [dimensions] = vocabularySchemes(createModel({ en, translations: [fr] }), { kinds: ["dimension"] });
 * dimensions?.concepts[1]?.id; // => "dimension/food"
 * dimensions?.concepts[1]?.labels.fr; // => { preferred: "Sécurité alimentaire" }
 * ```
 */
export function vocabularySchemes(
  model: Model,
  options: VocabularyOptions = {},
): readonly SkosScheme[] {
  const { kinds = exportKinds, labels = [] } = options;
  requireKinds(kinds);
  return exportKinds
    .filter((kind) => kinds.includes(kind))
    .map((kind): SkosScheme => {
      const concepts =
        kind === "indicator"
          ? model.indicators.ids.map((id) => indicatorConcept(model, id))
          : model
              .all(kind)
              .references()
              .map((each) => conceptOf(model, each, labels));
      const translated = concepts.some((each) => Object.keys(each.labels).length > 1);
      return {
        id: kind,
        title: { en: `${TITLES[kind]} of human security` },
        ...(translated && { editorialNote: { en: NOT_REVIEWED } }),
        concepts,
      };
    })
    .filter(({ concepts }) => concepts.length > 0);
}

/**
 * The ids of all concepts and indicators of a model: those to which relations may lead though their kind is not
 * exported.
 *
 * @example
 * ```ts
 * import { createModel } from "@vitalcore/domain/model";
 * import { knownConcepts } from "@vitalcore/interop/vocabulary";
 * knownConcepts(createModel({})).includes("dimension/food"); // => true
 * ```
 */
export function knownConcepts(model: Model): readonly string[] {
  return [...model.references(), ...model.indicators.ids.map((id) => referenceTo("indicator", id))];
}

function requireKinds(kinds: readonly string[]): void {
  const findings = kinds
    .filter((kind) => !(exportKinds as readonly string[]).includes(kind))
    .map((found) => {
      const suggestion = nearest(found, exportKinds);
      const wanted =
        suggestion === undefined ? "a kind of concept" : `a kind such as ${suggestion}`;
      const facts = { option: "kinds", wanted };
      return find("interop/invalid-option", { found, facts, suggestion });
    });
  if (findings.length > 0) throw new VitalError(findings);
}

function conceptOf(model: Model, reference: Reference, labels: readonly Labels[]): SkosConcept {
  const view = model.concept(reference);
  const notes = [
    ...(view.basis === "own" ? [OWN] : []),
    ...view.mappings
      .filter(({ verified }) => !verified)
      .map(({ scheme, code }) => `The mapping to ${code} of ${scheme} has not been checked.`),
  ];
  return {
    id: reference,
    labels: labelsOf(view, labels),
    ...(view.definition !== undefined && { definition: { en: view.definition } }),
    ...(notes.length > 0 && { editorialNote: { en: notes.join(" ") } }),
    broader: view.broader,
    related: view.related,
    relations: relationsOf(model, reference),
    mappings: view.mappings.map(mappingOf),
    ...citationsOf(view),
    ...(view.deprecated !== undefined && { deprecated: replacementOf(view) }),
  };
}

function labelsOf(
  { id, kind, labels: preferred }: ConceptView,
  labels: readonly Labels[],
): SkosConcept["labels"] {
  // Only the closed kinds have labels with alternatives, and their ids are unique among them.
  const closed =
    kind === "dimension" ||
    kind === "freedom" ||
    kind === "open-source-freedom" ||
    kind === "principle";
  const alternativesIn = (language: string): readonly string[] => {
    const entries = labels.find((each) => each.language === language)?.entries;
    if (!closed || entries === undefined || !Object.hasOwn(entries, id)) return [];
    return entries[id as keyof typeof entries].alternatives ?? [];
  };
  return Object.fromEntries(
    Object.entries(preferred).map(([language, value]): [string, SkosLabels] => {
      const alternative = alternativesIn(language);
      return [language, { preferred: value, ...(alternative.length > 0 && { alternative }) }];
    }),
  );
}

function relationsOf(model: Model, from: Reference): Readonly<Record<string, readonly string[]>> {
  const relations = new Map<string, string[]>();
  for (const { relation, directness, to } of model.links(from)) {
    if (relation === "broader" || relation === "related") continue;
    const name = directness === "indirect" ? `${relation}Indirectly` : relation;
    relations.set(name, [...(relations.get(name) ?? []), to]);
  }
  return Object.fromEntries(relations);
}

/** A code without an IRI gets one of ours, below the id of its scheme. */
function mappingOf({ scheme, code, iri, match }: ConceptView["mappings"][number]): SkosMapping {
  if (iri !== undefined) return { match, target: iri };
  return { match, target: `code-of/${scheme}/${code}`, notation: code };
}

/** Citations name a source and, where it is known, the paragraph: "undp-2025#9". */
function citationsOf({ sources }: ConceptView): Pick<SkosConcept, "sources" | "citations"> {
  const parsed = sources.map(
    (citation) => /^(.*)#([1-9]\d*)$/.exec(citation) ?? [citation, citation],
  );
  return {
    sources: [...new Set(parsed.map(([, source]) => `source/${source}`))],
    citations: parsed.flatMap(([, source, paragraph]) =>
      paragraph === undefined ? [] : [`${source}, paragraph ${paragraph}`],
    ),
  };
}

function replacementOf({ kind, deprecated }: ConceptView): NonNullable<SkosConcept["deprecated"]> {
  const by = deprecated?.replacedBy;
  if (by === undefined) return {};
  return { replacedBy: parseReference(by) === undefined ? referenceTo(kind, by) : by };
}

function indicatorConcept(model: Model, id: string): SkosConcept {
  const reference = referenceTo("indicator", id);
  const definition = model.indicator(id) as IndicatorDefinition;
  const { name, home, sdg = [], status, unverified = [] } = definition;
  const notes = [
    ...(status === "experimental" ? ["Experimental: there is no agreed standard."] : []),
    ...(unverified.length > 0 ? [`Not checked against its source: ${unverified.join(", ")}.`] : []),
  ];
  return {
    id: reference,
    labels: { en: { preferred: name } },
    definition: { en: definition.definition },
    ...(notes.length > 0 && { editorialNote: { en: notes.join(" ") } }),
    relations: { home: [referenceTo("dimension", home)], ...relationsOf(model, reference) },
    mappings: sdg.map(({ iri }) => ({ match: "close", target: iri })),
  };
}
