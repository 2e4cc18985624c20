import { readFileSync } from "node:fs";
import { readCsv } from "@vitalcore/table/csv";
import { describe, expect, test } from "vitest";

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
const columns = { id: { type: "number" }, raw: { type: "number" } } as const;

interface Verdict {
  readonly id: number;
  readonly kind: "number" | "warn" | "missing" | "ambiguous" | "censored" | "reject";
  readonly value: number | null;
}

describe("the answer key of number-like texts", () => {
  const key = JSON.parse(fixture("number-texts.key.json").toString()) as Verdict[];
  const { table } = readCsv(fixture("number-texts.csv"), { columns });
  const value = (id: number) => table.column("raw").values[id];

  test.each(key)("$id: $kind, $value", ({ id, kind, value: right }) => {
    // One row at a time, so that no finding is beyond the cap.
    const line = fixture("number-texts.csv").toString().split("\n")[id + 1];
    const { findings } = readCsv(`id,raw\n${line}\n`, { columns });
    const severities = findings
      .filter(({ place }) => place.column === "raw")
      .map(({ severity }) => severity);
    expect(table.column("id").values[id]).toBe(id);
    if (kind === "number" || kind === "warn") {
      expect(value(id) === right).toBe(true);
      expect(severities).toEqual(kind === "warn" ? ["warning"] : []);
    } else {
      expect(value(id)).toBeNaN();
      expect(severities).toContain("error");
    }
  });
});

describe("what is said about a text that is not a number", () => {
  test.each([
    ["1,234", "grouped-number", undefined],
    ["1 234 567.8", "grouped-number", undefined],
    ["12,5", "decimal-comma", "12.5"],
    ["12%", "percent-sign", undefined],
    ["<5", "censored-number", undefined],
    ["≥ 95 %", "censored-number", undefined],
    ["..", "missing-mark", undefined],
    ["n/a", "missing-mark", undefined],
    ["–", "missing-mark", undefined],
    ["#DIV/0!", "spreadsheet-error", undefined],
    ["####", "spreadsheet-error", undefined],
    ["−5", "other-digits", "-5"],
    ["٣٤٫٥", "not-a-number", undefined],
    ["٣٤", "other-digits", "34"],
    ["１２", "other-digits", "12"],
    ["𝟙𝟚", "other-digits", "12"],
    ["1e309", "number-out-of-range", undefined],
    ["Infinity", "not-a-number", undefined],
    ["0x1F", "not-a-number", undefined],
    ["2021-01", "not-a-number", undefined],
    ["1.2.3", "not-a-number", undefined],
    ["true", "not-a-number", undefined],
  ])("%s", (raw, rule, suggestion) => {
    const { table, findings } = readCsv(`v\n"${raw}"\n`, { columns: { v: { type: "number" } } });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: `table/${rule}`, found: raw, severity: "error" });
    expect(findings[0]?.suggestion).toBe(suggestion);
    expect(findings[0]?.message).toContain(`Line 2, column "v": "${raw}"`);
    expect(table.column("v").values[0]).toBeNaN();
  });

  test("marks for missing values count where they are listed", () => {
    const { table, findings } = readCsv("v\n..\nx\n -99 \n1\n", {
      columns: { v: { type: "number", missing: ["..", "x", "-99"] } },
    });
    expect([...table.column("v").values]).toEqual([Number.NaN, Number.NaN, Number.NaN, 1]);
    expect(findings).toEqual([]);
  });
});
