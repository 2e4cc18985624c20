import { type ConceptKind, conceptKinds, type Reference } from "./kinds.js";

const kinds: ReadonlySet<string> = /* @__PURE__ */ new Set([...conceptKinds, "indicator"]);

/**
 * The reference to a concept or indicator, from its kind and id. The origin of a third party goes first.
 *
 * @example
 * ```ts
 * import { referenceTo } from "@vitalcore/domain/vocabulary";
 * referenceTo("threat", "poverty"); // => "threat/poverty"
 * referenceTo("threat", "org.example:crop-theft"); // => "org.example:threat/crop-theft"
 * ```
 */
export function referenceTo(kind: ConceptKind | "indicator", id: string): Reference {
  const colon = id.indexOf(":");
  return colon < 0 ? `${kind}/${id}` : `${id.slice(0, colon)}:${kind}/${id.slice(colon + 1)}`;
}

/**
 * Takes a reference apart.
 *
 * @returns its kind and id, or `undefined` if the text is no reference.
 *
 * @example
 * ```ts
 * import { parseReference } from "@vitalcore/domain/vocabulary";
 * parseReference("org.example:threat/crop-theft"); // => { kind: "threat", id: "org.example:crop-theft" }
 * parseReference("poverty") === undefined; // => true
 * ```
 */
export function parseReference(
  reference: string,
): { readonly kind: ConceptKind | "indicator"; readonly id: string } | undefined {
  const slash = reference.indexOf("/");
  if (slash < 0 || slash === reference.length - 1) return undefined;
  const colon = reference.lastIndexOf(":", slash);
  const kind = reference.slice(colon + 1, slash);
  if (!kinds.has(kind)) return undefined;
  const slug = reference.slice(slash + 1);
  const id = colon < 0 ? slug : `${reference.slice(0, colon)}:${slug}`;
  return { kind: kind as ConceptKind | "indicator", id };
}
