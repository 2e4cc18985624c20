import { attackCounts, type CountRelation } from "@vitalcore/survey/publication";
import { describe, expect, it } from "vitest";
import { designOf, estimate } from "../src/estimate.js";
import { ACTS, syntheticSurvey } from "../src/synthetic-survey.js";

const women = syntheticSurvey();
const found = estimate(women);

describe("the synthetic survey of online violence", () => {
  it("asks the acts of users of the internet only", () => {
    for (const woman of women) {
      if (woman.internet === 1 && woman.d005 > 0) continue;
      for (const act of ACTS) expect(woman[`${act}_life`]).toBeNull();
    }
  });

  it("counts those who were not asked neither as yes nor as no", () => {
    const [lifetime] = found.overall;
    const [e] = lifetime?.result.estimates ?? [];
    const asked = women.filter(({ internet, d005 }) => internet === 1 && d005 > 0).length;
    expect((e?.n ?? 0) + (e?.nMissing ?? 0)).toBe(asked);
    expect(e?.n).toBeLessThan(asked);
  });

  it("finds less in the last 12 months than ever", () => {
    const [life, year] = found.overall.map(({ result }) => result.estimates[0]?.value ?? 0);
    expect(year).toBeLessThan(life as number);
    expect(found.byAge.estimates.map(({ group }) => group.age)).toEqual([
      "18-29",
      "30-44",
      "45-59",
      "60+",
    ]);
  });

  it("keeps all clusters in the variance", () => {
    expect(designOf(women).degreesOfFreedom).toBe(76);
  });

  it("prints tables from which an attacker recovers nothing", () => {
    for (const [i, column] of (["any_life", "any_12m"] as const).entries()) {
      const table = found.tables[i];
      expect(table?.protection).toBe("protected");
      // The attack from outside: true counts, and what the printed table leaves visible.
      const { cells, relations, hidden } = linkedCounts(column, table?.cells ?? []);
      for (const knowledge of ["basic", "positive"] as const) {
        const attack = attackCounts({ cells, relations, hidden, threshold: 5 }, knowledge);
        expect(attack.verdict, `${column}, ${knowledge}`).toBe("protected");
      }
    }
  });

  it("never holds what it hides", () => {
    for (const table of found.tables) {
      for (const cell of table.cells) {
        if (cell.status !== "shown")
          expect([cell.percent, cell.lower, cell.upper]).toEqual([null, null, null]);
      }
    }
  });
});

/** Counts of yes, no and answers in every cell, made anew from the answers; hidden where the table shows no percent. */
function linkedCounts(
  column: "any_life" | "any_12m",
  printed: readonly { row: unknown; column: unknown; status: string; n: number | null }[],
) {
  const { table } = designOf(women).parts;
  const outcome = (table.column(column) as { values: Float64Array }).values;
  const counts = new Map<string, number>();
  const add = (id: string, by: number) => counts.set(id, (counts.get(id) ?? 0) + by);
  for (const { row, column: place } of printed) {
    for (const kind of ["yes", "no", "n"]) add(`${kind}|${String(row)}|${String(place)}`, 0);
  }
  women.forEach((woman, i) => {
    const y = outcome[i] as number;
    if (woman.internet !== 1 || woman.d005 === 0 || Number.isNaN(y)) return;
    for (const row of [woman.age, "Total"]) {
      for (const place of [woman.place, "Total"]) {
        add(`n|${row}|${place}`, 1);
        add(`${y === 1 ? "yes" : "no"}|${row}|${place}`, 1);
      }
    }
  });
  const rows = [...new Set(printed.map(({ row }) => String(row)))];
  const places = [...new Set(printed.map((cell) => String(cell.column)))];
  const relations: CountRelation[] = [];
  const sum = (parts: readonly string[], whole: string) =>
    relations.push({
      terms: Object.fromEntries([...parts.map((cell) => [cell, 1]), [whole, -1]]),
      op: "=",
      right: 0,
    });
  const inner = (names: readonly string[]) => names.filter((name) => name !== "Total");
  for (const row of rows) {
    for (const place of places)
      sum([`yes|${row}|${place}`, `no|${row}|${place}`], `n|${row}|${place}`);
  }
  for (const kind of ["yes", "no", "n"]) {
    for (const row of rows)
      sum(
        inner(places).map((p) => `${kind}|${row}|${p}`),
        `${kind}|${row}|Total`,
      );
    for (const place of places)
      sum(
        inner(rows).map((r) => `${kind}|${r}|${place}`),
        `${kind}|Total|${place}`,
      );
  }
  const hidden = printed.flatMap((cell) => {
    const key = `${String(cell.row)}|${String(cell.column)}`;
    const secret =
      cell.status === "shown" || cell.status === "empty" ? [] : [`yes|${key}`, `no|${key}`];
    return cell.n === null ? [...secret, `n|${key}`] : secret;
  });
  return { cells: [...counts].map(([id, value]) => ({ id, value })), relations, hidden };
}
