import { printable } from "@vitalcore/core";
import { FONT_SIZE } from "./style.js";

const segmenter = /* @__PURE__ */ new Intl.Segmenter(undefined, { granularity: "grapheme" });

const FULL_WIDTH =
  /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\p{Extended_Pictographic}]/u;
const NARROW_LETTER = /^[\s.,:;'!|()[\]/ijlItfr-]/;
const BROAD_LETTER = /^[mwMW@%&—…]/;
const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const CAPITAL = /^\p{Lu}/u;

/**
 * Width of a text in pixels, on the large side, for the sans-serif fonts of the systems. There is no
 * browser to ask where pictures are made in Node, and the same picture must come out everywhere.
 */
export function widthOf(text: string, fontSize: number = FONT_SIZE): number {
  let em = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (FULL_WIDTH.test(segment)) em += 1.02;
    else if (NARROW_LETTER.test(segment)) em += 0.34;
    else if (BROAD_LETTER.test(segment)) em += 0.92;
    else em += CAPITAL.test(segment) ? 0.68 : 0.56;
  }
  return em * fontSize;
}

/** A text that fits, cut between letters as readers see them, with an ellipsis if it is cut. */
export function fit(text: string, width: number, fontSize: number = FONT_SIZE): string {
  const shown = printable(text).trim();
  if (widthOf(shown, fontSize) <= width) return shown;
  const letters = Array.from(segmenter.segment(shown), ({ segment }) => segment);
  while (letters.length > 1 && widthOf(`${letters.join("")}…`, fontSize) > width) letters.pop();
  // A mark of direction keeps the ellipsis at the end of right-to-left text, which is its left.
  const direction = RIGHT_TO_LEFT.test(shown) ? "\u200F" : "";
  return `${letters.join("").trimEnd()}…${direction}`;
}

/** The longest of some texts, in pixels, at most so much. */
export function columnWidth(
  texts: readonly string[],
  most: number,
  fontSize: number = FONT_SIZE,
): number {
  const widest = texts.reduce(
    (width, text) => Math.max(width, widthOf(printable(text), fontSize)),
    0,
  );
  return Math.min(most, Math.ceil(widest));
}
