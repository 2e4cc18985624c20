import * as Plot from "@observablehq/plot";
import { present } from "./input-checks.js";
import { legendRow } from "./legend.js";
import { pixelPlot, tipAreas } from "./pixel-plot.js";
import type { RangeRow } from "./ranges.js";
import { ACCENT, lookOf, MAIN } from "./style.js";
import { columnWidth, fit } from "./text-layout.js";

/** What is drawn. */
export interface RangesChart {
  readonly rows: readonly RangeRow[];
  readonly groups: readonly string[];
  readonly show: (value: number | null | undefined) => string;
  readonly domain: readonly [low: number, high: number];
  readonly reference: number | undefined;
  readonly highlighted: ReadonlySet<string>;
  readonly valueLabel: string;
}

const ROW = 17;
const GAP = 28;
/** Width at which names and ranges are both readable. */
const COLUMN = 330;
/** Up to so many rows stay in one column. */
const FEW = 30;
const SMALL = 11;
/** Most room for what stands at the end of a row. */
const NUMBERS = 140;
/** Room for the numbers of the scale and its name. */
const HEAD = 34;

type PlacedRow = RangeRow & { readonly left: number; readonly y: number; readonly bold: boolean };

/** Where things stand in a column of the chart, from its left edge. */
interface ColumnLayout {
  readonly span: number;
  readonly labelWidth: number;
  readonly from: number;
  readonly to: number;
}

/** Numbers of the scale: steps of 1, 2 or 5 times a power of ten; two at least where there is room for any. */
export function steps(domain: readonly [number, number], most: number): readonly number[] {
  const [low, high] = domain;
  const power = 10 ** Math.floor(Math.log10((high - low) / Math.max(1, most)));
  const candidates = [10, 5, 2, 1, 0.5].map((factor) => multiples(factor * power, domain));
  // From coarse to fine: the finest that fits, or the first that has two.
  const fitting = candidates.filter((values) => values.length >= 2 && values.length <= most + 1);
  return fitting.at(-1) ?? candidates.find((values) => values.length >= 2) ?? [];
}

function multiples(step: number, [low, high]: readonly [number, number]): readonly number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

function colorOf({ bold, group }: PlacedRow, groups: readonly string[]): string {
  if (group !== undefined) return lookOf(group, groups).color;
  return bold ? ACCENT : MAIN;
}

function rangeMarks(
  rows: readonly PlacedRow[],
  { from, to }: ColumnLayout,
  chart: RangesChart,
): Plot.Markish[] {
  const [low, high] = chart.domain;
  const at = (value: number) =>
    from + Math.min(1, Math.max(0, (value - low) / (high - low))) * (to - from);
  const whole = rows.filter((row) => present(row.low) && present(row.high));
  const valued = rows.filter(({ value }) => present(value));
  const lefts = [...new Set(rows.map(({ left }) => left))];
  const bottom = Math.max(...rows.map(({ y }) => y)) + ROW / 2;
  const top = Math.min(...rows.map(({ y }) => y)) - ROW / 2;
  const ticks = lefts.flatMap((left) =>
    steps(chart.domain, Math.max(2, (to - from) / 40)).map((value) => ({ left, value })),
  );
  const references = chart.reference === undefined ? [] : lefts;
  return [
    Plot.ruleX(ticks, {
      x: ({ left, value }) => left + at(value),
      y1: top,
      y2: bottom,
      strokeOpacity: 0.12,
    }),
    Plot.text(ticks, {
      x: ({ left, value }) => left + at(value),
      y: top - 8,
      text: ({ value }) => String(value),
      fontSize: SMALL,
      fillOpacity: 0.75,
    }),
    Plot.ruleX(references, {
      x: (left: number) => left + at(chart.reference as number),
      y1: top,
      y2: bottom,
      strokeOpacity: 0.7,
      strokeDasharray: "3 2",
    }),
    Plot.rect(whole, {
      // A range of one point is still seen.
      x1: (row) => row.left + at(row.low as number) - 1,
      x2: (row) => row.left + at(row.high as number) + 1,
      y1: ({ y }) => y - 3,
      y2: ({ y }) => y + 3,
      fill: (row) => colorOf(row, chart.groups),
      // Behind a dot it stands back; alone it is all that there is to see.
      fillOpacity: ({ value }) => (present(value) ? 0.55 : 1),
    }),
    Plot.dot(valued, {
      x: (row) => row.left + at(row.value as number),
      y: "y",
      r: 4,
      symbol: (row: PlacedRow) =>
        row.group === undefined ? "circle" : lookOf(row.group, chart.groups).symbol,
      fill: (row: PlacedRow) => colorOf(row, chart.groups),
      stroke: null,
    }),
  ];
}

function textMarks(
  rows: readonly PlacedRow[],
  { span, labelWidth }: ColumnLayout,
  chart: RangesChart,
): Plot.Markish[] {
  const label = {
    x: ({ left }: PlacedRow) => left + 10,
    y: "y",
    text: (row: PlacedRow) => fit(row.label, labelWidth),
    textAnchor: "start",
  } as const;
  const bold = rows.filter((row) => row.bold);
  return [
    Plot.text(
      rows.filter((row) => !row.bold),
      label,
    ),
    Plot.text(bold, { ...label, fontWeight: "bold" }),
    Plot.text(bold, { x: "left", y: "y", text: () => "▸", textAnchor: "start", fill: ACCENT }),
    Plot.text(rows, {
      x: ({ left }) => left + span,
      y: "y",
      text: (row) => rangeText(row, chart),
      textAnchor: "end",
      fontSize: SMALL,
      fontVariant: "tabular-nums",
    }),
  ];
}

function rangeText({ low, high, text }: RangeRow, { show }: RangesChart): string {
  if (text !== undefined) return fit(text, NUMBERS, SMALL);
  if (!present(low) || !present(high)) return "–";
  const [from, to] = [show(low), show(high)];
  return from === to ? from : `${from} to ${to}`;
}

function tipOf(row: RangeRow, chart: RangesChart): string {
  const { label, value, lowLabel, highLabel, group } = row;
  const { show, valueLabel } = chart;
  return [
    label,
    `${valueLabel}: ${present(value) ? `${show(value)}, ` : ""}${rangeText(row, chart)}`,
    ...(lowLabel === undefined ? [] : [`${show(row.low)}: ${lowLabel}`]),
    ...(highLabel === undefined ? [] : [`${show(row.high)}: ${highLabel}`]),
    ...(group === undefined ? [] : [group]),
  ].join("\n");
}

/** Draws the rows in columns, one under the other in each. */
export function drawRanges(document: Document, width: number, chart: RangesChart): SVGSVGElement {
  const { groups, highlighted } = chart;
  const most = Math.max(1, Math.floor((width + GAP) / (COLUMN + GAP)));
  const columns = chart.rows.length > FEW ? most : 1;
  const perColumn = Math.ceil(chart.rows.length / columns);
  const span = (width - GAP * (columns - 1)) / columns;
  const legend = legendRow(
    groups.map((label) => ({ label, ...lookOf(label, groups) })),
    width,
  );
  const top = legend.height + HEAD;
  const rows: PlacedRow[] = chart.rows.map((row, i) => ({
    ...row,
    left: Math.floor(i / perColumn) * (span + GAP),
    y: top + (i % perColumn) * ROW + ROW / 2,
    bold: highlighted.has(row.id),
  }));
  const numbers = columnWidth(
    rows.map((row) => rangeText(row, chart)),
    NUMBERS,
    SMALL,
  );
  const labelWidth = columnWidth(
    rows.map(({ label }) => label),
    Math.min(240, (span - numbers) * 0.5),
  );
  const layout = { span, labelWidth, from: labelWidth + 22, to: span - numbers - 12 };
  return pixelPlot(document, width, top + perColumn * ROW + 4, [
    ...legend.marks,
    Plot.text([...new Set(rows.map(({ left }) => left))], {
      x: (left: number) => left + layout.from,
      y: legend.height + 9,
      text: () => fit(chart.valueLabel, span - layout.from, SMALL),
      textAnchor: "start",
      fontSize: SMALL,
      fillOpacity: 0.75,
    }),
    ...rangeMarks(rows, layout, chart),
    ...textMarks(rows, layout, chart),
    tipAreas(
      rows.map((row) => ({
        x1: row.left,
        x2: row.left + span,
        y1: row.y - ROW / 2,
        y2: row.y + ROW / 2,
        tip: tipOf(row, chart),
      })),
    ),
  ]);
}
