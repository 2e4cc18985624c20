import type { CsvColumn } from "@vitalcore/table/csv";
import { type ExcelOptions, readExcel } from "@vitalcore/table/excel";
import { columnTypes } from "../file/column-types.js";
import { atLine, joined } from "../file/reader-report.js";
import type { FileValidation } from "../file/validate-file.js";
import type { RuleSet } from "../rules/rule.js";
import { startValidation, type ValidateOptions } from "../rules/validation.js";

/** What is said of a workbook beside the rules. */
export interface ValidateExcelOptions
  extends ValidateOptions,
    Pick<ExcelOptions, "sheet" | "skipRows" | "limits" | "missing"> {
  /** Name of the file: it stands in every place. */
  readonly name?: string;
}

/**
 * Reads a sheet of an Excel workbook and validates what it holds: oddities of the workbook and failures of the rules
 * come in one report, each with the sheet and its row as `line`. ExcelJS has to be installed.
 *
 * @param bytes - the file.
 * @param ruleSet - the rules; they also say which columns are numbers and which text.
 * @returns the table as it was read, and the report.
 * @throws VitalError `table/needs-exceljs`, `validate/unknown-rule`; never because of what the file holds.
 *
 * @example
 * ```ts
 * import { validateExcel } from "@vitalcore/validate/excel";
 * const rules = { kind: "RuleSet", version: 1, id: "x", rules: [{ rule: "required", columns: ["a"] }] } as const;
 * const { report } = await validateExcel(new TextEncoder().encode("no workbook"), rules, { name: "a.xlsx" });
 * report.findings[0]?.code; // => "table/not-excel"
 * ```
 */
export async function validateExcel(
  bytes: Uint8Array,
  ruleSet: RuleSet,
  options: ValidateExcelOptions = {},
): Promise<FileValidation> {
  const { name, sheet, skipRows, limits, missing, identifying } = options;
  const types = columnTypes(ruleSet.rules);
  const columns = new Map(
    [...types].map(([column, type]): [string, CsvColumn] => [column, { type }]),
  );
  const {
    table,
    findings,
    lineOf,
    sheet: read,
  } = await readExcel(bytes, {
    columns: Object.fromEntries(columns),
    ...(name !== undefined && { file: name }),
    ...(sheet !== undefined && { sheet }),
    ...(skipRows !== undefined && { skipRows }),
    ...(limits !== undefined && { limits }),
    ...(missing !== undefined && { missing }),
    ...(identifying !== undefined && { identifying }),
  });
  const validation = startValidation(ruleSet, options);
  if (table.names.length > 0) validation.add(table);
  const rules = validation.finish();
  const placed = rules.findings
    .map((finding) => atLine(finding, name, lineOf))
    .map((finding) => ({
      ...finding,
      place: { ...finding.place, ...(read !== undefined && { sheet: read }) },
    }));
  return { table, report: joined(findings, { ...rules, findings: placed }, options) };
}
