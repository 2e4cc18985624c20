import { bySubject, type Prefixes, type RdfObject, type Triple, TYPE } from "./triple.js";

/** A value in a node of JSON-LD. */
export type JsonLdValue =
  | { readonly "@id": string }
  | { readonly "@value": string; readonly "@language"?: string; readonly "@type"?: string };

/** What is said about one subject. */
export interface JsonLdNode {
  readonly "@id": string;
  readonly "@type"?: readonly string[];
  readonly [property: string]: readonly JsonLdValue[] | readonly string[] | string | undefined;
}

/** A document of JSON-LD 1.1, flat: one node for each subject. */
export interface JsonLdDocument {
  readonly "@context": Prefixes;
  readonly "@graph": readonly JsonLdNode[];
}

function compact(iri: string, prefixes: Prefixes): string {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = iri.slice(namespace.length);
    // A local name that begins with "//" would be read as an absolute IRI.
    if (iri.startsWith(namespace) && /^[A-Za-z0-9_-]+$/.test(local)) return `${prefix}:${local}`;
  }
  return iri;
}

function termOf(object: RdfObject, prefixes: Prefixes): JsonLdValue {
  if (typeof object === "string") return { "@id": object };
  const { value, language, datatype } = object;
  if (language !== undefined) return { "@value": value, "@language": language };
  return {
    "@value": value,
    ...(datatype !== undefined && { "@type": compact(datatype, prefixes) }),
  };
}

/** Lays triples out as JSON-LD 1.1 (W3C Recommendation, 2020). */
export function jsonLd(triples: readonly Triple[], prefixes: Prefixes): JsonLdDocument {
  const graph = [...bySubject(triples)].map(([subject, about]): JsonLdNode => {
    const types: string[] = [];
    const properties = new Map<string, JsonLdValue[]>();
    for (const [, predicate, object] of about) {
      if (predicate === TYPE && typeof object === "string") {
        types.push(compact(object, prefixes));
        continue;
      }
      const property = compact(predicate, prefixes);
      const values = properties.get(property);
      const value = termOf(object, prefixes);
      if (values === undefined) properties.set(property, [value]);
      else values.push(value);
    }
    return {
      "@id": subject,
      ...(types.length > 0 && { "@type": types }),
      ...Object.fromEntries(properties),
    };
  });
  return { "@context": prefixes, "@graph": graph };
}
