import type { TableLike } from "@vitalcore/core";
import { type Rule, startValidation, type ValidateOptions } from "@vitalcore/validate";
import { ruleSet } from "./rules.js";

/** What one rule says of a table that comes in chunks: counts and reasons, and each finding in a few words. */
export function verdictOf(
  rule: Rule,
  chunks: TableLike | readonly TableLike[],
  options: ValidateOptions = {},
) {
  const validation = startValidation(ruleSet(rule), options);
  for (const chunk of Array.isArray(chunks) ? chunks : [chunks]) validation.add(chunk);
  const { rules, findings } = validation.finish();
  const { outcome, checked, failed, notEvaluable, reasons } = rules[0] as (typeof rules)[number];
  return { outcome, checked, failed, notEvaluable, reasons, findings };
}

/** Row, code and column of each finding: `2 out-of-range value`. */
export function placesOf(...input: Parameters<typeof verdictOf>): readonly string[] {
  return verdictOf(...input).findings.map(({ place, code }) =>
    [place.row, code.slice(code.indexOf("/") + 1), place.column].filter(Boolean).join(" "),
  );
}
