import {
  type AnyTable,
  type Column,
  cellAt,
  MISSING_BOOLEAN,
  MISSING_CODE,
  type TextColumn,
  textColumn,
} from "@vitalcore/core";

const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number that a text plainly is, or NaN. Never hexadecimal, never an empty text as zero. */
export function plainNumber(text: string): number {
  const trimmed = text.trim();
  if (!PLAIN_NUMBER.test(trimmed)) return Number.NaN;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : Number.NaN;
}

const numbersByColumn = /* @__PURE__ */ new WeakMap<Column, Float64Array>();

/**
 * The numbers of a column, NaN where there is none. Text that plainly is a number is one: so a chunk in
 * which one cell is damaged gives the numbers that any other chunk gives.
 */
export function numberView(table: AnyTable, name: string): Float64Array {
  const column = table.column(name);
  if (column.kind === "number") return column.values;
  const known = numbersByColumn.get(column);
  if (known !== undefined) return known;
  const numbers = convert(column);
  numbersByColumn.set(column, numbers);
  return numbers;
}

function convert(column: Exclude<Column, { kind: "number" }>): Float64Array {
  if (column.kind === "boolean") {
    return Float64Array.from(column.values, (value) =>
      value === MISSING_BOOLEAN ? Number.NaN : value,
    );
  }
  const levels = column.levels.map(plainNumber);
  return Float64Array.from(column.codes, (code) => levels[code] ?? Number.NaN);
}

const textByColumn = /* @__PURE__ */ new WeakMap<Column, TextColumn>();

/** A column as text: codes and years may have been read as numbers. */
export function textView(table: AnyTable, name: string): TextColumn {
  const column: Column = table.column(name);
  if (column.kind === "text") return column;
  const known = textByColumn.get(column);
  if (known !== undefined) return known;
  const length = column.values.length;
  const texts = textColumn(
    Array.from({ length }, (_, i) => {
      const cell = cellAt(column, i);
      return cell === null ? null : String(cell);
    }),
  );
  textByColumn.set(column, texts);
  return texts;
}

/** Whether a cell is missing; blank text is. */
export function missingIn(column: Column): (index: number) => boolean {
  if (column.kind === "number") return (i) => Number.isNaN(column.values[i]);
  if (column.kind === "boolean") return (i) => column.values[i] === MISSING_BOOLEAN;
  const blank = column.levels.map((level) => level.trim() === "");
  const anyBlank = blank.includes(true);
  const { codes } = column;
  return anyBlank
    ? (i) => codes[i] === MISSING_CODE || blank[codes[i] as number] === true
    : (i) => codes[i] === MISSING_CODE;
}

/** How many decimals a number is written with, at the least. */
export function decimalsOf(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const decimals = (mantissa.split(".")[1] ?? "").length - Number(exponent);
  return Math.max(0, decimals);
}
