import { cellAt, type RunOptions, type TableLike, tableFrom } from "@vitalcore/core";
import { runTasks } from "@vitalcore/core/workers";
import type { IndexDataOptions, IndexInput } from "../inspect-index.js";
import type { IndexMethodology } from "../methodology.js";
import { type ClassTally, classTally } from "./class-tally.js";
import { type ReadyDesign, readyDesign } from "./design.js";
import { modelFor, nominalOf } from "./model.js";
import { type Model, runnerOf, WINDOW } from "./simulate.js";
import type { UncertaintySpec } from "./specification.js";
import { addPart, addRun, addTo, type Tally, type TallyPart, takePart, tallyOf } from "./tally.js";

/** What a thread needs to compute runs: plain data, from which it makes the model anew. */
export interface ScenarioJob {
  readonly input: IndexInput;
  readonly methodology: IndexMethodology;
  readonly spec: UncertaintySpec;
  readonly options: Omit<IndexDataOptions, "methods">;
  readonly pairs: boolean;
  readonly classes: readonly number[] | undefined;
}

/** Windows of runs, from the first to before the last. */
export interface ScenarioTask {
  readonly from: number;
  readonly to: number;
}

/** What a thread found out about its windows. */
export interface ScenarioPart {
  readonly tally: TallyPart;
  readonly classes: Float64Array | undefined;
}

/** The job of an analysis, of values that can be sent. */
export function scenarioJob(
  input: IndexInput,
  methodology: IndexMethodology,
  spec: UncertaintySpec,
  options: IndexDataOptions & { readonly pairs?: boolean; readonly classes?: readonly number[] },
): ScenarioJob {
  const { definitions, unitColumn, units, groups, pairs = true, classes } = options;
  return {
    input: unitColumn === undefined ? input : columnsOf(input as TableLike),
    methodology,
    spec,
    options: {
      ...(definitions !== undefined && { definitions }),
      ...(unitColumn !== undefined && { unitColumn }),
      ...(units !== undefined && { units }),
      ...(groups !== undefined && { groups }),
    },
    pairs,
    classes,
  };
}

/** A table as arrays by name, whatever it was; without what must not be shown. */
function columnsOf(input: TableLike): IndexInput {
  const table = tableFrom(input);
  const names = table.names.filter((name) => !table.identifying.has(name));
  return Object.fromEntries(
    names.map((name) => {
      const column = table.column(name);
      if (column.kind === "number") return [name, column.values];
      return [name, Array.from({ length: table.length }, (_, row) => cellAt(column, row))];
    }),
  ) as IndexInput;
}

/** Takes in a job on another thread; gives what does its tasks. */
export function prepareScenarios(job: ScenarioJob): (task: ScenarioTask) => ScenarioPart {
  const { input, methodology, spec, options, pairs, classes } = job;
  const model = modelFor(input, methodology, spec, options);
  return tallier(model, readyDesign(model, spec.design, spec.seed ?? 1), pairs, classes);
}

function tallier(
  model: Model,
  { points, sample }: ReadyDesign,
  pairs: boolean,
  edges: readonly number[] | undefined,
): (task: ScenarioTask) => ScenarioPart {
  const nominal = nominalOf(model.scenarios);
  const tally = tallyOf(nominal, pairs, false);
  const classes = edges && classTally(edges, model.scenarios.units.length);
  const runner = runnerOf(model, points, sample, (_, scores, ranks) => {
    addRun(tally, nominal, scores, ranks, 1);
    classes?.add(scores, 1);
  });
  return ({ from, to }) => {
    const windows: Float64Array[] = [];
    for (let w = from; w < to; w++) {
      runner(w * WINDOW, Math.min(sample.runs, (w + 1) * WINDOW));
      windows.push(tally.window.slice());
      tally.window.fill(0);
    }
    const counts = classes?.counts.slice();
    classes?.counts.fill(0);
    return { tally: takePart(tally, windows), classes: counts };
  };
}

/** So many tasks, until they have their most windows: short enough for a page to stay alive, and for all threads to end together. */
const TASKS = 32;
const MOST_WINDOWS = 16;

/**
 * A thread costs some 0.2 s of processor time to start: where it takes over a second of work, its efficiency is that of the
 * first thread times 0.85 or more.
 */
const WORTH_A_THREAD = 1000;

/** An analysis whose runs are to be divided among threads. */
export interface DividedRuns {
  readonly job: ScenarioJob;
  readonly model: Model;
  readonly ready: ReadyDesign;
  /** Receives the runs of all, window after window. */
  readonly tally: Tally;
  readonly classes: ClassTally | undefined;
  /** Asked after each window. */
  readonly enough: (() => boolean) | undefined;
}

/** Computes all runs on several threads, or here where none can be started; returns their number. */
export async function tallyTasks(
  { job, model, ready, tally, classes, enough }: DividedRuns,
  { signal, workers = 1, ...run }: RunOptions,
): Promise<number> {
  const windows = Math.ceil(ready.sample.runs / WINDOW);
  const width =
    enough === undefined ? Math.max(1, Math.min(MOST_WINDOWS, Math.floor(windows / TASKS))) : 1;
  const tasks = Array.from({ length: Math.ceil(windows / width) }, (_, i) => ({
    from: i * width,
    to: Math.min(windows, (i + 1) * width),
  }));
  const done = new AbortController();
  const take = (part: ScenarioPart) => {
    if (done.signal.aborted) return;
    addPart(tally, part.tally);
    if (classes !== undefined && part.classes !== undefined) addTo(classes.counts, part.classes);
    if (enough?.() === true) done.abort();
  };
  try {
    await runTasks(
      {
        stage: "scenarios",
        shared: job,
        tasks,
        prepare: () => tallier(model, ready, job.pairs, job.classes),
        startThread: async () =>
          (await import("../uncertainty-thread.js")).startUncertaintyThread(),
        take,
        worthFrom: WORTH_A_THREAD,
      },
      {
        ...run,
        workers,
        signal: signal === undefined ? done.signal : AbortSignal.any([signal, done.signal]),
      },
    );
  } catch (error) {
    if (!done.signal.aborted) throw error;
  }
  return tally.runs;
}
