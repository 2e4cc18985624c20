import { buildIndex, indexResult, rankedTable, resultRows } from "@vitalcore/composite";
import { revive } from "@vitalcore/core";
import { describe, expect, it } from "vitest";
import {
  definition,
  methodology,
  observation,
  toy,
  toyData,
  toyDefinitions,
} from "./support/toy.js";

const options = { unitColumn: "unit", definitions: toyDefinitions };
const index = buildIndex(toyData, toy, options);
const unit = (code: string) => index.units.find((each) => each.unit === code);

describe("an index worked out by hand", () => {
  it("scores between goalposts, in logarithms where the methodology says so", () => {
    // ln 1000 lies half way from ln 100 to ln 10000; 25 of 50; 20 of 40; 50 of 100 the other way.
    expect(unit("AAA")?.scores.income).toBeCloseTo(50.5, 12);
    expect(unit("AAA")?.scores.jobs).toBe(50.5);
    expect(unit("AAA")?.scores.life).toBe(50.5);
    expect(unit("AAA")?.scores.deaths).toBe(50.5);
    expect(unit("BBB")?.scores.income).toBe(100);
    expect(unit("BBB")?.scores.life).toBe(1 + 99 * 0.75);
    expect(unit("BBB")?.scores.deaths).toBe(1 + 99 * 0.8);
  });

  it("takes the weighted means of each node's method", () => {
    expect(unit("AAA")?.score).toBeCloseTo(50.5, 12);
    const health = (2 * 75.25 + 80.2) / 3;
    expect(unit("BBB")?.scores.health).toBeCloseTo(health, 12);
    // The missing child is left out and the weight of its sibling rescaled.
    expect(unit("BBB")?.scores.wealth).toBe(100);
    expect(unit("BBB")?.score).toBeCloseTo(100 ** 0.25 * health ** 0.75, 12);
  });

  it("scores a value beyond a goalpost as the goalpost, and says so", () => {
    expect(unit("CCC")?.scores.income).toBe(1);
    expect(unit("CCC")?.values.income).toEqual({ value: 50, clamped: "worst" });
    const clamped = index.findings.find(({ code }) => code === "composite/clamped");
    expect(clamped?.facts).toMatchObject({ indicator: "income", side: "worst", units: ["CCC"] });
  });

  it("does not rank a unit that lacks a part, and says which and why", () => {
    expect(unit("CCC")).toMatchObject({ rank: null, score: null, indicators: 2 });
    expect(index.notRanked.map((each) => each.unit)).toEqual(["CCC"]);
    expect(index.notRanked[0]?.reasons).toMatchObject([
      { rule: "too-few-children", node: "health", present: 0, needed: 1, of: 2 },
      { rule: "too-few-children", node: "index", present: 1, needed: 2, of: 2 },
    ]);
    expect(index.notRanked[0]?.reasons[0]?.message).toContain("without: deaths, life");
  });

  it("ranks by the score, and lists units by rank, those without one last", () => {
    expect(index.units.map(({ unit: code, rank }) => [code, rank])).toEqual([
      ["BBB", 1],
      ["AAA", 2],
      ["CCC", null],
    ]);
  });

  it("accounts for every value", () => {
    expect(index.coverage).toMatchObject({
      units: 3,
      ranked: 2,
      byCount: [
        [4, 1],
        [3, 1],
      ],
    });
    const missing = index.coverage.entries.filter(({ outcome }) => outcome === "missing");
    expect(missing.map((entry) => [entry.unit, entry.indicator])).toEqual([
      ["CCC", "deaths"],
      ["BBB", "jobs"],
      ["CCC", "life"],
    ]);
    const jobs = index.coverage.indicators.find(({ indicator }) => indicator === "jobs");
    expect(jobs).toMatchObject({ present: 2, missing: 1, ranked: 1 });
    const words = index.findings.filter(({ code }) => code === "composite/missing-values");
    expect(words.map(({ message }) => message)).toEqual([
      "BBB lacks 1 of 4 indicators: jobs.",
      "CCC lacks 2 of 4 indicators: deaths, life.",
    ]);
  });

  it("records nominal and effective weights", () => {
    const weights = new Map(
      index.nodes.map((node) => [node.id, [node.weight, node.effectiveWeight]]),
    );
    expect(weights.get("index")).toEqual([1, 1]);
    expect(weights.get("health")).toEqual([0.75, 0.75]);
    expect(weights.get("jobs")).toEqual([0.5, 0.125]);
    expect(weights.get("life")?.[1]).toBeCloseTo(0.5, 15);
  });
});

describe("the result", () => {
  it("is JSON that shows itself again when it is read back", () => {
    const stored = JSON.parse(JSON.stringify(index));
    expect(stored).toEqual({ ...index });
    const revived = revive(stored, [indexResult]);
    expect(String(revived)).toBe(String(index));
    expect(String(index)).toContain("   1  BBB");
    expect(String(index)).toContain("Not ranked: CCC");
  });

  it("leaves the caller's methodology and data as they are", () => {
    const document = structuredClone(toy);
    const inputs = [{ name: "a.csv", sha256: "00", source: "somewhere" }];
    const result = buildIndex(toyData, document, { ...options, inputs });
    expect(document).toEqual(toy);
    expect(
      Object.isFrozen(document) || Object.isFrozen(document.nodes) || Object.isFrozen(inputs),
    ).toBe(false);
    expect(result.inputs).toEqual(inputs);
    expect(result.methodology).toEqual(toy);
    expect(Object.isFrozen(result.units)).toBe(true);
  });

  it("is frozen to its last part, with treated, imputed, flagged and clamped values", () => {
    const ids = ["a", "b"];
    const raw = [0, 1, 2, 3, 4, 5, 6, 7, 8, 90].flatMap((x, u) =>
      ids.map((id, k) =>
        observation(id, `U${u}`, u === 2 + k ? null : x + k, { status: ["E"], note: "estimated" }),
      ),
    );
    const result = buildIndex(
      raw,
      methodology(
        [
          { id: "index" },
          { id: "a", parent: "index", indicator: "a", normalize: { worst: 1, best: 4 } },
          { id: "b", parent: "index", indicator: "b", treat: {}, normalize: { method: "min-max" } },
        ],
        { impute: { method: "median" }, normalize: { method: "goalposts" } },
      ),
      { definitions: ids.map((id) => definition(id)) },
    );
    const leaves = result.units.flatMap(({ values }) => Object.values(values));
    for (const key of ["treated", "imputed", "clamped", "status"] as const) {
      expect(leaves.some((leaf) => leaf[key] !== undefined)).toBe(true);
    }
    const loose: string[] = [];
    const visit = (value: unknown, path: string) => {
      if (typeof value !== "object" || value === null) return;
      if (!Object.isFrozen(value)) loose.push(path);
      for (const [key, child] of Object.entries(value)) visit(child, `${path}.${key}`);
    };
    visit(result, "result");
    expect(loose).toEqual([]);
  });

  it("labels units by an object or a map, and by their code where there is no name", () => {
    const names = { AAA: "Alpha", toString: "not a unit" };
    for (const labels of [names, new Map(Object.entries(names))]) {
      const { units } = buildIndex(toyData, toy, { ...options, labels });
      expect(units.map(({ label }) => label)).toEqual(["BBB", "Alpha", "CCC"]);
    }
  });

  it("caps what it prints and says how much is left", () => {
    const many = {
      unit: Array.from({ length: 30 }, (_, i) => `U${10 + i}`),
      a: Array.from({ length: 30 }, (_, i) => i),
    };
    const nodes = [
      { id: "index" },
      { id: "a", parent: "index", indicator: "a", normalize: { method: "min-max" as const } },
    ];
    const result = buildIndex(many, methodology(nodes), {
      unitColumn: "unit",
      definitions: [definition("a")],
    });
    expect(String(result)).toContain("10 more are ranked below.");
    expect(rankedTable(result).tables?.[0]?.rows).toHaveLength(30);
    expect(
      rankedTable(result, { top: 2, digits: 0 }).tables?.[0]?.rows.map(([rank]) => rank),
    ).toEqual([1, 2]);
  });

  it("gives rows for a CSV file, with a column for every node and raw value", () => {
    const rows = resultRows(index);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      "unit",
      "label",
      "rank",
      "indicators",
      "index",
      "wealth",
      "health",
      "income",
      "jobs",
      "life",
      "deaths",
      "income:value",
      "jobs:value",
      "life:value",
      "deaths:value",
    ]);
    expect(rows[2]).toMatchObject({ unit: "CCC", rank: null, index: null, "deaths:value": null });
  });
});

describe("screening", () => {
  const nodes = [
    { id: "index", aggregate: { atLeast: 0 } },
    { id: "a", parent: "index", indicator: "a" },
    { id: "b", parent: "index", indicator: "b" },
  ];
  const data = { unit: ["A", "B", "C", "D"], a: [0, 5, 10, 1000], b: [0, 5, 10, null] };
  const more = { unitColumn: "unit", definitions: [definition("a"), definition("b")] };
  const build = (method: "min-max" | "z-score" | "percentile-rank", least: number) =>
    buildIndex(
      data,
      methodology(nodes, { normalize: { method }, screening: { indicatorsAtLeast: least } }),
      more,
    );

  it.each(["min-max", "z-score", "percentile-rank"] as const)(
    "keeps a unit that is left out from the %s of the others",
    (method) => {
      const screened = build(method, 0.6);
      const alone = buildIndex(
        { unit: ["A", "B", "C"], a: [0, 5, 10], b: [0, 5, 10] },
        methodology(nodes, { normalize: { method } }),
        more,
      );
      const scores = (result: typeof screened) =>
        result.units
          .filter(({ rank }) => rank !== null)
          .map(({ unit: code, scores: of }) => [code, of]);
      expect(scores(screened)).toEqual(scores(alone));
      const out = screened.units.at(-1);
      expect(out).toMatchObject({
        unit: "D",
        rank: null,
        scores: { a: null, b: null, index: null },
      });
      expect(out?.values.a?.value).toBe(1000);
      const [finding] = screened.findings.filter(({ code }) => code === "composite/screened-out");
      expect(finding?.message).toBe("D has 1 of 2 indicators, and 2 are needed: it is left out.");
      expect(out?.failures).toMatchObject([{ rule: "screening", present: 1, needed: 2, of: 2 }]);
    },
  );

  it("keeps a unit that has just the share asked for", () => {
    expect(build("min-max", 0.5).coverage.ranked).toBe(4);
    expect(build("min-max", 0).coverage.ranked).toBe(4);
  });

  it("says so where nobody is left", () => {
    const empty = { unit: ["A", "B"], a: [1, null], b: [null, 2] };
    const document = methodology(nodes, {
      normalize: { method: "goalposts", worst: 0, best: 10 },
      screening: { indicatorsAtLeast: 1 },
    });
    const result = buildIndex(empty, document, more);
    expect(result.coverage.ranked).toBe(0);
    expect(result.findings[0]?.code).toBe("composite/nothing-ranked");
    expect(String(result)).toContain("ranked: 0");
  });
});

describe("thresholds of missing data", () => {
  it("are not missed by the rounding of a decimal", () => {
    const nodes = [
      { id: "index", aggregate: { atLeast: 0.666666666666667 } },
      ...["a", "b", "c"].map((id) => ({ id, parent: "index", indicator: id })),
    ];
    const document = methodology(nodes, { normalize: { method: "goalposts", worst: 0, best: 1 } });
    const result = buildIndex({ unit: ["X"], a: [1], b: [0], c: [null] }, document, {
      unitColumn: "unit",
      definitions: ["a", "b", "c"].map((id) => definition(id)),
    });
    expect(result.units[0]?.score).toBe(50);
  });

  it("count children without weight, which alone give no score", () => {
    const nodes = [
      { id: "index", aggregate: { atLeast: 0.5 } },
      { id: "a", parent: "index", indicator: "a", weight: 1 },
      { id: "b", parent: "index", indicator: "b", weight: 0 },
    ];
    const document = methodology(nodes, { normalize: { method: "goalposts", worst: 0, best: 1 } });
    const result = buildIndex({ unit: ["X", "Y"], a: [1, null], b: [0, 1] }, document, {
      unitColumn: "unit",
      definitions: [definition("a"), definition("b")],
    });
    expect(result.units.map(({ unit: code, score }) => [code, score])).toEqual([
      ["X", 100],
      ["Y", null],
    ]);
    expect(result.notRanked[0]?.reasons).toMatchObject([
      { rule: "no-weight", node: "index", present: 1 },
    ]);
  });
});

describe("ranks", () => {
  const data = { unit: ["A", "B", "C", "D"], a: [3.004, 3.001, 1, 3.004] };
  const nodes = [
    { id: "index" },
    { id: "a", parent: "index", indicator: "a", normalize: { worst: 0, best: 100 } },
  ];
  const ranksBy = (ranks: NonNullable<typeof toy.ranks>) =>
    Object.fromEntries(
      buildIndex(data, methodology(nodes, { normalize: { method: "goalposts" }, ranks }), {
        unitColumn: "unit",
        definitions: [definition("a")],
      }).units.map(({ unit: code, rank }) => [code, rank]),
    );

  it.each([
    ["min", { A: 1, D: 1, B: 3, C: 4 }],
    ["max", { A: 2, D: 2, B: 3, C: 4 }],
    ["average", { A: 1.5, D: 1.5, B: 3, C: 4 }],
    ["dense", { A: 1, D: 1, B: 2, C: 3 }],
  ] as const)("tie by %s", (ties, expected) => {
    expect(ranksBy({ ties })).toEqual(expected);
  });

  it("tie where scores are equal as they are printed", () => {
    expect(ranksBy({ digits: 2 })).toEqual({ A: 1, B: 1, D: 1, C: 4 });
    expect(ranksBy({ digits: null })).toEqual({ A: 1, D: 1, B: 3, C: 4 });
  });
});

describe("directions and scales", () => {
  const build = (
    direction: Parameters<typeof definition>[1],
    normalize: object,
    values: readonly number[],
    node = {},
  ) =>
    buildIndex(
      { unit: values.map((_, i) => `U${i}`), a: values },
      methodology([
        { id: "index" },
        { id: "a", parent: "index", indicator: "a", normalize, ...node },
      ]),
      { unitColumn: "unit", definitions: [definition("a", direction)] },
    );
  const scores = (result: ReturnType<typeof build>) =>
    [...result.units].sort((x, y) => (x.unit < y.unit ? -1 : 1)).map(({ score }) => score);

  it("score an indicator that is best at one by its distance from one", () => {
    const normalize = { method: "goalposts", worst: 0, best: 1, scale: [0, 10] };
    const result = build("targetOne", normalize, [1, 0.5, 1.5, 2.5, 0]);
    expect(scores(result)).toEqual([10, 5, 5, 0, 0]);
    expect(
      result.units.filter(({ values }) => values.a?.clamped === "worst").map((each) => each.unit),
    ).toEqual(["U3"]);
    // In logarithms half and double are equally far from parity.
    const logs = build("targetOne", { ...normalize, worst: 0.25, transform: "ln" }, [0.5, 2, 1]);
    expect(scores(logs)).toEqual([5, 5, 10]);
    expect(
      scores(build("targetZero", { method: "min-max", scale: [0, 1] }, [-4, 2, 1, 5])),
    ).toEqual([0.25, 0.75, 1, 0]);
  });

  it("take the methodology's written decision before the definition's", () => {
    const decided = { direction: { value: "higherWorse", reason: "Displacement is a loss." } };
    const normalize = { method: "min-max", scale: [0, 1] };
    expect(scores(build("ambiguous", normalize, [1, 2, 3], decided))).toEqual([1, 0.5, 0]);
    const zero = build("higherBetter", { method: "z-score", mean: 10, sd: 2 }, [1, 2, 3], decided);
    expect(scores(zero)).toEqual([12, 10, 8]);
  });

  it("let values go on beyond their goalposts where they are told to", () => {
    const normalize = { method: "goalposts", worst: 0, best: 10, clamp: false };
    expect(scores(build("higherBetter", normalize, [-5, 20]))).toEqual([-50, 200]);
  });

  it("let a zero annul a geometric mean only where that is chosen", () => {
    const nodes = (zeros: "refuse" | "annul") => [
      { id: "index", aggregate: { method: "geometric" as const, zeros } },
      { id: "a", parent: "index", indicator: "a" },
      { id: "b", parent: "index", indicator: "b" },
    ];
    const normalize = { method: "min-max" as const };
    const both = { unitColumn: "unit", definitions: [definition("a"), definition("b")] };
    const data = { unit: ["A", "B"], a: [0, 1], b: [1, 0] };
    const result = buildIndex(data, methodology(nodes("annul"), { normalize }), both);
    expect(result.units.map(({ score }) => score)).toEqual([0, 0]);
    expect(() => buildIndex(data, methodology(nodes("refuse"), { normalize }), both)).toThrow(
      /makes the mean zero/,
    );
  });

  it("build a table of one row", () => {
    expect(scores(build("higherBetter", { method: "goalposts", worst: 0, best: 4 }, [3]))).toEqual([
      75,
    ]);
  });
});
