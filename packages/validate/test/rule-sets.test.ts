import { type Expression, tableFrom, type VitalError } from "@vitalcore/core";
import { type Rule, startValidation, validateTable } from "@vitalcore/validate";
import { describe, expect, it } from "vitest";
import { ruleSet } from "./support/rules.js";
import { placesOf, verdictOf } from "./support/verdict.js";

describe("a set of rules", () => {
  const refusal = (...rules: readonly unknown[]) => {
    try {
      startValidation(ruleSet(...(rules as Rule[])));
    } catch (error) {
      return (error as VitalError).findings.map(({ message, hint, found }) => ({
        message,
        hint,
        found,
      }));
    }
    return expect.unreachable();
  };

  it("is refused for kinds that do not exist, with the nearest, and for names given twice", () => {
    const [unknown, far, twice] = refusal(
      { rule: "range", column: "a", id: "q" },
      { rule: "rnge", column: "a" },
      { rule: "x" },
      { rule: "range", column: "b", id: "q" },
    );
    expect(unknown?.found).toBe("rnge");
    const kinds = "The kinds are: columns, type, required, range, codes, area, period, ";
    expect(unknown?.message).toBe('There is no kind of rule "rnge" (rule 2).');
    expect(unknown?.hint).toContain(`Did you mean "range"? ${kinds}`);
    expect(far?.message).toBe('There is no kind of rule "x" (rule 3).');
    expect(far?.hint?.startsWith(kinds)).toBe(true);
    expect(twice?.found).toBe("q");
  });

  it("may hold nothing that every object has", () => {
    expect(refusal({ rule: "toString" }).map(({ found }) => found)).toEqual(["toString"]);
  });

  it("names rules by kind and columns, those alike by number too", () => {
    const range = { rule: "range", column: "a", min: 0 } as const;
    const { rules } = validateTable(
      { a: [1] },
      ruleSet(range, range, { ...range, id: "mine" }, range, { rule: "columns", required: ["a"] }),
    );
    expect(rules.map(({ id }) => id)).toEqual([
      "range a",
      "range a (2)",
      "mine",
      "range a (3)",
      "columns",
    ]);
  });

  it("runs those rules that are of the levels asked for", () => {
    const range = { rule: "range", column: "a", min: 0 } as const;
    const ids = (levels?: readonly (0 | 1 | 2)[]) =>
      validateTable(
        { a: [1] },
        ruleSet({ rule: "columns", required: ["a"] }, range, { ...range, id: "second", level: 2 }),
        { ...(levels && { levels }) },
      ).rules.map(({ id, level }) => `${id} ${level}`);
    expect(ids()).toEqual(["columns 0", "range a 1", "second 2"]);
    expect(ids([1])).toEqual(["range a 1"]);
    expect(ids([0, 2])).toEqual(["columns 0", "second 2"]);
    expect(ids([])).toEqual([]);
  });
});

describe("a validation", () => {
  it("counts rows over chunks, and tells its subject", () => {
    const validation = startValidation(ruleSet({ rule: "range", column: "a", min: 0 }), {
      subject: "s",
    });
    expect(validation.rows).toBe(0);
    validation.add({ a: [1, -1] });
    expect(validation.rows).toBe(2);
    validation.add({ a: [-1] });
    const report = validation.finish();
    expect([report.rows, report.subject]).toEqual([3, "s"]);
    expect(report.findings.map(({ place }) => place.row)).toEqual([2, 3]);
    expect(validateTable({ a: [1] }, ruleSet()).subject).toBe(null);
  });

  it("stops a rule whose column goes, once, and what it found stays", () => {
    const rule: Rule = { rule: "range", column: "a", min: 0 };
    const verdict = verdictOf(rule, [{ a: [-1] }, { b: [1] }, { b: [1] }, { a: [-1] }]);
    expect(verdict).toMatchObject({
      outcome: "fail",
      failed: 1,
      reasons: ['there is no column "a"'],
    });
    expect(verdict.findings.map(({ code }) => code)).toEqual([
      "validate/out-of-range",
      "validate/not-evaluable",
    ]);
    // Nothing is compared in the end with what was gathered only in part.
    const sum = verdictOf({ rule: "unique", columns: ["a"] }, [{ b: [1] }, { a: [1, 1] }]);
    expect(sum.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ["validate/not-evaluable", "error"],
    ]);
  });

  it("stops a rule that does not fit its columns, with all that is wrong", () => {
    const less = (column: string) => ({ op: "<", args: [{ column }, 3] }) as Expression;
    const rule: Rule = {
      rule: "expression",
      holds: { op: "and", args: [less("a"), less("b")] },
      message: "wrong",
    };
    const { outcome, reasons, findings } = verdictOf(rule, [
      { a: ["x"], b: ["y"] },
      { a: ["x"], b: ["y"] },
    ]);
    expect([outcome, findings.length, reasons.length]).toEqual(["not-evaluable", 1, 1]);
    expect(reasons[0]).toMatch(/\. /);
  });

  it("lets errors that are no findings through", () => {
    const broken = {
      ...tableFrom({ a: [1] }),
      column: () => {
        throw new TypeError("broken");
      },
    };
    expect(() =>
      validateTable(broken as never, ruleSet({ rule: "range", column: "a", min: 0 })),
    ).toThrow("broken");
  });

  it("does not quote columns that its options or any chunk call identifying", () => {
    const rule: Rule = { rule: "codes", column: "who", codes: ["Ann"] };
    const quoted = (...input: Parameters<typeof verdictOf>) =>
      verdictOf(...input).findings.map(({ found }) => found);
    const plain = { who: ["Bob"], x: [1] };
    const marked = tableFrom(plain, { identifying: ["who"] });
    expect(quoted(rule, plain)).toEqual(["Bob"]);
    expect(quoted(rule, plain, { identifying: ["who"] })).toEqual([undefined]);
    expect(quoted(rule, plain, { identifying: ["x"] })).toEqual(["Bob"]);
    expect(quoted(rule, marked)).toEqual([undefined]);
    expect(quoted(rule, [marked, plain])).toEqual([undefined, undefined]);
    expect(quoted(rule, [plain, marked])).toEqual(["Bob", undefined]);
    expect(quoted(rule, marked, { identifying: ["x"] })).toEqual([undefined]);
    const area: Rule = { rule: "area", column: "who" };
    expect(quoted(area, [marked, plain])).toEqual([undefined, undefined]);
    const where = { op: "==", args: [{ column: "x" }, 1] } as const;
    expect(quoted({ ...area, where }, marked)).toEqual([undefined]);
  });

  it("needs the columns of the rows that a rule is about", () => {
    const where = { op: "==", args: [{ column: "w" }, 1] } as const;
    const rule: Rule = { rule: "range", column: "a", min: 0, where };
    expect(verdictOf(rule, { a: [-1] }).reasons).toEqual(['there is no column "w"']);
    expect(placesOf(rule, { a: [-1, -1], w: [1, 2] })).toEqual(["1 out-of-range a"]);
  });

  it("takes tables by name, in any form", () => {
    const rule: Rule = { rule: "reference", columns: ["a"], table: "list" };
    const tables = { other: [{ b: 1 }], list: [{ a: "x" }] };
    expect(placesOf(rule, { a: ["x", "y"] }, { tables })).toEqual(["2 reference-unknown a"]);
  });
});
