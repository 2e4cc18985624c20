import { type Column, cellAt, type Finding, type Result } from "@vitalcore/core";
import { type CsvOptions, readCsvChunks } from "@vitalcore/table/csv";
import type { ValidationReport } from "../report/report-data.js";
import { reportFindings } from "../report/validation-report.js";
import { find } from "./csvw-catalog.js";
import { collapse, valueProblem } from "./datatypes.js";
import { type ColumnDescription, MetadataReader, type TableDescription } from "./metadata.js";

/** Gives the bytes at an address, or nothing where there is no file. */
export type LoadFile = (url: string) => Promise<Uint8Array | undefined> | Uint8Array | undefined;

/** What is said beside the address. */
export interface CsvwOptions {
  /** Address of the metadata of a table, if they are not where the standard looks for them. */
  readonly metadata?: string;
  /** Findings listed of each code; 100 if left out. All are counted. */
  readonly listed?: number;
}

/** Keys of a table by the names of their columns, each with the first row and the number of rows. */
type Keys = Map<string, { readonly row: number; count: number }>;

interface CheckedTable {
  readonly table: TableDescription;
  readonly keys: ReadonlyMap<string, Keys>;
  /** Keys of other tables that rows point at. */
  readonly references: readonly (readonly [foreignKey: number, key: string, line: number])[];
}

const LINE = 1024 * 1024;

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += LINE) yield bytes.subarray(from, from + LINE);
}

function keyName(columns: readonly string[]): string {
  return JSON.stringify(columns);
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
    const checked: CheckedTable[] = [];
    for (const table of tables) {
      const wanted = referenced.filter((key) => pointsAt(key, table)).map((key) => key.referenced);
      const done = await this.table(table, wanted);
      if (done !== undefined) checked.push(done);
    }
    for (const each of checked) this.references(each, checked);
  }

  /** Checks the rows of a table; remembers the keys that others may point at. */
  private async table(
    table: TableDescription,
    wanted: readonly (readonly string[])[],
  ): Promise<CheckedTable | undefined> {
    const { url: file, dialect } = table;
    const bytes = await this.load(file);
    if (bytes === undefined) {
      this.findings.push(find("validate/csvw-not-found", { place: { file } }));
      return undefined;
    }
    const keys = new Map<string, Keys>(
      [table.primaryKey, ...wanted].map((columns) => [keyName(columns), new Map()]),
    );
    const references: (readonly [number, string, number])[] = [];
    const columns = table.columns?.filter(({ virtual }) => !virtual);
    const hasHeader = dialect.header !== false && dialect.headerRowCount !== 0;
    const options: CsvOptions = {
      file,
      ...(typeof dialect.delimiter === "string" && { delimiter: dialect.delimiter }),
      ...(typeof dialect.encoding === "string" && { encoding: dialect.encoding }),
      ...(typeof dialect.skipRows === "number" && { skipLines: dialect.skipRows }),
    };
    let first = true;
    for await (const part of readCsvChunks(withHeader(bytes, hasHeader, dialect), options)) {
      this.findings.push(
        ...part.findings.filter(
          ({ severity, code }) =>
            severity === "error" && (code !== "table/empty-file" || columns !== undefined),
        ),
      );
      const { names } = part.table;
      if (first && hasHeader && columns !== undefined) this.titles(names, columns, table);
      first = false;
      if (columns === undefined || columns.length !== names.length) continue;
      const cells = names.map((name): Column => part.table.column(name));
      const before = this.rows;
      for (let i = 0; i < part.table.length; i++) {
        const line = part.lineOf(before + i + 1 - this.rowsBefore) ?? 0;
        const values = this.row(columns, cells, i, file, line);
        this.remember(table, values, keys, references, line);
      }
      this.rows += part.table.length;
    }
    this.rowsBefore = this.rows;
    return { table, keys, references };
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

  private remember(
    { url: file, primaryKey, foreignKeys }: TableDescription,
    values: ReadonlyMap<string, string>,
    keys: ReadonlyMap<string, Keys>,
    references: (readonly [number, string, number])[],
    line: number,
  ): void {
    const keyOf = (columns: readonly string[]) =>
      JSON.stringify(columns.map((name) => values.get(name) ?? ""));
    for (const [name, known] of keys) {
      const columns = JSON.parse(name) as readonly string[];
      if (columns.length === 0) continue;
      const key = keyOf(columns);
      const entry = known.get(key);
      if (entry === undefined) known.set(key, { row: line, count: 1 });
      else {
        entry.count += 1;
        if (name !== keyName(primaryKey)) continue;
        const facts = { key: key.slice(1, -1), firstRow: entry.row };
        this.findings.push(find("validate/csvw-key", { place: { file, line }, facts }));
      }
    }
    foreignKeys.forEach(({ columns }, i) => {
      // A key without any value points at nothing.
      if (columns.some((name) => (values.get(name) ?? "") !== "")) {
        references.push([i, keyOf(columns), line]);
      }
    });
  }

  private references({ table, references }: CheckedTable, all: readonly CheckedTable[]): void {
    const targets = table.foreignKeys.map((key) => {
      const target = all.find((each) => pointsAt(key, each.table));
      const missing = key.referenced.filter(
        (name) =>
          target?.table.columns?.some((column) => column.isNamed && column.name === name) !== true,
      );
      if (target !== undefined && missing.length === 0) return target;
      const problem =
        target === undefined
          ? "it points at no table that is described"
          : `there is no column ${missing.join(", ")} in ${target.table.url}`;
      const place = { file: table.url };
      const facts = { property: "foreignKeys", problem };
      this.findings.push(find("validate/csvw-invalid", { place, facts }));
      return undefined;
    });
    for (const [i, key, line] of references) {
      const target = targets[i];
      const { referenced = [] } = table.foreignKeys[i] ?? {};
      const count = target?.keys.get(keyName(referenced))?.get(key)?.count ?? 0;
      if (target === undefined || count === 1) continue;
      const facts = { key: key.slice(1, -1), count, table: target.table.url };
      const place = { file: table.url, line };
      this.findings.push(find("validate/csvw-reference", { place, facts }));
    }
  }
}

function pointsAt(
  { resource, schema }: TableDescription["foreignKeys"][number],
  { url, schemaId }: TableDescription,
): boolean {
  return resource === undefined ? schema !== undefined && schema === schemaId : resource === url;
}

/** Languages are the same if one is a part of the other; `und` fits all. */
function sameLanguage(a: string, b: string): boolean {
  if (a === "und" || b === "und") return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return `${long.toLowerCase()}-`.startsWith(`${short.toLowerCase()}-`);
}

/** A file without a header gets one, as long as its first line. */
async function* withHeader(
  bytes: Uint8Array,
  hasHeader: boolean,
  { delimiter = "," }: Readonly<Record<string, unknown>>,
): AsyncGenerator<Uint8Array> {
  if (!hasHeader) {
    const line = new TextDecoder().decode(bytes.subarray(0, LINE)).split(/\r?\n/, 1)[0] as string;
    const columns = line.split(String(delimiter)).length;
    const names = Array.from({ length: columns }, (_, i) => `_col.${i + 1}`);
    yield new TextEncoder().encode(`${names.join(String(delimiter))}\n`);
  }
  yield* pieces(bytes);
}

/** Where the standard looks for the metadata of a table. */
function metadataPlaces(url: string): readonly string[] {
  return [`${url}-metadata.json`, "csv-metadata.json", `${url}.json`, "csvm.json"].map(
    (place) => new URL(place, url).href,
  );
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
