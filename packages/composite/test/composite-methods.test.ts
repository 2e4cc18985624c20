import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type AggregateOptions,
  buildIndex,
  type IndexResult,
  type NormalizeOptions,
} from "@vitalcore/composite";
import { cronbachAlpha, samplingAdequacy } from "@vitalcore/composite/audit";
import { meanContributions, shapleyContributions } from "@vitalcore/composite/compare";
import {
  imputeByEm,
  imputeByRegression,
  littleTest,
  poolEstimates,
} from "@vitalcore/composite/impute";
import {
  bordaScores,
  copelandScores,
  kemenyOrder,
  outrankingMatrix,
} from "@vitalcore/composite/outranking";
import {
  ahpWeights,
  benefitOfTheDoubt,
  budgetWeights,
  criticWeights,
  entropyWeights,
  factorWeights,
  likelihoodFactors,
  type Weights,
} from "@vitalcore/composite/weights";
import { afterAll, describe, expect, it } from "vitest";
import { fixtures } from "./support/fixtures.js";
import { definition, methodology } from "./support/toy.js";

interface Case {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly results: Readonly<Record<string, unknown>>;
}

type Matrix = readonly (readonly (number | null)[])[];

const folder = join(fixtures, "composite-methods");
const list: readonly { readonly id: string; readonly file: string; readonly group: string }[] =
  JSON.parse(readFileSync(join(folder, "index.json"), "utf8")).cases;

let numbers = 0;

function same(found: ArrayLike<number>, wanted: unknown, tolerance: number, what = ""): void {
  const right = wanted as readonly (number | null)[];
  expect(found.length, what).toBe(right.length);
  right.forEach((value, i) => {
    const error = Math.abs((found[i] as number) - (value as number));
    expect(error, `${what}[${i}]: ${found[i]}, ${value} is right`).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(value as number)),
    );
  });
  numbers += right.length;
}

const one = (found: number, wanted: unknown, tolerance: number, what = "") =>
  same([found], [wanted], tolerance, what);
const column = (x: Matrix, k: number) => x.map((row) => row[k] ?? Number.NaN);
const columnsOf = (x: Matrix) => (x[0] ?? []).map((_, k) => column(x, k));
const named = (x: Matrix) => Object.fromEntries(columnsOf(x).map((values, k) => [`i${k}`, values]));

/** An index of one level over a matrix; the score of each unit in the order of the rows. */
function indexOf(
  x: Matrix,
  aggregate: AggregateOptions,
  normalize: NormalizeOptions,
  { polarity, weights }: { polarity?: readonly string[]; weights?: readonly number[] } = {},
): { readonly scores: readonly number[]; readonly result: IndexResult } {
  const ids = (x[0] ?? []).map((_, k) => `i${k}`);
  const unit = x.map((_, i) => `U${String(i).padStart(3, "0")}`);
  const data = { unit, ...named(x) } as Record<string, (string | number)[]>;
  const result = buildIndex(
    data,
    methodology(
      [
        { id: "index", aggregate },
        ...ids.map((id, k) => ({
          id,
          parent: "index",
          indicator: id,
          ...(weights !== undefined && { weight: weights[k] as number }),
        })),
      ],
      { normalize },
    ),
    {
      unitColumn: "unit",
      definitions: ids.map((id, k) =>
        definition(id, polarity?.[k] === "NEG" ? "higherWorse" : "higherBetter"),
      ),
    },
  );
  const byUnit = new Map(result.units.map((each) => [each.unit, each.score as number]));
  return { scores: unit.map((code) => byUnit.get(code) as number), result };
}

const PASS: NormalizeOptions = { method: "none" };
const Z100: NormalizeOptions = { method: "z-score", mean: 100, sd: 10 };
const UNIT: NormalizeOptions = { method: "min-max", scale: [0, 1] };

/** Z-scores with the population's standard deviation are those with n - 1 times a constant. */
const populationZ = (n: number): NormalizeOptions => ({
  ...Z100,
  sd: 10 / Math.sqrt((n - 1) / n),
});

type Runner = (oracle: Case) => void;

const runners: Readonly<Record<string, Runner>> = {
  factor_ml: ({ inputs, results }) => {
    const { uniqueness, loadings, test } = likelihoodFactors(
      named(inputs.x as Matrix),
      inputs.factors as number,
    );
    // The optimizer of the oracle stops at five digits.
    same(Object.values(uniqueness), results.uniqueness, 1e-4);
    (results.loadings as Matrix).forEach((row, i) => {
      same(
        (loadings[i] ?? []).map(Math.abs),
        row.map((x) => Math.abs(x as number)),
        1e-4,
      );
    });
    one(test?.statistic ?? Number.NaN, results.chisq, 1e-4);
    one(test?.df ?? Number.NaN, results.df, 0);
    one(test?.pValue ?? Number.NaN, results.p_value, 1e-4);
  },
  norm_compind: ({ inputs, results }) => {
    const [x, polarity] = [inputs.x as Matrix, inputs.polarity as string[]];
    const scoresOf = (normalize: NormalizeOptions) => {
      const { result } = indexOf(x, {}, normalize, { polarity });
      const units = [...result.units].sort((a, b) => (a.unit < b.unit ? -1 : 1));
      return units.map(({ scores }) => (x[0] ?? []).map((_, k) => scores[`i${k}`] as number));
    };
    const check = (normalize: NormalizeOptions, name: string) =>
      scoresOf(normalize).forEach((row, i) => {
        same(row, (results[name] as Matrix)[i], 1e-12, name);
      });
    check(Z100, "zscore_100_10");
    check(UNIT, "minmax");
    check({ method: "rank", ties: "average" }, "rank");
  },
  means: ({ inputs, results }) => {
    const [x, weights] = [inputs.x as Matrix, inputs.weights as number[]];
    const powers: Readonly<Record<string, AggregateOptions>> = {
      arithmetic: { method: "arithmetic" },
      geometric: { method: "geometric" },
      harmonic: { method: "harmonic" },
      quadratic: { method: "generalized", exponent: 2 },
      p_minus_5: { method: "generalized", exponent: -5 },
      "p_0.5": { method: "generalized", exponent: 0.5 },
    };
    for (const [name, options] of Object.entries(powers)) {
      same(indexOf(x, options, PASS, { weights }).scores, results[name], 1e-12, name);
    }
    same(indexOf(x, { method: "geometric" }, PASS).scores, results.equal_geometric, 1e-12);
  },
  mpi_population: ({ inputs, results }) => {
    const [x, polarity] = [inputs.x as Matrix, inputs.polarity as string[]];
    const z = populationZ(x.length);
    const mpi = { method: "mazziotta-pareto" } as const;
    same(indexOf(x, mpi, z, { polarity }).scores, results.mpi_minus, 1e-12);
    same(indexOf(x, { ...mpi, penalty: "up" }, z, { polarity }).scores, results.mpi_plus, 1e-12);
    same(indexOf(x, {}, z, { polarity }).scores, results.mean, 1e-12);
  },
  mpi_compind: ({ inputs, results }) => {
    const [x, polarity] = [inputs.x as Matrix, inputs.polarity as string[]];
    const mpi = { method: "mazziotta-pareto", deviation: "sample" } as const;
    // Its penalty "POS" subtracts, "NEG" adds.
    same(indexOf(x, mpi, Z100, { polarity }).scores, results.pos, 1e-12);
    same(indexOf(x, { ...mpi, penalty: "up" }, Z100, { polarity }).scores, results.neg, 1e-12);
  },
  ampi: ({ inputs, results }) => {
    const x = inputs.x as Matrix;
    const polarity = inputs.polarity as string[];
    const [low, high] = [results.goalpost_low as number[], results.goalpost_high as number[]];
    const ids = low.map((_, k) => `i${k}`);
    const unit = x.map((_, i) => `U${String(i).padStart(3, "0")}`);
    for (const penalty of ["down", "up"] as const) {
      const result = buildIndex(
        { unit, ...named(x) } as Record<string, (string | number)[]>,
        methodology(
          [
            { id: "index", aggregate: { method: "mazziotta-pareto", penalty } },
            ...ids.map((id, k) => ({
              id,
              parent: "index",
              indicator: id,
              normalize: {
                worst: (polarity[k] === "NEG" ? high : low)[k] as number,
                best: (polarity[k] === "NEG" ? low : high)[k] as number,
              },
            })),
          ],
          { normalize: { method: "goalposts", scale: [70, 130], clamp: false } },
        ),
        {
          unitColumn: "unit",
          definitions: ids.map((id, k) =>
            definition(id, polarity[k] === "NEG" ? "higherWorse" : "higherBetter"),
          ),
        },
      );
      const scores = [...result.units].sort((a, b) => (a.unit < b.unit ? -1 : 1));
      same(
        scores.map(({ score }) => score as number),
        results[penalty === "down" ? "ampi_minus" : "ampi_plus"],
        1e-12,
      );
    }
  },
  wroclaw: ({ inputs, results }) => {
    const [x, polarity] = [inputs.x as Matrix, inputs.polarity as string[]];
    const sample = { method: "wroclaw", deviation: "sample" } as const;
    // Here a high score is good: one less the distance.
    const distance = (scores: readonly number[]) => scores.map((score) => 1 - score);
    same(distance(indexOf(x, sample, PASS).scores), results.compind_on_raw, 1e-12);
    same(distance(indexOf(x, sample, UNIT, { polarity }).scores), results.compind_on_minmax, 1e-12);
    same(
      distance(indexOf(x, sample, { method: "z-score" }, { polarity }).scores),
      results.on_zscores_sample_sd,
      1e-12,
    );
    same(
      distance(indexOf(x, { method: "wroclaw" }, { method: "z-score" }, { polarity }).scores),
      results.on_zscores_population_sd_of_d,
      1e-12,
    );
  },
  mean_min: ({ inputs, results }) => {
    const [x, polarity] = [inputs.x as Matrix, inputs.polarity as string[]];
    const check = (alpha: number, beta: number, normalize: NormalizeOptions, name: string) =>
      same(
        indexOf(x, { method: "mean-min", alpha, beta }, normalize, { polarity }).scores,
        results[name],
        1e-12,
        name,
      );
    check(0.5, 0, Z100, "z100_a0.5_b0");
    check(0.5, 1, Z100, "z100_a0.5_b1");
    check(1, 0, Z100, "z100_a1_b0_is_min");
    check(0.75, 0.1, UNIT, "minmax_a0.75_b0.1");
  },
  owa: ({ inputs, results }) => {
    const x = inputs.x_minmax as Matrix;
    for (const [name, value] of Object.entries(results)) {
      const part = value as Readonly<Record<string, number[]>>;
      for (const kind of ["at_least", "more_than"]) {
        const order = part[`weights_${kind}`];
        if (order === undefined) continue;
        same(indexOf(x, { method: "owa", order }, PASS).scores, part[kind], 1e-12, name);
      }
    }
  },
  decompose_geometric: ({ inputs, results }) => {
    const weights = inputs.weights as number[];
    for (const value of Object.values(results)) {
      const pair = value as Readonly<Record<string, number[]>>;
      const [from, to] = [pair.from as number[], pair.to as number[]];
      const mean = (parts: readonly number[]) =>
        Math.exp(parts.reduce((sum, part) => sum + Math.log(part), 0) / parts.length);
      same(meanContributions(from, to, weights, 0), pair.lmdi, 1e-10);
      const shapley = shapleyContributions(
        (changed) => mean(changed.map((each, k) => (each ? to[k] : from[k]) as number)),
        from.length,
      );
      same(shapley, pair.shapley, 1e-10);
      one(
        shapley.reduce((sum, part) => sum + part, 0),
        mean(to) - mean(from),
        1e-12,
      );
    }
  },
  em_mvnormal: ({ inputs, results }) => {
    const columns = columnsOf(inputs.x as Matrix);
    const { mean, covariance, logLikelihood, columns: filled } = imputeByEm(columns);
    same(mean, results.mean, 1e-6);
    same(covariance, (results.covariance as number[][]).flat(), 1e-6);
    one(logLikelihood, results.log_likelihood, 1e-6);
    filled.forEach((values, k) => {
      same(values, column(results.imputed as Matrix, k), 1e-6);
    });
    const little = littleTest(columns);
    const wanted = results.little_mcar as Readonly<Record<string, number>>;
    one(little.statistic, wanted.d2, 1e-6);
    expect(little.df).toBe(wanted.df);
    one(little.pValue, wanted.p, 1e-6);
  },
  regression_imputation: ({ inputs, results }) => {
    const columns = columnsOf(inputs.x as Matrix);
    const at = (inputs.target as number) - 1;
    const others = columns.filter((_, k) => k !== at);
    const fit = imputeByRegression(columns[at] as number[], others);
    same(fit.coefficients, results.coefficients, 1e-10);
    one(fit.residualSd, results.residual_sd, 1e-10);
    one(fit.rSquared, results.r_squared, 1e-10);
    expect(fit.filled.map((unit) => unit + 1)).toEqual(results.rows);
    same(
      fit.filled.map((unit) => fit.values[unit] as number),
      results.imputed,
      1e-10,
    );
    same(fit.predictionSd, results.prediction_sd, 1e-10);
  },
  rubin_rules: ({ inputs, results }) => {
    const { estimates, variances } = inputs as Readonly<Record<string, number[]>>;
    const pooled = poolEstimates(
      estimates as number[],
      variances as number[],
      inputs.df_complete as number,
    );
    one(pooled.estimate, results.qbar, 1e-12);
    one(pooled.within, results.ubar, 1e-12);
    one(pooled.between, results.b, 1e-12);
    one(pooled.total, results.t, 1e-12);
    one(pooled.df, results.df_barnard_rubin, 1e-12);
    same(pooled.interval, results.ci95, 1e-12);
    const { df } = poolEstimates(estimates as number[], variances as number[]);
    one(df, results.df_rubin, 1e-12);
  },
  kmo_bartlett: ({ inputs, results }) => {
    const columns = named(inputs.x as Matrix);
    const { kmo, byColumn, bartlett } = samplingAdequacy(columns);
    one(kmo, results.kmo, 1e-10);
    same(Object.values(byColumn), results.msa, 1e-10);
    one(bartlett.statistic, results.bartlett_chisq, 1e-10);
    expect(bartlett.df).toBe(results.bartlett_df);
    one(bartlett.pValue / (results.bartlett_p as number), 1, 1e-8);
    one(cronbachAlpha(columns), results.alpha_raw, 1e-10);
  },
  weights_factor_varimax: ({ inputs, results }) => {
    const found = factorWeights(named(inputs.x as Matrix));
    same(found.eigenvalues, results.eigenvalues, 1e-7);
    same(Object.values(found.weights), results.weights, 1e-7);
    same(found.explained, results.explained_variance, 1e-7);
    same(
      Object.values(found.factorOf).map((k) => k + 1),
      results.factor_of_indicator,
      0,
    );
    found.loadings.forEach((row, i) => {
      same(row, (results.rotated_loadings as Matrix)[i], 1e-7);
    });
    const plain = factorWeights(named(inputs.x as Matrix), { kaiser: false });
    plain.loadings.forEach((row, i) => {
      same(row, (results.rotated_loadings_without_kaiser as Matrix)[i], 1e-7);
    });
  },
  weights_critic: ({ inputs, results }) => {
    const columns = named(inputs.x_minmax as Matrix);
    const wanted = results.sample_sd as Readonly<Record<string, number[]>>;
    same(Object.values(criticWeights(columns)), wanted.weights, 1e-12);
    same(Object.values(criticWeights(columns, "spearman")), results.spearman, 1e-12);
  },
  weights_entropy: ({ inputs, results }) => {
    const check = (x: unknown, wanted: unknown) =>
      same(
        Object.values<number>(entropyWeights(named(x as Matrix)) as Weights),
        (wanted as Readonly<Record<string, number[]>>).weights,
        1e-12,
      );
    check(inputs.x, results.on_raw);
    check(inputs.x_minmax, results.on_minmax);
  },
  weights_budget: ({ inputs, results }) => {
    const points = inputs.points as number[][];
    const { weights, sd, agreement } = budgetWeights(points);
    same(weights, results.mean, 1e-12);
    same(sd, results.sd, 1e-12);
    one(agreement, results.kendall_w, 1e-12);
    same(budgetWeights(points, "median").weights, results.median, 1e-12);
    same(budgetWeights(points, "trimmed").weights, results.trimmed, 1e-12);
  },
};

const ahp: Runner = ({ inputs, results }) => {
  const found = ahpWeights(inputs.pairwise as number[][]);
  same(found.weights, results.weights, 1e-10);
  one(found.lambda, results.lambda_max, 1e-10);
  one(found.consistencyIndex, results.consistency_index, 1e-10);
  one(found.consistencyRatio, results.consistency_ratio, 1e-10);
  same(found.geometric, results.row_geometric_mean_weights, 1e-10);
  one(found.geometricIndex, results.geometric_consistency_index, 1e-10);
};

const doubt: Runner = ({ inputs, results }) => {
  const bounds = {
    ...(inputs.low !== undefined && { low: inputs.low as number | number[] }),
    ...(inputs.up !== undefined && { up: inputs.up as number | number[] }),
  };
  const columns = columnsOf(inputs.x as Matrix);
  const found = benefitOfTheDoubt(columns, bounds);
  same(
    found.map(({ score }) => score),
    results.score,
    1e-9,
  );
};

const kemeny: Runner = ({ inputs, results }) => {
  const matrix = outrankingMatrix(columnsOf(inputs.x as Matrix), inputs.weights as number[]);
  matrix.shares.forEach((row, i) => {
    same(row, (results.outranking as Matrix)[i], 1e-12);
  });
  const { orders, optimal, agreement } = kemenyOrder(matrix);
  one(agreement, results.max_score, 1e-12);
  expect(optimal).toBe(results.n_optimal);
  const sorted = (list: readonly (readonly number[])[]) => list.map(String).sort();
  expect(sorted(orders.map((order) => order.map((unit) => unit + 1)))).toEqual(
    sorted(results.optimal_orders as number[][]),
  );
  same(copelandScores(matrix), results.copeland, 0);
  same(bordaScores(matrix), results.borda, 1e-12);
};

/** Cases that are not run, with the reason. */
const EXCLUDED: Readonly<Record<string, string>> = {};

function runnerOf(id: string): Runner | undefined {
  if (id.startsWith("weights_ahp")) return ahp;
  if (id.startsWith("bod")) return doubt;
  return id.startsWith("kemeny") ? kemeny : runners[id];
}

describe("methods beyond COINr, against closed forms, Compind, psych, norm and lpSolve", () => {
  const run = list.filter(({ id }) => runnerOf(id) !== undefined);
  let passed = 0;

  it.each(run)("$id", ({ id, file }) => {
    (runnerOf(id) as Runner)(JSON.parse(readFileSync(join(folder, file), "utf8")) as Case);
    passed += 1;
  });

  it("leaves out no case without a reason", () => {
    const others = list.filter(({ id }) => runnerOf(id) === undefined).map(({ id }) => id);
    expect(others.sort()).toEqual(Object.keys(EXCLUDED).sort());
  });

  afterAll(() => {
    const reasons = Object.entries(EXCLUDED).map(([id, why]) => `  excluded ${id}: ${why}\n`);
    process.stdout.write(
      `Composite methods: ${list.length} cases, ${run.length} run, ${passed} passed; ${numbers} numbers compared\n${reasons.join("")}`,
    );
  });
});
