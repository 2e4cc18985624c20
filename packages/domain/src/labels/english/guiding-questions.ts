import type { GuidingQuestionId } from "../../vocabulary/guiding-questions.js";

/**
 * English labels of guiding questions.
 *
 * @example
 * ```ts
 * import { guidingQuestionLabels } from "@vitalcore/domain/labels/en";
 * guidingQuestionLabels["security-for-whom"]; // => "Security for whom?"
 * ```
 */
export const guidingQuestionLabels: Readonly<Record<GuidingQuestionId, string>> = {
  "security-for-whom": "Security for whom?",
  "security-from-what": "Security from what?",
  "security-by-what-means": "Security by what means?",
};
