import type { Definition } from "../definitions/definition.js";
import type { IndicatorDefinition } from "../indicator-definition.js";
import type { Source } from "../source.js";
import type { Anomaly, Claim, Mapping, Statistic } from "../vocabulary/evidence-types.js";
import type { ConceptKind, Reference } from "../vocabulary/kinds.js";
import type { ConceptRecord } from "../vocabulary/record-types.js";
import { referenceTo } from "../vocabulary/reference.js";
import { closedKinds } from "./fields.js";
import { type ModelParts, partNames } from "./parts.js";

/** A concept as the model holds it. */
export interface Entry {
  readonly reference: Reference;
  readonly kind: ConceptKind;
  readonly id: string;
  /** `core`, or the name of the third party. */
  readonly origin: string;
  readonly record: ConceptRecord;
}

/** A label and how sure it is; confidence is absent where the label is the original. */
export interface HeldLabel {
  readonly value: string;
  readonly confidence?: "high" | "medium";
}

/** Everything that a model holds, before any index is made. */
export interface ModelData {
  readonly version: string;
  readonly packs: readonly { readonly origin: string; readonly version: string }[];
  readonly entries: ReadonlyMap<Reference, Entry>;
  /** By language, then by reference. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<Reference, HeldLabel>>;
  readonly definitions: ReadonlyMap<Reference, Definition>;
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly statistics: readonly Statistic[];
  readonly anomalies: readonly Anomaly[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly mappings: readonly Mapping[];
}

type Stemmed = Readonly<Record<string, unknown>>;

function entriesOf(parts: ModelParts): Entry[] {
  const entries: Entry[] = [];
  const add = (kind: ConceptKind, id: string, record: ConceptRecord) =>
    entries.push({ reference: referenceTo(kind, id), kind, id, origin: originOf(id), record });
  for (const [kind, ids] of Object.entries(closedKinds)) {
    for (const id of ids) add(kind as ConceptKind, id, {});
  }
  for (const [kind, [name]] of Object.entries(partNames)) {
    const part = (parts as Stemmed)[name];
    if (Array.isArray(part)) for (const id of part) add(kind as ConceptKind, id, {});
    else {
      for (const [id, record] of Object.entries((part ?? {}) as Record<string, ConceptRecord>)) {
        add(kind as ConceptKind, id, record);
      }
    }
  }
  return entries;
}

/** The third party to whom an id belongs; `core` for ids without a prefix. */
export function originOf(id: string): string {
  const colon = id.indexOf(":");
  return colon < 0 ? "core" : id.slice(0, colon);
}

const coreKinds = ["dimension", "freedom", "open-source-freedom", "principle"] as const;

/** The kind of an id of the closed core, whose ids differ from each other. */
function* coreReferences(): Generator<[string, Reference]> {
  for (const kind of coreKinds) {
    const ids = kind === "principle" ? [] : closedKinds[kind];
    for (const id of ids) yield [id, referenceTo(kind, id)];
  }
}

function coreReference(id: string): Reference {
  for (const [known, reference] of coreReferences()) if (known === id) return reference;
  return referenceTo("principle", id);
}

function labelsOf(parts: ModelParts): Map<string, Map<Reference, HeldLabel>> {
  const labels = new Map<string, Map<Reference, HeldLabel>>();
  const english = new Map<Reference, HeldLabel>();
  labels.set("en", english);
  for (const each of [
    ...(parts.en === undefined ? [] : [parts.en]),
    ...(parts.translations ?? []),
  ]) {
    const held = labels.get(each.language) ?? new Map<Reference, HeldLabel>();
    labels.set(each.language, held);
    for (const [id, { value, confidence }] of Object.entries(each.entries)) {
      held.set(coreReference(id), each.language === "en" ? { value } : { value, confidence });
    }
  }
  for (const [kind, [, stem]] of Object.entries(partNames)) {
    const names = (parts as Stemmed)[`${stem}Labels`] as Record<string, string> | undefined;
    for (const [id, value] of Object.entries(names ?? {})) {
      english.set(referenceTo(kind as ConceptKind, id), { value });
    }
  }
  for (const { id, name } of parts.indicators ?? []) {
    english.set(referenceTo("indicator", id), { value: name });
  }
  return labels;
}

function definitionsOf(parts: ModelParts): Map<Reference, Definition> {
  const held = new Map<Reference, Definition>();
  for (const [id, definition] of Object.entries(parts.definitions ?? {})) {
    held.set(coreReference(id), definition);
  }
  for (const [kind, [, stem]] of Object.entries(partNames)) {
    const part = (parts as Stemmed)[`${stem}Definitions`] as Record<string, Definition> | undefined;
    for (const [id, definition] of Object.entries(part ?? {})) {
      held.set(referenceTo(kind as ConceptKind, id), definition);
    }
  }
  return held;
}

/** Puts parts together. */
export function gather(parts: ModelParts, version: string): ModelData {
  const byId = <T extends { readonly id: string }>(list: readonly T[] = []) =>
    new Map(list.map((each) => [each.id, each]));
  return {
    version,
    packs: [],
    entries: new Map(entriesOf(parts).map((entry) => [entry.reference, entry])),
    labels: labelsOf(parts),
    definitions: definitionsOf(parts),
    indicators: byId(parts.indicators),
    claims: byId(parts.claims),
    statistics: parts.statistics ?? [],
    anomalies: parts.anomalies ?? [],
    sources: byId(parts.sources),
    mappings: parts.mappings ?? [],
  };
}
