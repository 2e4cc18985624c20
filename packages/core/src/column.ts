/** A cell of a table. Missing is `null`, whatever the kind of the column. */
export type Cell = number | string | boolean | null;

/** Numbers; NaN is missing, infinities do not occur. */
export interface NumberColumn {
  readonly kind: "number";
  readonly values: Float64Array;
}

/** Text, stored once per distinct value; code -1 is missing. */
export interface TextColumn {
  readonly kind: "text";
  readonly codes: Int32Array;
  /** The distinct values, in order of first appearance. */
  readonly levels: readonly string[];
}

/** Truth values; 0 is false, 1 is true, 255 is missing. */
export interface BooleanColumn {
  readonly kind: "boolean";
  readonly values: Uint8Array;
}

/** A column of a table: typed arrays, so that kernels can run on them as they are. */
export type Column = NumberColumn | TextColumn | BooleanColumn;

/** Code of a missing text. */
export const MISSING_CODE = -1;
/** Byte of a missing truth value. */
export const MISSING_BOOLEAN = 255;

/**
 * How many cells a column has.
 *
 * @example
 * ```ts
 * import { columnLength, numberColumn } from "@vitalcore/core";
 * columnLength(numberColumn([1, null])); // => 2
 * ```
 */
export function columnLength(column: Column): number {
  return column.kind === "text" ? column.codes.length : column.values.length;
}

/**
 * The cell of a column at an index from 0; `null` where it is missing or out of range.
 *
 * @example
 * ```ts
 * import { cellAt, tableFrom } from "@vitalcore/core";
 * const table = tableFrom({ area: ["NA", "DE"], value: [1, null] });
 * cellAt(table.column("area"), 0); // => "NA"
 * cellAt(table.column("value"), 1); // => null
 * ```
 */
export function cellAt(column: NumberColumn, index: number): number | null;
export function cellAt(column: TextColumn, index: number): string | null;
export function cellAt(column: BooleanColumn, index: number): boolean | null;
export function cellAt(column: Column, index: number): Cell;
export function cellAt(column: Column, index: number): Cell {
  if (column.kind === "number") {
    const value = column.values[index];
    return value === undefined || Number.isNaN(value) ? null : value;
  }
  if (column.kind === "boolean") {
    const value = column.values[index];
    return value === undefined || value === MISSING_BOOLEAN ? null : value === 1;
  }
  return column.levels[column.codes[index] ?? MISSING_CODE] ?? null;
}

/**
 * How many cells of a column are missing.
 *
 * @example
 * ```ts
 * import { countMissing, numberColumn } from "@vitalcore/core";
 * countMissing(numberColumn([1, null])); // => 1
 * ```
 */
export function countMissing(column: Column): number {
  if (column.kind === "text") return missingCodes.get(column.codes) ?? countNegative(column.codes);
  let missing = 0;
  const { length } = column.values;
  if (column.kind === "number") {
    for (let i = 0; i < length; i++) missing += Number.isNaN(column.values[i]) ? 1 : 0;
  } else {
    for (let i = 0; i < length; i++) missing += column.values[i] === MISSING_BOOLEAN ? 1 : 0;
  }
  return missing;
}

/**
 * How many of a text column's codes are missing, noted where the column is made, for whoever makes a dictionary sees
 * every cell. By the codes and not in the column: a copy of the column with other codes must not inherit it.
 */
const missingCodes = /* @__PURE__ */ new WeakMap<Int32Array, number>();

/** The code of a missing text is the only negative one, so its sign counts. */
function countNegative(codes: Int32Array): number {
  let negative = 0;
  for (let i = 0; i < codes.length; i++) negative += (codes[i] as number) >>> 31;
  return negative;
}

/**
 * Numbers (null is missing) as a column. The values are not checked: see `tableFrom` for input.
 *
 * @example
 * ```ts
 * import { numberColumn } from "@vitalcore/core";
 * numberColumn([1, null]).values[0]; // => 1
 * ```
 */
export function numberColumn(values: ArrayLike<number | null>): NumberColumn {
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = values[i] ?? Number.NaN;
  return { kind: "number", values: numbers };
}

/**
 * Text (null is missing) as a column.
 *
 * @example
 * ```ts
 * import { textColumn } from "@vitalcore/core";
 * const column = textColumn(["F", "M", "F", null]);
 * column.levels; // => ["F", "M"]
 * [...column.codes]; // => [0, 1, 0, -1]
 * ```
 */
export function textColumn(values: ArrayLike<string | null>): TextColumn {
  const codes = new Int32Array(values.length);
  const codeOf = new Map<string, number>();
  let nMissing = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null;
    if (value === null) {
      codes[i] = MISSING_CODE;
      nMissing += 1;
      continue;
    }
    let code = codeOf.get(value);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(value, code);
    }
    codes[i] = code;
  }
  return codedColumn(codes, [...codeOf.keys()], nMissing);
}

/**
 * Text whose dictionary is made already, as a column: what readers of files give. Nothing is copied or checked.
 *
 * @param codes - index of each cell's text among the levels, -1 where it is missing; not to be changed from here on.
 * @param levels - the distinct texts, in order of first appearance.
 * @param nMissing - how many of the codes are -1, so that nobody has to count them.
 *
 * @example
 * ```ts
 * import { codedColumn, countMissing } from "@vitalcore/core";
 * const column = codedColumn(Int32Array.of(0, 1, 0, -1), ["F", "M"], 1);
 * countMissing(column); // => 1
 * ```
 */
export function codedColumn(
  codes: Int32Array,
  levels: readonly string[],
  nMissing: number,
): TextColumn {
  missingCodes.set(codes, nMissing);
  return { kind: "text", codes, levels };
}

/**
 * Truth values (null is missing) as a column.
 *
 * @example
 * ```ts
 * import { booleanColumn } from "@vitalcore/core";
 * [...booleanColumn([true, false, null]).values]; // => [1, 0, 255]
 * ```
 */
export function booleanColumn(values: ArrayLike<boolean | null>): BooleanColumn {
  const bytes = Uint8Array.from(values, (value) => (value === null ? MISSING_BOOLEAN : +value));
  return { kind: "boolean", values: bytes };
}
