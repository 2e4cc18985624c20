import type { Finding, Result } from "@vitalcore/core";
import type { ValidationReport } from "../report/report-data.js";
import { mergeReports, reportFindings } from "../report/validation-report.js";
import type { ValidateOptions } from "../rules/validation.js";

/** What a report of a file is made with. */
type Naming = Pick<ValidateOptions, "subject" | "listed"> & { readonly name?: string };

/** A finding of a rule with the physical line of its row. */
export function atLine(
  finding: Finding,
  file: string | undefined,
  lineOf: (row: number) => number | undefined,
): Finding {
  const { row, line } = finding.place;
  const found = line ?? (row === undefined ? undefined : lineOf(row));
  return {
    ...finding,
    place: {
      ...(file !== undefined && { file }),
      ...finding.place,
      ...(found !== undefined && { line: found }),
    },
  };
}

function isOwnBusiness({ code }: Finding): boolean {
  return code !== "table/missing-column";
}

/** Headers that differ in case only are told apart here; whoever uses the file next may not do so. */
function gravity(finding: Finding): Finding {
  return finding.code === "table/similar-header" ? { ...finding, severity: "error" } : finding;
}

/** One report of what the reader found odd and what the rules found wrong. */
export function joined(
  readerFindings: readonly Finding[],
  rules: ValidationReport,
  options: Naming,
): Result<ValidationReport> {
  const subject = options.subject ?? options.name;
  const named = subject === undefined ? {} : { subject };
  const listed = options.listed === undefined ? {} : { listed: options.listed };
  const oddities = readerFindings.filter(isOwnBusiness).map(gravity);
  const reader = reportFindings(oddities, { ...named, ...listed });
  return mergeReports([reader, rules], subject);
}
