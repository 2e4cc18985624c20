import { type RunOptions, runSteps } from "@vitalcore/core";
import { aggregateGroups } from "../kernels/aggregate.js";
import type { Plan } from "../kernels/plan.js";
import { rankIndex } from "../kernels/run.js";
import { type ErrorSource, errorSource } from "./error-draws.js";
import { BLOCK, collapseWeights, type LinearForms, scoreBlock } from "./linear-forms.js";
import { liveRunner } from "./live-runs.js";
import type { Points } from "./points.js";
import { rerank } from "./rerank.js";
import { type Buffers, buffersOf, setsByNodes } from "./run-buffers.js";
import type { Scenario, Scenarios } from "./scenarios.js";
import { alternativesOf, type Factor, type ScenarioFactor, sharesOf } from "./specification.js";
import { setWeights } from "./weight-draws.js";

/** Runs to be computed: for each, which alternative or which row of random points each factor has. */
export interface Sample {
  readonly runs: number;
  /** The row of a factor's points. */
  row(run: number, factor: number): number;
  /** The alternative of a factor, where it is given and not drawn. */
  alternative?(run: number, factor: number): number;
  /** How much a run counts; the same for all if left out. */
  weight?(run: number): number;
}

/**
 * Receives a run: scores and ranks of all units, NaN for those without. The arrays are used again. Runs of a window
 * come sorted by their combination of methods: the order is the same for any number of runs.
 */
export type Sink = (run: number, scores: Float64Array, ranks: Float64Array) => void;

/** Runs that are sorted by their methods together; fixed, so that nothing depends on the number of runs. */
export const WINDOW = 1024;

/** The factors of a specification over the scenarios of a methodology. */
export interface Model {
  readonly factors: readonly Factor[];
  readonly scenarios: Scenarios;
  /** Coordinates that a factor draws. */
  readonly sizes: readonly { readonly id: string; readonly dimensions: number }[];
  readonly errors: readonly (ErrorSource | undefined)[];
}

/** Prepares the factors of a specification. */
export function modelOf(factors: readonly Factor[], scenarios: Scenarios): Model {
  const { nominal } = scenarios;
  const errors = factors.map((factor) =>
    factor.kind === "sampling-error" ? errorSource(factor, nominal) : undefined,
  );
  const sizes = factors.map((factor, i) => ({
    id: factor.id,
    dimensions: errors[i]?.dimensions ?? dimensionsOf(factor, nominal),
  }));
  return { factors, scenarios, sizes, errors };
}

function dimensionsOf(factor: Factor, nominal: Scenario): number {
  if (factor.kind === "weight-noise") return new Set(nominal.weighted).size;
  return factor.kind === "goalpost-error" ? 2 * Object.keys(factor.spread).length : 1;
}

/** Whether a factor's alternatives make scenarios. */
export function isScenarioFactor(factor: Factor): factor is ScenarioFactor {
  return factor.kind === "choice" || factor.kind === "value-sets";
}

/** Computes runs, and hands each to the sink. */
export async function simulate(
  model: Model,
  points: Points,
  sample: Sample,
  sink: Sink,
  options: RunOptions & {
    /** Told at the end of each window. */
    readonly onWindow?: () => void;
    readonly enough?: () => boolean;
  } = {},
): Promise<number> {
  const windows = Math.ceil(sample.runs / WINDOW);
  const runner = runnerOf(model, points, sample, sink);
  let done = 0;
  const { enough, onWindow, ...rest } = options;
  await runSteps(
    "scenarios",
    windows,
    (w) => {
      if (done > 0 && enough?.() === true) return;
      const to = Math.min(sample.runs, (w + 1) * WINDOW);
      runner(w * WINDOW, to);
      onWindow?.();
      done = to;
    },
    rest,
  );
  return done;
}

/** Tells the alternative of a factor in a run. */
function chooser(
  { factors, sizes }: Model,
  points: Points,
  sample: Sample,
): (run: number, factor: number) => number {
  const cumulative = factors.map((factor) => {
    let sum = 0;
    return sharesOf(factor).map((share) => {
      sum += share;
      return sum;
    });
  });
  const coordinates = sizes.map(({ dimensions }) => new Float64Array(dimensions));
  return (run, factor) => {
    if (sample.alternative !== undefined) return sample.alternative(run, factor);
    const u = coordinates[factor] as Float64Array;
    points.fill(factor, sample.row(run, factor), u);
    const bounds = cumulative[factor] as readonly number[];
    const place = bounds.findIndex((bound) => (u[0] as number) < bound);
    return place < 0 ? bounds.length - 1 : place;
  };
}

/** Computes the runs of a stretch, and hands each to the sink. */
export function runnerOf(
  model: Model,
  points: Points,
  sample: Sample,
  sink: Sink,
): (from: number, to: number) => void {
  const { factors, scenarios, sizes } = model;
  const choose = chooser(model, points, sample);
  const choices = factors.flatMap((factor, i) => (isScenarioFactor(factor) ? [i] : []));
  const radix = choices.map((i) => alternativesOf(factors[i] as ScenarioFactor) as number);
  const live = liveRunner(model, points, sample);
  const coordinates = sizes.map(({ dimensions }) => new Float64Array(dimensions));
  const nodes = [...new Set(scenarios.nominal.weighted)].sort();
  const placeOfNode = new Map(nodes.map((id, i) => [id, i]));
  const spread = spreadOver(scenarios.units.length, sink);
  const buffers = new Map<Scenario, Buffers>();
  const setsOf = setsByNodes(factors);

  const scenarioOf = (combination: number): Scenario => {
    let rest = combination;
    return scenarios.of(
      radix.map((alternatives) => {
        const place = rest % alternatives;
        rest = Math.floor(rest / alternatives);
        return place;
      }),
    );
  };
  const combinationOf = (run: number): number => {
    let combination = 0;
    for (let i = choices.length - 1; i >= 0; i--) {
      combination = combination * (radix[i] as number) + choose(run, choices[i] as number);
    }
    return combination;
  };
  const fillWeights = (
    run: number,
    { weights: given }: Plan,
    { weights, draws, sets }: Buffers,
  ) => {
    weights.set(given);
    for (let i = 0; i < factors.length; i++) {
      const draw = draws[i];
      if (draw !== undefined) {
        const u = coordinates[i] as Float64Array;
        points.fill(i, sample.row(run, i), u);
        draw(u, weights);
        continue;
      }
      const own = sets[i];
      if (own !== undefined) setWeights(own[choose(run, i)] as Float64Array, weights);
    }
  };

  return (from, to) => {
    const runsOf = new Map<number, number[]>();
    for (let run = from; run < to; run++) {
      const combination = combinationOf(run);
      const runs = runsOf.get(combination);
      if (runs === undefined) runsOf.set(combination, [run]);
      else runs.push(run);
    }
    for (const combination of [...runsOf.keys()].sort((a, b) => a - b)) {
      const scenario = scenarioOf(combination);
      const runs = runsOf.get(combination) as number[];
      const own = buffers.get(scenario) ?? buffersOf(scenario, factors, placeOfNode, setsOf);
      buffers.set(scenario, own);
      const { forms } = scenario;
      if (live !== undefined) {
        const { weights } = own;
        for (const run of runs) {
          const weightsOf = (plan: Plan) => {
            fillWeights(run, plan, own);
            return weights;
          };
          const { places, scores, ranks } = live(run, scenario, weightsOf);
          spread(run, places, scores, ranks);
        }
      } else if (forms === undefined) {
        for (const run of runs) {
          fillWeights(run, scenario.plan, own);
          aggregateGroups(scenario.plan, scenario.workspace, own.weights);
          rankIndex(scenario.plan, scenario.workspace);
          const { columns, ranks } = scenario.workspace;
          spread(run, scenario.places, columns.at(-1) as Float64Array, ranks);
        }
      } else {
        for (let b = 0; b < runs.length; b += BLOCK) {
          const size = Math.min(BLOCK, runs.length - b);
          for (let k = 0; k < size; k++) {
            fillWeights(runs[b + k] as number, scenario.plan, own);
            collapseWeights(forms, own.weights, k);
          }
          runBlock(scenario, forms, own, size);
          for (let k = 0; k < size; k++) {
            const scores = own.scores[k] as Float64Array;
            spread(runs[b + k] as number, scenario.places, scores, own.ranks[k] as Float64Array);
          }
        }
      }
    }
  };
}

/** Scores and ranks of the replications of a block whose weights are collapsed. */
function runBlock(
  { plan, workspace }: Scenario,
  forms: LinearForms,
  { block, scores, ranks, order }: Buffers,
  size: number,
): void {
  scoreBlock(forms, block);
  for (let k = 0; k < size; k++) {
    const from = scores[k] as Float64Array;
    if (plan.digits < 0) {
      rerank(from, ranks[k] as Float64Array, plan.ties, order, workspace.sort);
      continue;
    }
    (workspace.columns.at(-1) as Float64Array).set(from);
    rankIndex(plan, workspace);
    (ranks[k] as Float64Array).set(workspace.ranks);
  }
}

/** Puts the units of a scenario in their places among all, and calls the sink. */
function spreadOver(
  units: number,
  sink: Sink,
): (run: number, places: Int32Array, scores: Float64Array, ranks: Float64Array) => void {
  const allScores = new Float64Array(units);
  const allRanks = new Float64Array(units);
  return (run, places, scores, ranks) => {
    if (places.length === units) {
      sink(run, scores, ranks);
      return;
    }
    allScores.fill(Number.NaN);
    allRanks.fill(Number.NaN);
    for (let u = 0; u < places.length; u++) {
      allScores[places[u] as number] = scores[u] as number;
      allRanks[places[u] as number] = ranks[u] as number;
    }
    sink(run, allScores, allRanks);
  };
}
