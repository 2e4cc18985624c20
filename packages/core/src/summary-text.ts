import { isNumeric, type Summary, type SummaryTable, showCell } from "./summary.js";

/** Control characters, among them the escapes that could drive a terminal; and bidi overrides. */
const CONTROLS = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const segmenter = /* @__PURE__ */ new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Columns that a text takes in a terminal: two for East Asian wide characters and emoji.
 *
 * @example
 * ```ts
 * import { textWidth } from "@vitalcore/core";
 * textWidth("日本"); // => 4
 * ```
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

/**
 * Text that can be printed: control characters are shown as �, so that data cannot drive a terminal.
 *
 * @example
 * ```ts
 * import { printable } from "@vitalcore/core";
 * printable("\u001b[2J"); // => "\uFFFD[2J"
 * ```
 */
export function printable(text: string): string {
  return text.replace(CONTROLS, "\uFFFD");
}

function pad(text: string, width: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, width - textWidth(text)));
  return right ? space + text : text + space;
}

/** Words of a heading on as few lines as fit into a width; a longer word has a line of its own. */
function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

const GAP = 2;
const NARROWEST = 12;

/** Takes from the widest column of text what a table has too much. */
function fitInto(width: number, widths: readonly number[], table: SummaryTable): number[] {
  const total = widths.reduce((sum, each) => sum + each + GAP, -GAP);
  const texts = widths.map((each, i) => (isNumeric(table, i) ? 0 : each));
  const widest = texts.indexOf(Math.max(...texts));
  return widths.map((each, i) =>
    i === widest ? Math.max(Math.min(each, NARROWEST), each - Math.max(0, total - width)) : each,
  );
}

function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  for (const { segment } of segmenter.segment(text)) {
    if (textWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** A table is as wide as its cells and the longest words of its headings, which wrap. */
function tableLines(table: SummaryTable, available: number): string[] {
  const headings = table.columns.map(({ name }) => printable(name));
  const body = table.rows.map((row) =>
    table.columns.map((column, i) => printable(showCell(row[i] ?? null, column))),
  );
  const natural = headings.map((heading, i) => {
    const words = Math.max(...heading.split(" ").map(textWidth));
    return body.reduce((most, row) => Math.max(most, textWidth(row[i] as string)), words);
  });
  const widths = fitInto(available, natural, table);
  const wrapped = headings.map((heading, i) => wrapWords(heading, widths[i] as number));
  const tallest = Math.max(0, ...wrapped.map((lines) => lines.length));
  const header = Array.from({ length: tallest }, (_, line) =>
    wrapped.map((lines) => lines[line - tallest + lines.length] ?? ""),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) =>
        pad(cut(cell, widths[i] as number), widths[i] as number, isNumeric(table, i)),
      )
      .join(" ".repeat(GAP))
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join(" ".repeat(GAP));
  const caption = table.caption === undefined ? [] : [printable(table.caption)];
  return [...caption, ...header.map(line), rule, ...body.map(line)];
}

/** How a summary is laid out as text. */
export interface SummaryTextOptions {
  /** Columns of the terminal: notes wrap, and long names in tables are cut. As wide as needed if left out. */
  readonly width?: number;
}

/**
 * A summary as plain text for terminals and logs: aligned, also for wide characters, and without any
 * control characters that the data may hold.
 *
 * @example
 * ```ts
 * import { summaryText } from "@vitalcore/core";
 * summaryText({ title: "Users", facts: [["n", 2]] }); // => "Users\n\nn: 2"
 * ```
 */
export function summaryText(summary: Summary, options: SummaryTextOptions = {}): string {
  const { width = Number.POSITIVE_INFINITY } = options;
  const facts = (summary.facts ?? []).map(
    ([label, value]) => `${printable(label)}: ${printable(showCell(value))}`,
  );
  const tables = (summary.tables ?? []).map((table) => tableLines(table, width).join("\n"));
  const notes = (summary.notes ?? []).map(
    (note) => `- ${wrapWords(printable(note), width - GAP).join("\n  ")}`,
  );
  return [printable(summary.title), facts.join("\n"), ...tables, notes.join("\n")]
    .filter((block) => block !== "")
    .join("\n\n");
}
