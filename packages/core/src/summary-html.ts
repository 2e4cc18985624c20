import { isNumeric, type Summary, type SummaryTable, showCell } from "./summary.js";
import { printable } from "./summary-text.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text that can stand in HTML, in an element or in a quoted attribute. Control characters other than tabs and
 * line ends, and those that turn the direction of what follows, are shown as �.
 *
 * @example
 * ```ts
 * import { escapeHtml } from "@vitalcore/core";
 * escapeHtml("<b>"); // => "&lt;b&gt;"
 * ```
 */
export function escapeHtml(text: string): string {
  const safe = text.replace(/[^\n\t]+/g, printable);
  return safe.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

function htmlTable(table: SummaryTable): string {
  const align = (i: number) => (isNumeric(table, i) ? ' style="text-align:right"' : "");
  const head = table.columns.map(
    ({ name }, i) => `<th scope="col"${align(i)}>${escapeHtml(name)}</th>`,
  );
  const body = table.rows.map((row) => {
    const cells = table.columns.map((column, i) => {
      const text = escapeHtml(showCell(row[i] ?? null, column));
      return `<td${align(i)}>${text}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const caption =
    table.caption === undefined ? "" : `<caption>${escapeHtml(table.caption)}</caption>`;
  return `<table>${caption}<thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

/**
 * A summary as an HTML fragment without styles of its own (but for the alignment of numbers): it takes
 * the colours of the page or notebook it stands in, light or dark.
 *
 * @example
 * ```ts
 * import { summaryHtml } from "@vitalcore/core";
 * summaryHtml({ title: "A & B" }); // => "<section><h3>A &amp; B</h3></section>"
 * ```
 */
export function summaryHtml(summary: Summary): string {
  const facts = (summary.facts ?? []).map(
    ([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(showCell(value))}</dd>`,
  );
  const notes = (summary.notes ?? []).map((note) => `<li>${escapeHtml(note)}</li>`);
  return [
    `<section><h3>${escapeHtml(summary.title)}</h3>`,
    facts.length > 0 ? `<dl>${facts.join("")}</dl>` : "",
    ...(summary.tables ?? []).map(htmlTable),
    notes.length > 0 ? `<ul>${notes.join("")}</ul>` : "",
    "</section>",
  ].join("");
}

/** Text that can stand in a cell of a Markdown table. */
function escapeMarkdown(text: string): string {
  return printable(text.replace(/\s*\n\s*/g, " ")).replace(/[\\`*_[\]<>|#]/g, "\\$&");
}

function markdownTable(table: SummaryTable): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    ...(table.caption === undefined ? [] : [escapeMarkdown(table.caption), ""]),
    row(table.columns.map(({ name }) => escapeMarkdown(name))),
    row(table.columns.map((_, i) => (isNumeric(table, i) ? "---:" : "---"))),
    ...table.rows.map((cells) =>
      row(table.columns.map((column, i) => escapeMarkdown(showCell(cells[i] ?? null, column)))),
    ),
  ].join("\n");
}

/**
 * A summary as Markdown, for notebooks, issues and reports.
 *
 * @example
 * ```ts
 * import { summaryMarkdown } from "@vitalcore/core";
 * summaryMarkdown({ title: "Users", notes: ["one source"] }); // => "### Users\n\n- one source"
 * ```
 */
export function summaryMarkdown(summary: Summary): string {
  const facts = (summary.facts ?? []).map(
    ([label, value]) => `- ${escapeMarkdown(label)}: ${escapeMarkdown(showCell(value))}`,
  );
  const notes = (summary.notes ?? []).map((note) => `- ${escapeMarkdown(note)}`);
  return [
    `### ${escapeMarkdown(summary.title)}`,
    facts.join("\n"),
    ...(summary.tables ?? []).map(markdownTable),
    notes.join("\n"),
  ]
    .filter((block) => block !== "")
    .join("\n\n");
}
