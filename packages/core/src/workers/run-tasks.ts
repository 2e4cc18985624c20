import { type RunOptions, runSteps } from "../run.js";
import type { Answer } from "./serve-tasks.js";
import type { Thread } from "./thread.js";

/** Work that falls into tasks, each of which can be done by any thread. */
export interface Job<Shared, Task, Result> {
  /** What is being done, for the progress. */
  readonly stage: string;
  /** What every task needs; sent once to each thread, so of values that `structuredClone` copies. */
  readonly shared: Shared;
  /** The tasks, also such values. A few times as many as threads keep all busy to the end. */
  readonly tasks: readonly Task[];
  /** Takes in what is shared and gives the function that does a task. The worker's script serves the same. */
  readonly prepare: (shared: Shared) => (task: Task) => Result;
  /** Starts a thread whose script serves `prepare`. Where it fails, the work is done on this thread. */
  readonly startThread: () => Thread | Promise<Thread>;
  /** Takes the results, in the order of the tasks whatever the order in which they come. */
  readonly take: (result: Result, index: number) => void;
}

/**
 * Does a job on up to `options.workers` threads, or on this one. Results are taken in the order of the
 * tasks, so that sums come out the same for any number of threads.
 *
 * Threads are an offer: where none can be started (no worker threads, a content security policy, a
 * bundle without the script), the tasks are done here, with the same results.
 *
 * @throws the signal's reason when it is aborted; what a task throws.
 *
 * @example
 * ```ts
 * import { runTasks } from "@vitalcore/core/workers";
 * const powers: number[] = [];
 * await runTasks({
 *   stage: "powers",
 *   shared: 3,
 *   tasks: [1, 2, 4],
 *   prepare: (exponent: number) => (base: number) => base ** exponent,
 *   startThread: () => { throw new Error("none here"); },
 *   take: (power) => { powers.push(power); },
 * });
 * powers; // => [1, 8, 64]
 * ```
 */
export async function runTasks<Shared, Task, Result>(
  job: Job<Shared, Task, Result>,
  options: RunOptions = {},
): Promise<void> {
  const { stage, tasks, take } = job;
  const threads = Math.min(options.workers ?? 1, tasks.length);
  if (threads <= 1) {
    const run = job.prepare(job.shared);
    return runSteps(stage, tasks.length, (i) => take(run(tasks[i] as Task), i), options);
  }
  await onThreads(job, threads, options);
}

async function onThreads<Shared, Task, Result>(
  job: Job<Shared, Task, Result>,
  count: number,
  { signal, onProgress }: RunOptions,
): Promise<void> {
  const { stage, shared, tasks, prepare } = job;
  signal?.throwIfAborted();
  let runHere: ((task: Task) => Result) | undefined;
  const here = async (index: number) => {
    runHere ??= prepare(shared);
    // The event loop gets its turn: other threads are heard, and a signal can arrive.
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    return runHere(tasks[index] as Task);
  };
  const deliver = inOrder(job.take, (done) => {
    onProgress?.({ stage, done, total: tasks.length });
    signal?.throwIfAborted();
  });
  let next = 0;
  let over = false;
  const workOff = async (thread: Asked | undefined) => {
    for (let index = next++; index < tasks.length; index = next++) {
      const answer = await thread?.ask(index, tasks[index]);
      if (over) return;
      deliver(index, answer === undefined ? await here(index) : (answer.result as Result));
    }
  };
  const started = await Promise.all(Array.from({ length: count }, () => start(job)));
  const aborted = onAbort(signal);
  try {
    await Promise.race([Promise.all(started.map(workOff)), aborted.happens]);
  } finally {
    over = true;
    aborted.forget();
    for (const thread of started) thread?.stop();
  }
}

/** A thread that knows what the tasks share and answers one at a time. */
interface Asked {
  /** The result, or `undefined` where the thread has none: it ended, or the task failed. */
  ask(index: number, task: unknown): Promise<{ readonly result: unknown } | undefined>;
  stop(): void;
}

async function start({
  shared,
  startThread,
}: Pick<Job<unknown, never, never>, "shared" | "startThread">): Promise<Asked | undefined> {
  let thread: Thread;
  try {
    thread = await startThread();
    thread.send({ shared });
  } catch {
    return undefined;
  }
  let ended = false;
  let settle: (answer: { readonly result: unknown } | undefined) => void = () => {};
  thread.listen(
    (message) => {
      const answer = message as Answer;
      settle("failed" in answer ? undefined : answer);
    },
    () => {
      ended = true;
      settle(undefined);
    },
  );
  return {
    ask: (index, task) =>
      new Promise((resolve) => {
        if (ended) return resolve(undefined);
        settle = resolve;
        thread.send({ index, task });
      }),
    stop: () => thread.stop(),
  };
}

/** Hands results on in the order of their numbers, however they come in. */
function inOrder<Result>(
  take: (result: Result, index: number) => void,
  taken: (count: number) => void,
): (index: number, result: Result) => void {
  const early = new Map<number, Result>();
  let next = 0;
  return (index, result) => {
    early.set(index, result);
    while (early.has(next)) {
      take(early.get(next) as Result, next);
      early.delete(next);
      next++;
      taken(next);
    }
  };
}

function onAbort(signal: AbortSignal | undefined) {
  let forget = () => {};
  const happens = new Promise<never>((_, reject) => {
    if (signal === undefined) return;
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    forget = () => signal.removeEventListener("abort", stop);
  });
  return { happens, forget };
}
