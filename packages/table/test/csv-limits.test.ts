import { readCsv } from "@vitalcore/table/csv";
import { describe, expect, test } from "vitest";

const refusal = (text: string, limits = {}) => {
  const { table, findings } = readCsv(text, { limits });
  return [table.length, ...findings.map(({ code, place }) => `${code} ${place.line ?? ""}`)];
};

describe("what is beyond the limits is refused as a whole, with one finding", () => {
  test.each([
    ["10 MB without a line end", "KEN,".repeat(2_500_000)],
    ["10 MB of one word", "a".repeat(10_000_000)],
    ["10 MB of quotes", '"'.repeat(10_000_001)],
    ["10 MB of malformed quotes", `"${'a"b'.repeat(3_400_000)}`],
    ["10 MB of spaced quotes", `"${'" ,'.repeat(3_400_000)}`],
  ])("%s", (_, text) => {
    expect(refusal(text)).toEqual([0, "table/line-too-long 1"]);
  });

  test("a quote that swallows the file: the line that opens it", () => {
    const text = `a,b\n1,"open\n${"2,x\n".repeat(2_000_000)}`;
    expect(refusal(text)).toEqual([0, "table/line-too-long 2"]);
  });

  test("a cell of 1 MB is no reason", () => {
    expect(refusal(`a,b\n1,${"é".repeat(1_000_000)}\n`)).toEqual([1]);
    expect(refusal(`a,b\n1,"${'""\n'.repeat(300_000)}"\n`)).toEqual([1]);
  });

  test("cells of 1 MB that nearly are numbers cost no more than others", () => {
    const digits = "1".repeat(1_000_000);
    const spaces = " ".repeat(1_000_000);
    const cells = [
      `${digits}x`,
      `1${spaces}x`,
      spaces,
      `${"1,234".repeat(200_000)}x`,
      `<${digits}x`,
    ];
    const { findings } = readCsv(`a,b\n${cells.map((cell) => `"${cell}","${cell}"\n`).join("")}`, {
      columns: { b: { type: "number" } },
    });
    expect(findings.filter(({ place }) => place.column === "b")).toHaveLength(cells.length);
    expect(JSON.stringify(findings).length).toBeLessThan(5000);
  });

  test("bytes are counted, not characters, and the limit itself is allowed", () => {
    expect(refusal("a\n12345\n", { maxLineBytes: 5 })).toEqual([1]);
    expect(refusal("a\n123456\n", { maxLineBytes: 5 })).toEqual([0, "table/line-too-long 2"]);
    expect(refusal("a\nééé\n", { maxLineBytes: 6 })).toEqual([1]);
    expect(refusal("a\nééé\n", { maxLineBytes: 5 })).toEqual([0, "table/line-too-long 2"]);
  });

  test("rows and columns", () => {
    expect(refusal("a\n1\n2\n", { maxRows: 2 })).toEqual([2]);
    expect(refusal("a\n1\n2\n3\n", { maxRows: 2 })).toEqual([0, "table/too-many-rows "]);
    expect(refusal("a,b\n1,2\n", { maxColumns: 2 })).toEqual([1]);
    expect(refusal("a,b,c\n1,2,3\n", { maxColumns: 2 })).toEqual([0, "table/too-many-columns 1"]);
  });
});
