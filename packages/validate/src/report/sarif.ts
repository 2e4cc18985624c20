import type { Finding, Severity } from "@vitalcore/core";
import type { ValidationReport } from "./report-data.js";

/** A SARIF log, as far as it is written here (OASIS, Static Analysis Results Interchange Format 2.1.0). */
export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly SarifRun[];
}

/** One run of one tool. */
export interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly informationUri: string;
      readonly rules: readonly { readonly id: string }[];
    };
  };
  readonly results: readonly SarifResult[];
}

/** One finding. */
export interface SarifResult {
  readonly ruleId: string;
  readonly level: "error" | "warning" | "note";
  readonly message: { readonly text: string };
  readonly locations?: readonly {
    readonly physicalLocation?: {
      readonly artifactLocation: { readonly uri: string };
      readonly region?: { readonly startLine: number };
    };
    readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  }[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

const LEVELS: Readonly<Record<Severity, SarifResult["level"]>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** A path as a URI reference: what is no plain character is escaped, slashes stay. */
function uriOf(path: string): string {
  return path
    .replaceAll("\\", "/")
    .split("/")
    .map((part) => encodeURIComponent(part).replaceAll("%3A", ":"))
    .join("/");
}

function locationOf({ place }: Finding, subject: string | null) {
  const uri = place.file ?? subject;
  const names = [
    place.sheet,
    place.row === undefined ? undefined : `row ${place.row}`,
    place.column,
    place.node,
  ]
    .filter((name) => name !== undefined)
    .join("/");
  if (uri === null && names === "") return undefined;
  return {
    ...(uri !== null && {
      physicalLocation: {
        artifactLocation: { uri: uriOf(uri) },
        ...(place.line !== undefined && { region: { startLine: place.line } }),
      },
    }),
    ...(names !== "" && { logicalLocations: [{ fullyQualifiedName: names }] }),
  };
}

/**
 * A report as SARIF 2.1.0, which code hosts and editors show beside the file.
 *
 * @example
 * ```ts
 * import { reportFindings, sarifOf } from "@vitalcore/validate/report";
 * sarifOf(reportFindings([])).runs[0]?.results; // => []
 * ```
 */
export function sarifOf(report: ValidationReport): SarifLog {
  const { findings, subject } = report;
  const ids = [...new Set(findings.map(({ code }) => code))];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Vital Core",
            informationUri: "https://github.com/vitalcore/vitalcore",
            rules: ids.map((id) => ({ id })),
          },
        },
        results: findings.map((finding) => {
          const location = locationOf(finding, subject);
          const { code, severity, message, hint, place, suggestion } = finding;
          return {
            ruleId: code,
            level: LEVELS[severity],
            message: { text: hint === undefined ? message : `${message} ${hint}` },
            ...(location !== undefined && { locations: [location] }),
            properties: {
              outcome: finding.outcome,
              ...place,
              ...(suggestion !== undefined && { suggestion }),
            },
          };
        }),
      },
    ],
  };
}
