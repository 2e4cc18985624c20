import { buildIndex, type IndexMethodology } from "@vitalcore/composite";
import {
  exactIndices,
  givenDataMeasures,
  morrisDesign,
  morrisEffects,
  type SobolEstimator,
  sobolIndices,
  sobolPairs,
} from "@vitalcore/composite/sensitivity";
import {
  type Factor,
  rankSets,
  reversingWeights,
  scoreErrors,
  shareInTop,
  type UncertaintySpec,
  uncertainty,
  uncertaintyResult,
  undecidedPairs,
} from "@vitalcore/composite/uncertainty";
import { isVitalError, randomStream } from "@vitalcore/core";
import { normalQuantile } from "@vitalcore/stats/distributions";
import { sobol } from "@vitalcore/stats/sequences";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { data, ids, options, smallIndex, spec } from "./support/small-index.js";

// A small index

const methodology = smallIndex({ method: "min-max", scale: [1, 100] });
const means: Factor = {
  id: "mean",
  kind: "choice",
  alternatives: [
    { label: "arithmetic" },
    { label: "geometric", change: { aggregate: { method: "geometric" } } },
    { label: "mixed", change: { nodes: { index: { aggregate: { method: "harmonic" } } } } },
    { label: "median", change: { aggregate: { method: "median" } } },
    { label: "without d", change: { drop: ["d"] } },
  ],
};
const noise: Factor = {
  id: "weights",
  kind: "weight-noise",
  noise: { distribution: "uniform", spread: 0.5 },
};
const errors: Factor = {
  id: "errors",
  kind: "sampling-error",
  standardErrors: Object.fromEntries(
    ids.map((id) => [id, Object.fromEntries(data.unit.map((unit) => [unit, 0.05]))]),
  ),
};

describe("scenarios", () => {
  test("every run is what buildIndex gives for the changed methodology", async () => {
    const weights = { a: 2, left: 3, c: 0.5 };
    const sets: Factor = { id: "sets", kind: "weight-sets", sets: [{ weights: {} }, { weights }] };
    const seen: Float64Array[] = [];
    await uncertainty(data, methodology, spec([means, sets]), {
      ...options,
      onRun: (run, scores, ranks) => {
        seen[run] = Float64Array.of(...scores, ...ranks);
      },
    });
    expect(seen).toHaveLength(10);
    const changes: readonly ((m: IndexMethodology) => IndexMethodology)[] = [
      (m) => m,
      (m) => ({ ...m, aggregate: { method: "geometric" } }),
      (m) => ({
        ...m,
        nodes: m.nodes.map((n) =>
          n.id === "index" ? { ...n, aggregate: { method: "harmonic" } } : n,
        ),
      }),
      (m) => ({ ...m, aggregate: { method: "median" } }),
      (m) => ({ ...m, nodes: m.nodes.filter(({ id }) => id !== "d") }),
    ];
    changes.forEach((change, i) => {
      for (const s of [0, 1]) {
        const changed = change(methodology);
        const given: Readonly<Record<string, number>> = s === 0 ? {} : weights;
        const nodes = changed.nodes.map((n) => ({ ...n, weight: given[n.id] ?? n.weight ?? 1 }));
        const built = buildIndex(data, { ...changed, nodes }, options);
        data.unit.forEach((unit, u) => {
          const found = built.units.find((each) => each.unit === unit);
          expect(seen[i + 5 * s]?.[u]).toBeCloseTo(found?.score ?? Number.NaN, 10);
          expect(seen[i + 5 * s]?.[5 + u]).toBe(found?.rank);
        });
      }
    });
  });

  test("a run is the same for any number of runs, and with other factors beside it", async () => {
    const runsOf = async (factors: readonly Factor[], runs: number) => {
      const rows: number[][] = [];
      await uncertainty(data, methodology, spec(factors, { method: "monte-carlo", runs }), {
        ...options,
        onRun: (run, scores) => {
          rows[run] = [...scores];
        },
      });
      return rows;
    };
    const few = await runsOf([means, noise, errors], 7);
    const many = await runsOf([means, noise, errors], 5000);
    expect(many.slice(0, 7)).toEqual(few);
    const alone = await runsOf([noise], 7);
    const beside = await runsOf([noise, { id: "x", kind: "choice", alternatives: [{}] }], 7);
    expect(beside).toEqual(alone);
  });

  test.each(["monte-carlo", "latin-hypercube", "sobol"] as const)(
    "%s: shares add up",
    async (method) => {
      const result = await uncertainty(
        data,
        methodology,
        spec([means, noise, errors], { method, runs: 512 }),
        options,
      );
      expect(result.runs).toBe(512);
      result.acceptability.forEach((row) => {
        expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
      });
      result.units.forEach((_, i) => {
        result.units.forEach((__, j) => {
          if (i === j) return;
          const both = (result.above?.[i]?.[j] ?? 0) + (result.above?.[j]?.[i] ?? 0);
          expect(both).toBeLessThanOrEqual(1 + 1e-12);
        });
      });
      const first = data.unit.map((unit) => shareInTop(result, unit, 5));
      for (const share of first) expect(share).toBeCloseTo(1, 10);
      expect(undecidedPairs(result).length).toBeGreaterThan(0);
      expect(uncertaintyResult.revive(JSON.parse(JSON.stringify(result)))).toEqual(result);
    },
  );

  test("values drawn on the scale of log odds stay in their range, and have the errors asked for", async () => {
    const only: IndexMethodology = {
      ...methodology,
      nodes: [{ id: "index" }, { id: "d", parent: "index", indicator: "d" }],
      normalize: { method: "none" },
    };
    const wide: Factor = {
      id: "errors",
      kind: "sampling-error",
      standardErrors: { d: { u1: 0.2, u2: 0.2, u3: 0.01, u4: 0, u5: 0.02 } },
    };
    const result = await uncertainty(data, only, spec([wide]), options);
    for (const { score } of result.units) {
      expect(score?.least).toBeGreaterThan(0);
      expect(score?.most).toBeLessThan(1);
    }
    expect(result.units[2]?.score?.sd).toBeCloseTo(0.01, 3);
    expect(result.units[3]?.score?.sd).toBe(0);
    expect(result.sharesAre).toBe("probability");
    expect(String(result)).toContain("count sampling noise twice");
  });

  test("imputation and treatment are done again in each draw", async () => {
    const gaps = { ...data, a: [1, 2, null, 4, 5] };
    const imputing: IndexMethodology = { ...methodology, impute: { method: "mean" }, treat: {} };
    const drawn = await uncertainty(
      gaps,
      imputing,
      spec([errors], { method: "monte-carlo", runs: 300 }),
      options,
    );
    const unit = drawn.units[2];
    expect(unit?.scored).toBe(1);
    expect(unit?.score?.sd).toBeGreaterThan(0);
  });

  test("correlated errors: the closed form of a linear index", async () => {
    const linear: IndexMethodology = {
      ...methodology,
      normalize: { method: "goalposts", worst: -10, best: 20, clamp: false },
    };
    const matrix = [
      [1, 0.7],
      [0.7, 1],
    ];
    const correlation = { indicators: ["a", "c"], matrix };
    const factor = { ...errors, distribution: "normal", correlation } as const;
    const exact = scoreErrors(data, linear, factor, options);
    const runs = 8000;
    const drawn = await uncertainty(
      data,
      linear,
      spec([factor as Factor], { method: "monte-carlo", runs }),
      options,
    );
    exact.forEach(({ standardError }, u) => {
      const ratio = (drawn.units[u]?.score?.sd ?? 0) / (standardError ?? 1);
      // The standard error of a standard deviation is its 1 / sqrt(2n)th part.
      expect(Math.abs(ratio - 1)).toBeLessThan(4.5 / Math.sqrt(2 * runs));
    });
  });

  test("stops when the mean ranks are precise enough, and can be cancelled", async () => {
    const design = { method: "monte-carlo", runs: 100_000, precision: 0.05 } as const;
    const result = await uncertainty(data, methodology, spec([noise], design), options);
    expect(result.runs).toBe(1024);
    const stopped = uncertainty(data, methodology, spec([noise], design), options, {
      signal: AbortSignal.abort(new Error("enough")),
    });
    await expect(stopped).rejects.toThrow("enough");
    const seen: number[] = [];
    await uncertainty(
      data,
      methodology,
      spec([noise], { method: "monte-carlo", runs: 2500 }),
      options,
      {
        onProgress: ({ done }) => seen.push(done),
      },
    );
    expect(seen).toEqual([1, 2, 3]);
  });
});

describe("bad input", () => {
  const codesOf = async (bad: UncertaintySpec) => {
    try {
      await uncertainty(data, methodology, bad, options);
    } catch (error) {
      if (isVitalError(error)) return error.findings.map(({ code }) => code);
      throw error;
    }
    return [];
  };
  const invalid = "composite/factor-invalid";
  test.each<[string, UncertaintySpec, readonly string[]]>([
    ["no factors", spec([]), ["composite/no-factors"]],
    ["a factor twice", spec([noise, noise]), ["composite/factor-twice"]],
    ["no alternatives", spec([{ id: "x", kind: "choice", alternatives: [] }]), [invalid]],
    [
      "shares of zero",
      spec([{ id: "x", kind: "choice", alternatives: [{ share: 0 }] }]),
      [invalid],
    ],
    [
      "weights of an unknown node, and NaN",
      spec([{ id: "x", kind: "weight-sets", sets: [{ weights: { nobody: 1, a: Number.NaN } }] }]),
      ["composite/factor-unknown-node", invalid],
    ],
    [
      "noise that makes weights negative",
      spec([{ id: "x", kind: "weight-noise", noise: { distribution: "uniform", spread: 1.5 } }]),
      [invalid],
    ],
    [
      "a negative standard error",
      spec([{ id: "x", kind: "sampling-error", standardErrors: { a: { u1: -1 } } }]),
      [invalid],
    ],
    [
      "no standard errors at all",
      spec([{ id: "x", kind: "sampling-error" }]),
      ["composite/no-standard-errors"],
    ],
    [
      "enumerating what is continuous",
      spec([noise], { method: "enumerate" }),
      ["composite/design-invalid"],
    ],
    [
      "half a run",
      spec([noise], { method: "monte-carlo", runs: 0.5 }),
      ["composite/design-invalid"],
    ],
    [
      "an alternative that is not there",
      spec([means], { method: "replay", alternatives: [[0], [9]] }),
      ["composite/design-invalid"],
    ],
    [
      "a correlation beyond 1",
      spec([
        {
          ...errors,
          correlation: {
            indicators: ["a", "b"],
            matrix: [
              [1, 2],
              [2, 1],
            ],
          },
        } as Factor,
      ]),
      [invalid],
    ],
  ])("%s", async (_, bad, codes) => {
    expect(await codesOf(bad)).toEqual(codes);
  });

  test("a combination that has no index is named", async () => {
    const bad = spec([
      {
        id: "scale",
        kind: "choice",
        alternatives: [
          {},
          {
            label: "zeros",
            change: { normalize: { scale: [0, 100] }, aggregate: { method: "geometric" } },
          },
        ],
      },
    ]);
    await expect(uncertainty(data, methodology, bad, options)).rejects.toThrow(/scale = zeros/);
    expect((await codesOf(bad))[0]).toBe("composite/impossible-combination");
  });

  test("analyses refuse what they cannot use", () => {
    for (const run of [
      () => rankSets([1, 2], [1]),
      () => rankSets([1, 2], [1, -1]),
      () =>
        rankSets(
          [1, 2],
          [
            [1, 2],
            [2, 1],
          ],
        ),
      () => rankSets([1, Number.NaN], [1, 1]),
      () => rankSets([1, 2], [1, 1], { coverage: 1 }),
      () => rankSets([1, 2], [1, 1], { method: "exact" }),
      () => sobolIndices({ a: [1, 2], b: [1], ab: [] }),
      () => sobolIndices({ a: [1, Number.NaN], b: [1, 2], ab: [] }),
      () => exactIndices({ levels: [2, 2], output: [1, 2, 3] }),
      () =>
        morrisEffects(
          [
            [0, 0],
            [1, 1],
            [1, 0],
          ],
          [1, 2, 3],
        ),
      () => givenDataMeasures([1], [1, 2]),
      () => reversingWeights([0, 0], [1, 2], [2, 1]),
    ]) {
      expect(run).toThrow(/must be/);
    }
  });
});

describe("indices of functions with known ones", () => {
  const outputsOf = (f: (x: Float64Array) => number, dimensions: number, rows: number) => {
    const points = sobol({ dimensions: 2 * dimensions, seed: 3 });
    const a = Array.from({ length: rows }, (_, i) => points.point(i).slice(0, dimensions));
    const b = Array.from({ length: rows }, (_, i) => points.point(i).slice(dimensions));
    const mixed = (from: readonly Float64Array[], other: readonly Float64Array[]) =>
      Array.from({ length: dimensions }, (_, k) =>
        from.map((x, i) => {
          const row = x.slice();
          row[k] = other[i]?.[k] as number;
          return f(row);
        }),
      );
    return { a: a.map(f), b: b.map(f), ab: mixed(a, b), ba: mixed(b, a) };
  };
  const angle = (u: number) => Math.PI * (2 * u - 1);
  const ishigami = outputsOf(
    ([x = 0, y = 0, z = 0]) =>
      Math.sin(angle(x)) + 7 * Math.sin(angle(y)) ** 2 + 0.1 * angle(z) ** 4 * Math.sin(angle(x)),
    3,
    8192,
  );
  const g = outputsOf(
    (x) =>
      [0, 1, 4.5, 9].reduce(
        (p, a, i) => (p * (Math.abs(4 * (x[i] as number) - 2) + a)) / (1 + a),
        1,
      ),
    4,
    8192,
  );
  const parts = [0, 1, 4.5, 9].map((a) => 1 / (3 * (1 + a) ** 2));
  const variance = parts.reduce((p, part) => p * (1 + part), 1) - 1;

  test.each<SobolEstimator>(["jansen", "janon", "martinez"])(
    "%s: Ishigami and g-function",
    (estimator) => {
      const found = sobolIndices(ishigami, { estimator });
      const [first, total] = [
        [0.3139051911, 0.442411145, 0],
        [0.5575888552, 0.442411145, 0.2436836641],
      ];
      first?.forEach((value, i) => {
        expect(Math.abs((found.first[i] as number) - value)).toBeLessThan(0.015);
      });
      total?.forEach((value, i) => {
        expect(Math.abs((found.total[i] as number) - value)).toBeLessThan(0.015);
      });
      const other = sobolIndices(g, { estimator });
      parts.forEach((part, i) => {
        const all = (part * (variance + 1)) / (1 + part) / variance;
        expect(Math.abs((other.first[i] as number) - part / variance)).toBeLessThan(0.015);
        expect(Math.abs((other.total[i] as number) - all)).toBeLessThan(0.015);
      });
    },
  );

  test("second order: only the first and third input of Ishigami interact", () => {
    const pairs = sobolPairs(ishigami);
    expect(Math.abs((pairs[0]?.[2] as number) - 0.2436836641)).toBeLessThan(0.02);
    expect(Math.abs(pairs[0]?.[1] as number)).toBeLessThan(0.02);
    expect(Math.abs(pairs[1]?.[2] as number)).toBeLessThan(0.02);
  });

  test("a constant added to the output changes nothing", () => {
    const shifted = (values: readonly number[]) => values.map((y) => y + 1e6);
    const moved = { a: shifted(g.a), b: shifted(g.b), ab: g.ab.map(shifted) };
    for (const estimator of ["jansen", "janon", "martinez"] as const) {
      const [before, after] = [sobolIndices(g, { estimator }), sobolIndices(moved, { estimator })];
      before.first.forEach((value, i) => {
        expect(after.first[i]).toBeCloseTo(value, 6);
      });
    }
  });

  test("Morris: a linear function has its coefficients as effects, with no spread", () => {
    const { points } = morrisDesign({ factors: 3, trajectories: 8 });
    expect(points.flat().every((x) => x >= 0 && x <= 1)).toBe(true);
    const output = points.map(([x = 0, y = 0, z = 0]) => 3 * x - 2 * y + 0 * z);
    const { mean, meanAbsolute, sd } = morrisEffects(points, output);
    [3, -2, 0].forEach((slope, i) => {
      expect(mean[i]).toBeCloseTo(slope, 10);
      expect(meanAbsolute[i]).toBeCloseTo(Math.abs(slope), 10);
      expect(sd[i]).toBeCloseTo(0, 10);
    });
  });

  test("exact indices of any table: Shapley effects sum to 1 and are not negative", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 12, maxLength: 12 }),
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (output, probability) => {
          fc.pre(Math.max(...output) - Math.min(...output) > 1e-3);
          const { shapley, closed } = exactIndices({ levels: [2, 3, 2], output, probability });
          expect(shapley.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 8);
          for (const each of shapley) expect(each).toBeGreaterThan(-1e-9);
          expect(closed([0, 1, 2])).toBeCloseTo(1, 8);
        },
      ),
    );
  });
});

describe("rank confidence sets", () => {
  test("hold all true ranks together at least as often as they say, with near-ties", () => {
    const truth = [10, 9.95, 9.9, 8, 7.9, 5];
    const se = [0.3, 0.5, 0.2, 0.4, 0.3, 0.6];
    const stream = randomStream({ label: "coverage" });
    const repeats = 400;
    let held = 0;
    for (let r = 0; r < repeats; r++) {
      const drawn = truth.map(
        (x, i) => x + (se[i] as number) * normalQuantile(stream.uniform(r, i)),
      );
      const { best, worst } = rankSets(drawn, se, { draws: 1000 });
      const isHeld = truth.every(
        (_, i) => i + 1 >= (best[i] as number) && i + 1 <= (worst[i] as number),
      );
      if (isHeld) held += 1;
    }
    // 95% less three standard errors of a share from 400 repeats.
    expect(held / repeats).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / repeats));
  });

  test("stepdown never widens a set, and certain values have certain ranks", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        (estimates, error) => {
          const se = estimates.map(() => error);
          const steps = rankSets(estimates, se, { draws: 200 });
          const single = rankSets(estimates, se, { draws: 200, stepdown: false });
          steps.best.forEach((best, i) => {
            expect(best).toBeGreaterThanOrEqual(single.best[i] as number);
            expect(steps.worst[i]).toBeLessThanOrEqual(single.worst[i] as number);
          });
          const certain = rankSets(
            estimates,
            estimates.map(() => 0),
          );
          certain.rank.forEach((rank, i) => {
            expect(certain.best[i]).toBe(rank);
          });
        },
      ),
      { numRuns: 25 },
    );
  });
});

test("reversing weights make two units equal, and no smaller change does", () => {
  const values = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(values, values, (x, y) => {
      const weights = [1, 2, 1];
      const at = (w: readonly number[], scores: readonly number[]) =>
        scores.reduce((sum, score, k) => sum + score * (w[k] as number), 0);
      const found = reversingWeights(weights, x, y);
      if (found === null) {
        x.forEach((score, k) => {
          expect(score).toBeLessThan(y[k] as number);
        });
        return;
      }
      if (found.moved > 0) expect(at(found.weights, x)).toBeCloseTo(at(found.weights, y), 8);
      expect(at(found.weights, [1, 1, 1])).toBeCloseTo(1, 10);
    }),
  );
});
