import {
  type Cell,
  escapeHtml,
  printable,
  type Summary,
  summaryHtml,
  summaryText,
  VitalError,
} from "@vitalcore/core";
import { find } from "./catalog.js";
import {
  FIGURE_CSS,
  FONT,
  NARROW,
  STANDALONE_CSS,
  WIDE,
  withoutCustomProperties,
} from "./style.js";

/** Where and how a picture is drawn. */
export interface RenderOptions {
  /** The document that makes the elements; the page's own if left out. */
  readonly document?: Document;
  /** Width in pixels: 720 if left out. Pictures are laid out anew for each width, not scaled. */
  readonly width?: number;
}

/** Options of every picture. */
export interface PictureOptions {
  /** The document that makes the elements; the page's own if left out. */
  readonly document?: Document;
  /** Beginning of the ids in the drawing; made from the content if left out. */
  readonly id?: string;
}

/**
 * A picture of data. It shows itself: as text in terminals, as a figure in pages and notebooks. Every
 * drawing has a title and a description for those who do not see it.
 */
export interface Picture {
  readonly title: string;
  /** What the picture shows, in a sentence or two. */
  readonly description: string;
  /** What a reader must know: what is missing, and why. */
  readonly notes: readonly string[];
  /**
   * Draws.
   * @throws VitalError `plot/no-document` where there is none.
   */
  render(options?: RenderOptions): SVGSVGElement;
  /** The drawing as the text of an SVG file. */
  toSVG(options?: RenderOptions): string;
  /** What the picture shows, as plain text. */
  toString(): string;
  /**
   * A `<figure>`: the drawing for wide and for narrow places, caption and data. The data alone where
   * there is no document to draw in.
   */
  toHTML(): string;
}

/** What a chart is made of. */
export interface Drawing {
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly notes: readonly string[];
  /** The same as text: the data table of the figure. */
  readonly summary: Summary;
  draw(document: Document, width: number): SVGSVGElement;
}

const JUPYTER = Symbol.for("Jupyter.display");
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
const SVG = "http://www.w3.org/2000/svg";

/** FNV-1a (Fowler, Noll, Vo): the same content has the same ids, today and tomorrow. */
function contentHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

function describe(svg: SVGSVGElement, document: Document, id: string, drawing: Drawing): void {
  const element = (name: string, text: string) => {
    const made = document.createElementNS(SVG, name);
    made.setAttribute("id", `${id}-${name}`);
    made.textContent = printable(text);
    return made;
  };
  svg.prepend(element("title", drawing.title), element("desc", drawing.description));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${id}-title ${id}-desc`);
  svg.setAttribute("xmlns", SVG);
  // Not through Plot's `style`: linkedom's elements do not take it.
  svg.setAttribute("style", `${FONT};color:inherit;background:transparent`);
}

/** The summary without control characters: what is drawn has none either. */
function printableSummary(summary: Summary): Summary {
  const cell = (value: Cell) => (typeof value === "string" ? printable(value) : value);
  return {
    title: printable(summary.title),
    facts: (summary.facts ?? []).map(([label, value]) => [printable(label), cell(value)] as const),
    tables: (summary.tables ?? []).map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, name: printable(column.name) })),
      rows: table.rows.map((row) => row.map(cell)),
    })),
    notes: (summary.notes ?? []).map(printable),
  };
}

/** Makes a picture of a drawing. */
export function pictureOf(drawing: Drawing, options: PictureOptions): Picture {
  const { kind, title, description, notes } = drawing;
  const summary = printableSummary(drawing.summary);
  const id = options.id ?? `vitalcore-${contentHash(JSON.stringify([kind, summary]))}`;

  const documentFor = (own?: Document): Document | undefined =>
    own ?? options.document ?? (typeof document === "undefined" ? undefined : document);

  const render = (rendering: RenderOptions = {}, suffix = ""): SVGSVGElement => {
    const page = documentFor(rendering.document);
    if (page === undefined) throw new VitalError([find("plot/no-document", {})]);
    const svg = drawing.draw(page, rendering.width ?? WIDE);
    describe(svg, page, `${id}${suffix}`, drawing);
    return svg;
  };

  const toSVG = (rendering: RenderOptions = {}): string => {
    const svg = render(rendering);
    const style = (svg.ownerDocument as Document).createElementNS(SVG, "style");
    style.textContent = STANDALONE_CSS;
    svg.append(style);
    svg.setAttribute("style", FONT);
    return withoutCustomProperties(svg.outerHTML);
  };

  const toHTML = (): string => {
    if (documentFor() === undefined) return summaryHtml(summary);
    const caption = [
      `<strong>${escapeHtml(printable(title))}</strong>`,
      ...notes.map((note) => `<br><small>${escapeHtml(printable(note))}</small>`),
    ].join("");
    return [
      '<figure class="vitalcore-picture">',
      `<style>${FIGURE_CSS}</style>`,
      `<figcaption>${caption}</figcaption>`,
      `<div class="vitalcore-wide">${render({ width: WIDE }, "-wide").outerHTML}</div>`,
      `<div class="vitalcore-narrow">${render({ width: NARROW }, "-narrow").outerHTML}</div>`,
      `<details><summary>Data</summary>${summaryHtml(summary)}</details>`,
      "</figure>",
    ].join("");
  };

  const asText = (): string => summaryText(summary);
  const display = () => ({
    "text/plain": asText(),
    "text/html": toHTML(),
    ...(documentFor() !== undefined && { "image/svg+xml": toSVG() }),
  });
  const hidden = (value: unknown) => ({ value, enumerable: false });
  return Object.defineProperties({ title, description, notes } as Picture, {
    render: hidden((rendering?: RenderOptions) => render(rendering)),
    toSVG: hidden(toSVG),
    toString: hidden(asText),
    toHTML: hidden(toHTML),
    [INSPECT]: hidden(asText),
    [JUPYTER]: hidden(display),
  });
}
