/**
 * Colours of Okabe and Ito (2008), which the colour-blind tell apart: those of them that stand out (3:1)
 * against white and against near-black alike. A page sets the custom properties to have its own.
 */
export const PALETTE: Readonly<Record<"main" | "accent" | "third" | "fourth" | "fifth", string>> = {
  main: "#0072B2",
  accent: "#D55E00",
  third: "#009E73",
  fourth: "#B8609A",
  fifth: "#7A7A7A",
};

const themed = (name: keyof typeof PALETTE) => `var(--vitalcore-${name}, ${PALETTE[name]})`;

/** Bars, dots, values that are there. */
export const MAIN: string = /* @__PURE__ */ themed("main");
/** What is pointed at: highlighted, flagged. */
export const ACCENT: string = /* @__PURE__ */ themed("accent");

/** Shapes of Observable Plot that differ also when small. */
export type GroupSymbol = "circle" | "square" | "triangle" | "diamond" | "cross" | "star";

/** How the units of a group are drawn. */
export interface GroupLook {
  readonly color: string;
  readonly symbol: GroupSymbol;
}

const GROUP_COLORS = /* @__PURE__ */ Object.keys(PALETTE).map((name) =>
  themed(name as keyof typeof PALETTE),
);
const GROUP_SYMBOLS: readonly GroupSymbol[] = [
  "circle",
  "square",
  "triangle",
  "diamond",
  "cross",
  "star",
];

/**
 * The look of a group: colour and shape, so that nothing is told by colour alone. Five colours and six
 * shapes, taken round in step, make thirty looks before one comes again.
 */
export function lookOf(group: string, groups: readonly string[]): GroupLook {
  const index = groups.indexOf(group);
  return {
    color: GROUP_COLORS[index % GROUP_COLORS.length] as string,
    symbol: GROUP_SYMBOLS[index % GROUP_SYMBOLS.length] as GroupSymbol,
  };
}

export const FONT_SIZE = 12;

/** Class of every drawing. */
export const PLOT_CLASS = "vitalcore-plot";

/** Style of the text of every drawing. */
export const FONT: string = `font-family:system-ui,sans-serif;font-size:${FONT_SIZE}px;overflow:visible`;

/** Width of the two drawings of a figure, and the width of the figure at which they change places. */
export const WIDE = 720;
export const NARROW = 360;
const CHANGE_AT = 560;

/** Of the figure: one drawing for wide and one for narrow places; brighter colours in the dark. */
export const FIGURE_CSS: string = [
  `.vitalcore-picture{container-type:inline-size;width:100%;max-width:${WIDE}px;margin:1.5em 0}`,
  ".vitalcore-picture figcaption{font:14px/1.5 system-ui,sans-serif;margin:.5em 0}",
  ".vitalcore-picture details{font:13px/1.4 system-ui,sans-serif;overflow-x:auto}",
  ".vitalcore-narrow{display:none}",
  `@container (max-width:${CHANGE_AT}px){.vitalcore-wide{display:none}.vitalcore-narrow{display:block}}`,
  "@media (prefers-color-scheme:dark){.vitalcore-picture{--vitalcore-main:#3A94CF;--vitalcore-accent:#E0691A;--vitalcore-third:#12A67C;--vitalcore-fourth:#C272A6}}",
].join("");

/** Of a drawing that stands alone in a file: it brings its own ground, light or dark. */
export const STANDALONE_CSS =
  "svg{color:#1b1b1b;background:#fff}@media (prefers-color-scheme:dark){svg{color:#ececec;background:#161616}}";

/** Custom properties replaced by their defaults: many programs that show SVG know none. */
export function withoutCustomProperties(svg: string): string {
  return svg.replace(/var\(--[\w-]+, ?([^()]+)\)/g, "$1");
}
