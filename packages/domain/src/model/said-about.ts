import { parseCitation } from "../sources/citation.js";
import type { Anomaly, Citation, Claim, Statistic } from "../vocabulary/evidence-types.js";
import type { Reference } from "../vocabulary/kinds.js";
import type { ConceptView } from "./concept-view.js";
import type { Model } from "./model.js";

/** What the texts say about a concept, with the paragraphs in which they say it. */
export interface Statements {
  readonly concept: ConceptView;
  /** All paragraphs, text by text, in order. */
  readonly citations: readonly Citation[];
  /** Claims in which it is cause or effect. */
  readonly claims: readonly Claim[];
  /** Numbers printed in the paragraphs that speak of it. */
  readonly statistics: readonly Statistic[];
  /** What is wrong or dated about it, or about those numbers. */
  readonly anomalies: readonly Anomaly[];
  /** Other concepts of which the same paragraphs speak. */
  readonly sameParagraphs: readonly Reference[];
}

function inOrder(citations: Iterable<Citation>): readonly Citation[] {
  const parsed = [...new Set(citations)].map((citation) => ({
    citation,
    ...parseCitation(citation),
  }));
  return parsed
    .sort((a, b) =>
      a.source === b.source
        ? (a.paragraph ?? 0) - (b.paragraph ?? 0)
        : a.source < b.source
          ? -1
          : 1,
    )
    .map(({ citation }) => citation);
}

/**
 * Everything that the texts of a model say about a concept.
 *
 * @throws VitalError `domain/unknown-concept`, with the nearest reference.
 *
 * @example
 * ```ts
 * import { claims } from "@vitalcore/domain/claims";
 * import { threatDefinitions } from "@vitalcore/domain/definitions";
 * import { createModel, saidAbout } from "@vitalcore/domain/model";
 * import { threats } from "@vitalcore/domain/vocabulary";
 * const model = createModel({ threats, threatDefinitions, claims });
 * const { citations, claims: said } = saidAbout(model, "threat/statelessness");
 * citations; // => ["course-human-security#80"]
 * said.length; // => 0
 * ```
 */
export function saidAbout(model: Model, reference: Reference): Statements {
  const concept = model.concept(reference);
  const { data } = model;
  const claims = model.claims.filter(
    ({ causes, effects }) => causes.includes(reference) || effects.includes(reference),
  );
  const paragraphs = new Set(concept.sources.filter((citation) => citation.includes("#")));
  const touches = ({ sources }: { readonly sources: readonly Citation[] }) =>
    sources.some((citation) => paragraphs.has(citation));
  const statistics = data.statistics.filter(touches);
  const concerned = new Set<string>([reference, ...statistics.map(({ id }) => `statistic/${id}`)]);
  return {
    concept,
    citations: inOrder([...concept.sources, ...claims.flatMap(({ sources }) => sources)]),
    claims,
    statistics,
    anomalies: data.anomalies.filter(({ about = [] }) => about.some((each) => concerned.has(each))),
    sameParagraphs: [...data.definitions]
      .filter(([other, definition]) => other !== reference && touches(definition))
      .map(([other]) => other),
  };
}
