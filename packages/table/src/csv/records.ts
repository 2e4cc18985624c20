import Papa, { type ParseError, type ParseStepResult } from "papaparse";
import { utf8Length } from "../decode.js";
import { type FindingList, refuse } from "../finding-list.js";
import { type PlainText, plainTexts } from "./plain-text.js";
import { holdsOddCharacters } from "./row-checks.js";

/** A record of the file, as it comes out of the parser. */
export interface CsvRecord {
  readonly cells: string[];
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  /** Its text in the file, line end included; only where the record may hold quotes. */
  readonly raw?: string;
  /** Characters that cannot be seen are near: look for them. */
  readonly odd: boolean;
  /** A closing quote is followed by text. */
  readonly textAfterQuote?: boolean;
  /** The file ends inside a quoted cell of this record, its last one: the row is lost, or the rest of the file. */
  readonly unclosedQuote?: "row" | "rest";
}

/** Takes the records of a file. */
export interface RecordSink {
  add(record: CsvRecord): void;
  /**
   * Takes a line without quotes and odd characters straight from the text, if its cells can be told apart and
   * nothing has to be said of it: then no object and no text is made for it that a column does not keep.
   */
  addPlain(block: PlainText, from: number, to: number, at: PlainLine): boolean;
}

/** What there is to know of a plain line beside its text. */
export interface PlainLine {
  readonly line: number;
  readonly delimiter: string;
}

/** Cuts text into records; where a piece of text ends makes no difference. */
export interface RecordReader {
  push(text: string): void;
  end(): void;
}

/** How the records of a file are separated. */
export interface Dialect {
  readonly delimiter: string;
  readonly newline: "\n" | "\r";
}

const CARRIAGE_RETURN = 13;
/** Characters given to the parser at a time. */
const BLOCK = 256 * 1024;
/** A record with more malformed quotes than this is refused: each costs memory. */
const MOST_MALFORMED_QUOTES = 1000;
/** After so many quotes that are never closed the rest of the file is given up: each costs a pass over it. */
const MOST_RECOVERIES = 3;

/** What the parser's low-level interface returns. */
interface Parsed {
  readonly errors: readonly ParseError[];
}

function countOf(character: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/**
 * Wraps Papa Parse, which reads every block that holds a quote; others need no parser. It is told that lines end with LF also where they end with CRLF, so that files
 * with both are read; the CR is then taken off the last cell here. In old Macintosh files lines end
 * with CR. Papa Parse's blocks are cut here, because its own streams know nothing of lines.
 *
 * @param firstLine - physical line on which the text begins.
 */
export function recordReader(
  dialect: Dialect,
  firstLine: number,
  maxLineBytes: number,
  findings: FindingList,
  sink: RecordSink,
): RecordReader {
  const { delimiter, newline } = dialect;
  let line = firstLine;
  let pending: string[] = [];
  let pendingLength = 0;
  let leftLength = 0;
  let odd = false;
  /** What comes after a line that was given up. */
  let unread = "";
  let recoveries = 0;
  const lineEnds = { crlf: 0, lf: 0 };
  /** One for all lines. */
  const plain = { line, delimiter };
  const plainText = plainTexts();

  const refuseIfTooLong = (record: string): void => {
    if (record.length * 3 > maxLineBytes && utf8Length(record) > maxLineBytes) {
      refuse(findings, "table/line-too-long", { place: { line }, facts: { limit: maxLineBytes } });
    }
  };

  /** Without a quote there are no line ends inside cells, and nothing can be malformed: lines are cut, and cells. */
  const parseUnquoted = (text: string, atEnd: boolean): number => {
    const mayBeLong = text.length * 3 > maxLineBytes;
    const block = plainText(text);
    let from = 0;
    while (from < text.length) {
      let end = text.indexOf(newline, from);
      if (end < 0) {
        if (!atEnd) break;
        end = text.length;
      }
      const crlf = newline === "\n" && end > from && block.codes[end - 1] === CARRIAGE_RETURN;
      const to = crlf ? end - 1 : end;
      if (newline === "\n" && end < text.length) lineEnds[crlf ? "crlf" : "lf"]++;
      if (mayBeLong) refuseIfTooLong(text.slice(from, to));
      plain.line = line;
      if (odd || !sink.addPlain(block, from, to, plain)) {
        sink.add({ cells: text.slice(from, to).split(delimiter), line, odd });
      }
      line++;
      from = end + 1;
    }
    return Math.min(from, text.length);
  };

  const takeQuoted = (cells: string[], raw: string, errors: readonly ParseError[]): void => {
    refuseIfTooLong(raw);
    const last = cells.length - 1;
    const cell = cells[last] as string;
    if (raw.endsWith("\r\n")) lineEnds.crlf++;
    else if (raw.endsWith("\n")) lineEnds.lf++;
    // A CR at the end of the cell belongs to the line end, unless it stood inside quotes.
    const lineEnd = raw.endsWith("\n") ? "\n" : "";
    const bare = cell + lineEnd;
    if (newline === "\n" && cell.endsWith("\r") && (raw === bare || raw.endsWith(delimiter + bare)))
      cells[last] = cell.slice(0, -1);
    const codes = new Set(errors.map(({ code }) => code));
    if (codes.has("MissingQuotes")) {
      takeUnclosed(cells, raw);
      return;
    }
    const textAfterQuote = codes.has("InvalidQuotes");
    sink.add({ cells, line, odd, raw, ...(textAfterQuote && { textAfterQuote }) });
    line += Math.max(1, countOf(newline, raw));
  };

  /** The quote has swallowed the rest of the file: it is read from the line after the one in which the quote opens. */
  const takeUnclosed = (cells: string[], raw: string): void => {
    // Only quoted cells hold line ends, and those before the last are whole.
    const before = cells.slice(0, -1).reduce((sum, cell) => sum + countOf(newline, cell), 0);
    let end = -1;
    for (let i = 0; i <= before; i++) end = raw.indexOf(newline, end + 1);
    line += before;
    const recovers = end >= 0 && recoveries < MOST_RECOVERIES;
    const unclosedQuote = recovers ? "row" : "rest";
    sink.add({ cells, line, odd, raw, unclosedQuote });
    if (!recovers) return;
    recoveries++;
    line++;
    unread = raw.slice(end + 1);
  };

  const parseQuoted = (text: string, atEnd: boolean): number => {
    let from = 0;
    const step = ({ data, errors, meta }: ParseStepResult<string[][]>): void => {
      const cells = data[0];
      const to = meta.cursor;
      if (cells !== undefined) takeQuoted(cells, text.slice(from, to), errors);
      from = to;
    };
    const parser = new Papa.Parser({ delimiter, newline, step });
    const { errors } = parser.parse(text, 0, !atEnd) as Parsed;
    if (errors.length > MOST_MALFORMED_QUOTES) {
      refuse(findings, "table/line-too-long", { place: { line }, facts: { limit: maxLineBytes } });
    }
    return from;
  };

  const parse = (atEnd: boolean): void => {
    const text = pending.join("");
    odd = holdsOddCharacters(text);
    const end = text.includes('"') ? parseQuoted(text, atEnd) : parseUnquoted(text, atEnd);
    const left = atEnd ? "" : text.slice(end);
    refuseIfTooLong(left);
    pending = [left];
    pendingLength = left.length;
    leftLength = left.length;
  };

  return {
    push(text) {
      pending.push(text);
      pendingLength += text.length;
      // Doubling what is left over keeps the work linear when a record spans many blocks.
      if (pendingLength >= Math.max(BLOCK, 2 * leftLength)) parse(false);
    },
    end() {
      parse(false);
      if (leftLength > 0) parse(true);
      while (unread !== "") {
        pending = [unread];
        unread = "";
        parse(true);
      }
      if (newline === "\r") findings.add("table/cr-line-ends", {});
      else if (lineEnds.crlf > 0 && lineEnds.lf > 0) {
        findings.add("table/mixed-line-ends", { facts: lineEnds });
      }
    },
  };
}
