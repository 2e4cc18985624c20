import { existsSync, readFileSync } from "node:fs";
import { validateExcel } from "@vitalcore/validate/excel";
import { Workbook } from "exceljs";
import { describe, expect, it } from "vitest";
import { ruleSet } from "./support/rules.js";

const corpus = new URL("../../../../shared/reference/validation/corpus/", import.meta.url);

describe("workbooks", () => {
  it("are validated by rules, with sheet and row", async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet("Data");
    for (const row of [["Coverage of networks"], [], ["area", "value"], ["KEN", 12], ["UGA", 104]])
      sheet.addRow(row);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const { report, table } = await validateExcel(
      bytes,
      ruleSet({ rule: "area", column: "area" }, { rule: "range", column: "value", max: 100 }),
      { name: "a.xlsx" },
    );
    expect(table.length).toBe(2);
    expect(report.findings.find(({ severity }) => severity === "error")?.place).toEqual({
      file: "a.xlsx",
      sheet: "Data",
      line: 5,
      row: 2,
      column: "value",
    });
  });

  it.skipIf(!existsSync(corpus))("of the corpus (skipped where it is not at hand)", async () => {
    const { entries } = JSON.parse(readFileSync(new URL("manifest.json", corpus), "utf8")) as {
      entries: readonly { file: string; kind: string; verdict: string }[];
    };
    const cases = entries.filter(({ kind }) => kind === "xlsx");
    expect(cases).toHaveLength(2);
    for (const { file, verdict } of cases) {
      const { report } = await validateExcel(readFileSync(new URL(file, corpus)), ruleSet());
      expect([file, report.verdict]).toEqual([file, verdict]);
    }
  });
});
