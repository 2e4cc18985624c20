import { type Expression, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";

/** A value with its derivatives: forward automatic differentiation. */
export interface Dual {
  readonly value: number;
  readonly slopes: Float64Array;
}

const mapped = (slopes: Float64Array, factor: number) => slopes.map((slope) => slope * factor);

function combined(a: Dual, b: Dual, value: number, da: number, db: number): Dual {
  return { value, slopes: a.slopes.map((slope, i) => slope * da + b.slopes[i]! * db) };
}

function apply(op: string, args: readonly Dual[]): Dual | undefined {
  const [a, b] = args as [Dual, Dual | undefined];
  switch (op) {
    case "+":
      return args.reduce((sum, term) => combined(sum, term, sum.value + term.value, 1, 1));
    case "*":
      return args.reduce((all, term) =>
        combined(all, term, all.value * term.value, term.value, all.value),
      );
    case "-":
      return b === undefined
        ? { value: -a.value, slopes: mapped(a.slopes, -1) }
        : combined(a, b, a.value - b.value, 1, -1);
    case "/":
      return combined(a, b!, a.value / b!.value, 1 / b!.value, -a.value / b!.value ** 2);
    case "ln":
      return { value: Math.log(a.value), slopes: mapped(a.slopes, 1 / a.value) };
    case "exp":
      return { value: Math.exp(a.value), slopes: mapped(a.slopes, Math.exp(a.value)) };
    case "sqrt": {
      const root = Math.sqrt(a.value);
      return { value: root, slopes: mapped(a.slopes, 1 / (2 * root)) };
    }
    default:
      return undefined;
  }
}

/**
 * The value and the derivatives of an expression over named values. The operators are `+`, `-`, `*`,
 * `/`, `ln`, `exp` and `sqrt`.
 */
export function evaluateDual(
  expression: Expression,
  names: readonly string[],
  values: Float64Array,
): Dual {
  if (typeof expression === "number") {
    return { value: expression, slopes: new Float64Array(names.length) };
  }
  if (typeof expression === "object" && expression !== null && "column" in expression) {
    const at = names.indexOf(expression.column);
    if (at < 0) unknownEstimate(expression.column, names);
    const slopes = new Float64Array(names.length);
    slopes[at] = 1;
    return { value: values[at]!, slopes };
  }
  if (typeof expression === "object" && expression !== null) {
    const args = expression.args.map((arg) => evaluateDual(arg, names, values));
    const result = args.length > 0 ? apply(expression.op, args) : undefined;
    if (result !== undefined) return result;
  }
  throwIfErrors([
    find("survey/option", {
      found: typeof expression === "object" ? (expression?.op ?? null) : expression,
      facts: { option: "an operator in a contrast", wanted: "+, -, *, /, ln, exp or sqrt" },
    }),
  ]);
  throw new Error("unreachable");
}

/** The error for a name that no estimate has. */
export function unknownEstimate(key: string, keys: readonly string[]): never {
  throwIfErrors([
    find("survey/option", {
      found: key,
      facts: { option: "an estimate in a contrast", wanted: `one of: ${keys.join("; ")}` },
    }),
  ]);
  throw new Error("unreachable");
}
