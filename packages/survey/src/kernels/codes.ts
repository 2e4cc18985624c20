import { type Cell, type Column, cellAt } from "@vitalcore/core";

/** Whole numbers 0 .. count-1 for the distinct values of a column; -1 where it is missing. */
export interface Codes {
  readonly codes: Int32Array;
  readonly count: number;
  /** A row in which each code is found, so that its label can be read. */
  readonly firstRow: Int32Array;
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

/** Codes for whole numbers `key(row)` in 0 .. range-1; a negative key is missing. */
function codesOfKeys(length: number, range: number, key: (row: number) => number): Codes {
  const codes = new Int32Array(length);
  const book = new CodeBook();
  if (range <= Math.max(SMALL_TABLE, 4 * length)) {
    const codeOf = new Int32Array(range).fill(-1);
    for (let row = 0; row < length; row++) {
      const k = key(row);
      if (k < 0) codes[row] = -1;
      else {
        let code = codeOf[k]!;
        if (code < 0) {
          code = book.next(row);
          codeOf[k] = code;
        }
        codes[row] = code;
      }
    }
  } else {
    const codeOf = new Map<number, number>();
    for (let row = 0; row < length; row++) {
      const k = key(row);
      let code = k < 0 ? -1 : codeOf.get(k);
      if (code === undefined) {
        code = book.next(row);
        codeOf.set(k, code);
      }
      codes[row] = code;
    }
  }
  return { codes, count: book.count, firstRow: book.firstRow() };
}

function codesOfNumbers(values: Float64Array): Codes {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
    if (whole && value !== Math.floor(value)) whole = false;
  }
  if (whole && most - least < Math.max(SMALL_TABLE, 4 * values.length)) {
    const base = least;
    const range = most >= least ? most - least + 1 : 1;
    return codesOfKeys(values.length, range, (row) => {
      const value = values[row]!;
      return Number.isNaN(value) ? -1 : value - base;
    });
  }
  const codes = new Int32Array(values.length);
  const book = new CodeBook();
  const codeOf = new Map<number, number>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) {
      codes[row] = -1;
      continue;
    }
    let code = codeOf.get(value);
    if (code === undefined) {
      code = book.next(row);
      codeOf.set(value, code);
    }
    codes[row] = code;
  }
  return { codes, count: book.count, firstRow: book.firstRow() };
}

/** Codes of a column's distinct values, in order of first appearance. */
export function codesOf(column: Column): Codes {
  if (column.kind === "number") return codesOfNumbers(column.values);
  if (column.kind === "boolean") {
    const { values } = column;
    return codesOfKeys(values.length, 2, (row) => (values[row]! > 1 ? -1 : values[row]!));
  }
  const { codes, levels } = column;
  return codesOfKeys(codes.length, levels.length || 1, (row) => codes[row]!);
}

/** Codes of the pairs of two codings; missing where either is. */
export function pairCodes(a: Codes, b: Codes): Codes {
  if (a.count === 1 && a.codes.every((code) => code === 0)) return b;
  const range = a.count * b.count;
  return codesOfKeys(a.codes.length, Math.max(1, range), (row) => {
    const first = a.codes[row]!;
    const second = b.codes[row]!;
    return first < 0 || second < 0 ? -1 : first * b.count + second;
  });
}

/** One code for all rows. */
export function oneCode(length: number): Codes {
  return { codes: new Int32Array(length), count: 1, firstRow: new Int32Array(1) };
}

/** A code of its own for every row. */
export function rowCodes(length: number): Codes {
  const codes = new Int32Array(length);
  for (let row = 0; row < length; row++) codes[row] = row;
  return { codes, count: length, firstRow: codes };
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
  const rank = new Int32Array(count);
  order.forEach((code, position) => {
    rank[code] = position;
  });
  const sorted = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    sorted[row] = code < 0 ? -1 : rank[code]!;
  }
  return { codes: sorted, labels: order.map((code) => cells[code]!) };
}
