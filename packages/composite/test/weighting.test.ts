import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildIndex,
  checkMethodology,
  type FrameworkNode,
  type IndexMethodology,
  type IndexResult,
  planIndex,
  type WeightingOptions,
} from "@vitalcore/composite";
import { explainDifference, whatIf } from "@vitalcore/composite/compare";
import { methodsStatement, rebuild } from "@vitalcore/composite/reproduce";
import {
  ahpWeights,
  benefitOfTheDoubt,
  budgetWeights,
  criticWeights,
  entropyWeights,
  factorWeights,
  optimizeWeights,
  pcaWeights,
  regressionWeights,
  type WeightColumns,
} from "@vitalcore/composite/weights";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixtures } from "./support/fixtures.js";
import { definition, methodology } from "./support/toy.js";

interface Regression {
  readonly y: readonly number[];
  readonly free: readonly number[];
  readonly bounded: readonly number[];
  readonly r2: number;
}
const { regression }: { regression: { x: number[][]; free: Regression; bounded: Regression } } =
  JSON.parse(readFileSync(join(fixtures, "weights", "values.json"), "utf8"));
const IDS = ["a", "b", "c", "d"] as const;
const columns: WeightColumns = Object.fromEntries(
  IDS.map((id, k) => [id, regression.x.map((row) => row[k] as number)]),
);

describe("weights by regression", () => {
  const close = (found: number, wanted: number, tolerance: number) =>
    expect(Math.abs(found - wanted)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));

  it("are those of lm() where no coefficient is below zero", () => {
    const { coefficients, intercept, dropped, weights } = regressionWeights(
      columns,
      regression.free.y,
    );
    close(intercept, regression.free.free[0] as number, 1e-9);
    IDS.forEach((id, k) => {
      close(coefficients[id] as number, regression.free.free[k + 1] as number, 1e-9);
    });
    expect(dropped).toEqual([]);
    close(
      Object.values(weights).reduce((sum, x) => sum + x, 0),
      1,
      1e-12,
    );
  });

  it("are those of quadratic programming where one would be", () => {
    const { coefficients, intercept, dropped, r2 } = regressionWeights(
      columns,
      regression.bounded.y,
    );
    close(intercept, regression.bounded.bounded[0] as number, 1e-8);
    IDS.forEach((id, k) => {
      close(coefficients[id] as number, regression.bounded.bounded[k + 1] as number, 1e-8);
    });
    close(r2, regression.bounded.r2, 1e-9);
    expect(dropped).toEqual(["c", "d"]);
  });

  it("refuse columns that say nothing, or the same", () => {
    expect(() => regressionWeights({ a: [1, 2, 3, 4] }, [4, 3, 2, 1])).toThrow(/goes with/);
    expect(() => regressionWeights({ a: [1, 2, 3], b: [2, 4, 6] }, [1, 2, 4])).toThrow(/depend/);
    expect(() => regressionWeights({ a: [1, Number.NaN] }, [1, 2])).toThrow(/missing/);
  });
});

const definitions = [...IDS, "outcome"].map((id) => definition(id));
const unit = regression.x.map((_, i) => `U${String(i).padStart(2, "0")}`);
const data = { unit, ...columns, outcome: regression.free.y } as unknown as Record<
  string,
  number[]
>;
const options = { unitColumn: "unit", definitions };
const leaves = (...weights: number[]): readonly FrameworkNode[] =>
  IDS.map((id, k) => ({
    id,
    parent: "index",
    indicator: id,
    ...(weights[k] !== undefined && { weight: weights[k] as number }),
  }));
const flat = (weighting?: WeightingOptions, weights: readonly number[] = []): IndexMethodology =>
  methodology(
    [{ id: "index", ...(weighting !== undefined && { weighting }) }, ...leaves(...weights)],
    {
      normalize: { method: "min-max" },
    },
  );
const build = (document: IndexMethodology, more = {}): IndexResult =>
  buildIndex(data, document, { ...options, ...more });
const weightsOf = ({ nodes }: IndexResult) =>
  Object.fromEntries(nodes.filter(({ parent }) => parent === "index").map((n) => [n.id, n.weight]));
const scoresOf = ({ units }: IndexResult): WeightColumns => {
  const sorted = [...units].sort((x, y) => (x.unit < y.unit ? -1 : 1));
  return Object.fromEntries(
    IDS.map((id) => [id, sorted.map(({ scores }) => scores[id] as number)]),
  );
};
function expectWeights(
  found: Readonly<Record<string, number>>,
  wanted: Readonly<Record<string, number>>,
) {
  const sum = Object.values(wanted).reduce((all, x) => all + x, 0);
  for (const id of IDS) expect(found[id]).toBeCloseTo((wanted[id] as number) / sum, 12);
}

describe("weighting inside an index", () => {
  const scores = scoresOf(build(flat()));

  it.each([
    ["pca", pcaWeights(scores).weights],
    ["factor", factorWeights(scores).weights],
    ["entropy", entropyWeights(scores)],
    ["critic", criticWeights(scores)],
  ] as const)("%s is that of the function alone, on the scores", (method, wanted) => {
    const result = build(flat({ method }));
    expectWeights(weightsOf(result), wanted);
    const { weighting } = result.nodes[0] as IndexResult["nodes"][number];
    expect([weighting?.method, weighting?.units]).toEqual([method, 40]);
    // The same index with these weights written down.
    const written = build(
      flat(
        undefined,
        IDS.map((id) => weightsOf(result)[id] as number),
      ),
    );
    result.units.forEach(({ score }, i) => {
      expect(score).toBeCloseTo(written.units[i]?.score as number, 9);
    });
  });

  it("balances the correlations with the group as the function on the result does", () => {
    const targets = { a: 2, b: 1, c: 1, d: 1 };
    const result = build(flat({ method: "balance", targets }));
    const { shares } = optimizeWeights(build(flat()), { targets });
    const { correlations = {} } = result.nodes[0]?.weighting ?? {};
    const sum = Object.values(correlations).reduce((all, x) => all + x, 0);
    for (const id of IDS) {
      expect((correlations[id] as number) / sum).toBeCloseTo(shares[id] as number, 4);
      expect((correlations[id] as number) / sum).toBeCloseTo(targets[id] / 5, 3);
    }
    const information =
      build(flat({ method: "information" })).nodes[0]?.weighting?.correlations ?? {};
    const total = (r: Readonly<Record<string, number>>) =>
      Object.values(r).reduce((x, y) => x + y, 0);
    expect(total(information)).toBeGreaterThanOrEqual(total(correlations));
  });

  it("fits weights to an outcome outside of the index", () => {
    const result = build(flat({ method: "regression", outcome: "outcome" }));
    expectWeights(weightsOf(result), regressionWeights(scores, regression.free.y).weights);
    expect(result.nodes[0]?.weighting?.r2).toBeGreaterThan(0.9);
    const gap = { ...data, outcome: data.outcome?.map((y, i) => (i === 3 ? null : y)) as number[] };
    const without = buildIndex(gap, flat({ method: "regression", outcome: "outcome" }), options);
    expect(without.units.find((each) => each.unit === "U03")?.score).not.toBeNull();
  });

  it("takes weights from comparisons in pairs, and from budgets", () => {
    const pairwise = [
      [1, 2, 4, 1],
      [1 / 2, 1, 2, 1],
      [1 / 4, 1 / 2, 1, 1 / 2],
      [1, 1, 2, 1],
    ];
    const compared = ["b", "a", "c", "d"];
    const ahp = build(flat({ method: "ahp", compared, pairwise }));
    const { weights, consistencyRatio } = ahpWeights(pairwise);
    expectWeights(
      weightsOf(ahp),
      Object.fromEntries(compared.map((id, k) => [id, weights[k] as number])),
    );
    expect(ahp.nodes[0]?.weighting?.consistencyRatio).toBe(consistencyRatio);
    const budgets = [
      { expert: "one", points: { a: 60, b: 20, c: 20 } },
      { expert: "two", points: { a: 1, b: 1, c: 1, d: 1 } },
    ];
    const budget = build(flat({ method: "budget", budgets }));
    const rows = budgetWeights([
      [60, 20, 20, 0],
      [1, 1, 1, 1],
    ]);
    expectWeights(
      weightsOf(budget),
      Object.fromEntries(IDS.map((id, k) => [id, rows.weights[k] as number])),
    );
    expect(budget.nodes[0]?.weighting?.agreement).toBe(rows.agreement);
    // Weights that the methodology tells are those of a plan, too.
    const { plan } = planIndex(flat({ method: "budget", budgets }), { definitions });
    expect([...plan.weights]).toEqual(rows.weights);
  });

  it("takes a function of one's own, and refuses what it cannot use", () => {
    const document = flat({ method: "custom:first" });
    const own = (given: Readonly<Record<string, Float64Array>>) => ({
      a: given.a?.length ?? 0,
      b: 0,
      c: 0,
      d: 0,
    });
    const result = build(document, { methods: { weight: { "custom:first": own } } });
    expect(weightsOf(result)).toEqual({ a: 1, b: 0, c: 0, d: 0 });
    expect(() => build(document)).toThrow(/no weight of that name/);
    const bad = { methods: { weight: { "custom:first": () => ({ a: -1 }) } } };
    expect(() => build(document, bad)).toThrow(/none below zero/);
  });

  it("weighs groups from their scores, children before parents", () => {
    const nodes: readonly FrameworkNode[] = [
      { id: "index", weighting: { method: "critic" } },
      { id: "left", parent: "index", weighting: { method: "entropy" } },
      { id: "right", parent: "index" },
      ...IDS.map((id, k) => ({ id, parent: k < 2 ? "left" : "right", indicator: id })),
    ];
    const result = build(methodology(nodes, { normalize: { method: "min-max" } }));
    const sorted = [...result.units].sort((x, y) => (x.unit < y.unit ? -1 : 1));
    const of = (...ids: string[]): WeightColumns =>
      Object.fromEntries(ids.map((id) => [id, sorted.map(({ scores }) => scores[id] as number)]));
    const byId = new Map(result.nodes.map((node) => [node.id, node]));
    const inner = entropyWeights(of("a", "b"));
    expect(byId.get("a")?.weight).toBeCloseTo(inner.a as number, 12);
    const outer = criticWeights(of("left", "right"));
    expect(byId.get("left")?.weight).toBeCloseTo(outer.left as number, 12);
    expect(byId.get("a")?.effectiveWeight).toBeCloseTo(
      (inner.a as number) * (outer.left as number),
      12,
    );
    expect(byId.get("right")?.weighting).toBeUndefined();
  });

  it("is rebuilt bit for bit, stated, and used by what-if and explanations", () => {
    const result = build(flat({ method: "pca" }));
    expect(JSON.stringify(rebuild(result))).toBe(JSON.stringify(result));
    const { steps } = methodsStatement(result);
    expect(steps.find(({ stage }) => stage === "weighting")?.text).toContain("pca");
    expect(whatIf(result, {}).moved).toBe(0);
    const { difference, parts } = explainDifference(result, "U00", "U01");
    expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(
      difference,
      10,
    );
  });

  it("says what is wrong with it", () => {
    const codes = (weighting: WeightingOptions, weights: number[] = []) =>
      checkMethodology(flat(weighting, weights), { definitions }).map(({ code, message }) =>
        code === "composite/invalid-weighting" ? message : code,
      );
    expect(codes({ method: "regression" })[0]).toMatch(/no outcome is named/);
    expect(codes({ method: "budget" })[0]).toMatch(/no budgets/);
    expect(codes({ method: "budget", budgets: [{ expert: "x", points: { e: 1 } }] })[0]).toMatch(
      /"e" is not one of its children/,
    );
    expect(codes({ method: "ahp", compared: ["a", "b"], pairwise: [[1]] })[0]).toMatch(
      /not all compared/,
    );
    expect(
      codes({ method: "ahp", compared: [...IDS], pairwise: IDS.map(() => [1, 2, 3, 4]) })[0],
    ).toMatch(/one over that across/);
    expect(codes({ method: "balance", targets: { a: 0 } })[0]).toMatch(/not above zero/);
    expect(codes({ method: "pca" }, [1, 1, 1, 1])).toEqual(["composite/weights-overruled"]);
    expect(() => planIndex(flat({ method: "pca" }), { definitions })).toThrow(/a plan has none/);
    const few = { unit: ["A", "B"], a: [1, 2], b: [2, 1], c: [1, 2], d: [2, 1] };
    expect(() => buildIndex(few, flat({ method: "pca" }), options)).toThrow(
      /2 units have all parts/,
    );
  });

  it("makes monotony fail: a better value can lower a score where weights are those of the data", () => {
    const rows = { unit: ["A", "B", "C", "D"], a: [0, 1, 2, 3], b: [10, 9, 3, 1] };
    const pair = methodology(
      [
        { id: "index", weighting: { method: "critic" } },
        { id: "a", parent: "index", indicator: "a" },
        { id: "b", parent: "index", indicator: "b" },
      ],
      { normalize: { method: "goalposts", worst: 0, best: 10 } },
    );
    const scoreOf = (b: number) =>
      buildIndex({ ...rows, b: [b, 9, 3, 1] }, pair, {
        unitColumn: "unit",
        definitions,
      }).units.find((each) => each.unit === "C")?.score as number;
    // Not even another unit's own score is safe: C does not change, and its score does.
    expect(scoreOf(10)).not.toBe(scoreOf(4));
    let isFound = false;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), {
          minLength: 4,
          maxLength: 6,
        }),
        (values) => {
          const at = (first: number) => {
            const table = {
              unit: values.map((_, i) => `U${i}`),
              a: values.map(([a], i) => (i === 0 ? first : a)),
              b: values.map(([, b]) => b),
            };
            if ([table.a, table.b].some((column) => new Set(column).size < 2)) return undefined;
            const { units } = buildIndex(table, pair, { unitColumn: "unit", definitions });
            return units.find((each) => each.unit === "U0")?.score ?? undefined;
          };
          const first = values[0]?.[0] as number;
          const [before, after] = [at(first), at(Math.min(10, first + 1))];
          if (before !== undefined && after !== undefined && after < before - 1e-9) isFound = true;
        },
      ),
      { numRuns: 300, seed: 5 },
    );
    expect(isFound).toBe(true);
  });
});

describe("benefit of the doubt as an aggregation", () => {
  const document = (shares?: readonly [number, number]): IndexMethodology =>
    methodology(
      [
        { id: "index", aggregate: { method: "benefit-of-the-doubt", ...(shares && { shares }) } },
        ...leaves(),
      ],
      { normalize: { method: "min-max", scale: [1, 100] } },
    );

  it.each([[undefined], [[0.1, 0.5] as const]])(
    "scores as the function alone, shares %s",
    (shares) => {
      const result = build(document(shares));
      const sorted = [...result.units].sort((x, y) => (x.unit < y.unit ? -1 : 1));
      const own = IDS.map((id) => sorted.map(({ scores }) => scores[id] as number));
      const wanted = benefitOfTheDoubt(own, shares ? { low: shares[0], up: shares[1] } : {});
      sorted.forEach(({ score }, i) => {
        expect(score).toBeCloseTo(wanted[i]?.score as number, 9);
      });
    },
  );

  it("needs all children, no score below zero, and shares that can be met", () => {
    const gap = { ...data, a: [null, ...(data.a as number[]).slice(1)] as unknown as number[] };
    const result = buildIndex(gap, document(), options);
    expect(result.notRanked.map((each) => each.unit)).toEqual(["U00"]);
    const z = { ...document(), normalize: { method: "z-score" } } as const;
    expect(() => buildIndex(data, z, options)).toThrow(/scores zero or less/);
    expect(checkMethodology(document([0.3, 1]), { definitions })[0]?.message).toMatch(
      /can sum to 1/,
    );
    expect(() => explainDifference(build(document()), "U00", "U01")).toThrow(/compares all units/);
  });
});
