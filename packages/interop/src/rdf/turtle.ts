import { bySubject, type Prefixes, type RdfObject, type Triple, TYPE } from "./triple.js";

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** Characters that a quoted literal must escape, and those that no reader of the file could see. */
const TO_ESCAPE = /[\\"\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

function quoted(text: string): string {
  const safe = text.replace(
    TO_ESCAPE,
    (character) =>
      ESCAPES[character] ??
      `\\u${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return `"${safe}"`;
}

/** Local names that need no escape in any version of Turtle. */
const PLAIN_LOCAL_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;

function iriWriter(prefixes: Prefixes): (iri: string) => string {
  const namespaces = Object.entries(prefixes);
  return (iri) => {
    for (const [prefix, namespace] of namespaces) {
      if (!iri.startsWith(namespace)) continue;
      const local = iri.slice(namespace.length);
      if (PLAIN_LOCAL_NAME.test(local)) return `${prefix}:${local}`;
    }
    return `<${iri}>`;
  };
}

function objectText(object: RdfObject, iriText: (iri: string) => string): string {
  if (typeof object === "string") return iriText(object);
  const text = quoted(object.value);
  if (object.language !== undefined) return `${text}@${object.language}`;
  return object.datatype === undefined ? text : `${text}^^${iriText(object.datatype)}`;
}

/**
 * Writes triples as Turtle (W3C Recommendation, 2014). IRIs and language tags must have been checked: text is escaped,
 * they cannot be.
 */
export function turtle(triples: readonly Triple[], prefixes: Prefixes): string {
  const iriText = iriWriter(prefixes);
  const header = Object.entries(prefixes).map(
    ([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`,
  );
  const blocks = [...bySubject(triples)].map(([subject, about]) => {
    const objects = new Map<string, Set<string>>();
    for (const [, predicate, object] of about) {
      const verb = predicate === TYPE ? "a" : iriText(predicate);
      const known = objects.get(verb) ?? new Set<string>();
      objects.set(verb, known.add(objectText(object, iriText)));
    }
    const statements = [...objects].map(([verb, texts]) => `${verb} ${[...texts].join(", ")}`);
    return `${iriText(subject)}\n  ${statements.join(" ;\n  ")} .`;
  });
  return `${[header.join("\n"), ...blocks].join("\n\n")}\n`;
}
