import { buildIndex, type IndexMethodology } from "@vitalcore/composite";
import {
  type Factor,
  indexRankSets,
  indexRankSetsResult,
  informationValuesResult,
  leastRegret,
  leastRegretResult,
  rankSets,
  reversingIndexWeights,
  reversingWeights,
  scoreErrors,
  type UncertaintySpec,
  uncertainty,
  undecidedPairs,
  valueOfInformation,
} from "@vitalcore/composite/uncertainty";
import { randomStream } from "@vitalcore/core";
import { normalQuantile } from "@vitalcore/stats/distributions";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definitionOf } from "./support/coinr-runs/oracle.js";

const ids = ["a", "b", "c", "d"];
const methodology: IndexMethodology = {
  kind: "IndexMethodology",
  version: 1,
  id: "small",
  title: "Small",
  nodes: [
    { id: "index" },
    { id: "left", parent: "index", weight: 2 },
    { id: "right", parent: "index", weight: 1 },
    { id: "a", parent: "left", indicator: "a", weight: 1 },
    { id: "b", parent: "left", indicator: "b", weight: 3 },
    { id: "c", parent: "right", indicator: "c", weight: 1 },
    { id: "d", parent: "right", indicator: "d", weight: 1 },
  ],
  normalize: { method: "goalposts", worst: -10, best: 20, clamp: false },
};
const units = ["u1", "u2", "u3", "u4", "u5", "u6"];
const data = {
  unit: units,
  a: [1, 2, 3, 4, 5, 2.2],
  b: [5, 3, 4, 1, 2, 4.4],
  c: [2.5, 1, 3, 5, 4, 3.3],
  d: [0.1, 0.9, 0.5, 0.35, 0.2, 0.6],
};
const options = { unitColumn: "unit", definitions: ids.map((id) => definitionOf(id, 1)) };
const errorsOf = (sizes: Readonly<Record<string, number>>) => ({
  standardErrors: Object.fromEntries(
    Object.entries(sizes).map(([id, size]) => [
      id,
      Object.fromEntries(units.map((unit, i) => [unit, size * (1 + i / 10)])),
    ]),
  ),
});

describe("rank confidence sets of an index", () => {
  const errors = errorsOf({ a: 0.5, b: 0.4, c: 0.6, d: 0.2 });

  test("with fixed goalposts they are those of the scores and their closed-form errors", async () => {
    const result = await indexRankSets(data, methodology, errors, { ...options, method: "holm" });
    expect(result.errorsBy).toBe("delta");
    const closed = scoreErrors(data, methodology, errors, options);
    const sets = rankSets(
      closed.map(({ score }) => score ?? 0),
      closed.map(({ standardError }) => standardError ?? 0),
      { method: "holm" },
    );
    for (const { unit, rank, best, worst } of result.units) {
      const i = units.indexOf(unit);
      expect([rank, best, worst]).toEqual([sets.rank[i], sets.best[i], sets.worst[i]]);
    }
    expect(indexRankSetsResult.revive(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(String(result)).toContain("sampling error alone");
  });

  test("errors from draws of the whole index are near the closed form, where there is one", async () => {
    // Without correlation, but said to be there: the errors are then drawn.
    const matrix = [
      [1, 0],
      [0, 1],
    ];
    const correlated = { ...errors, correlationOfUnits: { units: ["u1", "u2"], matrix } };
    const simulations = 4000;
    const drawn = await indexRankSets(data, methodology, correlated, {
      ...options,
      method: "holm",
      simulations,
    });
    expect(drawn.errorsBy).toBe("simulation");
    const closed = scoreErrors(data, methodology, errors, options);
    for (const { unit, standardError } of drawn.units) {
      const wanted = closed[units.indexOf(unit)]?.standardError ?? 0;
      expect(Math.abs(standardError / wanted - 1)).toBeLessThan(4.5 / Math.sqrt(2 * simulations));
    }
  });

  test("units whose errors move together are told apart where independent ones are not", async () => {
    const matrix = units.map((_, i) => units.map((__, j) => (i === j ? 1 : 0.99)));
    const same = {
      standardErrors: Object.fromEntries(
        ids.map((id) => [id, Object.fromEntries(units.map((unit) => [unit, 0.8]))]),
      ),
    };
    const given = { ...options, method: "holm" } as const;
    const width = (list: readonly { readonly best: number; readonly worst: number }[]) =>
      list.reduce((sum, { best, worst }) => sum + worst - best, 0);
    const alone = await indexRankSets(data, methodology, same, given);
    const shared = await indexRankSets(
      data,
      methodology,
      { ...same, correlationOfUnits: { units, matrix } },
      given,
    );
    expect(width(shared.units)).toBeLessThan(width(alone.units));
  });

  test("hold all true ranks together at least as often as they say, with bounds fitted to noisy data", async () => {
    // True values with a near-tie; in each world they are measured with error, and sets are made of what was measured.
    const truth = { a: [1, 2, 3, 3.05, 5, 6], b: [2, 1, 3, 3, 5, 6] };
    const two: IndexMethodology = {
      ...methodology,
      nodes: [
        { id: "index" },
        { id: "a", parent: "index", indicator: "a" },
        { id: "b", parent: "index", indicator: "b" },
      ],
      normalize: { method: "min-max" },
    };
    const truly = buildIndex({ unit: units, ...truth }, two, options);
    const rankOf = new Map(truly.units.map(({ unit, rank }) => [unit, rank as number]));
    const stream = randomStream({ seed: 4, label: "worlds" });
    const worlds = 120;
    const error = 0.4;
    const sizes = errorsOf({ a: 0, b: 0 }).standardErrors;
    for (const id of ["a", "b"]) for (const unit of units) (sizes[id] ?? {})[unit] = error;
    let held = 0;
    for (let w = 0; w < worlds; w++) {
      const z = stream.fillUniform(w, new Float64Array(12)).map((u) => normalQuantile(u));
      const seen = {
        unit: units,
        a: truth.a.map((x, i) => x + error * (z[i] as number)),
        b: truth.b.map((x, i) => x + error * (z[6 + i] as number)),
      };
      const sets = await indexRankSets(
        seen,
        two,
        { standardErrors: sizes },
        {
          ...options,
          simulations: 300,
          draws: 1000,
        },
      );
      const isHeld = sets.units.every(({ unit, best, worst }) => {
        const rank = rankOf.get(unit) as number;
        return best <= rank && rank <= worst;
      });
      if (isHeld) held += 1;
    }
    // At least 95%, less three standard errors of the share.
    expect(held / worlds).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / worlds));
  });
});

describe("the value of information", () => {
  test("the indicator with the large errors settles most; pairs are those of the analysis itself", async () => {
    const errors = errorsOf({ a: 0.05, b: 0.7, c: 0.1 });
    const runs = 1500;
    const found = await valueOfInformation(data, methodology, errors, { ...options, runs });
    expect(found.indicators.map(({ node }) => node).sort()).toEqual(["a", "b", "c"]);
    expect(found.indicators[0]?.node).toBe("b");
    expect(informationValuesResult.revive(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect(String(found)).toContain("What better data would settle in small");
    expect(found.now.pairs).toBe(15);
    const factor: Factor = { id: "errors", kind: "sampling-error", ...errors };
    const spec: UncertaintySpec = {
      kind: "UncertaintySpec",
      version: 1,
      factors: [factor],
      design: { method: "monte-carlo", runs },
    };
    const plain = await uncertainty(data, methodology, spec, options);
    expect(found.now.undecided).toBe(undecidedPairs(plain).length);
    // Halved by hand.
    const half = errorsOf({ a: 0.05, b: 0.35, c: 0.1 });
    const by = await uncertainty(
      data,
      methodology,
      { ...spec, factors: [{ ...factor, ...half } as Factor] },
      options,
    );
    expect(found.indicators[0]?.undecided).toBe(undecidedPairs(by).length);
    expect(found.indicators[0]?.rankSd).toBeLessThan(found.now.rankSd);
  });

  test("replicates are halved like standard errors", async () => {
    const stream = randomStream({ seed: 8, label: "r" });
    const row = (center: number, k: number) =>
      [...stream.fillUniform(k, new Float64Array(30))].map((u) => center + normalQuantile(u));
    const estimates = {
      b: Object.fromEntries(units.map((unit, i) => [unit, row(data.b[i] as number, i)])),
    };
    const found = await valueOfInformation(
      data,
      methodology,
      { replicates: [{ estimates }] },
      { ...options, runs: 400, multiply: 0 },
    );
    expect(found.indicators).toMatchObject([{ node: "b", undecided: 0, rankSd: 0 }]);
    expect(found.now.rankSd).toBeGreaterThan(0);
  });
});

describe("the methodology of least regret", () => {
  const mean: Factor = {
    id: "mean",
    kind: "choice",
    alternatives: ["arithmetic", "geometric", "harmonic"].map((method) => ({
      label: method,
      change: { aggregate: { method: method as "geometric" } },
    })),
  };
  const weights: Factor = {
    id: "weights",
    kind: "weight-sets",
    sets: [
      { label: "given", weights: {} },
      { label: "d", weights: { right: 9, d: 9 } },
    ],
  };
  const spec: UncertaintySpec = { kind: "UncertaintySpec", version: 1, factors: [mean, weights] };

  test("losses and regrets are those counted by hand from every pair of methodologies", async () => {
    const result = await leastRegret(data, methodology, spec, options);
    const { candidates: found } = result;
    expect(found).toHaveLength(6);
    expect(leastRegretResult.revive(JSON.parse(JSON.stringify(result)))).toEqual(result);
    const first = Object.values(found[0]?.alternatives ?? {});
    const shown = String(result).split("\n");
    expect(shown.some((line) => first.every((name) => line.includes(name)))).toBe(true);
    const ranks = new Map<string, (number | null)[]>();
    for (const method of ["arithmetic", "geometric", "harmonic"] as const) {
      for (const set of ["given", "d"]) {
        const nodes = methodology.nodes.map((node) =>
          set === "d" && ["right", "d"].includes(node.id) ? { ...node, weight: 9 } : node,
        );
        const built = buildIndex(data, { ...methodology, aggregate: { method }, nodes }, options);
        const byUnit = new Map(built.units.map(({ unit, rank }) => [unit, rank]));
        ranks.set(
          `${method} ${set}`,
          units.map((unit) => byUnit.get(unit) ?? null),
        );
      }
    }
    const shift = (x: readonly (number | null)[], y: readonly (number | null)[]) =>
      x.reduce<number>((sum, rank, u) => sum + Math.abs((rank ?? 0) - (y[u] ?? 0)), 0) / x.length;
    for (const { alternatives, meanLoss, meanRegret, mostRegret } of found) {
      const own = ranks.get(`${alternatives.mean} ${alternatives.weights}`) ?? [];
      const losses = [...ranks.values()].map((other) => shift(own, other));
      expect(meanLoss).toBeCloseTo(losses.reduce((sum, x) => sum + x, 0) / 6, 12);
      // Every scenario is a candidate, so that the best loss is zero.
      expect(meanRegret).toBeCloseTo(meanLoss, 12);
      expect(mostRegret).toBeCloseTo(Math.max(...losses), 12);
    }
    const most = found.map(({ mostRegret }) => mostRegret);
    expect(most).toEqual([...most].sort((x, y) => x - y));
    const { candidates: byMean } = await leastRegret(data, methodology, spec, {
      ...options,
      by: "mean",
    });
    const means = byMean.map(({ meanRegret }) => meanRegret);
    expect(means).toEqual([...means].sort((x, y) => x - y));
  });

  test("doubt about the data makes no candidates, and is in the scenarios", async () => {
    const errors: Factor = { id: "errors", kind: "sampling-error", ...errorsOf({ b: 3 }) };
    const given: UncertaintySpec = {
      ...spec,
      factors: [mean, errors],
      design: { method: "monte-carlo", runs: 200 },
    };
    const { candidates: found } = await leastRegret(data, methodology, given, options);
    expect(found.map(({ alternatives }) => Object.keys(alternatives))).toEqual(
      found.map(() => ["mean"]),
    );
    for (const { meanLoss, meanRegret } of found) expect(meanLoss).toBeGreaterThan(meanRegret);
    const none: UncertaintySpec = { ...given, factors: [errors] };
    await expect(leastRegret(data, methodology, none, options)).rejects.toThrow(
      /must be 1 or more/,
    );
  });
});

describe("weights that reverse two units of a nested index", () => {
  const scoreOf = (
    changed: IndexMethodology,
    unit: string,
    input: Parameters<typeof buildIndex>[0] = data,
  ) =>
    buildIndex(input, changed, options).units.find((each) => each.unit === unit)?.score ??
    Number.NaN;
  const withWeights = (weights: Readonly<Record<string, number>>): IndexMethodology => ({
    ...methodology,
    nodes: methodology.nodes.map((node) =>
      weights[node.id] === undefined ? node : { ...node, weight: weights[node.id] as number },
    ),
  });

  test("make them level, for any data", () => {
    const column = fc.array(fc.double({ min: -5, max: 15, noNaN: true }), {
      minLength: 6,
      maxLength: 6,
    });
    let reversed = 0;
    fc.assert(
      fc.property(fc.tuple(column, column, column, column), ([a, b, c, d]) => {
        const input = { unit: units, a, b, c, d };
        const [x, y] = [scoreOf(methodology, "u1", input), scoreOf(methodology, "u2", input)];
        const pair = x < y ? { behind: "u1", ahead: "u2" } : { behind: "u2", ahead: "u1" };
        const found = reversingIndexWeights(input, methodology, pair, options);
        if (found === null) return;
        reversed += 1;
        const changed = withWeights(found.weights);
        const apart = scoreOf(changed, "u1", input) - scoreOf(changed, "u2", input);
        expect(Math.abs(apart)).toBeLessThan(1e-7);
        expect(found.moved).toBeGreaterThanOrEqual(0);
        expect(found.moved).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
    expect(reversed).toBeGreaterThan(20);
  });

  test("are those of the flat mean of the leaves, and at depth 1 those of the pillars", () => {
    const built = buildIndex(data, methodology, options);
    const of = (unit: string) => built.units.find((each) => each.unit === unit);
    const [behind, ahead] =
      (of("u4")?.score ?? 0) < (of("u3")?.score ?? 0) ? ["u4", "u3"] : ["u3", "u4"];
    const pair = { behind: behind as string, ahead: ahead as string };
    const row = (unit: string, nodes: readonly string[]) =>
      nodes.map((id) => of(unit)?.scores[id] ?? Number.NaN);
    const shares = [(2 / 3) * (1 / 4), (2 / 3) * (3 / 4), 1 / 6, 1 / 6];
    const flat = reversingWeights(shares, row(pair.behind, ids), row(pair.ahead, ids));
    const found = reversingIndexWeights(data, methodology, pair, options);
    expect(found?.moved).toBeCloseTo(flat?.moved ?? -1, 12);
    const pillars = ["left", "right"];
    const high = reversingWeights([2, 1], row(pair.behind, pillars), row(pair.ahead, pillars));
    const top = reversingIndexWeights(data, methodology, pair, { ...options, depth: 1 });
    expect(top?.moved ?? null).toBe(high?.moved ?? null);
    // Weight that may move anywhere moves no further than weight between pillars.
    if (top !== null) expect(found?.moved).toBeLessThanOrEqual(top.moved + 1e-12);
  });

  test("are refused where a mean is not arithmetic, a score is missing, or a unit is not there", () => {
    const geometric = { ...methodology, aggregate: { method: "geometric" } } as const;
    const pair = { behind: "u1", ahead: "u2" };
    expect(() => reversingIndexWeights(data, geometric, pair, options)).toThrow(/arithmetic/);
    const gap = { ...data, a: [null, 2, 3, 4, 5, 2.2] };
    const partial = { ...methodology, aggregate: { atLeast: 0.5 } };
    expect(() => reversingIndexWeights(gap, partial, pair, options)).toThrow(/score of "a"/);
    const nobody = { behind: "u1", ahead: "zz" };
    expect(() => reversingIndexWeights(data, methodology, nobody, options)).toThrow(/The unit/);
  });
});
