import type { Finding } from "@vitalcore/core";
import type { Definition } from "../definitions/definition.js";
import type { IndicatorDefinition } from "../indicator-definition.js";
import type { Source } from "../source.js";
import type { Claim, Mapping } from "../vocabulary/evidence-types.js";
import type { ConceptKind, Reference } from "../vocabulary/kinds.js";
import type { ConceptRecord } from "../vocabulary/record-types.js";
import { referenceTo } from "../vocabulary/reference.js";
import { checkPack } from "./check-pack.js";
import { Model } from "./model.js";
import type { Entry, HeldLabel, ModelData } from "./model-data.js";
import { type Pack, type PackRecord, packKinds } from "./pack.js";

/** A model with a pack, and what was found in the pack. */
export interface Extension {
  /** The new model; the old one if any finding is an error: a broken pack adds nothing. */
  readonly model: Model;
  readonly findings: readonly Finding[];
}

function withPack(data: ModelData, pack: Pack): ModelData {
  const entries = new Map(data.entries);
  const definitions = new Map(data.definitions);
  const labels = new Map<string, Map<Reference, HeldLabel>>();
  for (const [language, held] of data.labels) labels.set(language, new Map(held));
  const label = (language: string, reference: Reference, value: string) => {
    const held = labels.get(language) ?? new Map<Reference, HeldLabel>();
    labels.set(language, held);
    if (!held.has(reference)) held.set(reference, { value });
  };
  for (const [name, kind] of Object.entries(packKinds)) {
    const rows = (pack[name as keyof typeof packKinds] ?? []) as readonly PackRecord<ConceptKind>[];
    for (const row of rows) {
      const entry = entryOf(kind, row, pack.origin);
      entries.set(entry.reference, entry);
      definitions.set(entry.reference, definitionOf(row));
      label("en", entry.reference, row.label);
    }
  }
  for (const { id, name } of pack.indicators ?? []) {
    label("en", referenceTo("indicator", id), name);
  }
  for (const [language, added] of Object.entries(pack.labels ?? {})) {
    for (const [reference, value] of Object.entries(added)) {
      label(language, reference as Reference, value);
    }
  }
  return {
    ...data,
    packs: [...data.packs, { origin: pack.origin, version: pack.version }],
    entries,
    labels,
    definitions,
    indicators: added<IndicatorDefinition>(data.indicators, pack.indicators),
    claims: added<Claim>(data.claims, pack.claims),
    sources: added<Source>(data.sources, pack.sources),
    mappings: mergedMappings(data.mappings, pack.mappings ?? []),
  };
}

function entryOf(kind: ConceptKind, row: PackRecord<ConceptKind>, origin: string): Entry {
  const { id, label: _label, definition: _definition, sources: _sources, ...record } = row;
  return { reference: referenceTo(kind, id), kind, id, origin, record: record as ConceptRecord };
}

function definitionOf({ definition, sources = [] }: PackRecord<ConceptKind>): Definition {
  return { text: definition, sources, ...(sources.length === 0 && { basis: "own" as const }) };
}

function added<T extends { readonly id: string }>(
  held: ReadonlyMap<string, T>,
  more: readonly T[] = [],
): ReadonlyMap<string, T> {
  return more.length === 0
    ? held
    : new Map([...held, ...more.map((each) => [each.id, each] as const)]);
}

/** Two packs may state the same mapping. */
function mergedMappings(held: readonly Mapping[], more: readonly Mapping[]): readonly Mapping[] {
  const key = ({ concept, scheme, code }: Mapping) => JSON.stringify([concept, scheme, code]);
  const known = new Set(held.map(key));
  return [...held, ...more.filter((mapping) => !known.has(key(mapping)))];
}

/**
 * Adds a pack of a third party to a model. The model that is given does not change.
 *
 * @param pack - plain JSON, checked before anything is taken from it.
 * @returns the new model and all findings. `throwIfErrors(findings)` of `@vitalcore/core` makes errors of them.
 *
 * @example
 * ```ts
 * import { createModel, extend } from "@vitalcore/domain/model";
 * import { threats } from "@vitalcore/domain/vocabulary";
 * const pack = {
 *   origin: "org.example",
 *   version: "1.0.0",
 *   threats: [
 *     { id: "org.example:crop-theft", label: "Crop theft", definition: "Theft of crops from the field.",
 *       category: "crime", broader: "crime", affects: ["food"], undermines: ["from-want"] },
 *   ],
 *   labels: { fr: { "threat/poverty": "Pauvreté" } },
 * };
 * const { model, findings } = extend(createModel({ threats }), pack);
 * findings; // => []
 * model.threats.within("crime").affecting("food").ids; // => ["org.example:crop-theft"]
 * model.label("threat/poverty", "fr"); // => "Pauvreté"
 * ```
 */
export function extend(model: Model, pack: unknown): Extension {
  const findings = checkPack(model, pack);
  if (findings.some(({ severity }) => severity === "error")) return { model, findings };
  return { model: new Model(withPack(model.data, pack as Pack)), findings };
}
