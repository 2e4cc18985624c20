import {
  type AnyTable,
  type Column,
  type Finding,
  MISSING_BOOLEAN,
  MISSING_CODE,
  tableOf,
  VitalError,
} from "@vitalcore/core";
import type { Workbook, Worksheet } from "exceljs";
import type { CsvLimits, CsvOptions, CsvResult, CsvSchema, CsvTable } from "../csv/options.js";
import { settingsOf } from "../csv/options.js";
import { holdsOddCharacters } from "../csv/row-checks.js";
import { tableBuilder } from "../csv/table-builder.js";
import { FileRefused, type FindingList, find, findingList, refuse } from "../finding-list.js";
import { type CellText, cellText } from "./cell-text.js";
import { unpacked } from "./unzip.js";

/** What is refused, so that a broken or hostile file costs little. */
export interface ExcelLimits extends Pick<CsvLimits, "maxRows" | "maxColumns"> {
  /** Bytes of the workbook when it is unpacked; 200 MiB if left out. */
  readonly maxBytes?: number;
}

/** How a workbook is to be read. Everything may be left out. */
export interface ExcelOptions<Schema extends CsvSchema = CsvSchema>
  extends Pick<
    CsvOptions<Schema>,
    "columns" | "onlyDeclared" | "missing" | "identifying" | "file"
  > {
  /** Name of the sheet; if left out, the first that is visible and holds something. */
  readonly sheet?: string;
  /** Rows above the header, for notes that are not found to be such. */
  readonly skipRows?: number;
  readonly limits?: ExcelLimits;
}

const MOST_BYTES = 200 * 1024 * 1024;

interface SheetRow {
  readonly number: number;
  readonly cells: readonly CellText[];
}

function isUsed(sheet: Worksheet): boolean {
  return sheet.actualRowCount > 0;
}

function chosenSheet(
  { worksheets }: Workbook,
  name: string | undefined,
  findings: FindingList,
): Worksheet {
  const names = worksheets.map((sheet) => sheet.name);
  if (name !== undefined) {
    const sheet = worksheets.find((each) => each.name === name);
    if (sheet !== undefined) return sheet;
    return refuse(findings, "table/no-sheet", { found: name, facts: { sheets: names } });
  }
  const used = worksheets.filter(isUsed);
  const visible = used.filter(({ state }) => state === "visible");
  const sheet = visible[0] ?? used[0] ?? worksheets[0];
  if (sheet === undefined) return refuse(findings, "table/not-excel", {});
  const others = used.filter((each) => each !== sheet).map((each) => each.name);
  if (others.length > 0) {
    findings.add("table/other-sheets", { found: sheet.name, facts: { others } });
  }
  if (sheet.state !== "visible")
    findings.add("table/hidden-cells", { facts: { what: "the sheet" } });
  return sheet;
}

/** The rows of a sheet that hold something, as wide as the widest of them. */
function rowsOf(sheet: Worksheet, maxColumns: number, findings: FindingList): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  let width = 0;
  sheet.eachRow((row, number) => {
    const cells: CellText[] = [];
    row.eachCell((cell, column) => {
      if (column > maxColumns) return;
      const text = cellText(cell);
      if (text.kind === "empty" && text.formula === undefined) return;
      cells[column - 1] = text;
      width = Math.max(width, column);
    });
    if (row.cellCount > maxColumns) {
      const facts = { limit: maxColumns };
      const place = { line: number };
      refuse(findings, "table/too-many-columns", { place, found: row.cellCount, facts });
    }
    if (cells.length > 0) rows.push({ number, cells });
  });
  const empty: CellText = { text: "", kind: "empty" };
  return rows.map(({ number, cells }) => ({
    number,
    cells: Array.from({ length: width }, (_, i) => cells[i] ?? empty),
  }));
}

function reportSheet(sheet: Worksheet, width: number, findings: FindingList): void {
  const merged = (sheet.model as { merges?: readonly string[] }).merges ?? [];
  if (merged.length > 0) {
    findings.add("table/merged-cells", {
      found: merged[0] ?? null,
      facts: { count: merged.length },
    });
  }
  let hiddenRows = 0;
  sheet.eachRow((row) => {
    if (row.hidden) hiddenRows += 1;
  });
  let hiddenColumns = 0;
  for (let i = 1; i <= width; i++) if (sheet.getColumn(i).hidden) hiddenColumns += 1;
  if (hiddenRows > 0) findings.add("table/hidden-cells", { facts: { what: `${hiddenRows} rows` } });
  if (hiddenColumns > 0) {
    findings.add("table/hidden-cells", { facts: { what: `${hiddenColumns} columns` } });
  }
}

/** What has to be said of cells beside their text, once for each column. */
function reportCells(
  rows: readonly SheetRow[],
  names: readonly string[],
  findings: FindingList,
): void {
  names.forEach((column, i) => {
    const first = (test: (cell: CellText) => boolean) =>
      rows.find(({ cells }) => test(cells[i] as CellText))?.number;
    const unknown = first(({ formula }) => formula === "unknown");
    if (unknown !== undefined) {
      findings.add("table/formula-without-value", { place: { line: unknown, column } });
    }
    const computed = first(({ formula }) => formula === "computed");
    if (computed !== undefined) {
      findings.add("table/formula-value", { place: { line: computed, column } });
    }
    const percent = first((cell) => cell.percent === true);
    if (percent !== undefined) {
      findings.add("table/percent-format", { place: { line: percent, column } });
    }
  });
}

/** Columns in which all cells are TRUE or FALSE are truth values; as text they would only look like it. */
function withBooleans(
  table: AnyTable,
  rows: readonly SheetRow[],
  header: readonly string[],
): AnyTable {
  const isBoolean = (i: number) =>
    rows.some(({ cells }) => cells[i]?.kind === "boolean") &&
    rows.every(({ cells }) => cells[i]?.kind === "boolean" || cells[i]?.kind === "empty");
  const columns = table.names.map((name): [string, Column] => {
    const column: Column = table.column(name);
    if (column.kind !== "text" || !isBoolean(header.indexOf(name))) return [name, column];
    const values = Uint8Array.from(column.codes, (code) =>
      code === MISSING_CODE ? MISSING_BOOLEAN : column.levels[code] === "true" ? 1 : 0,
    );
    return [name, { kind: "boolean", values }];
  });
  return tableOf(columns, { identifying: table.identifying });
}

/** A table, everything odd about the workbook, and the sheet that was read. */
export interface ExcelResult<Schema extends CsvSchema = Record<never, never>>
  extends CsvResult<Schema> {
  /** Name of the sheet; absent where none could be read. */
  readonly sheet?: string;
}

/**
 * Reads a sheet of an Excel workbook (`.xlsx`) into a table, by ExcelJS, which has to be installed. Titles above
 * the header are found as in CSV files; dates come as ISO 8601 text; formulas give the value that they had when the
 * file was saved; merged cells have a value in the first cell only. What is hidden, merged, computed or shown as per
 * cent is said in findings, with the sheet and its row as `line`. Archives that unpack to more than the limit are
 * refused before they are.
 *
 * @param bytes - the file.
 * @returns the table, the findings and the sheet's row of each row, as `readCsv` of `@vitalcore/table/csv`.
 * @throws VitalError `table/invalid-option`, `table/needs-exceljs`; never because of what the file holds.
 *
 * @example
 * ```ts
 * import { readExcel } from "@vitalcore/table/excel";
 * const { table, findings } = await readExcel(new TextEncoder().encode("area,users\n"));
 * table.length; // => 0
 * findings[0]?.code; // => "table/not-excel"
 * ```
 */
export async function readExcel<const Schema extends CsvSchema = Record<never, never>>(
  bytes: Uint8Array,
  options: ExcelOptions<Schema> = {},
): Promise<ExcelResult<Schema>> {
  const { sheet: sheetName, skipRows = 0, limits = {}, ...others } = options;
  const { maxBytes = MOST_BYTES, ...csvLimits } = limits;
  const settings = settingsOf({ ...others, limits: csvLimits });
  const findings = findingList(options.file);
  const builder = tableBuilder(settings, findings, false);
  let table: AnyTable = tableOf([]);
  let inSheet: { readonly sheet?: string } = {};
  try {
    const workbook = await load(unpacked(bytes, maxBytes, findings), findings);
    const sheet = chosenSheet(workbook, sheetName, findings);
    inSheet = { sheet: sheet.name };
    const rows = rowsOf(sheet, settings.limits.maxColumns, findings).filter(
      ({ number }) => number > skipRows,
    );
    for (const { number, cells } of rows) {
      const texts = cells.map(({ text }) => text);
      builder.add({ cells: texts, line: number, odd: texts.some(holdsOddCharacters) });
    }
    builder.end();
    table = builder.table();
    const header = [...table.names];
    const first = builder.lineOf(1) ?? Number.POSITIVE_INFINITY;
    const body = rows.filter(({ number }) => number >= first);
    reportSheet(sheet, header.length, findings);
    reportCells(body, header, findings);
    table = withBooleans(table, body, header);
  } catch (refusal) {
    if (!(refusal instanceof FileRefused)) throw refusal;
    table = tableOf([]);
  }
  const placed = (finding: Finding): Finding => ({
    ...finding,
    place: { ...finding.place, ...inSheet },
  });
  return {
    table: table as CsvTable<Schema>,
    findings: [...findings.take(), ...findings.rest()].map(placed),
    lineOf: builder.lineOf,
    ...inSheet,
  };
}

async function load(bytes: Uint8Array<ArrayBuffer>, findings: FindingList): Promise<Workbook> {
  const excel = await import("exceljs").catch(() => {
    throw new VitalError([find("table/needs-exceljs", {})]);
  });
  const Book = excel.Workbook ?? excel.default.Workbook;
  const workbook = new Book();
  try {
    await workbook.xlsx.load(bytes.buffer);
  } catch {
    return refuse(findings, "table/not-excel", {});
  }
  return workbook;
}
