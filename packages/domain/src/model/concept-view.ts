import type { Definition } from "../definitions/definition.js";
import type { Basis, Citation, Mapping } from "../vocabulary/evidence-types.js";
import type { ConceptKind, Reference } from "../vocabulary/kinds.js";
import type { ConceptRecord } from "../vocabulary/record-types.js";
import type { Graph } from "./graph.js";

/** A concept with all that the model says of it: what exporters and pages show. */
export interface ConceptView {
  readonly reference: Reference;
  readonly kind: ConceptKind;
  readonly id: string;
  /** `core`, or the name of the third party. */
  readonly origin: string;
  /** Label by language (BCP 47). */
  readonly labels: Readonly<Record<string, string>>;
  readonly definition?: string;
  /** Whether a text speaks of the concept, or it is an addition. */
  readonly basis: Basis;
  readonly sources: readonly Citation[];
  readonly broader: readonly Reference[];
  readonly narrower: readonly Reference[];
  readonly related: readonly Reference[];
  readonly mappings: readonly Mapping[];
  readonly deprecated?: NonNullable<ConceptRecord["deprecated"]>;
  readonly record: ConceptRecord;
}

/** Puts together what a model says of a concept. */
export function viewOf(graph: Graph, reference: Reference): ConceptView | undefined {
  const entry = graph.data.entries.get(reference);
  if (entry === undefined) return undefined;
  const definition: Definition | undefined = graph.data.definitions.get(reference);
  const labels: Record<string, string> = {};
  for (const [language, held] of graph.data.labels) {
    const label = held.get(reference);
    if (label !== undefined) labels[language] = label.value;
  }
  const to = (relation: string) =>
    graph
      .outgoing(reference)
      .filter((link) => link.relation === relation)
      .map((link) => link.to);
  const { deprecated } = entry.record;
  return {
    reference,
    kind: entry.kind,
    id: entry.id,
    origin: entry.origin,
    labels,
    ...(definition !== undefined && { definition: definition.text }),
    basis: definition?.basis ?? "text",
    sources: definition?.sources ?? [],
    broader: to("broader"),
    narrower: graph
      .incoming(reference)
      .filter(({ relation }) => relation === "broader")
      .map(({ from }) => from),
    related: to("related"),
    mappings: graph.mappings(reference),
    ...(deprecated !== undefined && { deprecated }),
    record: entry.record,
  };
}
