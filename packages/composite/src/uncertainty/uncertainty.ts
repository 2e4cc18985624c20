import type { Finding, Result, RunOptions } from "@vitalcore/core";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { IndexMethodology } from "../methodology.js";
import { find } from "./catalog.js";
import { checkSpecification } from "./check-specification.js";
import { readyDesign } from "./design.js";
import { type Scenarios, scenariosOf } from "./scenarios.js";
import { type Model, modelOf, simulate } from "./simulate.js";
import type { ChoiceFactor, UncertaintySpec } from "./specification.js";
import {
  addRun,
  closeWindow,
  collectPairs,
  type Nominal,
  rankMoments,
  rankQuantile,
  type Tally,
  tallyOf,
} from "./tally.js";
import {
  type Spread,
  type UncertaintyResult,
  type UncertainUnit,
  uncertaintyResult,
} from "./uncertainty-result.js";

/** Options of an uncertainty analysis. */
export interface UncertaintyOptions extends IndexDataOptions {
  /** Whether to count, for each two units, the scenarios in which one is above the other; true if left out. */
  readonly pairs?: boolean;
  /** Receives the scores and ranks of every run, units in order; the arrays are used again: copy what you keep. */
  readonly onRun?: (run: number, scores: Float64Array, ranks: Float64Array) => void;
}

/** The methodology of an index over its data, with what is uncertain about it. */
export function modelFor(
  input: IndexInput,
  methodology: IndexMethodology,
  spec: UncertaintySpec,
  options: IndexDataOptions,
): Model {
  const choices = spec.factors.filter((factor): factor is ChoiceFactor => factor.kind === "choice");
  const scenarios = scenariosOf(input, methodology, choices, options);
  checkSpecification(spec, new Set(scenarios.nominal.weighted));
  return modelOf(spec.factors, scenarios);
}

/**
 * How scores and ranks of an index move when its methods and data are in doubt: computes the scenarios of a
 * specification and sums them up. All combinations are computed where they are few; otherwise they are drawn.
 * The result does not depend on how the work is divided, and its size not on the number of runs.
 * Source: Saisana, Saltelli and Tarantola (2005), J. R. Statist. Soc. A 168; OECD/JRC Handbook (2008), step 7.
 *
 * @param input - the data of the index, as for `buildIndex`.
 * @param spec - what is uncertain: plain JSON.
 * @param run - progress and cancellation.
 * @throws VitalError if the index cannot be built, the specification is wrong
 * (`composite/factor-invalid` and the like), or a combination of methods has no index (`composite/impossible-combination`).
 *
 * @example
 * ```ts
 * import type { IndexMethodology } from "@vitalcore/composite";
 * import { uncertainty } from "@vitalcore/composite/uncertainty";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const methodology: IndexMethodology = {
 *   kind: "IndexMethodology", version: 1, id: "example", title: "Income and health",
 *   nodes: [
 *     { id: "index" },
 *     { id: "income", parent: "index", indicator: "gni-per-person" },
 *     { id: "life", parent: "index", indicator: "life-expectancy" },
 *   ],
 *   normalize: { method: "min-max", scale: [1, 100] },
 * };
 * const data = {
 *   area: ["NAM", "NOR", "CRI"],
 *   "gni-per-person": [9716, 66494, 20248],
 *   "life-expectancy": [62.3, 82.9, 80.3],
 * };
 * const result = await uncertainty(data, methodology, {
 *   kind: "UncertaintySpec", version: 1,
 *   factors: [
 *     { id: "mean", kind: "choice", alternatives: [{}, { change: { aggregate: { method: "geometric" } } }] },
 *     { id: "weights", kind: "weight-sets", sets: [{ weights: {} }, { weights: { income: 3 } }] },
 *   ],
 * }, { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] });
 * result.runs; // => 4
 * result.isExact; // => true
 * result.units.map(({ unit, rank }) => [unit, rank?.median]); // => [["CRI", 2], ["NAM", 3], ["NOR", 1]]
 * ```
 */
export async function uncertainty(
  input: IndexInput,
  methodology: IndexMethodology,
  spec: UncertaintySpec,
  options: UncertaintyOptions = {},
  run: RunOptions = {},
): Promise<Result<UncertaintyResult>> {
  const model = modelFor(input, methodology, spec, options);
  const { scenarios, errors } = model;
  const { seed = 1 } = spec;
  const { design, points, sample, isExact, isWeighted } = readyDesign(model, spec.design, seed);
  const nominal = nominalOf(scenarios);
  const tally = tallyOf(nominal, options.pairs ?? true, isWeighted);
  const precision = design.method === "monte-carlo" ? design.precision : undefined;
  const runs = await simulate(
    model,
    points,
    sample,
    (index, scores, ranks) => {
      addRun(tally, nominal, scores, ranks, sample.weight?.(index) ?? 1);
      options.onRun?.(index, scores, ranks);
    },
    {
      ...run,
      onWindow: () => closeWindow(tally),
      ...(precision !== undefined && { enough: () => isPrecise(tally, precision) }),
    },
  );
  collectPairs(tally);
  const units = scenarios.units.map((unit, i) => unitOf(unit, i, tally, nominal, isExact));
  const hasMethods = spec.factors.some(({ kind }) => kind !== "sampling-error");
  const mean = tally.shift / tally.weight;
  return uncertaintyResult.create({
    methodology: methodology.id,
    factors: spec.factors,
    design,
    seed,
    runs,
    isExact,
    sharesAre: hasMethods ? "share-of-scenarios" : "probability",
    units,
    acceptability: scenarios.units.map((_, i) => acceptabilityOf(tally, i)),
    above: pairsOf(tally),
    meanRankShift: {
      mean,
      sd: Math.sqrt(Math.max(0, tally.shiftSquares / tally.weight - mean * mean)),
    },
    findings: [...errors.flatMap((each) => each?.findings ?? []), ...reportUnscored(units)],
  });
}

/** Scores and ranks of all units by the methodology as it stands. */
export function nominalOf({ units, nominal }: Scenarios): Nominal {
  const scores = new Float64Array(units.length).fill(Number.NaN);
  const ranks = new Float64Array(units.length).fill(Number.NaN);
  nominal.places.forEach((place, u) => {
    scores[place] = nominal.scores[u] as number;
    ranks[place] = nominal.ranks[u] as number;
  });
  return { scores, ranks };
}

function isPrecise(tally: Tally, precision: number): boolean {
  for (let unit = 0; unit < tally.units; unit++) {
    const scored = tally.scored[unit] as number;
    if (scored === 0) continue;
    const [, sd] = rankMoments(tally, unit, 0);
    if (sd / Math.sqrt(scored) > precision) return false;
  }
  return true;
}

function unitOf(
  unit: string,
  at: number,
  tally: Tally,
  nominal: Nominal,
  isExact: boolean,
): UncertainUnit {
  const rank = nominal.ranks[at] as number;
  const start = nominal.scores[at] as number;
  const scored = tally.scored[at] as number;
  return {
    unit,
    nominal: {
      rank: Number.isNaN(rank) ? null : rank,
      score: Number.isNaN(start) ? null : start,
    },
    rank: scored > 0 ? rankSpread(tally, at, isExact) : null,
    score: scored > 0 ? scoreSpread(tally, at, Number.isNaN(start) ? 0 : start, isExact) : null,
    scored: scored / tally.weight,
  };
}

/** All combinations are the whole population; of a sample the variance is estimated, with n - 1. */
function lostOf(total: number, isExact: boolean): number {
  return isExact || total <= 1 ? 0 : 1;
}

function rankSpread(tally: Tally, at: number, isExact: boolean): Spread {
  const [mean, sd] = rankMoments(tally, at, lostOf(tally.scored[at] as number, isExact));
  const quantile = (p: number) => rankQuantile(tally, at, p);
  return {
    mean,
    sd,
    median: quantile(0.5),
    q05: quantile(0.05),
    q95: quantile(0.95),
    least: quantile(0),
    most: quantile(1),
  };
}

function scoreSpread(tally: Tally, at: number, start: number, isExact: boolean): Spread {
  const total = tally.scored[at] as number;
  const away = (tally.sums[at] as number) / total;
  const squares = Math.max(0, (tally.squares[at] as number) - total * away * away);
  const { histograms } = tally;
  return {
    mean: start + away,
    sd: Math.sqrt(squares / (total - lostOf(total, isExact))),
    median: histograms.quantile(at, 0.5),
    q05: histograms.quantile(at, 0.05),
    q95: histograms.quantile(at, 0.95),
    least: histograms.least(at),
    most: histograms.most(at),
  };
}

function acceptabilityOf({ byRank, units, weight }: Tally, at: number): readonly number[] {
  const width = 2 * units + 1;
  return Array.from({ length: units }, (_, r) => {
    const cell = at * width + 2 * (r + 1);
    const above = byRank[cell - 1] as number;
    const below = r + 1 < units ? (byRank[cell + 1] as number) : 0;
    return ((byRank[cell] as number) + (above + below) / 2) / weight;
  });
}

function pairsOf({ above, units, weight }: Tally): readonly (readonly number[])[] | null {
  if (above === undefined) return null;
  return Array.from({ length: units }, (_, i) =>
    Array.from(above.subarray(i * units, (i + 1) * units), (count) => count / weight),
  );
}

function reportUnscored(units: readonly UncertainUnit[]): readonly Finding[] {
  const partly = units.filter(({ scored }) => scored > 0 && scored < 1 - 1e-12);
  if (partly.length === 0) return [];
  const facts = { count: partly.length, units: partly.map(({ unit }) => unit) };
  return [find("composite/unscored-scenarios", { facts })];
}
