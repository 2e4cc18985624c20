import type { CsvRecord } from "./records.js";

/** Titles, sources and blank rows above a header: more of them are no title. */
export const MOST_TITLES = 20;

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/;

function present(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell.trim() !== "");
}

/** Whether a record may stand above a header: one text in its first cell, and nothing else. */
export function mayBeTitle(cells: readonly string[]): boolean {
  return present(cells).length === 1 && (cells[0] as string).trim() !== "";
}

/** Whether the file is a list in one column: then the first record is its header. */
export function isListOfOne(titles: readonly CsvRecord[], cells: readonly string[]): boolean {
  return titles.length > 0 && cells.length === 1;
}

/** Whether a record under titles is a header: several names, each once, none of them a number. */
export function isHeaderUnder(titles: readonly CsvRecord[], cells: readonly string[]): boolean {
  const names = present(cells);
  if (names.length < 2 || names.some((name) => NUMBER.test(name.trim()))) return false;
  if (new Set(names).size < names.length) return false;
  // A short first record above rows of text may be a ragged header: a title reads like one.
  const first = (titles[0] as CsvRecord).cells[0] as string;
  return cells.length > 1 && (/\s/.test(first.trim()) || first.startsWith("#"));
}

const TAG = /^#[A-Za-z]\w*(?:\s*[+][A-Za-z]\w*)*$/;

/** Whether a record holds HXL hashtags (hxlstandard.org 1.1): all that is there is one. */
export function isTagRow(cells: readonly string[]): boolean {
  const tags = present(cells);
  return tags.length > 0 && tags.every((tag) => TAG.test(tag.trim()));
}
