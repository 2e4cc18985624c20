import type { Finding } from "@vitalcore/core";
import type { IndicatorDefinition } from "@vitalcore/domain";
import type { CustomMethods } from "./custom-methods.js";
import { inspectMethodology } from "./inspect-methodology.js";
import type { IndexMethodology } from "./methodology.js";

/** What goes with a methodology that is checked without data. */
export interface CheckDocumentOptions {
  /** Definitions of the indicators, beside the methodology's own. */
  readonly definitions?: readonly IndicatorDefinition[];
  /** Methods of your own, which the methodology asks for as `custom:name`. */
  readonly methods?: CustomMethods;
}

/**
 * Checks an index methodology by itself, as `checkMethodology` does without data: for editors and validators, which
 * then bundle no more than half of what a build needs.
 *
 * @param methodology - the document, whatever it is.
 *
 * @example
 * ```ts
 * import { checkDocument } from "@vitalcore/composite";
 * const findings = checkDocument({
 *   kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *   nodes: [{ id: "index" }, { id: "health", parent: "index", weight: -1 }],
 * });
 * findings.map(({ code }) => code).includes("composite/invalid-weight"); // => true
 * ```
 */
export function checkDocument(
  methodology: IndexMethodology,
  { definitions = [], methods = {} }: CheckDocumentOptions = {},
): readonly Finding[] {
  return inspectMethodology(methodology, definitions, methods).findings;
}
