import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { IndexMethodology } from "@vitalcore/composite";
import { sensitivity } from "@vitalcore/composite/sensitivity";
import {
  type Design,
  type UncertaintyResult,
  type UncertaintySpec,
  uncertainty,
} from "@vitalcore/composite/uncertainty";
import { describe, expect, test } from "vitest";
import {
  definitionOf,
  HEAD,
  leaves,
  meta,
  nodesOf,
  type OracleTable,
  readCsv,
  readDataset,
} from "./support/coinr-runs/oracle.js";
import { fixtures } from "./support/fixtures.js";

interface Case<Output> {
  readonly input: { readonly dset: string; readonly weights: string };
  readonly output: Output;
}

function readCase<Output>(name: string): Case<Output> {
  return JSON.parse(readFileSync(join(fixtures, "coinr", "cases", `${name}.json`), "utf8"));
}

const { input, output: exact } = readCase<{
  readonly n_combinations: number;
  readonly mean_y: number;
  readonly Sobol: OracleTable;
  readonly RankStats: OracleTable;
  readonly runs: OracleTable;
}>("asemfull__sens_exact");

/** A row for each set, a column for each node. */
const weightRows = readCsv(input.weights);

const methodology: IndexMethodology = {
  ...HEAD,
  nodes: nodesOf(meta, () => ({})),
  treat: { first: "winsorize", second: "log-ct", atMost: 5 },
  normalize: { method: "min-max", scale: [0, 100] },
  aggregate: { method: "arithmetic", atLeast: 0 },
};
const definitions = leaves.map(({ id, direction }) => definitionOf(id, direction));
const data = readDataset(input.dset);

function specOf(design?: Design): UncertaintySpec {
  return {
    kind: "UncertaintySpec",
    version: 1,
    ...(design !== undefined && { design }),
    factors: [
      {
        id: "winsorized",
        kind: "choice",
        alternatives: [1, 2, 3, 4, 5].map((atMost) => ({ change: { treat: { atMost } } })),
      },
      {
        id: "normalization",
        kind: "choice",
        alternatives: [
          { change: { normalize: { method: "min-max", scale: [1, 100] } } },
          { change: { normalize: { method: "z-score", mean: 10, sd: 2 } } },
        ],
      },
      { id: "weights", kind: "weight-sets", sets: weightSets() },
      {
        id: "aggregation",
        kind: "choice",
        alternatives: [{}, { change: { aggregate: { method: "geometric" } } }],
      },
    ],
  };
}

function weightSets() {
  return weightRows.map(({ set: _, ...weights }) => ({
    weights: Object.fromEntries(Object.entries(weights).map(([id, cell]) => [id, Number(cell)])),
  }));
}

const options = { unitColumn: "uCode", definitions };

function compareRanks(result: UncertaintyResult, table: OracleTable): number {
  let compared = 0;
  const byUnit = new Map(result.units.map((unit) => [unit.unit, unit]));
  const { uCode = [], ...columns } = table.columns;
  uCode.forEach((code, i) => {
    const found = byUnit.get(code as string);
    const rank = found?.rank;
    const of: Readonly<Record<string, number | null | undefined>> = {
      Nominal: found?.nominal.rank,
      Mean: rank?.mean,
      SD: rank?.sd,
      Median: rank?.median,
      Q5: rank?.q05,
      Q95: rank?.q95,
      Min: rank?.least,
      Max: rank?.most,
    };
    for (const [name, column] of Object.entries(columns)) {
      const wanted = column[i] as number;
      const away = Math.abs((of[name] as number) - wanted);
      expect(away, `${name} of ${code}: ${of[name]}, wanted ${wanted}`).toBeLessThanOrEqual(1e-10);
      compared += 1;
    }
  });
  return compared;
}

describe("the ASEM example of COINr", () => {
  test("exact first-order and total indices of the mean shift in rank", async () => {
    const result = await sensitivity(data, methodology, specOf(), options);
    const { Si, STi } = exact.Sobol.columns;
    result.sensitivities.forEach(({ first, total, factor }, i) => {
      expect(Math.abs(first.value - (Si?.[i] as number)), factor).toBeLessThan(1e-10);
      expect(Math.abs(total.value - (STi?.[i] as number)), factor).toBeLessThan(1e-10);
    });
    expect(result.isExact).toBe(true);
    const shares = result.sensitivities.map(({ shapley }) => shapley?.value ?? Number.NaN);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test("estimated indices hold the exact ones in their intervals, for all factors", async () => {
    const sampled = await sensitivity(data, methodology, specOf({ method: "sobol", runs: 512 }), {
      ...options,
      second: true,
    });
    const { Si, STi } = exact.Sobol.columns;
    sampled.sensitivities.forEach(({ first, total, factor }, i) => {
      // Far beyond the intervals of either: a wrong column or a biased estimator is off by more.
      expect(Math.abs(first.value - (Si?.[i] as number)), factor).toBeLessThan(0.12);
      expect(Math.abs(total.value - (STi?.[i] as number)), factor).toBeLessThan(0.08);
      expect(total.interval?.[0]).toBeLessThan(total.value);
      expect(total.interval?.[1]).toBeGreaterThan(total.value);
    });
    expect(sampled.runs).toBe(512 * 10);
  });

  test("Monte Carlo is within its own error of the exact means, for many seeds", async () => {
    const squares: number[] = [];
    for (let seed = 1; seed <= 20; seed++) {
      const runs = 400;
      const drawn = await uncertainty(
        data,
        methodology,
        { ...specOf({ method: "monte-carlo", runs }), seed },
        { ...options, pairs: false },
      );
      exact.RankStats.columns.uCode?.forEach((code, i) => {
        const found = drawn.units.find(({ unit }) => unit === code)?.rank?.mean as number;
        const sd = exact.RankStats.columns.SD?.[i] as number;
        const away =
          (found - (exact.RankStats.columns.Mean?.[i] as number)) / (sd / Math.sqrt(runs));
        squares.push(away * away);
      });
    }
    // 1,020 standardized squares, dependent within a seed: their mean is 1, a bias of one error makes it 2.
    const mean = squares.reduce((sum, each) => sum + each, 0) / squares.length;
    expect(mean).toBeGreaterThan(0.6);
    expect(mean).toBeLessThan(1.5);
  });

  test("all 2000 combinations: every run and every rank statistic", async () => {
    const shifts: number[] = [];
    const nominal = new Map<string, number>();
    exact.RankStats.columns.uCode?.forEach((code, i) => {
      nominal.set(code as string, exact.RankStats.columns.Nominal?.[i] as number);
    });
    const codes = [...nominal.keys()].sort();
    const result = await uncertainty(data, methodology, specOf(), {
      ...options,
      onRun: (run, _, ranks) => {
        let sum = 0;
        ranks.forEach((rank, u) => {
          sum += Math.abs(rank - (nominal.get(codes[u] as string) as number));
        });
        shifts[run] = sum / ranks.length;
      },
    });
    expect(result).toMatchObject({ runs: 2000, isExact: true, sharesAre: "share-of-scenarios" });
    expect(compareRanks(result, exact.RankStats)).toBe(51 * 8);
    expect(result.meanRankShift.mean).toBeCloseTo(exact.mean_y, 12);
    const { winmax, norm, weight_set: set, f_ag: mean, y } = exact.runs.columns;
    y?.forEach((wanted, i) => {
      const run =
        (winmax?.[i] as number) -
        1 +
        5 * (String(norm?.[i]).includes("zscore") ? 1 : 0) +
        10 * ((set?.[i] as number) - 1) +
        1000 * (mean?.[i] === "a_gmean" ? 1 : 0);
      expect(shifts[run], `run ${i}`).toBeCloseTo(wanted as number, 10);
    });
  });

  test("a stored sample replayed: scores and ranks of every run", async () => {
    const { output } = readCase<{
      readonly alternative_index: readonly (readonly number[])[];
      readonly Scores: readonly (readonly number[])[];
      readonly Ranks: readonly (readonly number[])[];
      readonly uCode: readonly string[];
    }>("asemfull__sens_replay");
    const alternatives = output.alternative_index.map((row) => row.map((at) => at - 1));
    const order = output.uCode.map((code) => [...output.uCode].sort().indexOf(code));
    let compared = 0;
    await uncertainty(data, methodology, specOf({ method: "replay", alternatives }), {
      ...options,
      onRun: (run, scores, ranks) => {
        order.forEach((at, u) => {
          const wanted = output.Scores[run]?.[u] as number;
          expect(Math.abs((scores[at] as number) - wanted)).toBeLessThanOrEqual(1e-10 * wanted);
          expect(ranks[at]).toBe(output.Ranks[run]?.[u]);
          compared += 1;
        });
      },
    });
    expect(compared).toBe(150 * 51);
  });
});
