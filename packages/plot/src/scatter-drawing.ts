import * as Plot from "@observablehq/plot";
import { placeLabels } from "./label-placement.js";
import { legendRow } from "./legend.js";
import { pixels, tipAreas } from "./pixel-plot.js";
import type { ScatterAxis, WholePoint } from "./scatter.js";
import { lookOf, MAIN, PLOT_CLASS } from "./style.js";
import { columnWidth, fit } from "./text-layout.js";

/** What is drawn. */
export interface ScatterChart {
  readonly points: readonly WholePoint[];
  /** Those that are to be named, the most important first. */
  readonly named: readonly WholePoint[];
  readonly groups: readonly string[];
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
}

const RADIUS = 3.5;
const SMALL = 11;
const TOP = 26;
const BOTTOM = 44;

function scaleOf(axis: ScatterAxis, values: readonly number[], range: [number, number]) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  // A single value stands in the middle of its axis.
  const apart = low === high ? [low - 1, high + 1] : [low, high];
  // Whole powers of ten would leave much of a logarithmic axis empty.
  const domain = axis.domain ?? (axis.scale === "log" ? [low / 1.25, high * 1.25] : apart);
  return {
    type: axis.scale ?? "linear",
    domain: [...domain],
    range,
    nice: axis.domain === undefined && axis.scale !== "log",
    clamp: true,
  } as const;
}

/** Numbers of an axis as they are written: not more of them than can be read. */
const tickFormat = /* @__PURE__ */ new Intl.NumberFormat("en", {
  notation: "compact",
  maximumSignificantDigits: 4,
});

/** Draws axes, dots and the names that have room. */
export function drawScatter(document: Document, width: number, chart: ScatterChart): SVGSVGElement {
  const { points, named, groups } = chart;
  const legend = legendRow(
    groups.map((label) => ({ label, ...lookOf(label, groups) })),
    width,
  );
  const height = legend.height + TOP + BOTTOM + Math.min(420, width * 0.75);
  const top = legend.height + TOP;
  const ys = points.map(({ y }) => y);
  const left =
    columnWidth(
      ys.map((value) => tickFormat.format(value)),
      70,
      SMALL,
    ) + 16;
  const right = 10;
  const x = scaleOf(
    chart.x,
    points.map((point) => point.x),
    [left, width - right],
  );
  const y = scaleOf(chart.y, ys, [height - BOTTOM, top]);
  const toX = Plot.scale({ x }) as { apply(value: number): number };
  const toY = Plot.scale({ y }) as { apply(value: number): number };
  const place = (point: WholePoint) => ({ ...point, x: toX.apply(point.x), y: toY.apply(point.y) });
  const dots = points.map((point) => ({ ...place(point), from: point }));
  const frame = { x1: left, x2: width - right, y1: top - 6, y2: height - BOTTOM + 6 };
  const wishes = named.map((point) => ({ ...place(point), text: fit(point.label, 150, SMALL) }));
  const labels = placeLabels(wishes, dots, RADIUS, frame, SMALL);
  const at = { x: pixels("x"), y: pixels("y") };
  const tips = dots.map((dot) => ({
    x1: dot.x - 6,
    x2: dot.x + 6,
    y1: dot.y - 6,
    y2: dot.y + 6,
    tip: [
      dot.label,
      `${chart.x.label}: ${dot.from.x}`,
      `${chart.y.label}: ${dot.from.y}`,
      ...(dot.group === undefined ? [] : [dot.group]),
    ].join("\n"),
  }));
  const ticks = {
    tickFormat: (value: number) => tickFormat.format(value),
    fontSize: SMALL,
    label: null,
  };
  // Logarithmic axes have more ticks than they are asked for.
  const ticksX = width / (chart.x.scale === "log" ? 200 : 90);
  return Plot.plot({
    document,
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: BOTTOM,
    className: PLOT_CLASS,
    x,
    y,
    axis: null,
    marks: [
      ...legend.marks,
      Plot.gridX({ ticks: ticksX, strokeOpacity: 0.12 }),
      Plot.gridY({ ticks: 6, strokeOpacity: 0.12 }),
      Plot.axisX({ ticks: ticksX, ...ticks }),
      Plot.axisY({ ticks: 6, ...ticks }),
      Plot.text([`${fit(chart.x.label, width - left - 20, SMALL)} →`], {
        x: pixels(() => width - right),
        y: pixels(() => height - 8),
        text: (label: string) => label,
        textAnchor: "end",
        fontSize: SMALL,
      }),
      Plot.text([`↑ ${fit(chart.y.label, width - 20, SMALL)}`], {
        x: pixels(() => 0),
        y: pixels(() => legend.height + 8),
        text: (label: string) => label,
        textAnchor: "start",
        fontSize: SMALL,
      }),
      Plot.dot(
        dots.filter(({ group }) => group === undefined),
        { ...at, r: RADIUS, fill: MAIN, fillOpacity: 0.85, stroke: null },
      ),
      ...groups.map((group) => {
        const { color, symbol } = lookOf(group, groups);
        return Plot.dot(
          dots.filter((dot) => dot.group === group),
          { ...at, r: RADIUS, symbol, fill: color, fillOpacity: 0.85, stroke: null },
        );
      }),
      Plot.text(labels, { ...at, text: "text", fontSize: SMALL }),
      tipAreas(tips),
    ],
  }) as SVGSVGElement;
}
