import { tableFromArrays } from "apache-arrow";
import { table as arqueroTable } from "arquero";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  booleansOf,
  type Cell,
  type Column,
  cellAt,
  countMissing,
  isVitalError,
  type NumberColumn,
  numbersOf,
  requireColumns,
  type TextColumn,
  tableFrom,
  type tableOf,
  textOf,
} from "../src/index.js";

function findingsOf(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (isVitalError(error)) return error.findings;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const cellsOf = (column: Column, length: number): Cell[] =>
  Array.from({ length }, (_, i) => cellAt(column, i));

describe("tableFrom", () => {
  it("reads rows; absent, null, undefined and NaN cells are missing, zero and empty text are not", () => {
    const table = tableFrom([
      { area: "NA", value: 0, online: true },
      { area: "", value: null, online: null },
      { value: Number.NaN, online: false, late: "x" },
    ] as readonly Record<string, Cell>[]);
    expect(table.names).toEqual(["area", "value", "online", "late"]);
    expect(cellsOf(table.column("area"), 3)).toEqual(["NA", "", null]);
    expect(cellsOf(table.column("value"), 3)).toEqual([0, null, null]);
    expect(cellsOf(table.column("online"), 3)).toEqual([true, null, false]);
    expect(cellsOf(table.column("late"), 3)).toEqual([null, null, "x"]);
    expect(countMissing(table.column("value"))).toBe(2);
  });

  it("knows the columns and their kinds at compile time", () => {
    const fromRows = tableFrom([{ area: "NA", value: 1 }]);
    expectTypeOf(fromRows.column("area")).toEqualTypeOf<TextColumn>();
    expectTypeOf(fromRows.column("value")).toEqualTypeOf<NumberColumn>();
    const fromColumns = tableFrom({ area: ["NA", null], value: [1, null] });
    expectTypeOf(fromColumns.column("value")).toEqualTypeOf<NumberColumn>();
    // @ts-expect-error: no such column
    expect(() => fromRows.column("vallue")).toThrow('There is no column "vallue"');
  });

  it("takes Float64Array as it is, and other typed arrays as numbers", () => {
    const values = Float64Array.of(1, Number.NaN);
    expect(tableFrom({ values }).column("values").values).toBe(values);
    expect([...numbersOf(tableFrom({ n: Uint8Array.of(0, 255) }), "n")]).toEqual([0, 255]);
    expect([...numbersOf(tableFrom({ n: [3n as never, 4] }), "n")]).toEqual([3, 4]);
  });

  it("reads Arrow and Arquero tables", () => {
    const arrow = tableFromArrays({ area: ["NA", "DE"], value: Float64Array.of(1, 2) });
    const arquero = arqueroTable({ area: ["NA", "DE"], value: [1, 2] });
    for (const table of [tableFrom(arrow), tableFrom(arquero)]) {
      expect(table.names).toEqual(["area", "value"]);
      expect(textOf(table, "area").levels).toEqual(["NA", "DE"]);
      expect([...numbersOf(table, "value")]).toEqual([1, 2]);
    }
  });

  it("returns a table as it is", () => {
    const table = tableFrom([{ a: 1 }]);
    expect(tableFrom(table)).toBe(table);
  });

  it("reads no rows, and rows without columns", () => {
    expect(tableFrom([]).length).toBe(0);
    expect(tableFrom({}).names).toEqual([]);
  });

  it("keeps hostile headers as plain names", () => {
    const rows = JSON.parse('[{"__proto__": 1, "constructor": 2, "toString": 3}]');
    const table = tableFrom(rows as { __proto__: number }[]) as ReturnType<typeof tableOf>;
    expect(table.names).toEqual(["__proto__", "constructor", "toString"]);
    expect(cellsOf(table.column("__proto__"), 1)).toEqual([1]);
    const other = tableFrom([{ a: 1 }]) as ReturnType<typeof tableOf>;
    expect(() => other.column("constructor")).toThrow("There is no column");
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it("reports all problems of all columns together", () => {
    const findings = findingsOf(() =>
      tableFrom({
        mixed: [1, "2", 3, "4"],
        infinite: [1, 2, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
        dated: [null, new Date(0), new Date(0), null] as never,
      }),
    );
    expect(findings.map(({ code, place }) => [code, place.column, place.row])).toEqual([
      ["core/mixed-column", "mixed", 2],
      ["core/infinite-value", "infinite", 3],
      ["core/unsupported-value", "dated", 2],
    ]);
    expect(findings[0]?.message).toBe(
      'Column "mixed" mixes numbers (row 1) with text (row 2: "2").',
    );
    expect(() => tableFrom({ x: Float64Array.of(1, Number.NEGATIVE_INFINITY) })).toThrow("row 2");
  });

  it("never echoes values of identifying columns", () => {
    const input = { name: ["Amina", 7, Number.POSITIVE_INFINITY] };
    const findings = findingsOf(() => tableFrom(input, { identifying: ["name"] }));
    expect(findings).toHaveLength(2);
    expect(JSON.stringify(findings)).not.toMatch(/Amina|7|Infinity"/);
  });

  it.each([
    [[1, 2], "core/row-not-an-object"],
    [[[1, 2]], "core/row-not-an-object"],
    ["area,value", "core/not-a-table"],
    [null, "core/not-a-table"],
    [{ a: 1 }, "core/not-a-table"],
    [{ a: "text" }, "core/not-a-table"],
    [{ a: [1], b: [1, 2] }, "core/unequal-columns"],
  ])("refuses %j", (input, code) => {
    expect(findingsOf(() => tableFrom(input as never))[0]?.code).toBe(code);
  });

  it("gives back every cell it was given (property)", () => {
    const column = fc.oneof(
      fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), {
        minLength: 4,
        maxLength: 4,
      }),
      fc.array(fc.option(fc.string({ unit: "binary" })), { minLength: 4, maxLength: 4 }),
      fc.array(fc.option(fc.boolean()), { minLength: 4, maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), column), (columns) => {
        const table = tableFrom(columns as Record<string, Cell[]>);
        for (const [name, cells] of Object.entries(columns)) {
          expect(cellsOf(table.column(name), 4)).toEqual(cells);
        }
      }),
    );
  });
});

describe("columns of a table", () => {
  const table = tableFrom([
    { sex: "F", age: 30, online: true, empty: null },
    { sex: "M", age: 40, online: false, empty: null },
  ]);

  it("are got by kind, and an empty column is of any kind", () => {
    expect([...numbersOf(table, "age")]).toEqual([30, 40]);
    expect(textOf(table, "sex").levels).toEqual(["F", "M"]);
    expect([...booleansOf(table, "online")]).toEqual([1, 0]);
    expect([...textOf(table, "empty").codes]).toEqual([-1, -1]);
    expect([...booleansOf(table, "empty")]).toEqual([255, 255]);
    expect([...numbersOf(table, "empty")]).toEqual([Number.NaN, Number.NaN]);
  });

  it("are refused with the nearest name, or with what the column holds", () => {
    expect(findingsOf(() => numbersOf(table, "Agee"))[0]).toMatchObject({
      code: "core/unknown-column",
      suggestion: "age",
      hint: 'Did you mean "age"? The columns are: sex, age, online, empty.',
    });
    expect(findingsOf(() => numbersOf(table, "sex"))[0]?.message).toBe(
      'Column "sex" holds text, and numbers is needed.',
    );
    const missing = findingsOf(() => requireColumns(table, ["age", "wieght", "psu"]));
    expect(missing.map(({ place }) => place.column)).toEqual(["wieght", "psu"]);
  });
});
