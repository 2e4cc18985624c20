import { nearest, VitalError } from "@vitalcore/core";
import type { DimensionId } from "../ids.js";
import { dimensionIds } from "../ids.js";
import type { IndicatorDefinition } from "../indicator-definition.js";
import type { Source } from "../source.js";
import { VERSION } from "../version.js";
import type { Claim } from "../vocabulary/evidence-types.js";
import type { ConceptKind, Reference } from "../vocabulary/kinds.js";
import { parseReference } from "../vocabulary/reference.js";
import { find } from "./catalog.js";
import {
  ActorSelection,
  MeasureSelection,
  TechnologySelection,
  ThreatSelection,
} from "./concept-selections.js";
import { type ConceptView, viewOf } from "./concept-view.js";
import { Graph, type Link } from "./graph.js";
import { IndicatorSelection, type SdgCoverage } from "./indicator-selection.js";
import { gather, type ModelData } from "./model-data.js";
import type { ModelParts } from "./parts.js";
import { Selection } from "./selection.js";

/** A vocabulary that can be asked. Made by `createModel`; it never changes. */
export class Model {
  /** The version of the vocabulary. */
  readonly version: string;
  /** @internal */
  readonly graph: Graph;

  /** @internal */
  constructor(data: ModelData) {
    this.version = data.version;
    this.graph = new Graph(data);
  }

  /** The packs of third parties that were added. */
  get packs(): ModelData["packs"] {
    return this.data.packs;
  }

  /** @internal */
  get data(): ModelData {
    return this.graph.data;
  }

  /** All threats, to be narrowed down. */
  get threats(): ThreatSelection {
    return new ThreatSelection(this.graph, "threat", this.graph.records("threat").keys());
  }

  /** All measures, to be narrowed down. */
  get measures(): MeasureSelection {
    return new MeasureSelection(this.graph, "measure", this.graph.records("measure").keys());
  }

  /** All technologies, to be narrowed down. */
  get technologies(): TechnologySelection {
    const ids = this.graph.records("technology").keys();
    return new TechnologySelection(this.graph, "technology", ids);
  }

  /** All actors, to be narrowed down. */
  get actors(): ActorSelection {
    return new ActorSelection(this.graph, "actor", this.graph.records("actor").keys());
  }

  /** All indicators, to be narrowed down. */
  get indicators(): IndicatorSelection {
    return new IndicatorSelection(this.graph, this.data.indicators.keys());
  }

  /** All concepts of any kind. */
  all<Kind extends ConceptKind>(kind: Kind): Selection<Kind> {
    return new Selection(this.graph, kind, this.graph.records(kind).keys());
  }

  /** References to all concepts, kind by kind. */
  references(): readonly Reference[] {
    return [...this.data.entries.keys()];
  }

  /** Whether there is such a concept or indicator. */
  has(reference: string): boolean {
    const parsed = parseReference(reference);
    if (parsed?.kind === "indicator") return this.data.indicators.has(parsed.id);
    return this.data.entries.has(reference as Reference);
  }

  /**
   * A concept with its labels, definition, sources, relations and mappings.
   *
   * @throws VitalError `domain/unknown-concept`, with the nearest reference.
   */
  concept(reference: Reference): ConceptView {
    const view = viewOf(this.graph, reference);
    if (view !== undefined) return view;
    throw new VitalError([
      find("domain/unknown-concept", {
        found: reference,
        suggestion: nearest(reference, this.data.entries.keys()),
      }),
    ]);
  }

  /**
   * The label of a concept or indicator.
   *
   * @param language - BCP 47 tag; English where it is left out or has no label.
   * @throws VitalError `domain/unknown-concept`, with the nearest reference.
   */
  label(reference: Reference, language = "en"): string {
    const held =
      this.data.labels.get(language)?.get(reference) ?? this.data.labels.get("en")?.get(reference);
    if (held !== undefined) return held.value;
    if (!this.has(reference)) this.concept(reference);
    return reference;
  }

  /** The definition of an indicator. */
  indicator(id: string): IndicatorDefinition | undefined {
    return this.data.indicators.get(id);
  }

  /** The source of that id. */
  source(id: string): Source | undefined {
    return this.data.sources.get(id);
  }

  /** All claims. */
  get claims(): readonly Claim[] {
    return [...this.data.claims.values()];
  }

  /** Relations that start, or end, at a concept or indicator, with what each rests on. */
  links(reference: Reference, direction: "from" | "to" = "from"): readonly Link[] {
    return direction === "from" ? this.graph.outgoing(reference) : this.graph.incoming(reference);
  }

  /** The SDG indicators that cover each dimension: those of the indicators that touch it. */
  sdgByDimension(): Readonly<Record<DimensionId, readonly SdgCoverage[]>> {
    const entries = dimensionIds.map((id) => [id, this.indicators.touching(id).sdg()] as const);
    return Object.fromEntries(entries) as Record<DimensionId, readonly SdgCoverage[]>;
  }

  /** In print: how much there is. */
  toString(): string {
    const { entries, indicators, claims } = this.data;
    return `Model ${this.version}: ${entries.size} concepts, ${indicators.size} indicators, ${claims.size} claims`;
  }
}

/**
 * Makes a model of parts of the vocabulary. Parts are named as they are exported, so that a namespace can be
 * spread into it; what is left out is not in the model, and costs nothing.
 *
 * @param options - `version`, where the parts are not of this package.
 *
 * @example
 * ```ts
 * import { createModel } from "@vitalcore/domain/model";
 * import { threatLabels } from "@vitalcore/domain/labels/en";
 * import { measures, populationGroups, threats } from "@vitalcore/domain/vocabulary";
 * const model = createModel({ threats, measures, populationGroups, threatLabels });
 * model.threats.digital().fallingOn("older-people").ids; // => ["online-scams", "digital-exclusion", "inaccessible-digital-services"]
 * model.measures.mitigating("online-scams").by("empowerment").ids; // => ["digital-literacy-programmes", "collective-anti-scam"]
 * model.label("threat/doxing"); // => "Doxing"
 * ```
 */
export function createModel(parts: ModelParts, options: { readonly version?: string } = {}): Model {
  return new Model(gather(parts, options.version ?? VERSION));
}
