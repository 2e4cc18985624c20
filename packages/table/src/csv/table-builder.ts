import { type AnyTable, type Column, tableOf } from "@vitalcore/core";
import { type FindingList, refuse } from "../finding-list.js";
import {
  type ColumnReader,
  type ColumnSettings,
  declaredReader,
  inferringReader,
  textReader,
} from "./column-reader.js";
import { columnNames, missingColumns } from "./header.js";
import { lineIndex } from "./line-index.js";
import type { CsvSettings } from "./options.js";
import type { PlainText } from "./plain-text.js";
import type { CsvRecord, RecordSink } from "./records.js";
import { checkCharacters, checkQuotes, isBlank } from "./row-checks.js";
import { isHeaderUnder, isListOfOne, isTagRow, MOST_TITLES, mayBeTitle } from "./title-rows.js";

/** Makes a table, or one after the other, of the records of a file. */
export interface TableBuilder extends RecordSink {
  /** Rows since the last table. */
  readonly rows: number;
  /** The table of the rows since the last one. */
  table(): AnyTable;
  /** To be called when the file is at its end. */
  end(): void;
  /** The physical line on which a row begins; rows count from 1, through all tables. */
  lineOf(row: number): number | undefined;
}

interface NamedReader {
  readonly name: string;
  readonly index: number;
  readonly reader: ColumnReader;
}

/** @param inParts - several tables of one file are made: what is not described is text in all of them. */
export function tableBuilder(
  settings: CsvSettings,
  findings: FindingList,
  inParts: boolean,
): TableBuilder {
  const { limits } = settings;
  let names: string[] | undefined;
  let header: readonly string[] = [];
  let readers: NamedReader[] = [];
  let row = 0;
  let before = 0;
  let stopped = false;
  let tagged = false;
  /** Where the cells of a plain line end; one for all lines. */
  let ends = new Int32Array(0);
  /** Records that may be a title above the header: what follows decides. */
  let titles: CsvRecord[] = [];
  const lines = lineIndex();
  /** One for all rows: readers copy what they keep. */
  const at = { line: 0, row: 0 };

  const readerOf = (name: string): ColumnReader => {
    const description = settings.columns.get(name);
    const columnSettings: ColumnSettings = {
      name,
      missing: new Set(description?.missing ?? settings.missing),
      decimal: settings.decimal,
      withhold: settings.identifying.has(name),
      findings,
    };
    if (description !== undefined) return declaredReader(description.type, columnSettings);
    return inParts ? textReader(columnSettings) : inferringReader(columnSettings);
  };

  const takeHeader = (record: CsvRecord): string[] => {
    const { cells, line } = record;
    if (cells.length > limits.maxColumns) {
      const facts = { limit: limits.maxColumns };
      refuse(findings, "table/too-many-columns", { place: { line }, found: cells.length, facts });
    }
    checkCharacters(record, cells, undefined, findings);
    checkQuotes(record, cells, undefined, findings);
    header = cells;
    ends = new Int32Array(cells.length);
    const found = columnNames(cells, line, findings);
    for (const finding of missingColumns(found, settings, line)) findings.append(finding);
    readers = found
      .map((name, index) => ({ name, index }))
      .filter(({ name }) => !settings.onlyDeclared || settings.columns.has(name))
      .map(({ name, index }) => ({ name, index, reader: readerOf(name) }));
    return found;
  };

  const repeatsHeader = ({ cells }: CsvRecord): boolean => {
    const first = cells[0] as string;
    if (first !== header[0] && first !== `\uFEFF${header[0]}`) return false;
    if (cells.length === 1 || cells.length !== header.length) return false;
    return cells.every((cell, i) => i === 0 || cell === header[i]);
  };

  /** Whether the cells of a record can be told apart by column. */
  const fits = (cells: readonly string[], line: number): boolean => {
    const expected = header.length;
    if (cells.length === expected) return true;
    const beyond = cells.slice(expected);
    const harmless = beyond.length > 0 && beyond.every((cell) => cell === "");
    const rule = harmless ? "table/trailing-delimiters" : "table/ragged-row";
    findings.add(rule, { place: { line }, found: cells.length, facts: { expected } });
    return harmless;
  };

  const beginRow = (line: number): void => {
    row++;
    if (row > limits.maxRows) {
      refuse(findings, "table/too-many-rows", { facts: { limit: limits.maxRows } });
    }
    lines.add(row, line);
    at.line = line;
    at.row = row;
  };

  /** Finds where the cells of a line end; says whether there are as many as the header has. */
  const findEnds = (
    codes: PlainText["codes"],
    from: number,
    to: number,
    delimiter: string,
  ): boolean => {
    const code = delimiter.charCodeAt(0);
    const last = ends.length - 1;
    let cell = 0;
    for (let i = from; i < to; i++) {
      if (codes[i] !== code) continue;
      if (cell === last) return false;
      ends[cell++] = i;
    }
    ends[last] = to;
    return cell === last;
  };

  const takeRow = (record: CsvRecord, columns: readonly string[]): void => {
    const { cells, line } = record;
    if (record.unclosedQuote !== undefined) {
      checkQuotes(record, columns, row + 1, findings);
      stopped = record.unclosedQuote === "rest";
      return;
    }
    if (isBlank(record)) {
      findings.add("table/blank-line", { place: { line } });
      return;
    }
    if (repeatsHeader(record)) {
      findings.add("table/repeated-header", { place: { line } });
      return;
    }
    if (row === 0 && !tagged && isTagRow(cells)) {
      tagged = true;
      findings.add("table/hxl-tags", { place: { line } });
      return;
    }
    const whole = fits(cells, line);
    checkQuotes(record, columns, whole ? row + 1 : undefined, findings);
    if (!whole) return;
    beginRow(line);
    checkCharacters(record, columns, row, findings);
    for (const { index, reader } of readers) reader.read(cells[index] as string, at);
  };

  /** The first record is the header, and those held back after it are rows. */
  const release = (): void => {
    const [first, ...others] = titles;
    titles = [];
    if (first === undefined) return;
    const columns = takeHeader(first);
    names = columns;
    for (const record of others) takeRow(record, columns);
  };

  const beforeHeader = (record: CsvRecord): void => {
    const { line, cells } = record;
    const first = titles[0];
    if (titles.length < MOST_TITLES && mayBeTitle(cells) && !isListOfOne(titles, cells)) {
      titles.push(record);
    } else if (first === undefined) names = takeHeader(record);
    else if (isHeaderUnder(titles, cells)) {
      const severity =
        titles.length === 1 && first.cells.length === cells.length ? "warning" : "error";
      const facts = { header: line };
      findings.add("table/header-not-found", { place: { line: first.line }, facts, severity });
      titles = [];
      names = takeHeader(record);
    } else {
      release();
      takeRow(record, names as unknown as string[]);
    }
  };

  return {
    get rows() {
      return row - before;
    },
    lineOf: lines.lineOf,
    add(record) {
      if (stopped) return;
      if (names !== undefined) takeRow(record, names);
      else if (isBlank(record)) findings.add("table/blank-line", { place: { line: record.line } });
      else beforeHeader(record);
    },
    addPlain(block, from, to, { line, delimiter }) {
      // The first row may hold tags; a row without its first cell may be blank.
      if (stopped || row === 0 || !findEnds(block.codes, from, to, delimiter)) return false;
      const first = ends[0] as number;
      if (first === from) return false;
      // It may be the header once more.
      const name = header[0] as string;
      if (first - from === name.length && block.text.startsWith(name, from)) return false;
      beginRow(line);
      for (let i = 0; i < readers.length; i++) {
        const { index, reader } = readers[i] as NamedReader;
        const start = index === 0 ? from : (ends[index - 1] as number) + 1;
        reader.readPlain(block, start, ends[index] as number, at);
      }
      return true;
    },
    table() {
      const columns = readers.map(({ name, reader }): [string, Column] => [name, reader.finish()]);
      before = row;
      return tableOf(columns, { identifying: settings.identifying });
    },
    end() {
      release();
      const isEmpty = row === 0 && (names ?? []).every((name) => name.trim() === "");
      if (isEmpty) findings.add("table/empty-file", {});
      else if (row === 0) findings.add("table/no-rows", {});
    },
  };
}
