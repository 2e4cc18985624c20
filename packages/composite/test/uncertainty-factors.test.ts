import { buildIndex, type IndexMethodology } from "@vitalcore/composite";
import {
  changeMethodology,
  type Factor,
  imputationSets,
  type MethodologyChange,
  scoreErrors,
  type UncertaintyOptions,
  type UncertaintySpec,
  uncertainty,
} from "@vitalcore/composite/uncertainty";
import { isVitalError, randomStream } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { normalQuantile } from "@vitalcore/stats/distributions";
import { describe, expect, test } from "vitest";
import { data, ids, options, smallIndex, spec as specOf } from "./support/small-index.js";

const methodology = smallIndex({
  method: "goalposts",
  worst: -10,
  best: 20,
  clamp: false,
});
const { definitions } = options;
const spec = (factors: readonly Factor[], runs?: number) =>
  specOf(factors, runs === undefined ? undefined : { method: "monte-carlo", runs });

/** Scores of all runs, run by run. */
async function scoresOf(
  given: UncertaintySpec,
  change: Partial<IndexMethodology> = {},
  extra: UncertaintyOptions = {},
  input: Parameters<typeof uncertainty>[0] = data,
): Promise<number[][]> {
  const rows: number[][] = [];
  await uncertainty(input, { ...methodology, ...change }, given, {
    ...options,
    ...extra,
    onRun: (run, scores) => {
      rows[run] = [...scores];
    },
  });
  return rows;
}

const built = (changed: IndexMethodology, input: Parameters<typeof buildIndex>[0] = data) => {
  const { units } = buildIndex(input, changed, options);
  return data.unit.map((unit) => units.find((each) => each.unit === unit)?.score ?? Number.NaN);
};

const close = (found: readonly number[] | undefined, wanted: readonly number[]) => {
  found?.forEach((score, u) => {
    expect(score).toBeCloseTo(wanted[u] as number, 9);
  });
  expect(found).toHaveLength(wanted.length);
};

describe("choices of weighting, levels and imputations", () => {
  test("options are merged one by one, and into the level of the same depth", () => {
    const own: IndexMethodology = {
      ...methodology,
      weighting: { method: "balance", targets: { a: 2, b: 1 } },
      imputations: { sets: 8, seed: 3 },
      levels: [
        {
          depth: 1,
          aggregate: { method: "generalized", exponent: 2 },
          weighting: { method: "pca" },
        },
        { depth: 0, aggregate: { method: "geometric" } },
      ],
      nodes: methodology.nodes.map((node) =>
        node.id === "left"
          ? { ...node, weighting: { method: "regression", outcome: "outside" } }
          : node,
      ),
    };
    const before = structuredClone(own);
    const changed = changeMethodology(own, {
      weighting: { method: "critic" },
      imputations: { seed: 4 },
      levels: [
        { depth: 1, aggregate: { exponent: -1 } },
        { depth: 2, normalize: { scale: [0, 1] } },
      ],
      nodes: { left: { weighting: { method: "entropy" } } },
    });
    expect(changed.weighting).toEqual({ method: "critic", targets: { a: 2, b: 1 } });
    expect(changed.imputations).toEqual({ sets: 8, seed: 4 });
    expect(changed.levels).toEqual([
      {
        depth: 1,
        aggregate: { method: "generalized", exponent: -1 },
        weighting: { method: "pca" },
      },
      { depth: 0, aggregate: { method: "geometric" } },
      { depth: 2, normalize: { scale: [0, 1] } },
    ]);
    expect(changed.nodes.find(({ id }) => id === "left")?.weighting).toEqual({
      method: "entropy",
      outcome: "outside",
    });
    expect(own).toEqual(before);
    // Levels do not come into a methodology that has none and is not given any.
    expect(changeMethodology(methodology, { aggregate: { method: "median" } })).not.toHaveProperty(
      "levels",
    );
  });

  const choice = (id: string, changes: readonly MethodologyChange[]): Factor => ({
    id,
    kind: "choice",
    alternatives: [{}, ...changes.map((change) => ({ change }))],
  });

  test("every run is what buildIndex gives, with weights of its own scores", async () => {
    const weightings = (["pca", "entropy", "critic"] as const).map((method) => ({
      weighting: { method },
    }));
    const levels: Pick<IndexMethodology, "levels">[] = [
      { levels: [{ depth: 1, aggregate: { method: "geometric" } }] },
      { levels: [{ depth: 1, weighting: { method: "equal" } }] },
    ];
    const rows = await scoresOf(spec([choice("weighting", weightings), choice("levels", levels)]), {
      normalize: { method: "min-max", scale: [1, 100] },
    });
    const scaled = { ...methodology, normalize: { method: "min-max", scale: [1, 100] } } as const;
    expect(rows).toHaveLength(12);
    levels.unshift({});
    [{}, ...weightings].forEach((weighting, w) => {
      levels.forEach((level, l) => {
        // The first factor changes fastest.
        close(rows[w + 4 * l], built({ ...scaled, ...weighting, ...level }));
      });
    });
    expect(new Set(rows.map((row) => row[0]?.toPrecision(8))).size).toBeGreaterThan(7);
  });

  test("other draws of the gaps are another index", async () => {
    const input = {
      unit: Array.from({ length: 12 }, (_, i) => `u${String(i).padStart(2, "0")}`),
      ...Object.fromEntries(
        ids.map((id, k) => [
          id,
          Array.from({ length: 12 }, (_, i) =>
            (i + 3 * k) % 8 === 0 ? null : (2 + Math.sin(i * 1.7) + 0.4 * Math.sin(i * k + k)) / 4,
          ),
        ]),
      ),
    };
    const impute = { method: "multiple" } as const;
    const seeds = [{ imputations: { seed: 2 } }, { imputations: { sets: 40 } }];
    const rows = await scoresOf(
      spec([choice("draws", seeds)]),
      { impute, imputations: { sets: 5 } },
      {},
      input,
    );
    const wanted = [{ sets: 5 }, { sets: 5, seed: 2 }, { sets: 40 }].map((imputations) => {
      const { units } = buildIndex(input, { ...methodology, impute, imputations }, options);
      return input.unit.map((unit) => units.find((each) => each.unit === unit)?.score as number);
    });
    rows.forEach((row, r) => {
      close(row, wanted[r] as number[]);
    });
    expect(new Set(rows.map((row) => row[0])).size).toBe(3);
  });
});

describe("parameters", () => {
  const seen = (
    factor: Factor,
    change: Partial<IndexMethodology>,
    runs = 400,
  ): Promise<number[][]> => scoresOf(spec([factor], runs), change);

  test("the power of a mean: every run is what buildIndex gives for the power of its coordinate", async () => {
    const factor: Factor = {
      id: "power",
      kind: "parameter",
      stage: "aggregate",
      option: "exponent",
      distribution: { shape: "uniform", from: 0.5, to: 3 },
    };
    const change = { aggregate: { method: "generalized", exponent: 1 } } as const;
    const rows = await seen(factor, change, 7);
    const stream = randomStream({ seed: 1, label: "uncertainty power" });
    rows.forEach((row, run) => {
      const [u = 0] = stream.fillUniform(run, new Float64Array(1));
      const exponent = 0.5 + 2.5 * u;
      close(row, built({ ...methodology, aggregate: { method: "generalized", exponent } }));
    });
  });

  test.each(["critic", "entropy"] as const)(
    "weights computed by %s from the scores are computed again in every run",
    async (method) => {
      const factor: Factor = {
        id: "power",
        kind: "parameter",
        stage: "aggregate",
        option: "exponent",
        distribution: { shape: "uniform", from: 0.5, to: 3 },
      };
      const aggregate = { method: "generalized", exponent: 1 } as const;
      const change = { aggregate, weighting: { method } };
      const rows = await seen(factor, change, 7);
      const stream = randomStream({ seed: 1, label: "uncertainty power" });
      rows.forEach((row, run) => {
        const [u = 0] = stream.fillUniform(run, new Float64Array(1));
        const drawn = { ...aggregate, exponent: 0.5 + 2.5 * u };
        close(row, built({ ...methodology, ...change, aggregate: drawn }));
      });
    },
  );

  test("the bound of a treatment works on the data, and of chosen nodes alone", async () => {
    const input = { ...data, a: [1, 2, 3, 4, 400] };
    const factor = (nodes?: readonly string[]): Factor => ({
      id: "skewness",
      kind: "parameter",
      stage: "treat",
      option: "skewness",
      ...(nodes && { nodes }),
      distribution: { shape: "uniform", from: 1, to: 3 },
    });
    const change = { treat: { first: "winsorize", second: "none", kurtosis: 0.1 } } as const;
    const rows = await scoresOf(spec([factor()], 60), change, {}, input);
    const distinct = new Set(rows.map((row) => row[4]?.toFixed(6)));
    expect(distinct.size).toBe(2);
    const none = await scoresOf(spec([factor(["b"])], 60), change, {}, input);
    expect(new Set(none.map((row) => row[4]?.toFixed(6))).size).toBe(1);
  });

  test("a value that is not allowed is refused, however late it is drawn", async () => {
    const factor: Factor = {
      id: "share",
      kind: "parameter",
      stage: "aggregate",
      option: "atLeast",
      distribution: { shape: "uniform", from: 0.5, to: 1.02 },
    };
    const change = { aggregate: { atLeast: 0.5 } };
    await expect(seen(factor, change, 200)).rejects.toThrow(/share = 1\.0/);
    const within = { ...factor, distribution: { shape: "uniform", from: 0.5, to: 1 } } as const;
    expect(await seen(within, change, 200)).toHaveLength(200);
  });

  test("whole numbers are drawn whole, each end as often as the rest", async () => {
    const input = { ...data, a: [1, 2, 3, 400, 900] };
    const factor: Factor = {
      id: "points",
      kind: "parameter",
      stage: "treat",
      option: "atMost",
      distribution: { shape: "uniform", from: 0, to: 2 },
    };
    const treat = { first: "winsorize", second: "none", skewness: 0, kurtosis: -5, exhaust: true };
    const rows = await scoresOf(spec([factor], 900), { treat } as never, {}, input);
    const counts = new Map<string, number>();
    for (const row of rows) {
      const key = row.map((score) => score.toFixed(4)).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const found = [...counts.values()];
    expect(found.length).toBe(3);
    // Four standard deviations of a count with share 1/3.
    for (const count of found) expect(Math.abs(count - 300)).toBeLessThan(4 * Math.sqrt(200));
  });

  test.each([
    ["triangular", { shape: "triangular", from: 1, peak: 1.5, to: 3 }, 5.5 / 3],
    ["normal", { shape: "normal", mean: 2, sd: 0.1 }, 2],
  ] as const)("%s: has its mean", async (_, distribution, mean) => {
    const factor: Factor = {
      id: "alpha",
      kind: "parameter",
      stage: "normalize",
      option: "best",
      nodes: ["a"],
      distribution,
    };
    const only: Partial<IndexMethodology> = {
      nodes: [{ id: "index" }, { id: "a", parent: "index", indicator: "a" }],
      normalize: { method: "goalposts", worst: 0, best: 2, clamp: false },
    };
    // The score of u1 is 100 / best.
    const rows = await scoresOf(spec([factor], 2000), only);
    const drawn = rows.map((row) => 100 / (row[0] as number));
    const found = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
    expect(Math.abs(found - mean)).toBeLessThan(0.05);
  });
});

describe("goalposts in doubt", () => {
  test("each run is what buildIndex gives with the goalposts of its coordinates", async () => {
    const factor: Factor = {
      id: "posts",
      kind: "goalpost-error",
      spread: { a: { worst: 0.5 }, c: { worst: 0.2, best: 1 } },
    };
    const rows = await scoresOf(spec([factor], 9));
    const stream = randomStream({ seed: 1, label: "uncertainty posts" });
    rows.forEach((row, run) => {
      const z = [...stream.fillUniform(run, new Float64Array(4))].map((u) => normalQuantile(u));
      const nodes = methodology.nodes.map((node) => {
        if (node.id === "a") return { ...node, normalize: { worst: -10 + 0.5 * (z[0] as number) } };
        if (node.id !== "c") return node;
        const worst = -10 + 0.2 * (z[2] as number);
        return { ...node, normalize: { worst, best: 20 + (z[3] as number) } };
      });
      close(row, built({ ...methodology, nodes }));
    });
  });
});

describe("sets of values", () => {
  test("each is what buildIndex gives with its values, and they are enumerated", async () => {
    const factor: Factor = {
      id: "figures",
      kind: "value-sets",
      sets: [{ values: {} }, { label: "other", values: { a: { u1: 4.5 }, c: { u2: 2 } } }],
    };
    const rows = await scoresOf(spec([factor]));
    expect(rows).toHaveLength(2);
    close(rows[0], built(methodology));
    const other = { ...data, a: [4.5, 2, 3, 4, 5], c: [2.5, 2, 3, 5, 4] };
    close(rows[1], built(methodology, other));
  });

  test("null takes a value out", async () => {
    const factor: Factor = {
      id: "figures",
      kind: "value-sets",
      sets: [{ values: { a: { u1: null } } }],
    };
    const result = await uncertainty(data, methodology, spec([factor]), options);
    expect(result.units.map(({ scored }) => scored)).toEqual([0, 1, 1, 1, 1]);
    expect(result.units[0]?.rank).toBeNull();
  });

  test("sampling error is drawn around the values of the set", async () => {
    const sets: Factor = {
      id: "figures",
      kind: "value-sets",
      sets: [{ values: { a: { u1: 400 } } }],
    };
    const errors: Factor = {
      id: "errors",
      kind: "sampling-error",
      standardErrors: { a: { u1: 0.001 } },
    };
    const rows = await scoresOf(spec([sets, errors], 5));
    const [wanted = 0] = built(methodology, { ...data, a: [400, 2, 3, 4, 5] });
    for (const row of rows) expect(row[0]).toBeCloseTo(wanted, 1);
  });

  test("draws of a multiple imputation fill the gaps, in the range, and nothing else", async () => {
    const n = 40;
    const stream = randomStream({ seed: 5, label: "data" });
    const u = stream.fillUniform(0, new Float64Array(4 * n));
    const column = (k: number) =>
      Array.from({ length: n }, (_, i) => (u[i] as number) + 0.3 * (u[k * n + i] as number));
    const unit = Array.from({ length: n }, (_, i) => `u${String(i).padStart(2, "0")}`);
    const gaps = column(1).map((x, i) => (i % 10 === 0 ? null : x));
    const input = { unit, a: column(0), b: gaps, c: column(2), d: column(3).map((x) => x / 2) };
    const factor = imputationSets(input, methodology, { sets: 8, among: "siblings" }, options);
    expect(factor.sets).toHaveLength(8);
    for (const { values } of factor.sets) {
      expect(Object.keys(values)).toEqual(["b"]);
      expect(Object.keys(values.b ?? {})).toEqual(["u00", "u10", "u20", "u30"]);
    }
    const result = await uncertainty(input, methodology, spec([factor]), options);
    expect(result.runs).toBe(8);
    result.units.forEach(({ score, scored }, i) => {
      expect(scored).toBe(1);
      if (i % 10 === 0) expect(score?.sd).toBeGreaterThan(0);
      else expect(score?.sd).toBe(0);
    });
  });

  test("editions of a source are a choice of what is selected", async () => {
    const observations: Observation[] = ids.flatMap((indicator) =>
      data.unit.flatMap((area, u) =>
        (["old", "new"] as const).map((edition) => ({
          indicator,
          area,
          period: "2020",
          edition,
          value: (data[indicator as "a"][u] as number) * (edition === "old" ? 0.9 : 1),
          unit: definitions[0]?.unit ?? "",
        })),
      ),
    );
    const select = (edition: string) => ({ change: { select: { edition } } });
    const factor: Factor = {
      id: "vintage",
      kind: "choice",
      alternatives: [select("new"), select("old")],
    };
    const rows: number[][] = [];
    await uncertainty(
      observations,
      { ...methodology, select: { edition: "new" } },
      spec([factor]),
      {
        definitions,
        onRun: (run, scores) => {
          rows[run] = [...scores];
        },
      },
    );
    close(rows[0], built(methodology));
    const old = { ...data };
    for (const id of ids) old[id as "a"] = data[id as "a"].map((x) => x * 0.9);
    close(rows[1], built(methodology, old));
  });
});

describe("where sampling errors come from", () => {
  const runs = 6000;
  const sdOf = (rows: readonly number[][], u: number) => {
    const mean = rows.reduce((sum, row) => sum + (row[u] as number), 0) / rows.length;
    const squares = rows.reduce((sum, row) => sum + ((row[u] as number) - mean) ** 2, 0);
    return Math.sqrt(squares / (rows.length - 1));
  };
  const within = (ratio: number) =>
    expect(Math.abs(ratio - 1)).toBeLessThan(4.5 / Math.sqrt(2 * runs));

  test("an interval stands for its standard error", async () => {
    const z = normalQuantile(0.975);
    const byError: Factor = {
      id: "errors",
      kind: "sampling-error",
      standardErrors: { a: { u1: 0.3 } },
    };
    const byInterval: Factor = {
      id: "errors",
      kind: "sampling-error",
      intervals: { a: { u1: { lower: 1 - 0.3 * z, upper: 1 + 0.3 * z, level: 0.95 } } },
    };
    const [one, other] = await Promise.all(
      [byError, byInterval].map((factor) => scoresOf(spec([factor], 20))),
    );
    one?.forEach((row, run) => {
      close(other?.[run], row);
    });
  });

  test("an interval of a proportion is taken on the scale of log odds, also with an end on the bound", async () => {
    const only: Partial<IndexMethodology> = {
      nodes: [{ id: "index" }, { id: "d", parent: "index", indicator: "d" }],
      normalize: { method: "none" },
    };
    const odds = (p: number) => Math.log(p / (1 - p));
    const z = normalQuantile(0.975);
    const factor: Factor = {
      id: "errors",
      kind: "sampling-error",
      intervals: {
        d: {
          u1: { lower: 0.05, upper: 0.19, level: 0.95 },
          u2: { lower: 0, upper: 0.95, level: 0.95 },
        },
      },
    };
    const rows = await scoresOf(spec([factor], runs), only);
    const logs = rows.map((row) => row.map(odds));
    within(sdOf(logs, 0) / ((odds(0.19) - odds(0.05)) / (2 * z)));
    within(sdOf(logs, 1) / ((odds(0.95) - odds(0.9)) / z));
  });

  test("the interval of an observation is read where it has no standard error", async () => {
    const z = normalQuantile(0.95);
    const observations: Observation[] = ids.flatMap((indicator) =>
      data.unit.map((area, u) => {
        const value = data[indicator as "a"][u] as number;
        const interval = { lower: value - 0.5 * z, upper: value + 0.5 * z, level: 0.9 };
        return {
          indicator,
          area,
          period: "2020",
          value,
          unit: definitions[0]?.unit ?? "",
          ...(indicator === "a" && { interval }),
        };
      }),
    );
    const errors = scoreErrors(observations, methodology, {}, { definitions });
    // One of four indicators, 30 apart, on 100 points.
    expect(errors[0]?.standardError).toBeCloseTo((0.5 / 30) * 100 * 0.25, 10);
  });

  const stream = randomStream({ seed: 9, label: "replicates" });
  const replicateCount = 60;
  /** Replicates of two indicators of two units that share their sample. */
  const replicated = () => {
    const u = stream.fillUniform(0, new Float64Array(4 * replicateCount));
    const z = Array.from(u, (x) => normalQuantile(x));
    const row = (center: number, mix: readonly number[]) =>
      Array.from({ length: replicateCount }, (_, r) =>
        mix.reduce((sum, m, k) => sum + m * (z[k * replicateCount + r] as number), center),
      );
    return {
      a: { u1: row(1, [0.2, 0, 0, 0.1]), u2: row(2, [0.1, 0.3, 0, 0]) },
      c: { u1: row(2.5, [-0.15, 0, 0.2, 0]), u2: row(1, [0.2, 0.1, 0, 0.1]) },
    };
  };

  test("brute force through survey replicates: the index of each replicate gives the same covariance", async () => {
    const estimates = replicated();
    const replicates = [{ estimates, scale: 1 / replicateCount }];
    const factor: Factor = { id: "errors", kind: "sampling-error", replicates };
    // The whole index once for each replicate, as a survey statistician would do.
    const brute = Array.from({ length: replicateCount }, (_, r) =>
      built(methodology, {
        ...data,
        a: data.a.map((x, u) => (u < 2 ? (Object.values(estimates.a)[u]?.[r] as number) : x)),
        c: data.c.map((x, u) => (u < 2 ? (Object.values(estimates.c)[u]?.[r] as number) : x)),
      }),
    );
    const start = built(methodology);
    const covariance = (i: number, j: number) =>
      brute.reduce(
        (sum, row) =>
          sum +
          ((row[i] as number) - (start[i] as number)) * ((row[j] as number) - (start[j] as number)),
        0,
      ) / replicateCount;
    const exact = scoreErrors(data, methodology, { replicates }, options);
    expect(exact[0]?.standardError).toBeCloseTo(Math.sqrt(covariance(0, 0)), 10);
    expect(exact[1]?.standardError).toBeCloseTo(Math.sqrt(covariance(1, 1)), 10);
    expect(exact[2]?.standardError).toBe(0);
    const rows = await scoresOf(spec([factor], runs));
    within(sdOf(rows, 0) / Math.sqrt(covariance(0, 0)));
    within(sdOf(rows, 1) / Math.sqrt(covariance(1, 1)));
    // What the two units share: the difference of their scores.
    const apart = rows.map((row) => [(row[0] as number) - (row[1] as number)]);
    within(sdOf(apart, 0) / Math.sqrt(covariance(0, 0) + covariance(1, 1) - 2 * covariance(0, 1)));
  });

  test("replicates of a proportion keep every draw in its range", async () => {
    const only: Partial<IndexMethodology> = {
      nodes: [{ id: "index" }, { id: "d", parent: "index", indicator: "d" }],
      normalize: { method: "none" },
    };
    const u1 = Array.from({ length: 40 }, (_, r) => 0.02 + (0.3 * r) / 40);
    const factor: Factor = {
      id: "errors",
      kind: "sampling-error",
      replicates: [{ estimates: { d: { u1 } } }],
    };
    const rows = await scoresOf(spec([factor], 2000), only);
    for (const [score = Number.NaN] of rows) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
    }
  });

  test("correlation between units: the closed form of a difference", async () => {
    const errors = Object.fromEntries(data.unit.map((unit) => [unit, 0.4]));
    const rho = 0.8;
    const factor: Factor = {
      id: "errors",
      kind: "sampling-error",
      standardErrors: { a: errors, c: errors },
      correlationOfUnits: {
        units: ["u2", "u4"],
        matrix: [
          [1, rho],
          [rho, 1],
        ],
      },
    };
    const rows = await scoresOf(spec([factor], runs));
    const apart = rows.map((row) => [
      (row[1] as number) - (row[3] as number),
      (row[0] as number) - (row[2] as number),
    ]);
    const slope = (100 / 30) * 0.25;
    const one = slope * 0.4 * Math.SQRT2;
    within(sdOf(apart, 0) / (one * Math.sqrt(2 * (1 - rho))));
    within(sdOf(apart, 1) / (one * Math.SQRT2));
  });
});

describe("bad input", () => {
  const codesOf = async (factor: Factor) => {
    try {
      await uncertainty(data, methodology, spec([factor], 3), options);
    } catch (error) {
      if (isVitalError(error)) return error.findings.map(({ code }) => code);
      throw error;
    }
    return [];
  };
  const invalid = "composite/factor-invalid";
  const unknown = "composite/factor-unknown-node";
  const uniform = { shape: "uniform", from: 1, to: 2 } as const;
  const parameter = { id: "x", kind: "parameter", stage: "aggregate", option: "exponent" } as const;
  test.each<[string, Factor, readonly string[]]>([
    [
      "an option that is no number",
      { ...parameter, option: "method", distribution: uniform },
      [invalid],
    ],
    [
      "a stage that is none",
      { ...parameter, stage: "x" as never, distribution: uniform },
      ["composite/unknown-option"],
    ],
    ["ends reversed", { ...parameter, distribution: { ...uniform, from: 3 } }, [invalid]],
    [
      "a peak outside",
      { ...parameter, distribution: { shape: "triangular", from: 0, peak: 3, to: 2 } },
      [invalid],
    ],
    ["an unknown node", { ...parameter, nodes: ["zz"], distribution: uniform }, [unknown]],
    [
      "goalposts that could cross",
      { id: "x", kind: "goalpost-error", spread: { a: { worst: 4, best: 2 } } },
      [invalid],
    ],
    ["goalposts of nobody", { id: "x", kind: "goalpost-error", spread: { z: {} } }, [unknown]],
    ["no sets", { id: "x", kind: "value-sets", sets: [] }, [invalid]],
    [
      "values of nobody, and infinite ones",
      {
        id: "x",
        kind: "value-sets",
        sets: [{ values: { zz: {}, a: { u1: Number.POSITIVE_INFINITY, u9: 1 } } }],
      },
      [unknown, unknown, invalid],
    ],
    [
      "an interval reversed, of level 95",
      {
        id: "x",
        kind: "sampling-error",
        intervals: { a: { u1: { lower: 2, upper: 1, level: 95 } } },
      },
      [invalid, invalid],
    ],
    [
      "replicates of two lengths",
      {
        id: "x",
        kind: "sampling-error",
        replicates: [{ estimates: { a: { u1: [1, 2], u2: [1, 2, 3] } } }],
      },
      [invalid],
    ],
    [
      "a replicate outside the range",
      {
        id: "x",
        kind: "sampling-error",
        replicates: [{ estimates: { d: { u1: [0.1, 1.2] } } }],
      },
      [invalid],
    ],
    [
      "a correlation of unknown units",
      {
        id: "x",
        kind: "sampling-error",
        standardErrors: { a: { u1: 1 } },
        correlationOfUnits: { units: ["zz"], matrix: [[1]] },
      },
      [unknown],
    ],
  ])("%s", async (_, factor, codes) => {
    expect(await codesOf(factor)).toEqual(codes);
  });

  test("a draw that cannot be built says which", async () => {
    const factor: Factor = {
      id: "share",
      kind: "parameter",
      stage: "aggregate",
      option: "atLeast",
      distribution: { shape: "uniform", from: 2, to: 3 },
    };
    await expect(uncertainty(data, methodology, spec([factor], 3), options)).rejects.toThrow(
      /share = 2\./,
    );
  });
});
