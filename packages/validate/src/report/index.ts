// Reports

export type { RuleOutcome, RuleResult, ValidationReport, Verdict } from "./report-data.js";
export type { ReportFindingsOptions } from "./validation-report.js";
export {
  assertValid,
  mergeReports,
  reportFindings,
  validationReport,
} from "./validation-report.js";

// Other forms

export { annotationsOf } from "./annotations.js";
export { htmlReport } from "./html-report.js";
export type { SarifLog, SarifResult, SarifRun } from "./sarif.js";
export { sarifOf } from "./sarif.js";
