import * as Plot from "@observablehq/plot";
import { present } from "./input-checks.js";
import { type LegendItem, legendRow } from "./legend.js";
import { pixels, tipAreas } from "./pixel-plot.js";
import type { ProfileReference, ProfileScore } from "./profile.js";
import { ACCENT, PLOT_CLASS } from "./style.js";
import { columnWidth, fit } from "./text-layout.js";

/** What is drawn. */
export interface ProfileChart {
  readonly label: string;
  readonly scores: readonly ProfileScore[];
  readonly references: ReadonlyMap<string, ProfileReference>;
  readonly show: (score: number | null) => string;
  readonly domain: readonly [low: number, high: number];
}

const ROW = 34;
const AXIS = 28;
/** Half the height of what is drawn in a row. */
const HALF = 9;

function legendOf({ label, references }: ProfileChart): LegendItem[] {
  const unit: LegendItem = { label, color: ACCENT, symbol: "circle" };
  if (references.size === 0) return [unit];
  const all = [...references.values()].some(({ values }) => values !== undefined);
  const range = `lowest to highest${all ? ", each unit a fine line" : ""}`;
  return [
    unit,
    { label: "median", color: "currentColor", symbol: "tick" },
    { label: range, color: "currentColor", symbol: "line" },
  ];
}

/** Draws one row for each dimension. */
export function drawProfile(document: Document, width: number, chart: ProfileChart): SVGSVGElement {
  const { scores, references, show, domain } = chart;
  const legend = legendRow(legendOf(chart), width);
  const valueWidth = columnWidth(
    scores.map(({ score }) => show(score)),
    90,
  );
  const labelWidth = columnWidth(
    scores.map(({ label }) => label),
    width * 0.34,
  );
  const from = labelWidth + 16;
  const to = width - valueWidth - 18;
  const bottom = legend.height + scores.length * ROW;
  const rows = scores.map((each, i) => ({
    ...each,
    y: legend.height + i * ROW + ROW / 2,
    all: references.get(each.node),
  }));
  const known = rows.flatMap(({ y, all }) => (all === undefined ? [] : [{ ...all, y }]));
  // One path for each row, lifted between the lines: a line of its own for each unit is a large file.
  const fine = known.flatMap(({ node, y, values = [] }) =>
    values.filter(present).flatMap((value) => [
      { node, value, y: y - HALF },
      { node, value, y: y + HALF },
      { node, value: Number.NaN, y },
    ]),
  );
  const tips = rows.map(({ label, score, y, all }) => ({
    x1: 0,
    x2: width,
    y1: y - ROW / 2,
    y2: y + ROW / 2,
    tip: [
      `${label}: ${show(score)}`,
      ...(all === undefined
        ? []
        : [`lowest ${show(all.min)}, median ${show(all.median)}, highest ${show(all.max)}`]),
    ].join("\n"),
  }));
  const span = {
    y1: ({ y }: { readonly y: number }) => y - HALF,
    y2: ({ y }: { readonly y: number }) => y + HALF,
  };
  return Plot.plot({
    document,
    width,
    height: bottom + AXIS,
    marginLeft: from,
    marginRight: width - to,
    marginTop: legend.height,
    marginBottom: AXIS,
    className: PLOT_CLASS,
    x: { type: "linear", domain: [...domain], clamp: true },
    y: { type: "identity" },
    axis: null,
    marks: [
      ...legend.marks,
      Plot.gridX({ ticks: 5, strokeOpacity: 0.12 }),
      Plot.axisX({ ticks: 5, label: null, tickSize: 0, fontSize: 11 }),
      Plot.line(fine, { x: "value", y: "y", z: "node", strokeWidth: 1, strokeOpacity: 0.25 }),
      Plot.ruleY(known, { y: "y", x1: "min", x2: "max", strokeOpacity: 0.6 }),
      Plot.ruleX(known, { x: "median", ...span, strokeWidth: 2 }),
      Plot.ruleY(
        rows.filter(({ score }) => !present(score)),
        { y: "y", x1: domain[0], x2: domain[1], strokeOpacity: 0.5, strokeDasharray: "2 4" },
      ),
      Plot.dot(
        rows.filter(({ score }) => present(score)),
        { x: "score", y: "y", r: 6, fill: ACCENT, stroke: null },
      ),
      Plot.text(rows, {
        x: pixels(() => 0),
        y: "y",
        text: ({ label }) => fit(label, labelWidth),
        textAnchor: "start",
      }),
      Plot.text(rows, {
        x: pixels(() => width),
        y: "y",
        text: ({ score }) => show(score),
        textAnchor: "end",
        fontWeight: "bold",
        fontVariant: "tabular-nums",
      }),
      tipAreas(tips),
    ],
  }) as SVGSVGElement;
}
