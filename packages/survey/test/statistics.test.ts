import { overChunks, type Progress } from "@vitalcore/core";
import {
  type EstimatesResult,
  mean,
  proportion,
  ratio,
  surveyDesign,
  total,
} from "@vitalcore/survey";
import {
  estimateFromUnits,
  estimateStream,
  estimateTable,
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

type Plan = StatisticsPlan;
const plans: Readonly<Record<string, readonly [Plan, () => EstimatesResult]>> = {
  mean: [
    { version: 1, statistic: "mean", columns: ["x", "y"], design: DESIGN },
    () => mean(design, ["x", "y"]),
  ],
  groups: [
    { version: 1, statistic: "mean", columns: ["x"], by: ["g"], design: DESIGN },
    () => mean(design, "x", { by: "g" }),
  ],
  total: [
    { version: 1, statistic: "total", columns: ["x"], design: DESIGN },
    () => total(design, "x"),
  ],
  ratio: [
    { version: 1, statistic: "ratio", numerator: "y", denominator: "x", design: DESIGN },
    () => ratio(design, { numerator: "y", denominator: "x" }),
  ],
  proportion: [
    {
      version: 1,
      statistic: "proportion",
      column: "y",
      design: DESIGN,
      subset: { op: "==", args: [{ column: "g" }, "a"] },
    },
    () => proportion(design.subset({ op: "==", args: [{ column: "g" }, "a"] }), "y"),
  ],
};

const numbersOf = ({ estimates }: EstimatesResult) =>
  estimates.flatMap(({ value, standardError, interval, n, degreesOfFreedom }) => [
    value,
    standardError,
    interval?.lower ?? null,
    interval?.upper ?? null,
    n,
    degreesOfFreedom,
  ]);

function same(a: EstimatesResult, b: EstimatesResult, tolerance: number): void {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  expect(left.length).toBe(right.length);
  left.forEach((value, i) => {
    const other = right[i] as number;
    expect(Math.abs((value as number) - other)).toBeLessThanOrEqual(tolerance * Math.abs(other));
  });
  expect(a.estimates.map(({ group }) => group)).toEqual(b.estimates.map(({ group }) => group));
}

describe("statistics in parts", () => {
  it.each(Object.entries(plans))("%s: the same as from memory", (_, [plan, fromMemory]) => {
    same(overChunks(surveyStatistic(plan), [sample]), fromMemory(), 1e-13);
  });

  it.each(Object.entries(plans))("%s: does not depend on the cut, to 1e-14", (_, [plan]) => {
    const statistic = surveyStatistic(plan);
    const whole = overChunks(statistic, [sample]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(rows.length), { maxLength: 6 }), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), rows.length];
        const chunks = edges.slice(1).map((end, i) => pickRows(sample, rows.slice(edges[i], end)));
        const inOrder = overChunks(statistic, chunks as never);
        same(inOrder, whole, 1e-14);
        const parts = chunks.map((chunk) =>
          statistic.accumulate(statistic.empty(), chunk as never),
        );
        same(statistic.finish(parts.reduceRight((a, b) => statistic.merge(a, b))), whole, 1e-14);
      }),
      { numRuns: 15 },
    );
  });

  it("takes the table that a database makes", () => {
    const [plan, fromMemory] = plans.groups as readonly [Plan, () => EstimatesResult];
    const cells = new Map<
      string,
      { keys: Record<string, string | number>; rows: number; weight: number; totals: [number] }
    >();
    for (const row of rows) {
      const keys = { stratum: sample.stratum[row]!, psu: sample.psu[row]!, g: sample.g[row]! };
      const key = JSON.stringify(keys);
      const cell = cells.get(key) ?? { keys, rows: 0, weight: 0, totals: [0] as [number] };
      cell.rows += 1;
      cell.weight += sample.w[row]!;
      cell.totals[0] += sample.w[row]! * sample.x[row]!;
      cells.set(key, cell);
    }
    same(
      estimateFromUnits(plan, unitTableFromRows(plan, [...cells.values()])),
      fromMemory(),
      1e-12,
    );
  });

  it("keeps units without rows in the domain", async () => {
    const plan: Plan = {
      version: 1,
      statistic: "mean",
      columns: ["x"],
      design: { clusters: "psu" },
      subset: { op: "==", args: [{ column: "in" }, 1] },
    };
    const data = { psu: [1, 1, 2, 3], in: [1, 1, 1, 0], x: [1, 2, 6, 9] };
    const result = await estimateStream(plan, [data]);
    const domain = surveyDesign(data, { clusters: "psu" }).subset(plan.subset as never);
    same(result, mean(domain, "x"), 1e-13);
  });

  it("corrects for finite populations at two stages", () => {
    const stages = {
      clusters: ["district", "school"],
      fpc: ["districts", "schools"],
    } as const;
    const data = {
      district: [1, 1, 2, 2, 3, 3],
      school: [1, 2, 3, 4, 5, 6],
      districts: [30, 30, 30, 30, 30, 30],
      schools: [5, 5, 8, 8, 4, 4],
      w: [25, 25, 40, 40, 20, 20],
      x: [3, 4, 9, 7, 1, 2],
    };
    const spec = { weights: "w", ...stages } as const;
    const plan: Plan = { version: 1, statistic: "mean", columns: ["x"], design: spec };
    same(overChunks(surveyStatistic(plan), [data]), mean(surveyDesign(data, spec), "x"), 1e-13);
  });

  it.each(Object.entries(plans))(
    "%s: the same from a table in memory",
    async (_, [plan, fromMemory]) => {
      const progress: Progress[] = [];
      const run = { workers: 2, onProgress: (now: Progress) => void progress.push(now) };
      same(await estimateTable(plan, sample, {}, run), fromMemory(), 1e-13);
      expect(progress).toEqual([{ stage: "parts", done: 1, total: 1 }]);
    },
  );

  it("is the same to the last bit for one and for several threads", async () => {
    // Two parts, of which threads are started for, and done here where they cannot be.
    const n = (1 << 20) + 1000;
    const psu = Float64Array.from({ length: n }, (_, i) => Math.floor(i / 30_000));
    const x = Float64Array.from({ length: n }, (_, i) => Math.sin(i) * 1e3);
    const plan = {
      version: 1,
      statistic: "mean",
      columns: ["x"],
      design: { clusters: "psu" },
    } as const;
    const one = await estimateTable(plan, { psu, x });
    expect(await estimateTable(plan, { psu, x }, {}, { workers: 2 })).toEqual(one);
    same(one, mean(surveyDesign({ psu, x }, { clusters: "psu" }), "x"), 1e-13);
    x[n - 1] = Number.NaN;
    await expect(estimateTable(plan, { psu, x }, {}, { workers: 2 })).rejects.toThrow(
      /row 1,?049,?576/,
    );
    await expect(estimateTable({ ...plan, columns: ["y"] }, { psu, x })).rejects.toThrow(/"y"/);
  });

  it("stops when it is told to", async () => {
    const [plan] = plans.mean as readonly [Plan, unknown];
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(estimateStream(plan, [sample], {}, { signal })).rejects.toThrow("enough");
  });

  it("refuses what unit totals cannot give", () => {
    expect(() =>
      surveyStatistic({ version: 1, statistic: "count", design: { frequencies: "f" } }),
    ).toThrow(/2 problems/);
  });
});
