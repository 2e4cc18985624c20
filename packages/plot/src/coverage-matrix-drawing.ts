import * as Plot from "@observablehq/plot";
import { printable } from "@vitalcore/core";
import type { CoverageCell, CoverageMatrixInput } from "./coverage-matrix.js";
import { legendRow } from "./legend.js";
import { pixelPlot, type TipArea, tipAreas } from "./pixel-plot.js";
import { ACCENT, MAIN } from "./style.js";
import { columnWidth, fit, widthOf } from "./text-layout.js";

/** What is drawn. */
export interface CoverageChart extends Pick<CoverageMatrixInput, "units" | "indicators"> {
  readonly cellAt: (unit: string, indicator: string) => CoverageCell;
  /** Share of the units that have each indicator. */
  readonly shares: readonly number[];
}

const ROW = 14;
const CELL = 14;
const SMALLEST_CELL = 12;
/** Between a name and the cells. */
const SPACE = 8;
const LONGEST_LABEL = 150;
const SHORTEST_LABEL = 100;
const GAP = 32;
const SMALL = 11;
/** Up to so many units stay in one block. */
const FEW = 40;
const LONGEST_HEAD = 150;

interface Layout {
  readonly cell: number;
  readonly labelWidth: number;
  readonly blocks: number;
  readonly perBlock: number;
  readonly blockWidth: number;
}

/** As many blocks as the width has room for, with names that can still be told apart. */
function layoutOf({ units, indicators }: CoverageChart, width: number): Layout {
  const wanted = columnWidth(
    units.map(({ label }) => label),
    LONGEST_LABEL,
    SMALL,
  );
  const smallest = Math.min(wanted, SHORTEST_LABEL) + SPACE + indicators.length * SMALLEST_CELL;
  const fitting = Math.max(1, Math.floor((width + GAP) / (smallest + GAP)));
  const blocks = Math.min(fitting, Math.ceil(units.length / FEW));
  const room = (width - GAP * (blocks - 1)) / blocks - SPACE;
  const cell = Math.min(CELL, Math.max(SMALLEST_CELL, (room - wanted) / indicators.length));
  const labelWidth = Math.min(wanted, Math.max(SHORTEST_LABEL, room - indicators.length * cell));
  // Where not even one block has room, cells are made as small as they must be.
  const narrowest = Math.min(cell, (room - labelWidth) / indicators.length);
  return {
    cell: narrowest,
    labelWidth,
    blocks,
    perBlock: Math.ceil(units.length / blocks),
    blockWidth: labelWidth + SPACE + indicators.length * narrowest,
  };
}

/** Cells side by side that are all there, drawn as one dashed line: a file of 3,000 squares is slow. */
interface Run {
  readonly y: number;
  readonly first: number;
  last: number;
}

function runsOf(cells: readonly { readonly x: number; readonly y: number }[], cell: number): Run[] {
  const runs: Run[] = [];
  for (const { x, y } of cells) {
    const run = runs.at(-1);
    if (run !== undefined && run.y === y && x - run.last < cell * 1.5 && x > run.last) run.last = x;
    else runs.push({ y, first: x, last: x });
  }
  return runs;
}

function tipOf(unit: string, indicator: string, { status, note }: CoverageCell): string {
  return `${unit}\n${indicator}: ${status}${note === undefined ? "" : ` (${note})`}`;
}

/** Draws the units in blocks side by side, each with the indicators over it. */
export function drawCoverage(
  document: Document,
  width: number,
  chart: CoverageChart,
): SVGSVGElement {
  const { units, indicators, cellAt, shares } = chart;
  const { cell, labelWidth, blocks, perBlock, blockWidth } = layoutOf(chart, width);
  const legend = legendRow(
    [
      { label: "present", color: MAIN, symbol: "square" },
      { label: "flagged", color: ACCENT, symbol: "diamond" },
      { label: "missing", color: "currentColor", symbol: "circle", hollow: true },
    ],
    width,
  );
  const longest = Math.max(...indicators.map(({ label }) => widthOf(label, SMALL)));
  const headLength = Math.min(LONGEST_HEAD, longest);
  const shareTop = legend.height + headLength + 10;
  const top = shareTop + 36;
  const gap = blocks > 1 ? (width - blocks * blockWidth) / (blocks - 1) : 0;
  const leftOf = (block: number) => block * (blockWidth + gap);
  const columns = Array.from({ length: blocks }, (_, block) =>
    indicators.map(({ label }, i) => ({
      label,
      share: `${Math.round((shares[i] as number) * 100)}%`,
      x: leftOf(block) + labelWidth + SPACE + (i + 0.5) * cell,
    })),
  ).flat();
  const rows = units.map(({ unit, label }, i) => ({
    unit,
    label,
    left: leftOf(Math.floor(i / perBlock)),
    y: top + (i % perBlock) * ROW + ROW / 2,
  }));
  const cells = rows.flatMap(({ unit, label, left, y }) =>
    indicators.map((each, i) => ({
      ...cellAt(unit, each.indicator),
      x: left + labelWidth + SPACE + (i + 0.5) * cell,
      y,
      tip: tipOf(label, each.label, cellAt(unit, each.indicator)),
    })),
  );
  const withStatus = (status: CoverageCell["status"]) =>
    cells.filter((each) => each.status === status);
  const half = Math.min(5, cell / 2 - 1);
  const tips: TipArea[] = cells
    .filter(({ status }) => status !== "present")
    .map(({ x, y, tip }) => ({ x1: x - cell / 2, x2: x + cell / 2, y1: y - 7, y2: y + 7, tip }));
  return pixelPlot(document, width, top + perBlock * ROW + 4, [
    ...legend.marks,
    Plot.text(columns, {
      x: "x",
      y: shareTop,
      text: ({ label }) => fit(label, headLength, SMALL),
      textAnchor: "start",
      rotate: -90,
      fontSize: SMALL,
      title: ({ label }) => printable(label),
    }),
    Plot.text(columns, {
      x: "x",
      y: top - 4,
      text: "share",
      textAnchor: "start",
      rotate: -90,
      fontSize: 10,
      fillOpacity: 0.75,
    }),
    Plot.text(rows, {
      x: "left",
      y: "y",
      text: ({ label }) => fit(label, labelWidth, SMALL),
      textAnchor: "start",
      fontSize: SMALL,
      title: ({ label }) => printable(label),
    }),
    Plot.ruleY(runsOf(withStatus("present"), cell), {
      y: "y",
      x1: ({ first }) => first - half,
      x2: ({ last }) => last + half,
      stroke: MAIN,
      strokeWidth: 10,
      strokeDasharray: `${2 * half} ${cell - 2 * half}`,
    }),
    Plot.dot(withStatus("flagged"), {
      x: "x",
      y: "y",
      r: Math.min(4.5, half),
      symbol: "diamond",
      fill: ACCENT,
      stroke: null,
    }),
    Plot.dot(withStatus("missing"), {
      x: "x",
      y: "y",
      r: Math.min(2.5, half),
      stroke: "currentColor",
      strokeOpacity: 0.6,
      strokeWidth: 1,
    }),
    tipAreas(tips),
  ]);
}
