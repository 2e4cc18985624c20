import { type Cell, type Column, cellAt, type Table, VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import { imputePanel } from "../impute/panel.js";
import type { PanelOptions } from "../methodology.js";
import { type PanelSource, pooledName } from "./panel-source.js";

/**
 * Takes a table with a row per unit and period apart by period, and fills gaps of the indicators from other periods
 * where that is wanted.
 *
 * @throws VitalError `composite/column-kind`, `composite/missing-unit`, for a column of periods that is not one.
 */
export function tableSource(
  table: Table,
  unitColumn: string,
  periodColumn: string,
  indicators: readonly string[],
  { impute, within }: PanelOptions,
): PanelSource {
  const periodOf = periodReader(table, periodColumn);
  const names = table.names.filter((name) => name !== periodColumn);
  const rows = new Map<string, Record<string, Cell>[]>();
  for (let row = 0; row < table.length; row++) {
    const period = periodOf(row);
    const cells = Object.fromEntries(names.map((name) => [name, cellAt(table.column(name), row)]));
    const list = rows.get(period);
    if (list === undefined) rows.set(period, [cells]);
    else list.push(cells);
  }
  const periods = [...rows.keys()].sort((a, b) => timeOf(a) - timeOf(b) || (a < b ? -1 : 1));
  const filled: Record<string, number> = {};
  if (impute !== undefined) {
    const options = { method: impute, ...(within !== undefined && { within }) };
    const times = periods.map(timeOf);
    for (const indicator of indicators.filter((id) => table.has(id))) {
      filled[indicator] = fillIndicator(
        indicator,
        unitColumn,
        periods,
        rows,
        (values) => imputePanel(values, times, options).values,
      );
    }
  }
  const of = (period: string) => rows.get(period) ?? [];
  return {
    periods,
    of,
    pooled: (taken) =>
      taken.flatMap((period) =>
        of(period).map((row) => ({
          ...row,
          [unitColumn]: pooledName(String(row[unitColumn]), period),
        })),
      ),
    units: (period) => of(period).map((row) => String(row[unitColumn])),
    filled,
    outside: 0,
  };
}

function periodReader(table: Table, periodColumn: string): (row: number) => string {
  const column: Column | undefined = table.has(periodColumn)
    ? table.column(periodColumn)
    : undefined;
  if (column === undefined) {
    const place = { column: periodColumn };
    const facts = { columns: table.names, meant: "" };
    throw new VitalError([find("composite/unknown-column", { place, facts })]);
  }
  return (row) => {
    const cell = cellAt(column, row);
    if (cell !== null && cell !== "") return String(cell);
    const place = { column: periodColumn, row: row + 1 };
    throw new VitalError([find("composite/missing-unit", { place, facts: { count: 1 } })]);
  };
}

/** A period as a number on the axis of time: 2018 is 2018, 2018-Q3 is 2018.5; in the order of names otherwise. */
function timeOf(period: string): number {
  const [, year, part] = /^(\d{4})(?:-(?:Q|M)?(\d{1,2}))?/.exec(period) ?? [];
  if (year === undefined) return Number(period) || 0;
  const steps = period.includes("Q") ? 4 : 12;
  return Number(year) + (part === undefined ? 0 : (Number(part) - 1) / steps);
}

function fillIndicator(
  indicator: string,
  unitColumn: string,
  periods: readonly string[],
  rows: ReadonlyMap<string, readonly Record<string, Cell>[]>,
  fill: (values: Float64Array) => Float64Array,
): number {
  const series = new Map<Cell, (Record<string, Cell> | undefined)[]>();
  periods.forEach((period, p) => {
    for (const row of rows.get(period) ?? []) {
      const unit = row[unitColumn] ?? null;
      const own = series.get(unit) ?? new Array(periods.length).fill(undefined);
      own[p] = row;
      series.set(unit, own);
    }
  });
  let count = 0;
  for (const own of series.values()) {
    const values = Float64Array.from(own, (row) => {
      const cell = row?.[indicator] ?? null;
      return typeof cell === "number" ? cell : Number.NaN;
    });
    fill(values).forEach((value, p) => {
      const row = own[p];
      if (row === undefined || Number.isNaN(value) || !Number.isNaN(values[p] as number)) return;
      row[indicator] = value;
      count += 1;
    });
  }
  return count;
}
