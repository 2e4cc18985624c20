import { readFileSync } from "node:fs";
import {
  attackCounts,
  type CountCell,
  type CountRelation,
  protectCounts,
} from "@vitalcore/survey/publication";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attack } from "./attacker.js";
import { readCsv } from "./r/csv.js";
import { readJson, referenceFolder } from "./reference.js";

const root = referenceFolder("violence") as string;

interface Bound {
  readonly cell: string;
  readonly lower: number;
  readonly upper: number | string;
  readonly int_lower: number;
  readonly int_upper: number | string;
  readonly exact: boolean;
}

interface Expected {
  readonly threshold: number;
  readonly primary: readonly string[];
  readonly complementary: readonly string[];
  readonly verdict: string;
  readonly exact_cells: readonly string[];
  readonly attack_basic?: readonly Bound[];
  readonly attack_positive?: readonly Bound[];
  readonly attack_marked?: readonly Bound[] | null;
  readonly fewest_complementary?: { readonly k: number };
}

function readTables(id: string): { cells: CountCell[]; relations: CountRelation[] } {
  const read = (part: string) =>
    readCsv(readFileSync(`${root}data/${id}_${part}.csv`, "utf8"), ["cell", "relation", "op"]);
  const cells = read("cells");
  const long = read("relations");
  const relations = new Map<
    string,
    { terms: Record<string, number>; op: CountRelation["op"]; right: number }
  >();
  (long.relation ?? []).forEach((name, i) => {
    const known = relations.get(String(name)) ?? {
      terms: {},
      op: String(long.op?.[i]) as CountRelation["op"],
      right: Number(long.rhs?.[i]),
    };
    known.terms[String(long.cell?.[i])] = Number(long.coefficient?.[i]);
    relations.set(String(name), known);
  });
  return {
    cells: (cells.cell ?? []).map((id_, i) => ({
      id: String(id_),
      value: Number(cells.value?.[i]),
    })),
    relations: [...relations.values()],
  };
}

describe("suppression against an attacker, case by case", () => {
  const { cases } = readJson(`${root}index.json`) as {
    cases: readonly { readonly id: string; readonly group: string }[];
  };

  it.each(cases.filter(({ group }) => group === "suppression"))("$id", ({ id }) => {
    const expected = readJson(`${root}cases/${id}.json`) as Expected;
    const { cells, relations } = readTables(id);
    const hidden = [...expected.primary, ...expected.complementary];
    const counts = { cells, relations, hidden, threshold: expected.threshold };
    const basic = attackCounts(counts);
    expect(basic.verdict).toBe(expected.verdict);
    const exact = basic.recovered.filter((found) => found.exact).map(({ cell }) => cell);
    expect(exact.sort()).toEqual([...expected.exact_cells].sort());
    for (const knowledge of ["basic", "positive", "marked"] as const) {
      const wanted = expected[`attack_${knowledge}`];
      if (wanted == null) continue;
      const { recovered } = attackCounts(counts, knowledge);
      for (const bound of wanted) {
        const own = recovered.find(({ cell }) => cell === bound.cell);
        const upper = (value: number | string) => (value === "Inf" ? null : value);
        expect(Math.abs((own?.lower ?? Number.NaN) - bound.lower)).toBeLessThan(1e-6);
        if (upper(bound.upper) === null) expect(own?.upper).toBeNull();
        else expect(Math.abs((own?.upper ?? Number.NaN) - Number(bound.upper))).toBeLessThan(1e-6);
        expect(own?.wholeLower).toBe(bound.int_lower);
        expect(own?.wholeUpper).toBe(upper(bound.int_upper));
        expect(own?.exact).toBe(bound.exact);
      }
    }
  });
});

/** The percentage printed beside the count gives it away, whatever else is hidden. */
const UNPROTECTABLE = new Set(["sup_17_percent_leak"]);

/** What another solver finds out about the small counts. */
function expectSafe(
  cells: readonly CountCell[],
  relations: readonly CountRelation[],
  plan: ReturnType<typeof protectCounts>,
  threshold: number,
  least: 0 | 1,
): void {
  const hidden = new Set([...plan.primary, ...plan.complementary]);
  for (const target of plan.primary) {
    const { lower, upper } = attack(cells, relations, hidden, target, least);
    expect(lower).toBeLessThan(upper);
    expect(upper).toBeGreaterThanOrEqual(threshold);
  }
}

describe("our own patterns", () => {
  const { cases } = readJson(`${root}index.json`) as {
    cases: readonly { readonly id: string; readonly group: string }[];
  };

  it.each(cases.filter(({ group }) => group === "suppression"))(
    "$id: another solver recovers nothing",
    ({ id }) => {
      const { threshold, primary } = readJson(`${root}cases/${id}.json`) as Expected;
      const { cells, relations } = readTables(id);
      for (const against of ["basic", "positive"] as const) {
        const plan = protectCounts(cells, relations, { threshold, against });
        expect([...plan.primary].sort()).toEqual([...primary].sort());
        const hidden = [...plan.primary, ...plan.complementary];
        const own = attackCounts({ cells, relations, hidden, threshold }, against);
        expect(plan.verdict).toBe(own.verdict);
        if (primary.length === 0) expect(plan.complementary).toEqual([]);
        if (against === "basic") expect(plan.verdict === "protected").toBe(!UNPROTECTABLE.has(id));
        if (plan.verdict === "protected") {
          expectSafe(cells, relations, plan, threshold, against === "basic" ? 0 : 1);
        } else {
          expect(plan.findings.map(({ code }) => code)).toContain("survey/cannot-protect");
        }
      }
    },
  );

  it("hold for two linked tables of any counts", () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 300 }));
    let safe = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
        fc.constantFrom("basic" as const, "positive" as const),
        (rows, against) => {
          const { cells, relations } = crossTable(rows);
          const plan = protectCounts(cells, relations, { threshold: 5, against });
          if (plan.verdict !== "protected") return;
          safe += 1;
          expectSafe(cells, relations, plan, 5, against === "basic" ? 0 : 1);
        },
      ),
      { numRuns: 60 },
    );
    expect(safe).toBeGreaterThan(30);
  });

  it("never hide a zero or a count that is to be kept, and hide what they are told to", () => {
    const { cells, relations } = crossTable([
      [2, 30, 0],
      [40, 50, 60],
    ]);
    const plan = protectCounts(cells, relations, { threshold: 5, keep: ["all"], hide: ["1.2"] });
    expect(plan.verdict).toBe("protected");
    expect(plan.complementary).not.toContain("all");
    expect(plan.complementary).not.toContain("0.2");
    expect(plan.complementary).toContain("1.2");
  });

  it("are refused for what are no counts, and for relations of counts that are not there", () => {
    const cells = [
      { id: "a", value: 1.5 },
      { id: "a", value: 2 },
    ];
    const relations = [{ terms: { b: 1 }, op: "=", right: 0 }] as const;
    const wrong = () => protectCounts(cells, relations, { threshold: 5, keep: ["c"] });
    expect(wrong).toThrowError(
      /"a" is 1.5[\s\S]*"a" is given twice[\s\S]*count "b",[\s\S]*count "c",/,
    );
    expect(() => protectCounts([], [], { threshold: 0 })).toThrowError(/`threshold` is 0/);
    expect(() => protectCounts([{ id: "a", value: null }], [], { threshold: 5 })).toThrowError(
      /"a" is null/,
    );
  });

  it("say so where what is published contradicts itself", () => {
    const cells = [
      { id: "a", value: null },
      { id: "b", value: 9 },
      { id: "all", value: 5 },
    ];
    const relations = [{ terms: { a: 1, b: 1, all: -1 }, op: "=", right: 0 }] as const;
    expect(attackCounts({ cells, relations }).verdict).toBe("contradictory");
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
  const relation = (parts: readonly string[], whole: string): CountRelation => ({
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
