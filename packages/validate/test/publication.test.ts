import { readFileSync } from "node:fs";
import {
  auditCells,
  type CellRelation,
  checkAnonymity,
  kornGraubardInterval,
  presentCases,
  presentProportion,
  presentRate,
  protectCells,
} from "@vitalcore/validate/publication";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attack } from "./support/attacker.js";

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/publication/${name}.json`, import.meta.url), "utf8"));

/** A row of an oracle; each table has some of these. */
interface Row {
  readonly id: string;
  readonly tag: string;
  readonly p: number;
  readonly n: number;
  readonly se: number;
  readonly df: number;
  readonly x: number;
  readonly n_eff: number;
  readonly deff_kish: number;
  readonly lower: number;
  readonly upper: number;
  readonly events: number;
  readonly population: number;
  readonly n_unweighted: number;
  readonly verdict: string;
  readonly reason: string;
  readonly flags: readonly string[];
}

const near = (value: number, wanted: number, tolerance = 1e-9) =>
  Math.abs(value - wanted) <= tolerance * Math.max(1e-9, Math.abs(wanted));

describe("NCHS 2017, proportions", () => {
  const { rows } = fixture("nchs_proportions");

  it.each(rows as Row[])("$id ($tag): as R and surveytable have it", (row) => {
    const estimate = {
      proportion: row.p,
      n: row.n,
      standardError: row.se,
      degreesOfFreedom: row.df,
    };
    const { verdict, reason, flags, lower, upper, effectiveN } = presentProportion(estimate);
    expect({ verdict, reason, flags: [...flags].sort() }).toEqual({
      verdict: row.verdict,
      reason: row.reason,
      flags: [...row.flags].sort(),
    });
    expect(near(effectiveN, row.n_eff)).toBe(true);
    expect(near(lower, row.lower) && near(upper, row.upper)).toBe(true);
    expect(kornGraubardInterval(estimate)).toEqual({ lower, upper });
  });

  it.each(fixture("nchs_given_intervals").rows as Row[])("$id: boundaries are decimal", (row) => {
    const { verdict, reason, flags } = presentProportion({
      proportion: row.p,
      n: row.n,
      degreesOfFreedom: row.df,
      effectiveN: row.n_eff,
      interval: { lower: row.lower, upper: row.upper },
    });
    expect({ verdict, reason, flags: [...flags].sort() }).toEqual({
      verdict: row.verdict,
      reason: row.reason,
      flags: [...row.flags].sort(),
    });
  });

  it("refuses what is no estimate, and says all that is wrong", () => {
    const wrong = { proportion: 12, n: -1, standardError: -1, degreesOfFreedom: Number.NaN };
    expect(() => presentProportion(wrong)).toThrowError(
      /proportion is 12[\s\S]*n is -1[\s\S]*degrees/,
    );
    expect(() => presentProportion({ proportion: 0.2, n: 30, degreesOfFreedom: 9 })).toThrowError(
      /standardError is null/,
    );
  });
});

describe("NCHS 2023, rates", () => {
  it.each(fixture("nchs_rates_survey").rows as Row[])("$id ($tag)", (row) => {
    const result = presentRate({
      estimate: row.x,
      standardError: row.se,
      n: row.n,
      designEffect: row.deff_kish,
      degreesOfFreedom: row.df,
    });
    expect([result.verdict, result.reason, result.flags]).toEqual([
      row.verdict,
      row.reason,
      row.flags,
    ]);
    if (typeof row.lower === "number" && row.lower > 0) {
      expect(near(result.lower, row.lower) && near(result.upper, row.upper)).toBe(true);
    }
  });

  it.each(fixture("nchs_rates_register").rows as Row[])("$events events", (row) => {
    const result = presentRate({ events: row.events });
    expect(result.verdict).toBe(row.verdict);
    const scale = 100_000 / row.population;
    expect(near(result.lower * scale, row.lower) && near(result.upper * scale, row.upper)).toBe(
      true,
    );
  });

  it("needs a whole number of events, and numbers", () => {
    expect(() => presentRate({ events: 1.5 })).toThrowError(/events is 1.5/);
    const rate = { estimate: Number.NaN, standardError: 1, n: 20, degreesOfFreedom: 9 };
    expect(() => presentRate(rate)).toThrowError(/estimate is null/);
  });
});

describe("DHS 25/50", () => {
  it.each(fixture("dhs_25_50").rows as Row[])("$id", (row) => {
    expect(presentCases(row.n_unweighted).verdict).toBe(row.verdict);
  });

  it("refuses a weighted number", () => {
    expect(() => presentCases(24.4)).toThrowError(/unweighted/);
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
  readonly relations: readonly CellRelation[];
}

const cases: readonly Case[] = fixture("suppression");
/** The percentage printed beside the count gives it away, whatever else is hidden. */
const UNPROTECTABLE = new Set(["sup_17_percent_leak"]);

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
    const found = new Map(audit.intervals.map((interval) => [interval.cell, interval]));
    for (const { cell, int_lower, int_upper } of one.attack_basic) {
      expect(found.get(cell)).toEqual({ cell, lower: int_lower, upper: int_upper });
    }
    if (one.attack_positive.length === 0) return;
    const positive = auditCells(cells, one.relations, { ...options, zerosShown: true });
    for (const { cell, int_lower, int_upper } of one.attack_positive) {
      expect(positive.intervals.find((interval) => interval.cell === cell)).toEqual({
        cell,
        lower: int_lower,
        upper: int_upper,
      });
    }
  });
});

describe("protecting cells", () => {
  it.each(cases)("$id: another solver recovers nothing", (one) => {
    const plan = protectCells(one.cells, one.relations, { threshold: one.threshold });
    expect(plan.primary).toEqual(
      one.cells.filter(({ value }) => value > 0 && value < one.threshold).map(({ id }) => id),
    );
    expect(plan.protected).toBe(!UNPROTECTABLE.has(one.id));
    if (plan.primary.length === 0) expect(plan.complementary).toEqual([]);
    if (!plan.protected) {
      expect(plan.findings.map(({ code }) => code)).toContain("validate/cannot-protect");
      return;
    }
    const hidden = new Set([...plan.primary, ...plan.complementary]);
    for (const target of plan.primary) {
      const { lower, upper } = attack(one.cells, one.relations, hidden, target);
      expect(lower).toBeLessThan(upper);
      expect(upper).toBeGreaterThanOrEqual(one.threshold);
    }
  });

  it("holds for two linked tables of any counts", () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 300 }));
    fc.assert(
      fc.property(
        fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
        (rows) => {
          const { cells, relations } = crossTable(rows);
          const plan = protectCells(cells, relations, { threshold: 5 });
          if (!plan.protected) return;
          const hidden = new Set([...plan.primary, ...plan.complementary]);
          for (const target of plan.primary) {
            const { lower, upper } = attack(cells, relations, hidden, target);
            expect(lower).toBeLessThan(upper);
            expect(upper).toBeGreaterThanOrEqual(5);
          }
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });

  it("never hides a zero or a cell that is to be kept", () => {
    const { cells, relations } = crossTable([
      [2, 30, 0],
      [40, 50, 60],
    ]);
    const plan = protectCells(cells, relations, { threshold: 5, keep: ["all"] });
    expect(plan.protected).toBe(true);
    expect(plan.complementary).not.toContain("all");
    expect(plan.complementary).not.toContain("0.2");
  });

  it("refuses cells that are no counts, and relations of cells that are not there", () => {
    const cells = [
      { id: "a", value: 1.5 },
      { id: "a", value: 2 },
    ];
    const relations = [{ terms: { b: 1 }, op: "=", right: 0 }] as const;
    expect(() => protectCells(cells, relations, { threshold: 5 })).toThrowError(
      /given twice[\s\S]*"a" is 1.5|1.5[\s\S]*twice/,
    );
    expect(() => protectCells([], relations, { threshold: 5 })).toThrowError(/names the cell "b"/);
    expect(() => protectCells([], [], { threshold: 0 })).toThrowError(/threshold is 0/);
  });

  it("says so where totals contradict one another", () => {
    const cells = [
      { id: "a", value: null },
      { id: "b", value: 9 },
      { id: "all", value: 5 },
    ];
    const relations = [{ terms: { a: 1, b: 1, all: -1 }, op: "=", right: 0 }] as const;
    expect(auditCells(cells, relations).verdict).toBe("contradictory");
  });
});

/** A table with its margins. */
function crossTable(rows: readonly (readonly number[])[]) {
  const width = rows[0]?.length ?? 0;
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const columns = Array.from({ length: width }, (_, j) => rows.map((row) => row[j] as number));
  const cells = [
    ...rows.flatMap((row, i) => row.map((value, j) => ({ id: `${i}.${j}`, value }))),
    ...rows.map((row, i) => ({ id: `r${i}`, value: sum(row) })),
    ...columns.map((column, j) => ({ id: `c${j}`, value: sum(column) })),
    { id: "all", value: sum(rows.map(sum)) },
  ];
  const relation = (parts: readonly string[], whole: string): CellRelation => ({
    terms: Object.fromEntries([...parts.map((part) => [part, 1]), [whole, -1]]),
    op: "=",
    right: 0,
  });
  const relations = [
    ...rows.map((row, i) =>
      relation(
        row.map((_, j) => `${i}.${j}`),
        `r${i}`,
      ),
    ),
    ...columns.map((column, j) =>
      relation(
        column.map((_, i) => `${i}.${j}`),
        `c${j}`,
      ),
    ),
    relation(
      rows.map((_, i) => `r${i}`),
      "all",
    ),
    relation(
      columns.map((_, j) => `c${j}`),
      "all",
    ),
  ];
  return { cells, relations };
}

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
