import { FONT_SIZE } from "./style.js";
import { widthOf } from "./text-layout.js";

/** A box in pixels. */
export interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** A dot that would like to have its name beside it. */
export interface LabelWish {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A name that found its place. */
export interface PlacedLabel {
  readonly text: string;
  /** Middle of the text. */
  readonly x: number;
  readonly y: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
}

function within(box: Box, frame: Box): boolean {
  return box.x1 >= frame.x1 && box.x2 <= frame.x2 && box.y1 >= frame.y1 && box.y2 <= frame.y2;
}

/**
 * Places names beside their dots, the first wishes first: right, left, above, below, then the corners.
 * A name that would lie over another or over a dot is left out rather than made unreadable.
 *
 * @param dots - all dots, also those without a wish.
 * @param radius - of the dots.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  dots: readonly { readonly x: number; readonly y: number }[],
  radius: number,
  frame: Box,
  fontSize: number = FONT_SIZE,
): PlacedLabel[] {
  const height = fontSize * 1.1;
  const taken: Box[] = [];
  const obstacles = dots.map(({ x, y }) => ({
    x1: x - radius,
    x2: x + radius,
    y1: y - radius,
    y2: y + radius,
  }));
  const placed: PlacedLabel[] = [];
  for (const { text, x, y } of wishes) {
    const width = widthOf(text, fontSize);
    const aside = radius + 3 + width / 2;
    const above = radius + 1 + height / 2;
    const places = [
      [x + aside, y],
      [x - aside, y],
      [x, y - above],
      [x, y + above],
      [x + aside, y - above],
      [x - aside, y - above],
      [x + aside, y + above],
      [x - aside, y + above],
    ] as const;
    for (const [cx, cy] of places) {
      const box = {
        x1: cx - width / 2,
        x2: cx + width / 2,
        y1: cy - height / 2,
        y2: cy + height / 2,
      };
      if (!within(box, frame)) continue;
      if (taken.some((other) => overlap(box, other))) continue;
      if (obstacles.some((other) => overlap(box, other))) continue;
      taken.push(box);
      placed.push({ text, x: cx, y: cy });
      break;
    }
  }
  return placed;
}
