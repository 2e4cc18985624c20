import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Workbook } from "exceljs";
import { describe, expect, it } from "vitest";
import { command, testFolder } from "./support/terminal.js";

const { folder, file } = testFolder();
const validate = (...args: readonly string[]) => command("validate", ...args);

const rules = file("rules.json", {
  kind: "RuleSet",
  version: 1,
  id: "prevalence",
  rules: [
    { rule: "area", column: "area" },
    { rule: "range", column: "value", min: 0, max: 100 },
  ],
});
const good = file("good.csv", "area,value\nKEN,12\nUGA,13\n");
const bad = file("bad.csv", "area,value\nken,12\nUGA,104\n");

describe("vitalcore validate", () => {
  it("says that all is well, and exits 0", async () => {
    const { code, out, err } = await validate(good, "--rules", rules);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("accepted");
  });

  it("reads workbooks, the sheet that is named", async () => {
    const book = new Workbook();
    book.addWorksheet("Notes").addRow(["nothing here"]);
    const sheet = book.addWorksheet("Data");
    for (const row of [
      ["area", "value"],
      ["KEN", 12],
      ["UGA", 104],
    ])
      sheet.addRow(row);
    const path = join(folder, "bad.xlsx");
    await book.xlsx.writeFile(path);
    const { code, out } = await validate(path, "-r", rules, "--sheet", "Data", "--json");
    expect(code).toBe(1);
    const [first] = JSON.parse(out).findings.filter(
      (finding: { severity: string }) => finding.severity === "error",
    );
    expect(first).toMatchObject({
      code: "validate/out-of-range",
      place: { file: path, sheet: "Data", line: 3, column: "value" },
    });
  });

  it("exits 1 at errors, with the cells and their lines", async () => {
    const { code, out } = await validate(bad, "-r", rules, "--json");
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(
      report.findings.map((finding: { code: string; place: { line: number } }) => [
        finding.code,
        finding.place.line,
      ]),
    ).toEqual([
      ["validate/code-form", 2],
      ["validate/out-of-range", 3],
    ]);
  });

  it("exits as it is told to", async () => {
    const warned = file("warned.csv", "area,value\nken,1\n");
    expect((await validate(warned, "-r", rules)).code).toBe(0);
    expect((await validate(warned, "-r", rules, "--fail-on", "warning")).code).toBe(1);
    expect((await validate(bad, "-r", rules, "--fail-on", "never")).code).toBe(0);
    expect((await validate(bad, "--format", "poem")).code).toBe(2);
    expect((await validate()).code).toBe(2);
  });

  it("writes SARIF, annotations and HTML", async () => {
    const sarif = JSON.parse((await validate(bad, "-r", rules, "--format", "sarif")).out);
    expect(sarif.runs[0].results[1].locations[0].physicalLocation.region.startLine).toBe(3);
    expect((await validate(bad, "-r", rules, "--format", "github")).out).toMatch(
      /^::error file=.*line=3/,
    );
    const out = join(folder, "report.html");
    await validate(bad, "-r", rules, "--format", "html", "--out", out);
    expect(readFileSync(out, "utf8")).toContain("Rejected");
  });

  it("without rules checks the form of the file, and joins the reports of several", async () => {
    const ragged = file("ragged.csv", "a,b\n1\n");
    const { code, out } = await validate(good, ragged, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ rows: 2, errors: 1 });
  });

  it("knows the rules of observations", async () => {
    const path = file(
      "obs.csv",
      "indicator,area,period,value,unit\ncoverage-gap,KEN,2018,104,PERCENT\n",
    );
    const { code, out } = await validate(path, "--observations", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out).findings[0].code).toBe("validate/out-of-range");
  });

  it("compares with other tables", async () => {
    const before = file("before.csv", "area,value\nKEN,10\n");
    const vintage = file("vintage.json", {
      kind: "RuleSet",
      version: 1,
      id: "v",
      rules: [{ rule: "vintage", table: "before", keys: ["area"], value: "value" }],
    });
    const { out } = await validate(good, "-r", vintage, "-t", `before=${before}`, "--json");
    expect(JSON.parse(out).findings[0].facts.before).toBe(10);
    const wrong = await validate(good, "-r", vintage, "-t", "before");
    expect([wrong.code, wrong.err.includes("--table name=file.csv")]).toEqual([1, true]);
  });

  it("mends what is safe when it is asked to, and logs it", async () => {
    const fixed = join(folder, "fixed.csv");
    const { err } = await validate(bad, "-r", rules, "--fix", fixed);
    expect(err).toContain('fixed row 1, area: "ken" -> "KEN"');
    expect(readFileSync(fixed, "utf8")).toBe("area,value\r\nKEN,12\r\nUGA,104\r\n");
    expect((await validate(bad, good, "--fix", fixed)).code).toBe(2);
  });

  it("lists all problems of a rule set", async () => {
    const wrong = file("wrong.json", {
      kind: "RuleSet",
      version: 1,
      id: "x",
      rules: [{ rule: "range" }, { rule: "x" }],
    });
    const { code, err } = await validate(good, "-r", wrong);
    expect(code).toBe(1);
    expect(err).toContain("/rules/0/column");
    expect(err).toContain("/rules/1/rule");
  });

  it("never quotes columns that identify people", async () => {
    const people = file("people.csv", "name,value\nAda Secret,1\n");
    const set = file("people.json", {
      kind: "RuleSet",
      version: 1,
      id: "p",
      rules: [{ rule: "codes", column: "name", codes: ["x"] }],
    });
    const { out } = await validate(people, "-r", set, "--identifying", "name", "--json");
    expect(JSON.parse(out).errors).toBe(1);
    expect(out).not.toContain("Secret");
  });
});
