import { buildIndex, explain, indexExplanation } from "@vitalcore/composite";
import { isVitalError, revive } from "@vitalcore/core";
import { describe, expect, it } from "vitest";
import {
  definition,
  methodology,
  observation,
  toy,
  toyData,
  toyDefinitions,
} from "./support/toy.js";

const index = buildIndex(toyData, toy, { unitColumn: "unit", definitions: toyDefinitions });
const nodeOf = (unit: string, id: string) =>
  explain(index, unit).nodes.find(({ node }) => node === id);

describe("the history of a score", () => {
  it("goes from the index down to the raw values, in the order of the methodology", () => {
    const { nodes, rank, of, score } = explain(index, "BBB");
    expect(nodes.map(({ node }) => node)).toEqual([
      "index",
      "wealth",
      "income",
      "jobs",
      "health",
      "life",
      "deaths",
    ]);
    expect({ rank, of, score }).toEqual({ rank: 1, of: 2, score: index.units[0]?.score });
  });

  it("gives raw value, transformed value, share of the way and score of an indicator", () => {
    const value = nodeOf("AAA", "income")?.value;
    expect(value).toMatchObject({ indicator: "income", measuredIn: "POINTS", value: 1000 });
    expect(value?.transformed).toBe(Math.log(1000));
    expect(value?.share).toBeCloseTo(0.5, 14);
    expect(nodeOf("AAA", "deaths")?.value?.share).toBe(0.5);
  });

  it("gives the weight that was used, with missing siblings left out", () => {
    expect(nodeOf("BBB", "income")).toMatchObject({ weight: 0.5, usedWeight: 1 });
    expect(nodeOf("BBB", "jobs")).toMatchObject({
      usedWeight: 0,
      contribution: null,
      reason: "no value",
    });
  });

  it("gives what each child adds to the mean above, which sums to it", () => {
    for (const { unit, scores } of index.units) {
      const { nodes } = explain(index, unit);
      for (const group of nodes.filter(({ mean }) => mean !== null)) {
        const sum = nodes
          .filter(({ parent }) => parent === group.node)
          .reduce((total, { contribution }) => total + (contribution ?? 0), 0);
        const score = scores[group.node] ?? null;
        if (score === null) continue;
        expect(sum).toBeCloseTo(group.mean === "geometric" ? Math.log(score) : score, 10);
      }
    }
  });

  it("gives contributions to a harmonic mean as reciprocals, and none where a zero annuls", () => {
    const nodes = [
      { id: "index", aggregate: { method: "harmonic" as const, zeros: "annul" as const } },
      { id: "a", parent: "index", indicator: "a" },
      { id: "b", parent: "index", indicator: "b" },
    ];
    const normalize = { method: "goalposts", worst: 0, best: 100 } as const;
    const data = { unit: ["X", "Y"], a: [50, 0], b: [25, 50] };
    const definitions = [definition("a"), definition("b")];
    const result = buildIndex(data, methodology(nodes, { normalize }), {
      unitColumn: "unit",
      definitions,
    });
    const terms = (unit: string) =>
      explain(result, unit).nodes.map(({ contribution }) => contribution);
    expect(terms("X")).toEqual([null, 0.01, 0.02]);
    expect(result.units[0]?.score).toBeCloseTo(1 / 0.03, 12);
    expect(terms("Y")).toEqual([null, null, 0.01]);
    expect(result.units[1]?.score).toBe(0);
  });

  it("says why there is no score", () => {
    const { nodes, rank } = explain(index, "CCC");
    expect(rank).toBeNull();
    expect(nodes.find(({ node }) => node === "health")?.reason).toContain(
      "0 of 2 parts have a score, 1 needed",
    );
    expect(nodes.find(({ node }) => node === "income")?.value?.clamped).toBe("worst");
  });

  it("repeats what an observation says of its gap", () => {
    const nodes = [
      { id: "index", aggregate: { atLeast: 0 } },
      {
        id: "a",
        parent: "index",
        indicator: "a",
        normalize: { method: "goalposts" as const, worst: 0, best: 10 },
      },
    ];
    const gap = observation("a", "X", null, { status: ["O"], note: "census cancelled" });
    const result = buildIndex([gap, observation("a", "Y", 1)], methodology(nodes), {
      definitions: [definition("a")],
    });
    expect(explain(result, "X").nodes[1]?.reason).toBe(
      "no value in 2018, status O: census cancelled",
    );
  });

  it("prints itself, with periods, and again when it is read back", () => {
    const nodes = [
      { id: "index" },
      {
        id: "a",
        parent: "index",
        label: "Indicator A",
        indicator: "a",
        normalize: { method: "goalposts" as const, worst: 0, best: 10 },
      },
    ];
    const result = buildIndex(
      [observation("a", "X", 4, { period: "2014/2018" })],
      methodology(nodes),
      {
        definitions: [definition("a")],
        labels: { X: "Xanadu" },
      },
    );
    const history = explain(result, "X");
    expect(String(history)).toContain("Toy: Xanadu");
    expect(String(history)).toMatch(/Indicator A\s+4\s+2014\/2018\s+0\.400\s+40\.00/);
    expect(String(revive(JSON.parse(JSON.stringify(history)), [indexExplanation]))).toBe(
      String(history),
    );
  });

  it("works on a result that was read back", () => {
    const stored = JSON.parse(JSON.stringify(index));
    expect(String(explain(stored, "AAA"))).toBe(String(explain(index, "AAA")));
  });

  it("knows only units of the result", () => {
    try {
      explain(index, "AAB");
      expect.unreachable();
    } catch (error) {
      expect(isVitalError(error) && error.findings[0]).toMatchObject({
        code: "composite/unknown-unit",
        suggestion: "AAA",
      });
    }
  });

  it("shows a percentile rank by its score alone", () => {
    const nodes = [
      { id: "index" },
      {
        id: "a",
        parent: "index",
        indicator: "a",
        normalize: { method: "percentile-rank" as const },
      },
    ];
    const result = buildIndex({ unit: ["X", "Y", "Z"], a: [1, 5, 2] }, methodology(nodes), {
      unitColumn: "unit",
      definitions: [definition("a")],
    });
    const leaf = explain(result, "Z").nodes[1];
    expect(leaf).toMatchObject({ score: 50, value: { share: null, transformed: 2 } });
  });

  describe("with weights that are computed and values that are drawn", () => {
    const unit = Array.from({ length: 12 }, (_, i) => `U${String(i).padStart(2, "0")}`);
    const ids = ["a", "b", "c"];
    const column = (k: number) =>
      unit.map((_, i) =>
        (i + 5 * k) % 9 === 0 ? null : 20 + 9 * Math.sin(1.7 * i) + ((i * k) % 4),
      );
    const data = { unit, ...Object.fromEntries(ids.map((id, k) => [id, column(k)])) };
    const options = { unitColumn: "unit", definitions: ids.map((id) => definition(id)) };
    const nodes = [
      { id: "index", weighting: { method: "equal" as const } },
      { id: "pair", parent: "index", weighting: { method: "pca" as const } },
      { id: "a", parent: "pair", indicator: "a" },
      { id: "b", parent: "pair", indicator: "b" },
      { id: "c", parent: "index", indicator: "c", impute: { predictors: ["a", "b"] } },
    ];
    const drawn = buildIndex(
      data,
      methodology(nodes, {
        impute: { method: "multiple" },
        imputations: { sets: 6 },
        normalize: { method: "min-max" },
      }),
      options,
    );
    const history = explain(drawn, "U03");

    it("says of each group how the weights of its children were found", () => {
      const weightingOf = (id: string) => history.nodes.find(({ node }) => node === id)?.weighting;
      expect(weightingOf("index")).toEqual({ method: "equal", units: 0 });
      expect(weightingOf("pair")).toMatchObject({ method: "pca", units: 12 });
      expect(weightingOf("pair")?.share).toBeGreaterThan(0.5);
      for (const id of ids) expect(weightingOf(id)).toBeUndefined();
      expect(String(history)).toContain("arithmetic, weights by pca of 12 units");
      expect(String(history)).toMatch(/arithmetic, weights by equal$/m);
      // Weights that are given are in the column of weights.
      expect(nodeOf("AAA", "wealth")).not.toHaveProperty("weighting");
      expect(String(explain(index, "AAA"))).not.toContain("weights by");
    });

    it("gives the pooled score with its standard error and ranks", () => {
      const found = drawn.units.find((each) => each.unit === "U03");
      expect(history.pooled).toEqual(found?.pooled);
      expect(history.pooled?.sets).toBe(6);
      expect(history.pooled?.standardError).toBeGreaterThan(0);
      const { score, standardError, ranks } = history.pooled as NonNullable<typeof history.pooled>;
      const text = String(history);
      expect(text).toMatch(new RegExp(`mean score of 6 draws\\W+${Number(score.toFixed(2))}`));
      expect(text).toMatch(
        new RegExp(`its standard error\\W+${Number(standardError.toPrecision(2))}`),
      );
      expect(text).toMatch(new RegExp(`ranks in the draws\\W+${ranks[0]} to ${ranks[1]}`));
      expect(explain(index, "AAA")).not.toHaveProperty("pooled");
    });

    it("is the same when it is read back, and of a result that was", () => {
      const back = revive(JSON.parse(JSON.stringify(history)), [indexExplanation]);
      expect(String(back)).toBe(String(history));
      expect(String(explain(JSON.parse(JSON.stringify(drawn)), "U03"))).toBe(String(history));
    });
  });
});
