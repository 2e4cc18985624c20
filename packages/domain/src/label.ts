import { VitalError } from "@vitalcore/core";
import type { CoreConceptId } from "./ids.js";
import { find } from "./label-catalog.js";

/** A name of a concept in one language. */
export interface Label {
  readonly value: string;
  /** `high`: standard usage of the United Nations; `medium`: plausible, a native reader should look. */
  readonly confidence: "high" | "medium";
  /** Who reviewed it and when; absent as long as nobody has. */
  readonly reviewed?: { readonly by: string; readonly on: string };
  /** Other usual names. */
  readonly alternatives?: readonly string[];
}

/** The labels of a set of concepts in one language. */
export interface Labels<Id extends string = CoreConceptId> {
  /** BCP 47 tag. */
  readonly language: string;
  /** Direction of the script, for the `dir` attribute. */
  readonly dir: "ltr" | "rtl";
  readonly entries: Readonly<Record<Id, Label>>;
}

/**
 * The label of a concept.
 *
 * @param labels - from `@vitalcore/domain/labels/fr` or another of the six languages.
 * @throws VitalError `domain/unknown-label`.
 *
 * @example
 * ```ts
 * import { label } from "@vitalcore/domain";
 * import { ar } from "@vitalcore/domain/labels/ar";
 * import { fr } from "@vitalcore/domain/labels/fr";
 * label(fr, "food"); // => "Sécurité alimentaire"
 * ar.dir; // => "rtl"
 * ```
 */
export function label<Id extends string>(labels: Labels<Id>, id: Id): string {
  if (Object.hasOwn(labels.entries, id)) return labels.entries[id].value;
  throw new VitalError([
    find("domain/unknown-label", { found: id, facts: { language: labels.language } }),
  ]);
}
