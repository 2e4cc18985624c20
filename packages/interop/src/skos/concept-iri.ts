import { segment } from "../iri.js";

/** Whether an id is an absolute IRI: a prefix of a third party, `org.example:threat/x`, is none. */
function isAbsolute(id: string): boolean {
  return id.includes("://") || id.startsWith("urn:");
}

/**
 * The IRI of an id: itself if it is absolute, else below the base. Ids of third parties stand below `x/` and their
 * prefix.
 */
export function conceptIri(base: string, id: string): string {
  if (isAbsolute(id)) return id;
  const [, prefix, rest = id] = /^([^:/]+):(.*)$/s.exec(id) ?? [];
  const path = rest.split("/").map(segment).join("/");
  return prefix === undefined ? `${base}${path}` : `${base}x/${segment(prefix)}/${path}`;
}
