import * as Plot from "@observablehq/plot";
import { printable } from "@vitalcore/core";
import { PLOT_CLASS } from "./style.js";

/** A drawing whose marks are placed in pixels. */
export function pixelPlot(
  document: Document,
  width: number,
  height: number,
  marks: Plot.Markish[],
): SVGSVGElement {
  return Plot.plot({
    document,
    width,
    height,
    margin: 0,
    className: PLOT_CLASS,
    x: { type: "identity" },
    y: { type: "identity" },
    axis: null,
    marks,
  }) as SVGSVGElement;
}

/** A position in pixels, also where the drawing has scales. */
export function pixels<Value>(value: Value): { value: Value; scale: null } {
  return { value, scale: null };
}

/** A rectangle that cannot be seen and holds what is said when it is pointed at. */
export interface TipArea {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly tip: string;
}

export function tipAreas(areas: readonly TipArea[]): Plot.Markish {
  return Plot.rect(areas, {
    x1: pixels("x1"),
    x2: pixels("x2"),
    y1: pixels("y1"),
    y2: pixels("y2"),
    fill: "transparent",
    title: ({ tip }: TipArea) => tip.split("\n").map(printable).join("\n"),
  });
}
