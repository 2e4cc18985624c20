import type { Citation } from "../vocabulary/evidence-types.js";

/**
 * Takes a citation apart.
 *
 * @returns the id of the source, and the paragraph of its plain text where the citation names one.
 *
 * @example
 * ```ts
 * import { parseCitation } from "@vitalcore/domain/sources";
 * parseCitation("undp-2025#9"); // => { source: "undp-2025", paragraph: 9 }
 * parseCitation("undp-1994"); // => { source: "undp-1994" }
 * ```
 */
export function parseCitation(citation: Citation): {
  readonly source: string;
  readonly paragraph?: number;
} {
  const [, source = citation, paragraph] = /^(.*)#([1-9]\d*)$/.exec(citation) ?? [];
  return paragraph === undefined ? { source } : { source, paragraph: Number(paragraph) };
}
