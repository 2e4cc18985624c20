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
  /**
   * Milliseconds of work that must be left before one more thread is started. This thread then begins alone, goes on beside
   * the others, and starts them when the first tasks have shown how long they take. If left out, all threads are
   * started at once, and this one only waits for them: for tasks that take so long that a page would stand still.
   */
  readonly worthFrom?: number;
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
  const { stage, shared, tasks, prepare, worthFrom } = job;
  signal?.throwIfAborted();
  let runHere: ((task: Task) => Result) | undefined;
  const here = async (index: number) => {
    runHere ??= prepare(shared);
    // The event loop gets its turn: other threads are heard, and a signal can arrive.
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    return runHere(tasks[index] as Task);
  };
  let allTaken = () => {};
  const done = new Promise<void>((resolve) => {
    allTaken = resolve;
  });
  const deliver = inOrder(job.take, (taken) => {
    onProgress?.({ stage, done: taken, total: tasks.length });
    signal?.throwIfAborted();
    if (taken === tasks.length) allTaken();
  });
  let next = 0;
  let over = false;
  const workOff = async (thread: Asked | undefined) => {
    while (next < tasks.length && !over) {
      const index = next++;
      const answer = await thread?.ask(index, tasks[index]);
      if (over) return;
      deliver(index, answer === undefined ? await here(index) : (answer.result as Result));
    }
  };
  const threads: Asked[] = [];
  const join = async () => {
    const thread = await start(job);
    if (thread === undefined) return worthFrom === undefined ? workOff(undefined) : undefined;
    threads.push(thread);
    if (over) thread.stop();
    // Two tasks at a time: the thread need not wait for this one to be given the next.
    else await Promise.all([workOff(thread), workOff(thread)]);
  };
  const aborted = onAbort(signal);
  const failed = new Promise<never>((_, reject) => {
    const begin = (work: () => Promise<void>) => void work().catch(reject);
    if (worthFrom === undefined) for (let i = 0; i < count; i++) begin(join);
    else begin(() => workHere(count - 1, worthFrom, begin));
  });
  /** Does tasks here, and has threads join as soon as what is left is worth them. */
  async function workHere(
    most: number,
    worth: number,
    begin: (work: () => Promise<void>) => void,
  ): Promise<void> {
    const started = performance.now();
    let least = Number.POSITIVE_INFINITY;
    let joined = 0;
    while (next < tasks.length && !over) {
      const index = next++;
      const before = performance.now();
      deliver(index, await here(index));
      const now = performance.now();
      least = Math.min(least, now - before);
      if (now - started < WARM_AFTER) continue;
      const wanted = Math.min(most, Math.floor((least * (tasks.length - next)) / worth));
      for (; joined < wanted; joined++) begin(join);
    }
  }
  try {
    await Promise.race([done, failed, aborted.happens]);
  } finally {
    over = true;
    aborted.forget();
    for (const thread of threads) thread.stop();
  }
}

/** Milliseconds after which the engine has compiled what tasks do: until then they take far longer. */
const WARM_AFTER = 100;

/** A thread that knows what the tasks share and answers in the order in which it is asked. */
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
  const waiting = new Map<number, (answer: { readonly result: unknown } | undefined) => void>();
  thread.listen(
    (message) => {
      const answer = message as Answer;
      waiting.get(answer.index)?.("failed" in answer ? undefined : answer);
      waiting.delete(answer.index);
    },
    () => {
      ended = true;
      for (const settle of waiting.values()) settle(undefined);
    },
  );
  return {
    ask: (index, task) =>
      new Promise((resolve) => {
        if (ended) return resolve(undefined);
        waiting.set(index, resolve);
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
