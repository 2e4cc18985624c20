import { find } from "./catalog.js";
import {
  type BooleanColumn,
  type Cell,
  type Column,
  columnLength,
  countMissing,
  MISSING_BOOLEAN,
  MISSING_CODE,
  type NumberColumn,
  type TextColumn,
} from "./column.js";
import type { Finding } from "./finding.js";
import { nearest } from "./nearest.js";
import { VitalError } from "./vital-error.js";

/** The kind of column that holds cells of a type. */
export type ColumnOf<Value> = [NonNullable<Value>] extends [never]
  ? Column
  : [NonNullable<Value>] extends [number]
    ? NumberColumn
    : [NonNullable<Value>] extends [string]
      ? TextColumn
      : [NonNullable<Value>] extends [boolean]
        ? BooleanColumn
        : Column;

/** Names and cell types of a table's columns, as far as the compiler knows them. */
export type Columns = Readonly<Record<string, Cell>>;

interface TableBase {
  /** Number of rows. */
  readonly length: number;
  /** Columns whose values must not appear in messages, results or logs. */
  readonly identifying: ReadonlySet<string>;
  /** Whether there is a column of that name. */
  has(name: string): boolean;
}

/** A table whose columns are known only at run time: what functions over any table take. */
export interface AnyTable extends TableBase {
  /** Names of the columns, in order. */
  readonly names: readonly string[];
  /**
   * The column of that name.
   * @throws VitalError `core/unknown-column`, with the nearest name.
   */
  column(name: string): Column;
}

/** A table whose columns the compiler knows: a wrong name does not compile. */
export interface TypedTable<Row> extends TableBase {
  /** Names of the columns, in order. */
  readonly names: readonly (keyof Row & string)[];
  /**
   * The column of that name.
   * @throws VitalError `core/unknown-column`, with the nearest name.
   */
  column<Name extends keyof Row & string>(name: Name): ColumnOf<Row[Name]>;
}

/** The columns that are known by name, without an index signature. */
type KnownColumns<Row> = {
  readonly [Name in keyof Row as string extends Name ? never : Name]: Row[Name];
};

/**
 * An immutable table of typed columns: what all packages take and give. Looked up through a Map, so
 * that no header, `__proto__` included, can reach a prototype. `Table` stands for any table,
 * `Table<{ area: string; value: number | null }>` for one with known columns, and
 * `Table<Columns & { area: string }>` for one that has further columns, known at run time only.
 */
export type Table<Row extends Columns = Columns> = string extends keyof Row
  ? [keyof KnownColumns<Row>] extends [never]
    ? AnyTable
    : TypedTable<KnownColumns<Row>> & AnyTable
  : TypedTable<Row>;

/** Options of a table. */
export interface TableOptions {
  /** Names of columns that identify people: their values never appear in messages or results. */
  readonly identifying?: Iterable<string>;
}

/**
 * Makes a table of finished columns.
 *
 * @param columns - pairs of name and column, all equally long.
 * @throws VitalError `core/unequal-columns`.
 *
 * @example
 * ```ts
 * import { numberColumn, tableOf } from "@vitalcore/core";
 * tableOf([["x", numberColumn([1, 2])]]).length; // => 2
 * ```
 */
export function tableOf<Row extends Columns = Columns>(
  columns: Iterable<readonly [name: string, column: Column]>,
  options: TableOptions = {},
): Table<Row> {
  const byName = new Map(columns);
  const first = byName.values().next().value;
  const length = first === undefined ? 0 : columnLength(first);
  const unequal = [...byName]
    .filter(([, column]) => columnLength(column) !== length)
    .map(([name, column]) =>
      find("core/unequal-columns", {
        place: { column: name },
        found: columnLength(column),
        facts: { length },
      }),
    );
  if (unequal.length > 0) throw new VitalError(unequal);
  const names = Object.freeze([...byName.keys()]);
  const column = (name: string): Column => {
    const found = byName.get(name);
    if (found === undefined) throw new VitalError([unknownColumn(name, names)]);
    return found;
  };
  return Object.freeze({
    length,
    names,
    identifying: new Set(options.identifying ?? []),
    has: (name: string) => byName.has(name),
    column,
  }) as unknown as Table<Row>;
}

function unknownColumn(column: string, names: readonly string[]): Finding {
  const suggestion = nearest(column, names);
  const finding = find("core/unknown-column", {
    place: { column },
    facts: { columns: names.length > 0 ? names : "none" },
    suggestion,
  });
  if (suggestion === undefined) return finding;
  return { ...finding, hint: `Did you mean "${suggestion}"? ${finding.hint}` };
}

/**
 * Checks that a table has the columns that a computation needs, and reports all that it lacks.
 * @throws VitalError `core/unknown-column`, one finding for each missing column.
 *
 * @example
 * ```ts
 * import { requireColumns, tableFrom } from "@vitalcore/core";
 * requireColumns(tableFrom({ area: ["NA"], value: [1] }), ["area", "value"]); // all there
 * ```
 */
export function requireColumns(table: Table, names: readonly string[]): void {
  const missing = names.filter((name) => !table.has(name));
  if (missing.length > 0) {
    throw new VitalError(missing.map((name) => unknownColumn(name, table.names)));
  }
}

/** The kinds of column, as they are called in sentences. */
export const KIND_IN_WORDS: Record<Column["kind"], string> = {
  number: "numbers",
  text: "text",
  boolean: "truth values",
};

function columnOfKind<Kind extends Column["kind"]>(
  table: Table,
  name: string,
  kind: Kind,
  empty: () => Extract<Column, { kind: Kind }>,
): Extract<Column, { kind: Kind }> {
  const column: Column = table.column(name);
  if (column.kind === kind) return column as Extract<Column, { kind: Kind }>;
  // A column without any value has no kind of its own.
  if (countMissing(column) === table.length) return empty();
  throw new VitalError([
    find("core/wrong-column-kind", {
      place: { column: name },
      facts: { kind: KIND_IN_WORDS[column.kind], wanted: KIND_IN_WORDS[kind] },
    }),
  ]);
}

/**
 * The numbers of a column, NaN where missing.
 * @throws VitalError `core/unknown-column` or `core/wrong-column-kind`.
 *
 * @example
 * ```ts
 * import { numbersOf, tableFrom } from "@vitalcore/core";
 * numbersOf(tableFrom({ age: [30, 40] }), "age")[1]; // => 40
 * ```
 */
export function numbersOf(table: Table, name: string): Float64Array {
  const empty = () => ({
    kind: "number" as const,
    values: new Float64Array(table.length).fill(Number.NaN),
  });
  return columnOfKind(table, name, "number", empty).values;
}

/**
 * The text column of that name.
 * @throws VitalError `core/unknown-column` or `core/wrong-column-kind`.
 *
 * @example
 * ```ts
 * import { tableFrom, textOf } from "@vitalcore/core";
 * textOf(tableFrom({ area: ["NA", "NA"] }), "area").levels; // => ["NA"]
 * ```
 */
export function textOf(table: Table, name: string): TextColumn {
  const empty = () => ({
    kind: "text" as const,
    codes: new Int32Array(table.length).fill(MISSING_CODE),
    levels: [],
  });
  return columnOfKind(table, name, "text", empty);
}

/**
 * The truth values of a column: 0, 1, and 255 where missing.
 * @throws VitalError `core/unknown-column` or `core/wrong-column-kind`.
 *
 * @example
 * ```ts
 * import { booleansOf, tableFrom } from "@vitalcore/core";
 * [...booleansOf(tableFrom({ online: [true, null] }), "online")]; // => [1, 255]
 * ```
 */
export function booleansOf(table: Table, name: string): Uint8Array {
  const empty = () => ({
    kind: "boolean" as const,
    values: new Uint8Array(table.length).fill(MISSING_BOOLEAN),
  });
  return columnOfKind(table, name, "boolean", empty).values;
}
