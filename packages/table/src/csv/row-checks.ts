import type { FindingList } from "../finding-list.js";
import type { CsvRecord } from "./records.js";

/** Control and bidirectional characters, a byte order mark inside, and what stands for a lost one. */
const ODD = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD]/u;

/** Whether a text holds characters that {@link checkCharacters} reports. */
export function holdsOddCharacters(text: string): boolean {
  return ODD.test(text);
}

/** Reports what cannot be seen in the cells of a record. */
export function checkCharacters(
  { cells, line, odd }: CsvRecord,
  names: readonly string[],
  row: number | undefined,
  findings: FindingList,
): void {
  if (!odd) return;
  cells.forEach((cell, i) => {
    const character = ODD.exec(cell)?.[0];
    if (character === undefined) return;
    const column = names[i] ?? `column_${i + 1}`;
    const place = { line, ...(row !== undefined && { row }), column };
    if (cell.includes("\0")) findings.add("table/nul-character", { place });
    else if (cell.includes("\uFFFD")) findings.add("table/damaged-text", { place });
    else {
      const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
      findings.add("table/control-character", { place, facts: { character: `U+${code}` } });
    }
  });
}

/** Reports quotes where RFC 4180 has none: the cell is then not the inside of a quoted one. */
export function checkQuotes(
  { cells, line, raw, textAfterQuote, unclosedQuote }: CsvRecord,
  names: readonly string[],
  row: number | undefined,
  findings: FindingList,
): void {
  if (raw === undefined) return;
  const columnAt = (i: number) => names[i] ?? `column_${i + 1}`;
  const inRow = row === undefined ? {} : { row };
  if (unclosedQuote !== undefined) {
    const place = { line, ...inRow, column: columnAt(cells.length - 1) };
    const lost =
      unclosedQuote === "row" ? "its row was left out" : "nothing was read from this row on";
    findings.add("table/unclosed-quote", { place, facts: { lost } });
    return;
  }
  cells.forEach((cell, i) => {
    if (!cell.includes('"')) return;
    if (raw.includes(`"${cell.replaceAll('"', '""')}"`)) return;
    const place = { line, ...inRow, column: columnAt(i) };
    if (textAfterQuote === true) findings.add("table/text-after-quote", { place });
    // A backslash before a quote comes from a writer with other rules: the cell is not what it meant.
    else if (cell.includes('\\"')) findings.add("table/stray-quote", { place, severity: "error" });
    else findings.add("table/stray-quote", { place });
  });
}

/** Whether a record holds no values. A quoted empty cell counts as one: so a row of nothing can be written. */
export function isBlank({ cells, raw }: CsvRecord): boolean {
  if (cells[0] !== "") return false;
  return cells.every((cell) => cell === "") && raw?.includes('"') !== true;
}
