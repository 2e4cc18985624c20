import { defineResult, type Result, type ResultKind, type RunOptions } from "@vitalcore/core";
import type { IndexDataOptions, IndexInput } from "../../inspect-index.js";
import type { IndexMethodology } from "../../methodology.js";
import { readyDesign } from "../design.js";
import { require } from "../indices/check-numbers.js";
import { modelFor } from "../model.js";
import { type Model, simulate } from "../simulate.js";
import type { SamplingErrorFactor } from "../specification.js";
import type { RankSetScope, RankSetType } from "./rank-families.js";
import { type RankSetMethod, type RankSetOptions, rankSets } from "./rank-sets.js";
import { hasClosedForm, scoreErrors } from "./score-errors.js";

/** Sampling errors of the indicators of an index. */
export type IndexErrors = Omit<SamplingErrorFactor, "id" | "kind">;

/** Options of {@link indexRankSets}. */
export interface IndexRankSetOptions extends RankSetOptions, IndexDataOptions {
  /** Draws of the whole index, where the covariance of its scores has no closed form; 2,000 if left out. */
  readonly simulations?: number;
}

/** A unit with the confidence set of its rank. */
export interface RankSetUnit {
  readonly unit: string;
  readonly score: number;
  readonly standardError: number;
  readonly rank: number;
  readonly best: number;
  readonly worst: number;
}

/** Confidence sets of the ranks of an index. */
export interface IndexRankSets {
  readonly kind: "IndexRankSets";
  readonly version: 1;
  readonly methodology: string;
  readonly coverage: number;
  readonly type: RankSetType;
  readonly scope: RankSetScope;
  readonly method: RankSetMethod;
  /** Whether the errors of the scores come from the delta method or from draws of the whole index. */
  readonly errorsBy: "delta" | "simulation";
  /** The units that are ranked, from the first. */
  readonly units: readonly RankSetUnit[];
}

/** The kind of {@link IndexRankSets}, for `revive`. */
export const indexRankSetsResult: ResultKind<IndexRankSets> = /* @__PURE__ */ defineResult({
  kind: "IndexRankSets",
  version: 1,
  summarize: ({ methodology, coverage, scope, units }) => ({
    title: `${Number((100 * coverage).toFixed(6))}% confidence sets of the ranks of ${methodology}, ${scope}`,
    tables: [
      {
        columns: [
          { name: "Rank", kind: "number" },
          { name: "Unit" },
          { name: "Best", kind: "number" },
          { name: "Worst", kind: "number" },
          { name: "Score", kind: "number", digits: 2 },
          { name: "Standard error", kind: "number", digits: 2 },
        ],
        rows: units.map(({ unit, rank, best, worst, score, standardError }) => [
          rank,
          unit,
          best,
          worst,
          score,
          standardError,
        ]),
      },
    ],
    notes: [
      "For sampling error alone: the method is taken as given, and so are values without a standard error.",
    ],
  }),
});

/** The share of draws that may lack a score of a ranked unit. */
const MOST_LOST = 0.05;

/**
 * Confidence sets of the ranks of an index, from the sampling errors of its indicators: {@link rankSets} over the
 * scores. Their errors come from the delta method where goalposts are fixed and units independent; else the covariance of
 * all scores comes from draws of the whole index, with imputation, treatment and fitted bounds done again in each.
 * Source: Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91.
 *
 * @param errors - those of the observations where none are given.
 * @throws VitalError as `uncertainty`, and `composite/analysis-invalid`.
 *
 * @example
 * ```ts
 * import type { IndexMethodology } from "@vitalcore/composite";
 * import { indexRankSets } from "@vitalcore/composite/uncertainty";
 * import { lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology", version: 1, id: "example", title: "Health",
 *   nodes: [{ id: "index" }, { id: "life", parent: "index", indicator: "life-expectancy" }],
 *   normalize: { method: "goalposts", worst: 20, best: 85 },
 * };
 * const { units } = await indexRankSets(
 *   { area: ["NOR", "CRI", "NAM"], "life-expectancy": [82.9, 82.3, 62.3] },
 *   methodology,
 *   { standardErrors: { "life-expectancy": { NOR: 0.4, CRI: 0.4, NAM: 0.8 } } },
 *   { unitColumn: "area", definitions: [lifeExpectancy] },
 * );
 * units.map(({ unit, best, worst }) => [unit, best, worst]); // => [["NOR", 1, 2], ["CRI", 1, 2], ["NAM", 3, 3]]
 * ```
 */
export async function indexRankSets(
  input: IndexInput,
  methodology: IndexMethodology,
  errors: IndexErrors,
  options: IndexRankSetOptions = {},
  run: RunOptions = {},
): Promise<Result<IndexRankSets>> {
  const { coverage = 0.95, type = "two-sided", scope = "simultaneous" } = options;
  const { method = "bootstrap", simulations = 2000, seed = 1 } = options;
  const factor: SamplingErrorFactor = { ...errors, id: "errors", kind: "sampling-error" };
  const spec = { kind: "UncertaintySpec", version: 1, factors: [factor] } as const;
  const model = modelFor(input, methodology, spec, options);
  const { nominal, units: codes } = model.scenarios;
  const ranked = [...nominal.places.keys()].filter(
    (u) => !Number.isNaN(nominal.scores[u] as number),
  );
  const isDelta = hasClosedForm(nominal) && isIndependent(factor);
  const scores = ranked.map((u) => nominal.scores[u] as number);
  let given: readonly number[] | readonly (readonly number[])[];
  let standardErrors: readonly number[];
  if (isDelta) {
    const found = scoreErrors(input, methodology, errors, options);
    standardErrors = ranked.map((u) => found[u]?.standardError ?? 0);
    given = standardErrors;
  } else {
    const places = ranked.map((u) => nominal.places[u] as number);
    const covariance = await scoreCovariance(model, places, { simulations, seed }, run);
    standardErrors = covariance.map((row, i) => Math.sqrt(row[i] as number));
    given = covariance;
  }
  const sets = rankSets(scores, given, options);
  const units = ranked.map(
    (u, i): RankSetUnit => ({
      unit: codes[nominal.places[u] as number] as string,
      score: scores[i] as number,
      standardError: standardErrors[i] as number,
      rank: sets.rank[i] as number,
      best: sets.best[i] as number,
      worst: sets.worst[i] as number,
    }),
  );
  return indexRankSetsResult.create({
    methodology: methodology.id,
    coverage,
    type,
    scope,
    method,
    errorsBy: isDelta ? "delta" : "simulation",
    units: units.sort((a, b) => a.rank - b.rank),
  });
}

/** Whether units share no error. */
function isIndependent({ correlationOfUnits, replicates = [] }: SamplingErrorFactor): boolean {
  const unitsOf = (estimates: object) =>
    new Set(Object.values(estimates).flatMap((byUnit) => Object.keys(byUnit as object)));
  return (
    correlationOfUnits === undefined &&
    replicates.every(({ estimates }) => unitsOf(estimates).size <= 1)
  );
}

/** The covariance of the scores over draws of the whole index. */
async function scoreCovariance(
  model: Model,
  places: readonly number[],
  { simulations, seed }: { readonly simulations: number; readonly seed: number },
  run: RunOptions,
): Promise<readonly (readonly number[])[]> {
  const design = { method: "monte-carlo", runs: simulations } as const;
  require(Number.isInteger(simulations) &&
    simulations >= 100, "The number of simulations", simulations, "100 or more");
  const { points, sample } = readyDesign(model, design, seed);
  const { nominal } = model.scenarios;
  const startOf = new Map(
    [...nominal.places].map((place, u) => [place, nominal.scores[u] as number]),
  );
  const size = places.length;
  const sums = new Float64Array(size);
  const products = new Float64Array(size * size);
  const away = new Float64Array(size);
  let count = 0;
  await simulate(
    model,
    points,
    sample,
    (_, scores) => {
      for (let i = 0; i < size; i++) {
        const place = places[i] as number;
        away[i] = (scores[place] as number) - (startOf.get(place) as number);
        if (Number.isNaN(away[i] as number)) return;
      }
      count += 1;
      for (let i = 0; i < size; i++) {
        const mine = away[i] as number;
        sums[i] = (sums[i] as number) + mine;
        for (let j = 0; j <= i; j++) {
          products[i * size + j] = (products[i * size + j] as number) + mine * (away[j] as number);
        }
      }
    },
    run,
  );
  const lost = 1 - count / simulations;
  require(lost <=
    MOST_LOST, "The share of draws without a score of a ranked unit", lost, `${MOST_LOST} or less`);
  const at = (i: number, j: number) =>
    ((products[Math.max(i, j) * size + Math.min(i, j)] as number) -
      ((sums[i] as number) * (sums[j] as number)) / count) /
    (count - 1);
  return places.map((_, i) => places.map((__, j) => at(i, j)));
}
