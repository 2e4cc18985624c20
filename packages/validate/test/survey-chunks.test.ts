import { type AnyTable, type Column, tableFrom, tableOf } from "@vitalcore/core";
import { checkSurvey, type SurveySpec, startSurveyCheck } from "@vitalcore/validate/survey";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const QUESTIONS = Array.from({ length: 10 }, (_, i) => `q${i}`);
const spec: SurveySpec = {
  id: "id",
  weight: "w",
  strata: "stratum",
  psu: "psu",
  interviewer: "by",
  age: "age",
  questions: QUESTIONS.map((column) => ({ column, codes: [1, 2], missing: [9] })),
  batteries: [QUESTIONS],
};

/** Files in which nearly everything occurs that the checks look for. */
const interview = fc.record({
  id: fc.nat({ max: 300 }),
  w: fc.constantFrom(1, 2, 1.5, 0, -1, 90, null),
  stratum: fc.constantFrom("a", "b", "c", null),
  psu: fc.constantFrom("1", "2", "3"),
  by: fc.constantFrom("x", "y"),
  age: fc.constantFrom(25, 30, 31, 35, 40, null),
  note: fc.constantFrom("fine", "call 0700 000 000", null),
  answers: fc.oneof(
    fc.constant([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
    fc.array(fc.constantFrom(1, 2, 3, 9, null), { minLength: 10, maxLength: 10 }),
  ),
});

function part(table: AnyTable, from: number, to: number): AnyTable {
  const columns = table.names.map((name): [string, Column] => {
    const column: Column = table.column(name);
    if (column.kind === "number")
      return [name, { kind: "number", values: column.values.slice(from, to) }];
    if (column.kind === "boolean")
      return [name, { kind: "boolean", values: column.values.slice(from, to) }];
    return [name, { ...column, codes: column.codes.slice(from, to) }];
  });
  return tableOf(columns);
}

describe("a survey file in chunks of any size", () => {
  it("gives the findings of the whole", () => {
    fc.assert(
      fc.property(
        fc.array(interview, { minLength: 1, maxLength: 150 }),
        fc.array(fc.nat({ max: 150 })),
        (rows, cuts) => {
          const flat = rows.map(({ answers, ...rest }) => ({
            ...rest,
            ...Object.fromEntries(QUESTIONS.map((name, i) => [name, answers[i] ?? null])),
          }));
          const table = tableFrom(flat) as AnyTable;
          const check = startSurveyCheck(spec);
          const places = [
            0,
            ...cuts.filter((cut) => cut < rows.length).sort((a, b) => a - b),
            rows.length,
          ];
          for (let i = 1; i < places.length; i++) {
            check.add(part(table, places[i - 1] as number, places[i] as number));
          }
          expect(check.finish()).toEqual(checkSurvey(table, spec));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is text where one chunk has text", () => {
    const check = startSurveyCheck({ questions: [{ column: "q", codes: [1, 2] }] });
    check.add({ q: [1, 2] });
    check.add({ q: ["x", "1"] });
    expect(check.finish()).toMatchObject([{ place: { row: 3 }, found: "x" }]);
  });
});
