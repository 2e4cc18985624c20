import { readPeriod } from "@vitalcore/domain/periods";
import { numberView, textView } from "./column-views.js";
import { type KeyIndex, keyIndex } from "./keys.js";
import type { Chunk } from "./rule-kind.js";

/** A value of a series. */
export interface Point {
  readonly row: number;
  /** Day number of the first day of the period. */
  readonly day: number;
  readonly value: number;
  readonly status: string;
}

/** Values gathered into series, which may come in any order and in any chunks. */
export interface SeriesGathering {
  take(chunk: Chunk): void;
  readonly keys: KeyIndex;
  /** Each series in the order of time. */
  series(): readonly (readonly Point[])[];
}

export function gatherSeries(
  keyColumns: readonly string[],
  periodColumn: string,
  valueColumn: string,
  statusColumn?: string,
): SeriesGathering {
  const keys = keyIndex(keyColumns);
  const points: Point[][] = [];
  const days = new Map<string, number>();
  const dayOf = (text: string): number => {
    let day = days.get(text);
    if (day === undefined) {
      day = readPeriod(text).period?.first ?? Number.NaN;
      days.set(text, day);
    }
    return day;
  };
  return {
    keys,
    take({ table, rowOf }) {
      const ids = keys.ids(table);
      const periods = textView(table, periodColumn);
      const values = numberView(table, valueColumn);
      const statuses = statusColumn === undefined ? undefined : textView(table, statusColumn);
      const dayOfLevel = periods.levels.map(dayOf);
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] as number;
        const day = dayOfLevel[periods.codes[i] as number];
        const value = values[i] as number;
        if (id < 0 || day === undefined || Number.isNaN(day) || Number.isNaN(value)) continue;
        const status = statuses?.levels[statuses.codes[i] as number] ?? "";
        let series = points[id];
        if (series === undefined) {
          series = [];
          points[id] = series;
        }
        series.push({ row: rowOf(i), day, value, status });
      }
    },
    series: () =>
      Array.from(points, (series = []) => series.sort((a, b) => a.day - b.day || a.row - b.row)),
  };
}
