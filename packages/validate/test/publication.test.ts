import { readFileSync } from "node:fs";
import type { CountRelation } from "@vitalcore/survey/publication";
import { auditCells, checkAnonymity, checkPublication } from "@vitalcore/validate/publication";
import { describe, expect, it } from "vitest";

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/publication/${name}.json`, import.meta.url), "utf8"));

describe("checking a table by a preset", () => {
  const verdicts = (findings: readonly { code: string; place: { row?: number } }[]) =>
    findings.map(({ code, place }) => [code, place.row]);

  it("nchs-proportion-2017: unreliable rows, and those for review", () => {
    const table = {
      percent: [12, 2, 40, null],
      se: [2, 2.62, 3, 1],
      n: [450, 40, 400, 10],
      df: [32, 28, 5, 28],
    };
    const findings = checkPublication(table, {
      preset: "nchs-proportion-2017",
      proportion: "percent",
      per: 100,
      n: "n",
      standardError: "se",
      degreesOfFreedom: "df",
    });
    expect(verdicts(findings)).toEqual([
      ["validate/unreliable", 2],
      ["validate/review", 3],
    ]);
  });

  it("nchs-rate-2023: a row that cannot be judged is an error, not a pass", () => {
    const findings = checkPublication(
      { rate: [12_000, 12_000, 5], se: [2400, 24_000, -1], n: [40, 40, 40] },
      {
        preset: "nchs-rate-2023",
        estimate: "rate",
        standardError: "se",
        n: "n",
        degreesOfFreedom: 28,
      },
    );
    expect(verdicts(findings)).toEqual([
      ["validate/unreliable", 2],
      ["survey/option", 3],
    ]);
  });

  it("cms, wa-doh: small counts, never quoted; zeros may be shown", () => {
    const table = { cases: [0, 1, 9, 10, 11] };
    const rows = (preset: "cms" | "wa-doh") =>
      checkPublication(table, { preset, count: "cases" }).map(({ place }) => place.row);
    expect(rows("cms")).toEqual([2, 3, 4]);
    expect(rows("wa-doh")).toEqual([2, 3]);
    const messages = checkPublication(table, { preset: "cms", count: "cases" });
    expect(messages.every(({ found }) => found === undefined)).toBe(true);
  });

  it("has no default preset", () => {
    const none = { preset: "none", count: "cases" } as never;
    expect(() => checkPublication({ cases: [1] }, none)).toThrowError(
      /no preset "none". There is no default/,
    );
  });
});

interface Case {
  readonly id: string;
  readonly threshold: number;
  readonly primary: readonly string[];
  readonly complementary: readonly string[];
  readonly verdict: "broken" | "narrow" | "protected";
  readonly attack_basic: readonly { cell: string; int_lower: number; int_upper: number }[];
  readonly attack_positive: readonly { cell: string; int_lower: number; int_upper: number }[];
  readonly cells: readonly { id: string; value: number }[];
  readonly relations: readonly CountRelation[];
}

const cases: readonly Case[] = fixture("suppression");
describe("auditing a pattern of hidden cells", () => {
  it.each(cases)("$id: what lpSolve found", (one) => {
    const hidden = [...one.primary, ...one.complementary];
    const cells = one.cells.map(({ id, value }) => ({
      id,
      value: hidden.includes(id) ? null : value,
    }));
    const options = { primary: one.primary, threshold: one.threshold };
    const audit = auditCells(cells, one.relations, options);
    expect(audit.verdict).toBe(one.verdict);
    const bounds = (found: typeof audit) =>
      found.recovered.map(({ cell, wholeLower, wholeUpper }) => [cell, wholeLower, wholeUpper]);
    for (const { cell, int_lower, int_upper } of one.attack_basic) {
      expect(bounds(audit)).toContainEqual([cell, int_lower, int_upper]);
    }
    if (one.attack_positive.length === 0) return;
    const positive = auditCells(cells, one.relations, { ...options, zerosShown: true });
    for (const { cell, int_lower, int_upper } of one.attack_positive) {
      expect(bounds(positive)).toContainEqual([cell, int_lower, int_upper]);
    }
  });

  it("says so where totals contradict one another", () => {
    const cells = [
      { id: "a", value: null },
      { id: "b", value: 9 },
      { id: "all", value: 5 },
    ];
    const relations = [{ terms: { a: 1, b: 1, all: -1 }, op: "=", right: 0 }] as const;
    const { verdict, findings } = auditCells(cells, relations);
    expect(verdict).toBe("contradictory");
    expect(findings.map(({ code }) => code)).toEqual(["validate/cell-contradiction"]);
  });
});

describe("anonymity of an extract", () => {
  it("counts records that few share, without their values", () => {
    const people = {
      age: ["20", "20", null, "60"],
      sex: ["F", "F", "F", "M"],
      ill: ["y", "y", "n", "n"],
    };
    const result = checkAnonymity(people, {
      quasiIdentifiers: ["age", "sex"],
      k: 2,
      sensitive: ["ill"],
      l: 2,
    });
    expect(result.k).toBe(1);
    expect(result.below).toBe(2);
    expect(result.l).toEqual({ ill: 1 });
    expect(result.findings.map(({ code, place }) => [code, place.row])).toEqual([
      ["validate/k-anonymity", 3],
      ["validate/l-diversity", 1],
    ]);
    expect(JSON.stringify(result.findings)).not.toContain("60");
  });

  it("is zero for no records", () => {
    expect(checkAnonymity({ age: [] }, { quasiIdentifiers: ["age"], k: 3 }).k).toBe(0);
  });
});
