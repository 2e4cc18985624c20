import type { Basis, Mapping } from "../vocabulary/evidence-types.js";
import type { ConceptKind, Reference } from "../vocabulary/kinds.js";
import type { ConceptRecord } from "../vocabulary/record-types.js";
import { referenceTo } from "../vocabulary/reference.js";
import { type ClaimStep, stepsByCause } from "./claim-step.js";
import { recordFields } from "./fields.js";
import type { ModelData } from "./model-data.js";
import type { RecordOf } from "./parts.js";

/** One relation between two things, and whether a text states it. */
export interface Link {
  readonly from: Reference;
  /** For example "affects", "mitigates", "broader", "measures". */
  readonly relation: string;
  readonly to: Reference;
  readonly basis: Basis;
  /** How a threat affects a dimension. */
  readonly directness?: "direct" | "indirect";
}

function linksOfRecord(from: Reference, kind: ConceptKind, record: ConceptRecord): Link[] {
  const values = record as Readonly<Record<string, unknown>>;
  const { stated = [] } = record as { readonly stated?: readonly string[] };
  const links: Link[] = [];
  for (const [name, field] of Object.entries(recordFields[kind])) {
    const value = values[name];
    if (value === undefined || !("relation" in field)) continue;
    const { relation } = field;
    const targets = (typeof value === "string" ? [value] : value) as readonly string[];
    const basis =
      relation === "informs" || stated.includes(name) || stated.includes(relation) ? "text" : "own";
    const directness = name === "affectsIndirectly" ? "indirect" : "direct";
    for (const target of targets) {
      const to = (
        field.holds === "references" ? target : referenceTo(field.of, target)
      ) as Reference;
      links.push({ from, relation, to, basis, ...(relation === "affects" && { directness }) });
    }
  }
  return links;
}

/** The indexes of a model, each made when it is first asked for. */
export class Graph {
  readonly data: ModelData;
  #byKind: Map<ConceptKind, Map<string, ConceptRecord>> | undefined;
  #links: Map<Reference, readonly Link[]> | undefined;
  #incoming: Map<Reference, Link[]> | undefined;
  #measuring: Map<string, string[]> | undefined;
  #mappings: Map<Reference, Mapping[]> | undefined;
  #claimSteps: ReadonlyMap<Reference, readonly ClaimStep[]> | undefined;

  constructor(data: ModelData) {
    this.data = data;
  }

  /** Records of a kind by id, in the order in which they were given. */
  records<Kind extends ConceptKind>(kind: Kind): ReadonlyMap<string, RecordOf[Kind]> {
    if (this.#byKind === undefined) {
      this.#byKind = new Map();
      for (const entry of this.data.entries.values()) {
        const held = this.#byKind.get(entry.kind) ?? new Map<string, ConceptRecord>();
        held.set(entry.id, entry.record);
        this.#byKind.set(entry.kind, held);
      }
    }
    return (this.#byKind.get(kind) ?? new Map()) as ReadonlyMap<string, RecordOf[Kind]>;
  }

  /** The relations that start at a concept or indicator. */
  outgoing(reference: Reference): readonly Link[] {
    return this.#forward().get(reference) ?? [];
  }

  /** The relations that end at a concept. */
  incoming(reference: Reference): readonly Link[] {
    if (this.#incoming === undefined) {
      this.#incoming = new Map();
      for (const links of this.#forward().values()) {
        for (const link of links) {
          const held = this.#incoming.get(link.to);
          if (held === undefined) this.#incoming.set(link.to, [link]);
          else held.push(link);
        }
      }
    }
    return this.#incoming.get(reference) ?? [];
  }

  /** Ids of a kind that are narrower than one, at any distance, and the id itself. */
  withNarrower(kind: ConceptKind, id: string): ReadonlySet<string> {
    const found = new Set([id]);
    for (const each of found) {
      for (const { relation, from } of this.incoming(referenceTo(kind, each))) {
        const entry = relation === "broader" ? this.data.entries.get(from) : undefined;
        if (entry !== undefined) found.add(entry.id);
      }
    }
    return found;
  }

  /** The id itself, and those that are broader, nearest first. */
  withBroader(kind: ConceptKind, id: string): ReadonlySet<string> {
    const records = this.records(kind) as ReadonlyMap<string, { readonly broader?: string }>;
    const found = new Set<string>();
    let each: string | undefined = id;
    while (each !== undefined && !found.has(each)) {
      found.add(each);
      each = records.get(each)?.broader;
    }
    return found;
  }

  /** Ids of the indicators that measure a threat. */
  measuring(threat: string): readonly string[] {
    if (this.#measuring === undefined) {
      this.#measuring = new Map();
      for (const { id, threats = [] } of this.data.indicators.values()) {
        for (const each of threats) {
          const held = this.#measuring.get(each);
          if (held === undefined) this.#measuring.set(each, [id]);
          else held.push(id);
        }
      }
    }
    return this.#measuring.get(threat) ?? [];
  }

  /** The mappings of a concept. */
  mappings(reference: Reference): readonly Mapping[] {
    if (this.#mappings === undefined) {
      this.#mappings = new Map();
      for (const mapping of this.data.mappings) {
        const held = this.#mappings.get(mapping.concept);
        if (held === undefined) this.#mappings.set(mapping.concept, [mapping]);
        else held.push(mapping);
      }
    }
    return this.#mappings.get(reference) ?? [];
  }

  /** The steps from causes to effects that the claims allow, by cause. */
  claimSteps(): ReadonlyMap<Reference, readonly ClaimStep[]> {
    this.#claimSteps ??= stepsByCause(this.data.claims.values());
    return this.#claimSteps;
  }

  #forward(): Map<Reference, readonly Link[]> {
    if (this.#links === undefined) {
      this.#links = new Map();
      for (const { reference, kind, record } of this.data.entries.values()) {
        this.#links.set(reference, linksOfRecord(reference, kind, record));
      }
      for (const definition of this.data.indicators.values()) {
        const from = referenceTo("indicator", definition.id);
        const link = (relation: string, kind: ConceptKind | "indicator", ids: readonly string[]) =>
          ids.map((id): Link => ({ from, relation, to: referenceTo(kind, id), basis: "own" }));
        this.#links.set(from, [
          ...link("touches", "dimension", definition.dimensions),
          ...link("speaksOf", "freedom", definition.freedoms ?? []),
          ...link("measures", "threat", definition.threats ?? []),
          ...link("singlesOut", "population-group", definition.groups ?? []),
          ...link(
            "derivedFrom",
            "indicator",
            (definition.inputs ?? []).flatMap(({ indicator }) => indicator ?? []),
          ),
        ]);
      }
    }
    return this.#links;
  }
}
