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

function tableLines(table: SummaryTable): string[] {
  const header = table.columns.map(({ name }) => printable(name));
  const body = table.rows.map((row) =>
    table.columns.map((column, i) => printable(showCell(row[i] ?? null, column))),
  );
  const widths = header.map((name, i) =>
    body.reduce((most, row) => Math.max(most, textWidth(row[i] as string)), textWidth(name)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => pad(cell, widths[i] as number, isNumeric(table, i)))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const caption = table.caption === undefined ? [] : [printable(table.caption)];
  return [...caption, line(header), rule, ...body.map(line)];
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
export function summaryText(summary: Summary): string {
  const facts = (summary.facts ?? []).map(
    ([label, value]) => `${printable(label)}: ${printable(showCell(value))}`,
  );
  const tables = (summary.tables ?? []).map((table) => tableLines(table).join("\n"));
  const notes = (summary.notes ?? []).map((note) => `- ${printable(note)}`);
  return [printable(summary.title), facts.join("\n"), ...tables, notes.join("\n")]
    .filter((block) => block !== "")
    .join("\n\n");
}
