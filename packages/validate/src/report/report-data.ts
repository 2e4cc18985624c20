import type { Finding, Severity } from "@vitalcore/core";
import type { ValidationLevel } from "../level.js";

/** `not-evaluable`: the rule could not be checked, which is neither a pass nor a failure. */
export type RuleOutcome = "pass" | "fail" | "not-evaluable";

/** `reject`: at least one error; `warn`: at least one warning; `accept`: notes at the most. */
export type Verdict = "accept" | "warn" | "reject";

/** What one rule found. */
export interface RuleResult {
  /** Id of the rule; of findings that no rule made (a reader's), their code. */
  readonly id: string;
  readonly level: ValidationLevel;
  readonly outcome: RuleOutcome;
  /** Cells, rows or groups that were checked. */
  readonly checked: number;
  readonly failed: number;
  /** Cells, rows or groups that could not be checked, mostly for missing values. */
  readonly notEvaluable: number;
  /** Why something could not be checked; no reason twice. */
  readonly reasons: readonly string[];
  /** Failures by severity: all of them, listed or not. */
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** How many of the failures stand among the findings of the report. */
  readonly listed: number;
}

/** What was checked, what was found, and what could not be checked. Plain JSON. */
export interface ValidationReport {
  readonly kind: "ValidationReport";
  readonly version: 1;
  /** What was validated: a file, a data set. */
  readonly subject: string | null;
  /** Rows that were seen. */
  readonly rows: number;
  readonly verdict: Verdict;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** In the order of the rule set, those of readers first. */
  readonly rules: readonly RuleResult[];
  /** Of each rule and code a limited number; `facts.rule` names the rule. */
  readonly findings: readonly Finding[];
}

/** The name under which a severity is counted. */
export const COUNTED_AS: Readonly<Record<Severity, "errors" | "warnings" | "infos">> = {
  error: "errors",
  warning: "warnings",
  info: "infos",
};

/** What a number of errors and warnings comes to. */
export function verdictOf(errors: number, warnings: number): Verdict {
  if (errors > 0) return "reject";
  return warnings > 0 ? "warn" : "accept";
}
