import type { Reference } from "../vocabulary/kinds.js";
import type { Model } from "./model.js";
import type { ModelData } from "./model-data.js";

/** What changed from one model to another. */
export interface ModelDifference {
  readonly from: string;
  readonly to: string;
  readonly added: readonly Reference[];
  readonly removed: readonly Reference[];
  /** Deprecated in the second and not in the first. */
  readonly deprecated: readonly { readonly reference: Reference; readonly replacedBy?: string }[];
  readonly relabelled: readonly {
    readonly reference: Reference;
    readonly language: string;
    /** Absent where the label is new. */
    readonly before?: string;
    /** Absent where the label is gone. */
    readonly after?: string;
  }[];
  /** The words of the definition changed. */
  readonly redefined: readonly Reference[];
  /** Fields of the record or of the indicator changed, other than label, definition and deprecation. */
  readonly changed: readonly {
    readonly reference: Reference;
    readonly fields: readonly string[];
  }[];
}

/** Key order does not matter; the order of a list does. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) =>
    typeof held === "object" && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}

function recordsOf(data: ModelData): Map<Reference, Readonly<Record<string, unknown>>> {
  const records = new Map<Reference, Readonly<Record<string, unknown>>>();
  for (const { reference, record } of data.entries.values()) {
    records.set(reference, record as Readonly<Record<string, unknown>>);
  }
  for (const definition of data.indicators.values()) {
    const { id, name: _name, ...fields } = definition;
    records.set(`indicator/${id}`, fields);
  }
  return records;
}

const reportedApart = new Set(["deprecated"]);

function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter(
    (name) => !reportedApart.has(name) && canonical(before[name]) !== canonical(after[name]),
  );
}

function relabelled(before: ModelData, after: ModelData, shared: ReadonlySet<Reference>) {
  const found: { reference: Reference; language: string; before?: string; after?: string }[] = [];
  for (const language of new Set([...before.labels.keys(), ...after.labels.keys()])) {
    for (const reference of shared) {
      const old = before.labels.get(language)?.get(reference)?.value;
      const now = after.labels.get(language)?.get(reference)?.value;
      if (old === now) continue;
      found.push({
        reference,
        language,
        ...(old !== undefined && { before: old }),
        ...(now !== undefined && { after: now }),
      });
    }
  }
  return found;
}

/**
 * Compares two models: two versions of the vocabulary, or one with and without a pack.
 *
 * @example
 * ```ts
 * import { createModel, diffModels } from "@vitalcore/domain/model";
 * const threat = { category: "crime", affects: ["personal"], undermines: ["from-fear"] } as const;
 * const before = createModel({ threats: { theft: threat } });
 * const after = createModel({
 *   threats: { theft: { ...threat, deprecated: { since: "2.0.0", replacedBy: "crime" } }, crime: threat },
 * });
 * const { added, deprecated, changed } = diffModels(before, after);
 * added; // => ["threat/crime"]
 * deprecated; // => [{ reference: "threat/theft", replacedBy: "crime" }]
 * changed; // => []
 * ```
 */
export function diffModels(before: Model, after: Model): ModelDifference {
  const old = recordsOf(before.data);
  const now = recordsOf(after.data);
  const shared = new Set([...old.keys()].filter((reference) => now.has(reference)));
  const deprecated: { reference: Reference; replacedBy?: string }[] = [];
  const changed: { reference: Reference; fields: readonly string[] }[] = [];
  for (const reference of shared) {
    const was = old.get(reference) ?? {};
    const is = now.get(reference) ?? {};
    const fields = changedFields(was, is);
    if (fields.length > 0) changed.push({ reference, fields });
    const { deprecated: earlier } = was;
    const { deprecated: later } = is;
    if (earlier === undefined && later !== undefined) {
      const { replacedBy } = later as { replacedBy?: string };
      deprecated.push({ reference, ...(replacedBy !== undefined && { replacedBy }) });
    }
  }
  return {
    from: before.version,
    to: after.version,
    added: [...now.keys()].filter((reference) => !old.has(reference)),
    removed: [...old.keys()].filter((reference) => !now.has(reference)),
    deprecated,
    relabelled: relabelled(before.data, after.data, shared),
    redefined: [...shared].filter(
      (reference) =>
        before.data.definitions.get(reference)?.text !==
        after.data.definitions.get(reference)?.text,
    ),
    changed,
  };
}
