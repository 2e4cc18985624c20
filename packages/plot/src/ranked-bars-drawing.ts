import * as Plot from "@observablehq/plot";
import { present } from "./input-checks.js";
import { legendRow } from "./legend.js";
import { pixelPlot, tipAreas } from "./pixel-plot.js";
import type { RankedRow } from "./ranked-bars.js";
import { ACCENT, lookOf, MAIN } from "./style.js";
import { columnWidth, fit } from "./text-layout.js";

/** A line of the chart: a unit, or the place of those that are left out. */
export type RankedLine = { readonly row: RankedRow } | { readonly omitted: number };

/** What is drawn. */
export interface RankedChart {
  readonly lines: readonly RankedLine[];
  readonly groups: readonly string[];
  readonly show: (score: number | null) => string;
  readonly domain: readonly [low: number, high: number];
  readonly highlighted: ReadonlySet<string>;
  readonly scoreLabel: string;
}

const ROW = 16;
const GAP = 28;
/** Width at which names and bars are both readable. */
const COLUMN = 300;
/** Up to so many rows stay in one column. */
const FEW = 30;
const SMALL = 11;

interface Placed {
  readonly left: number;
  readonly y: number;
}

type PlacedRow = RankedRow & Placed & { readonly bold: boolean };

/** Where things stand in a column of the chart, from its left edge. */
interface ColumnLayout {
  readonly span: number;
  readonly rankEnd: number;
  readonly label: number;
  readonly labelWidth: number;
  readonly barFrom: number;
  readonly barTo: number;
}

function columnLayout(rows: readonly RankedRow[], span: number, chart: RankedChart): ColumnLayout {
  const ranks = rows.map(({ rank }) => String(rank ?? "–"));
  const scores = rows.map(({ score }) => chart.show(score));
  const rankEnd = 10 + columnWidth(ranks, 60, SMALL);
  const scoreWidth = columnWidth(scores, 80, SMALL) + 4;
  const label = rankEnd + 8;
  const most = Math.min(220, (span - label - scoreWidth) * 0.64);
  const labelWidth = columnWidth(
    rows.map((row) => row.label),
    most,
  );
  return {
    span,
    rankEnd,
    label,
    labelWidth,
    barFrom: label + labelWidth + 8,
    barTo: span - scoreWidth - 6,
  };
}

function tipOf(row: RankedRow, { scoreLabel, show }: RankedChart): string {
  const interval = row.interval?.map(show).join("–");
  return [
    row.label,
    `${scoreLabel}: ${show(row.score)}${interval === undefined ? "" : ` (${interval})`}`,
    ...(row.group === undefined ? [] : [row.group]),
  ].join("\n");
}

function barMarks(rows: readonly PlacedRow[], layout: ColumnLayout, chart: RankedChart) {
  const { barFrom, barTo } = layout;
  const [low, high] = chart.domain;
  const at = (value: number) => {
    const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
    return barFrom + share * (barTo - barFrom);
  };
  const origin = at(0);
  const scored = rows.filter(({ score }) => present(score));
  const end = ({ left, score }: PlacedRow) => left + at(score as number);
  const half = ({ bold }: PlacedRow) => (bold ? 6 : 4);
  const color = ({ bold, group }: PlacedRow) =>
    group === undefined ? (bold ? ACCENT : MAIN) : lookOf(group, chart.groups).color;
  const track = {
    x1: ({ left }: PlacedRow) => left + barFrom,
    x2: ({ left }: PlacedRow) => left + barTo,
  };
  return [
    Plot.rect(scored, {
      ...track,
      y1: ({ y }) => y - 4,
      y2: ({ y }) => y + 4,
      fill: "currentColor",
      fillOpacity: 0.1,
    }),
    Plot.rect(
      rows.filter(({ score }) => !present(score)),
      {
        ...track,
        y1: ({ y }) => y - 4,
        y2: ({ y }) => y + 4,
        fill: "none",
        stroke: "currentColor",
        strokeOpacity: 0.5,
        strokeDasharray: "2 2",
      },
    ),
    Plot.rect(scored, {
      x1: (row) => Math.min(row.left + origin, end(row)),
      x2: (row) => Math.max(row.left + origin, end(row)),
      y1: (row) => row.y - half(row),
      y2: (row) => row.y + half(row),
      fill: color,
    }),
    Plot.ruleY(
      scored.filter(({ interval }) => interval !== undefined),
      {
        y: "y",
        x1: ({ left, interval }) => left + at(interval?.[0] as number),
        x2: ({ left, interval }) => left + at(interval?.[1] as number),
        strokeWidth: 1.5,
      },
    ),
    ...chart.groups.map((group) =>
      Plot.dot(
        scored.filter((row) => row.group === group),
        {
          x: end,
          y: "y",
          r: 4,
          symbol: lookOf(group, chart.groups).symbol,
          fill: color,
          stroke: null,
        },
      ),
    ),
  ];
}

function textMarks(rows: readonly PlacedRow[], layout: ColumnLayout, chart: RankedChart) {
  const label = {
    x: ({ left }: PlacedRow) => left + layout.label,
    y: "y",
    text: (row: PlacedRow) => fit(row.label, layout.labelWidth),
    textAnchor: "start",
  } as const;
  const bold = rows.filter((row) => row.bold);
  return [
    Plot.text(rows, {
      x: ({ left }) => left + layout.rankEnd,
      y: "y",
      text: ({ rank }) => String(rank ?? "–"),
      textAnchor: "end",
      fontSize: SMALL,
      fillOpacity: 0.75,
    }),
    Plot.text(
      rows.filter((row) => !row.bold),
      label,
    ),
    Plot.text(bold, { ...label, fontWeight: "bold" }),
    Plot.text(bold, { x: "left", y: "y", text: () => "▸", textAnchor: "start", fill: ACCENT }),
    Plot.text(rows, {
      x: ({ left }) => left + layout.span,
      y: "y",
      text: ({ score }) => chart.show(score),
      textAnchor: "end",
      fontSize: SMALL,
      fontVariant: "tabular-nums",
    }),
  ];
}

/** Draws the lines in columns, one under the other in each. */
export function drawRankedBars(
  document: Document,
  width: number,
  chart: RankedChart,
): SVGSVGElement {
  const { lines, groups, highlighted } = chart;
  const most = Math.max(1, Math.floor((width + GAP) / (COLUMN + GAP)));
  const columns = lines.length > FEW ? most : 1;
  const perColumn = Math.ceil(lines.length / columns);
  const span = (width - GAP * (columns - 1)) / columns;
  const legend = legendRow(
    groups.map((label) => ({ label, ...lookOf(label, groups) })),
    width,
  );
  const top = legend.height + ROW + 4;
  const placeOf = (i: number): Placed => ({
    left: Math.floor(i / perColumn) * (span + GAP),
    y: top + (i % perColumn) * ROW + ROW / 2,
  });
  const rows: PlacedRow[] = lines.flatMap((line, i) =>
    "row" in line ? [{ ...line.row, ...placeOf(i), bold: highlighted.has(line.row.unit) }] : [],
  );
  const omitted = lines.flatMap((line, i) =>
    "omitted" in line ? [{ ...placeOf(i), text: `⋮ ${line.omitted} more` }] : [],
  );
  const layout = columnLayout(rows, span, chart);
  const tips = rows.map((row) => ({
    x1: row.left,
    x2: row.left + span,
    y1: row.y - ROW / 2,
    y2: row.y + ROW / 2,
    tip: tipOf(row, chart),
  }));
  return pixelPlot(document, width, top + perColumn * ROW + 4, [
    ...legend.marks,
    Plot.text([...new Set(rows.map(({ left }) => left))], {
      x: (left: number) => left + span,
      y: legend.height + ROW / 2,
      text: () => fit(chart.scoreLabel, span, SMALL),
      textAnchor: "end",
      fontSize: SMALL,
      fillOpacity: 0.75,
    }),
    ...barMarks(rows, layout, chart),
    ...textMarks(rows, layout, chart),
    Plot.text(omitted, {
      x: ({ left }) => left + layout.label,
      y: "y",
      text: "text",
      textAnchor: "start",
      fillOpacity: 0.75,
    }),
    tipAreas(tips),
  ]);
}
