/**
 * A statistic that can be computed in parts: `accumulate` takes data into a state, `merge` joins
 * states, `finish` makes the result. Memory, chunks of a file, workers and SQL `GROUP BY` all feed the
 * same `finish`.
 *
 * Laws: `merge` is associative with `empty()` as its neutral element; accumulating all data at once,
 * or in parts that are merged, gives the same result (to rounding, 1e-14 relative).
 *
 * @typeParam Chunk - a part of the data.
 * @typeParam State - a plain value that can be stored or sent to another thread.
 * @typeParam Result - what is wanted in the end.
 */
export interface MergeableStatistic<Chunk, State, Result> {
  /** The state of no data at all. */
  empty(): State;
  /** The state after taking in a chunk; may reuse the state it is given. */
  accumulate(state: State, chunk: Chunk): State;
  /** The state of both parts together; changes neither. */
  merge(a: State, b: State): State;
  finish(state: State): Result;
}

/**
 * Computes a mergeable statistic over chunks, one after the other.
 *
 * @example
 * ```ts
 * import { type MergeableStatistic, overChunks } from "@vitalcore/core";
 * const count: MergeableStatistic<readonly unknown[], number, number> = {
 *   empty: () => 0,
 *   accumulate: (n, chunk) => n + chunk.length,
 *   merge: (a, b) => a + b,
 *   finish: (n) => n,
 * };
 * overChunks(count, [[1, 2], [3]]); // => 3
 * ```
 */
export function overChunks<Chunk, State, Result>(
  statistic: MergeableStatistic<Chunk, State, Result>,
  chunks: Iterable<Chunk>,
): Result {
  let state = statistic.empty();
  for (const chunk of chunks) state = statistic.accumulate(state, chunk);
  return statistic.finish(state);
}
