import { find } from "./catalog.js";
import {
  booleanColumn,
  type Cell,
  type Column,
  cellAt,
  numberColumn,
  textColumn,
} from "./column.js";
import { type Expression, inspectExpression, type Operator } from "./expression.js";
import type { Finding } from "./finding.js";
import type { Table } from "./table.js";
import { throwIfErrors } from "./vital-error.js";

/** The value of an expression in every row, and what could not be evaluated. */
export interface Evaluation {
  readonly column: Column;
  /** One warning for each way in which arithmetic had no value: count and first row. */
  readonly findings: readonly Finding[];
}

type ValueInRow = (row: number) => Cell;

/** Notes a row in which an operation has no value, and gives its missing value. */
type Undefined = (reason: string, row: number) => null;

/**
 * Evaluates an expression in every row of a table. Logic has three values (Kleene): `true or
 * missing` is true, `true and missing` is missing; arithmetic and comparison with a missing value
 * are missing. A division by zero, a logarithm of zero or less, a root of a negative number and an
 * overflow are missing too, and reported.
 *
 * @throws VitalError with all problems of the expression, see `checkExpression`.
 *
 * @example
 * ```ts
 * import { cellAt, evaluate, tableFrom } from "@vitalcore/core";
 * const table = tableFrom({ users: [51, 0], people: [100, 0] });
 * const share = { op: "/", args: [{ column: "users" }, { column: "people" }] } as const;
 * const { column, findings } = evaluate(share, table);
 * cellAt(column, 0); // => 0.51
 * cellAt(column, 1); // => null
 * findings[0]?.message; // => "1 rows have no value: division by zero (first in row 2)."
 * ```
 */
export function evaluate(expression: Expression, table: Table): Evaluation {
  const { kind, findings: problems } = inspectExpression(expression, table);
  throwIfErrors(problems);
  const undefinedRows = new Map<string, { count: number; row: number }>();
  const valueIn = compile(expression, table, (reason, row) => {
    const known = undefinedRows.get(reason);
    if (known === undefined) undefinedRows.set(reason, { count: 1, row: row + 1 });
    else known.count += 1;
    return null;
  });
  const cells = Array.from({ length: table.length }, (_, row) => valueIn(row));
  const findings = [...undefinedRows].map(([reason, { count, row }]) =>
    find("core/undefined-arithmetic", { place: { row }, facts: { count, reason } }),
  );
  return { column: columnOf(kind, cells), findings };
}

function columnOf(kind: Column["kind"] | "unknown", cells: readonly Cell[]): Column {
  if (kind === "text") return textColumn(cells as (string | null)[]);
  if (kind === "boolean") return booleanColumn(cells as (boolean | null)[]);
  return numberColumn(cells as (number | null)[]);
}

/** Rows in which a condition holds, and the number of rows in which it is missing. */
export interface Selection {
  /** Indices from 0, ascending. */
  readonly rows: Int32Array;
  /** Rows that are not selected because the condition is missing there. */
  readonly undecided: number;
  readonly findings: readonly Finding[];
}

/**
 * The rows of a table in which a condition is true. Rows in which it is missing are not selected,
 * and counted.
 *
 * @throws VitalError if the expression is faulty or does not give truth values.
 *
 * @example
 * ```ts
 * import { select, tableFrom } from "@vitalcore/core";
 * const table = tableFrom({ age: [17, 18, null] });
 * const adults = select({ op: ">=", args: [{ column: "age" }, 18] }, table);
 * [...adults.rows]; // => [1]
 * adults.undecided; // => 1
 * ```
 */
export function select(condition: Expression, table: Table): Selection {
  // `and` of one argument is the argument; it makes the checker ask for truth values.
  const { column, findings } = evaluate({ op: "and", args: [condition] }, table);
  const rows: number[] = [];
  let undecided = 0;
  for (let row = 0; row < table.length; row++) {
    const holds = cellAt(column, row);
    if (holds === true) rows.push(row);
    else if (holds === null) undecided += 1;
  }
  return { rows: Int32Array.from(rows), undecided, findings };
}

function compile(expression: Expression, table: Table, undef: Undefined): ValueInRow {
  if (expression === null || typeof expression !== "object") return () => expression;
  if ("column" in expression) {
    const column: Column = table.column(expression.column);
    return (row) => cellAt(column, row);
  }
  const args = expression.args.map((arg) => compile(arg, table, undef));
  return operation(expression.op, args, undef);
}

/** Arithmetic on values that are all present. */
const ARITHMETIC: Partial<Record<Operator, (...values: number[]) => number | string>> = {
  "+": (...values) => values.reduce((sum, value) => sum + value, 0),
  "*": (...values) => values.reduce((product, value) => product * value, 1),
  "-": (a, b) => (b === undefined ? -(a as number) : (a as number) - b),
  "/": (a, b) => (b === 0 ? "division by zero" : (a as number) / (b as number)),
  min: Math.min,
  max: Math.max,
  abs: Math.abs,
  floor: Math.floor,
  exp: Math.exp,
  ln: (x) => ((x as number) > 0 ? Math.log(x as number) : "logarithm of zero or less"),
  sqrt: (x) => ((x as number) >= 0 ? Math.sqrt(x as number) : "root of a negative number"),
};

const COMPARISON: Partial<Record<Operator, (a: never, b: never) => boolean>> = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

function operation(operator: Operator, args: readonly ValueInRow[], undef: Undefined): ValueInRow {
  const [first, second] = args as [ValueInRow, ValueInRow];
  if (operator === "and" || operator === "or") return connective(args, operator === "or");
  if (operator === "not") return (row) => negation(first(row));
  if (operator === "missing") return (row) => first(row) === null;
  if (operator === "in") return membership(first, args.slice(1));
  if (operator === "coalesce") {
    return (row) => {
      for (const arg of args) {
        const value = arg(row);
        if (value !== null) return value;
      }
      return null;
    };
  }
  const compare = COMPARISON[operator];
  if (compare !== undefined) {
    return (row) => {
      const a = first(row);
      const b = second(row);
      return a === null || b === null ? null : compare(a as never, b as never);
    };
  }
  const calculate = ARITHMETIC[operator] as (...values: number[]) => number | string;
  return (row) => {
    const values = args.map((arg) => arg(row));
    if (values.includes(null)) return null;
    const result = calculate(...(values as number[]));
    if (typeof result === "string") return undef(result, row);
    return Number.isFinite(result) ? result : undef("overflow", row);
  };
}

/** `or` is decided by a true argument, `and` by a false one; otherwise a missing one decides. */
function connective(args: readonly ValueInRow[], decisive: boolean): ValueInRow {
  return (row) => {
    let missing = false;
    for (const arg of args) {
      const value = arg(row);
      if (value === decisive) return decisive;
      missing ||= value === null;
    }
    return missing ? null : !decisive;
  };
}

function negation(value: Cell): Cell {
  return value === null ? null : !value;
}

function membership(wanted: ValueInRow, candidates: readonly ValueInRow[]): ValueInRow {
  const equals = (candidate: ValueInRow) => (row: number) => {
    const value = wanted(row);
    const other = candidate(row);
    return value === null || other === null ? null : value === other;
  };
  return connective(candidates.map(equals), true);
}
