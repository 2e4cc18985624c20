import {
  booleanColumn,
  numberColumn,
  type Table,
  tableFrom,
  tableOf,
  textColumn,
} from "@vitalcore/core";
import { columnsOf, rowsOf } from "@vitalcore/table";
import { toArquero } from "@vitalcore/table/arquero";
import { toArrowTable } from "@vitalcore/table/arrow";
import { tableFromIPC, tableToIPC } from "apache-arrow";
import { op } from "arquero";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const cells = <Value>(value: fc.Arbitrary<Value>, length: number) =>
  fc.array(fc.option(value), { minLength: length, maxLength: length });
const anyTable = fc.nat({ max: 40 }).chain((length) =>
  fc
    .tuple(
      cells(fc.string({ unit: "grapheme" }), length),
      cells(fc.double({ noNaN: true, noDefaultInfinity: true }), length),
      cells(fc.boolean(), length),
    )
    .map(([text, numbers, booleans]) =>
      tableOf([
        ["text", textColumn(text)],
        ["numbers", numberColumn(numbers)],
        ["booleans", booleanColumn(booleans)],
        ["__proto__", numberColumn(numbers.map(() => 1))],
      ]),
    ),
);
// A column of nothing has no kind of its own once it is plain values.
const same = (a: Table, b: Table) => {
  expect(a.names).toEqual(b.names);
  expect(columnsOf(a)).toEqual(columnsOf(b));
};

describe("any table goes out and comes back", () => {
  test("as rows and as columns, through JSON", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const columns = JSON.parse(JSON.stringify(columnsOf(table)));
        same(
          tableFrom(columns),
          tableOf(table.names.map((name) => [name, negativeZeroLost(table, name)])),
        );
        if (table.length > 0) same(tableFrom(rowsOf(table)), table);
      }),
    );
  });

  test("as an Arrow table, also through its file format", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const arrow = toArrowTable(table);
        same(tableFrom(arrow), table);
        same(tableFrom(tableFromIPC(tableToIPC(arrow, "file"))), table);
      }),
    );
  });

  test("as an Arquero table", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const names = table.names.filter((name) => name !== "__proto__");
        const held = tableOf(names.map((name) => [name, table.column(name)]));
        same(tableFrom(toArquero(held)), held);
        expect(() => toArquero(table)).toThrow(/cannot hold a column called "__proto__"/);
      }),
    );
  });
});

/** JSON writes -0 as 0. */
function negativeZeroLost(table: Table, name: string) {
  const column = table.column(name);
  return column.kind === "number" ? numberColumn(column.values.map((value) => value + 0)) : column;
}

test("missing values stay missing for Arrow and Arquero themselves", () => {
  const columns = { area: ["NA", null, "DE"], v: [1, null, 3], ok: [true, null, false] };
  const arrow = toArrowTable(columns);
  expect(["area", "v", "ok"].map((name) => arrow.getChild(name)?.nullCount)).toEqual([1, 1, 1]);
  expect(String(arrow.schema.fields.map(({ type }) => type))).toBe(
    "Dictionary<Int32, Utf8>,Float64,Bool",
  );
  const means = toArquero(columns).rollup({ mean: op.mean("v"), n: op.valid("area") });
  expect(means.object(0)).toEqual({ mean: 2, n: 2 });
});
