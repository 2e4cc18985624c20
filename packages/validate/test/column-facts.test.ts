import { type AnyTable, type Column, tableOf, textColumn } from "@vitalcore/core";
import { type Rule, startValidation, validateTable } from "@vitalcore/validate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleSet } from "./support/rules.js";

/** Longer than some blocks of the search, with long faultless stretches. */
const cells = fc
  .array(
    fc.tuple(
      fc.constantFrom(7, 7, 7, 0, 100, 3.5, -1, 101, Number.NaN, 2 ** 60, -(2 ** 52), 1e-300),
      fc.integer({ min: 1, max: 200 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((runs) =>
    Float64Array.from(
      // Only the first of a run may be odd.
      runs.flatMap(([value, times]) =>
        Array.from({ length: times }, (_, i) => (i === 0 ? value : 7)),
      ),
    ),
  );

const bounds = fc.tuple(fc.constantFrom(-Infinity, 0, 5), fc.constantFrom(Infinity, 100, 7));

function chunks(values: Float64Array, size: number): AnyTable[] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, i) =>
    tableOf([["x", { kind: "number", values: values.slice(i * size, (i + 1) * size) }]]),
  );
}

describe("what rules ask of a numeric column together", () => {
  it("is what a loop over the rows finds, for any number of rules and any chunks", () => {
    fc.assert(
      fc.property(
        cells,
        fc.array(bounds, { minLength: 0, maxLength: 3 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 300 }),
        (values, ranges, isWhole, size) => {
          const rules: Rule[] = ranges.map(([low, high]) => ({
            rule: "range",
            column: "x",
            min: low === -Infinity ? null : low,
            max: high === Infinity ? null : high,
          }));
          if (isWhole) rules.push({ rule: "type", column: "x", type: "integer" });
          rules.push({ rule: "required", columns: ["x"] });
          const validation = startValidation(ruleSet(...rules), { listed: 2000 });
          for (const chunk of chunks(values, size)) validation.add(chunk);
          const report = validation.finish();

          const rowsOf = (isWrong: (value: number) => boolean) =>
            [...values].flatMap((value, i) => (isWrong(value) ? [i + 1] : []));
          const wanted = [
            ...ranges.map(([low, high]) => rowsOf((value) => value < low || value > high)),
            ...(isWhole ? [rowsOf((value) => !Number.isNaN(value) && value % 1 !== 0)] : []),
            rowsOf(Number.isNaN),
          ];
          const found = report.rules.map(({ id }) =>
            report.findings.filter(({ facts }) => facts?.rule === id).map(({ place }) => place.row),
          );
          expect(found).toEqual(wanted);
          expect(report.rules.map(({ failed }) => failed)).toEqual(
            wanted.map(({ length }) => length),
          );
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });

  it("holds for a rule about some of the rows too", () => {
    const x = Array.from({ length: 500 }, (_, i) => i);
    const where = { op: ">=", args: [{ column: "x" }, 400] } as const;
    const { rules } = validateTable(
      { x },
      ruleSet(
        { rule: "range", column: "x", max: 100 },
        { rule: "range", column: "x", max: 450, where },
      ),
    );
    expect(rules.map(({ checked, failed }) => [checked, failed])).toEqual([
      [500, 399],
      [100, 49],
    ]);
  });

  it("does not take an infinite number for a whole one", () => {
    const table = tableOf([["x", { kind: "number", values: Float64Array.of(1, Infinity) }]]);
    const rule = { rule: "type", column: "x", type: "integer" } as const;
    expect(validateTable(table, ruleSet(rule)).findings[0]?.place.row).toBe(2);
  });
});

describe("missing texts", () => {
  const required = ruleSet({ rule: "required", columns: ["x"] });
  const made = textColumn(["a", "b", "a", null]);

  it.each<[string, Column, number[]]>([
    ["noted where the column was made", made, [4]],
    ["of a copy with other codes", { ...made, codes: Int32Array.of(0, -1, 1, -1) }, [2, 4]],
    ["of a copy without its missing cells", { ...made, codes: made.codes.slice(0, 3) }, []],
    ["of a part that shares its memory", { ...made, codes: made.codes.subarray(3) }, [1]],
    ["of a column of strangers", { kind: "text", codes: Int32Array.of(-1, 0), levels: ["a"] }, [1]],
    ["that are blank", textColumn(["a", " "]), [2]],
  ])("%s are found", (_, column, rows) => {
    const { findings } = validateTable(tableOf([["x", column]]), required);
    expect(findings.map(({ place }) => place.row)).toEqual(rows);
  });
});
