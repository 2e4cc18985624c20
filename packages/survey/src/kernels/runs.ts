import type { Column } from "@vitalcore/core";

/**
 * Rows next to each other that lie in the same unit: run r are the rows `start[r]` to `start[r + 1] - 1`. Files of
 * surveys come sorted by cluster, and what is the same throughout a run is then looked at once.
 */
export interface Runs {
  /** First row of each run, and the number of rows at the end. */
  readonly start: Int32Array;
  /** Unit of each run; a unit may have several. */
  readonly unit: Int32Array;
}

/** Rows that a run must have on average, for runs to be worth their own loop. */
const LEAST_ROWS = 4;

type Values = Float64Array | Int32Array | Uint8Array;

const valuesOf = (column: Column): Values =>
  column.kind === "text" ? column.codes : column.values;

/**
 * First rows of the runs in which all columns keep their values, with the number of rows at the end; undefined
 * where the runs are too short. A missing number is a run of its own.
 */
export function runStarts(columns: readonly Column[], length: number): Int32Array | undefined {
  let starts: Int32Array | undefined = Int32Array.of(0, length);
  for (const column of columns) {
    starts = splitRuns(valuesOf(column), starts, Math.floor(length / LEAST_ROWS));
    if (starts === undefined) return undefined;
  }
  return starts;
}

/** Cuts runs where a column changes; undefined where that makes more than `most` of them. */
function splitRuns(values: Values, starts: Int32Array, most: number): Int32Array | undefined {
  let split = new Int32Array(Math.max(64, 2 * starts.length));
  let count = 0;
  for (let run = 0; run + 1 < starts.length; run++) {
    const end = starts[run + 1]!;
    let row = starts[run]!;
    while (row < end) {
      if (count === most) return undefined;
      // Room for this start and for the end of the last run.
      if (count + 2 > split.length) {
        const longer = new Int32Array(2 * split.length);
        longer.set(split);
        split = longer;
      }
      split[count++] = row;
      const value = values[row]!;
      row += 1;
      while (row < end && values[row] === value) row += 1;
    }
  }
  split[count] = starts[starts.length - 1]!;
  return split.slice(0, count + 1);
}

/** The cells of a column in some of its rows. */
export function pickCells(column: Column, rows: Int32Array, count: number): Column {
  if (column.kind === "text") {
    return {
      kind: "text",
      codes: picked(column.codes, new Int32Array(count), rows),
      levels: column.levels,
    };
  }
  if (column.kind === "boolean") {
    return { kind: "boolean", values: picked(column.values, new Uint8Array(count), rows) };
  }
  return { kind: "number", values: picked(column.values, new Float64Array(count), rows) };
}

function picked<Kind extends Values>(values: Kind, into: Kind, rows: Int32Array): Kind {
  for (let i = 0; i < into.length; i++) into[i] = values[rows[i]!]!;
  return into;
}

/** Values of runs, repeated for each of their rows. */
export function spreadRuns<Kind extends Float64Array | Int32Array>(
  ofRun: Kind,
  start: Int32Array,
  into: Kind,
): Kind {
  for (let run = 0; run < ofRun.length; run++) into.fill(ofRun[run]!, start[run]!, start[run + 1]!);
  return into;
}
