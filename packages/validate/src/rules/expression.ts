import { type AnyTable, cellAt, countMissing, type Expression, evaluate } from "@vitalcore/core";
import type { ExpressionRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

/** The columns that an expression reads. */
export function columnsIn(expression: unknown): readonly string[] {
  const found = new Set<string>();
  const open: unknown[] = [expression];
  while (open.length > 0) {
    const part = open.pop();
    if (typeof part !== "object" || part === null) continue;
    if ("column" in part && typeof part.column === "string") found.add(part.column);
    else if ("args" in part && Array.isArray(part.args)) open.push(...part.args.toReversed());
  }
  return [...found];
}

/**
 * A column without any value in this chunk has no kind, and fits every operator. What is no expression stays
 * as it is, for the evaluator to say so.
 */
function withoutEmpty(part: Expression, table: AnyTable): Expression {
  if (typeof part !== "object" || part === null) return part;
  if ("column" in part) {
    const known = table.has(part.column);
    return known && countMissing(table.column(part.column)) === table.length ? null : part;
  }
  if (!Array.isArray(part.args)) return part;
  return { op: part.op, args: part.args.map((arg) => withoutEmpty(arg, table)) };
}

/** The truth of a condition in every row of a table. */
export function truthOf(condition: Expression, table: AnyTable): (index: number) => boolean | null {
  // `and` of one argument makes the evaluator ask for truth values.
  const { column } = evaluate({ op: "and", args: [withoutEmpty(condition, table)] }, table);
  return (index) => cellAt(column, index) as boolean | null;
}

export const expression: RuleKind<ExpressionRule> = {
  level: 1,
  columns: ({ holds }) => columnsIn(holds),
  start({ holds, message, column, hint = "" }) {
    const read = columnsIn(holds);
    return {
      chunk({ table, rowOf }, tally) {
        const truth = truthOf(holds, table);
        let missing = 0;
        for (let i = 0; i < table.length; i++) {
          const value = truth(i);
          if (value === null) missing += 1;
          else if (value === false) {
            const secret = read.some((name) => table.identifying.has(name));
            const cells = secret
              ? "withheld"
              : read
                  .map((name) => `${name} ${cellAt(table.column(name), i) ?? "missing"}`)
                  .join(", ");
            const place = { row: rowOf(i), ...(column !== undefined && { column }) };
            tally.fail("validate/expression", { place, facts: { message, cells, advice: hint } });
          }
        }
        tally.checked(table.length - missing);
        tally.unknown(missing, "the condition is missing, because a value is");
      },
    };
  },
};
