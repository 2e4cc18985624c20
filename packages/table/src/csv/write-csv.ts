import {
  type Column,
  cellAt,
  type Table,
  type TableLike,
  tableFrom,
  VitalError,
} from "@vitalcore/core";
import { find } from "../finding-list.js";
import { isDelimiter } from "./options.js";

/** How a CSV file is to be written. */
export interface WriteCsvOptions {
  /** One character; a comma if left out. */
  readonly delimiter?: string;
  /** CRLF, as RFC 4180 has it, if left out. */
  readonly lineEnd?: "\r\n" | "\n";
  /** What a missing cell is written as; nothing if left out. */
  readonly missing?: string;
  /**
   * Put an apostrophe before text that a spreadsheet would run as a formula (CWE-1236): for files
   * that people open in one. It changes the data, so that it has to be asked for. Numbers, also
   * negative ones, are left alone.
   */
  readonly formulaGuard?: boolean;
}

/** OWASP, CSV Injection: the first characters, full-width forms included, that begin a formula. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Beside what RFC 4180 asks for: whatever a reader might take for a delimiter or leave out. */
const NEEDS_QUOTES = /["\p{Cc},;|\uFEFF]|^\s|\s$|^sep=/iu;

type Write = (text: string) => string;

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Writes text cells and headers. */
function textWriter(delimiter: string, guard: boolean): Write {
  return (text) => {
    const guarded = guard && FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
    const bare = guarded !== "" && !guarded.includes(delimiter) && !NEEDS_QUOTES.test(guarded);
    return bare ? guarded : quoted(guarded);
  };
}

/** The cells of a column as they are written, `undefined` where one is missing. */
function cellWriter(
  column: Column,
  writeText: Write,
  writeValue: Write,
): (row: number) => string | undefined {
  if (column.kind === "text") {
    const levels = column.levels.map(writeText);
    return (row) => levels[column.codes[row] as number];
  }
  return (row) => {
    const cell = cellAt(column as Column, row);
    if (cell === null) return undefined;
    return writeValue(Object.is(cell, -0) ? "-0" : String(cell));
  };
}

/**
 * Writes a table as CSV (RFC 4180): what {@link readCsv} gives back for the same schema, but for empty
 * text, which becomes missing. Numbers are written with as many digits as they have.
 *
 * @param table - a table, or anything that `tableFrom` of `@vitalcore/core` takes.
 * @returns the text, with a header, each line ended.
 * @throws VitalError `table/invalid-option`; those of `tableFrom`.
 *
 * @example
 * ```ts
 * import { writeCsv } from "@vitalcore/table/csv";
 * const rows = [{ area: "NA", note: "=1+1", change: -1.5 }, { area: "DE", note: null, change: null }];
 * writeCsv(rows, { lineEnd: "\n" }); // => "area,note,change\nNA,=1+1,-1.5\nDE,,\n"
 * writeCsv(rows, { lineEnd: "\n", formulaGuard: true }); // => "area,note,change\nNA,'=1+1,-1.5\nDE,,\n"
 * ```
 */
export function writeCsv(table: TableLike, options: WriteCsvOptions = {}): string {
  const { delimiter = ",", lineEnd = "\r\n", missing = "", formulaGuard = false } = options;
  if (!isDelimiter(delimiter)) {
    const facts = { option: "delimiter", wanted: "one character, neither a quote nor a line end" };
    throw new VitalError([find("table/invalid-option", { found: delimiter, facts })]);
  }
  const { names, length, column } = tableFrom(table) as Table;
  if (names.length === 0) return "";
  const writeText = textWriter(delimiter, formulaGuard);
  // Only an outlandish delimiter, a digit or a letter, occurs in these.
  const writeValue: Write = (value) => (value.includes(delimiter) ? quoted(value) : value);
  const cells = names.map((name) => cellWriter(column(name), writeText, writeValue));
  const absent = writeValue(missing);
  const lines = [names.map(writeText).join(delimiter)];
  for (let row = 0; row < length; row++) {
    const written = cells.map((cell) => cell(row) ?? absent);
    // A line of nothing would be taken for a blank one: its first cell is quoted.
    if (written.every(({ length }) => length === 0)) written[0] = '""';
    lines.push(written.join(delimiter));
  }
  return `${lines.join(lineEnd)}${lineEnd}`;
}
