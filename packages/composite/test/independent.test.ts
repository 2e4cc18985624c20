import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildIndex, type IndexMethodology } from "@vitalcore/composite";
import { benefitOfTheDoubt } from "@vitalcore/composite/weights";
import type { Direction } from "@vitalcore/domain";
import { describe, expect, it } from "vitest";
import { fixtures } from "./support/fixtures.js";
import { definition } from "./support/toy.js";

type Column = readonly (number | null)[];

/** An index over random data, as another program builds it. */
interface IndexCase {
  readonly seed: number;
  readonly data: Readonly<Record<string, readonly (string | number | null)[]>>;
  readonly dirs: Readonly<Record<string, Direction>>;
  readonly methodology: IndexMethodology;
  readonly expect: {
    readonly units: readonly string[];
    readonly scores: Readonly<Record<string, Column>>;
    readonly ranks: Column;
  };
}

interface DoubtCase {
  readonly Y: readonly (readonly number[])[];
  readonly lo: number;
  readonly up: number;
  readonly mode: string;
  readonly score: readonly number[];
}

const read = <Content>(file: string): Content =>
  JSON.parse(readFileSync(join(fixtures, "independent", file), "utf8")) as Content;
const { indices } = read<{ readonly indices: readonly IndexCase[] }>("indices.json");
const { cases } = read<{ readonly cases: readonly DoubtCase[] }>("benefit-of-the-doubt.json");

describe("indices that another program built from the definitions", () => {
  it.each(indices)("case $seed", ({ data, dirs, methodology, expect: wanted }) => {
    const definitions = Object.entries(dirs).map(([id, direction]) => definition(id, direction));
    const result = buildIndex(data as Record<string, (string | number)[]>, methodology, {
      unitColumn: "unit",
      definitions,
    });
    const byUnit = new Map(result.units.map((unit) => [unit.unit, unit]));
    for (const [id, column] of Object.entries(wanted.scores)) {
      const size = Math.max(...column.map((value) => Math.abs(value ?? 0)));
      wanted.units.forEach((unit, i) => {
        const found = byUnit.get(unit)?.scores[id] ?? null;
        const right = column[i] as number | null;
        if (right === null || found === null) {
          expect(found, `${id} of ${unit}`).toBe(right);
          return;
        }
        const error = Math.abs(found - right);
        expect(error, `${id} of ${unit}: ${found}, ${right} is right`).toBeLessThanOrEqual(
          1e-12 * size,
        );
      });
    }
    expect(wanted.units.map((unit) => byUnit.get(unit)?.rank ?? null)).toEqual(wanted.ranks);
    const others = result.units.filter(({ unit }) => !wanted.units.includes(unit));
    for (const { score } of others) expect(score).toBeNull();
  });
});

describe("benefit of the doubt in rational numbers", () => {
  it.each(cases)("$mode, shares $lo to $up", ({ Y, lo, up, score }) => {
    const columns = (Y[0] ?? []).map((_, k) => Y.map((row) => row[k] as number));
    benefitOfTheDoubt(columns, { low: lo, up }).forEach((found, i) => {
      expect(Math.abs(found.score - (score[i] as number))).toBeLessThanOrEqual(1.1e-10);
    });
  });
});
