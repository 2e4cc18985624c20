import type { Expression, Operator } from "@vitalcore/core";
import * as z from "zod";
import { guarded, nestedDeeperThan } from "./guard.js";

/** The operators of core's expressions. */
export const operators = [
  "and",
  "or",
  "not",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "in",
  "missing",
  "+",
  "-",
  "*",
  "/",
  "min",
  "max",
  "abs",
  "floor",
  "ln",
  "exp",
  "sqrt",
  "coalesce",
] as const satisfies readonly Operator[];

/** An operation and its list of arguments are two levels; core evaluates 100 operations. */
const DEEPEST = 200;

export const expressionShape: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.strictObject({ column: z.string() }),
    z.strictObject({ op: z.enum(operators), args: z.array(expressionShape) }),
  ]),
);

/**
 * An expression from outside: its shape alone. Whether its columns exist and its operands fit is checked
 * against a table by core's `checkExpression`.
 *
 * @example
 * ```ts
 * import { expressionSchema } from "@vitalcore/domain/schema";
 * expressionSchema.safeParse({ op: ">=", args: [{ column: "age" }, 18] }).success; // => true
 * ```
 */
export const expressionSchema: z.ZodType<Expression> = guarded(
  nestedDeeperThan(DEEPEST),
  expressionShape,
);
