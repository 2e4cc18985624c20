import type { Finding } from "@vitalcore/core";
import { readCsv } from "@vitalcore/table/csv";
import { readJson } from "@vitalcore/table/json";
import { find } from "./hxl-catalog.js";

/** Rows of headings that may stand above the hashtags (HXL 1.1, tagging conventions). */
const MOST_HEADINGS = 25;
const TAG = /^#[A-Za-z]\w*(?:\s*\+\s*[A-Za-z]\w*)*$/;

/** Whether the row is one of hashtags: at least one, and so many that the rest are slips. */
function looksTagged(cells: readonly string[]): boolean {
  const present = cells.filter((cell) => cell.trim() !== "");
  const tags = present.filter((cell) => TAG.test(cell.trim()));
  return tags.length > 0 && 2 * tags.length >= present.length;
}

function checkTags(cells: readonly string[], line: number): readonly Finding[] {
  const seen = new Set<string>();
  return cells.flatMap((cell): Finding[] => {
    const found = cell.trim();
    const place = { line };
    if (found === "") return [];
    if (!TAG.test(found)) return [find("validate/hxl-no-tag", { place, found })];
    // The order of attributes says nothing.
    const [tag = "", ...attributes] = found.toLowerCase().split(/\s*\+\s*/);
    const same = [tag, ...attributes.sort()].join("+");
    if (seen.has(same)) return [find("validate/hxl-tag-twice", { place, found })];
    seen.add(same);
    return [];
  });
}

const untagged = (): Finding => find("validate/hxl-untagged", { facts: { most: MOST_HEADINGS } });

/** Rows as lists, or as objects by hashtag: the two forms in which HXL is exchanged as JSON. */
function checkJson(input: string): readonly Finding[] {
  const { findings } = readJson(input);
  const syntax = findings.filter(
    ({ code, severity }) => severity === "error" && !/^core\//.test(code),
  );
  let rows: unknown;
  try {
    rows = JSON.parse(input);
  } catch {
    return syntax;
  }
  const lists = (Array.isArray(rows) ? rows : []).slice(0, MOST_HEADINGS).map((row): string[] => {
    if (Array.isArray(row)) return row.map(String);
    return typeof row === "object" && row !== null ? Object.keys(row) : [];
  });
  const index = lists.findIndex(looksTagged);
  return index < 0 ? [untagged()] : checkTags(lists[index] as string[], index + 1);
}

/**
 * Checks that a file is tagged as the Humanitarian Exchange Language wants it (HXL 1.1): a row of hashtags within the
 * first rows, each of them one, none twice; and the form of the file below it.
 *
 * @param input - the text or the bytes of CSV or JSON.
 * @returns findings with the line of the row of hashtags, and those of the reader.
 *
 * @example
 * ```ts
 * import { checkHxl } from "@vitalcore/validate/file";
 * checkHxl("Country,Year\n#country+code,date\nKEN,2018\n").map(({ code, found }) => [code, found]); // => [["validate/hxl-no-tag", "date"]]
 * ```
 */
export function checkHxl(input: string | Uint8Array): readonly Finding[] {
  const text = typeof input === "string" ? input : new TextDecoder().decode(input);
  if (/^\uFEFF?\s*\[/.test(text)) return checkJson(text.replace(/^\uFEFF/, ""));
  const lines = text.split(/\r\n|\n|\r/, MOST_HEADINGS);
  const cellsOf = (line: string) =>
    line.split(/[,;\t|]/).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const index = lines.findIndex((line) => looksTagged(cellsOf(line)));
  if (index < 0) return [untagged()];
  const cells = cellsOf(lines[index] as string);
  // Names of columns have been looked at, and line ends of two kinds change no cell.
  const { findings } = readCsv(input, { skipLines: index });
  const about = findings
    .filter(({ code }) => !/header|hxl-tags|no-rows|mixed-line-ends/.test(code))
    // Cells beyond the hashtags are cells without one: nobody reads them.
    .map((finding) =>
      finding.code === "table/ragged-row" ? { ...finding, severity: "warning" as const } : finding,
    );
  return [...checkTags(cells, index + 1), ...about];
}
