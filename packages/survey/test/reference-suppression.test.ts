import { readFileSync } from "node:fs";
import {
  attackCounts,
  type CountCell,
  type CountRelation,
  suppressCounts,
} from "@vitalcore/survey/publication";
import { describe, expect, it } from "vitest";
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
    { terms: { cell: string; coefficient: number }[]; op: CountRelation["op"]; right: number }
  >();
  (long.relation ?? []).forEach((name, i) => {
    const known = relations.get(String(name)) ?? {
      terms: [],
      op: String(long.op?.[i]) as CountRelation["op"],
      right: Number(long.rhs?.[i]),
    };
    known.terms.push({
      cell: String(long.cell?.[i]),
      coefficient: Number(long.coefficient?.[i]),
    });
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
    // Our own pattern: the small cells hidden, and the attacker learns nothing.
    const pattern = suppressCounts(cells, relations, {
      threshold: expected.threshold,
      against: "basic",
    });
    expect([...pattern.primary].sort()).toEqual([...expected.primary].sort());
    const leaks = id === "sup_17_percent_leak";
    expect(pattern.verdict).toBe(leaks ? pattern.verdict : "protected");
    if (expected.primary.length === 0) expect(pattern.complementary).toEqual([]);
  });
});
