import type { ClaimStep, Model } from "@vitalcore/domain/model";
import { drawn } from "./elements.js";

const WIDTH = 720;
const ROW = 34;
const BOX = 210;

/** Firm claims are drawn through, hedged ones dashed. */
const dashes = {
  asserted: "",
  often: "8 3",
  can: "6 4",
  conditional: "6 4",
  may: "3 4",
  implied: "1 4",
};

function box(x: number, y: number, label: string, here = false): SVGElement {
  const cut = label.length > 30 ? `${label.slice(0, 29)}…` : label;
  return drawn(
    "g",
    {},
    drawn("rect", {
      x,
      y: y - 13,
      width: BOX,
      height: 26,
      rx: 5,
      class: here ? "node here" : "node",
    }),
    drawn("text", { x: x + 8, y: y + 4 }, cut),
  );
}

/**
 * The claims around a threat: what is said to lead to it, and to what it is said to lead. A picture of the
 * two lists beside it, so that it is hidden from those who listen.
 */
export function network(
  model: Model,
  threat: string,
  causes: readonly ClaimStep[],
  effects: readonly ClaimStep[],
): SVGElement | undefined {
  const rows = Math.max(causes.length, effects.length);
  if (rows === 0) return undefined;
  const height = rows * ROW;
  const place = (i: number, of: number) => (height * (i + 0.5)) / of;
  const middle = (WIDTH - BOX) / 2;
  const right = WIDTH - BOX;
  const curve = (x1: number, y1: number, x2: number, y2: number, hedge: ClaimStep["hedge"]) => {
    const bend = (x1 + x2) / 2;
    const d = `M${x1},${y1}C${bend},${y1} ${bend},${y2} ${x2},${y2}`;
    return drawn("path", { d, "stroke-dasharray": dashes[hedge] });
  };
  const centre = height / 2;
  const left = causes.map(({ from, hedge }, i) => {
    const y = place(i, causes.length);
    return [curve(BOX, y, middle, centre, hedge), box(0, y, model.label(from))];
  });
  const far = effects.map(({ to, hedge }, i) => {
    const y = place(i, effects.length);
    return [curve(middle + BOX, centre, right, y, hedge), box(right, y, model.label(to))];
  });
  return drawn(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${Math.max(height, ROW)}`, "aria-hidden": "true" },
    ...left.flat(),
    ...far.flat(),
    box(middle, centre, model.label(`threat/${threat}`), true),
  );
}
