import { overChunks } from "@vitalcore/core";
import {
  type EstimatesResult,
  mean,
  proportion,
  type ReplicateMethod,
  type ReplicateSpec,
  ratio,
  replicateDesign,
  replicatesOf,
  surveyDesign,
  total,
} from "@vitalcore/survey";
import {
  estimateFromUnits,
  type ReplicatePlan,
  type StatisticsPlan,
  surveyStatistic,
  unitTableFromRows,
} from "@vitalcore/survey/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DESIGN, pickRows, syntheticSample } from "./synthetic.js";

const sample = syntheticSample({ strata: 3, clusters: 6, rows: 15 });
const rows = [...sample.w.keys()];
const design = surveyDesign(sample, DESIGN);

function same(a: EstimatesResult, b: EstimatesResult, tolerance: number): void {
  const numbers = ({ estimates }: EstimatesResult) =>
    estimates.flatMap((e) => [
      e.value,
      e.standardError,
      e.interval?.lower ?? null,
      e.interval?.upper ?? null,
      e.n,
      e.nMissing,
      e.designEffect,
      e.degreesOfFreedom,
    ]);
  const [left, right] = [numbers(a), numbers(b)];
  expect(left.length).toBe(right.length);
  left.forEach((value, i) => {
    const other = right[i] ?? null;
    if (value === null || other === null) expect(value).toBe(other);
    else expect(Math.abs(value - other)).toBeLessThanOrEqual(tolerance * Math.abs(other));
  });
  expect(a.estimates.map(({ group }) => group)).toEqual(b.estimates.map(({ group }) => group));
}

describe("design effects in parts", () => {
  const version = 1;
  const kinds = ["with-replacement", "without-replacement"] as const;

  it.each(kinds)("%s: as from memory, for means, totals and shares", (designEffect) => {
    const shared = { version, design: DESIGN, by: ["g"], designEffect } as const;
    const options = { by: "g", designEffect } as const;
    const cases: readonly (readonly [StatisticsPlan, EstimatesResult])[] = [
      [{ ...shared, statistic: "mean", columns: ["x", "y"] }, mean(design, ["x", "y"], options)],
      [{ ...shared, statistic: "total", columns: ["x"] }, total(design, "x", options)],
      [{ ...shared, statistic: "proportion", column: "y" }, proportion(design, "y", options)],
    ];
    for (const [plan, fromMemory] of cases) {
      const half = Math.floor(rows.length / 2);
      const chunks = [rows.slice(0, half), rows.slice(half)].map((part) => pickRows(sample, part));
      same(overChunks(surveyStatistic(plan), chunks as never), fromMemory, 1e-11);
    }
  });

  it("values that are alike have none, and it is said", () => {
    const plan: StatisticsPlan = {
      version,
      statistic: "mean",
      columns: ["x"],
      design: { clusters: "psu" },
      designEffect: "with-replacement",
    };
    const flat = { psu: [1, 1, 2, 3], x: [0.1, 0.1, 0.1, 0.1] };
    const { estimates, findings } = overChunks(surveyStatistic(plan), [flat]);
    expect(estimates[0]?.designEffect).toBeNull();
    expect(findings.map(({ code }) => code)).toContain("survey/undefined-design-effect");
  });

  it("of a ratio they are refused", () => {
    const plan: StatisticsPlan = {
      version,
      statistic: "ratio",
      numerator: "x",
      denominator: "y",
      design: DESIGN,
      designEffect: "with-replacement",
    };
    expect(() => surveyStatistic(plan)).toThrow(/`designEffect` of a ratio/);
  });

  it("a database gives sums of squares after the totals", () => {
    const plan: StatisticsPlan = {
      version,
      statistic: "mean",
      columns: ["x"],
      design: { clusters: "psu" },
      designEffect: "with-replacement",
    };
    const data = { psu: [1, 1, 2, 3], x: [1, 2, 6, 9] };
    const table = unitTableFromRows(plan, [
      { keys: { psu: 1 }, rows: 2, weight: 2, totals: [3, 5] },
      { keys: { psu: 2 }, rows: 1, weight: 1, totals: [6, 36] },
      { keys: { psu: 3 }, rows: 1, weight: 1, totals: [9, 81] },
    ]);
    const fromMemory = mean(surveyDesign(data, { clusters: "psu" }), "x", {
      designEffect: "with-replacement",
    });
    same(estimateFromUnits(plan, table), fromMemory, 1e-12);
    const short = [{ keys: { psu: 1 }, rows: 2, weight: 2, totals: [3] }];
    expect(() => unitTableFromRows(plan, short)).toThrow(/2 totals/);
  });
});

describe("replicates of units in parts", () => {
  const methods: readonly ReplicateMethod[] = [
    { type: "JKn" },
    { type: "bootstrap", replicates: 40, seed: 3 },
    { type: "rao-wu", replicates: 40, seed: 3 },
    { type: "multistage", replicates: 40, seed: 3 },
  ];

  it.each(methods)("$type: as from memory", (replicates) => {
    const replicated = replicatesOf(design, replicates);
    const shared = { version: 1, design: DESIGN } as const;
    const cases: readonly (readonly [StatisticsPlan, EstimatesResult])[] = [
      [
        { ...shared, statistic: "mean", columns: ["x"], by: ["g"] },
        mean(replicated, "x", { by: "g" }),
      ],
      [
        { ...shared, statistic: "ratio", numerator: "y", denominator: "x" },
        ratio(replicated, { numerator: "y", denominator: "x" }),
      ],
      [{ ...shared, statistic: "proportion", column: "y" }, proportion(replicated, "y")],
    ];
    for (const [plan, fromMemory] of cases) {
      same(overChunks(surveyStatistic(plan, { replicates }), [sample]), fromMemory, 1e-11);
    }
  });

  it("keep the covariances between groups", () => {
    const plan: StatisticsPlan = {
      version: 1,
      statistic: "mean",
      columns: ["x"],
      by: ["g"],
      design: DESIGN,
    };
    const options = { replicates: { type: "JKn" }, covariance: true } as const;
    const inParts = overChunks(surveyStatistic(plan, options), [sample]);
    const whole = mean(replicatesOf(design), "x", { by: "g", covariance: true });
    whole.covariance?.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(inParts.covariance?.[i]?.[j]).toBeCloseTo(value, 10);
      });
    });
  });
});

describe("given replicate weights in parts", () => {
  // Jackknife weights of the sample's clusters, as a producer would give them.
  const psus = [...new Set(sample.psu)];
  const columns = psus.map((_, r) => `r${r}`);
  const weights = Object.fromEntries(
    psus.map((left, r) => [
      `r${r}`,
      sample.w.map((w, i) => (sample.psu[i] === left ? 0 : (w * psus.length) / (psus.length - 1))),
    ]),
  );
  const file = { ...sample, ...weights };
  const spec: ReplicateSpec = { weights: "w", replicates: { columns, type: "JK1" } };
  const fromMemory = replicateDesign(file as never, spec as never);
  const shared = { version: 1, design: spec } as const;
  const plans: Readonly<Record<string, readonly [ReplicatePlan, () => EstimatesResult]>> = {
    groups: [
      { ...shared, statistic: "mean", columns: ["x", "y"], by: ["g"] },
      () => mean(fromMemory, ["x", "y"] as never, { by: "g" as never }),
    ],
    total: [
      { ...shared, statistic: "total", columns: ["x"] },
      () => total(fromMemory, "x" as never),
    ],
    domain: [
      {
        ...shared,
        statistic: "proportion",
        column: "y",
        subset: { op: "==", args: [{ column: "g" }, "a"] },
      },
      () => proportion(fromMemory.subset({ op: "==", args: [{ column: "g" }, "a"] }), "y" as never),
    ],
  };

  it.each(Object.entries(plans))("%s: as from memory, however cut", (_, [plan, memory]) => {
    const wanted = memory();
    const { degreesOfFreedom } = wanted.estimates[0]!;
    const statistic = surveyStatistic({ ...plan, degreesOfFreedom: degreesOfFreedom! });
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(rows.length), { maxLength: 4 }), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), rows.length];
        const chunks = edges.slice(1).map((end, i) => {
          const part = rows.slice(edges[i], end);
          return Object.fromEntries(
            Object.entries(file).map(([name, cells]) => [name, part.map((row) => cells[row])]),
          );
        });
        same(overChunks(statistic, chunks as never), wanted, 1e-11);
      }),
      { numRuns: 8 },
    );
  });

  it("takes the sums that a database makes, and refuses too few", () => {
    const design = {
      weights: "w",
      replicates: { columns: ["r1", "r2", "r3"], type: "JK1" },
    } as const;
    const plan: ReplicatePlan = { version: 1, statistic: "mean", columns: ["x"], design };
    const data = {
      w: [1, 1, 1],
      r1: [0, 1.5, 1.5],
      r2: [1.5, 0, 1.5],
      r3: [1.5, 1.5, 0],
      x: [2, 4, 9],
    };
    const row = { keys: {}, rows: 3, weight: 3, totals: [15] };
    const replicates = [3, 19.5, 3, 16.5, 3, 9];
    const table = unitTableFromRows(plan, [{ ...row, replicates }]);
    same(estimateFromUnits(plan, table), mean(replicateDesign(data, design), "x"), 1e-12);
    expect(() => unitTableFromRows(plan, [row])).toThrow(/6 sums of replicates/);
    expect(() => estimateFromUnits(plan, table, { replicates: { type: "JKn" } })).toThrow(
      /has replicate weights/,
    );
  });

  it("missing answers are an error until they may be left out, and are counted", () => {
    const design = { replicates: { columns: ["r1", "r2"], type: "bootstrap" } } as const;
    const data = { r1: [1, 2, 1], r2: [2, 1, 1], x: [1, null, 3] };
    const plan: ReplicatePlan = { version: 1, statistic: "mean", columns: ["x"], design };
    expect(() => overChunks(surveyStatistic(plan), [data])).toThrow(/"x" is missing/);
    const lenient = { ...plan, design: { ...design, missing: "exclude" } } as const;
    const { estimates } = overChunks(surveyStatistic(lenient), [data]);
    expect(estimates[0]).toMatchObject({ value: 2, n: 2, nMissing: 1, degreesOfFreedom: 1 });
  });
});
