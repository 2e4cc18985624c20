import { type Finding, nearest } from "@vitalcore/core";
import { type FindingList, find } from "../finding-list.js";
import type { CsvSettings } from "./options.js";

const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;

/** How a header looks to a reader: spaces, invisible characters and Unicode forms apart. */
function looks(name: string): string {
  return name.normalize("NFKC").replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
}

/** Makes names that are not taken of one that is: `value_2`, `value_3`. */
function freeNames(taken: Set<string>): (name: string) => string {
  const numbers = new Map<string, number>();
  return (name) => {
    for (let number = numbers.get(name) ?? 2; ; number++) {
      const candidate = `${name}_${number}`;
      if (taken.has(candidate)) continue;
      taken.add(candidate);
      numbers.set(name, number + 1);
      return candidate;
    }
  };
}

function checkSimilar(names: readonly string[], line: number, findings: FindingList): void {
  const byLooks = new Map<string, string>();
  const byLetters = new Map<string, string>();
  for (const column of names) {
    const look = looks(column);
    const letters = look.toLowerCase();
    const place = { line, column };
    const same = byLooks.get(look);
    const similar = byLetters.get(letters);
    if (same !== undefined) {
      const facts = { other: same, difference: "spaces or characters that cannot be seen" };
      findings.add("table/similar-header", { place, facts, severity: "error" });
    } else if (similar !== undefined) {
      findings.add("table/similar-header", {
        place,
        facts: { other: similar, difference: "case" },
      });
    }
    byLooks.set(look, column);
    byLetters.set(letters, column);
  }
}

/**
 * Names of the columns, each once: empty ones are named by position, repeated ones numbered, always
 * in the same way; the others stay exactly as they are in the file.
 */
export function columnNames(
  cells: readonly string[],
  line: number,
  findings: FindingList,
): string[] {
  const positions = new Map<string, number>();
  const taken = new Set(cells);
  const freeName = freeNames(taken);
  const names = cells.map((cell, i) => {
    if (cell === "") {
      const plain = `column_${i + 1}`;
      const column = taken.has(plain) ? freeName(plain) : plain;
      taken.add(column);
      findings.add("table/empty-header", { place: { line, column }, facts: { position: i + 1 } });
      return column;
    }
    const first = positions.get(cell);
    if (first === undefined) {
      positions.set(cell, i + 1);
      return cell;
    }
    const column = freeName(cell);
    const facts = { first, second: i + 1 };
    findings.add("table/duplicate-header", { place: { line, column }, found: cell, facts });
    return column;
  });
  const kept = names.filter((name, i) => name === cells[i]);
  for (const column of kept) {
    if (column.trim() !== column) findings.add("table/padded-header", { place: { line, column } });
  }
  checkSimilar(kept, line, findings);
  return names;
}

/** Columns that were asked for and are not there, with the name that was probably meant. */
export function missingColumns(
  names: readonly string[],
  settings: CsvSettings,
  line: number,
): Finding[] {
  const present = new Set(names);
  return [...settings.columns.keys()]
    .filter((column) => !present.has(column))
    .map((column) => {
      const suggestion = nearest(column, names);
      const finding = find("table/missing-column", {
        place: { line, column },
        facts: { columns: names },
        suggestion,
      });
      if (suggestion === undefined) return finding;
      return { ...finding, hint: `Did you mean "${suggestion}"? ${finding.hint}` };
    });
}
