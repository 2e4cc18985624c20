import type { Rule, RuleSet } from "@vitalcore/validate";

export function ruleSet(...rules: readonly Rule[]): RuleSet {
  return { kind: "RuleSet", version: 1, id: "test", rules };
}
