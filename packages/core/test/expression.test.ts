import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Cell,
  cellAt,
  checkExpression,
  type Expression,
  evaluate,
  select,
  tableFrom,
} from "../src/index.js";

const table = tableFrom({
  sex: ["F", "M", null, "F"],
  age: [17, 30, 40, null],
  users: [0, 5, -5, 10],
  online: [true, false, null, true],
});

function valuesOf(expression: Expression): Cell[] {
  const { column } = evaluate(expression, table);
  return Array.from({ length: table.length }, (_, row) => cellAt(column, row));
}

const column = (name: string) => ({ column: name });

describe("evaluate", () => {
  it.each<[Expression, Cell[]]>([
    [7, [7, 7, 7, 7]],
    [null, [null, null, null, null]],
    [column("sex"), ["F", "M", null, "F"]],
    [{ op: "==", args: [column("sex"), "F"] }, [true, false, null, true]],
    [{ op: "!=", args: [column("sex"), "F"] }, [false, true, null, false]],
    [{ op: ">=", args: [column("age"), 30] }, [false, true, true, null]],
    [{ op: "<", args: [column("age"), 30] }, [true, false, false, null]],
    [{ op: ">", args: [column("age"), 30] }, [false, false, true, null]],
    [{ op: "<=", args: [column("age"), 30] }, [true, true, false, null]],
    [{ op: "in", args: [column("sex"), "M", "X"] }, [false, true, null, false]],
    [{ op: "in", args: [column("sex"), "M", null] }, [null, true, null, null]],
    [{ op: "missing", args: [column("age")] }, [false, false, false, true]],
    [{ op: "not", args: [column("online")] }, [false, true, null, false]],
    [{ op: "+", args: [column("users"), 1, 1] }, [2, 7, -3, 12]],
    [{ op: "-", args: [column("users")] }, [-0, -5, 5, -10]],
    [{ op: "-", args: [column("users"), 1] }, [-1, 4, -6, 9]],
    [{ op: "*", args: [column("users"), column("age")] }, [0, 150, -200, null]],
    [{ op: "/", args: [column("users"), 2] }, [0, 2.5, -2.5, 5]],
    [{ op: "/", args: [10, column("users")] }, [null, 2, -2, 1]],
    [{ op: "min", args: [column("users"), 3] }, [0, 3, -5, 3]],
    [{ op: "max", args: [column("users"), 3] }, [3, 5, 3, 10]],
    [{ op: "abs", args: [column("users")] }, [0, 5, 5, 10]],
    [{ op: "floor", args: [{ op: "/", args: [column("users"), 2] }] }, [0, 2, -3, 5]],
    [{ op: "exp", args: [0] }, [1, 1, 1, 1]],
    [{ op: "ln", args: [column("users")] }, [null, Math.log(5), null, Math.log(10)]],
    [{ op: "sqrt", args: [column("users")] }, [0, Math.sqrt(5), null, Math.sqrt(10)]],
    [{ op: "coalesce", args: [column("age"), 0] }, [17, 30, 40, 0]],
    [{ op: "coalesce", args: [column("sex"), "unknown"] }, ["F", "M", "unknown", "F"]],
  ])("%j", (expression, expected) => {
    expect(valuesOf(expression)).toEqual(expected);
  });

  it("keeps the kind of a column that has no value in any row", () => {
    const { column: none } = evaluate({ op: "==", args: [null, 1] }, table);
    expect(none.kind).toBe("boolean");
  });

  it("reports once for each way in which arithmetic has no value", () => {
    const root: Expression = { op: "sqrt", args: [{ op: "ln", args: [column("users")] }] };
    expect(evaluate(root, table).findings.map(({ message }) => message)).toEqual([
      "2 rows have no value: logarithm of zero or less (first in row 1).",
    ]);
    expect(evaluate({ op: "exp", args: [1000] }, table).findings[0]?.facts).toEqual({
      count: 4,
      reason: "overflow",
    });
  });

  it("follows Kleene's tables, in any order of the arguments (property)", () => {
    const truth = fc.constantFrom(true, false, null);
    fc.assert(
      fc.property(fc.array(truth, { minLength: 1, maxLength: 4 }), (values) => {
        const one = tableFrom({ row: [1] });
        const say = (op: "and" | "or", args: readonly Expression[]) =>
          cellAt(evaluate({ op, args }, one).column, 0);
        const and = values.includes(false) ? false : values.includes(null) ? null : true;
        const or = values.includes(true) ? true : values.includes(null) ? null : false;
        expect(say("and", values)).toBe(and);
        expect(say("or", [...values].reverse())).toBe(or);
      }),
    );
  });
});

describe("select", () => {
  it("takes the rows in which the condition is true, and counts the undecided", () => {
    const adults = select({ op: ">=", args: [column("age"), 30] }, table);
    expect([...adults.rows]).toEqual([1, 2]);
    expect(adults.undecided).toBe(1);
  });

  it("refuses a condition that is not a truth value", () => {
    expect(() => select(column("age"), table)).toThrow("needs truth values, and is given numbers");
  });
});

describe("checkExpression", () => {
  it("reports every problem with its path, and suggestions", () => {
    const findings = checkExpression(
      {
        op: "and",
        args: [
          { op: "=", args: [column("age"), 18] },
          { op: "==", args: [column("sx"), "F"] },
          { op: "<", args: [column("sex"), 3] },
          { op: "not", args: [true, false] },
          { op: "==", args: [column("age"), "18"] },
          ["and"],
          Number.NaN,
          { columns: "age" },
        ],
      },
      table,
    );
    expect(findings.map(({ code, place }) => [code, place.path?.join(".")])).toEqual([
      ["core/unknown-operator", "args.0"],
      ["core/unknown-column", "args.1.args.0"],
      ["core/operand-kind", "args.2.args.0"],
      ["core/operator-arguments", "args.3"],
      ["core/operand-kind", "args.4.args.1"],
      ["core/expression-shape", "args.5"],
      ["core/expression-shape", "args.6"],
      ["core/expression-shape", "args.7"],
    ]);
    expect(findings[0]?.suggestion).toBe("==");
    expect(findings[1]?.suggestion).toBe("sex");
  });

  it("refuses names of prototypes as operators, and nesting without end", () => {
    const proto = { op: "constructor", args: [] };
    expect(checkExpression(proto, table)[0]?.code).toBe("core/unknown-operator");
    let deep: unknown = column("online");
    for (let i = 0; i < 50_000; i++) deep = { op: "not", args: [deep] };
    expect(checkExpression(deep, table).map(({ code }) => code)).toEqual([
      "core/expression-too-deep",
    ]);
  });
});
