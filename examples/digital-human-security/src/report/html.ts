import { escapeHtml } from "@vitalcore/core";

/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | readonly Part[];

function render(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return part.map(render).join("");
}

/** HTML in which everything that is put in is escaped, unless it is HTML already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    strings.reduce((text, literal, i) => text + render(parts[i - 1] as Part) + literal),
  );
}

/** A section of the page with its heading; `id` is what the contents link to. */
export function section(id: string, heading: string, body: Part): Html {
  return html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${heading}</h2>${body}</section>\n`;
}

/** A number for reading: some decimals, or a dash where it is missing. */
export function figure(value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined) return "–";
  return value.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A raw value: as many digits as it needs, at most six significant ones. */
export function rawFigure(value: number): string {
  return value.toLocaleString("en-US", { maximumSignificantDigits: 6 });
}
