/** How far a long computation is. */
export interface Progress {
  /** What is being done, in a word or two: "reading", "replications". */
  readonly stage: string;
  readonly done: number;
  /** How much there is to do, where that is known. */
  readonly total?: number;
}

/** Options of everything that reads files or runs long; always the last argument. */
export interface RunOptions {
  /** Cancels the work: the promise is rejected with `signal.reason`, without a partial result. */
  readonly signal?: AbortSignal;
  /** Told now and then how far the work is. */
  readonly onProgress?: (progress: Progress) => void;
  /** Threads to use at the most; the result is the same for any number. By default one, the caller's own. */
  readonly workers?: number;
}

const BREATH_MS = 12;

/**
 * Runs long work in steps: after each step progress is reported, cancellation is honoured, and about
 * every 12 ms the event loop gets its turn, so that a page stays alive and a signal can arrive.
 *
 * @param stage - what is being done, for the progress.
 * @param total - number of steps.
 * @param step - does step `i`, from 0; may be asynchronous.
 * @throws the signal's reason when it is aborted.
 *
 * @example
 * ```ts
 * import { runSteps } from "@vitalcore/core";
 * let sum = 0;
 * await runSteps("adding", 4, (i) => { sum += i; });
 * sum; // => 6
 * ```
 */
export async function runSteps(
  stage: string,
  total: number,
  step: (index: number) => void | Promise<void>,
  options: RunOptions = {},
): Promise<void> {
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  let lastBreath = performance.now();
  for (let i = 0; i < total; i++) {
    await step(i);
    onProgress?.({ stage, done: i + 1, total });
    if (performance.now() - lastBreath >= BREATH_MS) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      lastBreath = performance.now();
    }
    signal?.throwIfAborted();
  }
}
