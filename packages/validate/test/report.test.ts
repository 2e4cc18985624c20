import { isVitalError, revive } from "@vitalcore/core";
import { indicators } from "@vitalcore/domain/indicators";
import { applyFixes, suggestFixes, validateObservations, validateTable } from "@vitalcore/validate";
import {
  annotationsOf,
  assertValid,
  htmlReport,
  mergeReports,
  reportFindings,
  sarifOf,
  validationReport,
} from "@vitalcore/validate/report";
import { readRuleSet, ruleSetSchema } from "@vitalcore/validate/schema";
import { describe, expect, it } from "vitest";
import { ruleSet } from "./support/rules.js";

const evil = "<img src=x onerror=alert(1)>\u001b[2J::error::%0A";
const report = validateTable(
  { area: ["KEN", evil], value: [1, 104] },
  ruleSet(
    { rule: "area", column: "area" },
    { rule: "range", column: "value", max: 100 },
    { rule: "range", column: "nothing", min: 0 },
  ),
  { subject: "data, one: <b>.csv" },
);

describe("a report", () => {
  it("comes back from JSON and shows itself", () => {
    const back = revive(JSON.parse(JSON.stringify(report)), [validationReport]);
    expect(back).toEqual(report);
    const text = String(back);
    expect(text).toContain("rejected");
    expect(text).toContain("could not be checked");
    expect(text).not.toContain("\u001b");
  });

  it("is readonly", () => {
    expect(() => {
      (report as unknown as { rows: number }).rows = 1;
    }).toThrow();
  });

  it("asserts, by errors or by warnings too", () => {
    try {
      assertValid(report);
      expect.unreachable();
    } catch (error) {
      expect(isVitalError(error) && error.findings.length).toBe(2);
    }
    const warned = validateTable({ a: [1] }, ruleSet({ rule: "range", column: "b", min: 0 }));
    assertValid(warned);
    expect(() => assertValid(warned, { failOn: "warning" })).toThrow();
  });

  it("merges with others, rule by rule", () => {
    const merged = mergeReports([report, report, reportFindings([])]);
    expect([merged.rows, merged.errors, merged.rules.length]).toEqual([4, 4, 3]);
    expect(merged.rules[1]).toMatchObject({
      id: "range value",
      checked: 4,
      failed: 2,
      outcome: "fail",
    });
    expect(merged.rules[2]?.outcome).toBe("not-evaluable");
    expect(merged.subject).toBe(report.subject);
    const pass = validateTable(
      { value: [1] },
      ruleSet({ rule: "range", column: "value", max: 100 }),
    );
    const empty = validateTable(
      { value: [] },
      ruleSet({ rule: "range", column: "value", max: 100 }),
    );
    expect(mergeReports([empty, pass]).rules[0]?.outcome).toBe("pass");
  });
});

describe("other forms", () => {
  it("HTML escapes what data hold, loads nothing and runs nothing", () => {
    const html = htmlReport(report);
    expect(html).not.toContain("<img");
    expect(html).not.toMatch(/<script|<link|<[a-z]+[^>]*\s(?:src|href)=/);
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).toContain("default-src 'none'");
  });

  it("SARIF has a result for each finding, with place and level", () => {
    const [run] = sarifOf(report).runs;
    expect(run?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["validate/area-unknown", "error"],
      ["validate/out-of-range", "error"],
      ["validate/not-evaluable", "warning"],
    ]);
    const uri = run?.results[0]?.locations?.[0]?.physicalLocation?.artifactLocation.uri;
    expect(uri).toBe("data%2C%20one:%20%3Cb%3E.csv");
    const ids = new Set(run?.tool.driver.rules.map(({ id }) => id));
    expect(run?.results.every(({ ruleId }) => ids.has(ruleId))).toBe(true);
  });

  it("annotations stay on one line each, whatever data hold", () => {
    const lines = annotationsOf(report).split("\n");
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => /^::(?:error|warning|notice) /.test(line))).toBe(true);
    expect(lines[0]).toContain("file=data%2C one%3A <b>.csv,title=validate/area-unknown");
    expect(lines[0]).toContain("%250A");
  });
});

describe("fixes", () => {
  const table = {
    area: ["ken", "Keyna", "UG\u200BA", "KEN"],
    period: ["2021 Q3", "44197", "2019-2020", "2020"],
    code: ["4", "024", "840", "004"],
    value: ["٣٤", "1,234", "5", "6"],
  };
  const rules = ruleSet(
    { rule: "area", column: "area" },
    { rule: "period", column: "period" },
    { rule: "codes", column: "code", codes: ["004", "024", "840"] },
    { rule: "type", column: "value", type: "number" },
  );

  it("mend what needs no decision, and nothing else", () => {
    const fixes = suggestFixes(validateTable(table, rules));
    expect(fixes.map(({ row, column, to }) => [row, column, to])).toEqual([
      [1, "area", "KEN"],
      [3, "area", "UGA"],
      [1, "period", "2021-Q3"],
      [2, "period", "2021-01-01"],
      [1, "code", "004"],
      [1, "value", "34"],
    ]);
    const { table: mended, log } = applyFixes(table, fixes);
    expect(log.every(({ applied }) => applied)).toBe(true);
    const left = validateTable(mended, rules).findings.map(({ place }) => [
      place.row,
      place.column,
    ]);
    expect(left).toEqual([
      [2, "area"],
      [3, "period"],
      [2, "value"],
    ]);
    // The table that was given is not changed.
    expect(table.area[0]).toBe("ken");
  });

  it("are not applied where the cell has changed, or is not there", () => {
    const fix = { row: 1, column: "area", from: "ken", to: "KEN", code: "x", reason: "y" };
    const fixes = [fix, { ...fix, row: 9 }, { ...fix, column: "other" }];
    expect(applyFixes({ area: ["uga"] }, fixes).log.map(({ applied }) => applied)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("rule sets from outside", () => {
  it("are read as they are", () => {
    const set = {
      kind: "RuleSet",
      version: 1,
      id: "x",
      rules: [{ rule: "unique", columns: ["a"] }],
    };
    expect(readRuleSet(set)).toEqual(set);
  });

  it.each([
    [{ rule: "rnge", column: "x" }, "/rules/0/rule"],
    [{ rule: "range", colum: "x" }, "/rules/0"],
    [{ rule: "range", column: "x", where: { op: "system", args: [] } }, "/rules/0/where"],
    [
      {
        rule: "range",
        column: "x",
        by: { column: "i", ranges: JSON.parse('{"__proto__":[0,1]}') },
      },
      "/rules/0/by/ranges",
    ],
    [{ rule: "completeness", value: "v", unit: "u", indicator: "i" }, "/rules/0/atLeast"],
  ])("are refused with the path: %j", (rule, path) => {
    try {
      readRuleSet({ kind: "RuleSet", version: 1, id: "x", rules: [rule] });
      expect.unreachable();
    } catch (error) {
      expect(
        isVitalError(error) &&
          error.findings.some(({ facts }) => String(facts.path).startsWith(path)),
      ).toBe(true);
    }
  });

  it("nested a thousand deep do not exhaust the stack", () => {
    let where: unknown = true;
    for (let i = 0; i < 5000; i++) where = { op: "not", args: [where] };
    const set = {
      kind: "RuleSet",
      version: 1,
      id: "x",
      rules: [{ rule: "required", columns: ["a"], where }],
    };
    expect(ruleSetSchema.safeParse(set).success).toBe(false);
  });
});

describe("observations", () => {
  const base = { area: "KEN", period: "2018", unit: "PERCENT" };
  const wide = { indicator: "coverage-gap", ...base };

  it("are checked each, and with one another", () => {
    const result = validateObservations(
      [
        { ...wide, value: 40 },
        { ...wide, indicator: "usage-gap", value: 70 },
        { ...wide, value: 12, period: "2018-13" },
        4 as never,
        { ...wide, area: "UGA", value: 30 },
        { ...wide, area: "UGA", indicator: "usage-gap", value: 20 },
      ],
      indicators,
      { nested: [{ part: "usage-gap", whole: "coverage-gap" }], subject: "x" },
    );
    expect(result.findings.map(({ code, place }) => [code, place.row])).toEqual([
      ["domain/not-an-observation", 4],
      ["domain/period-part", 3],
      ["validate/nested", 2],
    ]);
    expect(result.rules.find(({ id }) => id.startsWith("nested"))?.checked).toBe(2);
  });

  it("of which there are none are no error", () => {
    expect(validateObservations([], indicators).verdict).toBe("accept");
  });
});
