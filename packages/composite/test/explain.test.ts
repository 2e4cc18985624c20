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
});
