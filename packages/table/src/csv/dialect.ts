import Papa from "papaparse";
import type { FindingList } from "../finding-list.js";
import { isDelimiter } from "./options.js";
import type { Dialect } from "./records.js";

/** Characters by which delimiter and line ends are judged. */
export const SAMPLE = 64 * 1024;

const DELIMITERS = [",", ";", "\t", "|"];

/** Where the text goes on after some lines, or -1 if it has fewer. */
export function afterLines(text: string, lines: number): number {
  const lineEnd = /\r\n|\n|\r/g;
  for (let i = 0; i < lines; i++) if (lineEnd.exec(text) === null) return -1;
  return lineEnd.lastIndex;
}

/** Excel's way of naming the delimiter in a first line of its own. */
export function separatorLine(text: string): { delimiter: string; length: number } | undefined {
  const match = /^sep=(.)(?:\r\n|\n|\r)/i.exec(text);
  const delimiter = match?.[1];
  if (match === null || delimiter === undefined || !isDelimiter(delimiter)) return undefined;
  return { delimiter, length: match[0].length };
}

function newlineOf(sample: string): "\n" | "\r" {
  // A CR at the very end may be half of a CRLF.
  const outside = sample.replace(/"[^"]*"?/g, "").replace(/\r$/, "");
  return outside.includes("\r") && !outside.includes("\n") ? "\r" : "\n";
}

/** @param whole - the sample is the whole file. */
export function dialectOf(
  text: string,
  whole: boolean,
  delimiter: string | undefined,
  findings: FindingList,
): Dialect {
  const sample = text.slice(0, SAMPLE);
  const newline = newlineOf(sample);
  if (delimiter !== undefined) return { delimiter, newline };
  // A last line that is cut off would count as ragged.
  const complete = whole && text.length <= SAMPLE ? sample.length : sample.lastIndexOf(newline) + 1;
  const { meta } = Papa.parse(sample.slice(0, complete || SAMPLE), {
    preview: 10,
    // Papa Parse takes the end of the last line for a line with one cell.
    skipEmptyLines: "greedy",
    newline,
    delimitersToGuess: DELIMITERS,
  });
  const found = meta.delimiter === "" ? "," : meta.delimiter;
  if (found !== ",") findings.add("table/delimiter-found", { found });
  return { delimiter: found, newline };
}
