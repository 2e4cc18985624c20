import type { Severity } from "@vitalcore/core";
import type { ValidationReport } from "./report-data.js";
import { gravestFirst } from "./validation-report.js";

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/** GitHub shows ten annotations of each kind for a step; more would only fill the log. */
const SHOWN = 50;

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/**
 * A report as workflow commands of GitHub Actions, one in a line: printed in a job, they stand beside the
 * lines of the file in a pull request.
 *
 * @example
 * ```ts
 * import { annotationsOf, reportFindings } from "@vitalcore/validate/report";
 * annotationsOf(reportFindings([])); // => ""
 * ```
 */
export function annotationsOf(report: ValidationReport): string {
  return gravestFirst(report.findings)
    .slice(0, SHOWN)
    .map(({ severity, code, message, hint, place }) => {
      const properties = [
        ["file", place.file ?? report.subject],
        ["line", place.line],
        ["title", code],
      ]
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([name, value]) => `${name}=${property(String(value))}`);
      const text = hint === undefined ? message : `${message} ${hint}`;
      return `::${COMMANDS[severity]} ${properties.join(",")}::${escaped(text)}`;
    })
    .join("\n");
}
