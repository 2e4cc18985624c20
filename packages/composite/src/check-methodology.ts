import type { Finding } from "@vitalcore/core";
import { checkDocument } from "./check-document.js";
import { type IndexDataOptions, type IndexInput, inspectIndex } from "./inspect-index.js";
import type { IndexMethodology } from "./methodology.js";

/** What a methodology is checked against. */
export interface CheckMethodologyOptions extends IndexDataOptions {
  /** The data that the index is to be built of; without them only the methodology is checked. */
  readonly data?: IndexInput;
}

/**
 * Checks an index methodology, and with it the data where they are given: framework (orphans, cycles, roots,
 * ids), weights, definitions and directions, goalposts, transforms, scales, thresholds, selection; duplicates,
 * units of measurement, infinities, ranges, variation. Everything is reported at once.
 *
 * @param methodology - the document, whatever it is.
 * @returns findings; `buildIndex` throws if one of them is an error.
 *
 * @example
 * ```ts
 * import { checkMethodology } from "@vitalcore/composite";
 * const findings = checkMethodology({
 *   kind: "IndexMethodology",
 *   version: 1,
 *   id: "example",
 *   title: "Example",
 *   nodes: [{ id: "index" }, { id: "health", parent: "indx", weight: -1 }],
 * });
 * findings.map(({ code }) => code); // => ["composite/unknown-parent", "composite/empty-node", "composite/invalid-weight"]
 * findings[0]?.suggestion; // => "index"
 * ```
 */
export function checkMethodology(
  methodology: IndexMethodology,
  options: CheckMethodologyOptions = {},
): readonly Finding[] {
  const { data } = options;
  if (data === undefined) return checkDocument(methodology, options);
  return inspectIndex(data, methodology, options).findings;
}
