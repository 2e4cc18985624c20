import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildIndex, checkMethodology } from "@vitalcore/composite";
import { importCoinr, importCoinTool, type SheetRows } from "@vitalcore/composite/import";
import type { Cell } from "@vitalcore/core";
import { describe, expect, it } from "vitest";
import { csvRows } from "./support/csv.js";
import { fixtures } from "./support/fixtures.js";

const number = (text: string | undefined): Cell =>
  text === undefined || text === "" || text === "NA" ? null : Number(text);
const read = (name: string) =>
  csvRows(readFileSync(join(fixtures, "coinr", "inputs", `asem_${name}.csv`), "utf8"));
const iMeta = read("iMeta").map(({ Weight, Direction, Denominator: _, ...row }) => ({
  ...row,
  Parent: row.Parent === "NA" ? null : (row.Parent as string),
  Weight: number(Weight),
  Direction: number(Direction),
}));
const indicators = iMeta.filter((row) => "Type" in row && row.Type === "Indicator");
const iData = read("iData");

/** The ASEM example as it would stand in the sheets of the tool, whose level of sub-pillars is not used. */
function sheets(): { readonly database: Cell[][]; readonly framework: SheetRows } {
  const parents = new Map(iMeta.map((row) => [(row as unknown as { iCode: string }).iCode, row]));
  const above = (code: string, steps: number): string =>
    steps === 0 ? code : above(parents.get(code)?.Parent as string, steps - 1);
  const columns = indicators.map((row) => {
    const code = (row as unknown as { iCode: string }).iCode;
    return [
      row.Weight,
      row.Direction,
      0,
      1,
      above(code, 3),
      above(code, 2),
      above(code, 1),
      "sp.01",
      (row as unknown as { iName: string }).iName,
      code,
    ];
  });
  const head = Array.from({ length: 10 }, (_, k) => [
    ...new Array<Cell>(4).fill(null),
    ...columns.map((column) => column[k] as Cell),
  ]);
  const units = iData.map((row) => [
    null,
    row.uName as string,
    row.uCode as string,
    null,
    ...columns.map((column) => number(row[column[9] as string]) ?? "n/a"),
  ]);
  const groups = iMeta.filter((row) => (row as unknown as { Type: string }).Type === "Aggregate");
  return {
    database: [...Array.from({ length: 6 }, (): Cell[] => []), ...head, ...units],
    framework: [
      ...Array.from({ length: 4 }, () => []),
      ...groups.map((row) => {
        const { iCode, iName } = row as unknown as { iCode: string; iName: string };
        return [null, null, iCode, null, row.Weight, null, null, iName];
      }),
      [null, null, "p.40", null, 1, null, null, "--"],
    ],
  };
}

describe("a workbook of the COIN Tool", () => {
  it("gives the index that COINr's tables give", () => {
    const { methodology, definitions, data, unitColumn, labels, findings } = importCoinTool(
      sheets(),
    );
    expect(findings).toEqual([]);
    expect(
      checkMethodology(methodology, { definitions, data, unitColumn }).filter(
        ({ severity }) => severity === "error",
      ),
    ).toEqual([]);
    const found = buildIndex(data, methodology, { unitColumn, definitions, labels });
    const other = importCoinr(iMeta as never);
    const wanted = buildIndex(
      {
        uCode: iData.map(({ uCode }) => uCode as string),
        ...Object.fromEntries(
          indicators.map((row) => {
            const { iCode } = row as unknown as { iCode: string };
            return [iCode, iData.map((each) => number(each[iCode]) as number | null)];
          }),
        ),
      },
      other.methodology,
      { unitColumn: "uCode", definitions: other.definitions },
    );
    expect(found.units.map(({ unit, scores }) => [unit, scores])).toEqual(
      wanted.units.map(({ unit, scores }) => [unit, scores]),
    );
    expect(found.units[0]?.label).not.toBe(found.units[0]?.unit);
    expect(found.nodes.find(({ id }) => id === "Conn")?.label).toBe("Connectivity");
  });

  it("scores between its goalposts if asked to, and tells cells that are no numbers", () => {
    const { database } = sheets();
    const changed = database.map((row) => [...row]);
    (changed[16] as Cell[])[4] = "about five";
    (changed[17] as Cell[])[2] = null;
    const { methodology, findings, data } = importCoinTool(
      { database: changed },
      { goalposts: true },
    );
    expect(findings.map(({ place }) => [place.row, place.column])).toEqual([
      [18, "3"],
      [17, "5"],
    ]);
    expect(data.unit).toHaveLength(50);
    const worse = indicators.findIndex(({ Direction }) => Direction === -1);
    const { iCode } = indicators[worse] as unknown as { iCode: string };
    expect(methodology.nodes.find(({ id }) => id === iCode)?.normalize).toEqual({
      method: "goalposts",
      worst: 1,
      best: 0,
    });
  });
});
