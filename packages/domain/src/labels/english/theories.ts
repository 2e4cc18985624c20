import type { TheoryId } from "../../vocabulary/theories.js";

/**
 * English labels of theories.
 *
 * @example
 * ```ts
 * import { theoryLabels } from "@vitalcore/domain/labels/en";
 * theoryLabels.realism; // => "Realism"
 * ```
 */
export const theoryLabels: Readonly<Record<TheoryId, string>> = {
  realism: "Realism",
  rationalism: "Rationalism",
  constructivism: "Constructivism",
  feminism: "Feminist security theory",
  "critical-security-studies": "Critical security studies",
  "capability-theory": "Capability approach",
  liberalism: "Liberalism",
};
