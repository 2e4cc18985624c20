import { type FindingList, refuse } from "../finding-list.js";
import { afterLines, dialectOf, SAMPLE, separatorLine } from "./dialect.js";
import type { CsvSettings } from "./options.js";
import { type RecordReader, type RecordSink, recordReader } from "./records.js";

/** Takes the text of a file, piece by piece, and gives its records. */
export interface FileReader {
  push(text: string): void;
  end(): void;
}

const END_OF_FILE_MARK = "\u001A";

/**
 * Reads a file from its beginning: byte order mark, lines to skip, Excel's separator line, dialect.
 * Waits for enough text to judge, so that where the pieces end makes no difference.
 */
export function fileReader(
  settings: CsvSettings,
  findings: FindingList,
  sink: RecordSink,
): FileReader {
  const { skipLines, limits } = settings;
  let head = "";
  let records: RecordReader | undefined;
  /** Kept back at the end of a piece: at the end of the file it is none of the cells. */
  let mark = "";

  const begin = (atEnd: boolean): RecordReader | undefined => {
    const text = head.startsWith("\uFEFF") ? head.slice(1) : head;
    const start = afterLines(text, skipLines);
    if (start < 0 && !atEnd) {
      if (text.length > limits.maxLineBytes) {
        const facts = { limit: limits.maxLineBytes };
        refuse(findings, "table/line-too-long", { place: { line: 1 }, facts });
      }
      return undefined;
    }
    if (text.length - start < SAMPLE && !atEnd) return undefined;
    if (head !== text) findings.add("table/byte-order-mark", { facts: { encoding: "Unicode" } });
    const body = text.slice(start < 0 ? text.length : start);
    const separator = separatorLine(body);
    if (separator !== undefined) {
      findings.add("table/delimiter-found", { found: separator.delimiter });
    }
    const table = body.slice(separator?.length ?? 0);
    const delimiter = settings.delimiter ?? separator?.delimiter;
    const dialect = dialectOf(table, atEnd, delimiter, findings);
    const firstLine = 1 + skipLines + (separator === undefined ? 0 : 1);
    const reader = recordReader(dialect, firstLine, limits.maxLineBytes, findings, sink);
    reader.push(table);
    head = "";
    return reader;
  };

  const take = (text: string): void => {
    if (records !== undefined) {
      records.push(text);
      return;
    }
    head += text;
    records = begin(false);
  };

  return {
    push(text) {
      if (text === "") return;
      if (mark !== "") take(mark);
      mark = text.endsWith(END_OF_FILE_MARK) ? END_OF_FILE_MARK : "";
      take(mark === "" ? text : text.slice(0, -1));
    },
    end() {
      if (mark !== "") findings.add("table/end-of-file-mark", {});
      records ??= begin(true);
      records?.end();
    },
  };
}
