import {
  type BooleanColumn,
  type Column,
  type Table as CoreTable,
  countMissing,
  type NumberColumn,
  type TableLike,
  type TextColumn,
  tableFrom,
} from "@vitalcore/core";
import {
  Bool,
  type Data,
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  Utf8,
  vectorFromArray,
} from "apache-arrow";

/** Arrow's validity bitmap, one bit a cell, least significant first; none if nothing is missing. */
function validity(length: number, nullCount: number, isPresent: (row: number) => boolean) {
  if (nullCount === 0) return undefined;
  const bytes = new Uint8Array(Math.ceil(length / 8));
  for (let row = 0; row < length; row++) {
    if (isPresent(row)) (bytes[row >> 3] as number) |= 1 << (row & 7);
  }
  return bytes;
}

function numbers(column: NumberColumn): Data<Float64> {
  const { values } = column;
  const nullCount = countMissing(column);
  const nullBitmap = validity(values.length, nullCount, (row) => !Number.isNaN(values[row]));
  return makeData({
    type: new Float64(),
    length: values.length,
    nullCount,
    data: values,
    nullBitmap,
  });
}

function text(column: TextColumn): Data<Dictionary<Utf8, Int32>> {
  const { codes, levels } = column;
  const nullCount = countMissing(column);
  const nullBitmap = validity(codes.length, nullCount, (row) => (codes[row] as number) >= 0);
  return makeData({
    type: new Dictionary(new Utf8(), new Int32()),
    length: codes.length,
    nullCount,
    nullBitmap,
    // A missing cell points nowhere in Arrow too, but some readers look before they ask.
    data: nullCount === 0 ? codes : codes.map((code) => Math.max(code, 0)),
    dictionary: vectorFromArray(levels, new Utf8()),
  });
}

function truthValues(column: BooleanColumn): Data<Bool> {
  const { values } = column;
  const nullCount = countMissing(column);
  const nullBitmap = validity(values.length, nullCount, (row) => (values[row] as number) <= 1);
  const data = validity(values.length, values.length, (row) => values[row] === 1);
  return makeData({ type: new Bool(), length: values.length, nullCount, nullBitmap, data });
}

/** The types of the columns of an Arrow table made here. */
export type ArrowColumnType = Float64 | Dictionary<Utf8, Int32> | Bool;

function dataOf(column: Column): Data<ArrowColumnType> {
  if (column.kind === "number") return numbers(column);
  if (column.kind === "text") return text(column);
  return truthValues(column);
}

/**
 * A table as an Apache Arrow table: for DuckDB, Parquet, Arquero, and other threads. Numbers become
 * Float64 (not copied), text a dictionary, truth values bits; missing is null. The way back is
 * `tableFrom` of `@vitalcore/core`.
 *
 * @param table - a table, or anything that `tableFrom` takes.
 * @returns a table of the `apache-arrow` package, an optional peer of this one.
 * @throws VitalError those of `tableFrom`.
 *
 * @example
 * ```ts
 * import { toArrowTable } from "@vitalcore/table/arrow";
 * const arrow = toArrowTable({ area: ["NA", "ER"], users: [0.51, null] });
 * arrow.numRows; // => 2
 * arrow.getChild("users")?.get(1); // => null
 * ```
 */
export function toArrowTable(table: TableLike): Table<Record<string, ArrowColumnType>> {
  const { names, length, column } = tableFrom(table) as CoreTable;
  const children = names.map((name) => dataOf(column(name)));
  const fields = children.map(({ type }, i) => new Field(names[i] as string, type, true));
  const schema = new Schema(fields);
  // Built by position: Arrow's constructor from an object would lose a column called "__proto__".
  const struct = makeData({ type: new Struct(fields), length, nullCount: 0, children });
  return new Table(schema, [new RecordBatch(schema, struct)]);
}
