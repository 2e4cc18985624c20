import { type Column, cellAt, type Finding, type Result } from "@vitalcore/core";
import { type CsvOptions, readCsvChunks } from "@vitalcore/table/csv";
import type { ValidationReport } from "../report/report-data.js";
import { reportFindings } from "../report/validation-report.js";
import { find } from "./csvw-catalog.js";
import { collapse, valueProblem } from "./datatypes.js";
import { type ColumnDescription, MetadataReader, type TableDescription } from "./metadata.js";
import { pointsAt, RowKeys } from "./row-keys.js";
import { metadataPlaces, pieces, withHeader } from "./table-file.js";

/** Gives the bytes at an address, or nothing where there is no file. */
export type LoadFile = (url: string) => Promise<Uint8Array | undefined> | Uint8Array | undefined;

/** What is said beside the address. */
export interface CsvwOptions {
  /** Address of the metadata of a table, if they are not where the standard looks for them. */
  readonly metadata?: string;
  /** Findings listed of each code; 100 if left out. All are counted. */
  readonly listed?: number;
}

class Checker {
  readonly findings: Finding[] = [];
  rows = 0;

  constructor(private readonly load: LoadFile) {}

  async metadata(url: string, bytes: Uint8Array): Promise<readonly TableDescription[]> {
    const parsed = this.json(url, bytes);
    if (parsed === undefined) return [];
    const reader = new MetadataReader(url, url, async (address) => {
      const found = await this.load(address);
      return found === undefined ? undefined : this.json(address, found);
    });
    const tables = await reader.tables(parsed);
    this.findings.push(...reader.findings);
    return tables;
  }

  private json(file: string, bytes: Uint8Array): unknown {
    try {
      return JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ""));
    } catch (error) {
      const facts = {
        property: "The document",
        problem: `it is no JSON (${(error as Error).message})`,
      };
      this.findings.push(find("validate/csvw-invalid", { place: { file }, facts }));
      return undefined;
    }
  }

  async tables(tables: readonly TableDescription[]): Promise<void> {
    const referenced = tables.flatMap(({ foreignKeys }) => foreignKeys);
    const checked: RowKeys[] = [];
    for (const table of tables) {
      const wanted = referenced.filter((key) => pointsAt(key, table)).map((key) => key.referenced);
      const done = await this.table(table, wanted);
      if (done !== undefined) checked.push(done);
    }
    for (const keys of checked) this.findings.push(...keys.checkReferences(checked));
  }

  /** Checks the rows of a table; remembers the keys that others may point at. */
  private async table(
    table: TableDescription,
    wanted: readonly (readonly string[])[],
  ): Promise<RowKeys | undefined> {
    const { url: file, dialect } = table;
    const bytes = await this.load(file);
    if (bytes === undefined) {
      this.findings.push(find("validate/csvw-not-found", { place: { file } }));
      return undefined;
    }
    const keys = new RowKeys(table, wanted);
    const columns = table.columns?.filter(({ virtual }) => !virtual);
    const hasHeader = dialect.header !== false && dialect.headerRowCount !== 0;
    const options: CsvOptions = {
      file,
      ...(typeof dialect.delimiter === "string" && { delimiter: dialect.delimiter }),
      ...(typeof dialect.encoding === "string" && { encoding: dialect.encoding }),
      ...(hasHeader && typeof dialect.skipRows === "number" && { skipLines: dialect.skipRows }),
    };
    const source = hasHeader ? pieces(bytes) : withHeader(bytes, dialect);
    const shift = hasHeader ? 0 : Number(dialect.skipRows ?? 0) - 1;
    const shifted = (finding: Finding): Finding => {
      const line = finding.place.line;
      if (line === undefined || shift === 0) return finding;
      return { ...finding, place: { ...finding.place, line: line + shift } };
    };
    let first = true;
    for await (const part of readCsvChunks(source, options)) {
      this.findings.push(
        ...part.findings
          .filter(
            ({ severity, code }) =>
              severity === "error" && (code !== "table/empty-file" || columns !== undefined),
          )
          .map(shifted),
      );
      const { names } = part.table;
      if (first && hasHeader && columns !== undefined) this.titles(names, columns, table);
      first = false;
      if (columns === undefined || columns.length !== names.length) continue;
      const cells = names.map((name): Column => part.table.column(name));
      const before = this.rows;
      for (let i = 0; i < part.table.length; i++) {
        const line = (part.lineOf(before + i + 1 - this.rowsBefore) ?? 0) + shift;
        const values = this.row(columns, cells, i, file, line);
        this.findings.push(...keys.add(values, line));
      }
      this.rows += part.table.length;
    }
    this.rowsBefore = this.rows;
    return keys;
  }

  private rowsBefore = 0;

  /** Compares the titles of the file with those of the description (data model, section 6.1). */
  private titles(
    names: readonly string[],
    columns: readonly ColumnDescription[],
    { url: file, language }: TableDescription,
  ): void {
    if (names.length !== columns.length) {
      const facts = { described: columns.length };
      this.findings.push(
        find("validate/csvw-columns", { place: { file }, found: names.length, facts }),
      );
      return;
    }
    names
      .map((name) => name.trim())
      .forEach((found, i) => {
        const { name, titles } = columns[i] as ColumnDescription;
        const fits =
          titles.length === 0
            ? name === found || name === encodeURIComponent(found) || name.startsWith("_col.")
            : titles.some(([tag, title]) => title === found && sameLanguage(tag, language));
        if (fits) return;
        const described = titles.map(([tag, title]) => `${title} (${tag})`).join(", ") || name;
        const place = { file, line: 1, column: found };
        const facts = { position: i + 1, described };
        this.findings.push(find("validate/csvw-title", { place, found, facts }));
      });
  }

  /** Checks the cells of a row; gives their texts by the names of the columns. */
  private row(
    columns: readonly ColumnDescription[],
    cells: readonly Column[],
    i: number,
    file: string,
    line: number,
  ): ReadonlyMap<string, string> {
    const values = new Map<string, string>();
    columns.forEach((column, c) => {
      const raw = String(cellAt(cells[c] as Column, i) ?? "");
      const place = { file, line, column: column.titles[0]?.[1] ?? column.name };
      const { datatype, separator, nulls, required } = column;
      const text = collapse(raw, datatype.base) || column.fallback;
      values.set(column.name, text);
      const items = separator === undefined || text === "" ? [text] : text.split(separator);
      if (required && (text === "" || nulls.includes(text))) {
        this.findings.push(find("validate/csvw-required", { place }));
        return;
      }
      for (const item of items) {
        const value = separator === undefined ? item : collapse(item, datatype.base);
        if (nulls.includes(value) || (separator !== undefined && text === "")) continue;
        const problem = valueProblem(value, datatype);
        if (problem === undefined) continue;
        this.findings.push(
          find("validate/csvw-value", { place, found: value, facts: { problem } }),
        );
      }
    });
    return values;
  }
}

/** Languages are the same if one is a part of the other; `und` fits all. */
function sameLanguage(a: string, b: string): boolean {
  if (a === "und" || b === "und") return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return `${long.toLowerCase()}-`.startsWith(`${short.toLowerCase()}-`);
}

/**
 * Checks tables that are described by CSV on the Web (W3C Recommendation, 17 December 2015): the metadata, the
 * titles of the columns, each cell against its datatype (numbers and dates in the forms of Unicode TR35), required
 * values, primary and foreign keys. Files are read in pieces; dialects with other quotes or comments are not known.
 *
 * @param url - address of the metadata (`.json`) or of a table; the metadata of a table are looked for beside it.
 * @param load - gives the bytes at an address; it alone decides what is read from disk or network.
 * @returns the report; places have the file, its line, the title of the column, or the path in the metadata.
 *
 * @example
 * ```ts
 * import { checkCsvw } from "@vitalcore/validate/csvw";
 * const files: Record<string, string> = {
 *   "https://example.org/areas.csv": "area,users\nKEN,12\nUGA,many\n",
 *   "https://example.org/areas.csv-metadata.json": JSON.stringify({
 *     "@context": "http://www.w3.org/ns/csvw",
 *     url: "areas.csv",
 *     tableSchema: { columns: [{ titles: "area" }, { titles: "users", datatype: "integer" }] },
 *   }),
 * };
 * const report = await checkCsvw("https://example.org/areas.csv", (url) => {
 *   const text = files[url];
 *   return text === undefined ? undefined : new TextEncoder().encode(text);
 * });
 * report.findings.map(({ code, place }) => [code, place.line]); // => [["validate/csvw-value", 3]]
 * ```
 */
export async function checkCsvw(
  url: string,
  load: LoadFile,
  options: CsvwOptions = {},
): Promise<Result<ValidationReport>> {
  const { metadata, listed } = options;
  const checker = new Checker(load);
  const address = new URL(url).href;
  const report = () =>
    reportFindings(checker.findings, {
      subject: url,
      level: 1,
      rows: checker.rows,
      ...(listed !== undefined && { listed }),
    });
  const places = address.endsWith(".json")
    ? [address]
    : metadata === undefined
      ? metadataPlaces(address)
      : [new URL(metadata, address).href];
  for (const place of places) {
    const bytes = await load(place);
    if (bytes === undefined) continue;
    const tables = await checker.metadata(place, bytes);
    if (place === address || tables.some((table) => table.url === address)) {
      await checker.tables(tables);
      return report();
    }
    checker.findings.push(find("validate/csvw-not-described", { place: { file: place } }));
  }
  if (address.endsWith(".json")) {
    checker.findings.push(find("validate/csvw-not-found", { place: { file: url } }));
  } else await checker.tables([undescribed(address)]);
  return report();
}

function undescribed(url: string): TableDescription {
  return {
    url,
    schemaId: undefined,
    language: "und",
    columns: undefined,
    primaryKey: [],
    foreignKeys: [],
    dialect: {},
  };
}
