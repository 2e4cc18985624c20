/** Where the concepts of this vocabulary have their names; not registered, and not resolvable. */
export const DEFAULT_BASE = "https://w3id.org/vitalcore/";

/**
 * A text as a segment of an IRI: everything but letters, digits, "-", "." and "_" is escaped, and the segments "." and
 * "..", which readers would resolve.
 */
export function segment(text: string): string {
  if (text === "." || text === "..") return text.replaceAll(".", "%2E");
  return encodeURIComponent(text).replace(
    /[!'()*~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The text of a segment; `undefined` if it is none. */
export function segmentText(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

/** Whether a text is an absolute IRI that Turtle and JSON-LD can hold (RFC 3987; Turtle, IRIREF). */
export function isAbsoluteIri(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]+$/.test(text) && isUnicode(text);
}

/** Whether a text has no halves of surrogate pairs: RDF holds characters, not code units. */
export function isUnicode(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
