import {
  buildIndex,
  checkMethodology,
  type IndexMethodology,
  imputedSets,
} from "@vitalcore/composite";
import { imputeByEm, poolEstimates } from "@vitalcore/composite/impute";
import { methodsStatement, rebuild } from "@vitalcore/composite/reproduce";
import { describe, expect, it } from "vitest";
import { definition, methodology } from "./support/toy.js";

const IDS = ["a", "b", "c", "d"] as const;
const definitions = IDS.map((id) => definition(id));
// Four indicators that go together, with gaps here and there.
const wave = (i: number, k: number) =>
  10 * Math.sin(i * 1.7) + 3 * Math.sin(i * (k + 2.3) + k) + 30;
const unit = Array.from({ length: 40 }, (_, i) => `U${String(i).padStart(2, "0")}`);
const column = (k: number) => unit.map((_, i) => ((7 * i + 3 * k) % 11 === 0 ? null : wave(i, k)));
const data = { unit, ...Object.fromEntries(IDS.map((id, k) => [id, column(k)])) } as Record<
  string,
  (string | number | null)[]
>;
const nodes = [
  { id: "index" },
  { id: "left", parent: "index" },
  { id: "right", parent: "index" },
  ...IDS.map((id, k) => ({ id, parent: k < 2 ? "left" : "right", indicator: id })),
];
const document: IndexMethodology = methodology(nodes, {
  impute: { method: "multiple" },
  imputations: { sets: 8, seed: 3 },
  treat: { atMost: 3 },
  normalize: { method: "min-max" },
});
const options = { unitColumn: "unit", definitions };
const result = buildIndex(data, document, options);

describe("multiple imputation inside an index", () => {
  it("pools the scores of the index built from each completed set", () => {
    const { units, nodes: ids, sets } = imputedSets(data, document, options);
    expect(sets).toHaveLength(8);
    const { impute: _, imputations: _sets, ...plain } = document;
    const builds = sets.map((set) =>
      buildIndex(
        { unit: units, ...Object.fromEntries(ids.map((id, k) => [id, set[k] as Float64Array])) },
        plain,
        options,
      ),
    );
    for (const { unit: code, pooled } of result.units) {
      const own = builds.map(
        ({ units: all }) => all.find((each) => each.unit === code) as (typeof all)[number],
      );
      const scores = own.map(({ score }) => score as number);
      const wanted = poolEstimates(
        scores,
        scores.map(() => 0),
      );
      expect(pooled?.score).toBeCloseTo(wanted.estimate, 9);
      expect(pooled?.standardError).toBeCloseTo(wanted.standardError, 9);
      const ranks = own.map(({ rank }) => rank as number);
      expect(pooled?.ranks).toEqual([Math.min(...ranks), Math.max(...ranks)]);
    }
  });

  it("scores the means of the draws, which are near the expected values", () => {
    const { sets, units } = imputedSets(data, { ...document, imputations: { sets: 400 } }, options);
    const { columns } = imputeByEm([0, 1].map((k) => column(k).map((x) => x ?? Number.NaN)));
    units.forEach((code, u) => {
      const gap = result.units.find((each) => each.unit === code)?.values.a;
      if (gap?.value !== null) return;
      const draws = sets.map(([a]) => a?.[u] as number);
      const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
      const sd = Math.sqrt(draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 399);
      expect(Math.abs(mean - (columns[0]?.[u] as number))).toBeLessThan(0.35 * sd);
      expect(gap.imputedSd).toBeGreaterThan(0);
    });
  });

  it("leaves what is there, says what it drew, and comes out the same again", () => {
    for (const { values } of result.units) {
      for (const id of IDS) {
        const { value, imputed, imputedSd } = values[id] ?? { value: null };
        expect(imputed === undefined).toBe(value !== null);
        expect(imputedSd === undefined).toBe(value !== null);
      }
    }
    expect(result.nodes.find(({ id }) => id === "a")?.imputation).toEqual({
      method: "multiple",
      count: column(0).filter((x) => x === null).length,
    });
    expect(JSON.stringify(rebuild(result))).toBe(JSON.stringify(result));
    const other = buildIndex(data, { ...document, imputations: { sets: 8, seed: 4 } }, options);
    expect(other.units.map(({ pooled }) => pooled)).not.toEqual(
      result.units.map(({ pooled }) => pooled),
    );
  });

  it("says so in words", () => {
    expect(String(result)).toMatch(/drawn 8 times: \d+ of 40 units change their rank/);
    const texts = methodsStatement(result).steps.map(({ text }) => text);
    expect(texts.some((text) => text.includes("the mean of 8 draws, seed 3"))).toBe(true);
  });

  it("draws families by themselves, and computed weights are each set's own", () => {
    const { nodes: ids, sets } = imputedSets(data, document, options);
    const gapsOf = (k: number) =>
      sets.map((set) => [...(set[ids.indexOf(IDS[k] as string)] as Float64Array)]);
    // Draws of the other family would be the same up to scale if they shared their numbers.
    const deviation = (list: readonly (readonly number[])[], u: number) => {
      const draws = list.map((set) => set[u] as number);
      const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
      return draws.map((x) => x - mean);
    };
    const [a, c] = [deviation(gapsOf(0), 0), deviation(gapsOf(2), column(2).indexOf(null))];
    const r = a.reduce((sum, x, i) => sum + x * (c[i] as number), 0);
    expect(
      Math.abs(r) / Math.sqrt(a.reduce((s, x) => s + x * x, 0) * c.reduce((s, x) => s + x * x, 0)),
    ).toBeLessThan(0.95);
    const weighted = buildIndex(data, { ...document, weighting: { method: "pca" } }, options);
    expect(weighted.units[0]?.pooled?.sets).toBe(8);
  });

  it("is one set where nothing is drawn, and refuses what it cannot draw", () => {
    const { impute: _, imputations: _sets, ...plain } = document;
    const { sets } = imputedSets(data, { ...plain, aggregate: { atLeast: 0 } }, options);
    expect(sets).toHaveLength(1);
    expect(sets[0]?.[0]?.filter((x) => Number.isNaN(x))).toHaveLength(
      column(0).filter((x) => x === null).length,
    );
    const codes = (more: Partial<IndexMethodology>) =>
      checkMethodology({ ...document, ...more }, { definitions }).map(({ code }) => code);
    expect(codes({ imputations: { sets: 1 } })).toEqual(["composite/out-of-bounds"]);
    expect(codes({ impute: {} })).toEqual(["composite/idle-imputations"]);
    const constant = { ...data, b: unit.map(() => 5) };
    const fixed = { ...document, normalize: { method: "goalposts", worst: 0, best: 60 } } as const;
    expect(() => buildIndex(constant, fixed, options)).toThrow(/cannot be imputed by multiple/);
  });
});
