import {
  type AnyTable,
  type Finding,
  type Result,
  type RunOptions,
  VitalError,
} from "@vitalcore/core";
import {
  type ByteSource,
  type CsvColumn,
  type CsvOptions,
  readCsv,
  readCsvChunks,
} from "@vitalcore/table/csv";
import { type JsonOptions, readJson, readJsonLines } from "@vitalcore/table/json";
import { find } from "../catalog.js";
import type { ValidationReport } from "../report/report-data.js";
import type { RuleSet } from "../rules/rule.js";
import { startValidation, type ValidateOptions } from "../rules/validation.js";
import { columnTypes } from "./column-types.js";
import { atLine, joined } from "./reader-report.js";

/** Formats that are read. */
export type FileFormat = "csv" | "json" | "json-lines";

/** What is said of a file beside the rules. */
export interface ValidateFileOptions extends ValidateOptions {
  /** Name of the file: it stands in every place, and its ending tells the format. */
  readonly name?: string;
  readonly format?: FileFormat;
  /** Texts that stand for a missing value; nothing but the empty cell is missing unasked. */
  readonly missing?: readonly string[];
  /** For CSV: what is found or taken from the file if left out. */
  readonly csv?: Pick<CsvOptions, "delimiter" | "decimal" | "encoding" | "skipLines" | "limits">;
  /** For JSON. */
  readonly json?: Pick<JsonOptions, "encoding" | "limits">;
}

/** What a file holds, and the report. */
export interface FileValidation {
  readonly table: AnyTable;
  readonly report: Result<ValidationReport>;
}

const ENDINGS: readonly (readonly [ending: RegExp, format: FileFormat])[] = [
  [/\.(?:csv|tsv|tab|txt)$/i, "csv"],
  [/\.(?:jsonl|ndjson)$/i, "json-lines"],
  [/\.json$/i, "json"],
];

function formatOf({ format, name }: ValidateFileOptions): FileFormat {
  if (format !== undefined) return format;
  if (name === undefined) return "csv";
  const known = ENDINGS.find(([ending]) => ending.test(name));
  if (known !== undefined) return known[1];
  throw new VitalError([find("validate/unknown-format", { place: { file: name } })]);
}

/** The columns that the rules speak of are optional for the reader: what is not there, the rules report. */
function csvOptions(ruleSet: RuleSet, options: ValidateFileOptions): CsvOptions {
  const types = columnTypes(ruleSet.rules);
  const columns = new Map([...types].map(([name, type]): [string, CsvColumn] => [name, { type }]));
  const { name, missing, identifying, csv } = options;
  return {
    ...csv,
    columns: Object.fromEntries(columns),
    ...(missing !== undefined && { missing }),
    ...(identifying !== undefined && { identifying }),
    ...(name !== undefined && { file: name }),
  };
}

/**
 * Reads a file and validates what it holds: oddities of the file (level 0) and failures of the rules come in
 * one report, each with the physical line.
 *
 * @param input - the text, or the bytes, whose encoding is then found.
 * @param ruleSet - the rules; they also say which columns are numbers and which text.
 * @returns the table as it was read, and the report.
 * @throws VitalError `validate/unknown-format`, `validate/unknown-rule`; never because of what the file holds.
 *
 * @example
 * ```ts
 * import { validateFile } from "@vitalcore/validate/file";
 * const rules = {
 *   kind: "RuleSet",
 *   version: 1,
 *   id: "example",
 *   rules: [{ rule: "range", column: "value", min: 0, max: 100 }],
 * } as const;
 * const { report } = validateFile("area,value\nKEN,12\nUGA,n/a\nTZA,104\n", rules, { name: "a.csv" });
 * report.findings.map(({ code, place }) => [code, place.line]); // => [["table/missing-mark", 3], ["validate/out-of-range", 4]]
 * ```
 */
export function validateFile(
  input: string | Uint8Array,
  ruleSet: RuleSet,
  options: ValidateFileOptions = {},
): FileValidation {
  const format = formatOf(options);
  const { name, identifying, json } = options;
  let lineOf: (row: number) => number | undefined = () => undefined;
  let read: { readonly table: AnyTable; readonly findings: readonly Finding[] };
  if (format === "csv") {
    const csv = readCsv(input, csvOptions(ruleSet, options));
    lineOf = csv.lineOf;
    read = csv;
  } else {
    const jsonOptions: JsonOptions = {
      ...json,
      ...(identifying !== undefined && { identifying }),
      ...(name !== undefined && { file: name }),
    };
    read = (format === "json" ? readJson : readJsonLines)(input, jsonOptions);
  }
  const validation = startValidation(ruleSet, options);
  if (read.table.names.length > 0) validation.add(read.table);
  const rules = validation.finish();
  const placed = rules.findings.map((finding) => atLine(finding, name, lineOf));
  const report = joined(read.findings, { ...rules, findings: placed }, options);
  return { table: read.table, report };
}

/**
 * Reads a CSV file as it arrives and validates it in parts: memory stays flat but for the keys that rules must
 * remember. The report is that of {@link validateFile}.
 *
 * @param source - bytes: the `body` of a response, the `stream()` of a file, `createReadStream` of Node.
 * @param run - progress and cancellation.
 * @throws VitalError as {@link validateFile}; the signal's reason.
 *
 * @example
 * ```ts
 * import { validateCsvStream } from "@vitalcore/validate/file";
 * const rules = { kind: "RuleSet", version: 1, id: "x", rules: [{ rule: "required", columns: ["b"] }] } as const;
 * const report = await validateCsvStream(new Blob(["a,b\n1,\n"]).stream(), rules);
 * report.findings[0]?.place.line; // => 2
 * ```
 */
export async function validateCsvStream(
  source: ByteSource,
  ruleSet: RuleSet,
  options: ValidateFileOptions = {},
  run: RunOptions = {},
): Promise<Result<ValidationReport>> {
  const validation = startValidation(ruleSet, options);
  const readerFindings: Finding[] = [];
  let lineOf: (row: number) => number | undefined = () => undefined;
  for await (const chunk of readCsvChunks(source, csvOptions(ruleSet, options), run)) {
    readerFindings.push(...chunk.findings);
    lineOf = chunk.lineOf;
    if (chunk.table.names.length > 0) validation.add(chunk.table);
  }
  const rules = validation.finish();
  const placed = rules.findings.map((finding) => atLine(finding, options.name, lineOf));
  return joined(readerFindings, { ...rules, findings: placed }, options);
}
