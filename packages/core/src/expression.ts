import { find } from "./catalog.js";
import type { Column } from "./column.js";
import type { Fact, Finding } from "./finding.js";
import { nearest } from "./nearest.js";
import { KIND_IN_WORDS, type Table } from "./table.js";

/** A value standing in an expression; `null` is a missing value. */
export type Literal = number | string | boolean | null;

/** The cell of a column in the row at hand. */
export interface ColumnReference {
  readonly column: string;
}

/** An operator applied to its arguments. */
export interface Operation {
  readonly op: Operator;
  readonly args: readonly Expression[];
}

/**
 * A small expression over the columns of a table, as JSON: what `subset`, derived columns, rules and
 * the predicates of groups are written in. No strings to parse, nothing is evaluated as code.
 *
 * @example
 * ```ts
 * import type { Expression } from "@vitalcore/core";
 * const adultWomen: Expression = {
 *   op: "and",
 *   args: [
 *     { op: "==", args: [{ column: "sex" }, "F"] },
 *     { op: ">=", args: [{ column: "age" }, 18] },
 *   ],
 * };
 * ```
 */
export type Expression = Literal | ColumnReference | Operation;

/** `same`: any kind, the same for all arguments; `any`: any kind. */
type Operand = Column["kind"] | "same" | "any";

interface Signature {
  readonly takes: Operand;
  readonly least: number;
  readonly most: number;
  /** The kind of the result; `same`: that of the arguments. */
  readonly gives: Column["kind"] | "same";
}

const MANY = 1000;

/** What each operator takes and gives. The arithmetic stands in `evaluate.ts`. */
export const SIGNATURES = {
  and: { takes: "boolean", least: 1, most: MANY, gives: "boolean" },
  or: { takes: "boolean", least: 1, most: MANY, gives: "boolean" },
  not: { takes: "boolean", least: 1, most: 1, gives: "boolean" },
  "==": { takes: "same", least: 2, most: 2, gives: "boolean" },
  "!=": { takes: "same", least: 2, most: 2, gives: "boolean" },
  "<": { takes: "number", least: 2, most: 2, gives: "boolean" },
  "<=": { takes: "number", least: 2, most: 2, gives: "boolean" },
  ">": { takes: "number", least: 2, most: 2, gives: "boolean" },
  ">=": { takes: "number", least: 2, most: 2, gives: "boolean" },
  in: { takes: "same", least: 2, most: MANY, gives: "boolean" },
  missing: { takes: "any", least: 1, most: 1, gives: "boolean" },
  "+": { takes: "number", least: 1, most: MANY, gives: "number" },
  "-": { takes: "number", least: 1, most: 2, gives: "number" },
  "*": { takes: "number", least: 1, most: MANY, gives: "number" },
  "/": { takes: "number", least: 2, most: 2, gives: "number" },
  min: { takes: "number", least: 1, most: MANY, gives: "number" },
  max: { takes: "number", least: 1, most: MANY, gives: "number" },
  abs: { takes: "number", least: 1, most: 1, gives: "number" },
  floor: { takes: "number", least: 1, most: 1, gives: "number" },
  ln: { takes: "number", least: 1, most: 1, gives: "number" },
  exp: { takes: "number", least: 1, most: 1, gives: "number" },
  sqrt: { takes: "number", least: 1, most: 1, gives: "number" },
  coalesce: { takes: "same", least: 1, most: MANY, gives: "same" },
} as const satisfies Record<string, Signature>;

/**
 * The operators: logic in three values (`and`, `or`, `not`), comparison (`==`, `!=`, `<`, `<=`,
 * `>`, `>=`, `in`: the first argument equals one of the others), `missing`, arithmetic (`+`, `-`,
 * `*`, `/`, `min`, `max`, `abs`, `floor`, `ln`, `exp`, `sqrt`) and `coalesce` (the first that is not
 * missing).
 */
export type Operator = keyof typeof SIGNATURES;

/** The kind of value an expression gives; `unknown` for a bare `null` or a faulty part. */
type Kind = Column["kind"] | "unknown";

const DEEPEST = 100;

function signatureOf(operator: string): Signature | undefined {
  return Object.hasOwn(SIGNATURES, operator) ? SIGNATURES[operator as Operator] : undefined;
}

/**
 * Checks an expression against a table: its shape, its columns, the kinds of its operands.
 *
 * @returns all problems, each with the path of the part; none if the expression can be evaluated.
 *
 * @example
 * ```ts
 * import { checkExpression, tableFrom } from "@vitalcore/core";
 * const table = tableFrom({ age: [17, 30] });
 * const findings = checkExpression({ op: ">=", args: [{ column: "aeg" }, 18] }, table);
 * findings[0]?.suggestion; // => "age"
 * ```
 */
export function checkExpression(expression: unknown, table: Table): readonly Finding[] {
  return inspectExpression(expression, table).findings;
}

/** The problems of an expression, and the kind of column it gives. */
export function inspectExpression(
  expression: unknown,
  table: Table,
): { readonly kind: Column["kind"] | "unknown"; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const kind = kindOf(expression, table, [], findings);
  return { kind, findings };
}

type Path = readonly (string | number)[];

function kindOf(expression: unknown, table: Table, path: Path, findings: Finding[]): Kind {
  const at = path.length === 0 ? "the top" : path.join(".");
  const reject = () => {
    findings.push(
      find("core/expression-shape", { place: { path }, found: expression, facts: { at } }),
    );
    return "unknown" as const;
  };
  if (expression === null) return "unknown";
  if (typeof expression === "number") return Number.isFinite(expression) ? "number" : reject();
  if (typeof expression === "string") return "text";
  if (typeof expression === "boolean") return "boolean";
  if (typeof expression !== "object" || Array.isArray(expression)) return reject();
  if ("column" in expression) {
    return typeof expression.column === "string"
      ? kindOfColumn(expression.column, table, path, findings)
      : reject();
  }
  if (!("op" in expression && "args" in expression)) return reject();
  const { op, args } = expression;
  if (typeof op !== "string" || !Array.isArray(args)) return reject();
  if (path.length >= 2 * DEEPEST) {
    findings.push(find("core/expression-too-deep", { place: { path }, facts: { limit: DEEPEST } }));
    return "unknown";
  }
  return kindOfOperation(op, args, table, path, findings);
}

function kindOfColumn(column: string, table: Table, path: Path, findings: Finding[]): Kind {
  if (table.has(column)) return table.column(column).kind;
  const facts = { columns: table.names };
  const suggestion = nearest(column, table.names);
  findings.push(find("core/unknown-column", { place: { column, path }, facts, suggestion }));
  return "unknown";
}

function kindOfOperation(
  operator: string,
  args: readonly unknown[],
  table: Table,
  path: Path,
  findings: Finding[],
): Kind {
  const at = path.length === 0 ? "the top" : path.join(".");
  const place = { path };
  const signature = signatureOf(operator);
  if (signature === undefined) {
    const operators = Object.keys(SIGNATURES);
    const suggestion = nearest(operator, operators);
    const facts = { at, operators };
    findings.push(find("core/unknown-operator", { place, found: operator, facts, suggestion }));
    return "unknown";
  }
  const { least, most, takes, gives } = signature;
  if (args.length < least || args.length > most) {
    const wanted = least === most ? `${least} argument(s)` : `${least} to ${most} arguments`;
    const facts = { operator, at, wanted };
    findings.push(find("core/operator-arguments", { place, found: args.length, facts }));
  }
  const kinds = args.map((arg, i) => kindOf(arg, table, [...path, "args", i], findings));
  const known = kinds.find((kind): kind is Column["kind"] => kind !== "unknown");
  if (takes === "any" || known === undefined) return gives === "same" ? "unknown" : gives;
  const wanted = takes === "same" ? known : takes;
  const wrong = kinds.findIndex((kind) => kind !== "unknown" && kind !== wanted);
  if (wrong >= 0) {
    const facts: Record<"operator" | "at" | "wanted" | "kind", Fact> = {
      operator,
      at,
      wanted: KIND_IN_WORDS[wanted],
      kind: KIND_IN_WORDS[kinds[wrong] as Column["kind"]],
    };
    findings.push(find("core/operand-kind", { place: { path: [...path, "args", wrong] }, facts }));
  }
  return gives === "same" ? wanted : gives;
}
