import { type Column, type Expression, requireColumns, type Table, tableOf } from "@vitalcore/core";
import { listOf } from "../design/design-spec.js";
import {
  isReplicatePlan,
  keyColumns,
  plannedColumns,
  plannedWeights,
  type ReplicatePlan,
  type StatisticsPlan,
} from "./plan.js";

/** Columns of a table as threads get them. */
export interface SharedColumns {
  readonly columns: readonly (readonly [name: string, column: Column])[];
  readonly identifying: readonly string[];
}

function columnsIn(expression: Expression): string[] {
  if (typeof expression !== "object" || expression === null) return [];
  return "column" in expression ? [expression.column] : expression.args.flatMap(columnsIn);
}

/** Names of the columns that a plan reads. */
function columnsRead(plan: StatisticsPlan | ReplicatePlan): string[] {
  const { strata, clusters, by } = keyColumns(plan);
  const subset = plan.subset === undefined ? [] : columnsIn(plan.subset);
  const columns = [...strata, ...clusters, ...by, ...plannedColumns(plan), ...subset];
  if (isReplicatePlan(plan)) columns.push(...plannedWeights(plan).filter((name) => name !== null));
  else {
    const { weights, probabilities, fpc } = plan.design;
    const given = [typeof weights === "object" ? weights.column : weights, probabilities];
    columns.push(...given.filter((name) => name !== undefined), ...listOf(fpc));
  }
  return [...new Set(columns)];
}

type Values = Float64Array | Int32Array | Uint8Array;

function share<Kind extends Values>(values: Kind): Kind {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const Values = values.constructor as new (buffer: SharedArrayBuffer) => Kind;
  const shared = new Values(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}

function sharedColumn(column: Column): Column {
  return column.kind === "text"
    ? { ...column, codes: share(column.codes) }
    : ({ ...column, values: share(column.values) } as Column);
}

/** Whether this platform has memory that threads can share: browsers only on pages that are isolated. */
export function canShare(): boolean {
  return typeof SharedArrayBuffer === "function";
}

/** The columns that a plan reads: in shared memory, or as they are. */
export function readColumns(
  table: Table,
  plan: StatisticsPlan | ReplicatePlan,
  shared: boolean,
): SharedColumns {
  const names = columnsRead(plan);
  requireColumns(table, names);
  return {
    columns: names.map((name): readonly [string, Column] => {
      const column: Column = table.column(name);
      return [name, shared ? sharedColumn(column) : column];
    }),
    identifying: names.filter((name) => table.identifying.has(name)),
  };
}

/** Some rows of columns, next to each other; nothing is copied. */
export function rowsOf({ columns, identifying }: SharedColumns, from: number, to: number): Table {
  const part = (column: Column): Column =>
    column.kind === "text"
      ? { ...column, codes: column.codes.subarray(from, to) }
      : ({ ...column, values: column.values.subarray(from, to) } as Column);
  return tableOf(
    columns.map(([name, column]) => [name, part(column)] as const),
    { identifying },
  );
}
