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
  options: RunOptions,
): Promise<void> {
  const { tasks, worthFrom } = job;
  options.signal?.throwIfAborted();
  const queue = queueOf(job, options);
  const threads: Asked[] = [];
  const workOff = async (thread: Asked | undefined) => {
    for (let index = queue.next(); index !== undefined; index = queue.next()) {
      const answer = await thread?.ask(index, tasks[index]);
      if (queue.isClosed()) return;
      queue.deliver(
        index,
        answer === undefined ? await queue.here(index) : (answer.result as Result),
      );
    }
  };
  const join = async () => {
    const thread = await start(job);
    if (thread === undefined) return worthFrom === undefined ? workOff(undefined) : undefined;
    threads.push(thread);
    if (queue.isClosed()) thread.stop();
    // Two tasks at a time: the thread need not wait for this one to be given the next.
    else await Promise.all([workOff(thread), workOff(thread)]);
  };
  const aborted = onAbort(options.signal);
  const failed = new Promise<never>((_, reject) => {
    const begin = (work: () => Promise<void>) => void work().catch(reject);
    if (worthFrom === undefined) for (let i = 0; i < count; i++) begin(join);
    else begin(() => workHere(queue, count - 1, worthFrom, () => begin(join)));
  });
  try {
    await Promise.race([queue.done, failed, aborted.happens]);
  } finally {
    queue.close();
    aborted.forget();
    for (const thread of threads) thread.stop();
  }
}

/** Tasks that are given out one by one, and whose results are taken in order. */
interface Queue<Result> {
  /** The number of the next task; `undefined` if there is none or nothing more is wanted. */
  next(): number | undefined;
  /** How many tasks are not given out yet. */
  left(): number;
  /** Does a task on this thread. */
  here(index: number): Promise<Result>;
  deliver(index: number, result: Result): void;
  /** Resolves when all results are taken. */
  readonly done: Promise<void>;
  close(): void;
  isClosed(): boolean;
}

function queueOf<Shared, Task, Result>(
  { stage, shared, tasks, prepare, take }: Job<Shared, Task, Result>,
  { signal, onProgress }: RunOptions,
): Queue<Result> {
  let given = 0;
  let isClosed = false;
  let run: ((task: Task) => Result) | undefined;
  let allTaken = () => {};
  const done = new Promise<void>((resolve) => {
    allTaken = resolve;
  });
  const deliver = inOrder(take, (taken) => {
    onProgress?.({ stage, done: taken, total: tasks.length });
    signal?.throwIfAborted();
    if (taken === tasks.length) allTaken();
  });
  return {
    next: () => (isClosed || given >= tasks.length ? undefined : given++),
    left: () => tasks.length - given,
    here: async (index) => {
      run ??= prepare(shared);
      // The event loop gets its turn: other threads are heard, and a signal can arrive.
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal?.throwIfAborted();
      return run(tasks[index] as Task);
    },
    deliver,
    done,
    close: () => {
      isClosed = true;
    },
    isClosed: () => isClosed,
  };
}

/** Does tasks on this thread, and has others join, up to so many, as soon as what is left is worth their start. */
async function workHere<Result>(
  queue: Queue<Result>,
  most: number,
  worthFrom: number,
  join: () => void,
): Promise<void> {
  const started = performance.now();
  let least = Number.POSITIVE_INFINITY;
  let joined = 0;
  for (let index = queue.next(); index !== undefined; index = queue.next()) {
    const before = performance.now();
    const result = await queue.here(index);
    if (queue.isClosed()) return;
    queue.deliver(index, result);
    const now = performance.now();
    least = Math.min(least, now - before);
    if (now - started < WARM_AFTER) continue;
    const wanted = Math.min(most, Math.floor((least * queue.left()) / worthFrom));
    for (; joined < wanted; joined++) join();
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
