import {
  defineResult,
  type Finding,
  type Result,
  type ResultKind,
  type Summary,
  VitalError,
} from "@vitalcore/core";
import { validationLevels } from "../level.js";
import { COUNTED_AS, type RuleResult, type ValidationReport, verdictOf } from "./report-data.js";
import { LISTED } from "./tally.js";

const SHOWN = 20;
const MARK = { error: "✗ error", warning: "! warning", info: "· note" } as const;
const VERDICT = {
  accept: "accepted",
  warn: "accepted with warnings",
  reject: "rejected",
} as const;

/** Where a finding is, in a few words; the file is left out where it is what the report is about. */
export function placeInWords({ place }: Finding, subject: string | null): string {
  const parts = [
    place.file === subject ? undefined : place.file,
    place.sheet,
    place.line === undefined ? undefined : `line ${place.line}`,
    place.row === undefined ? undefined : `row ${place.row}`,
    place.column,
    place.node,
    place.line === undefined && place.row === undefined ? place.observation : undefined,
    place.path === undefined ? undefined : `/${place.path.join("/")}`,
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Findings with the gravest first, otherwise in their order. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

function summarize(report: ValidationReport): Summary {
  const { subject, rows, verdict, errors, warnings, infos, rules, findings } = report;
  const shown = gravestFirst(findings).slice(0, SHOWN);
  const failed = rules.filter(({ outcome }) => outcome !== "pass");
  const passed = rules.length - failed.length;
  return {
    title: `${subject ?? "Data"}: ${VERDICT[verdict]}`,
    facts: [
      ["rows", rows],
      ["errors", errors],
      ["warnings", warnings],
      ["notes", infos],
      ["rules passed", passed],
    ],
    tables: [
      ...(failed.length === 0
        ? []
        : [
            {
              caption: "Rules that did not pass",
              columns: [
                { name: "rule" },
                { name: "level" },
                { name: "outcome" },
                { name: "failed", kind: "number" as const },
                { name: "checked", kind: "number" as const },
                { name: "not evaluable", kind: "number" as const },
              ],
              rows: failed.map((rule) => [
                rule.id,
                `${rule.level} ${validationLevels[rule.level]}`,
                rule.outcome,
                rule.failed,
                rule.checked,
                rule.notEvaluable,
              ]),
            },
          ]),
      ...(shown.length === 0
        ? []
        : [
            {
              caption: "Findings",
              columns: [{ name: "" }, { name: "where" }, { name: "what" }],
              rows: shown.map((finding) => [
                MARK[finding.severity],
                placeInWords(finding, subject),
                finding.message,
              ]),
            },
          ]),
    ],
    notes: [
      ...shown
        .filter(({ severity, hint }) => severity !== "info" && hint !== undefined)
        .map(({ hint }) => hint as string)
        .filter((hint, i, all) => all.indexOf(hint) === i)
        .slice(0, 5),
      ...(errors + warnings + infos > shown.length
        ? [`${errors + warnings + infos - shown.length} more are not shown here.`]
        : []),
    ],
  };
}

/** Validation reports: revived from JSON, they show themselves again (see `revive` of `@vitalcore/core`). */
export const validationReport: ResultKind<ValidationReport> = /* @__PURE__ */ defineResult({
  kind: "ValidationReport",
  version: 1,
  summarize,
});

/** A report of rule results and findings. */
export function reportOf(
  subject: string | null,
  rows: number,
  rules: readonly RuleResult[],
  findings: readonly Finding[],
): Result<ValidationReport> {
  const total = (count: "errors" | "warnings" | "infos") =>
    rules.reduce((sum, rule) => sum + rule[count], 0);
  const errors = total("errors");
  const warnings = total("warnings");
  const infos = total("infos");
  const verdict = verdictOf(errors, warnings);
  return validationReport.create({
    subject,
    rows,
    verdict,
    errors,
    warnings,
    infos,
    rules,
    findings,
  });
}

/** Options of {@link reportFindings}. */
export interface ReportFindingsOptions {
  readonly subject?: string;
  readonly rows?: number;
  /** Findings listed of each code; 100 if left out. */
  readonly listed?: number;
  /** Level of these findings; 0, the form of the file, if left out. */
  readonly level?: 0 | 1 | 2 | 3 | 4 | 5;
}

/**
 * A report of findings that were made elsewhere: by a reader, by `checkObservations`, by
 * `checkMethodology`. One rule result for each code.
 *
 * @example
 * ```ts
 * import { checkObservations } from "@vitalcore/domain";
 * import { reportFindings } from "@vitalcore/validate/report";
 * const report = reportFindings(checkObservations([4], []), { subject: "my data", level: 1 });
 * report.verdict; // => "reject"
 * report.rules[0]?.id; // => "domain/not-an-observation"
 * ```
 */
export function reportFindings(
  findings: readonly Finding[],
  options: ReportFindingsOptions = {},
): Result<ValidationReport> {
  const { subject = null, rows = 0, listed = LISTED, level = 0 } = options;
  const byCode = new Map<string, { count: RuleResultCounts; kept: Finding[] }>();
  for (const finding of findings) {
    let entry = byCode.get(finding.code);
    if (entry === undefined) {
      entry = { count: { errors: 0, warnings: 0, infos: 0, failed: 0, notEvaluable: 0 }, kept: [] };
      byCode.set(finding.code, entry);
    }
    entry.count[COUNTED_AS[finding.severity]] += 1;
    entry.count[finding.outcome === "fail" ? "failed" : "notEvaluable"] += 1;
    if (entry.kept.length < listed) {
      entry.kept.push({ ...finding, facts: { ...finding.facts, rule: finding.code } });
    }
  }
  const rules = [...byCode].map(
    ([id, { count, kept }]): RuleResult => ({
      id,
      level,
      outcome: count.failed > 0 ? "fail" : "not-evaluable",
      checked: count.failed,
      reasons: kept.filter(({ outcome }) => outcome !== "fail").map(({ message }) => message),
      listed: kept.filter(({ outcome }) => outcome === "fail").length,
      ...count,
    }),
  );
  return reportOf(
    subject,
    rows,
    rules,
    [...byCode.values()].flatMap(({ kept }) => kept),
  );
}

type RuleResultCounts = {
  -readonly [Name in "errors" | "warnings" | "infos" | "failed" | "notEvaluable"]: number;
};

function joined(a: RuleResult, b: RuleResult): RuleResult {
  const failed = a.failed + b.failed;
  const checked = a.checked + b.checked;
  return {
    id: a.id,
    level: a.level,
    outcome: failed > 0 ? "fail" : checked > 0 ? "pass" : "not-evaluable",
    checked,
    failed,
    notEvaluable: a.notEvaluable + b.notEvaluable,
    reasons: [...new Set([...a.reasons, ...b.reasons])],
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    infos: a.infos + b.infos,
    listed: a.listed + b.listed,
  };
}

/**
 * Joins reports, of several files for example: results of the same rule are added up. Rules that compare
 * rows with one another have seen each part alone; to validate one data set in chunks use
 * `startValidation`.
 *
 * @param reports - at least one.
 * @returns the report of all, its findings with those of the first report first.
 *
 * @example
 * ```ts
 * import { mergeReports, reportFindings } from "@vitalcore/validate/report";
 * const empty = reportFindings([], { rows: 2 });
 * mergeReports([empty, empty], "both").rows; // => 4
 * ```
 */
export function mergeReports(
  reports: readonly ValidationReport[],
  subject?: string,
): Result<ValidationReport> {
  const rules = new Map<string, RuleResult>();
  for (const result of reports.flatMap((report) => report.rules)) {
    const known = rules.get(result.id);
    rules.set(result.id, known === undefined ? result : joined(known, result));
  }
  const names = [...new Set(reports.map((report) => report.subject))].filter(
    (name) => name !== null,
  );
  return reportOf(
    subject ?? (names.length > 0 ? names.join(", ") : null),
    reports.reduce((sum, { rows }) => sum + rows, 0),
    [...rules.values()],
    reports.flatMap(({ findings }) => findings),
  );
}

/**
 * Stops where a report holds errors, or warnings if these are to count.
 *
 * @param report - what was found.
 * @param options.failOn - the least severity that stops; `error` if left out.
 * @throws VitalError with the findings of that severity and above.
 *
 * @example
 * ```ts
 * import { assertValid, reportFindings } from "@vitalcore/validate/report";
 * assertValid(reportFindings([])); // nothing happens
 * ```
 */
export function assertValid(
  report: ValidationReport,
  options: { readonly failOn?: "error" | "warning" } = {},
): void {
  const counts = options.failOn === "warning" ? ["error", "warning"] : ["error"];
  const stopping = report.findings.filter(({ severity }) => counts.includes(severity));
  if (stopping.length > 0) throw new VitalError(stopping);
}
