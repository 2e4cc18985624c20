import type { Finding, Table } from "@vitalcore/core";
import { type CsvColumn, type CsvSchema, readCsv } from "@vitalcore/table/csv";

/** A table whose columns have the types that its header asks for. */
export interface TypedTable {
  readonly table: Table;
  readonly findings: readonly Finding[];
}

/** How a file is to be read. */
export interface CsvTextOptions {
  /** One character; found among comma, semicolon, tab and bar if left out. */
  readonly delimiter?: string;
  /** The decimal mark of all numbers of the file; a point if left out. */
  readonly decimal?: "." | ",";
  /** Name of the file, for the places of the findings. */
  readonly file?: string;
}

/** Where a record that begins at an index ends: after its line end, quoted ones apart. */
function endOfRecord(text: string, from: number): number {
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    const character = text[i];
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) {
      return character === "\r" && text[i + 1] === "\n" ? i + 2 : i + 1;
    }
  }
  return text.length;
}

/** The beginnings of the first records of a file, and what they hold as text. */
export function firstRecords(text: string, count: number): readonly [from: number, to: number][] {
  const records: [number, number][] = [];
  for (let from = 0; from < text.length && records.length < count; ) {
    const to = endOfRecord(text, from);
    records.push([from, to]);
    from = to;
  }
  return records;
}

/** The header of a file: its names as `readCsv` gives them, and the delimiter by which it was taken apart. */
interface Header {
  readonly names: readonly string[];
  readonly delimiter: string | undefined;
  /** That a delimiter other than the comma was found. */
  readonly findings: readonly Finding[];
}

function headerOf(text: string, options: CsvTextOptions): Header {
  const excel = /^\uFEFF?sep=/i.test(text);
  const [, end] = firstRecords(text, excel ? 2 : 1).at(-1) ?? [0, 0];
  const { table, findings } = readCsv(text.slice(0, end), options);
  const found = findings.filter(({ code }) => code === "table/delimiter-found");
  const delimiter = options.delimiter ?? (found[0]?.found as string | undefined) ?? ",";
  // Excel's line of its own says what the delimiter is.
  return { names: table.names, delimiter: excel ? undefined : delimiter, findings: found };
}

/** The delimiter that follows the first cell of a header. */
export function delimiterAfter(text: string, firstCell: RegExp): string | undefined {
  const match = firstCell.exec(text);
  const next = match === null ? undefined : text[match[0].length];
  return next === undefined || /[\r\n"]/.test(next) ? undefined : next;
}

/**
 * Reads CSV text whose columns are described by their names: nothing is inferred, so that a code like
 * "05" stays text.
 */
export function readTypedCsv(
  text: string,
  columnOf: (name: string) => CsvColumn,
  options: CsvTextOptions = {},
): TypedTable {
  const { names, delimiter, findings } = headerOf(text, options);
  const columns = Object.fromEntries(names.map((name) => [name, columnOf(name)])) as CsvSchema;
  const read = readCsv(text, {
    ...options,
    columns,
    ...(delimiter !== undefined && { delimiter }),
  });
  return { table: read.table, findings: [...findings, ...read.findings] };
}
