import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Area, benchmarkAreas, fayHerriot } from "@vitalcore/survey";
import { describe, expect, it } from "vitest";
import { agrees } from "./r/compare.js";
import { readJson } from "./reference.js";

const beside = fileURLToPath(
  new URL("../../../../shared/reference/composite-methods/", import.meta.url),
);
const fixtures = fileURLToPath(new URL("./fixtures/composite-methods/", import.meta.url));
const fileOf = (id: string) =>
  [beside, fixtures].map((root) => `${root}cases/${id}.json`).find((file) => existsSync(file));

interface FayHerriotCase {
  readonly inputs: {
    readonly direct: readonly number[];
    readonly x: readonly (readonly number[])[];
    readonly sampling_variance: readonly number[];
  };
  readonly results: Readonly<
    Record<"REML" | "ML" | "FH", Readonly<Record<string, number | readonly number[]>>>
  >;
}

/** The `milk` data ship with an R package under GPL: run where the reference stands beside the repository. */
describe.each(["sae_fay_herriot_milk", "sae_fay_herriot_zero"])("%s", (id) => {
  const file = fileOf(id);
  it.skipIf(file === undefined).each(["REML", "ML", "FH"] as const)("%s", (method) => {
    const { inputs, results } = readJson(file as string) as FayHerriotCase;
    const areas = inputs.direct.map((direct, i): Area => {
      const samplingVariance = inputs.sampling_variance[i] as number;
      return { area: i, direct, samplingVariance, x: inputs.x[i] as readonly number[] };
    });
    const model = fayHerriot(areas, { method });
    const own = {
      A: model.areaVariance,
      beta: model.coefficients,
      se_beta: model.standardErrors,
      loglik: model.logLikelihood,
      gamma: model.areas.map(({ gamma }) => gamma),
      eblup: model.areas.map(({ value }) => value),
      g1: model.areas.map(({ g1 }) => g1),
      g2: model.areas.map(({ g2 }) => g2),
      g3: model.areas.map(({ g3 }) => g3),
      mse: model.areas.map(({ mse }) => mse),
    };
    const problems = Object.entries(own).flatMap(([name, values]) => {
      const wanted = [results[method][name]].flat();
      return [values]
        .flat()
        .flatMap((value, i) =>
          agrees(value, wanted[i], 1e-8)
            ? []
            : [`${name} ${i}: ${value} where ${String(wanted[i])}`],
        );
    });
    expect(problems).toEqual([]);
  });
});

interface BenchmarkCase {
  readonly inputs: Readonly<
    Record<"eblup" | "mse" | "weights" | "sampling_variance", readonly number[]>
  >;
  readonly results: {
    readonly target: number;
    readonly ratio: readonly number[];
    readonly difference: readonly number[];
    readonly weighted_mse: readonly number[];
    readonly weighted_variance: readonly number[];
  };
}

describe.each(["sae_benchmark_milk", "sae_benchmark_zero"])("%s", (id) => {
  const file = fileOf(id);
  it.skipIf(file === undefined)("brings areas to the total", () => {
    const { inputs, results } = readJson(file as string) as BenchmarkCase;
    const { eblup, weights, mse, sampling_variance } = inputs;
    const { target } = results;
    const check = (own: readonly number[], wanted: readonly number[]) =>
      own.forEach((value, i) => {
        expect(agrees(value, wanted[i], 1e-11)).toBe(true);
      });
    check(benchmarkAreas(eblup, weights, target), results.ratio);
    check(benchmarkAreas(eblup, weights, target, { method: "difference" }), results.difference);
    const weighted = (uncertainty: readonly number[]) =>
      benchmarkAreas(eblup, weights, target, { method: "weighted", uncertainty });
    check(weighted(mse), results.weighted_mse);
    check(weighted(sampling_variance), results.weighted_variance);
  });
});
