import * as Plot from "@observablehq/plot";
import { pixels } from "./pixel-plot.js";
import type { GroupSymbol } from "./style.js";
import { fit, widthOf } from "./text-layout.js";

/** One thing that a legend explains. */
export interface LegendItem {
  readonly label: string;
  readonly color: string;
  readonly symbol: GroupSymbol | "line" | "tick";
  /** Drawn as an outline only. */
  readonly hollow?: boolean;
}

const LINE = 18;
const SIGN = 16;
const SPACE = 16;

interface PlacedItem extends LegendItem {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Items side by side, on as many lines as the width asks for. */
function place(items: readonly LegendItem[], width: number): PlacedItem[] {
  let x = 0;
  let y = LINE / 2;
  return items.map((item) => {
    const text = fit(item.label, width - SIGN);
    const span = SIGN + widthOf(text) + SPACE;
    if (x > 0 && x + span - SPACE > width) {
      x = 0;
      y += LINE;
    }
    const placed = { ...item, x, y, text };
    x += span;
    return placed;
  });
}

/** The marks of a legend at the top of a drawing in pixels, and the height that they take. */
export function legendRow(
  items: readonly LegendItem[],
  width: number,
): { readonly marks: Plot.Markish[]; readonly height: number } {
  if (items.length === 0) return { marks: [], height: 0 };
  const placed = place(items, width);
  const bottom = Math.max(...placed.map(({ y }) => y)) + LINE / 2;
  const shapes = placed.flatMap((item) => {
    const { symbol, color, hollow } = item;
    if (symbol === "line" || symbol === "tick") return [];
    const paint = hollow === true ? { stroke: color } : { fill: color, stroke: null };
    const x = ({ x }: PlacedItem) => x + 5;
    return [Plot.dot([item], { x: pixels(x), y: pixels("y"), r: 4.5, symbol, ...paint })];
  });
  return {
    height: bottom + 4,
    marks: [
      ...shapes,
      Plot.ruleY(
        placed.filter(({ symbol }) => symbol === "line"),
        {
          y: pixels("y"),
          x1: pixels("x"),
          x2: pixels(({ x }: PlacedItem) => x + 11),
          stroke: "color",
          strokeOpacity: 0.6,
        },
      ),
      Plot.ruleX(
        placed.filter(({ symbol }) => symbol === "tick"),
        {
          x: pixels(({ x }: PlacedItem) => x + 5),
          y1: pixels(({ y }: PlacedItem) => y - 6),
          y2: pixels(({ y }: PlacedItem) => y + 6),
          stroke: "color",
          strokeWidth: 2,
        },
      ),
      Plot.text(placed, {
        x: pixels(({ x }: PlacedItem) => x + SIGN),
        y: pixels("y"),
        text: "text",
        textAnchor: "start",
      }),
    ],
  };
}
