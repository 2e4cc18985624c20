import {
  type Cell,
  type Column,
  cellAt,
  columnLength,
  type Finding,
  MISSING_BOOLEAN,
  type Table,
  VitalError,
} from "@vitalcore/core";
import { find } from "../catalog.js";
import { codesOf, sortedCodes } from "../kernels/codes.js";
import type { Variable } from "./select-rows.js";

/** Numbers of a column, truth values as 0 and 1; NaN where missing. */
export function readNumbers(table: Table, column: string): Variable {
  const found: Column = table.column(column);
  if (found.kind === "number") return { column, values: found.values };
  if (found.kind === "boolean") {
    const values = new Float64Array(found.values.length);
    for (let row = 0; row < values.length; row++) {
      const value = found.values[row]!;
      values[row] = value === MISSING_BOOLEAN ? Number.NaN : value;
    }
    return { column, values };
  }
  // Text can be counted, not averaged: let core say so.
  const nothing = found.codes.every((code) => code < 0);
  if (nothing) return { column, values: new Float64Array(columnLength(found)).fill(Number.NaN) };
  throw new VitalError([
    find("survey/option", {
      facts: { option: `column "${column}"`, wanted: "numbers or truth values" },
      found: "text",
    }),
  ]);
}

/** The answer to `=== event` in one pass; undefined where no cell is the event, which is to be reported. */
function equalTo(cells: Float64Array, event: number): Float64Array | undefined {
  const values = new Float64Array(cells.length);
  let seen = false;
  for (let row = 0; row < values.length; row++) {
    const cell = cells[row]!;
    if (cell === event) {
      values[row] = 1;
      seen = true;
    } else if (Number.isNaN(cell)) values[row] = Number.NaN;
  }
  return seen ? values : undefined;
}

/** 1 where a cell is one of the events, 0 where it is another value, NaN where it is missing. */
export function readEvent(
  table: Table,
  column: string,
  event: Cell | readonly Cell[],
): { readonly variable: Variable; readonly findings: readonly Finding[] } {
  const found: Column = table.column(column);
  const events: readonly Cell[] = Array.isArray(event) ? event : [event as Cell];
  const [only] = events;
  if (found.kind === "number" && events.length === 1 && typeof only === "number") {
    const equal = equalTo(found.values, only);
    if (equal !== undefined) return { variable: { column, values: equal }, findings: [] };
  }
  const { codes, count, firstRow } = codesOf(found);
  const cells = Array.from({ length: count }, (_, code) => cellAt(found, firstRow[code]!));
  const withhold = table.identifying.has(column);
  const unknown = events.filter((wanted) => !cells.includes(wanted));
  const findings = unknown.map((wanted) =>
    find("survey/unknown-event", {
      place: { column },
      found: wanted,
      withhold,
      facts: { values: withhold ? "(withheld)" : cells.map(String) },
    }),
  );
  const isEvent = Float64Array.from(cells, (cell) => (events.includes(cell) ? 1 : 0));
  const values = new Float64Array(codes.length);
  for (let row = 0; row < values.length; row++) {
    const code = codes[row]!;
    values[row] = code < 0 ? Number.NaN : isEvent[code]!;
  }
  return { variable: { column, values }, findings };
}

/** The first row with another number than 0 and 1; -1 if there is none. */
function otherThanBinary(values: Float64Array): number {
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value !== 0 && value !== 1 && !Number.isNaN(value)) return row;
  }
  return -1;
}

/** A 0/1 or truth-valued column as it is; anything else needs an event to be named. */
export function readBinary(table: Table, column: string): Variable {
  const variable = readNumbers(table, column);
  const other = otherThanBinary(variable.values);
  if (other < 0) return variable;
  const withhold = table.identifying.has(column);
  const seen = [...new Set(variable.values)].filter((value) => !Number.isNaN(value)).slice(0, 6);
  throw new VitalError([
    find("survey/not-binary", {
      place: { column, row: other + 1 },
      facts: {
        values: withhold ? "other values" : `the values ${seen.sort((a, b) => a - b).join(", ")}`,
      },
    }),
  ]);
}

/** One 0/1 variable for each category of a column, in the order of the categories. */
export function readCategories(
  table: Table,
  column: string,
): { readonly variables: Variable[]; readonly categories: Cell[] } {
  const { codes, labels } = sortedCodes(table.column(column));
  const withhold = table.identifying.has(column);
  const variables = labels.map((_, level) => {
    const values = new Float64Array(codes.length);
    for (let row = 0; row < values.length; row++) {
      const code = codes[row]!;
      if (code === level) values[row] = 1;
      else if (code < 0) values[row] = Number.NaN;
    }
    return { column, values };
  });
  return {
    variables,
    categories: labels.map((label, i) => (withhold ? `category ${i + 1}` : label)),
  };
}
