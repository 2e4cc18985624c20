// Validating by rules

export { validateCatalog } from "./catalog.js";
export type { ValidationLevel } from "./level.js";
export { validationLevels } from "./level.js";
export type { CodeListName } from "./rules/code-lists.js";
export type {
  AreaRule,
  CodesRule,
  ColumnsRule,
  CompletenessRule,
  ConstantRule,
  DigitsRule,
  ExpressionRule,
  IntervalRule,
  JumpRule,
  NestedPair,
  NestedRule,
  OutlierRule,
  PartsRule,
  PeriodRule,
  RangeRule,
  RatioRule,
  ReferenceRule,
  RequiredRule,
  Rule,
  RuleBase,
  RuleName,
  RuleSet,
  ScaleRule,
  SentinelRule,
  StatusRule,
  SumRule,
  TypeRule,
  UniqueRule,
  VintageRule,
} from "./rules/rule.js";
export { ruleNames } from "./rules/rule-kinds.js";
export type { ValidateOptions, Validation } from "./rules/validation.js";
export { startValidation, validateChunks, validateTable } from "./rules/validation.js";

// Reports

export type { RuleOutcome, RuleResult, ValidationReport, Verdict } from "./report/report-data.js";
export type { ReportFindingsOptions } from "./report/validation-report.js";
export {
  assertValid,
  mergeReports,
  reportFindings,
  validationReport,
} from "./report/validation-report.js";

// Observations

export type { ObservationRuleOptions } from "./observation-rules.js";
export { observationRules, validateObservations } from "./observation-rules.js";

// Repairs

export type { AppliedFix, Fix } from "./fixes.js";
export { applyFixes, suggestFixes } from "./fixes.js";
