import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { IndexMethodology } from "@vitalcore/composite";
import {
  exactIndices,
  givenDataMeasures,
  linearGaussianIndices,
  morrisEffects,
  shapleyValues,
  sobolIndices,
} from "@vitalcore/composite/sensitivity";
import {
  pairProbabilities,
  type RankSetMethod,
  type RankSetScope,
  type RankSetType,
  rankAcceptability,
  rankAcceptabilityOfTwo,
  rankProbabilities,
  rankSets,
  rankSetsOfCounts,
  rankSetsOfIntervals,
  scoreErrors,
  uncertainty,
  unitsAmongBest,
  unitsAmongWorst,
} from "@vitalcore/composite/uncertainty";
import { afterAll, describe, expect, it, test } from "vitest";
import { definitionOf } from "./support/coinr-runs/oracle.js";
import { fixtures } from "./support/fixtures.js";

type Numbers = readonly number[];
type Matrix = readonly Numbers[];
type Tree = { readonly [name: string]: Tree } & Readonly<Record<string, unknown>>;
interface Case {
  readonly inputs: Tree;
  readonly results: Tree;
}
/** Compares a case; returns how many numbers were compared. */
type Runner = (oracle: Case, file: string) => number | Promise<number>;

const folder = join(fixtures, "composite-methods", "cases");
const readCase = (file: string): Case => JSON.parse(readFileSync(join(folder, file), "utf8"));

let numbers = 0;

function same(found: unknown, wanted: unknown, tolerance: number, what: string): number {
  if (Array.isArray(wanted)) {
    expect((found as ArrayLike<number>).length, what).toBe(wanted.length);
    return wanted.reduce(
      (sum: number, each, i) =>
        sum + same((found as ArrayLike<number>)[i], each, tolerance, `${what}[${i}]`),
      0,
    );
  }
  const away = Math.abs((found as number) - (wanted as number));
  const scale = Math.max(1, Math.abs(wanted as number));
  expect(away, `${what}: ${found}, and ${wanted} is right`).toBeLessThanOrEqual(tolerance * scale);
  return 1;
}

const asNumbers = (value: unknown) => value as unknown as Numbers;
const asMatrix = (value: unknown) => value as unknown as Matrix;

// Rank sets

function settings(name: string) {
  const [scope, type, step] = name.split("_") as [RankSetScope, RankSetType, string];
  return { scope, type, stepdown: step === "stepdown" };
}

const bonferroniCases: Runner = ({ inputs, results }) => {
  let compared = 0;
  for (const [name, wanted] of Object.entries(results)) {
    const [method, scope, type] = name.split("_") as [RankSetMethod, RankSetScope, RankSetType];
    if (name === "rank") continue;
    const sets = rankSets(asNumbers(inputs.estimate), asMatrix(inputs.covariance), {
      coverage: inputs.coverage as unknown as number,
      method,
      scope,
      type,
    });
    const { L, U, critical } = wanted as Tree;
    compared += same(sets.best, L, 0, `${name} L`) + same(sets.worst, U, 0, `${name} U`);
    if (critical !== null) compared += same(sets.critical[0], critical, 1e-12, `${name} critical`);
  }
  return compared;
};

const exactMarginalCases: Runner = ({ inputs, results }) => {
  let compared = 0;
  for (const [name, wanted] of Object.entries(results)) {
    const [type, step] = name.split("_") as [RankSetType, string];
    if (step === undefined || !["stepdown", "single"].includes(step)) continue;
    const sets = rankSets(asNumbers(inputs.estimate), asMatrix(inputs.covariance), {
      coverage: inputs.coverage as unknown as number,
      method: "exact",
      scope: "marginal",
      type,
      stepdown: step === "stepdown",
    });
    const { L, U, last_critical: critical } = wanted as Tree;
    compared += same(sets.best, L, 0, `${name} L`) + same(sets.worst, U, 0, `${name} U`);
    if (critical !== undefined) compared += same(sets.critical, critical, 1e-6, `${name} critical`);
  }
  return compared;
};

/** About three Monte Carlo errors of the difference of two critical values from 10,000 draws each. */
const NEAR = 0.06;

/** How near the nearest test of a kind is to its exact critical value; unknown for dependent estimates. */
function margins(file: string): Tree | undefined {
  const exact = file.replace("rank_csranks", "rank_exact_marginal");
  return files.includes(exact) ? readCase(exact).results : undefined;
}

/** Bounds that differ between the runs of the oracle may differ here: by one test, and one more that it opens. */
function sameBounds(
  found: Numbers,
  wanted: Tree,
  from: number,
  what: string,
  nearest = Number.POSITIVE_INFINITY,
): number {
  const differing = asNumbers(wanted.runs_differing_per_bound);
  const modal = asNumbers(
    (wanted.modal as Tree)[from === 0 ? "L" : "U"] ?? (wanted.modal as Tree).member,
  );
  modal.forEach((each, i) => {
    const near = nearest < NEAR ? 1 : 0;
    const slack = (differing[from + i] as number) > 0 ? 2 : near;
    expect(Math.abs((found[i] as number) - each), `${what}[${i}]`).toBeLessThanOrEqual(slack);
  });
  return modal.length;
}

const bootstrapCases: Runner = ({ inputs, results }, file) => {
  let compared = 0;
  const exact = margins(file);
  const estimate = asNumbers(inputs.estimate);
  const covariance = asMatrix(inputs.covariance);
  const coverage = inputs.coverage as unknown as number;
  for (const [name, wanted] of Object.entries(results)) {
    if (name.startsWith("tau_")) {
      const [, end, tau] = name.split("_");
      const type = end === "best" ? "lower" : "upper";
      const sets = rankSets(estimate, covariance, { coverage, type });
      const among = end === "best" ? unitsAmongBest : unitsAmongWorst;
      const members = among(sets, Number(tau));
      const flags = estimate.map((_, i) => Number(members.includes(i)));
      compared += sameBounds(flags, wanted as Tree, 0, name);
    } else if (name.startsWith("simultaneous") || name.startsWith("marginal")) {
      const sets = rankSets(estimate, covariance, { coverage, ...settings(name) });
      const limit = name.startsWith("marginal_")
        ? exact?.[name.slice("marginal_".length)]
        : undefined;
      const near = limit?.smallest_margin as unknown as number | undefined;
      compared += sameBounds(sets.best, wanted as Tree, 0, `${name} L`, near);
      compared += sameBounds(sets.worst, wanted as Tree, estimate.length, `${name} U`, near);
    } else if (name.startsWith("default")) {
      const sets = rankSets(estimate, covariance, { coverage, draws: 1000 });
      compared += sameBounds(sets.best, wanted as Tree, 0, `${name} L`);
      compared += sameBounds(sets.worst, wanted as Tree, estimate.length, `${name} U`);
    }
  }
  return compared;
};

const largeBootstrapCases: Runner = ({ inputs, results }) => {
  let compared = 0;
  const estimate = asNumbers(inputs.estimate);
  const covariance = asMatrix(inputs.covariance);
  const coverage = inputs.coverage as unknown as number;
  const { value, mc_se: se } = results.single_step_critical as unknown as {
    readonly value: number;
    readonly mc_se: number;
  };
  for (const [name, wanted] of Object.entries(results)) {
    if (!name.startsWith("simultaneous") && !name.startsWith("marginal")) continue;
    const options = settings(name);
    // Tests of the marginal sets come within a standard error of their critical value at 50,000 draws.
    const draws = options.scope === "marginal" ? 200_000 : 50_000;
    const sets = rankSets(estimate, covariance, { coverage, draws, ...options });
    const { L, U } = wanted as Tree;
    compared += same(sets.best, L, 0, `${name} L`) + same(sets.worst, U, 0, `${name} U`);
    if (options.stepdown || options.scope === "marginal") continue;
    // 4 standard errors of the difference between 50,000 and the oracle's 200,000 draws.
    const away = Math.abs((sets.critical[0] as number) - value);
    expect(away, `${name} critical`).toBeLessThan(4 * se * Math.sqrt(1 + 4));
    compared += 1;
  }
  return compared;
};

const kleinCases: Runner = ({ inputs, results }) => {
  let compared = 0;
  for (const level of ["sidak", "bonferroni"] as const) {
    const coverage = (inputs.coverage as unknown as number | undefined) ?? 0.95;
    const found = rankSetsOfIntervals(asNumbers(inputs.estimate), asNumbers(inputs.se), {
      coverage,
      level,
    });
    const { L, U, z } = results[level] as Tree;
    compared += same(found.best, L, 0, "L") + same(found.worst, U, 0, "U");
    compared += same(found.z, z, 1e-12, "z");
  }
  return compared;
};

const multinomialCases: Runner = ({ inputs, results }) => {
  let compared = 0;
  for (const [name, wanted] of Object.entries(results.sets as Tree)) {
    const [scope, type, method] = name.split("_") as [RankSetScope, RankSetType, "holm"];
    const sets = rankSetsOfCounts(asNumbers(inputs.count), { scope, type, method });
    const { L, U } = wanted as Tree;
    compared += same(sets.best, L, 0, `${name} L`) + same(sets.worst, U, 0, `${name} U`);
  }
  return compared;
};

// Propagation

function linearIndex(
  inputs: Tree,
  extra: { normalize?: IndexMethodology["normalize"]; geometric?: boolean },
) {
  const x = asMatrix(inputs.x);
  const ids = (x[0] as Numbers).map((_, k) => `i${k + 1}`);
  const units = x.map((_, u) => `u${u + 1}`);
  const direction = asNumbers(inputs.direction);
  const low = asNumbers(inputs.goalpost_low);
  const high = asNumbers(inputs.goalpost_high);
  const weights = asNumbers(inputs.weights);
  const methodology: IndexMethodology = {
    kind: "IndexMethodology",
    version: 1,
    id: "linear",
    title: "Linear",
    nodes: [
      { id: "index", aggregate: { method: extra.geometric ? "geometric" : "arithmetic" } },
      ...ids.map((id, k) => ({
        id,
        parent: "index",
        indicator: id,
        weight: weights[k] as number,
        ...(extra.normalize === undefined && {
          normalize: {
            worst: (direction[k] === 1 ? low[k] : high[k]) as number,
            best: (direction[k] === 1 ? high[k] : low[k]) as number,
          },
        }),
      })),
    ],
    normalize: extra.normalize ?? {
      method: "goalposts",
      scale: extra.geometric ? [1, 100] : [0, 100],
      clamp: false,
    },
  };
  const data = {
    unit: units,
    ...Object.fromEntries(ids.map((id, k) => [id, x.map((row) => row[k] as number)])),
  };
  const se = asMatrix(inputs.se);
  const standardErrors = Object.fromEntries(
    ids.map((id, k) => [
      id,
      Object.fromEntries(units.map((unit, u) => [unit, se[u]?.[k] as number])),
    ]),
  );
  const definitions = ids.map((id, k) => definitionOf(id, direction[k] === 1 ? 1 : -1));
  return { methodology, data, standardErrors, ids, options: { unitColumn: "unit", definitions } };
}

const linearScores: Runner = ({ inputs, results }) => {
  const { methodology, data, standardErrors, ids, options } = linearIndex(inputs, {});
  const found = scoreErrors(data, methodology, { standardErrors }, options);
  const shares = found.map(({ shares: each }) => ids.map((id) => each[id]));
  return (
    same(
      found.map(({ score }) => score),
      results.score,
      1e-12,
      "score",
    ) +
    same(
      found.map(({ standardError }) => standardError),
      results.se,
      1e-12,
      "se",
    ) +
    same(shares, results.variance_share, 1e-12, "shares")
  );
};

const linearCorrelated: Runner = ({ inputs, results }) => {
  const { methodology, data, standardErrors, ids, options } = linearIndex(inputs, {});
  const correlation = { indicators: ids, matrix: asMatrix(inputs.error_correlation) };
  const found = scoreErrors(data, methodology, { standardErrors, correlation }, options);
  const errors = found.map(({ standardError }) => standardError as number);
  const { above } = pairProbabilities({
    scores: found.map(({ score }) => score as number),
    errors,
  });
  const wanted = asMatrix(results.prob_greater).map((row, i) =>
    row.map((p, j) => (i === j ? 0 : (p ?? 0))),
  );
  return same(errors, results.se, 1e-12, "se") + same(above, wanted, 1e-12, "above");
};

const geometricDelta: Runner = ({ inputs, results }) => {
  const index = linearIndex(inputs, { geometric: true });
  const { methodology, data, standardErrors, options } = index;
  const found = scoreErrors(data, methodology, { standardErrors }, options);
  return (
    same(
      found.map(({ score }) => score),
      results.score,
      1e-12,
      "score",
    ) +
    same(
      found.map(({ standardError }) => standardError),
      results.se,
      1e-12,
      "se",
    )
  );
};

const withoutDiagonal = (matrix: Matrix) =>
  matrix.map((row, i) => row.map((p, j) => (i === j ? 0 : (p ?? 0))));

const linearRanks: Runner = ({ inputs, results }) => {
  const given = { scores: asNumbers(inputs.score), errors: asNumbers(inputs.se) };
  const { above, expectedRank } = pairProbabilities(given);
  const found = rankProbabilities(given);
  return (
    same(above, withoutDiagonal(asMatrix(results.prob_greater)), 1e-12, "above") +
    same(expectedRank, results.expected_rank, 1e-12, "expected rank") +
    same(found, results.rank_probability, 1e-9, "rank probability")
  );
};

const equicorrelated: Runner = ({ inputs, results }) => {
  const { above, expectedRank } = pairProbabilities({
    scores: asNumbers(inputs.score),
    errors: asNumbers(inputs.se),
    correlation: inputs.correlation as unknown as number,
  });
  return (
    same(above, withoutDiagonal(asMatrix(results.prob_greater)), 1e-12, "above") +
    same(expectedRank, results.expected_rank, 1e-12, "expected rank")
  );
};

const RUNS = 20_000;

function propagated(normalize: IndexMethodology["normalize"] | undefined): Runner {
  return async ({ inputs, results }) => {
    const index = linearIndex(inputs, normalize === undefined ? {} : { normalize });
    const { methodology, data, standardErrors, options } = index;
    const result = await uncertainty(
      data,
      methodology,
      {
        kind: "UncertaintySpec",
        version: 1,
        factors: [{ id: "errors", kind: "sampling-error", standardErrors, distribution: "normal" }],
        design: { method: "monte-carlo", runs: RUNS },
      },
      options,
    );
    expect(result.sharesAre).toBe("probability");
    // 4 standard errors of the difference from the oracle's million draws.
    const scale = 4 * Math.sqrt(1 + 1e6 / RUNS);
    let compared = 0;
    const within = (found: number, wanted: number, se: number, what: string) => {
      const least = 4 / RUNS;
      expect(Math.abs(found - wanted), what).toBeLessThanOrEqual(Math.max(scale * se, least));
      compared += 1;
    };
    const at = (name: string, u: number) => asNumbers(results[name])[u] as number;
    result.units.forEach(({ unit, nominal, score, rank }, u) => {
      compared += same(nominal.score, at("point_score", u), 1e-12, `${unit} point`);
      within(score?.mean ?? 0, at("mean_score", u), at("mc_se_mean", u), `${unit} mean`);
      within(score?.sd ?? 0, at("sd_score", u), at("mc_se_sd", u), `${unit} sd`);
      within(
        rank?.mean ?? 0,
        at("expected_rank", u),
        at("mc_se_expected_rank", u),
        `${unit} expected rank`,
      );
      const quantiles = asMatrix(results.score_quantiles)[u] as Numbers;
      const errors = asMatrix(results.mc_se_quantiles)[u] as Numbers;
      // The grid of the histogram adds a thousandth of the range.
      const grid = ((score?.most ?? 0) - (score?.least ?? 0)) / 512;
      [score?.q05, score?.median, score?.q95].forEach((found, q) => {
        const away = Math.abs((found ?? 0) - (quantiles[q + 1] as number));
        expect(away, `${unit} quantile`).toBeLessThan(scale * (errors[q + 1] as number) + grid);
        compared += 1;
      });
      result.acceptability[u]?.forEach((share, r) => {
        const wanted = asMatrix(results.rank_probability)[u]?.[r] as number;
        const se = asMatrix(results.mc_se_rank_probability)[u]?.[r] as number;
        within(share, wanted, se, `${unit} rank ${r + 1}`);
      });
      result.above?.[u]?.forEach((share, other) => {
        if (other === u) return;
        const wanted = asMatrix(results.prob_greater)[u]?.[other] as number;
        const se = asMatrix(results.mc_se_prob_greater)[u]?.[other] as number;
        within(share, wanted, se, `${unit} above ${other + 1}`);
      });
    });
    return compared;
  };
}

// Sensitivity

const discrete: Runner = ({ inputs, results }) => {
  const output = asMatrix(inputs.output);
  const found = exactIndices({
    levels: [output.length, output[0]?.length ?? 0],
    output: output.flat(),
    probability: asMatrix(inputs.joint_probability).flat(),
  });
  return (
    same(found.mean, results.mean, 1e-12, "mean") +
    same(found.variance, results.variance, 1e-12, "variance") +
    same(found.first, results.first, 1e-12, "first") +
    same(found.total, results.total, 1e-12, "total") +
    same(found.shapley, results.shapley, 1e-12, "shapley")
  );
};

/** Shapley effects from the shares of variance that interactions have, in closed form. */
const gFunction: Runner = ({ inputs, results }) => {
  const parts = asNumbers(inputs.a).map((a) => 1 / (3 * (1 + a) ** 2));
  const variance = parts.reduce((product, part) => product * (1 + part), 1) - 1;
  const explained = (set: number) =>
    (parts.reduce((product, part, i) => product * ((set & (1 << i)) === 0 ? 1 : 1 + part), 1) - 1) /
    variance;
  return same(shapleyValues(parts.length, explained), results.shapley, 1e-12, "shapley");
};

const ishigami: Runner = ({ inputs, results }) => {
  const [a, b] = [inputs.a, inputs.b] as unknown as [number, number];
  const v1 = (1 + (b * Math.PI ** 4) / 5) ** 2 / 2;
  const v2 = a ** 2 / 8;
  const v13 = b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50);
  const value = (set: number) =>
    ((set & 1 ? v1 : 0) + (set & 2 ? v2 : 0) + ((set & 5) === 5 ? v13 : 0)) / (v1 + v2 + v13);
  return same(shapleyValues(3, value), results.shapley, 1e-12, "shapley");
};

const sobolReplay: Runner = ({ inputs, results }) => {
  const columns = (matrix: Matrix) =>
    (matrix[0] as Numbers).map((_, i) => matrix.map((row) => row[i] as number));
  const outputs = {
    a: asNumbers(inputs.y_A),
    b: asNumbers(inputs.y_B),
    ab: columns(asMatrix(inputs.y_AB)),
    ba: columns(asMatrix(inputs.y_BA)),
  };
  const jansen = sobolIndices(outputs);
  const janon = sobolIndices(outputs, { estimator: "janon" });
  const martinez = sobolIndices(outputs, { estimator: "martinez" });
  return (
    same(jansen.first, results.sensobol_first_jansen, 1e-11, "jansen first") +
    same(jansen.total, results.sensobol_total_jansen, 1e-11, "jansen total") +
    same(janon.first, results.janon_first, 1e-11, "janon first") +
    same(janon.total, results.janon_total, 1e-11, "janon total") +
    same(martinez.first, results.sensitivity_martinez_first, 1e-11, "martinez first") +
    same(martinez.total, results.sensitivity_martinez_total, 1e-11, "martinez total")
  );
};

const gaussian: Runner = ({ inputs, results }) => {
  const found = linearGaussianIndices({
    beta: asNumbers(inputs.beta),
    covariance: asMatrix(inputs.covariance),
  });
  return (
    same(found.variance, results.variance, 1e-11, "variance") +
    same(found.first, results.first, 1e-11, "first") +
    same(found.total, results.total, 1e-11, "total") +
    same(found.shapley, results.shapley, 1e-11, "shapley") +
    same(found.delta, results.borgonovo_delta, 1e-7, "delta")
  );
};

const morris: Runner = ({ inputs, results }) => {
  const found = morrisEffects(asMatrix(inputs.x), asNumbers(inputs.y));
  return (
    same(found.effects, results.effects, 1e-11, "effects") +
    same(found.mean, results.mu, 1e-11, "mean") +
    same(found.meanAbsolute, results.mu_star, 1e-11, "mean absolute") +
    same(found.sd, results.sigma, 1e-11, "sd") +
    same(found.standardError, results.se_mu_star, 1e-11, "standard error")
  );
};

const givenData: Runner = ({ inputs, results }) => {
  let compared = 0;
  for (const blocks of [5, 10]) {
    const wanted = results[`blocks_${blocks}`] as Tree;
    const x = asMatrix(inputs.x);
    (x[0] as Numbers).forEach((_, i) => {
      const found = givenDataMeasures(
        x.map((row) => row[i] as number),
        asNumbers(inputs.y),
        { blocks, bins: inputs.y_bins as unknown as number },
      );
      const at = (name: string) => asNumbers(wanted[name])[i];
      const ks = asMatrix(wanted.ks).map((row) => row[i]);
      compared += same(found.ks, ks, 1e-12, "ks");
      compared += same(found.pawn.least, at("pawn_min"), 1e-12, "least");
      compared += same(found.pawn.mean, at("pawn_mean"), 1e-12, "mean");
      compared += same(found.pawn.median, at("pawn_median"), 1e-12, "median");
      compared += same(found.pawn.most, at("pawn_max"), 1e-12, "most");
      compared += same(found.delta, at("delta_histogram"), 1e-12, "delta");
      compared += same(found.first, at("first_order_binned"), 1e-12, "first");
    });
  }
  return compared;
};

// Weights

const SMAA_DRAWS = 20_000;

const smaa: Runner = ({ inputs, results }) => {
  const order = inputs.importance_order as unknown as Numbers | undefined;
  const found = rankAcceptability(asMatrix(inputs.x), {
    draws: SMAA_DRAWS,
    ...(order !== undefined && { order: order.map((indicator) => indicator - 1) }),
  });
  const drawn = inputs.draws as unknown as number;
  let compared = 0;
  const share = (value: number, wanted: number, what: string) => {
    const se = Math.sqrt((wanted * (1 - wanted)) / drawn);
    const allowed = 4 * se * Math.sqrt(1 + drawn / SMAA_DRAWS) + 4 / SMAA_DRAWS;
    expect(Math.abs(value - wanted), what).toBeLessThanOrEqual(allowed);
    compared += 1;
  };
  found.acceptability.forEach((row, u) => {
    row.forEach((value, r) => {
      share(value, asMatrix(results.acceptability)[u]?.[r] as number, `unit ${u} rank ${r + 1}`);
    });
  });
  if (results.pairwise_winning === undefined) return compared;
  found.above.forEach((row, u) => {
    row.forEach((value, v) => {
      if (u !== v) share(value, asMatrix(results.pairwise_winning)[u]?.[v] as number, `${u} ${v}`);
    });
  });
  found.centralWeights.forEach((weights, u) => {
    const wanted = asMatrix(results.central_weights)[u];
    const firsts = SMAA_DRAWS * (found.acceptability[u]?.[0] as number);
    // Weights lie in 0..1 with a standard deviation below 0.3.
    weights?.forEach((weight, k) => {
      if (wanted?.[k] === null || firsts < 30) return;
      expect(Math.abs(weight - (wanted?.[k] as number))).toBeLessThan(
        (4 * 0.3) / Math.sqrt(firsts),
      );
      compared += 1;
    });
  });
  return compared;
};

const smaaOfTwo: Runner = ({ inputs, results }) =>
  same(rankAcceptabilityOfTwo(asMatrix(inputs.x)), results.acceptability, 1e-12, "acceptability");

const RUNNERS: readonly (readonly [prefix: string, runner: Runner])[] = [
  ["rank_bonferroni", bonferroniCases],
  ["rank_exact_marginal", exactMarginalCases],
  ["rank_csranks_large", largeBootstrapCases],
  ["rank_csranks", bootstrapCases],
  ["rank_klein", kleinCases],
  ["rank_multinomial", multinomialCases],
  ["propagate_linear_scores", linearScores],
  ["propagate_linear_correlated", linearCorrelated],
  ["propagate_linear_ranks", linearRanks],
  ["propagate_geometric_delta", geometricDelta],
  ["propagate_scores_equicorrelated", equicorrelated],
  ["propagate_mc_fixed", propagated(undefined)],
  ["propagate_mc_minmax", propagated({ method: "min-max" })],
  ["propagate_mc_zscore", propagated({ method: "z-score" })],
  ["sobol_discrete", discrete],
  ["sobol_g_", gFunction],
  ["sobol_ishigami", ishigami],
  ["sobol_replay", sobolReplay],
  ["shapley_gaussian", gaussian],
  ["smaa_two", smaaOfTwo],
  ["smaa", smaa],
  ["morris", morris],
  ["given_data", givenData],
];

/** The cases of the other methods stand in the same folder; composite-methods.test.ts runs them. */
const files = readdirSync(folder)
  .filter((file) => RUNNERS.some(([prefix]) => file.startsWith(prefix)))
  .sort();

describe("agreement with the reference cases", () => {
  it("has a case for every runner", () => {
    const idle = RUNNERS.filter(([prefix]) => !files.some((file) => file.startsWith(prefix)));
    expect(idle.map(([prefix]) => prefix)).toEqual([]);
  });

  const passed: string[] = [];
  for (const file of files) {
    const runner = RUNNERS.find(([prefix]) => file.startsWith(prefix))?.[1];
    test(file, async () => {
      expect(runner, "a runner of this case").toBeDefined();
      const compared = await (runner as Runner)(readCase(file), file);
      expect(compared).toBeGreaterThan(0);
      numbers += compared;
      passed.push(file);
    });
  }
  afterAll(() => {
    process.stdout.write(
      `reference cases of uncertainty and sensitivity: ${files.length} run, ${passed.length} passed, 0 excluded; ${numbers} numbers compared\n`,
    );
  });
});
