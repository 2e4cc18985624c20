import type { Finding, Result, RunOptions } from "@vitalcore/core";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { IndexMethodology } from "../methodology.js";
import { find } from "./catalog.js";
import { classTally } from "./class-tally.js";
import { readyDesign } from "./design.js";
import { drawTable } from "./draw-table.js";
import { errorModel } from "./error-draws.js";
import { require } from "./indices/check-numbers.js";
import { modelFor, nominalOf } from "./model.js";
import { scenarioJob, tallyTasks } from "./scenario-tasks.js";
import { type Model, type Sink, simulate } from "./simulate.js";
import type { UncertaintySpec } from "./specification.js";
import { addRun, closeWindow, collectPairs, rankMoments, type Tally, tallyOf } from "./tally.js";
import {
  type UncertaintyResult,
  type UncertainUnit,
  uncertaintyResult,
} from "./uncertainty-result.js";
import { unitOf } from "./unit-summary.js";

/** Options of an uncertainty analysis. */
export interface UncertaintyOptions extends IndexDataOptions {
  /** Whether to count, for each two units, the scenarios in which one is above the other; true if left out. */
  readonly pairs?: boolean;
  /** Ranks up to which a unit counts as near its nominal one; a twentieth of the units, rounded up, if left out. */
  readonly stableWithin?: number;
  /** Bins of each unit's histogram of scores; none if left out. */
  readonly histogram?: number;
  /** Scores at which a class ends and the next begins, rising: how often units change class. */
  readonly classes?: readonly number[];
  /** Whether to keep the scores and ranks of every run; then memory grows with their number. */
  readonly draws?: boolean;
  /** Receives the scores and ranks of every run, units in order; the arrays are used again: copy what you keep. */
  readonly onRun?: (run: number, scores: Float64Array, ranks: Float64Array) => void;
}

/**
 * How scores and ranks of an index move when its methods and data are in doubt: computes the scenarios of a
 * specification and sums them up. All combinations are computed where they are few; otherwise they are drawn.
 * The result does not depend on how the work is divided, and its size not on the number of runs (unless `draws` are
 * kept). Weights that the methodology computes are computed again wherever a choice, a set of values or a parameter
 * changes it; where values or goalposts are drawn around what was measured, they stay those of what was measured.
 * Source: Saisana, Saltelli and Tarantola (2005), J. R. Statist. Soc. A 168; OECD/JRC Handbook (2008), step 7.
 *
 * @param input - the data of the index, as for `buildIndex`.
 * @param spec - what is uncertain: plain JSON.
 * @param run - progress, cancellation, and how many threads may share the work, this one among them: another is started
 *   where it saves work of a second. Runs that are kept or handed out (`draws`, `onRun`), methods of your own, and
 *   combinations that count differently are computed on one.
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
  const { scenarios } = model;
  const { seed = 1 } = spec;
  const ready = readyDesign(model, spec.design, seed);
  const { design, points, sample, isExact, isWeighted } = ready;
  const nominal = nominalOf(scenarios);
  const tally = tallyOf(nominal, options.pairs ?? true, isWeighted);
  const precision = design.method === "monte-carlo" ? design.precision : undefined;
  const { classes: edges, stableWithin = Math.ceil(scenarios.units.length / 20) } = options;
  checkSummary(options, stableWithin);
  const classes = edges && classTally(edges, scenarios.units.length);
  const draws = options.draws === true ? drawTable(scenarios.units.length) : undefined;
  const enough = precision === undefined ? undefined : () => isPrecise(tally, precision);
  // What is called or kept for every run, and sums of fractions, need the runs one after the other.
  const isDivisible =
    !isWeighted &&
    draws === undefined &&
    options.onRun === undefined &&
    options.methods === undefined;
  let runs = 0;
  if (isDivisible && (run.workers ?? 1) > 1) {
    const job = scenarioJob(input, methodology, spec, options);
    runs = await tallyTasks({ job, model, ready, tally, classes, enough }, run);
  } else {
    const sink: Sink = (index, scores, ranks) => {
      const weight = sample.weight?.(index) ?? 1;
      addRun(tally, nominal, scores, ranks, weight);
      classes?.add(scores, weight);
      draws?.add(index, scores, ranks);
      options.onRun?.(index, scores, ranks);
    };
    const onWindow = () => closeWindow(tally);
    const rules = enough === undefined ? { onWindow } : { onWindow, enough };
    runs = await simulate(model, points, sample, sink, { ...run, ...rules });
    collectPairs(tally);
  }
  const summary = { isExact, stableWithin, bins: options.histogram ?? 0, classes };
  const units = scenarios.units.map((unit, i) => unitOf(unit, i, tally, nominal, summary));
  const above = pairsOf(tally);
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
    above,
    meanRankShift: {
      mean,
      sd: Math.sqrt(Math.max(0, tally.shiftSquares / tally.weight - mean * mean)),
    },
    kendallDistance: above && turnedPairs(above, nominal.ranks),
    stableWithin,
    classes: edges === undefined ? null : { edges, changing: changingUnits(units) },
    draws: draws?.table() ?? null,
    findings: [...errorFindings(model), ...reportUnscored(units)],
  });
}

/** What is to be said of the errors of the data as measured. */
function errorFindings({ errors, scenarios }: Model): readonly Finding[] {
  return errors.flatMap((source) =>
    source === undefined ? [] : errorModel(source, scenarios.nominal).findings,
  );
}

function checkSummary(
  { histogram = 0, classes = [] }: UncertaintyOptions,
  stableWithin: number,
): void {
  require(stableWithin >= 0, "stableWithin", stableWithin, "0 or more");
  require(Number.isInteger(histogram) &&
    histogram >= 0, "histogram", histogram, "a number of bins");
  const isRising = classes.every((edge, i) => edge > (classes[i - 1] ?? Number.NEGATIVE_INFINITY));
  require(isRising, "The edges of classes", classes.join(", "), "rising");
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

/** The mean share of the pairs in the other order than nominally. */
function turnedPairs(above: readonly (readonly number[])[], nominal: Float64Array): number {
  let turned = 0;
  let pairs = 0;
  for (let i = 0; i < nominal.length; i++) {
    for (let j = 0; j < nominal.length; j++) {
      if (!((nominal[i] as number) < (nominal[j] as number))) continue;
      pairs += 1;
      turned += above[j]?.[i] as number;
    }
  }
  return pairs === 0 ? 0 : turned / pairs;
}

/** How many units are in another class than nominally, in the mean of the scenarios. */
function changingUnits(units: readonly UncertainUnit[]): number {
  return units.reduce((sum, { classes }) => {
    if (classes === null || classes.nominal === null) return sum;
    return sum + 1 - (classes.shares[classes.nominal] as number);
  }, 0);
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
