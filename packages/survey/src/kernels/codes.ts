import { type Cell, type Column, cellAt } from "@vitalcore/core";

/** Whole numbers 0 .. count-1 for the distinct values of a column; -1 where it is missing. */
export interface Codes {
  readonly codes: Int32Array;
  readonly count: number;
  /** A row in which each code is found, so that its label can be read. */
  readonly firstRow: Int32Array;
  /** Rows without a code. */
  readonly missing: number;
}

/** A lookup table is used up to this many entries, or four per row; beyond, a Map. */
const SMALL_TABLE = 1 << 20;

class CodeBook {
  count = 0;
  #firstRow = new Int32Array(64);

  next(row: number): number {
    if (this.count === this.#firstRow.length) {
      const longer = new Int32Array(2 * this.count);
      longer.set(this.#firstRow);
      this.#firstRow = longer;
    }
    this.#firstRow[this.count] = row;
    return this.count++;
  }

  firstRow(): Int32Array {
    return this.#firstRow.slice(0, this.count);
  }
}

/** Codes by a lookup table: `keys` are whole numbers from `base`, NaN or below it where missing. */
function codesByTable(keys: Float64Array | Int32Array, base: number, range: number): Codes {
  const length = keys.length;
  const codes = new Int32Array(length);
  const codeOf = new Int32Array(range).fill(-1);
  const book = new CodeBook();
  let missing = 0;
  for (let row = 0; row < length; row++) {
    const at = keys[row]! - base;
    // NaN compares false, and so counts as missing.
    if (!(at >= 0)) {
      codes[row] = -1;
      missing += 1;
      continue;
    }
    let code = codeOf[at]!;
    if (code < 0) {
      code = book.next(row);
      codeOf[at] = code;
    }
    codes[row] = code;
  }
  return { codes, count: book.count, firstRow: book.firstRow(), missing };
}

/** Codes by a Map, for keys that are spread too far for a table. */
function codesByMap(keys: Float64Array | Int32Array, least: number): Codes {
  const codes = new Int32Array(keys.length);
  const codeOf = new Map<number, number>();
  const book = new CodeBook();
  let missing = 0;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!;
    if (!(key >= least)) {
      codes[row] = -1;
      missing += 1;
      continue;
    }
    let code = codeOf.get(key);
    if (code === undefined) {
      code = book.next(row);
      codeOf.set(key, code);
    }
    codes[row] = code;
  }
  return { codes, count: book.count, firstRow: book.firstRow(), missing };
}

function tableFits(range: number, length: number): boolean {
  return range <= Math.max(SMALL_TABLE, 4 * length);
}

/** Values from 0 to below this are coded in one pass: what answers, sexes and regions are. */
const SMALL = 1024;

/** Codes of small whole numbers; undefined where there is any other. */
function codesOfSmall(values: Float64Array): Codes | undefined {
  const codes = new Int32Array(values.length);
  const codeOf = new Int32Array(SMALL).fill(-1);
  const book = new CodeBook();
  let missing = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const whole = value | 0;
    if (whole !== value || whole < 0 || whole >= SMALL) {
      if (!Number.isNaN(value)) return undefined;
      codes[row] = -1;
      missing += 1;
      continue;
    }
    let code = codeOf[whole]!;
    if (code < 0) {
      code = book.next(row);
      codeOf[whole] = code;
    }
    codes[row] = code;
  }
  return { codes, count: book.count, firstRow: book.firstRow(), missing };
}

/**
 * The range of a column of 32-bit whole numbers: what nearly all columns of clusters and strata are. Integer
 * arithmetic is several times faster than asking doubles whether they are whole.
 */
function wholeRange(values: Float64Array): { least: number; most: number } | undefined {
  let least = 0x7fffffff;
  let most = -0x80000000;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const whole = value | 0;
    if (whole !== value) {
      if (Number.isNaN(value)) continue;
      return undefined;
    }
    if (whole < least) least = whole;
    if (whole > most) most = whole;
  }
  return least <= most ? { least, most } : undefined;
}

function codesOfNumbers(values: Float64Array): Codes {
  const small = codesOfSmall(values);
  if (small !== undefined) return small;
  const range = wholeRange(values);
  if (range !== undefined && tableFits(range.most - range.least + 1, values.length)) {
    return codesByTable(values, range.least, range.most - range.least + 1);
  }
  return codesByMap(values, Number.NEGATIVE_INFINITY);
}

/** Codes of a column's distinct values, in order of first appearance. */
export function codesOf(column: Column): Codes {
  if (column.kind === "number") return codesOfNumbers(column.values);
  if (column.kind === "boolean") {
    const keys = Int32Array.from(column.values, (value) => (value > 1 ? -1 : value));
    return codesByTable(keys, 0, 2);
  }
  return codesByTable(column.codes, 0, Math.max(1, column.levels.length));
}

/** Codes of the pairs of two codings; missing where either is. */
export function pairCodes(a: Codes, b: Codes): Codes {
  if (a.count === 1 && a.missing === 0) return b;
  const range = a.count * b.count;
  const fits = tableFits(range, a.codes.length);
  const keys = fits ? new Int32Array(a.codes.length) : new Float64Array(a.codes.length);
  for (let row = 0; row < keys.length; row++) {
    const first = a.codes[row]!;
    const second = b.codes[row]!;
    keys[row] = first < 0 || second < 0 ? -1 : first * b.count + second;
  }
  return fits ? codesByTable(keys, 0, Math.max(1, range)) : codesByMap(keys, 0);
}

/** One code for all rows. */
export function oneCode(length: number): Codes {
  return { codes: new Int32Array(length), count: 1, firstRow: new Int32Array(1), missing: 0 };
}

/** A code of its own for every row. */
export function rowCodes(length: number): Codes {
  const codes = new Int32Array(length);
  for (let row = 0; row < length; row++) codes[row] = row;
  return { codes, count: length, firstRow: codes, missing: 0 };
}

function compareCells(a: Cell, b: Cell): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const left = String(a);
  const right = String(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Codes whose order is that of the values: numbers ascending, text by code unit, false before true. */
export function sortedCodes(column: Column): { codes: Int32Array; labels: Cell[] } {
  const { codes, count, firstRow } = codesOf(column);
  const cells = Array.from({ length: count }, (_, code) => cellAt(column, firstRow[code]!));
  const order = cells.map((_, code) => code).sort((a, b) => compareCells(cells[a]!, cells[b]!));
  const labels = order.map((code) => cells[code]!);
  if (order.every((code, position) => code === position)) return { codes, labels };
  const rank = new Int32Array(count);
  for (let position = 0; position < count; position++) rank[order[position]!] = position;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code >= 0) codes[row] = rank[code]!;
  }
  return { codes, labels };
}
