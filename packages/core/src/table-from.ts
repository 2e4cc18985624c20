import { find } from "./catalog.js";
import { booleanColumn, type Cell, type Column, numberColumn, textColumn } from "./column.js";
import type { Finding } from "./finding.js";
import {
  type Columns,
  KIND_IN_WORDS,
  type Table,
  type TableOptions,
  type TypedTable,
  tableOf,
} from "./table.js";
import { throwIfErrors } from "./vital-error.js";

/** An Apache Arrow table, as far as it is read here. */
export interface ArrowLike {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string }[] };
  getChildAt(index: number): { readonly length: number; get(index: number): unknown } | null;
}

/** An Arquero table, as far as it is read here. */
export interface ArqueroLike {
  columnNames(): string[];
  array(name: string): ArrayLike<unknown>;
}

type CellInput = Cell | undefined;

/** A row of input: cells by column name; an absent key is a missing cell. */
export type RowInput = Readonly<Record<string, CellInput>>;

/** Columns of input: cells, or a typed array, by name. */
export type ColumnsInput = Readonly<Record<string, ArrayLike<CellInput>>>;

/** Everything that is taken where a table is wanted. */
export type TableLike = Table | readonly RowInput[] | ColumnsInput | ArrowLike | ArqueroLike;

/** The literal type of an example value, as the type of all cells of its column. */
type Widened<Value> = Value extends number
  ? number
  : Value extends string
    ? string
    : Value extends boolean
      ? boolean
      : null;

/** The columns of the table that an input gives. */
export type RowOf<Input> =
  Input extends TypedTable<infer Row extends Columns>
    ? Row
    : Input extends ArrowLike | ArqueroLike
      ? Columns
      : Input extends readonly (infer Row)[]
        ? { readonly [Name in keyof Row & string]: Widened<Row[Name]> }
        : Input extends Readonly<Record<string, ArrayLike<unknown>>>
          ? { readonly [Name in keyof Input & string]: Widened<Input[Name][number]> }
          : Columns;

/**
 * Reads rows, columns, an Arrow or an Arquero table into a {@link Table}. A table is returned as it
 * is. Nothing is converted silently: a column is all numbers, all text or all truth values, with
 * `null`, `undefined` or NaN where a cell is missing. `Float64Array` columns are not copied.
 *
 * @param input - `[{ area: "NA", value: 1 }, ...]` or `{ area: ["NA", ...], value: [1, ...] }`, or
 *   an Arrow or Arquero table.
 * @throws VitalError with all problems: `core/mixed-column`, `core/infinite-value`,
 *   `core/unsupported-value`, `core/unequal-columns`, `core/row-not-an-object`, `core/not-a-table`.
 *
 * @example
 * ```ts
 * import { tableFrom } from "@vitalcore/core";
 * const table = tableFrom([{ area: "NA", users: 0.51 }, { area: "DE", users: 0.9 }]);
 * table.names; // => ["area", "users"]
 * table.column("users").values[1]; // => 0.9
 * ```
 */
export function tableFrom<const Input extends TableLike>(
  input: Input,
  options: TableOptions = {},
): Table<RowOf<Input>> {
  if (isTable(input)) return input as unknown as Table<RowOf<Input>>;
  const identifying = new Set(options.identifying ?? []);
  const findings: Finding[] = [];
  const columns: [string, Column][] = [];
  for (const [name, cells] of columnsOf(input, findings)) {
    columns.push([name, readColumn(name, cells, identifying.has(name), findings)]);
  }
  throwIfErrors(findings);
  return tableOf(columns, { identifying });
}

/**
 * Whether a value is a {@link Table}.
 *
 * @example
 * ```ts
 * import { isTable, tableFrom } from "@vitalcore/core";
 * isTable(tableFrom([{ age: 1 }])); // => true
 * isTable([{ age: 1 }]); // => false
 * ```
 */
export function isTable(value: unknown): value is Table {
  return (
    typeof value === "object" &&
    value !== null &&
    "names" in value &&
    "column" in value &&
    typeof value.column === "function"
  );
}

type NamedCells = readonly [name: string, cells: ArrayLike<unknown>];

function columnsOf(input: unknown, findings: Finding[]): NamedCells[] {
  if (Array.isArray(input)) return columnsOfRows(input, findings);
  if (isArrow(input)) {
    return input.schema.fields.map(({ name }, i) => [name, arrowCells(input, i)]);
  }
  if (isArquero(input)) return input.columnNames().map((name) => [name, input.array(name)]);
  if (typeof input === "object" && input !== null) {
    const columns = Object.entries(input);
    const other = columns.find(([, cells]) => !isList(cells));
    if (other === undefined) return columns as NamedCells[];
    findings.push(find("core/not-a-table", { place: { column: other[0] }, found: other[1] }));
    return [];
  }
  findings.push(find("core/not-a-table", { found: input ?? null }));
  return [];
}

function isList(value: unknown): boolean {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isArrow(value: unknown): value is ArrowLike {
  const arrow = value as Partial<ArrowLike> | null;
  return typeof arrow?.numRows === "number" && typeof arrow.getChildAt === "function";
}

function isArquero(value: unknown): value is ArqueroLike {
  const arquero = value as Partial<ArqueroLike> | null;
  return typeof arquero?.columnNames === "function" && typeof arquero.array === "function";
}

function arrowCells(table: ArrowLike, index: number): ArrayLike<unknown> {
  const vector = table.getChildAt(index);
  return Array.from({ length: table.numRows }, (_, row) => vector?.get(row) ?? null);
}

function columnsOfRows(rows: readonly unknown[], findings: Finding[]): NamedCells[] {
  const columns = new Map<string, unknown[]>();
  rows.forEach((row, i) => {
    if (typeof row !== "object" || row === null || Array.isArray(row)) {
      const found = row ?? null;
      findings.push(find("core/row-not-an-object", { place: { row: i + 1 }, found }));
      return;
    }
    for (const name of Object.keys(row)) {
      let cells = columns.get(name);
      if (cells === undefined) {
        cells = new Array(rows.length).fill(null);
        columns.set(name, cells);
      }
      // The key is the row's own, so that "__proto__" reads a cell and not the prototype.
      cells[i] = (row as Record<string, unknown>)[name];
    }
  });
  return [...columns];
}

type Kind = Column["kind"] | "missing" | "infinite" | "unsupported";

function kindOf(cell: unknown): Kind {
  if (cell === null || cell === undefined) return "missing";
  if (typeof cell === "number") {
    if (Number.isNaN(cell)) return "missing";
    return Number.isFinite(cell) ? "number" : "infinite";
  }
  if (typeof cell === "string") return "text";
  if (typeof cell === "boolean") return "boolean";
  if (typeof cell === "bigint" && Number.isSafeInteger(Number(cell))) return "number";
  return "unsupported";
}

/** One finding per column and rule says where the first case is: a million rows must not be a million findings. */
function readColumn(
  column: string,
  cells: ArrayLike<unknown>,
  withhold: boolean,
  findings: Finding[],
): Column {
  if (cells instanceof Float64Array && !hasInfinity(cells))
    return { kind: "number", values: cells };
  let kind: Column["kind"] | undefined;
  let firstRow = 0;
  const reported = new Set<Kind>();
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    const seen = kindOf(cell);
    if (seen === "missing" || seen === kind || reported.has(seen)) continue;
    const place = { column, row: i + 1 };
    if (seen === "infinite" || seen === "unsupported") {
      const code = seen === "infinite" ? "core/infinite-value" : "core/unsupported-value";
      const found = seen === "infinite" ? String(cell) : cell;
      findings.push(find(code, { place, found, withhold }));
      reported.add(seen);
    } else if (kind === undefined) {
      kind = seen;
      firstRow = i + 1;
    } else {
      const facts = { kind: KIND_IN_WORDS[kind], otherKind: KIND_IN_WORDS[seen], firstRow };
      findings.push(find("core/mixed-column", { place, found: cell, withhold, facts }));
      reported.add(seen);
    }
  }
  if (reported.size > 0) return numberColumn([]);
  if (kind === "number" || kind === undefined) return { kind: "number", values: numbersOf(cells) };
  const present = Array.from(cells, (cell) => (kindOf(cell) === "missing" ? null : cell));
  if (kind === "text") return textColumn(present as (string | null)[]);
  return booleanColumn(present as (boolean | null)[]);
}

/** Cells that are numbers or missing. Most columns of most tables are such, and they are read in one pass. */
function numbersOf(cells: ArrayLike<unknown>): Float64Array {
  const numbers = new Float64Array(cells.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = Number(cells[i] ?? Number.NaN);
  return numbers;
}

function hasInfinity(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) return true;
  }
  return false;
}
